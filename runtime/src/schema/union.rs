//! Values of one of several types.

use serde::{Deserialize, Deserializer, Serializer, de::Error};
use serde_json::{Map, Value};

use super::{Field, Object, path};

/// A type of JSON value. A number that is written without a fraction is an integer.
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
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Bool,
            Value::Number(number) if number.is_f64() => Self::Number,
            Value::Number(_) => Self::Integer,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }

    /// Whether a member of this type takes the value: a number takes integers too.
    fn takes(self, value: &Value) -> bool {
        let found = Self::of(value);
        self == found || (self == Self::Number && found == Self::Integer)
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
    fn is(self, value: &Value) -> bool {
        match self {
            Self::Bool(flag) => value.as_bool() == Some(flag),
            Self::Integer(integer) => value.as_i64() == Some(integer),
            Self::Text(text) => value.as_str() == Some(text),
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
    Fields(&'static [Field]),
    /// Whatever it can be read from.
    Any,
}

/// A member of a union.
#[doc(hidden)]
pub struct Member<T> {
    pub test: Test,
    pub read: fn(Value) -> Result<T, serde_json::Error>,
}

/// A generated enum whose value is one of several types.
#[doc(hidden)]
pub trait Union: Sized + 'static {
    const NAME: &'static str;
    /// The member that tells objects apart; empty where none does.
    const TAG: &'static str;
    const MEMBERS: &'static [Member<Self>];

    /// Keeps a value of a kind that the document does not know, where the union is open.
    fn other(value: Value) -> Option<Self>;

    /// Writes the member that it is.
    ///
    /// # Errors
    /// When the member cannot be written.
    fn write_member<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// The fields of a type.
#[doc(hidden)]
#[must_use]
pub const fn fields<T: Object>() -> &'static [Field] {
    T::FIELDS
}

/// Reads a value into the member that fits it best: the one that its tag names, else the one of
/// its JSON type, else the one that has all it requires and most of what is there. A tag is a hint,
/// so a member that cannot be read gives way to the next.
///
/// # Errors
/// When no member can be read from the value.
#[doc(hidden)]
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let (candidates, is_known) = candidates::<T>(&value);
    let mut first_fault = None;
    for member in candidates {
        let before = path::length();
        match (member.read)(value.clone()) {
            Ok(read) => return Ok(read),
            Err(fault) => {
                let below = path::cut(before);
                first_fault.get_or_insert((fault, below));
            }
        }
    }
    let found = JsonType::of(&value);
    if !is_known
        && found == JsonType::Object
        && let Some(other) = T::other(value)
    {
        return Ok(other);
    }
    Err(match first_fault {
        Some((fault, below)) => {
            path::extend(below);
            D::Error::custom(fault)
        }
        None => D::Error::custom(format_args!(
            "invalid type: {found:?} is not one of those that {} takes",
            T::NAME
        )),
    })
}

/// The members to try, best first; and whether the tag names one of them.
fn candidates<T: Union>(value: &Value) -> (Vec<&'static Member<T>>, bool) {
    let object = value.as_object();
    let tag = object.and_then(|object| object.get(T::TAG));
    let named = object.map_or(0, named::<T>);
    let mut known = false;
    let mut scored: Vec<(Score, &'static Member<T>)> = Vec::new();
    for member in T::MEMBERS {
        let score = match member.test {
            Test::Json(of) => of.takes(value).then_some((FITS, 0)),
            Test::Tag(tags) => match tag {
                Some(tag) if tags.iter().any(|one| one.is(tag)) => {
                    known = true;
                    Some((usize::MAX, 0))
                }
                Some(_) => None,
                None => object.map(|_| (MAY_FIT, 0)),
            },
            Test::Fields(fields) => object.and_then(|object| fit(fields, object, named)),
            Test::Any => Some((MAY_FIT, 0)),
        };
        scored.extend(score.map(|score| (score, member)));
    }
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    (
        scored.into_iter().map(|(_, member)| member).collect(),
        known,
    )
}

/// How well a type fits a value: what takes it, before what may, before what would lose a part of it;
/// then by how many members have a field.
type Score = (usize, usize);

const LOSES: usize = 0;
const MAY_FIT: usize = 1;
const FITS: usize = 2;

/// How an object fits; `None` where a required member is missing. A type that has none of the members,
/// or not all that types of the union have between them, would lose the others.
fn fit(fields: &[Field], object: &Map<String, Value>, named: usize) -> Option<Score> {
    let is_missing = |field: &Field| field.required && !object.contains_key(field.name);
    if fields.iter().any(is_missing) {
        return None;
    }
    let found = fields
        .iter()
        .filter(|field| object.contains_key(field.name));
    let found = found.count();
    let is_loss = found < named || (found == 0 && !object.is_empty());
    Some((if is_loss { LOSES } else { FITS }, found))
}

/// How many of an object's members have a field in some type of a union.
fn named<T: Union>(object: &Map<String, Value>) -> usize {
    let has = |member: &Member<T>, name: &str| match member.test {
        Test::Fields(fields) => fields.iter().any(|field| field.name == name),
        Test::Json(_) | Test::Tag(_) | Test::Any => false,
    };
    let names = object.keys();
    let names = names.filter(|name| T::MEMBERS.iter().any(|member| has(member, name)));
    names.count()
}

/// Writes a value as its member would be.
///
/// # Errors
/// When the member cannot be written.
#[doc(hidden)]
pub fn write_union<T: Union, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write_member(serializer)
}

/// Implements a union. A row is a member: its variant, and which values it takes. `by` names the
/// tag, and `else` the variant that keeps other values.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($name:ident $(by $tag:literal)? $(else $other:ident)? { $($variant:ident = $test:expr,)* }) => {
        impl $crate::__private::Union for $name {
            const NAME: &'static str = stringify!($name);
            const TAG: &'static str = concat!($($tag)?);
            const MEMBERS: &'static [$crate::__private::Member<Self>] = &[$(
                $crate::__private::Member {
                    test: {
                        #[allow(unused_imports)]
                        use $crate::__private::{fields, test::*};
                        $test
                    },
                    read: |value| $crate::__private::Wire::read(value).map(Self::$variant),
                },
            )*];

            fn other(value: $crate::__private::Value) -> Option<Self> {
                $(return Some(Self::$other(value));)?
                #[allow(unreachable_code)]
                {
                    let _ = value;
                    None
                }
            }

            fn write_member<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::__private::Wire::write(value, serializer),)*
                    $(Self::$other(value) => $crate::__private::Wire::write(value, serializer),)?
                }
            }
        }

        $crate::__wire!($name: read_union, write_union);

        $crate::__union_blank!($name { $($other)? } { $($variant,)* });
    };
}

