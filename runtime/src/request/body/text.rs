//! Text.

use super::super::ParameterValue;
use crate::BuildError;

/// The media type and the text; `charset` is added where the text needs it.
pub(super) fn encode(
    media_type: &str,
    value: &ParameterValue<'_>,
) -> Result<(String, String), BuildError> {
    let text = match value {
        ParameterValue::Absent => String::new(),
        ParameterValue::One(one) => one.text().into_owned(),
        ParameterValue::Many(_) | ParameterValue::Object(_) => {
            return Err(BuildError::body("a list or an object is no text"));
        }
    };
    if text.is_ascii() {
        return Ok((media_type.to_owned(), text));
    }
    match charset(media_type) {
        None => Ok((format!("{media_type}; charset=utf-8"), text)),
        Some(charset) if charset.eq_ignore_ascii_case("utf-8") => Ok((media_type.to_owned(), text)),
        Some(_) => Err(BuildError::body(format!(
            "it is not ASCII, and would not be `{media_type}`"
        ))),
    }
}

/// The charset that a media type names (RFC 9110 §8.3.2).
fn charset(media_type: &str) -> Option<&str> {
    media_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_charset = name.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches('"'))
    })
}
