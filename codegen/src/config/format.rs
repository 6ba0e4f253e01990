//! Which Rust types stand for formats of text.

use std::{fmt, str::FromStr};

use crate::{collection::Table, diagnostic::closest};

/// Declares an enum whose variants have names that people type.
macro_rules! named {
    ($(#[$docs:meta])* $name:ident { $( $(#[$doc:meta])+ $variant:ident = $text:literal, )+ }) => {
        $(#[$docs])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$doc])+ $variant, )+
        }

        impl $name {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The name as people read and type it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $text, )+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

named! {
    /// A `format` of text that can have a type of its own (OpenAPI 3.0.3 §4.4, JSON Schema
    /// validation §7.3).
    Format {
        /// `byte`: bytes in base64 (RFC 4648).
        Byte = "byte",
        /// `binary`: bytes; where JSON has them, nobody says how.
        Binary = "binary",
        /// `date`: a day (RFC 3339).
        Date = "date",
        /// `date-time`: an instant, with its offset from UTC (RFC 3339).
        DateTime = "date-time",
        /// `decimal`: a decimal number.
        Decimal = "decimal",
        /// `duration`: a length of time (ISO 8601, RFC 3339 appendix A).
        Duration = "duration",
        /// `time`: a time of day (RFC 3339).
        Time = "time",
        /// `uri`, and `url` as some call it: an absolute URI (RFC 3986).
        Uri = "uri",
        /// `uuid`: a UUID (RFC 9562).
        Uuid = "uuid",
    }
}

named! {
    /// Where the type of a format comes from. All but the first two are behind a feature of the
    /// runtime, which has the same name.
    FormatType {
        /// `String`: the text as it came.
        String = "string",
        /// `outspoken::Base64`.
        Base64 = "base64",
        /// `chrono::DateTime<FixedOffset>`, `NaiveDate` and `NaiveTime`.
        Chrono = "chrono",
        /// `rust_decimal::Decimal`.
        Decimal = "decimal",
        /// `jiff::Timestamp`, `civil::Date`, `civil::Time` and `SpanFieldwise`.
        Jiff = "jiff",
        /// `time::OffsetDateTime`, `Date` and `Time`.
        Time = "time",
        /// `url::Url`.
        Url = "url",
        /// `uuid::Uuid`.
        Uuid = "uuid",
    }
}

impl Format {
    /// The types that can stand for it; the first does unless another is chosen.
    #[must_use]
    pub fn types(self) -> &'static [FormatType] {
        use FormatType::{Base64, Chrono, Decimal, Jiff, String, Time, Url, Uuid};
        match self {
            Self::Byte => &[Base64, String],
            Self::Binary => &[String, Base64],
            Self::Date | Self::DateTime | Self::Time => &[Jiff, Chrono, Time, String],
            Self::Decimal => &[String, Decimal],
            Self::Duration => &[String, Jiff],
            Self::Uri => &[String, Url],
            Self::Uuid => &[Uuid, String],
        }
    }
}

/// Which types stand for formats of text.
///
/// ```
/// use outspoken_codegen::{Format, FormatType, FormatTypes};
///
/// let mut types = FormatTypes::default();
/// assert_eq!(types.get(Format::DateTime), FormatType::Jiff);
/// types.set(Format::DateTime, FormatType::Chrono)?;
/// assert_eq!(types.get(Format::DateTime), FormatType::Chrono);
/// assert!(types.set(Format::Uuid, FormatType::Chrono).is_err());
/// # Ok::<(), outspoken_codegen::FormatTypeError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormatTypes {
    chosen: Table<Format, FormatType>,
}

impl FormatTypes {
    /// The type that stands for a format.
    #[must_use]
    pub fn get(&self, format: Format) -> FormatType {
        let usual = format.types().first().copied();
        let chosen = self.chosen.get(&format).copied();
        chosen.or(usual).unwrap_or(FormatType::String)
    }

    /// What is not as it usually is.
    pub(crate) fn choices(&self) -> impl Iterator<Item = FormatChoice> {
        let formats = Format::ALL.iter();
        formats.filter_map(|format| {
            let to = *self.chosen.get(format)?;
            Some(FormatChoice {
                format: *format,
                to,
            })
        })
    }

    /// Lets this type stand for a format, and no other.
    ///
    /// # Errors
    /// When it cannot stand for that format.
    pub fn set(&mut self, format: Format, to: FormatType) -> Result<(), FormatTypeError> {
        self.choose(FormatChoice::new(format, to)?);
        Ok(())
    }

    /// The same, of a choice that can be.
    pub fn choose(&mut self, choice: FormatChoice) {
        let FormatChoice { format, to } = choice;
        self.chosen.insert(format, to);
    }
}

/// What the others choose goes before.
impl Extend<FormatChoice> for FormatTypes {
    fn extend<I: IntoIterator<Item = FormatChoice>>(&mut self, choices: I) {
        choices.into_iter().for_each(|choice| self.choose(choice));
    }
}

/// Of several choices for a format, the last counts.
impl FromIterator<FormatChoice> for FormatTypes {
    fn from_iter<I: IntoIterator<Item = FormatChoice>>(choices: I) -> Self {
        let mut types = Self::default();
        types.extend(choices);
        types
    }
}

/// A format and the type that is to stand for it, as people type them: `date-time=chrono`.
///
/// ```
/// use outspoken_codegen::{Format, FormatChoice, FormatType};
///
/// let choice: FormatChoice = "date-time=chrono".parse()?;
/// assert_eq!(choice, FormatChoice::new(Format::DateTime, FormatType::Chrono)?);
///
/// let slip = "date-tim=chrono".parse::<FormatChoice>().unwrap_err();
/// assert_eq!(slip.to_string(), "`date-tim` is no format: did you mean `date-time`?");
/// # Ok::<(), outspoken_codegen::FormatTypeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatChoice {
    format: Format,
    to: FormatType,
}

