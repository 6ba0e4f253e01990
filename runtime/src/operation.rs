//! What an operation is: data that can be encoded into a request and decoded from a response.

use crate::{__private::Api, BuildError, Error, ErrorKind, RawResponse, RequestParts, Response};

/// What came of an operation, once an answer is there: its output, or why there is none.
pub type Outcome<T, E> = Result<T, Error<E>>;

/// What the call of an operation gives: its output with status and headers, or why there is none.
pub type CallResult<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>;

/// One operation of an API, with its arguments: no I/O, no async.
///
/// Generated code implements this; a client sends it. Encoding and decoding can be used
/// without a client, over any transport and in tests.
pub trait Operation: Clone + Send + Sync + 'static {
    /// What the operation gives when it succeeds.
    type Output: Send + 'static;
    /// What can go wrong, as the API documents it.
    type Error: ErrorKind;
    /// What is fixed about the operation.
    const META: OperationMeta;

    /// Writes the arguments into a request.
    ///
    /// # Errors
    /// When an argument cannot be sent: nothing has been sent then.
    fn encode(&self, request: &mut RequestParts) -> Result<(), BuildError>;

    /// Reads the answer.
    ///
    /// # Errors
    /// [`Error::Api`] when the API said no, [`Error::Decode`] when it said yes in a form that it
    /// does not document.
    fn decode(response: &mut RawResponse) -> Outcome<Self::Output, Self::Error>;
}

/// How an operation's response body is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// Read whole, within the client's limit, before it is decoded.
    Buffered,
    /// Handed on as it arrives.
    Streamed,
}

/// What is fixed about an operation.
///
/// ```
/// use outspoken::OperationMeta;
///
/// let meta = OperationMeta::new("getPet", "get_pet", "GET", "/pets/{id}");
/// assert!(meta.is_idempotent());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OperationMeta {
    /// The `operationId`, or what stands for it where the document has none.
    pub id: &'static str,
    /// The name of the client's method.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path template, like `/pets/{id}`.
    pub path: &'static str,
    /// The `Accept` header, empty where no response with a body is documented.
    pub accept: &'static str,
    /// The security requirements: one of these lists, and all schemes in it. Empty means none.
    pub security: &'static [&'static [&'static str]],
    /// The server of this operation, where it has one of its own.
    pub(crate) server: Option<&'static Api>,
    /// How the response body is handed over.
    pub delivery: Delivery,
}

impl OperationMeta {
    /// An operation without security, that accepts anything and is buffered.
    #[must_use]
    pub const fn new(
        id: &'static str,
        name: &'static str,
        method: &'static str,
        path: &'static str,
    ) -> Self {
        Self {
            id,
            name,
            method,
            path,
            accept: "",
            security: &[],
            server: None,
            delivery: Delivery::Buffered,
        }
    }

    /// Sets the `Accept` header.
    #[must_use]
    pub const fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    /// Sets the security requirements.
    #[must_use]
    pub const fn security(mut self, security: &'static [&'static [&'static str]]) -> Self {
        self.security = security;
        self
    }

    /// Sends it to a server of its own, unless the caller sets a base URL.
    #[doc(hidden)]
    #[must_use]
    pub const fn server(mut self, server: &'static Api) -> Self {
        self.server = Some(server);
        self
    }

    /// Hands the response body on as it arrives.
    #[must_use]
    pub const fn streamed(mut self) -> Self {
        self.delivery = Delivery::Streamed;
        self
    }

    /// Whether sending it twice is meant to have the effect of sending it once (RFC 9110 §9.2.2).
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        matches!(
            self.method,
            "GET" | "HEAD" | "OPTIONS" | "TRACE" | "PUT" | "DELETE" | "QUERY"
        )
    }
}
