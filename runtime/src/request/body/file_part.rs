//! Files in a form.

use std::fmt;

use crate::{Body, schema::Blank};

/// A file in a `multipart/form-data` body: its content, and what the server is told of it.
///
/// Anything that becomes a [`Body`] becomes a file, called `blob` as browsers call what has no
/// name: many servers take a part for a file by its name alone.
///
/// ```
/// use outspoken::FilePart;
///
/// let picture = FilePart::new(b"\x89PNG".to_vec()).file_name("me.png").content_type("image/png");
/// assert_ne!(picture, FilePart::from(b"\x89PNG".to_vec()));
/// ```
#[derive(Clone, PartialEq)]
pub struct FilePart {
    pub(super) content: Body,
    pub(super) file_name: String,
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
}

impl FilePart {
    /// A file with this content.
    #[must_use]
    pub fn new(content: impl Into<Body>) -> Self {
        Self {
            content: content.into(),
            file_name: "blob".to_owned(),
            content_type: None,
            headers: Vec::new(),
        }
    }

    /// What the file is called. Quotes and line breaks in it are escaped as browsers escape them.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// The media type of the content, such as `image/png`. Without it the server is told the one
    /// that the API documents, or else `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, name: impl Into<String>) -> Self {
        self.content_type = Some(name.into());
        self
    }

    /// A header of the part, beside those that every part has.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl fmt::Debug for FilePart {
    // Of headers the names alone: a value may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("FilePart")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("headers", &headers)
            .field("content", &self.content)
            .finish()
    }
}

impl<T: Into<Body>> From<T> for FilePart {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Blank for FilePart {
    fn blank() -> Self {
        Self::new(Body::empty())
    }
}

/// A part that may be a file or something else.
///
/// ```
/// use outspoken::{Bytes, FileOr};
///
/// let file: FileOr<i64> = Bytes::from_static(b"GIF89a").into();
/// assert!(matches!(file, FileOr::File(_)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum FileOr<T> {
    /// A file.
    File(FilePart),
    /// A value.
    Value(T),
}

impl<T, F: Into<FilePart>> From<F> for FileOr<T> {
    fn from(file: F) -> Self {
        Self::File(file.into())
    }
}

impl<T> Blank for FileOr<T> {
    fn blank() -> Self {
        Self::File(FilePart::blank())
    }
}
