//! Limits that outlast a contact: decided by a person, for a time, with a review, an appeal and a way
//! that stays open (`domain.md` 2.2, I19).

use alloc::string::String;

use super::ladder::Channels;
use crate::terms::{Channel, Role};

/// What a restriction may be at most.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RestrictionRules {
    /// The longest, in months, 1..=12.
    pub max_months: u8,
    /// When it is looked at again, in months from its start, 1..=`max_months`.
    pub review_months: u8,
    /// The lowest role that may decide one; a manager at least.
    pub role: Role,
    /// Channels that stay open to a restricted customer; never none.
    pub open_channels: Channels,
    /// How a customer asks for another look, as told to them. Without it nothing may be restricted:
    /// see [`RestrictionRules::is_usable`].
    pub appeal_route: Option<String>,
}

impl RestrictionRules {
    pub(super) const STANDARD: Self = Self {
        max_months: 6,
        review_months: 3,
        role: Role::Manager,
        open_channels: Channels::EMPTY.with(Channel::Email),
        appeal_route: None,
    };

    /// Says whether a restriction could be imposed at all: an appeal is mandatory, so that without a
    /// route there is none.
    #[must_use]
    pub const fn is_usable(&self) -> bool {
        self.appeal_route.is_some()
    }
}
