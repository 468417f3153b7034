//! Parts of a policy as JSON whose every field may be left out.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::policy::{
    AfterRetention, Channels, Formality, Limits, RestrictionRules, Retention, Spelling, Style,
    TimeOfDay, TimerSet, Timers, Verbatim,
};
use crate::terms::Role;
use crate::time::Millis;

/// Declares a document over a base: `field` replaces the base's, and `optional field` takes a zero or
/// an empty text for none.
macro_rules! overlay {
    ($(#[$meta:meta])* $Document:ident on $Base:ident {
        $($kind:ident $field:ident: $Type:ty,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[serde(deny_unknown_fields, default)]
        #[non_exhaustive]
        pub struct $Document {
            $(#[doc = overlay!(@doc $kind $Base $field)]
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $field: Option<$Type>,)+
        }

        impl $Document {
            pub(super) fn over(self, mut base: $Base) -> $Base {
                $(if let Some(given) = self.$field {
                    base.$field = overlay!(@set $kind given);
                })+
                base
            }
        }

        impl From<&$Base> for $Document {
            fn from(base: &$Base) -> Self {
                // Taken apart so that a new field cannot be forgotten.
                let $Base { $($field,)+ } = base.clone();
                Self { $($field: overlay!(@get $kind $field),)+ }
            }
        }
    };
    (@doc plain $Base:ident $field:ident) => {
        concat!("Replaces [`", stringify!($Base), "::", stringify!($field), "`].")
    };
    (@doc optional $Base:ident $field:ident) => {
        concat!(
            "Replaces [`", stringify!($Base), "::", stringify!($field), "`]; zero or empty for none."
        )
    };
    (@set plain $given:ident) => { $given };
    (@set optional $given:ident) => { unless_empty($given) };
    (@get plain $field:ident) => { Some($field) };
    (@get optional $field:ident) => { Some($field.unwrap_or_default()) };
}

fn unless_empty<T: Default + PartialEq>(given: T) -> Option<T> {
    (given != T::default()).then_some(given)
}

overlay! {
    /// Changes to the timers of one channel, in milliseconds.
    TimersDocument on Timers {
        plain first_reply_calm: Millis,
        plain first_reply_upset: Millis,
        optional listening: Millis,
        optional listening_messages: u8,
        plain update_calm: Millis,
        plain update_upset: Millis,
        plain update_by: TimeOfDay,
        optional major_incident: Millis,
        optional silence_warning: Millis,
        optional silence: Millis,
        optional hold: Millis,
        optional longest_hold: Millis,
        plain nudge: Millis,
        plain second_nudge: Millis,
        plain confirm: Millis,
        plain follow_up: Millis,
        plain supervisor_ack: Millis,
        plain cooldown_turns: u8,
        optional cooldown: Millis,
        plain in_business_time: TimerSet,
    }
}

overlay! {
    /// Changes to the timers of every channel, in milliseconds.
    LimitsDocument on Limits {
        plain reopen_window: Millis,
        plain severe_ack: Millis,
        plain promise_notice: Millis,
        plain data_request: Millis,
        plain formal_complaint: Millis,
        plain safety_hazard: Millis,
        plain reported_abuse: Millis,
    }
}

overlay! {
    /// Changes to what a restriction may be at most.
    RestrictionDocument on RestrictionRules {
        plain max_months: u8,
        plain review_months: u8,
        plain role: Role,
        plain open_channels: Channels,
        optional appeal_route: String,
    }
}

overlay! {
    /// Changes to how long the words of an incident are kept.
    RetentionDocument on Retention {
        plain months: u8,
        plain verbatim: Verbatim,
        plain afterwards: AfterRetention,
    }
}

overlay! {
    /// Changes to how the organisation writes.
    StyleDocument on Style {
        plain contractions: bool,
        plain formality: Formality,
        plain spelling: Spelling,
        optional sign_off: String,
    }
}
