//! What an operation is: data that can be encoded into a request and decoded from a response.

#[doc(hidden)]
pub mod given;
mod macros;

use http::HeaderMap;

use crate::{
    __private::Api,
    BuildError, Error, ErrorKind, RawResponse, RequestParts, Response,
    response::media_type,
    select::{Responses, decode},
};

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
    /// What the document says about answers. As a constant, it would be evaluated for each operation
    /// when its crate is checked.
    #[doc(hidden)]
    #[must_use]
    fn responses() -> Responses<Self::Output> {
        Responses::NEW
    }

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
    fn decode(response: &mut RawResponse) -> Outcome<Self::Output, Self::Error> {
        decode(response, &Self::META, &Self::responses())
    }
}

/// How an operation's response body is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// Read whole, within the client's limits on size and time, before it is decoded.
    Buffered,
    /// Handed on as it arrives, where the status says success: the client's limits hold until its
    /// head is there. Errors are read whole all the same.
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
    /// The media types that the operation gives, where others are documented too.
    pub asked: &'static [&'static str],
    /// The documented media types of a success that it does not give: an answer in one of them is
    /// [`Error::Decode`].
    pub unasked: &'static [&'static str],
    /// What errors come in, by the status as the document writes it: where some are problem details
    /// (RFC 9457) and others are not.
    pub(crate) error_types: &'static [(&'static str, &'static str)],
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
            asked: &[],
            unasked: &[],
            error_types: &[],
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

    /// Hands the body of a success on as it arrives.
    #[must_use]
    pub const fn streamed(mut self) -> Self {
        self.delivery = Delivery::Streamed;
        self
    }

    /// Reads the body of a success whole, before it is decoded.
    #[must_use]
    pub const fn buffered(mut self) -> Self {
        self.delivery = Delivery::Buffered;
        self
    }

    /// Sets which of the documented media types are given, and which are not.
    #[must_use]
    pub const fn media_types(
        mut self,
        asked: &'static [&'static str],
        unasked: &'static [&'static str],
    ) -> Self {
        self.asked = asked;
        self.unasked = unasked;
        self
    }

    /// Sets which errors are problem details and which are not, where it is not the same for all.
    #[doc(hidden)]
    #[must_use]
    pub const fn error_types(
        mut self,
        error_types: &'static [(&'static str, &'static str)],
    ) -> Self {
        self.error_types = error_types;
        self
    }

    /// Whether an answer has a documented media type that the operation does not give.
    pub(crate) fn is_unasked(&self, headers: &HeaderMap) -> bool {
        let unasked = media_type::best(self.unasked, headers);
        unasked > media_type::best(self.asked, headers)
    }

    /// Whether sending it twice is meant to have the effect of sending it once, as the registry of
    /// methods says (RFC 9110 §9.2.2, §16.1.1); no method that is not registered.
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        IDEMPOTENT.contains(&self.method)
    }
}

/// An operation of a generated client: it accepts JSON, unless its table says otherwise.
#[doc(hidden)]
#[must_use]
pub const fn operation_meta(
    id: &'static str,
    name: &'static str,
    method: &'static str,
    path: &'static str,
) -> OperationMeta {
    OperationMeta::new(id, bare(name), method, path).accept("application/json")
}

/// A name without the mark of raw ones.
const fn bare(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', bare @ ..] => match str::from_utf8(bare) {
            Ok(bare) => bare,
            Err(_) => name,
        },
        _ => name,
    }
}

/// The registered methods that are idempotent.
const IDEMPOTENT: &[&str] = &[
    "ACL",
    "BASELINE-CONTROL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "COPY",
    "DELETE",
    "GET",
    "HEAD",
    "LABEL",
    "LINK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKREDIRECTREF",
    "MKWORKSPACE",
    "MOVE",
    "OPTIONS",
    "ORDERPATCH",
    "PROPFIND",
    "PROPPATCH",
    "PUT",
    "QUERY",
    "REBIND",
    "REPORT",
    "SEARCH",
    "TRACE",
    "UNBIND",
    "UNCHECKOUT",
    "UNLINK",
    "UNLOCK",
    "UPDATE",
    "UPDATEREDIRECTREF",
    "VERSION-CONTROL",
];
