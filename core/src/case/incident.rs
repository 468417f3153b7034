//! The record of an incident: complete, or naming what is missing (`domain.md` 2.3).

use alloc::string::String;
use alloc::vec::Vec;

use super::event::Actor;
use crate::terms::Temperature;
use crate::time::Timestamp;

/// One warning given.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Warning {
    /// Its number.
    pub number: u8,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// The wording used.
    pub wording: String,
}

/// One incident.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Incident {
    /// When it began.
    pub began: Timestamp,
    /// The customer's exact words, one entry per message that crossed the line.
    pub verbatim: Vec<String>,
    /// How it was read.
    pub level: Temperature,
    /// The warnings given.
    pub warnings: Vec<Warning>,
}
