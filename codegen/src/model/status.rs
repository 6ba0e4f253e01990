//! Statuses that a response or a case is for.

/// A key of `responses` (OpenAPI 3.0.3 §4.7.16), or a `status` of `x-outspoken`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Status {
    /// One status.
    Exact(u16),
    /// A class of statuses by its first digit: `4XX` is `Range(4)`.
    Range(u16),
    /// `default`, or `any`.
    Any,
}

impl Status {
    /// Whether each status that `other` names is one that this names.
    #[must_use]
    pub(crate) fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::Any, _) => true,
            (Self::Range(class), Self::Exact(code)) => code / 100 == class,
            (one, other) => one == other,
        }
    }

    /// Whether it names only successes, RFC 9110 §15.3.
    #[must_use]
    pub(crate) fn is_success(self) -> bool {
        Self::Range(2).covers(self)
    }

    /// Whether it names only redirects and the like, RFC 9110 §15.4.
    #[must_use]
    pub(crate) fn is_redirect(self) -> bool {
        Self::Range(3).covers(self)
    }

    /// Whether it names only answers before the answer, RFC 9110 §15.2.
    #[must_use]
    pub(crate) fn is_informational(self) -> bool {
        Self::Range(1).covers(self)
    }

    /// Whether answers of it have no body whatever is documented (RFC 9110 §15.3.5, §15.3.6,
    /// §15.4.5).
    #[must_use]
    pub(crate) fn is_bodiless(self) -> bool {
        matches!(self, Self::Exact(204 | 205 | 304))
    }
}
