//! What a client was told, and the requests that it makes of it.

use std::{any::TypeId, borrow::Cow, collections::BTreeMap, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderValue, Method, Request, header};

use super::base_url::BaseUrl;
use crate::{
    Body, BuildError, OperationMeta, RequestParts, Transport,
    auth::{Credential, is_credential},
    request::cookie,
};

/// What of a request is its operation's own: for transports that look for just that.
#[derive(Clone)]
pub(crate) struct Sent {
    pub(crate) operation: TypeId,
    pub(crate) headers: HeaderMap,
    /// How much of the end of the query is credentials.
    pub(crate) credentials: usize,
}

/// What a client was told, once it has been checked.
pub(crate) struct Settings {
    pub(crate) base: BaseUrl,
    /// Values for the variables of servers; `None` where the caller set the base URL, which then
    /// holds for all operations.
    pub(crate) variables: Option<BTreeMap<&'static str, String>>,
    pub(crate) credentials: BTreeMap<&'static str, Credential>,
    pub(crate) headers: HeaderMap,
    pub(crate) connect_timeout: Duration,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) timeout: Duration,
    pub(crate) body_limit: u64,
    pub(crate) allow_insecure_http: bool,
    pub(crate) transport: Arc<dyn Transport>,
}

impl Settings {
    /// The request of an operation: where it goes, what all requests have, and credentials.
    pub(super) fn request(
        &self,
        operation: TypeId,
        meta: &OperationMeta,
        parts: RequestParts,
    ) -> Result<Request<Body>, BuildError> {
        let base = self.base_of(meta)?;
        let mut target = parts.path_and_query()?;
        let method = Method::from_bytes(meta.method.as_bytes())
            .map_err(|_| BuildError::argument("method", "is not an HTTP method"))?;
        let (mut own, body) = parts.into_headers_and_body();
        let mut headers = self.headers.clone();
        let sent = own.clone();
        if !meta.accept.is_empty() {
            let accept =
                HeaderValue::from_str(meta.accept).map_err(|_| BuildError::InvalidHeader {
                    name: header::ACCEPT.to_string(),
                })?;
            headers.insert(header::ACCEPT, accept);
        }
        let cookies = own.remove(header::COOKIE);
        headers.extend(own);
        if let Some(cookies) = cookies {
            cookie::add(&mut headers, &cookies);
        }
        let query = self.authenticate(meta, &base, &mut headers)?;
        if !query.is_empty() {
            target.push(if target.contains('?') { '&' } else { '?' });
            target.push_str(&query);
        }
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = base.join(&target)?;
        *request.headers_mut() = headers;
        let extensions = request.extensions_mut();
        extensions.insert(*meta);
        extensions.insert(Sent {
            operation,
            headers: sent,
            credentials: query.len(),
        });
        Ok(request)
    }

    /// Where an operation goes: to a server of its own, unless the caller set the base URL.
    fn base_of(&self, meta: &OperationMeta) -> Result<Cow<'_, BaseUrl>, BuildError> {
        match (meta.server, &self.variables) {
            (Some(server), Some(given)) => {
                BaseUrl::of_server(server, given, Some(&self.base)).map(Cow::Owned)
            }
            _ => Ok(Cow::Borrowed(&self.base)),
        }
    }

    /// Adds the credentials of the first requirement that they satisfy: only those that the
    /// operation names. Gives what belongs behind the query.
    fn authenticate(
        &self,
        meta: &OperationMeta,
        base: &BaseUrl,
        headers: &mut HeaderMap,
    ) -> Result<String, BuildError> {
        let satisfied =
            |schemes: &&&[&str]| schemes.iter().all(|s| self.credentials.contains_key(s));
        let chosen = meta.security.iter().find(satisfied);
        if chosen.is_none() && !meta.security.is_empty() {
            let alternatives: Vec<_> = meta
                .security
                .iter()
                .map(|all| format!("`{}`", all.join("` and `")))
                .collect();
            return Err(BuildError::MissingCredential {
                operation: meta.name,
                needs: alternatives.join(" or "),
            });
        }
        let mut query = String::new();
        let schemes = chosen.copied().unwrap_or_default();
        for scheme in schemes {
            if let Some(credential) = self.credentials.get(scheme) {
                credential.apply(scheme, headers, &mut query)?;
            }
        }
        let secret = !schemes.is_empty() || headers.keys().any(is_credential);
        match base.insecure_host() {
            Some(host) if secret && !self.allow_insecure_http => {
                Err(BuildError::InsecureCredential {
                    host: host.to_owned(),
                })
            }
            _ => Ok(query),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        MemoryTransport,
        client::{Api, Builder, Variable},
    };

    static API: Api = Api {
        server: "https://example.com/v1",
        variables: &[],
    };
    static UPLOAD: Api = Api {
        server: "https://{stage}.example.org",
        variables: &[Variable {
            name: "stage",
            default: "live",
            values: &[],
        }],
    };

    fn builder() -> Builder {
        Builder::new(&API)
            .transport(Arc::new(MemoryTransport::new()))
            .credential("token", Credential::Bearer("t".into()))
            .credential("key", Credential::Query("key", "k".into()))
    }

    fn request(builder: Builder, meta: &OperationMeta) -> Request<Body> {
        let core = builder.build().unwrap();
        core.settings()
            .request(TypeId::of::<()>(), meta, RequestParts::new(meta))
            .unwrap()
    }

    const META: OperationMeta = OperationMeta::new("a", "a", "GET", "/a");

    #[test]
    fn credentials_go_where_they_are_asked_for_and_nowhere_else() {
        let none = request(builder(), &META);
        assert!(none.headers().get(header::AUTHORIZATION).is_none());
        assert_eq!(none.uri(), "https://example.com/v1/a");
        let both = request(builder(), &META.security(&[&["token", "key"]]));
        assert_eq!(both.headers()[header::AUTHORIZATION], "Bearer t");
        assert_eq!(both.uri(), "https://example.com/v1/a?key=k");
        let one = request(builder(), &META.security(&[&["other", "token"], &["key"]]));
        assert!(one.headers().get(header::AUTHORIZATION).is_none());
        assert_eq!(one.uri().query(), Some("key=k"));
    }

    #[test]
    fn an_operation_may_have_a_server_of_its_own() {
        let meta = META.server(&UPLOAD);
        let uri = |builder| request(builder, &meta).uri().to_string();
        assert_eq!(uri(builder()), "https://live.example.org/a");
        let test = builder().variable("stage", "test".to_owned());
        assert_eq!(uri(test), "https://test.example.org/a");
        let here = builder().base_url("http://localhost:1/x");
        assert_eq!(uri(here), "http://localhost:1/x/a");
    }
}
