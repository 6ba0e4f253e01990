//! JSON texts that follow each other.

use std::{
    fmt,
    future::poll_fn,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::{
    RawResponse,
    item::{self, Head, ItemError},
    lines::Lines,
};
use crate::{
    Body,
    schema::{Wire, Written},
};

/// JSON texts that arrive one after the other, one a line (JSON Lines) or a record (RFC 7464).
pub struct JsonLines<T> {
    lines: Lines,
    head: Head,
    item: PhantomData<fn() -> T>,
}

impl<T> JsonLines<T> {
    /// What has not arrived yet.
    pub(super) fn body(&self) -> &Body {
        self.lines.body()
    }
}

impl<T: Wire> JsonLines<T> {
    /// Those that a server would send, for tests.
    ///
    /// # Errors
    /// When one has no form in JSON, as a number that is not finite has none.
    pub fn of(items: impl IntoIterator<Item = T>) -> Result<Self, serde_json::Error> {
        let mut text = Vec::new();
        for item in items {
            serde_json::to_writer(&mut text, &Written(&item))?;
            text.push(b'\n');
        }
        let raw = RawResponse::new(StatusCode::OK, HeaderMap::new(), "");
        Ok(Self::new(&raw, Body::from(text)))
    }

    pub(crate) fn new(response: &RawResponse, body: Body) -> Self {
        Self {
            lines: Lines::new(body),
            head: Head::of(response),
            item: PhantomData,
        }
    }

    /// Waits for the next text; `None` at the end.
    ///
    /// # Errors
    /// When the stream broke, or the text is not what is documented.
    pub async fn next(&mut self) -> Option<Result<T, ItemError>> {
        poll_fn(|context| self.poll_text(context)).await
    }

    fn poll_text(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, ItemError>>> {
        while let Some(line) = ready!(self.lines.poll_line(context)) {
            let line = match line {
                Ok(line) => line.freeze(),
                Err(error) => return Poll::Ready(Some(Err(ItemError::Transport(error)))),
            };
            let record = line.iter().position(|byte| *byte != b'\x1e');
            let Some(start) = record.filter(|_| !line.trim_ascii().is_empty()) else {
                continue;
            };
            let read = item::json(&self.head, line.slice(start..));
            return Poll::Ready(Some(read.map_err(ItemError::Decode)));
        }
        Poll::Ready(None)
    }
}

impl<T: Wire> Stream for JsonLines<T> {
    type Item = Result<T, ItemError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_text(context)
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JsonLines")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn lines_of_json_and_records() {
        let text = "1\n\n 2 \r\n\u{1e}3\n\u{1e}\n{\n4";
        let raw = RawResponse::new(StatusCode::OK, HeaderMap::new(), "");
        let mut lines = JsonLines::<u32>::new(&raw, Body::from(text));
        let mut all = Vec::new();
        while let Some(line) = lines.next().await {
            all.push(line.ok());
        }
        assert_eq!(all, [Some(1), Some(2), Some(3), None, Some(4)]);
    }
}
