//! What becomes parts that may be files.

use super::{
    field::{FormField, Rules},
    file_part::{FileOr, FilePart},
    head::Head,
    multipart::Multipart,
    value::tree,
};
use crate::{BuildError, schema::Wire};

/// What becomes parts that may be files.
#[doc(hidden)]
pub trait ToParts {
    /// Adds the parts under this name.
    ///
    /// # Errors
    /// When one cannot be written.
    fn add_to(&self, parts: &mut Multipart, name: &str, field: FormField)
    -> Result<(), BuildError>;
}

impl ToParts for FilePart {
    fn add_to(
        &self,
        parts: &mut Multipart,
        name: &str,
        field: FormField,
    ) -> Result<(), BuildError> {
        let Rules {
            content_type,
            writing: _,
            within: _,
            headers,
            needs,
        } = field.rules;
        let is_given = |wanted: &str| {
            self.headers
                .iter()
                .any(|(given, _)| given.eq_ignore_ascii_case(wanted))
        };
        if let Some(missing) = needs.iter().find(|wanted| !is_given(wanted)) {
            return Err(BuildError::part(
                name,
                &format!("lacks the header `{missing}`"),
            ));
        }
        if self.content.is_begun() {
            return Err(BuildError::part(
                name,
                "is a stream that has been read from",
            ));
        }
        let content_type = self.content_type.as_deref().or(content_type);
        let mut head = Head::new(name, Some(&self.file_name));
        head.content_type(
            name,
            Some(content_type.unwrap_or("application/octet-stream")),
        )?;
        let fixed = headers
            .iter()
            .copied()
            .filter(|(fixed, _)| !is_given(fixed));
        head.headers(name, fixed)?;
        let given = self
            .headers
            .iter()
            .map(|(given, value)| (&**given, &**value));
        head.headers(name, given)?;
        parts.push(head, self.content.clone());
        Ok(())
    }
}

impl<T: ToParts> ToParts for Option<T> {
    fn add_to(
        &self,
        parts: &mut Multipart,
        name: &str,
        field: FormField,
    ) -> Result<(), BuildError> {
        self.iter()
            .try_for_each(|file| file.add_to(parts, name, field))
    }
}

impl<T: ToParts> ToParts for Vec<T> {
    fn add_to(
        &self,
        parts: &mut Multipart,
        name: &str,
        field: FormField,
    ) -> Result<(), BuildError> {
        self.iter()
            .try_for_each(|file| file.add_to(parts, name, field))
    }
}

impl<T: Wire> ToParts for FileOr<T> {
    fn add_to(
        &self,
        parts: &mut Multipart,
        name: &str,
        field: FormField,
    ) -> Result<(), BuildError> {
        match self {
            Self::File(file) => file.add_to(parts, name, field),
            Self::Value(value) => {
                // The content type is that of the file.
                let rules = Rules {
                    content_type: None,
                    ..field.rules
                };
                parts.add(name, FormField { rules, ..field }, &tree(value)?)
            }
        }
    }
}
