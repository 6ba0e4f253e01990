//! Bytes whose media type the caller knows.

use crate::{Body, BuildError};

/// A body of any media type that the API takes, such as `image/*`: the content, and what it is.
///
/// ```
/// use outspoken::Content;
///
/// let picture = Content::new("image/png", b"\x89PNG".to_vec());
/// assert_eq!(picture.content_type(), "image/png");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    content_type: String,
    body: Body,
}

impl Content {
    /// Content of this media type.
    #[must_use]
    pub fn new(content_type: impl Into<String>, body: impl Into<Body>) -> Self {
        Self {
            content_type: content_type.into(),
            body: body.into(),
        }
    }

    /// The media type.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The content.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// Whether it is of a media type in this range (RFC 9110 §12.5.1).
    pub(super) fn check(&self, range: &str) -> Result<(), BuildError> {
        let essence = essence(&self.content_type);
        let is_within = match essence.split_once('/') {
            Some((kind, subtype)) if !kind.is_empty() && !subtype.is_empty() => {
                let range = self::essence(range);
                match range.strip_suffix('*') {
                    _ if essence.contains('*') => false,
                    Some("*/") => true,
                    Some(start) => essence.starts_with(start),
                    None => essence == range,
                }
            }
            _ => false,
        };
        if is_within {
            return Ok(());
        }
        Err(BuildError::body(format!(
            "its content type is not one of `{range}`"
        )))
    }
}

fn essence(name: &str) -> String {
    let essence = name.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}
