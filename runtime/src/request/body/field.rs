//! How a field of a form goes into its body (OpenAPI 3.0.4 §4.8.15).

use super::super::style::Style;

/// A field's name on the wire, and what its encoding object says.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormField {
    pub(super) name: &'static str,
    pub(super) rules: Rules,
}

/// What an encoding object says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rules {
    pub(super) content_type: Option<&'static str>,
    pub(super) writing: Writing,
    pub(super) headers: &'static [(&'static str, &'static str)],
    pub(super) needs: &'static [&'static str],
    /// What is said of the members of a form of its own.
    pub(super) within: &'static [FormField],
}

/// How a value becomes text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Writing {
    /// Text is text, a list is a pair or a part an item, an object is JSON.
    #[default]
    Plain,
    /// Lists and objects are JSON; text is taken for what it is.
    Json,
    /// An object is a form of its own.
    Form,
    /// As a query parameter would be.
    Styled(Styled),
}

/// How a query parameter is written (OpenAPI 3.0.4 §4.8.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Styled {
    pub(super) style: Style,
    pub(super) explode: bool,
    pub(super) reserved: bool,
}

impl FormField {
    /// A field of which nothing is said.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let rules = Rules {
            content_type: None,
            writing: Writing::Plain,
            headers: &[],
            needs: &[],
            within: &[],
        };
        Self { name, rules }
    }

    /// The content type of its part.
    #[must_use]
    pub const fn content_type(mut self, name: &'static str) -> Self {
        self.rules.content_type = Some(name);
        self
    }

    /// JSON, whole lists too, under this content type.
    #[must_use]
    pub const fn json(mut self, name: &'static str) -> Self {
        self.rules.writing = Writing::Json;
        self.content_type(name)
    }

    /// A form within the form.
    #[must_use]
    pub const fn form(mut self, name: &'static str) -> Self {
        self.rules.writing = Writing::Form;
        self.content_type(name)
    }

    /// What is particular about members of the form within the form.
    #[must_use]
    pub const fn within(mut self, fields: &'static [FormField]) -> Self {
        self.rules.within = fields;
        self
    }

    /// `style: form`; `reserved` leaves reserved characters as they are, here and below.
    #[must_use]
    pub const fn joined_by_commas(self, explode: bool, reserved: bool) -> Self {
        self.style(Style::Form, explode, reserved)
    }

    /// `style: spaceDelimited`.
    #[must_use]
    pub const fn joined_by_spaces(self, explode: bool, reserved: bool) -> Self {
        self.style(Style::SpaceDelimited, explode, reserved)
    }

    /// `style: pipeDelimited`.
    #[must_use]
    pub const fn joined_by_pipes(self, explode: bool, reserved: bool) -> Self {
        self.style(Style::PipeDelimited, explode, reserved)
    }

    /// `tsv` of Swagger 2.0.
    #[must_use]
    pub const fn joined_by_tabs(self, explode: bool, reserved: bool) -> Self {
        self.style(Style::TabDelimited, explode, reserved)
    }

    /// `style: deepObject`.
    #[must_use]
    pub const fn deep(self, explode: bool, reserved: bool) -> Self {
        self.style(Style::DeepObject, explode, reserved)
    }

    const fn style(mut self, style: Style, explode: bool, reserved: bool) -> Self {
        self.rules.writing = Writing::Styled(Styled {
            style,
            explode,
            reserved,
        });
        self
    }

    /// Headers of its part that are always the same.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.rules.headers = headers;
        self
    }

    /// Headers that its part must be given.
    #[must_use]
    pub const fn needs(mut self, headers: &'static [&'static str]) -> Self {
        self.rules.needs = headers;
        self
    }
}
