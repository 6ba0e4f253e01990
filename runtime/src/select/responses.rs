//! The table of an operation's responses.

use serde_json::Value;

use super::{Case, Predicate, Scalar, Status};
use crate::{DecodeError, RawResponse};

/// The number of the variant that every error enum has: no other variant has it.
#[doc(hidden)]
pub const UNRECOGNIZED: u16 = u16::MAX;

/// How an output is read.
pub(crate) type Read<T> = fn(&mut RawResponse) -> Result<T, DecodeError>;

/// What an operation's document says about answers.
///
/// Most responses are of one status each, and have lists of their own: those are quicker to compile.
#[doc(hidden)]
pub struct Responses<T: 'static> {
    /// A 2xx whose body is JSON and does not meet this is an error.
    pub success_when: Option<Predicate>,
    /// The errors that `x-outspoken` declares, in the order of the document.
    pub cases: &'static [Case],
    /// A success of this status whose body is JSON and meets the condition is an error after all: the one
    /// that is documented for the status that follows.
    pub in_band: &'static [(Status, Predicate, Status)],
    /// The statuses that are the output, and how each is read.
    pub outputs: &'static [(u16, Read<T>)],
    /// The statuses that are an error, and the number of its variant.
    pub errors: &'static [(u16, u16)],
    /// The other documented responses.
    pub documented: &'static [(Status, Reading<T>)],
    /// Where the API's code is, for what no case is for.
    pub code: &'static [&'static str],
    /// Where the API's message is, for what no case is for.
    pub message: &'static [&'static str],
}

/// How a documented response is read.
#[doc(hidden)]
pub enum Reading<T: 'static> {
    /// It is the output.
    Output(Read<T>),
    /// It is the variant with this number.
    Error(u16),
    /// It is the variant with this number; and where the API's code and message are in it.
    ErrorAt(u16, &'static [&'static str], &'static [&'static str]),
    /// The value at the first of the pointers that leads to one says which variant it is; where it is
    /// none of these, the reading that follows does.
    ErrorBy(
        &'static [&'static str],
        &'static [(Scalar, u16)],
        &'static Reading<T>,
    ),
}

impl<T> Responses<T> {
    /// An operation about whose answers nothing is known.
    pub const NEW: Self = Self {
        success_when: None,
        cases: &[],
        in_band: &[],
        outputs: &[],
        errors: &[],
        documented: &[],
        code: &[],
        message: &[],
    };
}

impl<T: 'static> Responses<T> {
    /// The documented responses, each with its statuses and how it is read.
    pub(super) fn documented(&self) -> impl Iterator<Item = (Status, Reading<T>)> {
        let outputs = self.outputs.iter();
        let outputs =
            outputs.map(|(status, read)| (Status::Exact(*status), Reading::Output(*read)));
        let errors = self.errors.iter();
        let errors =
            errors.map(|(status, variant)| (Status::Exact(*status), Reading::Error(*variant)));
        outputs.chain(errors).chain(self.documented.iter().copied())
    }
}

// Derived, they would ask the same of the output.
impl<T: 'static> Copy for Responses<T> {}

impl<T: 'static> Clone for Responses<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Reading<T> {}

impl<T: 'static> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Reading<T> {
    /// Whether it is an error of `default`, which has no variant of its own.
    pub(super) fn is_default_error(&self) -> bool {
        match self {
            Self::Error(variant) | Self::ErrorAt(variant, ..) => *variant == UNRECOGNIZED,
            Self::ErrorBy(_, _, otherwise) => otherwise.is_default_error(),
            Self::Output(_) => false,
        }
    }

    /// Whether an answer that is read like this may be the error with this number.
    pub(super) fn leads_to(&self, number: u16) -> bool {
        match self {
            Self::Output(_) => false,
            Self::Error(variant) | Self::ErrorAt(variant, ..) => *variant == number,
            Self::ErrorBy(_, values, otherwise) => {
                let named = values.iter().any(|(_, variant)| *variant == number);
                named || otherwise.leads_to(number)
            }
        }
    }

    /// Where the API's code is, for want of other places.
    pub(super) fn code(&self) -> Case {
        match self {
            Self::ErrorBy(at, ..) => Case {
                code: at,
                ..Case::NEW
            },
            Self::Output(_) | Self::Error(_) | Self::ErrorAt(..) => Case::NEW,
        }
    }

    /// Whether the body has a code by which it is this error.
    pub(super) fn names(&self, body: &Value) -> bool {
        match self {
            Self::ErrorBy(at, values, _) => {
                let found = at.iter().find_map(|at| body.pointer(at));
                found.is_some_and(|found| values.iter().any(|(value, _)| value.equals(found)))
            }
            Self::Output(_) | Self::Error(_) | Self::ErrorAt(..) => false,
        }
    }

    /// The error that it is for this body, as a case; `None` where it is no error.
    pub(super) fn error(&self, body: &Value) -> Option<Case> {
        match self {
            Self::Output(_) => None,
            Self::Error(variant) => Some(Case {
                variant: *variant,
                ..Case::NEW
            }),
            Self::ErrorAt(variant, code, message) => Some(Case {
                variant: *variant,
                code,
                message,
                ..Case::NEW
            }),
            Self::ErrorBy(at, values, otherwise) => {
                let case = otherwise.error(body)?;
                let found = at.iter().find_map(|at| body.pointer(at));
                let mut values = values.iter();
                let named =
                    values.find(|(value, _)| found.is_some_and(|found| value.equals(found)));
                Some(Case {
                    variant: named.map_or(case.variant, |(_, variant)| *variant),
                    ..case
                })
            }
        }
    }
}
