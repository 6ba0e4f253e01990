//! Events that a server sends as they happen.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_core::Stream;
use http::{HeaderMap, StatusCode};

use super::{
    RawResponse,
    item::{self, Head, ItemError, Read},
    lines::{LONGEST, Lines},
};
use crate::{
    Body, TransportError,
    schema::{Wire, Written},
};

/// An event that a server sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its type; `message` where it says none.
    pub name: String,
    /// Its ID, or that of an earlier event, where one has said it: what `Last-Event-ID` may be in
    /// the next request.
    pub id: Option<String>,
    /// How long to wait before that request, where the server has said so.
    pub retry: Option<Duration>,
    /// What it says.
    pub data: T,
}

/// Events that a server sends as they happen (server-sent events, HTML Living Standard §9.2).
///
/// Data that is no JSON and reads `[DONE]` ends them, as with many APIs.
///
/// ```
/// # use outspoken::{Events, ItemError};
/// async fn print(mut events: Events<u32>) -> Result<(), ItemError> {
///     while let Some(event) = events.next().await {
///         println!("{}", event?.data);
///     }
///     Ok(())
/// }
/// ```
pub struct Events<T> {
    lines: Lines,
    head: Head,
    read: Read<T>,
    is_first: bool,
    /// What has arrived of the next event: kept, so that waiting may be given up and taken up again.
    name: String,
    data: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

impl<T: Wire> Events<T> {
    /// Those with this data, as JSON, as a server would send them, for tests.
    ///
    /// # Errors
    /// When one has no form in JSON, as a number that is not finite has none.
    pub fn of(data: impl IntoIterator<Item = T>) -> Result<Self, serde_json::Error> {
        let mut text = String::new();
        for data in data {
            text.push_str(&format!(
                "data: {}\n\n",
                serde_json::to_string(&Written(&data))?
            ));
        }
        Ok(Self::new(&told(), Body::from(text), item::json))
    }

    /// The events of an answer, whose data is JSON.
    pub(crate) fn json(response: &RawResponse, body: Body) -> Self {
        Self::new(response, body, item::json)
    }
}

impl Events<String> {
    /// Those with this text, as a server would send them, for tests.
    #[must_use]
    pub fn of_texts<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Self {
        let mut all = String::new();
        for text in texts {
            let text = text.as_ref().replace("\r\n", "\n");
            let lines = text.split(['\n', '\r']);
            lines.for_each(|line| all.push_str(&format!("data: {line}\n")));
            all.push('\n');
        }
        Self::new(&told(), Body::from(all), item::text)
    }

    /// The events of an answer, whose data is text.
    pub(crate) fn text(response: &RawResponse, body: Body) -> Self {
        Self::new(response, body, item::text)
    }
}

/// The head that nobody sent.
fn told() -> RawResponse {
    RawResponse::new(StatusCode::OK, HeaderMap::new(), "")
}

impl<T> Events<T> {
    /// What has not arrived yet.
    pub(super) fn body(&self) -> &Body {
        self.lines.body()
    }

    fn new(response: &RawResponse, body: Body, read: Read<T>) -> Self {
        Self {
            lines: Lines::new(body),
            head: Head::of(response),
            read,
            is_first: true,
            name: String::new(),
            data: None,
            id: None,
            retry: None,
        }
    }

    /// Waits for the next event; `None` at the end. Waiting may be given up and taken up again.
    ///
    /// # Errors
    /// When the stream broke, or the event is not what is documented.
    pub async fn next(&mut self) -> Option<Result<Event<T>, ItemError>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    fn poll_event(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Event<T>, ItemError>>> {
        // What no empty line ends did not arrive whole (§9.2.6).
        while let Some(line) = ready!(self.lines.poll_line(context)) {
            let line = match line {
                Ok(line) => line,
                Err(error) => return Poll::Ready(Some(Err(ItemError::Transport(error)))),
            };
            let line = String::from_utf8_lossy(&line);
            let is_first = std::mem::take(&mut self.is_first);
            let line = line
                .strip_prefix('\u{feff}')
                .filter(|_| is_first)
                .unwrap_or(&line);
            if !line.is_empty() {
                if let Err(error) = self.field(line) {
                    return Poll::Ready(Some(Err(ItemError::Transport(error))));
                }
                continue;
            }
            let name = std::mem::take(&mut self.name);
            if let Some(data) = self.data.take() {
                return Poll::Ready(self.event(name, data));
            }
        }
        Poll::Ready(None)
    }

    fn field(&mut self, line: &str) -> Result<(), TransportError> {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                match &mut self.data {
                    Some(before) if before.len() + value.len() > LONGEST => {
                        return Err(self.lines.too_long());
                    }
                    Some(before) => {
                        before.push('\n');
                        before.push_str(value);
                    }
                    None => self.data = Some(value.to_owned()),
                };
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
        Ok(())
    }

    fn event(&mut self, name: String, data: String) -> Option<Result<Event<T>, ItemError>> {
        let is_end = data.trim() == "[DONE]";
        let data = match (self.read)(&self.head, data.into()) {
            Ok(data) => data,
            Err(_) if is_end => {
                self.lines.end();
                return None;
            }
            Err(error) => return Some(Err(ItemError::Decode(error))),
        };
        Some(Ok(Event {
            name: if name.is_empty() {
                "message".to_owned()
            } else {
                name
            },
            id: self.id.clone().filter(|id| !id.is_empty()),
            retry: self.retry,
            data,
        }))
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>, ItemError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context)
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Events")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn events(text: &'static str) -> Vec<String> {
        let mut events = Events::<u32>::json(&told(), Body::from(text));
        let mut all = Vec::new();
        while let Some(event) = events.next().await {
            all.push(match event {
                Ok(Event {
                    name,
                    id,
                    retry,
                    data,
                }) => format!("{name} {id:?} {retry:?} {data}"),
                Err(error) => error.to_string(),
            });
        }
        all
    }

    #[tokio::test]
    async fn events_by_the_letter_of_the_standard() {
        let text = "\u{feff}: hello\n\nevent: add\ndata: 7\nid: 1\nretry: 50\nodd: x\n\n\
            event: lost\n\ndata:8\nid\nretry: soon\n\ndata: [1,\ndata: 2]\n\ndata: 9";
        let expected = [
            "add Some(\"1\") Some(50ms) 7",
            "message None Some(50ms) 8",
            "the body of the 200 answer is not what is documented: invalid type: sequence, \
             expected u32 (line 1, column 0)",
        ];
        assert_eq!(events(text).await, expected);
    }

    #[tokio::test]
    async fn done_ends_them() {
        assert_eq!(
            events("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n").await,
            ["message None None 1"]
        );
        let mut texts = Events::text(&told(), Body::from("data: [DONE]\n\n"));
        assert_eq!(texts.next().await.unwrap().unwrap().data, "[DONE]");
    }
}
