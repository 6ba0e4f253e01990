//! What a variant of an error enum holds.

use std::{error::Error as StdError, fmt, sync::Arc};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::DecodeError;
use crate::schema::{Wire, Written, from_json, without_bom};

/// An answer that says no, on its way into a variant.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    pub status: StatusCode,
    pub headers: &'a HeaderMap,
    pub body: &'a Bytes,
}

/// What the variant of an error enum can hold.
#[doc(hidden)]
pub trait Held {
    /// Why the body does not fit, where it does not.
    fn fault(&self) -> Option<&(dyn StdError + 'static)> {
        None
    }

    /// The body that it would come in.
    ///
    /// # Errors
    /// When there is none, as the value has no form that may be sent.
    fn to_body(&self) -> Result<Bytes, String>;
}

/// What is made of an answer that says no.
#[doc(hidden)]
pub trait FromAnswer: Held {
    fn from_answer(answer: &Answer<'_>) -> Self;
}

/// The body of a documented error.
///
/// Status and documented conditions alone choose an error's variant, so a body that does not fit
/// its schema stays in its variant: [`get`](Self::get) then says what is wrong, and
/// [`body`](Self::body) still has it all.
///
/// ```
/// use outspoken::Payload;
///
/// let payload = Payload::new(7);
/// assert_eq!(payload.get().ok(), Some(&7));
/// ```
pub struct Payload<T> {
    inner: Arc<Inner<T>>,
}

struct Inner<T> {
    value: Result<T, DecodeError>,
    body: Bytes,
}

impl<T> Payload<T> {
    /// A payload with this value and no body, for tests.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            inner: Arc::new(Inner {
                value: Ok(value),
                body: Bytes::new(),
            }),
        }
    }

    /// The body as its documented type.
    ///
    /// # Errors
    /// When the body does not fit its schema.
    pub fn get(&self) -> Result<&T, &DecodeError> {
        self.inner.value.as_ref()
    }

    /// The body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.inner.body
    }
}

impl<T> Clone for Payload<T> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Payload<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.get() {
            Ok(value) => f.debug_tuple("Payload").field(value).finish(),
            Err(fault) => f.debug_tuple("Payload").field(fault).finish(),
        }
    }
}

impl<T: Wire> FromAnswer for Payload<T> {
    fn from_answer(answer: &Answer<'_>) -> Self {
        let value = from_json(answer.status, answer.headers, answer.body);
        Self {
            inner: Arc::new(Inner {
                value,
                body: answer.body.clone(),
            }),
        }
    }
}

impl<T: Wire> Held for Payload<T> {
    fn fault(&self) -> Option<&(dyn StdError + 'static)> {
        self.get().err().map(|fault| {
            let fault: &(dyn StdError + 'static) = fault;
            fault
        })
    }

    fn to_body(&self) -> Result<Bytes, String> {
        match self.get() {
            Ok(value) if self.inner.body.is_empty() => {
                let text = serde_json::to_vec(&Written(value));
                text.map(Bytes::from).map_err(|error| error.to_string())
            }
            _ => Ok(self.inner.body.clone()),
        }
    }
}

macro_rules! raw {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq)]
        pub struct $name {
            body: Bytes,
        }

        impl $name {
            /// One with this body, for tests.
            pub fn new(body: impl Into<Bytes>) -> Self {
                Self { body: body.into() }
            }

            /// The body as it came; empty where there was none.
            #[must_use]
            pub fn body(&self) -> &Bytes {
                &self.body
            }

            /// The body as text, with what is not UTF-8 replaced.
            #[must_use]
            pub fn text(&self) -> std::borrow::Cow<'_, str> {
                String::from_utf8_lossy(&self.body)
            }

            /// The body as JSON, if it is JSON.
            #[must_use]
            pub fn json(&self) -> Option<serde_json::Value> {
                serde_json::from_slice(without_bom(&self.body)).ok()
            }
        }

        impl FromAnswer for $name {
            fn from_answer(answer: &Answer<'_>) -> Self {
                Self::new(answer.body.clone())
            }
        }

        impl Held for $name {
            fn to_body(&self) -> Result<Bytes, String> {
                Ok(self.body.clone())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} bytes)"), self.body.len())
            }
        }
    };
}

raw! {
    /// The body of an error for which the API documents no JSON, but nothing, text or bytes: whatever
    /// came, if anything.
    Undocumented
}

raw! {
    /// The body of an error that the API does not document, or only as `default`: then
    /// [`ApiError::read`](crate::ApiError::read) gives it as its type.
    Unrecognized
}
