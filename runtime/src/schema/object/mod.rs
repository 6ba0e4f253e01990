//! Objects: a table of fields, and what is done with all objects by it.

mod derived;
mod field;
mod macros;
mod read;
mod section;
pub(super) mod seen;
mod write;

use serde::{Deserializer, Serializer};

use super::{Kind, Wire};
pub use derived::{copy, same, show};
pub use field::{FieldReader, FieldVisitor};
pub use section::At;

type Names = &'static [&'static str];

/// The names of fields on the wire, in the order of their indices: first those that must be there.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub required: Names,
    pub optional: Names,
    /// The name of the type.
    pub of: &'static str,
    /// What the field of members is called that have no field; empty where those are not kept.
    pub others: &'static str,
}

impl Fields {
    pub(in crate::schema) fn iter(self) -> impl Iterator<Item = &'static str> + Clone {
        self.required.iter().chain(self.optional).copied()
    }

    pub(in crate::schema) fn count(self) -> usize {
        self.required.len() + self.optional.len()
    }

    #[inline]
    pub(in crate::schema) fn get(self, index: usize) -> Option<&'static str> {
        nth(self.required, self.optional, index)
    }

    /// The field with this name, which is looked for at `from` first.
    #[inline]
    pub(in crate::schema) fn find(self, key: &str, from: usize) -> Option<usize> {
        match self.get(from) {
            Some(name) if name == key => Some(from),
            _ => elsewhere(self.required, self.optional, key, from),
        }
    }
}

#[inline]
fn nth(required: Names, optional: Names, index: usize) -> Option<&'static str> {
    match index.checked_sub(required.len()) {
        None => required.get(index).copied(),
        Some(index) => optional.get(index).copied(),
    }
}

/// The field with this name, which is none at `from`.
#[inline(never)]
fn elsewhere(required: Names, optional: Names, key: &str, from: usize) -> Option<usize> {
    let count = required.len() + optional.len();
    let mut all = (from + 1..count).chain(0..from.min(count));
    all.find(|index| nth(required, optional, *index) == Some(key))
}

/// A generated type with named fields.
///
/// What is generated for a section is one call each way, without a result, with all its fields as a
/// tuple: a call for each field costs the compiler twice as much, and a `?`, or a value that is put in
/// the place of another, several times as much again.
#[doc(hidden)]
pub trait Object: Wire {
    /// The names of its fields. As a constant, each would be evaluated when the crate is checked.
    fn fields() -> Fields;

    /// A value to start reading from.
    fn blank() -> Self;

    /// Reads the value of a field, or of a member that has none.
    fn read<R: FieldReader>(&mut self, at: At<'_, R>);

    /// Visits a field, or the members that have none.
    fn visit<'a, V: FieldVisitor<'a>>(&'a self, at: At<'_, V>);
}

/// The kind of objects. Of what is read, unknown fields are ignored; of a field that comes twice the
/// last counts; and a required field that is missing is a fault.
#[doc(hidden)]
#[derive(Debug)]
pub struct Objects;

impl<T: Object> Kind<T> for Objects {
    fn blank() -> T {
        T::blank()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let mut value = T::blank();
        read::read(&mut value, deserializer)?;
        Ok(value)
    }

    fn read_into<'de, D: Deserializer<'de>>(
        place: &mut T,
        is_blank: bool,
        deserializer: D,
    ) -> Result<(), D::Error> {
        if !is_blank {
            *place = T::blank();
        }
        read::read(place, deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        write::write(value, serializer)
    }
}

#[cfg(test)]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "what the macro makes is for other crates"
)]
mod tests {
    use serde_json::{Value, json};

    crate::__object! {
        pub struct Pet {
            required { owner: Option<String> = "owner", }
            optional { nick: String = "nick", }
            null_apart {
                tail: Option<f64> = "tail",
                home: Option<Box<Home>> = "home",
                tag: Value = "tag",
                is_there: () = "is_there",
            }
        }
    }

    crate::__object! {
        pub struct Home {
            null_apart { street: Option<String> = "street", }
            others { others: Option<i64> }
        }
    }

    #[test]
    fn of_a_member_that_comes_twice_the_last_counts() {
        let text = r#"{"owner":null,"home":{"street":"a","x":1},"home":{"y":2}}"#;
        let pet: Pet = serde_json::from_str(text).unwrap();
        let home = pet.home.unwrap().unwrap();
        assert_eq!(home.street, None);
        assert_eq!(home.others, [("y".to_owned(), Some(2))].into());
        let text = r#"{"pet":{"owner":"a","nick":"b"},"pet":{"owner":"c"}}"#;
        let held: Held = serde_json::from_str(text).unwrap();
        assert_eq!(held.pet.owner.as_deref(), Some("c"));
        assert_eq!(held.pet.nick, None);
    }

    crate::__object! {
        pub struct Held { required { pet: Box<Pet> = "pet", } }
    }

    fn written(value: &Value) -> Value {
        let pet: Pet = serde_json::from_value(value.clone()).unwrap();
        serde_json::to_value(pet).unwrap()
    }

    #[test]
    fn what_is_told_apart_is_written_as_it_was_read() {
        for value in [
            json!({ "owner": null }),
            json!({ "owner": "me", "tail": null, "home": null, "tag": null }),
            json!({ "owner": null, "is_there": null }),
            json!({ "owner": null, "nick": "x", "tail": 1.5, "home": {}, "tag": { "a": null } }),
            json!({ "owner": null, "home": { "street": null, "rooms": null, "floor": 2 } }),
            json!({ "owner": null, "home": { "street": "s" } }),
        ] {
            assert_eq!(written(&value), value);
        }
    }

    #[test]
    fn null_is_nothing_where_it_is_not_told_apart() {
        let value = json!({ "owner": null, "nick": null });
        assert_eq!(written(&value), json!({ "owner": null }));
    }

    #[test]
    fn nothing_null_and_a_value_are_three_bodies() {
        let body = |street| {
            serde_json::to_string(&Home {
                street,
                ..Home::default()
            })
            .unwrap()
        };
        assert_eq!(body(None), "{}");
        assert_eq!(body(Some(None)), r#"{"street":null}"#);
        assert_eq!(body(Some(Some("s".to_owned()))), r#"{"street":"s"}"#);
        assert_eq!(Home::new().street, None);
    }

    #[test]
    fn a_fault_within_has_its_path() {
        let error = serde_json::from_str::<Pet>(r#"{"owner": null, "tail": "long"}"#).unwrap_err();
        assert!(error.to_string().contains("expected f64"), "{error}");
        let missing = serde_json::from_str::<Pet>(r#"{"tail": null}"#).unwrap_err();
        assert!(missing.to_string().contains("`owner`"), "{missing}");
    }
}
