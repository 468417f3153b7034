//! `desk draft`: a conversation in, what to do and say next out.

use std::path::PathBuf;

use serde::Serialize;
use unruffled::{
    Brief, Draft, Stage, Temperature, brief_reply, draft_reply, recommend_steps, review_reply,
};

use crate::contract::{DraftLine, FindingLine, StepLine};
use crate::filter::{self, Fields, Outcome};
use crate::history;
use crate::trouble::Trouble;

pub(crate) fn run(files: &[PathBuf]) -> Result<Outcome, Trouble> {
    filter::run(files, answer)
}

#[derive(Serialize)]
struct Drafted {
    stage: Stage,
    temperature: Temperature,
    steps: Vec<StepLine>,
    draft: DraftLine,
    brief: Brief,
    findings: Vec<FindingLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

fn answer(fields: &Fields<'_>) -> Result<Drafted, String> {
    if fields.turns.is_none() {
        return Err("`turns` is missing".into());
    }
    let history = history::read(fields)?;
    let (case, policy, facts) = (&history.contact.case, &history.contact.policy, &history.facts);
    if history.turns == 0 {
        return Err("`turns` is empty".into());
    }
    let draft = draft_reply(case, facts, policy);
    let findings = match &draft {
        Draft::Reply(reply) => review_reply(&reply.text, case, facts, policy).findings,
        Draft::Withheld(_) => Vec::new(),
    };
    Ok(Drafted {
        stage: case.stage(),
        temperature: case.temperature(),
        steps: recommend_steps(case, policy).steps.iter().map(StepLine::from).collect(),
        draft: draft.into(),
        brief: brief_reply(case, facts, policy),
        findings: findings.into_iter().map(FindingLine::from).collect(),
        notes: history.notes,
    })
}
