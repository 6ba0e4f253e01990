//! Names and paths of Rust, as people give them: what is none is refused here.

use std::{fmt, str::FromStr};

use crate::diagnostic::shown;

/// No person's type has more lists of arguments.
const MOST_ARGUMENTS: usize = 10;

/// A name for a type: `PetOwner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeName(pub(crate) String);

/// A name for a method or a member: `pet_owner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ValueName(pub(crate) String);

/// A path to a type: `rust_decimal::Decimal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypePath(pub(crate) String);

/// A macro that types derive: `Eq`, or `schemars::JsonSchema`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DerivePath(pub(crate) String);

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

impl FromStr for TypePath {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let path = text.strip_prefix("::").unwrap_or(text);
        // No expressions, no macros, no comments.
        let is_plain = |letter: char| letter.is_alphanumeric() || "_:<>, ".contains(letter);
        let begins = |word: &str| path.split("::").next() == Some(word);
        let is_relative = begins("self") || begins("super") || begins("Self");
        // The parser calls itself for each.
        let is_flat = path.matches('<').count() <= MOST_ARGUMENTS;
        let is_path = path.len() <= 1_000
            && is_flat
            && path.chars().all(is_plain)
            && path.contains("::")
            && !is_relative
            && syn::parse_str::<syn::TypePath>(path).is_ok();
        match is_path {
            true => Ok(Self(path.to_owned())),
            false => Err(NameError(format!(
                "`{}` is no path of a type: write it from its crate on, like `rust_decimal::Decimal`",
                shown(text)
            ))),
        }
    }
}

impl FromStr for DerivePath {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let is_path =
            |text: &str| !text.contains(['<', ',', ' ']) && text.parse::<TypePath>().is_ok();
        let why = match text.rsplit("::").next().unwrap_or_default() {
            "Clone" | "Debug" | "PartialEq" => "types have that already: take it out",
            "Serialize" | "Deserialize" => {
                "types are read and written by what is generated already: take it out"
            }
            "Default" => "types have it where nothing is required of them: take it out",
            "Copy" => "most types hold text: take it out",
            _ if matches!(text, "Eq" | "Hash" | "Ord" | "PartialOrd") || is_path(text) => {
                let path = text.strip_prefix("::").unwrap_or(text);
                return Ok(Self(path.to_owned()));
            }
            _ => {
                "it is no macro: write `Eq`, `Hash`, `Ord`, `PartialOrd` or a path like `schemars::JsonSchema`"
            }
        };
        Err(NameError(format!(
            "`{}` cannot be derived, since {why}",
            shown(text)
        )))
    }
}

/// Whether the compiler takes it, without the mark of raw names.
fn is_identifier(text: &str) -> bool {
    // The parser looks past white space and comments.
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let is_word = text.len() <= 200 && text.chars().all(is_part);
    is_word && syn::parse_str::<syn::Ident>(text).is_ok()
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
    fn paths_are_those_of_types() {
        for path in [
            "a::B",
            "::a::B",
            "crate::a::B<String, std::vec::Vec<u8>>",
            "a::b",
        ] {
            assert!(path.parse::<TypePath>().is_ok(), "{path}");
        }
        for path in [
            "",
            "B",
            "self::B",
            "super::B",
            "a::B + 1",
            "a::B<{ f() }>",
            "a::b!()",
            "a::B; a",
            "a::B//",
            "a::B) (",
            "a::\"b\"",
            "&a::B",
            "[a::B]",
            "<a::B as C>::D x",
            "a::B<",
            "a::",
        ] {
            assert!(path.parse::<TypePath>().is_err(), "{path}");
        }
        let deep = format!("a::B{}{}", "<a::B".repeat(150), ">".repeat(150));
        assert!(deep.parse::<TypePath>().is_err());
    }

    #[test]
    fn what_is_derived_is_a_macro() {
        for path in ["Eq", "Ord", "schemars::JsonSchema", "::a::b::C"] {
            assert!(path.parse::<DerivePath>().is_ok(), "{path}");
        }
        for path in [
            "Clone",
            "serde::Serialize",
            "Copy",
            "Default",
            "",
            "Foo",
            "a::B<C>",
            "a::B)]",
            "a::B, C",
        ] {
            assert!(path.parse::<DerivePath>().is_err(), "{path}");
        }
    }

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
