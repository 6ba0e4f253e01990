//! One of many items of a body, and why it is not there.

use std::{error::Error as StdError, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::RawResponse;
use crate::{
    DecodeError, TransportError,
    schema::{Wire, from_json},
};

/// Why an item of a stream is not there.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ItemError {
    /// The stream broke off: nothing follows.
    Transport(TransportError),
    /// The item is not what is documented. It is kept, and others may follow.
    Decode(DecodeError),
}

impl fmt::Display for ItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
        }
    }
}

impl StdError for ItemError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
        }
    }
}

/// Reads the text of an item.
pub(super) type Read<T> = fn(&Head, Bytes) -> Result<T, DecodeError>;

/// The head of the answer, for errors of its items.
pub(super) struct Head {
    status: StatusCode,
    headers: HeaderMap,
}

impl Head {
    pub(super) fn of(response: &RawResponse) -> Self {
        Self {
            status: response.status(),
            headers: response.headers().clone(),
        }
    }
}

pub(super) fn json<T: Wire>(head: &Head, text: Bytes) -> Result<T, DecodeError> {
    from_json(head.status, &head.headers, &text)
}

pub(super) fn text(head: &Head, text: Bytes) -> Result<String, DecodeError> {
    let fault = |_| {
        let headers = head.headers.clone();
        DecodeError::new("it is not UTF-8", head.status, headers, text.clone())
    };
    Ok(std::str::from_utf8(&text).map_err(fault)?.to_owned())
}
