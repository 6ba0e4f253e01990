//! Which requests an answer is prepared for.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, header};

use crate::{BuildError, Operation, OperationMeta, RequestParts, client::CredentialQuery};

/// Requests of an operation: with any arguments, or with these.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    meta: OperationMeta,
    arguments: Option<Arguments>,
}

/// What arguments become.
#[derive(Clone, Debug)]
struct Arguments {
    /// Path and query, as they follow the base URL.
    target: String,
    headers: HeaderMap,
    /// `None` for a stream, which is there once, and for whoever reads it.
    body: Option<Bytes>,
}

impl Wanted {
    pub(super) fn any<O: Operation>() -> Self {
        Self {
            meta: O::META,
            arguments: None,
        }
    }

    pub(super) fn of<O: Operation>(operation: &O) -> Result<Self, BuildError> {
        let mut parts = RequestParts::new(&O::META);
        operation.encode(&mut parts)?;
        let target = parts.path_and_query()?;
        let (headers, body) = parts.into_headers_and_body();
        Ok(Self {
            meta: O::META,
            arguments: Some(Arguments {
                target,
                headers,
                body: body.as_bytes(),
            }),
        })
    }

    /// Whether a request is one of these; else what differs, or `None` if that is another operation.
    pub(super) fn fits(&self, request: &Request<Bytes>) -> Result<(), Option<&'static str>> {
        let Self { meta, arguments } = self;
        match request.extensions().get::<OperationMeta>() {
            Some(sent) if sent != meta => return Err(None),
            // What comes over a network does not say which operation it is.
            None if request.method().as_str() != meta.method || !is_accepted(meta, request) => {
                return Err(None);
            }
            _ => {}
        }
        match arguments {
            Some(arguments) => arguments.differ(meta, request).map_or(Ok(()), Err),
            None if is_filled(meta.path, request.uri().path()) => Ok(()),
            None => Err(None),
        }
    }

    /// The operation, and what is asked of it, for messages.
    pub(super) fn told(&self) -> String {
        let Self { meta, arguments } = self;
        let target = arguments.as_ref().map_or(meta.path, |one| &one.target);
        format!("`{}` (`{} {target}`)", meta.name, meta.method)
    }
}

impl Arguments {
    /// What differs in a request; `Some(None)` where it is of another operation.
    fn differ(
        &self,
        meta: &OperationMeta,
        request: &Request<Bytes>,
    ) -> Option<Option<&'static str>> {
        let Self {
            target,
            headers,
            body,
        } = self;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let sent = request.uri();
        if !sent.path().ends_with(path) {
            return Some(is_filled(meta.path, sent.path()).then_some("its path"));
        }
        if !is_query(query, meta, request) {
            return Some(Some("its query"));
        }
        let differing = headers.keys().find(|name| {
            let sent = request.headers().get_all(*name);
            let mut wanted = headers.get_all(*name).iter();
            !wanted.all(|value| {
                sent.iter()
                    .any(|sent| holds(*name == header::COOKIE, sent, value))
            })
        });
        match (differing, body) {
            (Some(name), _) if *name == header::COOKIE => Some(Some("a cookie")),
            (Some(name), _) if *name == header::CONTENT_TYPE => Some(Some("its content type")),
            (Some(_), _) => Some(Some("a header")),
            (None, Some(body)) if body != request.body() => Some(Some("its body")),
            (None, _) => None,
        }
    }
}

/// Whether the query is this one; credentials may follow.
fn is_query(query: &str, meta: &OperationMeta, request: &Request<Bytes>) -> bool {
    let sent = request.uri().query().unwrap_or_default();
    if let Some(CredentialQuery(length)) = request.extensions().get() {
        let own = sent.len().saturating_sub(*length);
        return sent.get(..own).map(|own| own.trim_end_matches('&')) == Some(query);
    }
    let rest = sent.strip_prefix(query);
    let is_credential = |rest: &str| {
        let was_sent = request.extensions().get::<OperationMeta>().is_some();
        !was_sent && !meta.security.is_empty() && (query.is_empty() || rest.starts_with('&'))
    };
    rest.is_some_and(|rest| rest.is_empty() || is_credential(rest))
}

/// Whether a header has a value; of cookies, whether it is among them.
fn holds(is_cookie: bool, sent: &HeaderValue, wanted: &HeaderValue) -> bool {
    if !is_cookie {
        return sent == wanted;
    }
    let pairs = |value: &HeaderValue| -> Vec<Vec<u8>> {
        let pairs = value.as_bytes().split(|byte| *byte == b';');
        pairs.map(|pair| pair.trim_ascii().to_vec()).collect()
    };
    let sent = pairs(sent);
    pairs(wanted).iter().all(|pair| sent.contains(pair))
}

/// Whether the request asks for the representation that the operation gives.
fn is_accepted(meta: &OperationMeta, request: &Request<Bytes>) -> bool {
    let accept = request.headers().get(header::ACCEPT);
    meta.accept.is_empty() || accept.is_some_and(|accept| accept == meta.accept)
}

/// Whether a path ends in the template, with anything in the place of its parameters.
fn is_filled(template: &str, path: &str) -> bool {
    let template = template.split('?').next().unwrap_or_default();
    let mut segments = path.rsplit('/');
    template.rsplit('/').all(|pattern| {
        let segment = segments.next().unwrap_or_default();
        let Some((before, rest)) = pattern.split_once('{') else {
            return pattern.is_empty() || pattern == segment;
        };
        let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
        let room = before.len() + after.len() <= segment.len();
        room && segment.starts_with(before) && segment.ends_with(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_templates() {
        for (template, path, expected) in [
            ("/a/{b}", "/a/1", true),
            ("/a/{b}", "/base/a/1", true),
            ("/a/{b}", "/a", false),
            ("/a/{b}", "/b/1", false),
            ("/a/x{b}.json", "/a/x1.json", true),
            ("/a/x{b}.json", "/a/x1.xml", false),
            ("/a/x{b}x", "/a/x", false),
            ("/{b}", "/", true),
            ("/a", "/a/b", false),
            ("/", "/base/", true),
        ] {
            assert_eq!(is_filled(template, path), expected, "{template} {path}");
        }
    }
}
