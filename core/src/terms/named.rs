//! Two macros that keep codes, names and sets of the closed enums in one place.

/// Declares a field-less enum with stable codes and stable wire names.
macro_rules! named {
    ($(#[$meta:meta])* $visibility:vis enum $Name:ident {
        $($(#[$variant_meta:meta])* $Variant:ident = $code:literal $name:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[repr(u8)]
        $visibility enum $Name { $($(#[$variant_meta])* $Variant = $code,)+ }

        impl $Name {
            /// Every value, in the order of the codes.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];

            /// Returns the stable number used by the C ABI.
            #[must_use]
            pub const fn code(self) -> u8 {
                match self { $(Self::$Variant => $code,)+ }
            }

            /// Returns the stable name used in JSON.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name,)+ }
            }

            /// Finds the value of a code, or `None` for a code this version does not know.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$Variant),)+ _ => None }
            }

            /// Finds the value of a name, or `None` for a name this version does not know.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$Variant),)+ _ => None }
            }
        }

        impl core::fmt::Display for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <alloc::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| {
                    serde::de::Error::unknown_variant(&name, &[$($name),+])
                })
            }
        }
    };
}

/// Declares a `Copy` set over a [`named!`] enum of at most 64 values; iterates in code order.
macro_rules! set_of {
    ($(#[$meta:meta])* $visibility:vis struct $Set:ident of $Item:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Default, Eq, Hash, PartialEq)]
        $visibility struct $Set(u64);

        impl $Set {
            /// The set without members.
            pub const EMPTY: Self = Self(0);

            /// Says whether `item` is a member.
            #[must_use]
            pub const fn contains(self, item: $Item) -> bool {
                self.0 & (1 << item.code()) != 0
            }

            /// Returns the set with `item` added.
            #[must_use]
            pub const fn with(self, item: $Item) -> Self {
                Self(self.0 | (1 << item.code()))
            }

            /// Returns the set with `item` taken out.
            #[must_use]
            pub const fn without(self, item: $Item) -> Self {
                Self(self.0 & !(1 << item.code()))
            }

            /// Returns the members of either set.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// Says whether any member of `other` is a member here.
            #[must_use]
            pub const fn intersects(self, other: Self) -> bool {
                self.0 & other.0 != 0
            }

            /// Says whether the set has no members.
            #[must_use]
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Returns the members as bits, bit `n` being the item with code `n`.
            #[must_use]
            pub const fn bits(self) -> u64 {
                self.0
            }

            /// Adds `item`.
            pub const fn insert(&mut self, item: $Item) {
                self.0 |= 1 << item.code();
            }

            /// Walks the members in code order.
            pub fn iter(self) -> impl Iterator<Item = $Item> {
                $Item::ALL.iter().copied().filter(move |item| self.contains(*item))
            }
        }

        impl core::fmt::Debug for $Set {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_set().entries(self.iter()).finish()
            }
        }

        impl FromIterator<$Item> for $Set {
            fn from_iter<I: IntoIterator<Item = $Item>>(items: I) -> Self {
                items.into_iter().fold(Self::EMPTY, Self::with)
            }
        }

        impl<const N: usize> From<[$Item; N]> for $Set {
            fn from(items: [$Item; N]) -> Self {
                items.into_iter().collect()
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Set {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Set {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let items = alloc::vec::Vec::<$Item>::deserialize(deserializer)?;
                Ok(items.into_iter().collect())
            }
        }
    };
}

pub(crate) use {named, set_of};
