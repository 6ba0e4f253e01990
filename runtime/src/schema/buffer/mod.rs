//! A value that is read before it is known what it is.

mod give;
mod key;
mod take;

use std::{cell::RefCell, rc::Rc};

use serde::Deserializer;
use serde_json::{Number, Value};

pub(super) use give::Giver;

/// A value whose type is to be found out. To clone it is to share it: what stands in a union within
/// a union is not copied at each level.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Buffer {
    Null,
    Bool(bool),
    Number(Number),
    Text(Rc<str>),
    List(Rc<[Buffer]>),
    /// In the order in which they came.
    Object(Rc<[(Rc<str>, Buffer)]>),
}

/// By this name, what reads from a buffer is asked for the buffer itself. Other deserializers take no
/// notice of names of newtypes.
const WHOLE: &str = concat!("$outspoken::Buffer@", env!("CARGO_PKG_VERSION"));

thread_local! {
    /// The buffer that was asked for: serde's traits have no room for it.
    static HANDED: RefCell<Option<Buffer>> = const { RefCell::new(None) };
}

impl Buffer {
    /// Reads a value of any kind; and tells whether it is new, and no part of another buffer.
    ///
    /// # Errors
    /// When it is not whole.
    pub(super) fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<(Self, bool), D::Error> {
        // What another version of this crate was handed is nothing of this value.
        HANDED.set(None);
        deserializer.deserialize_newtype_struct(WHOLE, take::Whole)
    }

    /// Where its parts are; `None` where it has none.
    pub(super) fn address(&self) -> Option<usize> {
        match self {
            Self::List(items) => Some(Rc::as_ptr(items).cast::<u8>().addr()),
            Self::Object(members) => Some(Rc::as_ptr(members).cast::<u8>().addr()),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => None,
        }
    }

    /// The value as a type of its own.
    ///
    /// # Errors
    /// When it has no number that is one.
    pub(super) fn to_value(&self) -> serde_json::Result<Value> {
        serde::Deserialize::deserialize(Giver(self))
    }

    pub(super) fn as_object(&self) -> Option<&[(Rc<str>, Self)]> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// Hands it over to whoever asked for it by [`WHOLE`].
    fn hand_over(&self) {
        HANDED.set(Some(self.clone()));
    }

    /// What was handed over to who asks now; `None` where no buffer was asked.
    fn handed() -> Option<Self> {
        HANDED.take()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Bound;

    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_read_is_given_again() {
        for value in [
            json!(null),
            json!({"a": [1, -2, 2.5, u64::MAX, true, "\u{e9}\n", {}, []], "b": {"c": null}}),
        ] {
            let (buffer, _) = Buffer::read(&value).unwrap();
            assert_eq!(buffer.to_value().unwrap(), value);
            let text = value.to_string();
            let mut deserializer = serde_json::Deserializer::from_str(&text);
            let (buffer, is_new) = Buffer::read(&mut deserializer).unwrap();
            assert!(is_new);
            assert_eq!(buffer.to_value().unwrap(), value);
            let (again, is_new) = Buffer::read(Giver(&buffer)).unwrap();
            assert!(!is_new);
            match (&buffer, &again) {
                (Buffer::Object(one), Buffer::Object(other)) => assert!(Rc::ptr_eq(one, other)),
                _ => assert!(matches!(again, Buffer::Null)),
            }
        }
    }

    #[test]
    fn types_of_other_crates_read_from_it() {
        let value = json!(["Unbounded", {"Included": 7}, {"Excluded": 8}]);
        let (buffer, _) = Buffer::read(&value).unwrap();
        let found: Vec<Bound<u8>> = serde::Deserialize::deserialize(Giver(&buffer)).unwrap();
        assert_eq!(
            found,
            [Bound::Unbounded, Bound::Included(7), Bound::Excluded(8)]
        );
        let (keys, _) = Buffer::read(&json!({"7": true, "-1": false})).unwrap();
        let keys: std::collections::BTreeMap<i8, bool> =
            serde::Deserialize::deserialize(Giver(&keys)).unwrap();
        assert_eq!(keys, [(-1, false), (7, true)].into());
    }

    #[test]
    fn what_is_left_over_is_refused_as_in_text() {
        let (list, _) = Buffer::read(&json!([1, 2, 3])).unwrap();
        let pair: Result<(f64, f64), _> = serde::Deserialize::deserialize(Giver(&list));
        assert!(pair.is_err(), "{pair:?}");
        let (two, _) = Buffer::read(&json!({"Included": 7, "Excluded": 8})).unwrap();
        let bound: Result<Bound<u8>, _> = serde::Deserialize::deserialize(Giver(&two));
        assert!(bound.is_err(), "{bound:?}");
    }

    #[test]
    fn a_member_that_looks_like_a_number_is_a_member() {
        for value in [
            json!({"a": 1, "$serde_json::private::Number": "2"}),
            json!({"$serde_json::private::Number": "x"}),
        ] {
            let text = value.to_string();
            let mut deserializer = serde_json::Deserializer::from_str(&text);
            let (buffer, _) = Buffer::read(&mut deserializer).unwrap();
            assert_eq!(buffer.to_value().unwrap(), value);
        }
    }
}