impl FormatChoice {
    /// A format, and the type that is to stand for it.
    ///
    /// # Errors
    /// When the type cannot stand for that format.
    pub fn new(format: Format, to: FormatType) -> Result<Self, FormatTypeError> {
        let can = format.types().contains(&to);
        let choice = can.then_some(Self { format, to });
        choice.ok_or_else(|| FormatTypeError::unfit(format, to.as_str()))
    }

    /// The format.
    #[must_use]
    pub fn format(self) -> Format {
        self.format
    }
}

impl FromStr for FormatChoice {
    type Err = FormatTypeError;

    fn from_str(text: &str) -> Result<Self, FormatTypeError> {
        let Some((format, to)) = text.split_once('=') else {
            let help = "write a format and a type, as in `date-time=chrono`";
            return Err(FormatTypeError(help.to_owned()));
        };
        let named = |known: &&Format| known.as_str() == format;
        let Some(&format) = Format::ALL.iter().find(named) else {
            let known = Format::ALL.iter().map(|one| one.as_str());
            return Err(FormatTypeError::unknown(
                format,
                "is no format",
                "there are",
                known,
            ));
        };
        let mut types = format.types().iter();
        match types.find(|known| known.as_str() == to) {
            Some(&to) => Ok(Self { format, to }),
            None => Err(FormatTypeError::unfit(format, to)),
        }
    }
}

/// Why no type can be chosen for a format: there is no such format, or the type cannot stand for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatTypeError(String);

impl FormatTypeError {
    fn unfit(format: Format, to: &str) -> Self {
        let known = format.types().iter().map(|one| one.as_str());
        Self::unknown(
            to,
            &format!("cannot stand for `{format}`"),
            "choose one of",
            known,
        )
    }

    fn unknown<'a>(
        word: &str,
        what: &str,
        others: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        let help = match closest(word, known.clone()) {
            Some(near) if near != word => format!("did you mean `{near}`?"),
            _ => format!("{others} `{}`", known.collect::<Vec<_>>().join("`, `")),
        };
        Self(format!("`{}` {what}: {help}", word.escape_debug()))
    }
}

impl fmt::Display for FormatTypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FormatTypeError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let choice = text.parse::<FormatChoice>();
        choice.map_or_else(|error| error.to_string(), |choice| format!("{choice:?}"))
    }

    #[test]
    fn a_choice_that_cannot_be_says_what_can() {
        for (text, words) in [
            (
                "date-time",
                "write a format and a type, as in `date-time=chrono`",
            ),
            (
                "uuid=uid",
                "`uid` cannot stand for `uuid`: did you mean `uuid`?",
            ),
            (
                "uuid=jiff",
                "`jiff` cannot stand for `uuid`: choose one of `uuid`, `string`",
            ),
            (
                "email=string",
                "`email` is no format: there are `byte`, `binary`, `date`, `date-time`, `decimal`, \
                 `duration`, `time`, `uri`, `uuid`",
            ),
            ("=\u{1b}", "`` is no format"),
        ] {
            assert!(said(text).starts_with(words), "{}", said(text));
        }
    }

    #[test]
    fn every_format_has_a_type_and_every_type_a_format() {
        for format in Format::ALL {
            for to in format.types() {
                let choice = format!("{format}={to}").parse::<FormatChoice>();
                assert_eq!(
                    choice,
                    Ok(FormatChoice {
                        format: *format,
                        to: *to
                    })
                );
            }
            assert_eq!(FormatTypes::default().get(*format), format.types()[0]);
        }
        for to in FormatType::ALL {
            assert!(
                Format::ALL.iter().any(|format| format.types().contains(to)),
                "{to}"
            );
        }
    }
}
