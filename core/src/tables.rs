//! What `build.rs` made of `data/`: constant tables and look-ups over them.

pub(crate) mod foreign;
pub(crate) mod phrases;
pub(crate) mod steps;

include!(concat!(env!("OUT_DIR"), "/digest.rs"));

pub(crate) mod lexicon;
pub(crate) mod rules;
pub(crate) mod weights;
