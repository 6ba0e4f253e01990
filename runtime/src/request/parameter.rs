//! What is fixed about a parameter (OpenAPI 3.0.3 §4.7.12).

use super::{Bound, constraint::Constraints};

/// Where a parameter goes, how, and what its schema demands.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) location: Location,
    pub(crate) explode: bool,
    pub(crate) constraints: Constraints,
}

/// Where a parameter goes; each has its default style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// `style: simple`.
    Path,
    /// `style: form`.
    Query,
    /// `style: simple`.
    Header,
}

impl Parameter {
    const fn new(name: &'static str, location: Location, explode: bool) -> Self {
        Self {
            name,
            location,
            explode,
            constraints: Constraints::NONE,
        }
    }

    /// A path parameter of `style: simple`.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, false)
    }

    /// A query parameter of `style: form`, exploded.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, true)
    }

    /// A header parameter of `style: simple`.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, false)
    }

    /// Whether lists become one pair an item, or one value joined by commas.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
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
}
