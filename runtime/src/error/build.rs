//! Errors from before anything was sent.

use std::fmt;

#[cfg(feature = "reqwest")]
use crate::BoxError;

/// Why a request, or a client, could not be built. Nothing was sent.
///
/// No variant holds the value at fault: it may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// An argument cannot be sent as the API wants it.
    InvalidArgument {
        /// The parameter's name in the API's document.
        parameter: String,
        /// What is wrong with the argument.
        reason: String,
    },
    /// The operation needs a credential that the client was not given.
    MissingCredential {
        /// The operation's method name.
        operation: &'static str,
        /// What would do, as the document names it: schemes joined by `and`, choices by `or`.
        needs: String,
    },
    /// A credential cannot be sent.
    InvalidCredential {
        /// The security scheme's name.
        scheme: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A credential would travel unencrypted to a host that is not this machine.
    InsecureCredential {
        /// The host.
        host: String,
    },
    /// The document names no usable server, and the caller gave no base URL.
    MissingBaseUrl,
    /// The base URL cannot be used.
    InvalidBaseUrl {
        /// What is wrong with it.
        reason: String,
    },
    /// A server variable has a value that cannot stand in a URL, or that the document does not allow.
    InvalidServerVariable {
        /// The variable's name.
        variable: String,
        /// What is wrong with the value.
        reason: String,
    },
    /// A header that the caller set cannot be sent.
    InvalidHeader {
        /// The header's name.
        name: String,
    },
    /// The request body could not be written.
    InvalidBody {
        /// What is wrong with it.
        reason: String,
    },
    /// The transport cannot send this request.
    Refused {
        /// What stands in the way.
        reason: String,
    },
    /// The default transport could not be made, or is not compiled in.
    NoTransport {
        /// What stands in the way.
        reason: String,
    },
}

impl BuildError {
    pub(crate) fn argument(parameter: &str, reason: impl Into<String>) -> Self {
        Self::InvalidArgument {
            parameter: parameter.to_owned(),
            reason: reason.into(),
        }
    }

    pub(crate) fn body(reason: impl Into<String>) -> Self {
        Self::InvalidBody {
            reason: reason.into(),
        }
    }

    /// What is wrong with a field of a form, whose name may come from the caller.
    pub(crate) fn field(name: &str, reason: &str) -> Self {
        Self::body(format!("its field `{}` {reason}", name.escape_debug()))
    }

    /// What is wrong with a part of a body. Names of parts may come from the caller.
    pub(crate) fn part(name: &str, reason: &str) -> Self {
        Self::body(format!("its part `{}` {reason}", name.escape_debug()))
    }

    pub(crate) fn base_url(reason: impl Into<String>) -> Self {
        Self::InvalidBaseUrl {
            reason: reason.into(),
        }
    }

    #[cfg(feature = "reqwest")]
    pub(crate) fn no_transport(reason: &BoxError) -> Self {
        Self::NoTransport {
            reason: reason.to_string(),
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidArgument { parameter, reason } => {
                write!(f, "nothing was sent: argument `{parameter}` {reason}")
            }
            Self::MissingCredential { operation, needs } => {
                write!(
                    f,
                    "nothing was sent: `{operation}` needs a credential for {needs}: give one to the client's builder"
                )
            }
            Self::InvalidCredential { scheme, reason } => {
                write!(f, "the credential for `{scheme}` cannot be sent: {reason}")
            }
            Self::InsecureCredential { host } => write!(
                f,
                "nothing was sent: a credential would travel unencrypted to `{host}` \
                 (use https, or `allow_insecure_http`)"
            ),
            Self::MissingBaseUrl => f.write_str("the client needs a `base_url`"),
            Self::InvalidBaseUrl { reason } => write!(f, "the base URL cannot be used: {reason}"),
            Self::InvalidServerVariable { variable, reason } => {
                write!(f, "the server variable `{variable}` {reason}")
            }
            Self::InvalidHeader { name } => write!(f, "the header `{name}` cannot be sent"),
            Self::InvalidBody { reason } => {
                write!(f, "nothing was sent: the body cannot be written: {reason}")
            }
            Self::Refused { reason } => {
                write!(
                    f,
                    "nothing was sent: the transport refused the request: {reason}"
                )
            }
            Self::NoTransport { reason } => write!(f, "there is no transport: {reason}"),
        }
    }
}

impl std::error::Error for BuildError {}
