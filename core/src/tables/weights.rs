//! The learned weights that `build/weights.rs` made: sorted keys, each with what it says of heat and of the line.

include!(concat!(env!("OUT_DIR"), "/weights.rs"));
