//! The band of a heat score.

use crate::policy::Policy;
use crate::terms::{Heat, Milli};

/// Returns the band of a score.
pub(super) fn band(milli: Milli, policy: &Policy) -> Heat {
    let [tense, upset, heated] = policy.heat_bands();
    if milli >= heated {
        Heat::Heated
    } else if milli >= upset {
        Heat::Upset
    } else if milli >= tense {
        Heat::Tense
    } else {
        Heat::Calm
    }
}
