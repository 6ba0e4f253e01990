//! Which requests an answer is prepared for.

use std::any::TypeId;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderName, HeaderValue, Request,
    header::{ACCEPT, CONTENT_TYPE, COOKIE},
};

use super::{multipart, template};
use crate::{BuildError, Operation, OperationMeta, RequestParts, client::Sent};

/// Requests of an operation: with any arguments, or with these.
#[derive(Clone)]
pub(super) struct Wanted {
    operation: TypeId,
    meta: OperationMeta,
    arguments: Option<Arguments>,
}

/// What arguments become.
#[derive(Clone)]
struct Arguments {
    path: String,
    query: String,
    headers: HeaderMap,
    /// `None` for a stream, which is there once, and for whoever reads it.
    body: Option<Bytes>,
}

/// How well a request fits, the larger the better; or what of it does not, and `None` where it is of
/// another operation.
pub(super) type Fit = Result<usize, Option<&'static str>>;

/// Another representation is asked for.
const ACCEPTED: &str = "what it accepts";

impl Wanted {
    pub(super) fn any<O: Operation>() -> Self {
        Self {
            operation: TypeId::of::<O>(),
            meta: O::META,
            arguments: None,
        }
    }

    pub(super) fn of<O: Operation>(operation: &O) -> Result<Self, BuildError> {
        let mut parts = RequestParts::new(&O::META);
        operation.encode(&mut parts)?;
        let target = parts.path_and_query()?;
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let (headers, body) = parts.into_headers_and_body();
        Ok(Self {
            arguments: Some(Arguments {
                path: path.to_owned(),
                query: query.to_owned(),
                headers,
                body: body.as_bytes(),
            }),
            ..Self::any::<O>()
        })
    }

    /// Whether a request is one of these.
    pub(super) fn fits(&self, request: &Request<Bytes>) -> Fit {
        match request.extensions().get::<Sent>() {
            Some(sent) if sent.operation != self.operation => {
                let is_other = self.is_other_representation(request);
                Err(is_other.then_some(ACCEPTED))
            }
            Some(sent) => self.fits_sent(sent, request),
            None => self.fits_received(request),
        }
    }

    /// Whether a client asks for what this operation gives, but in another representation: that is an
    /// operation of its own.
    fn is_other_representation(&self, request: &Request<Bytes>) -> bool {
        let sent = request.extensions().get::<OperationMeta>();
        sent.is_some_and(|sent| {
            let name = |meta: &OperationMeta| (meta.id, meta.method, meta.path);
            name(sent) == name(&self.meta) && sent.accept != self.meta.accept
        })
    }

    /// Whether what a client sent is one of these: it says what is the operation's own.
    fn fits_sent(&self, sent: &Sent, request: &Request<Bytes>) -> Fit {
        let Some(arguments) = &self.arguments else {
            return Ok(0);
        };
        let whole = request.uri().query().unwrap_or_default();
        let own = whole.len().saturating_sub(sent.credentials);
        let query = whole.get(..own).unwrap_or_default();
        // A credential follows what is there.
        let query = match sent.credentials {
            0 => query,
            _ => query.strip_suffix('&').unwrap_or(query),
        };
        if !request.uri().path().ends_with(&arguments.path) {
            return Err(Some("its path"));
        }
        if query != arguments.query {
            return Err(Some("its query"));
        }
        arguments.fits_rest(&sent.headers, true, request.body())
    }

    /// Whether what came over a network is one of these.
    fn fits_received(&self, request: &Request<Bytes>) -> Fit {
        let Self {
            operation: _,
            meta,
            arguments,
        } = self;
        let (path, query) = (
            request.uri().path(),
            request.uri().query().unwrap_or_default(),
        );
        let Some(literal) = template::fits(meta.path, path, query)
            .filter(|_| request.method().as_str() == meta.method)
        else {
            return Err(None);
        };
        let accept = request.headers().get(ACCEPT);
        if !meta.accept.is_empty() && accept.is_none_or(|accept| accept != meta.accept) {
            return Err(Some(ACCEPTED));
        }
        let Some(arguments) = arguments else {
            return Ok(literal);
        };
        if !path.ends_with(&arguments.path) {
            return Err(Some("its path"));
        }
        // Credentials may follow.
        let rest = query.strip_prefix(&*arguments.query).filter(|rest| {
            let may_be = !meta.security.is_empty();
            let is_apart = arguments.query.is_empty() || rest.starts_with('&');
            rest.is_empty() || (may_be && is_apart)
        });
        let Some(rest) = rest else {
            return Err(Some("its query"));
        };
        arguments.fits_rest(request.headers(), false, request.body())?;
        let is_exact = rest.is_empty() && path == arguments.path;
        Ok(literal
            .saturating_add(arguments.path.len())
            .saturating_add(usize::from(is_exact)))
    }

    /// The operation, and what is asked of it, for messages. The query stays out of it: it may hold a
    /// key.
    pub(super) fn told(&self) -> String {
        let Self {
            operation: _,
            meta,
            arguments,
        } = self;
        let path = arguments.as_ref().map_or(meta.path, |one| &one.path);
        let path = path.split('?').next().unwrap_or_default();
        format!("`{}` (`{} {path}`)", meta.name, meta.method)
    }
}

impl Arguments {
    /// Compares headers, of which there are no others where they are the operation's `own`, and body.
    fn fits_rest(&self, sent: &HeaderMap, are_own: bool, body: &Bytes) -> Fit {
        let headers = &self.headers;
        let is_more = are_own && sent.keys().any(|name| !headers.contains_key(name));
        let differs = |name: &&HeaderName| {
            let mut wanted = headers.get_all(*name).iter();
            let among = |value: &HeaderValue| {
                let mut sent = sent.get_all(*name).iter();
                sent.any(|sent| self.is_same(name, sent, value))
            };
            !wanted.all(among)
        };
        match headers.keys().find(differs) {
            Some(&COOKIE) => return Err(Some("a cookie")),
            Some(&CONTENT_TYPE) => return Err(Some("its content type")),
            Some(_) => return Err(Some("a header")),
            None if is_more => return Err(Some("a header")),
            None => {}
        }
        let is_same = |wanted: &Bytes| {
            wanted == body
                || is_same_json(wanted, body)
                || multipart::are_same((headers, wanted), (sent, body))
        };
        match self.body.as_ref().is_none_or(is_same) {
            true => Ok(0),
            false => Err(Some("its body")),
        }
    }

    fn is_same(&self, name: &HeaderName, sent: &HeaderValue, wanted: &HeaderValue) -> bool {
        let parts = |value: &HeaderValue| -> Vec<Vec<u8>> {
            let parts = value.as_bytes().split(|byte| *byte == b';');
            parts.map(|part| part.trim_ascii().to_vec()).collect()
        };
        match *name {
            // Those of the client may be there, too.
            COOKIE => {
                let sent = parts(sent);
                parts(wanted).iter().all(|pair| sent.contains(pair))
            }
            // What parts a body of streams is made anew each time.
            CONTENT_TYPE if self.body.is_none() => parts(sent).first() == parts(wanted).first(),
            // What stands between the parts of a body follows from them, and is compared with them.
            CONTENT_TYPE => {
                multipart::without_boundary(sent) == multipart::without_boundary(wanted)
            }
            _ => sent == wanted,
        }
    }
}

/// Whether two texts are one value: members of a map come in any order.
fn is_same_json(one: &[u8], other: &[u8]) -> bool {
    let read = |text| serde_json::from_slice::<serde_json::Value>(text).ok();
    let pair = read(one).zip(read(other));
    pair.is_some_and(|(one, other)| one == other)
}
