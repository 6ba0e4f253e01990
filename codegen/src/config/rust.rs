//! Names and paths of Rust, as people give them: what is none is refused here.

use std::{fmt, str::FromStr};

use crate::diagnostic::shown;

/// A name for a type: `PetOwner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeName(pub(crate) String);

/// A name for a method or a member: `pet_owner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ValueName(pub(crate) String);

/// Why a text is not what Rust would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError(String);

impl FromStr for TypeName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let is_type = !text.starts_with(char::is_lowercase) && !text.contains('_');
        match is_identifier(text) && is_type {
            true => Ok(Self(text.to_owned())),
            false => Err(NameError(format!(
                "`{}` cannot be the name of a type: write one like `PetOwner`, which is no keyword",
                shown(text)
            ))),
        }
    }
}

impl FromStr for ValueName {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let is_value = !text.contains(char::is_uppercase) && !text.starts_with('_');
        match is_identifier(text) && is_value {
            true => Ok(Self(text.to_owned())),
            false => Err(NameError(format!(
                "`{}` cannot be the name of a method or a member: write one like `pet_owner`, which \
                 is no keyword",
                shown(text)
            ))),
        }
    }
}

/// Whether the compiler takes it, without the mark of raw names.
fn is_identifier(text: &str) -> bool {
    text.len() <= 200 && !text.starts_with("r#") && syn::parse_str::<syn::Ident>(text).is_ok()
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_rust() {
        for name in ["Pet", "HTTPError", "Pet2", "É"] {
            assert!(name.parse::<TypeName>().is_ok(), "{name}");
        }
        for name in [
            "pet",
            "Pet_Owner",
            "Self",
            "",
            "2Pet",
            "Pet Owner",
            "Pet{}",
            "r#Pet",
            "_",
            "Pet\n",
        ] {
            assert!(name.parse::<TypeName>().is_err(), "{name}");
        }
        for name in ["pet", "pet_2", "get_pet"] {
            assert!(name.parse::<ValueName>().is_ok(), "{name}");
        }
        for name in [
            "Pet",
            "type",
            "self",
            "r#type",
            "a-b",
            "_a",
            "",
            "a()",
            "a/**/",
            "a\u{202e}",
        ] {
            assert!(name.parse::<ValueName>().is_err(), "{name}");
        }
    }
}
