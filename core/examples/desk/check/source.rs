//! Where things stand in a policy file: JSON pointers to lines and columns.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Deeper than any policy; what lies deeper is not told apart.
const DEEPEST: usize = 16;

/// A policy file's text with the place of every value in it.
pub(crate) struct Source<'a> {
    text: &'a str,
    values: Vec<Value>,
    /// Places of keys that an object has twice.
    pub(crate) twice: Vec<String>,
    /// The members of the object at the top, if it is one.
    pub(crate) members: Option<Vec<(String, &'a RawValue)>>,
}

struct Value {
    place: String,
    start: usize,
    end: usize,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

impl<'a> Source<'a> {
    /// Finds the place of every value; fails where the text is not JSON.
    pub(crate) fn read(text: &'a str) -> Result<Self, serde_json::Error> {
        let top: &RawValue = serde_json::from_str(text)?;
        let mut source = Self { text, values: Vec::new(), twice: Vec::new(), members: None };
        source.members = source.walk(top, String::new(), 0);
        Ok(source)
    }

    /// The position of the value at `place`, or of the nearest value around it.
    pub(crate) fn position(&self, place: &str) -> Position {
        let mut place = place;
        loop {
            if let Some(value) = self.values.iter().find(|value| value.place == place) {
                return position(self.text, value.start);
            }
            let Some((around, _)) = place.rsplit_once('/') else {
                return Position { line: 1, column: 1 };
            };
            place = around;
        }
    }

    /// Says whether the file itself has a value at `place`.
    pub(crate) fn has(&self, place: &str) -> bool {
        self.values.iter().any(|value| value.place == place)
    }

    /// Every place at which the file has a value.
    pub(crate) fn places(&self) -> Vec<String> {
        self.values.iter().map(|value| value.place.clone()).collect()
    }

    /// Where `inner` starts in the text.
    pub(crate) fn offset(&self, inner: &str) -> usize {
        inner.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    /// The innermost value around an offset: its place, and its position.
    pub(crate) fn around(&self, offset: usize) -> (&str, Position) {
        // Values come before the values inside them.
        let inner =
            self.values.iter().rev().find(|value| (value.start..value.end).contains(&offset));
        inner.map_or(("", position(self.text, offset)), |value| {
            (value.place.as_str(), position(self.text, value.start))
        })
    }

    /// The first text inside the value at `place` that says `said`: its place, and its position.
    pub(crate) fn saying(&self, place: &str, said: &str) -> Option<(&str, Position)> {
        let inside = |value: &&Value| {
            let rest = value.place.strip_prefix(place);
            let json = self.text.get(value.start..value.end).unwrap_or_default();
            rest.is_some_and(|rest| rest.starts_with('/'))
                && serde_json::from_str::<String>(json).is_ok_and(|text| text == said)
        };
        let found = self.values.iter().find(inside)?;
        Some((&found.place, position(self.text, found.start)))
    }

    /// The last key of this name that starts before an offset.
    pub(crate) fn key_before(&self, key: &str, offset: usize) -> Option<Position> {
        let written = serde_json::to_string(key).ok()?;
        let before = self.text.get(..offset.saturating_add(1)).unwrap_or(self.text);
        before.rfind(&written).map(|start| position(self.text, start))
    }

    fn walk(
        &mut self,
        value: &'a RawValue,
        place: String,
        depth: usize,
    ) -> Option<Vec<(String, &'a RawValue)>> {
        let json = value.get();
        let start = self.offset(json);
        let end = start.saturating_add(json.len());
        self.values.push(Value { place: place.clone(), start, end });
        if depth > DEEPEST {
            return None;
        }
        if json.starts_with('{') {
            let Members(members) = serde_json::from_str(json).ok()?;
            let mut seen: Vec<&str> = Vec::new();
            for (key, inner) in &members {
                let inside = format!("{place}/{}", escaped(key));
                if seen.contains(&key.as_str()) {
                    self.twice.push(inside.clone());
                }
                seen.push(key);
                self.walk(inner, inside, depth.saturating_add(1));
            }
            return Some(members);
        }
        if json.starts_with('[') {
            let items: Vec<&'a RawValue> = serde_json::from_str(json).ok()?;
            for (index, inner) in items.iter().enumerate() {
                self.walk(inner, format!("{place}/{index}"), depth.saturating_add(1));
            }
        }
        None
    }
}

/// The line and column of a byte.
pub(crate) fn position(text: &str, offset: usize) -> Position {
    let before = (0..=offset.min(text.len())).rev().find_map(|end| text.get(..end));
    let before = before.unwrap_or_default();
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
    Position { line, column }
}

/// The byte that serde_json means by its line and column, which count bytes from 1.
pub(crate) fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let start: usize = before.map(str::len).sum();
    start.saturating_add(error.column().saturating_sub(1)).min(text.len().saturating_sub(1))
}

/// A key as a part of a JSON pointer.
pub(crate) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The members of an object in the file's own order, with those that are there twice.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry::<String, &RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Object)
    }
}
