//! Where the contact takes place: it decides timers, budgets and shapes (`domain.md` 4.6, 6.4).

use super::named;

named! {
    /// The channel of a contact.
    pub enum Channel {
        /// Spoken; messages are transcripts.
        Phone = 0 "phone",
        /// Live chat.
        Chat = 1 "chat",
        /// SMS and messaging apps, private and not live.
        Messaging = 2 "messaging",
        /// E-mail and tickets.
        Email = 3 "email",
        /// A public post.
        Social = 4 "social",
    }
}

impl Channel {
    /// Says whether the agent reads the customer's words rather than hears them.
    #[must_use]
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::Phone)
    }

    /// Says whether both sides are present at the same moment.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Phone | Self::Chat)
    }
}
