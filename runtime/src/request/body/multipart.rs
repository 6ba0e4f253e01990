//! `multipart/form-data` (RFC 7578), written as browsers write it (HTML §4.10.21.8).

use super::{
    super::{ParameterValue, escape::Escaping},
    boundary,
    field::{FormField, Rules},
    form,
    head::Head,
    pieces::joined,
    to_parts::ToParts,
    value::{Entry, entries, members, tree},
};
use crate::{Body, BuildError, schema::Wire};

/// The parts of a body in the making.
#[doc(hidden)]
#[derive(Default)]
pub struct Multipart {
    parts: Vec<Part>,
}

struct Part {
    head: String,
    content: Body,
}

impl Multipart {
    /// No parts yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the parts of a value that is no file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn value<T: Wire>(&mut self, field: FormField, value: &T) -> Result<(), BuildError> {
        self.add(field.name, field, &tree(value)?)
    }

    /// Adds the parts of a file, or of several.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn file<T: ToParts>(&mut self, field: FormField, files: &T) -> Result<(), BuildError> {
        files.add_to(self, field.name, field)
    }

    /// Adds a file, or several, of which the document has no name.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn other_file<T: ToParts>(&mut self, name: &str, files: &T) -> Result<(), BuildError> {
        files.add_to(self, name, FormField::new(""))
    }

    /// Adds the parts of a value of which the document has no name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn other_value<T: Wire>(&mut self, name: &str, value: &T) -> Result<(), BuildError> {
        self.add(name, FormField::new(""), &tree(value)?)
    }

    /// Adds the members of an object as parts.
    pub(super) fn members(
        &mut self,
        fields: &[FormField],
        object: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        members(object)?.try_for_each(|(name, value)| {
            let rules = form::rules(fields, name);
            self.add(name, FormField { name: "", rules }, value)
        })
    }

    /// The boundary, and the body that it parts.
    pub(super) fn finish(self) -> (String, Body) {
        let in_memory: Vec<_> = self
            .parts
            .iter()
            .filter_map(|part| part.content.as_bytes())
            .collect();
        let heads = self.parts.iter().map(|part| part.head.as_bytes());
        let texts = heads.chain(in_memory.iter().map(|content| &**content));
        let boundary = boundary::choose(texts, in_memory.len() == self.parts.len());
        let mut pieces = Vec::with_capacity(self.parts.len() * 2 + 1);
        for (index, Part { head, content }) in self.parts.into_iter().enumerate() {
            let before = if index == 0 { "" } else { "\r\n" };
            pieces.push(Body::from(format!("{before}--{boundary}\r\n{head}\r\n")));
            pieces.push(content);
        }
        let before = if pieces.is_empty() { "" } else { "\r\n" };
        pieces.push(Body::from(format!("{before}--{boundary}--\r\n")));
        let body = joined(pieces, &boundary);
        (boundary, body)
    }

    pub(super) fn push(&mut self, head: Head, content: Body) {
        let head = head.into_text();
        self.parts.push(Part { head, content });
    }

    /// Adds the parts of a value that was taken apart.
    pub(super) fn add(
        &mut self,
        name: &str,
        field: FormField,
        value: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let Rules {
            content_type,
            writing: _,
            within: _,
            headers,
            needs: _,
        } = field.rules;
        for entry in entries(name, &field.rules, value, Escaping::Part)? {
            let Entry {
                name,
                text,
                is_json,
            } = entry;
            let mut head = Head::new(&name, None);
            head.content_type(
                &name,
                content_type.or(is_json.then_some("application/json")),
            )?;
            head.headers(&name, headers.iter().copied())?;
            self.push(head, text.into());
        }
        Ok(())
    }
}
