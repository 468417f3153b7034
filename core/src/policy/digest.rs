//! Which policy it was, in sixteen letters (`domain.md` I16).

use alloc::string::String;
use core::fmt::Write;

use super::Policy;
use crate::digest::Digest;

impl Policy {
    /// A digest of every knob: two policies with one digest decide alike. It belongs to this version
    /// of the library; a version with a new knob gives the same policy another one.
    ///
    /// ```
    /// use unruffled::Policy;
    ///
    /// let seed = Policy::preset("seed")?;
    /// assert_eq!(seed.digest(), Policy::preset("seed")?.digest());
    /// assert_ne!(seed.digest(), Policy::standard().digest());
    /// # Ok::<(), unruffled::PolicyError>(())
    /// ```
    #[must_use]
    pub fn digest(&self) -> String {
        let mut digest = Digest::new();
        // Every field is in it, so that a knob cannot be forgotten; a digest never fails to write.
        let _ = write!(digest, "{self:?}");
        digest.short()
    }
}
