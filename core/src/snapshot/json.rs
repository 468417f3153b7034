//! A snapshot in JSON, with its seal.

use alloc::string::String;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Snapshot, seal};
use crate::case::State;

impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Snapshot", 4)?;
        out.serialize_field("schema", &self.schema)?;
        out.serialize_field("data", &self.data)?;
        out.serialize_field("case", &self.case)?;
        // A broken one stays broken: writing it again must not heal it.
        let seal = if self.sound { self.seal() } else { None };
        out.serialize_field("seal", seal.as_deref().unwrap_or("broken"))?;
        out.end()
    }
}

impl<'de> Deserialize<'de> for Snapshot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Document {
            schema: u16,
            data: String,
            case: State,
            #[serde(default)]
            seal: Option<String>,
        }

        let Document { schema, data, case, seal } = Document::deserialize(deserializer)?;
        let mut snapshot = Self { schema, data, case, sound: true };
        snapshot.sound = seal.is_none_or(|seal| Some(seal) == snapshot.seal());
        Ok(snapshot)
    }
}

impl Snapshot {
    fn seal(&self) -> Option<String> {
        seal::of(&(self.schema, &self.data, &self.case))
    }
}
