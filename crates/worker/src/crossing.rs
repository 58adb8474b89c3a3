//! What crosses between the page and this worker, as the worker reads and writes it: plain objects.
//!
//! One is read as it is, member by member, by the names that its type has: code that knows the members of
//! each type by itself would be a tenth of this program. It is written by way of JSON, since what goes into
//! the journal is JSON as well.

use std::fmt;

use js_sys::{Array, JSON, Object, Reflect};
use serde::{
    Deserialize, Deserializer,
    de::{
        self, DeserializeSeed, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
        value::U32Deserializer,
    },
    forward_to_deserialize_any,
};
use wasm_bindgen::{JsCast, JsValue};

/// The plain object that JSON says.
pub(crate) fn object(json: &str) -> Option<JsValue> {
    JSON::parse(json).ok()
}

/// What a plain object says; `None` where it does not say that.
pub(crate) fn read<'de, T: Deserialize<'de>>(object: JsValue) -> Option<T> {
    T::deserialize(Plain(object)).ok()
}

/// The name of the variant that a plain object is.
pub(crate) fn name(object: &JsValue) -> Option<String> {
    object.as_string().or_else(|| {
        let names = Object::keys(object.dyn_ref::<Object>()?);
        names.get(0).as_string()
    })
}

/// A plain object, or a part of one, to be read.
pub(crate) struct Plain(pub(crate) JsValue);

/// It is not what was to be read. Nobody is told more.
#[derive(Debug)]
pub(crate) struct Unread;

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unread")
    }
}

impl std::error::Error for Unread {}

/// Each is given without what it says, so that no words for it are compiled in.
impl de::Error for Unread {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl Plain {
    fn is_absent(&self) -> bool {
        self.0.is_undefined() || self.0.is_null()
    }

    fn member(&self, name: &str) -> Result<Self, Unread> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name));
        value.map(Self).map_err(|_| Unread)
    }

    fn array(self) -> Result<Array, Unread> {
        self.0.dyn_into().map_err(|_| Unread)
    }

    fn number(&self) -> Result<f64, Unread> {
        self.0.as_f64().ok_or(Unread)
    }
}

/// Numbers are whole where anything of the core's crosses.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "what is not the same afterwards is not read"
)]
fn whole(number: f64) -> Result<i64, Unread> {
    let whole = number as i64;
    if whole as f64 == number {
        Ok(whole)
    } else {
        Err(Unread)
    }
}

macro_rules! numbers {
    ($($method:ident)+) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
            visitor.visit_i64(whole(self.number()?)?)
        }
    )+ };
}

impl<'de> Deserializer<'de> for Plain {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unread> {
        Err(Unread)
    }

    numbers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unread)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_string(self.0.as_string().ok_or(Unread)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_string(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        if self.is_absent() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        let array = self.array()?;
        visitor.visit_seq(Elements { array, next: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_seq(Members {
            object: self,
            names: names.iter(),
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_enum(self.variant(names)?)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 bytes byte_buf unit unit_struct tuple_struct map identifier ignored_any
    }
}

impl Plain {
    /// A variant is its name alone, or an object whose one member is its content.
    fn variant(self, names: &[&str]) -> Result<Variant, Unread> {
        let name = name(&self.0).ok_or(Unread)?;
        let content = if self.0.is_string() {
            JsValue::UNDEFINED
        } else {
            self.member(&name)?.0
        };
        let number = names.iter().position(|one| *one == name).ok_or(Unread)?;
        Ok(Variant {
            number: u32::try_from(number).map_err(|_| Unread)?,
            content: Self(content),
        })
    }
}

/// The elements of an array.
struct Elements {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Elements {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unread> {
        if self.next == self.array.length() {
            return Ok(None);
        }
        let element = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Plain(element)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some((self.array.length() - self.next) as usize)
    }
}

/// The members of an object, in the order in which its type has them.
struct Members {
    object: Plain,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Members {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unread> {
        let Some(name) = self.names.next() else {
            return Ok(None);
        };
        let member = self.object.member(name)?;
        let is_missing = member.0.is_undefined();
        match seed.deserialize(member) {
            // What has a default is given it.
            Err(Unread) if is_missing => Ok(None),
            read => read.map(Some),
        }
    }
}

/// A variant by its number, and what it holds.
struct Variant {
    number: u32,
    content: Plain,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unread;
    type Variant = Plain;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Plain), Unread> {
        let number: U32Deserializer<Unread> = self.number.into_deserializer();
        Ok((seed.deserialize(number)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for Plain {
    type Error = Unread;

    fn unit_variant(self) -> Result<(), Unread> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Unread> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        self.deserialize_struct("", names, visitor)
    }
}
