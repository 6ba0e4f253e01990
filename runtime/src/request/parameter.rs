//! What is fixed about a parameter (OpenAPI 3.0.3 §4.7.12).

use super::{Bound, constraint::Constraints, escape::Escaping, style::Form, style::Style};

/// Where a parameter goes, how, and what its schema demands.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) style: Style,
    /// Where it is not as the style has it.
    explode: Option<bool>,
    allow_reserved: bool,
    /// What joins the items of lists within the list, by depth.
    pub(crate) inner: &'static [char],
    pub(crate) constraints: Constraints,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    Path,
    Query,
    /// All of the query: the name shows nowhere.
    QueryString,
    Header,
    Cookie,
}

impl Parameter {
    const fn new(name: &'static str, location: Location, style: Style) -> Self {
        Self {
            name,
            location,
            style,
            explode: None,
            allow_reserved: false,
            inner: &[],
            constraints: Constraints::NONE,
        }
    }

    /// A path parameter of `style: simple`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple)
    }

    /// A query parameter of `style: form`, exploded.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form)
    }

    /// The query as a whole: a text, or JSON.
    #[must_use]
    pub const fn query_string(name: &'static str) -> Self {
        Self::new(name, Location::QueryString, Style::Simple)
    }

    /// A header parameter of `style: simple`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple)
    }

    /// A cookie of `style: form`, exploded.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form)
    }

    const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// `style: label`.
    #[must_use]
    pub const fn label(self) -> Self {
        self.style(Style::Label)
    }

    /// `style: matrix`.
    #[must_use]
    pub const fn matrix(self) -> Self {
        self.style(Style::Matrix)
    }

    /// `style: spaceDelimited`, and `ssv` of Swagger 2.0.
    #[must_use]
    pub const fn space_delimited(self) -> Self {
        self.style(Style::SpaceDelimited)
    }

    /// `style: pipeDelimited`, and `pipes` of Swagger 2.0.
    #[must_use]
    pub const fn pipe_delimited(self) -> Self {
        self.style(Style::PipeDelimited)
    }

    /// `tsv` of Swagger 2.0.
    #[must_use]
    pub const fn tab_delimited(self) -> Self {
        self.style(Style::TabDelimited)
    }

    /// `style: deepObject`.
    #[must_use]
    pub const fn deep_object(self) -> Self {
        self.style(Style::DeepObject)
    }

    /// `style: cookie` of OpenAPI 3.2: nothing is escaped.
    #[must_use]
    pub const fn unescaped(self) -> Self {
        self.style(Style::Cookie)
    }

    /// `content` of JSON.
    #[must_use]
    pub const fn json(self) -> Self {
        self.style(Style::Json)
    }

    /// `explode`, where it is not as the style has it: true for `form` and `cookie`, else false.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// `allowReserved`.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// `collectionFormat` of the items, and of theirs (Swagger 2.0): lists in the list are texts, whose
    /// items are joined by these.
    #[must_use]
    pub const fn inner(mut self, delimiters: &'static [char]) -> Self {
        self.inner = delimiters;
        self
    }

    /// `minItems`.
    #[must_use]
    pub const fn min_items(mut self, items: u64) -> Self {
        self.constraints.min_items = Some(items);
        self
    }

    /// `maxItems`.
    #[must_use]
    pub const fn max_items(mut self, items: u64) -> Self {
        self.constraints.max_items = Some(items);
        self
    }

    /// `uniqueItems`.
    #[must_use]
    pub const fn unique_items(mut self) -> Self {
        self.constraints.unique_items = true;
        self
    }

    /// `minLength`, of the value or of each item.
    #[must_use]
    pub const fn min_length(mut self, characters: u64) -> Self {
        self.constraints.min_length = Some(characters);
        self
    }

    /// `maxLength`, of the value or of each item.
    #[must_use]
    pub const fn max_length(mut self, characters: u64) -> Self {
        self.constraints.max_length = Some(characters);
        self
    }

    /// `pattern`, of the value or of each item, as `regex-lite` reads it.
    #[must_use]
    pub const fn pattern(mut self, pattern: &'static str) -> Self {
        self.constraints.pattern = Some(pattern);
        self
    }

    /// `enum` of numbers, of the value or of each item.
    #[must_use]
    pub const fn one_of(mut self, numbers: &'static [f64]) -> Self {
        self.constraints.one_of = Some(numbers);
        self
    }

    /// `minimum`, of the value or of each item.
    #[must_use]
    pub const fn minimum(mut self, value: f64) -> Self {
        self.constraints.minimum = Some(Bound {
            value,
            exclusive: false,
        });
        self
    }

    /// `minimum` with `exclusiveMinimum`.
    #[must_use]
    pub const fn above(mut self, value: f64) -> Self {
        self.constraints.minimum = Some(Bound {
            value,
            exclusive: true,
        });
        self
    }

    /// `maximum`, of the value or of each item.
    #[must_use]
    pub const fn maximum(mut self, value: f64) -> Self {
        self.constraints.maximum = Some(Bound {
            value,
            exclusive: false,
        });
        self
    }

    /// `maximum` with `exclusiveMaximum`.
    #[must_use]
    pub const fn below(mut self, value: f64) -> Self {
        self.constraints.maximum = Some(Bound {
            value,
            exclusive: true,
        });
        self
    }

    /// `multipleOf`, of the value or of each item.
    #[must_use]
    pub const fn multiple_of(mut self, step: f64) -> Self {
        self.constraints.multiple_of = Some(step);
        self
    }

    /// How its values are written.
    pub(crate) fn form(&self) -> Form<'static> {
        let escaping = match (self.location, self.allow_reserved, self.style) {
            (Location::Header, ..) | (.., Style::Cookie) => Escaping::None,
            (_, false, _) => Escaping::All,
            (Location::Path, true, _) => Escaping::AllowedInPath,
            (Location::Query | Location::QueryString, true, _) => Escaping::AllowedInQuery,
            (Location::Cookie, true, _) => Escaping::AllowedInCookie,
        };
        let usual = matches!(self.style, Style::Form | Style::Cookie);
        Form {
            name: self.name,
            style: self.style,
            explode: self.explode.unwrap_or(usual),
            escaping,
        }
    }
}
