//! Values of one of several types.

mod macros;
mod read;
mod tries;

use serde::{Deserializer, Serializer, de::Error};
use serde_json::Value;

use super::{Buffer, Fields, Kind, Object, Wire, buffer::Giver, integer::whole};

/// A type of JSON value. A number that is written without a fraction is an integer; one whose fraction is
/// nought can be one.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    Null,
    Bool,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    fn of(value: &Buffer) -> Self {
        match value {
            Buffer::Null => Self::Null,
            Buffer::Bool(_) => Self::Bool,
            Buffer::Number(number) if number.is_f64() => Self::Number,
            Buffer::Number(_) => Self::Integer,
            Buffer::Text(_) => Self::String,
            Buffer::List(_) => Self::Array,
            Buffer::Object(_) => Self::Object,
        }
    }

    /// Whether a member of this type takes the value: a number takes integers too.
    fn takes(self, value: &Buffer) -> bool {
        let found = Self::of(value);
        self == found || (self == Self::Number && found == Self::Integer)
    }

    /// Whether it is an integer that is written as other numbers are: it is left to members that take
    /// those.
    fn takes_as_whole(self, value: &Buffer) -> bool {
        match value {
            Buffer::Number(number) if self == Self::Integer && number.is_f64() => {
                number.as_f64().and_then(whole).is_some()
            }
            _ => false,
        }
    }
}

/// The value of a tag.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    Bool(bool),
    Integer(i64),
    Text(&'static str),
}

impl Tag {
    fn is(self, value: &Buffer) -> bool {
        match (self, value) {
            (Self::Bool(flag), Buffer::Bool(value)) => *value == flag,
            (Self::Integer(integer), Buffer::Number(value)) => {
                let value = value.as_i64().or_else(|| value.as_f64().and_then(whole));
                value == Some(integer)
            }
            (Self::Text(text), Buffer::Text(value)) => **value == *text,
            _ => false,
        }
    }
}

/// The names that rows of a union are written with.
#[doc(hidden)]
pub mod test {
    pub use super::{
        JsonType::{Array, Bool, Integer, Number, Object, String},
        Tag::{Bool as Flag, Integer as Whole, Text},
        Test::{Any, Fields, Json, Tag},
    };
}

/// Which values a member takes.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Test {
    /// Values of this type.
    Json(JsonType),
    /// Objects whose tag has one of these values.
    Tag(&'static [Tag]),
    /// Objects with these fields.
    Fields(fn() -> Fields),
    /// Whatever it can be read from.
    Any,
}

/// A generated enum whose value is one of several types.
#[doc(hidden)]
pub trait Union: Sized + 'static {
    const NAME: &'static str;
    /// The member that tells objects apart; empty where none does.
    const TAG: &'static str;
    /// Which values each member takes.
    const TESTS: &'static [Test];

    /// A value to start reading from: nothing where the union is open, else that of its first member.
    fn blank() -> Self;

    /// Keeps a value of a kind that the document does not know, where the union is open.
    fn other(_: Value) -> Option<Self> {
        None
    }

    /// Reads the member with this index.
    ///
    /// # Errors
    /// When the value is none of that member's.
    fn read_member(index: usize, value: &Buffer) -> serde_json::Result<Self>;

    /// Writes the member that it is.
    ///
    /// # Errors
    /// When the member cannot be written.
    fn write_member<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// The kind of unions.
#[doc(hidden)]
#[derive(Debug)]
pub struct Unions;

impl<T: Union> Kind<T> for Unions {
    fn blank() -> T {
        T::blank()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        read::read(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write_member(serializer)
    }
}

/// Reads a value into a member.
///
/// # Errors
/// When it is none of that member's.
#[doc(hidden)]
pub fn member<T: Wire, U>(value: &Buffer, member: fn(T) -> U) -> serde_json::Result<U> {
    T::read(Giver(value)).map(member)
}

/// There is no member with this index.
///
/// # Errors
/// Always.
#[doc(hidden)]
pub fn no_member<U>() -> serde_json::Result<U> {
    Err(serde_json::Error::custom("there is no such member"))
}

/// The fields of a type.
#[doc(hidden)]
#[must_use]
pub fn fields<T: Object>() -> Fields {
    T::fields()
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macros make, for a crate of its own"
)]
mod tests {
    use serde_json::{Value, from_str, json, to_value};

    crate::__object! {
        pub struct Cat {
            required { kind as String = "kind", }
            optional { lives: i64 = "lives", }
        }
    }

    crate::__object! {
        pub struct Loose {
            optional { kind: String = "kind", barks: bool = "barks", }
        }
    }

    crate::__union! {
        enum Pet by "kind" else Unknown {
            0 Cat(Cat) = Tag(&[Text("cat"), Text("kitten")]),
            1 Loose(Loose) = Tag(&[Text("dog")]),
            2 Name(String) = Json(String),
        }
    }

