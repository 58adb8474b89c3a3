//! What this worker tells the page, as JSON.
//!
//! Writing into a text of our own cannot fail, so nothing here, and nothing that serde derives for what is
//! told, looks whether it did.

use std::fmt::{self, Write as _};

use serde::{
    Serialize, Serializer,
    ser::{
        self, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

/// A text that grows.
#[derive(Debug, Default)]
pub(crate) struct Told(String);

/// What cannot happen.
#[derive(Debug)]
pub(crate) enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!("nothing that is told has a reason to fail")
    }
}

type Done = Result<(), Never>;

/// The JSON of what `write` writes, if it does.
pub(crate) fn json(write: impl FnOnce(&mut Told) -> Option<()>) -> Option<String> {
    let mut told = Told::default();
    write(&mut told)?;
    Some(told.0)
}

/// Behind each member and each element stands a comma; what closes takes the place of the last.
#[expect(
    clippy::unnecessary_wraps,
    reason = "serde's functions end with what these give"
)]
impl Told {
    #[inline(never)]
    fn sign(&mut self, sign: char) {
        self.0.push(sign);
    }

    #[inline(never)]
    fn close(&mut self, sign: char) -> Done {
        if self.0.ends_with(',') {
            self.0.pop();
        }
        self.0.push(sign);
        Ok(())
    }

    /// The name of a member, which needs no escape.
    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    #[inline(never)]
    fn text(&mut self, text: &str) -> Done {
        self.0.push('"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= b' ' && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.0.push_str(&text[from..at]);
            // Writing to a text cannot fail.
            let _ = write!(self.0, "\\u{byte:04x}");
            from = at + 1;
        }
        self.0.push_str(&text[from..]);
        self.0.push('"');
        Ok(())
    }

    #[inline(never)]
    fn number(&mut self, number: i64) -> Done {
        let _ = write!(self.0, "{number}");
        Ok(())
    }

    #[inline(never)]
    fn word(&mut self, word: &str) -> Done {
        self.0.push_str(word);
        Ok(())
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Done {
        self.name(name);
        self.element(value)
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut *self)?;
        self.sign(',');
        Ok(())
    }

    /// A variant with something in it is an object with one member.
    fn variant(&mut self, name: &str, opens: char) {
        self.sign('{');
        self.name(name);
        self.sign(opens);
    }
}

macro_rules! numbers {
    ($($method:ident: $number:ty,)+) => { $(
        fn $method(self, number: $number) -> Done {
            self.number(number.into())
        }
    )+ };
}

impl Serializer for &mut Told {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
    }

    /// None is as large as what an `i64` does not hold.
    fn serialize_u64(self, number: u64) -> Done {
        self.number(number.cast_signed())
    }

    /// None is told.
    fn serialize_f32(self, _: f32) -> Done {
        self.serialize_unit()
    }

    /// None is told.
    fn serialize_f64(self, _: f64) -> Done {
        self.serialize_unit()
    }

    fn serialize_bool(self, is: bool) -> Done {
        self.word(if is { "true" } else { "false" })
    }

    fn serialize_char(self, sign: char) -> Done {
        self.text(sign.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Done {
        self.text(text)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Done {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Done {
        self.text(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Done {
        self.sign('{');
        self.member(name, value)?;
        self.close('}')
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Never> {
        self.sign('[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.variant(name, '[');
        Ok(self)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        self.sign('{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, Never> {
        self.variant(name, '{');
        Ok(self)
    }
}

macro_rules! elements {
    ($($kind:ident $method:ident;)+) => { $(
        impl $kind for &mut Told {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
                self.element(value)
            }

            fn end(self) -> Done {
                self.close(']')
            }
        }
    )+ };
}

elements! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
}

impl SerializeTupleVariant for &mut Told {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.element(value)
    }

    fn end(self) -> Done {
        self.close(']')?;
        self.close('}')
    }
}

impl SerializeMap for &mut Told {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)?;
        self.sign(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.element(value)
    }

    fn end(self) -> Done {
        self.close('}')
    }
}

impl SerializeStruct for &mut Told {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        self.member(name, value)
    }

    fn end(self) -> Done {
        self.close('}')
    }
}

impl SerializeStructVariant for &mut Told {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Done {
        self.member(name, value)
    }

    fn end(self) -> Done {
        self.close('}')?;
        self.close('}')
    }
}
