//! Time as an argument: the host's clock in, deadlines out.

/// Milliseconds on the host's clock, of any epoch the host likes as long as it does not change.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Timestamp(pub u64);

/// A length of time in milliseconds.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Millis(pub u64);

impl Millis {
    /// Makes a length from seconds.
    #[must_use]
    pub const fn seconds(count: u64) -> Self {
        Self(count.saturating_mul(1_000))
    }

    /// Makes a length from minutes.
    #[must_use]
    pub const fn minutes(count: u64) -> Self {
        Self::seconds(count.saturating_mul(60))
    }

    /// Makes a length from hours.
    #[must_use]
    pub const fn hours(count: u64) -> Self {
        Self::minutes(count.saturating_mul(60))
    }

    /// Makes a length from days of 24 hours.
    #[must_use]
    pub const fn days(count: u64) -> Self {
        Self::hours(count.saturating_mul(24))
    }
}

impl Timestamp {
    /// Returns the moment `length` later, holding at the end of time.
    #[must_use]
    pub const fn after(self, length: Millis) -> Self {
        Self(self.0.saturating_add(length.0))
    }

    /// Returns the moment `length` earlier, holding at the start of time.
    #[must_use]
    pub const fn before(self, length: Millis) -> Self {
        Self(self.0.saturating_sub(length.0))
    }

    /// Returns how long after `earlier` this is; zero if it is before.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }
}
