//! Statuses as keys of `responses` (OpenAPI 3.0.3 §4.7.16).

use crate::model::Status;

/// The key of a response.
pub(super) fn status(key: &str) -> Option<Status> {
    if key == "default" {
        return Some(Status::Any);
    }
    match (key.len(), key.parse(), key.as_bytes()) {
        (3, Ok(code @ 100..=599), _) => Some(Status::Exact(code)),
        (3, _, [class @ b'1'..=b'5', b'X' | b'x', b'X' | b'x']) => {
            Some(Status::Range(u16::from(class - b'0')))
        }
        _ => None,
    }
}

/// The status that is meant by a key that is none: with letters in the place of digits, or with its
/// reason.
pub(super) fn meant(key: &str) -> Option<String> {
    let word = key.split_whitespace().next()?;
    let digit = |c: char| match c {
        'O' | 'o' => '0',
        'I' | 'l' | '|' => '1',
        other => other,
    };
    let meant: String = word.chars().map(digit).collect();
    (meant != key && status(&meant).is_some_and(|found| found != Status::Any)).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen() {
        for (key, status) in [
            ("4O4", Some("404")),
            ("2o1", Some("201")),
            ("40l", Some("401")),
            (" 404", Some("404")),
            ("404 Not Found", Some("404")),
            ("404", None),
            ("ok", None),
            ("default", None),
            ("O", None),
            ("", None),
        ] {
            assert_eq!(meant(key).as_deref(), status, "{key}");
        }
    }

    #[test]
    fn keys_of_responses() {
        assert_eq!(status("404"), Some(Status::Exact(404)));
        assert_eq!(status("4XX"), Some(Status::Range(4)));
        assert_eq!(status("default"), Some(Status::Any));
        for key in [
            "", "40", "4040", "0XX", "6XX", "600", "+40", "any", "4X4", "é1",
        ] {
            assert_eq!(status(key), None, "{key}");
        }
    }
}
