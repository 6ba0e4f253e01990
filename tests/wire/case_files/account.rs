//! What was received and what came of it, as text that a person can review.

use std::{
    error::Error as StdError,
    fmt::{Debug, Write},
};

use outspoken::{
    ApiError, DecodeError, Error, ErrorKind, Partial, Payload, Response, Undocumented, Unrecognized,
};
use outspoken_tests::server::Server;

/// The requests byte by byte, then the outcome. What changes from run to run is replaced.
pub(super) fn of(server: &Server, outcome: &str) -> String {
    let mut text = String::new();
    let requests = server.requests();
    if requests.is_empty() {
        let connections = server.connections();
        writeln!(text, "== received: nothing, over {connections} connections").unwrap();
    }
    for request in requests {
        writeln!(text, "== received\n{}", shown(request.bytes())).unwrap();
    }
    writeln!(text, "== the caller got\n{outcome}").unwrap();
    text.replace(&format!(":{}", server.port()), ":PORT")
        .replace(
            concat!("outspoken/", env!("CARGO_PKG_VERSION")),
            "outspoken/VERSION",
        )
}

/// Bytes as text: CR LF as a line break, all else that is no visible ASCII escaped.
fn shown(bytes: &[u8]) -> String {
    let text = bytes.escape_ascii().to_string();
    text.replace("\\r\\n", "\n")
        .replace("\\\"", "\"")
        .replace("\\'", "'")
}

/// What a call came to.
pub(super) fn of_result<T: Debug, E: ErrorKind>(
    result: &Result<Response<T>, Error<E>>,
    holds: fn(&E) -> String,
) -> String {
    let error = match result {
        Ok(done) => return format!("Ok, status {}\n{:#?}", done.status().as_u16(), **done),
        Err(error) => error,
    };
    let mut text = match error {
        Error::Api(error) => api(error, holds),
        Error::Decode(error) => decode(error),
        Error::Timeout(error) => {
            format!(
                "Error::Timeout, {:?}\n{}",
                error.phase(),
                partial(error.partial())
            )
        }
        Error::Transport(error) => format!("Error::Transport\n{}", partial(error.partial())),
        Error::Build(error) => format!("Error::Build\n{error:?}\n"),
        other => format!("{other:?}\n"),
    };
    writeln!(text, "display:    {error}").unwrap();
    let mut source = error.source();
    while let Some(cause) = source {
        writeln!(text, "because:    {cause}").unwrap();
        source = cause.source();
    }
    text.trim_end().to_owned()
}

fn api<E: ErrorKind>(error: &ApiError<E>, holds: fn(&E) -> String) -> String {
    let mut text = format!("Error::Api, {}\n", error.variant());
    let mut row = |name: &str, value: &dyn Debug| {
        writeln!(text, "{:<11} {value:?}", format!("{name}:")).unwrap();
    };
    row("status", &error.status().as_u16());
    row("code", &error.code());
    row("message", &error.message());
    row("request id", &error.request_id());
    row("retry after", &error.retry_after());
    row("retryable", &error.is_retryable());
    if let Some(problem) = error.problem() {
        row("problem", &problem);
    }
    row("headers", &error.headers().len());
    row("body", &error.body().len());
    writeln!(text, "holds:      {}", holds(error.kind())).unwrap();
    text
}

fn decode(error: &DecodeError) -> String {
    format!(
        "Error::Decode\nstatus:     {}\nreason:     {}\npath:       {:?}\nat:         {:?}\nheaders:    {}\nbody:       {}\n",
        error.status().as_u16(),
        error.reason(),
        error.path(),
        error.line_column(),
        error.headers().len(),
        error.body().len(),
    )
}

fn partial(partial: Option<&Partial>) -> String {
    match partial {
        Some(partial) => format!(
            "arrived:    status {}, {} headers, {:?}\n",
            partial.status().as_u16(),
            partial.headers().len(),
            partial.body(),
        ),
        None => "arrived:    nothing\n".to_owned(),
    }
}

/// What a variant holds, whichever of the three it is.
pub(super) trait Holds {
    fn tell(&self) -> String;
}

impl<T: Debug> Holds for Payload<T> {
    fn tell(&self) -> String {
        match self.get() {
            Ok(value) => format!("the documented body: {value:#?}"),
            Err(fault) => format!(
                "a body of {} bytes that does not fit: {fault}",
                self.body().len()
            ),
        }
    }
}

impl Holds for Undocumented {
    fn tell(&self) -> String {
        format!("an undocumented body: {:?}", self.text())
    }
}

impl Holds for Unrecognized {
    fn tell(&self) -> String {
        format!("an unrecognized body: {:?}", self.text())
    }
}
