//! Bodies: how a request gets one, by its media type.

mod boundary;
mod content;
mod field;
mod file_part;
mod form;
mod head;
mod macros;
mod multipart;
mod pieces;
mod text;
mod to_parts;
mod value;

use http::{HeaderValue, header};

use super::RequestParts;
use crate::{
    Body, BuildError,
    schema::{Wire, Written},
};

pub use content::Content;
pub use field::FormField;
pub use file_part::{FileOr, FilePart};
pub use multipart::Multipart;
pub use to_parts::ToParts;

/// A value as the text of a form; `None` where it is null.
pub(super) fn form_text<T: Wire>(
    fields: &[FormField],
    value: &T,
) -> Result<Option<String>, BuildError> {
    match value::tree(value)? {
        super::ParameterValue::Absent => Ok(None),
        members => form::text(fields, &members).map(Some),
    }
}

/// A generated type that knows how it is written.
#[doc(hidden)]
pub trait RequestBody {
    /// Writes itself as the body of a request.
    ///
    /// # Errors
    /// When it cannot be written.
    fn write(&self, request: &mut RequestParts) -> Result<(), BuildError>;
}

#[doc(hidden)]
impl RequestParts {
    /// Writes a body that knows how.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn body<T: RequestBody>(&mut self, body: &T) -> Result<(), BuildError> {
        body.write(self)
    }

    /// Writes a body as JSON, under the media type that the document names.
    ///
    /// # Errors
    /// When it cannot be written, as with a map whose keys are no text.
    pub fn json<T: Wire>(&mut self, media_type: &str, body: &T) -> Result<(), BuildError> {
        let text = serde_json::to_vec(&Written(body))
            .map_err(|error| BuildError::body(error.to_string()))?;
        self.put(media_type, text.into())
    }

    /// Writes the members of a body as a form; the fields say what is particular about some.
    ///
    /// # Errors
    /// When it cannot be written, or has no members.
    pub fn form<T: Wire>(
        &mut self,
        media_type: &str,
        fields: &[FormField],
        body: &T,
    ) -> Result<(), BuildError> {
        let text = form::text(fields, &value::tree(body)?)?;
        self.put(media_type, text.into())
    }

    /// Writes the members of a body as parts; the fields say what is particular about some.
    ///
    /// # Errors
    /// When it cannot be written, or has no members.
    pub fn multipart<T: Wire>(&mut self, fields: &[FormField], body: &T) -> Result<(), BuildError> {
        let mut parts = Multipart::new();
        parts.members(fields, &value::tree(body)?)?;
        self.parts(parts)
    }

    /// Writes parts.
    ///
    /// # Errors
    /// None, for parts that could be made.
    pub fn parts(&mut self, parts: Multipart) -> Result<(), BuildError> {
        let (boundary, body) = parts.finish();
        self.put(&format!("multipart/form-data; boundary={boundary}"), body)
    }

    /// Writes text, or a number, a boolean or a value of an enum as text.
    ///
    /// # Errors
    /// When it is none of these, or the media type's charset does not have its characters.
    pub fn text<T: Wire>(&mut self, media_type: &str, body: &T) -> Result<(), BuildError> {
        let (media_type, text) = text::encode(media_type, &value::tree(body)?)?;
        self.put(&media_type, text.into())
    }

    /// Writes bytes, or a stream of them.
    ///
    /// # Errors
    /// When the stream has been read from.
    pub fn bytes(&mut self, media_type: &str, body: &Body) -> Result<(), BuildError> {
        if body.is_begun() {
            return Err(BuildError::body("it is a stream that has been read from"));
        }
        self.put(media_type, body.clone())
    }

    /// Writes bytes of a media type within a range.
    ///
    /// # Errors
    /// When the media type is none of the range, or a stream has been read from.
    pub fn content(&mut self, range: &str, content: &Content) -> Result<(), BuildError> {
        content.check(range)?;
        self.bytes(content.content_type(), content.body())
    }

    fn put(&mut self, media_type: &str, body: Body) -> Result<(), BuildError> {
        let media_type = HeaderValue::from_str(media_type)
            .map_err(|_| BuildError::body("its media type cannot stand in a header"))?;
        self.headers_mut().insert(header::CONTENT_TYPE, media_type);
        self.set_body(body);
        Ok(())
    }
}
