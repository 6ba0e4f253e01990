//! A body put together from bytes and streams, one after the other.

use std::{
    collections::VecDeque,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::boundary::contains;
use crate::{Body, TransportError};

/// The pieces as one body: in memory where all of them are.
pub(super) fn joined(pieces: Vec<Body>, boundary: &str) -> Body {
    let whole: Option<Vec<Bytes>> = pieces.iter().map(Body::as_bytes).collect();
    if let Some(whole) = whole {
        let mut all = BytesMut::with_capacity(whole.iter().map(Bytes::len).sum());
        whole.iter().for_each(|piece| all.extend_from_slice(piece));
        return all.freeze().into();
    }
    let lengths: Option<Vec<u64>> = pieces.iter().map(Body::length).collect();
    let length = lengths.and_then(|lengths| {
        let mut lengths = lengths.into_iter();
        lengths.try_fold(0_u64, u64::checked_add)
    });
    let pieces = Pieces {
        left: pieces.into(),
        watch: Watch::new(boundary),
    };
    match length {
        Some(length) => Body::sized_stream(length, pieces),
        None => Body::stream(pieces),
    }
}

struct Pieces {
    left: VecDeque<Body>,
    watch: Watch,
}

impl Stream for Pieces {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        while let Some(piece) = this.left.front_mut() {
            // What is in memory was looked through before, and holds the boundary where it must.
            let is_stream = piece.as_bytes().is_none();
            match Pin::new(piece).poll_next(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => {
                    this.left.pop_front();
                    this.watch.forget();
                }
                Poll::Ready(Some(Ok(chunk))) if is_stream && this.watch.sees_it_in(&chunk) => {
                    this.left.clear();
                    let reason = "a streamed file holds the boundary between the parts";
                    return Poll::Ready(Some(Err(TransportError::interrupted(reason))));
                }
                Poll::Ready(Some(Err(error))) => {
                    this.left.clear();
                    return Poll::Ready(Some(Err(error)));
                }
                Poll::Ready(some) => return Poll::Ready(some),
            }
        }
        Poll::Ready(None)
    }
}

/// Looks for the boundary in a stream, across its chunks too.
struct Watch {
    boundary: Vec<u8>,
    /// The last bytes before this chunk, one fewer than the boundary has.
    tail: Vec<u8>,
}

impl Watch {
    fn new(boundary: &str) -> Self {
        Self {
            boundary: boundary.as_bytes().to_vec(),
            tail: Vec::new(),
        }
    }

    fn forget(&mut self) {
        self.tail.clear();
    }

    fn sees_it_in(&mut self, chunk: &[u8]) -> bool {
        let most = self.boundary.len().saturating_sub(1);
        let start = chunk.get(..most).unwrap_or(chunk);
        self.tail.extend_from_slice(start);
        let sees = contains(&self.tail, &self.boundary) || contains(chunk, &self.boundary);
        if chunk.len() >= most {
            self.tail.clear();
            let end = chunk.len().saturating_sub(most);
            self.tail
                .extend_from_slice(chunk.get(end..).unwrap_or_default());
        } else {
            let surplus = self.tail.len().saturating_sub(most);
            self.tail.drain(..surplus);
        }
        sees
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sees(boundary: &str, chunks: &[&str]) -> bool {
        let mut watch = Watch::new(boundary);
        chunks
            .iter()
            .any(|chunk| watch.sees_it_in(chunk.as_bytes()))
    }

    #[test]
    fn a_boundary_across_chunks_is_seen() {
        for chunks in [
            &["xxabcdxx"] as &[&str],
            &["xxab", "cdxx"],
            &["a", "b", "c", "d"],
            &["xa", "bc", "", "dx"],
            &["aab", "abcd"],
        ] {
            assert!(sees("abcd", chunks), "{chunks:?}");
        }
        for chunks in [&["abc", "abd"] as &[&str], &["ab", "xcd"], &["", "abc"]] {
            assert!(!sees("abcd", chunks), "{chunks:?}");
        }
    }
}
