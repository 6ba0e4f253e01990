//! Text: by its format.

use super::Types;
use crate::{
    Format, FormatType,
    ir::{Foreign, Type},
    model::Text,
};

impl Types<'_> {
    /// The type of text that is no enum. Formats without a type of their own are text as it comes.
    pub(super) fn text(&mut self, text: &Text) -> Type {
        let format = text.format.as_deref().and_then(format);
        let to = format.map(|format| (format, self.config.format_types.get(format)));
        let Some(foreign) = to.and_then(|(format, to)| foreign(format, to)) else {
            return Type::String;
        };
        if let Some(feature) = foreign.feature() {
            self.uses.note_feature(feature);
        }
        Type::Foreign(foreign)
    }
}

/// The format of this name. `url` is what some call `uri`.
fn format(name: &str) -> Option<Format> {
    let name = if name == "url" { "uri" } else { name };
    let mut known = Format::ALL.iter().copied();
    known.find(|format| format.as_str() == name)
}

/// The type that stands for a format, where it is not `String`.
fn foreign(format: Format, to: FormatType) -> Option<Foreign> {
    let (date_time, date, time) = match to {
        FormatType::Jiff => (Foreign::JiffTimestamp, Foreign::JiffDate, Foreign::JiffTime),
        FormatType::Chrono => (
            Foreign::ChronoDateTime,
            Foreign::ChronoDate,
            Foreign::ChronoTime,
        ),
        FormatType::Time => (Foreign::TimeDateTime, Foreign::TimeDate, Foreign::TimeTime),
        FormatType::Base64 => return Some(Foreign::Base64),
        FormatType::Decimal => return Some(Foreign::Decimal),
        FormatType::Url => return Some(Foreign::Url),
        FormatType::Uuid => return Some(Foreign::Uuid),
        FormatType::String => return None,
    };
    match format {
        Format::DateTime => Some(date_time),
        Format::Date => Some(date),
        Format::Time => Some(time),
        Format::Duration => Some(Foreign::JiffSpan),
        Format::Byte | Format::Binary | Format::Decimal | Format::Uri | Format::Uuid => None,
    }
}
