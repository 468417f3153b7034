//! JSON of the public values: flat, in snake case, enums by name, integers only (`design.md` 7).
//!
//! Offsets are UTF-8 bytes; a binding whose host counts otherwise converts them.

use alloc::string::ToString;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::case::{Deadline, Safety, Stage, Standing};
use crate::classify::{Classification, Evidence, Issue};
use crate::reply::{Brief, Draft};
use crate::review::{Finding, Review};
use crate::steps::{Plan, Step};

impl Serialize for Classification {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reading = &self.reading;
        let mut out = serializer.serialize_struct("Classification", 15)?;
        out.serialize_field("language", &reading.language)?;
        out.serialize_field("heat", &reading.heat.code())?;
        out.serialize_field("heat_milli", &reading.heat_milli)?;
        out.serialize_field("conduct", reading.conduct.name())?;
        out.serialize_field("severe_kind", &reading.conduct.severe_kind())?;
        out.serialize_field("line_milli", &reading.line_milli)?;
        out.serialize_field("crosses_line", &reading.crosses_line())?;
        out.serialize_field("temperature", &reading.temperature())?;
        out.serialize_field("target", &reading.target)?;
        out.serialize_field("crisis", &reading.crisis)?;
        out.serialize_field("flags", &reading.flags)?;
        out.serialize_field("evidence", &self.evidence)?;
        out.serialize_field("issues", &self.issues)?;
        out.serialize_field("segments", &self.segments)?;
        out.serialize_field("read", &self.read)?;
        out.end()
    }
}

impl Serialize for Evidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Evidence", 5)?;
        out.serialize_field("kind", self.kind.name())?;
        out.serialize_field("start", &self.span.start)?;
        out.serialize_field("end", &self.span.end)?;
        out.serialize_field("weight", &self.weight)?;
        out.serialize_field("by", &self.by.to_string())?;
        out.end()
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Issue", 5)?;
        out.serialize_field("kind", &self.kind)?;
        out.serialize_field("start", &self.span.start)?;
        out.serialize_field("end", &self.span.end)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("time", &self.time)?;
        out.end()
    }
}

/// The name alone; the number and the kind stand in the regions.
impl Serialize for Stage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for Standing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Clear => serializer.serialize_str("clear"),
            Self::BoundarySet(n) => serializer.collect_str(&format_args!("boundary_set:{n}")),
            Self::Discontinued => serializer.serialize_str("discontinued"),
        }
    }
}

impl Serialize for Safety {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_str("none"),
            Self::ThreatHold(kind) => serializer.collect_str(&format_args!("threat_hold:{kind}")),
            Self::CrisisHold => serializer.serialize_str("crisis_hold"),
            Self::HandedOver => serializer.serialize_str("handed_over"),
        }
    }
}

impl Serialize for Deadline {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Deadline", 3)?;
        out.serialize_field("at", &self.at)?;
        out.serialize_field("kind", &self.kind)?;
        out.serialize_field("due", &self.due)?;
        out.end()
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.steps)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Step", 5)?;
        out.serialize_field("id", &self.id)?;
        out.serialize_field("instruction", self.instruction())?;
        out.serialize_field("why", self.why())?;
        out.serialize_field("because", self.because)?;
        out.serialize_field("due", &self.due)?;
        out.end()
    }
}

/// `{"text":…,"acts":[…],"used":[…]}` or `{"withheld":reason}`.
impl Serialize for Draft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Reply(reply) => {
                let mut out = serializer.serialize_struct("Draft", 3)?;
                out.serialize_field("text", &reply.text)?;
                out.serialize_field("acts", &reply.acts)?;
                out.serialize_field("used", &reply.used)?;
                out.end()
            }
            Self::Withheld(reason) => {
                let mut out = serializer.serialize_struct("Draft", 1)?;
                out.serialize_field("withheld", reason)?;
                out.end()
            }
        }
    }
}

impl Serialize for Brief {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Brief", 7)?;
        out.serialize_field("situation", &self.situation)?;
        out.serialize_field("acts", &self.acts)?;
        out.serialize_field("must_say", &self.must_say)?;
        out.serialize_field("must_not_say", &self.must_not_say)?;
        out.serialize_field("missing", &self.missing)?;
        out.serialize_field("max_words", &self.max_words)?;
        out.serialize_field("max_sentences", &self.max_sentences)?;
        out.end()
    }
}

impl Serialize for Review {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Review", 2)?;
        out.serialize_field("findings", &self.findings)?;
        out.serialize_field("missing", &self.missing)?;
        out.end()
    }
}

/// `better` is left out where there is none.
impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = if self.better.is_some() { 7 } else { 6 };
        let mut out = serializer.serialize_struct("Finding", fields)?;
        out.serialize_field("rule", self.rule.id())?;
        out.serialize_field("name", self.rule.name())?;
        out.serialize_field("severity", &self.severity)?;
        out.serialize_field("start", &self.span.start)?;
        out.serialize_field("end", &self.span.end)?;
        out.serialize_field("why", &self.why)?;
        match &self.better {
            Some(better) => out.serialize_field("better", better)?,
            None => out.skip_field("better")?,
        }
        out.end()
    }
}