/// A union's blank is that of its first member, or nothing where it is open.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_blank {
    ($name:ident { $other:ident } { $($variant:ident,)* }) => {
        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self::$other($crate::__private::Value::Null)
            }
        }
    };
    ($name:ident {} { $first:ident, $($rest:ident,)* }) => {
        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self::$first($crate::__private::Blank::blank())
            }
        }
    };
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
            required { 0 kind as String = "kind", }
            optional { 1 lives: i64 = "lives", }
        }
    }

    crate::__object! {
        pub struct Loose {
            required {}
            optional { 0 kind: String = "kind", 1 barks: bool = "barks", }
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Pet {
        Cat(Cat),
        Loose(Loose),
        Name(String),
        Unknown(Value),
    }

    crate::__union! {
        Pet by "kind" else Unknown {
            Cat = Tag(&[Text("cat"), Text("kitten")]),
            Loose = Tag(&[Text("dog")]),
            Name = Json(String),
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Any {
        Loose(Loose),
        Cat(Cat),
        Texts(Vec<String>),
        Numbers(Vec<f64>),
    }

    crate::__union! {
        Any {
            Loose = Fields(fields::<Loose>()),
            Cat = Fields(fields::<Cat>()),
            Texts = Json(Array),
            Numbers = Json(Array),
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
        pub struct Forward { required {} optional { 0 next: String = "next", 1 last: String = "last", } }
    }

    crate::__object! {
        pub struct Backward { required {} optional { 0 prev: String = "prev", 1 first: String = "first", } }
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Links {
        Forward(Forward),
        Backward(Backward),
        Value(Value),
    }

    crate::__union! {
        Links {
            Forward = Fields(fields::<Forward>()),
            Backward = Fields(fields::<Backward>()),
            Value = Any,
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
