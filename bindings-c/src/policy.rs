//! An organisation's decisions; so far the standard ones.

use unruffled::Policy;

/// An organisation's decisions. May be shared by any number of threads.
pub struct unruffled_policy(Choice);

enum Choice {
    Standard,
}

/// Returns the standard policy. Static: never free it.
#[unsafe(no_mangle)]
pub extern "C" fn unruffled_policy_standard() -> *const unruffled_policy {
    static STANDARD: unruffled_policy = unruffled_policy(Choice::Standard);
    &raw const STANDARD
}

impl unruffled_policy {
    pub(crate) fn get(&self) -> &Policy {
        match self.0 {
            Choice::Standard => Policy::standard(),
        }
    }
}
