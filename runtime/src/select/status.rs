//! Which statuses a response or a case is for.

use http::StatusCode;

/// A key of the document's `responses` (OpenAPI 3.0.3 §4.7.17), or a case's `status`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// One status.
    Exact(u16),
    /// A class of statuses by its first digit: `4XX` is `Range(4)`.
    Range(u16),
    /// Any of these.
    OneOf(&'static [Status]),
    /// Any status, and `default`.
    Any,
}

impl Status {
    /// How exactly it names this status, the larger the more exactly; `None` where it does not.
    pub(crate) fn fits(&self, status: StatusCode) -> Option<Exactness> {
        let code = status.as_u16();
        match self {
            Self::Exact(exact) => (*exact == code).then_some(Exactness::Exact),
            Self::Range(class) => (*class == code / 100).then_some(Exactness::Range),
            Self::OneOf(list) => list.iter().filter_map(|one| one.fits(status)).max(),
            Self::Any => Some(Exactness::Any),
        }
    }

    /// Whether it names successes alone (RFC 9110 §15.3).
    pub(crate) fn is_success(&self) -> bool {
        match self {
            Self::Exact(code) => code / 100 == 2,
            Self::Range(class) => *class == 2,
            Self::OneOf(list) => list.iter().all(Self::is_success),
            Self::Any => false,
        }
    }
}

/// How exactly a status is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exactness {
    Any,
    Range,
    Exact,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_exact_of_a_list_counts() {
        let list = Status::OneOf(&[Status::Range(4), Status::Exact(404)]);
        assert_eq!(list.fits(StatusCode::NOT_FOUND), Some(Exactness::Exact));
        assert_eq!(list.fits(StatusCode::GONE), Some(Exactness::Range));
        assert_eq!(list.fits(StatusCode::OK), None);
        assert_eq!(Status::Any.fits(StatusCode::OK), Some(Exactness::Any));
    }
}
