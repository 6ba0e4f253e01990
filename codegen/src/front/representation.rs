//! How a body is written and read, by the name of its media type.

use super::media_name::MediaName;
use crate::model::Representation;

/// What the name says; `None` where it is a vendor's own, and what the document shows of the body
/// has to tell.
pub(super) fn by_name(name: &MediaName<'_>) -> Option<Representation> {
    let essence = name.essence();
    let (kind, subtype) = essence.split_once('/').unwrap_or_default();
    let suffix = subtype.rsplit_once('+').map(|(_, suffix)| suffix);
    Some(match (kind, subtype) {
        ("application" | "text", "json") => Representation::Json,
        ("application" | "text", "xml") => Representation::Xml,
        ("application", "x-www-form-urlencoded") => Representation::Form,
        ("multipart", "form-data") => Representation::Multipart,
        ("text", "event-stream") => Representation::Events,
        ("application", "jsonl" | "x-jsonl" | "x-ndjson" | "ndjson" | "json-seq") => {
            Representation::JsonSequence
        }
        _ if suffix == Some("json") => Representation::Json,
        _ if suffix == Some("json-seq") => Representation::JsonSequence,
        // A picture is a picture, whatever it is written in.
        ("application" | "text", _) if suffix == Some("xml") => Representation::Xml,
        (_, "*") => Representation::Bytes,
        ("text", _) => Representation::Text,
        ("application", _) if subtype.starts_with("json+") => return None,
        ("application", _) if subtype.starts_with("vnd.") && suffix.is_none() => return None,
        _ => Representation::Bytes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<Representation> {
        by_name(&MediaName::parse(name).unwrap())
    }

    #[test]
    fn names_in_their_spellings() {
        let cases = [
            ("application/json", Representation::Json),
            ("Application/JSON; charset=utf-8", Representation::Json),
            ("application/problem+json", Representation::Json),
            ("application/vnd.github.v3.star+json", Representation::Json),
            ("text/json", Representation::Json),
            ("application/*+json", Representation::Json),
            ("application/json-seq", Representation::JsonSequence),
            ("application/x-ndjson", Representation::JsonSequence),
            ("text/event-stream", Representation::Events),
            ("application/x-www-form-urlencoded", Representation::Form),
            ("Multipart/Form-Data", Representation::Multipart),
            ("multipart/mixed", Representation::Bytes),
            ("text/plain; charset=utf-8", Representation::Text),
            ("text/csv", Representation::Text),
            ("text/xml", Representation::Xml),
            ("application/atom+xml", Representation::Xml),
            ("image/svg+xml", Representation::Bytes),
            ("application/octet-stream", Representation::Bytes),
            ("text/*", Representation::Bytes),
            ("*/*", Representation::Bytes),
        ];
        for (name, expected) in cases {
            assert_eq!(of(name), Some(expected), "{name}");
        }
        for name in ["application/vnd.github.v3.object", "application/json+sarif"] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
