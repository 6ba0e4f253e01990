//! Outputs, written as the answers that they are read from: for tests that let an operation return.

use bytes::Bytes;

use super::{Events, JsonLines};
use crate::{
    Body,
    schema::{Wire, Written},
};

/// An output as an answer: the variant that it is, where there are several, and its body.
#[doc(hidden)]
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub(crate) variant: &'static str,
    pub(crate) content: ReplyContent,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReplyContent {
    Nothing,
    /// A text of JSON, or what that text says.
    Json(Bytes),
    Raw(Body),
}

impl Reply {
    fn new(content: ReplyContent) -> Self {
        Self {
            variant: "",
            content,
        }
    }

    /// The answer of a variant; of what it holds, if it holds anything.
    #[must_use]
    pub fn of_variant(variant: &'static str, held: impl IntoIterator<Item = Self>) -> Self {
        let held = held.into_iter().next();
        Self {
            variant,
            content: held.map_or(ReplyContent::Nothing, |held| held.content),
        }
    }
}

/// What a test can let an operation [return](crate::On::returns): the output of any operation.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the output of an operation that a test can let it return",
    note = "`answers` takes any response"
)]
pub trait ToReply {
    /// # Errors
    /// Why it has no form that a server could send.
    #[doc(hidden)]
    fn to_reply(&self) -> Result<Reply, String>;
}

impl<T: Wire> ToReply for T {
    fn to_reply(&self) -> Result<Reply, String> {
        let text = serde_json::to_vec(&Written(self)).map_err(|error| error.to_string())?;
        Ok(Reply::new(ReplyContent::Json(text.into())))
    }
}

macro_rules! as_it_is {
    ($($type:ty $(, $t:ident)? = |$value:ident| $body:expr;)*) => {$(
        impl $(<$t: 'static>)? ToReply for $type {
            fn to_reply(&self) -> Result<Reply, String> {
                let $value = self;
                Ok(Reply::new(ReplyContent::Raw($body)))
            }
        }

        impl $(<$t: 'static>)? ToReply for Option<$type> {
            fn to_reply(&self) -> Result<Reply, String> {
                let nothing = Ok(Reply::new(ReplyContent::Nothing));
                self.as_ref().map_or(nothing, ToReply::to_reply)
            }
        }
    )*};
}

as_it_is! {
    Bytes = |bytes| Body::from(bytes.clone());
    Body = |body| body.clone();
    Events<T>, T = |events| events.body().clone();
    JsonLines<T>, T = |lines| lines.body().clone();
}
