//! A digest over a value as it is written down: what a flipped bit cannot pass.
//!
//! It sees the fields that are written, by name, so that a later version with further optional fields
//! reads an earlier seal.

use core::fmt;

use serde::ser::{
    self, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::digest::Digest;

/// Digests a value.
pub(super) fn of<T: Serialize + ?Sized>(value: &T) -> Option<alloc::string::String> {
    let mut sealer = Sealer(Digest::new());
    value.serialize(&mut sealer).ok()?;
    Some(sealer.0.short())
}

struct Sealer(Digest);

/// No value of ours fails; the trait asks for a type.
#[derive(Debug)]
pub(super) struct Failed;

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value failed to be written")
    }
}

impl core::error::Error for Failed {}

impl ser::Error for Failed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl Sealer {
    /// A kind and its bytes, so that no two values run into each other.
    fn put(&mut self, kind: u8, bytes: &[u8]) -> Result<(), Failed> {
        self.0.feed(&[kind]);
        self.0.feed(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        self.0.feed(bytes);
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident: $Number:ty, $kind:literal;)+) => {
        $(fn $method(self, value: $Number) -> Result<(), Failed> {
            self.put($kind, &value.to_be_bytes())
        })+
    };
}

impl Serializer for &mut Sealer {
    type Ok = ();
    type Error = Failed;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8: i8, b'a';
        serialize_i16: i16, b'b';
        serialize_i32: i32, b'c';
        serialize_i64: i64, b'd';
        serialize_u8: u8, b'e';
        serialize_u16: u16, b'f';
        serialize_u32: u32, b'g';
        serialize_u64: u64, b'h';
    }

    #[allow(clippy::disallowed_types, reason = "the trait asks for it; a case holds none")]
    fn serialize_f32(self, _: f32) -> Result<(), Failed> {
        Err(Failed)
    }

    #[allow(clippy::disallowed_types, reason = "the trait asks for it; a case holds none")]
    fn serialize_f64(self, _: f64) -> Result<(), Failed> {
        Err(Failed)
    }

    fn serialize_bool(self, value: bool) -> Result<(), Failed> {
        self.put(b'?', &[u8::from(value)])
    }

    fn serialize_char(self, value: char) -> Result<(), Failed> {
        self.put(b'\'', &u32::from(value).to_be_bytes())
    }

    fn serialize_str(self, value: &str) -> Result<(), Failed> {
        self.put(b'"', value.as_bytes())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Failed> {
        self.put(b'#', value)
    }

    fn serialize_none(self) -> Result<(), Failed> {
        self.put(b'-', &[])
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Failed> {
        self.put(b'+', &[])?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Failed> {
        self.put(b'0', &[])
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), Failed> {
        self.put(b's', name.as_bytes())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Failed> {
        self.put(b'v', variant.as_bytes())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Failed> {
        self.put(b'v', variant.as_bytes())?;
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Failed> {
        self.put(b'[', &[])?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Failed> {
        self.put(b'[', &[])?;
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Failed> {
        self.put(b'[', &[])?;
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Failed> {
        self.put(b'v', variant.as_bytes())?;
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Failed> {
        self.put(b'{', &[])?;
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Failed> {
        self.put(b'{', &[])?;
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self, Failed> {
        self.put(b'v', variant.as_bytes())?;
        Ok(self)
    }
}

macro_rules! lists {
    ($($Trait:ident::$method:ident)+) => {
        $(impl $Trait for &mut Sealer {
            type Ok = ();
            type Error = Failed;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Failed> {
                self.put(b']', &[])
            }
        })+
    };
}

lists! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field
    SerializeTupleVariant::serialize_field
}

macro_rules! structs {
    ($($Trait:ident)+) => {
        $(impl $Trait for &mut Sealer {
            type Ok = ();
            type Error = Failed;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Failed> {
                self.put(b'=', name.as_bytes())?;
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Failed> {
                self.put(b'}', &[])
            }
        })+
    };
}

structs! { SerializeStruct SerializeStructVariant }

impl SerializeMap for &mut Sealer {
    type Ok = ();
    type Error = Failed;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failed> {
        self.put(b'=', &[])?;
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failed> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Failed> {
        self.put(b'}', &[])
    }
}
