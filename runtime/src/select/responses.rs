//! The table of an operation's responses.

use super::{Case, Predicate, Status};
use crate::{DecodeError, RawResponse};

/// The number of the variant that every error enum has: no other variant has it.
#[doc(hidden)]
pub const UNRECOGNIZED: u16 = u16::MAX;

/// What an operation's document says about answers.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Responses<T: 'static> {
    /// A 2xx whose body is JSON and does not meet this is an error.
    pub success_when: Option<Predicate>,
    /// The errors that `x-outspoken` declares, in the order of the document.
    pub cases: &'static [Case],
    /// The documented responses.
    pub documented: &'static [(Status, Reading<T>)],
    /// Where the API's code is, for what no case is for.
    pub code: &'static [&'static str],
    /// Where the API's message is, for what no case is for.
    pub message: &'static [&'static str],
}

/// How a documented response is read.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Reading<T> {
    /// It is the output.
    Output(fn(&mut RawResponse) -> Result<T, DecodeError>),
    /// It is the variant with this number.
    Error(u16),
    /// It is the variant with this number; and where the API's code and message are in it.
    ErrorAt(u16, &'static [&'static str], &'static [&'static str]),
}

impl<T> Responses<T> {
    /// An operation about whose answers nothing is known.
    pub const NEW: Self = Self {
        success_when: None,
        cases: &[],
        documented: &[],
        code: &[],
        message: &[],
    };
}