    crate::__union! {
        enum Any {
            0 Loose(Loose) = Fields(fields::<Loose>),
            1 Cat(Cat) = Fields(fields::<Cat>),
            2 Texts(Vec<String>) = Json(Array),
            3 Numbers(Vec<f64>) = Json(Array),
        }
    }

    fn cat(kind: &str, lives: Option<i64>) -> Cat {
        Cat {
            kind: kind.to_owned(),
            lives,
        }
    }

    #[test]
    fn the_tag_names_the_member() {
        for text in [
            r#"{"kind":"kitten","lives":9}"#,
            r#"{"lives":9,"kind":"kitten","x":1}"#,
        ] {
            assert_eq!(
                from_str::<Pet>(text).unwrap(),
                Pet::Cat(cat("kitten", Some(9)))
            );
        }
        assert_eq!(
            from_str::<Pet>(r#""Tom""#).unwrap(),
            Pet::Name("Tom".to_owned())
        );
        let unknown = json!({ "kind": "newt", "legs": 4 });
        let read: Pet = from_str(&unknown.to_string()).unwrap();
        assert_eq!(read, Pet::Unknown(unknown.clone()));
        assert_eq!(to_value(read).unwrap(), unknown);
        assert!(from_str::<Pet>("[]").is_err());
    }

    #[test]
    fn a_tag_that_is_missing_or_wrong_is_a_hint() {
        let read: Pet = from_str(r#"{"barks":true}"#).unwrap();
        assert!(matches!(
            read,
            Pet::Loose(Loose {
                barks: Some(true),
                ..
            })
        ));
        let fault = from_str::<Pet>(r#"{"kind":"cat","lives":"nine"}"#).unwrap_err();
        assert!(
            fault.to_string().contains("invalid type: string \"nine\""),
            "{fault}"
        );
    }

    crate::__union! {
        pub enum Filter by "op" else Unknown {
            0 All(All) = Tag(&[Text("all")]),
            1 Some(Some) = Tag(&[Text("some")]),
        }
    }

    crate::__object! {
        pub struct All { required { op as String = "op", of: Vec<Filter> = "of", } }
    }

    crate::__object! {
        pub struct Some { required { of: Vec<Filter> = "of", least: i64 = "least", } }
    }

    #[test]
    fn what_fails_is_not_tried_again_at_each_level() {
        let nested = |levels: usize, start: &str, end: &str| {
            let text = start.repeat(levels) + &end.repeat(levels);
            from_str::<Filter>(&text)
        };
        // Twice the time for each level would take until the sun is cold.
        let read = nested(60, r#"{"of":["#, "]}");
        assert!(matches!(read, Ok(Filter::Unknown(_))), "{read:?}");
        let read = nested(60, r#"{"of":["#, r#"],"least":1}"#);
        assert!(matches!(read, Ok(Filter::Some(_))), "{read:?}");
        let read = nested(60, r#"{"of":["#, r#"],"op":"all"}"#);
        assert!(matches!(read, Ok(Filter::All(_))), "{read:?}");
    }

    #[test]
    fn of_a_member_that_comes_twice_the_last_counts() {
        let read: Any = from_str(r#"{"kind":"x","kind":"y","lives":1}"#).unwrap();
        assert_eq!(read, Any::Cat(cat("y", Some(1))));
    }

    #[test]
    fn without_a_tag_the_best_fit_is_taken() {
        let read = |text: &str| from_str::<Any>(text).unwrap();
        assert_eq!(
            read(r#"{"kind":"x","lives":1}"#),
            Any::Cat(cat("x", Some(1)))
        );
        assert!(matches!(
            read(r#"{"kind":"x","barks":true}"#),
            Any::Loose(_)
        ));
        assert!(matches!(read("{}"), Any::Loose(_)));
        assert_eq!(read(r#"["a"]"#), Any::Texts(vec!["a".to_owned()]));
        assert_eq!(read("[1,2.5]"), Any::Numbers(vec![1.0, 2.5]));
    }

    crate::__object! {
        pub struct Forward { optional { next: String = "next", last: String = "last", } }
    }

    crate::__object! {
        pub struct Backward { optional { prev: String = "prev", first: String = "first", } }
    }

    crate::__union! {
        enum Links {
            0 Forward(Forward) = Fields(fields::<Forward>),
            1 Backward(Backward) = Fields(fields::<Backward>),
            2 Value(Value) = Any,
        }
    }

    #[test]
    fn what_a_member_would_lose_another_one_keeps() {
        let read = |value: Value| from_str::<Links>(&value.to_string()).unwrap();
        assert!(matches!(read(json!({"last": "a"})), Links::Forward(_)));
        assert!(matches!(
            read(json!({"prev": "a", "first": "b"})),
            Links::Backward(_)
        ));
        // A member that the API adds later changes nothing.
        assert!(matches!(
            read(json!({"next": "a", "new": 1})),
            Links::Forward(_)
        ));
        for lost in [
            json!({"first": "a", "last": "b"}),
            json!({"pages": {"first": "a"}}),
        ] {
            assert_eq!(read(lost.clone()), Links::Value(lost));
        }
    }
}
