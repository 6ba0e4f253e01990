//! Lines of a body, as they arrive.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::BytesMut;
use futures_core::Stream;

use crate::{Body, TransportError};

/// The longest line, and the longest item: no server means more, and one that never comes to an end
/// must not fill memory.
pub(super) const LONGEST: usize = 8 * 1024 * 1024;

/// What is left of a body, line by line.
#[derive(Debug)]
pub(super) struct Lines {
    body: Body,
    /// What has arrived and is no whole line yet.
    rest: BytesMut,
    /// How much of the rest holds no end of a line.
    searched: usize,
    /// Whether the line before ended in `\r`, so that a `\n` belongs to that end.
    after_return: bool,
    ended: bool,
}

impl Lines {
    pub(super) fn new(body: Body) -> Self {
        Self {
            body,
            rest: BytesMut::new(),
            searched: 0,
            after_return: false,
            ended: false,
        }
    }

    /// What has not arrived yet.
    pub(super) fn body(&self) -> &Body {
        &self.body
    }

    /// The next line without its end, which is `\n`, `\r\n` or `\r`; the last one needs none.
    pub(super) fn poll_line(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<BytesMut, TransportError>>> {
        loop {
            if let Some(line) = self.take_line() {
                return Poll::Ready(Some(Ok(line)));
            }
            if self.ended {
                let last = std::mem::take(&mut self.rest);
                return Poll::Ready((!last.is_empty()).then_some(Ok(last)));
            }
            if self.rest.len() > LONGEST {
                return Poll::Ready(Some(Err(self.too_long())));
            }
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(chunk)) => self.rest.extend_from_slice(&chunk),
                Some(Err(error)) => {
                    self.end();
                    return Poll::Ready(Some(Err(error)));
                }
                None => self.ended = true,
            }
        }
    }

    /// Gives nothing more, as an item has no end in sight.
    pub(super) fn too_long(&mut self) -> TransportError {
        self.end();
        TransportError::BodyLimit {
            limit: u64::try_from(LONGEST).unwrap_or(u64::MAX),
            partial: None,
        }
    }

    /// Gives nothing more.
    pub(super) fn end(&mut self) {
        self.ended = true;
        self.rest.clear();
        self.body = Body::empty();
    }

    fn take_line(&mut self) -> Option<BytesMut> {
        if self.after_return && !self.rest.is_empty() {
            self.after_return = false;
            if self.rest.first() == Some(&b'\n') {
                drop(self.rest.split_to(1));
            }
        }
        let new = self.rest.get(self.searched..)?;
        let Some(at) = new.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            self.searched = self.rest.len();
            return None;
        };
        let mut line = self.rest.split_to(self.searched + at + 1);
        self.searched = 0;
        self.after_return = line.last() == Some(&b'\r');
        line.truncate(line.len().saturating_sub(1));
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use bytes::Bytes;

    use super::*;

    /// A body that arrives in these pieces.
    struct Pieces(Vec<&'static [u8]>);

    impl Stream for Pieces {
        type Item = Result<Bytes, TransportError>;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            let next = (!self.0.is_empty()).then(|| self.0.remove(0));
            Poll::Ready(next.map(|piece| Ok(Bytes::from_static(piece))))
        }
    }

    async fn lines(pieces: &[&'static [u8]]) -> Vec<String> {
        let mut lines = Lines::new(Body::stream(Pieces(pieces.to_vec())));
        let mut all = Vec::new();
        while let Some(line) = poll_fn(|context| lines.poll_line(context)).await {
            all.push(String::from_utf8(line.unwrap().to_vec()).unwrap());
        }
        all
    }

    #[tokio::test]
    async fn ends_of_lines_wherever_they_are_cut() {
        let expected = ["a", "", "b", "", "c", "d"];
        assert_eq!(lines(&[b"a\n\nb\r\n\r\nc\rd"]).await, expected);
        let pieces: &[&[u8]] = &[b"a\n", b"\nb\r", b"\n\r", b"", b"\nc", b"\r", b"d"];
        assert_eq!(lines(pieces).await, expected);
        assert_eq!(lines(&[b"a\n"]).await, ["a"]);
        assert_eq!(lines(&[b"\r"]).await, [""]);
        assert!(lines(&[]).await.is_empty());
    }

    #[tokio::test]
    async fn a_line_without_an_end_fills_no_memory() {
        let piece: &[u8] = &[b'x'; 1 << 20];
        let mut lines = Lines::new(Body::stream(Pieces(vec![piece; 64])));
        let next = poll_fn(|context| lines.poll_line(context)).await;
        let error = next.unwrap().unwrap_err();
        assert!(
            matches!(error, TransportError::BodyLimit { .. }),
            "{error:?}"
        );
        assert!(poll_fn(|context| lines.poll_line(context)).await.is_none());
    }
}
