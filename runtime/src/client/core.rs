//! What every generated client wraps, and the one path a call takes.

use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderValue, Method, Request, header};

use super::{base_url::BaseUrl, builder::is_credential, exchange::exchange};
use crate::{
    Body, BuildError, CallResult, Operation, OperationMeta, RequestParts, Response, Transport,
    auth::Credential,
};

/// A client's settings, shared by its clones.
#[doc(hidden)]
#[derive(Clone)]
pub struct Core {
    settings: Arc<Settings>,
}

pub(crate) struct Settings {
    pub(crate) base: BaseUrl,
    pub(crate) credentials: BTreeMap<&'static str, Credential>,
    pub(crate) headers: HeaderMap,
    pub(crate) connect_timeout: Duration,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) timeout: Duration,
    pub(crate) body_limit: u64,
    pub(crate) allow_insecure_http: bool,
    pub(crate) transport: Arc<dyn Transport>,
}

impl Core {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
        }
    }

    /// The request that an operation becomes.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn request<O: Operation>(&self, operation: &O) -> Result<Request<Body>, BuildError> {
        let mut parts = RequestParts::new(&O::META);
        operation.encode(&mut parts)?;
        self.settings.request(&O::META, parts)
    }

    /// Sends an operation and reads the answer.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn send<O: Operation>(&self, operation: &O) -> CallResult<O> {
        let request = self.request(operation)?;
        let mut raw = exchange(&self.settings, &O::META, request).await?;
        let output = O::decode(&mut raw)?;
        Ok(Response::new(raw.status(), raw.headers().clone(), output))
    }
}

impl Settings {
    fn request(
        &self,
        meta: &OperationMeta,
        parts: RequestParts,
    ) -> Result<Request<Body>, BuildError> {
        let uri = self.base.join(&parts.path_and_query()?)?;
        let method = Method::from_bytes(meta.method.as_bytes())
            .map_err(|_| BuildError::argument("method", "is not an HTTP method"))?;
        let (own, body) = parts.into_headers_and_body();
        let mut headers = self.headers.clone();
        if !meta.accept.is_empty() {
            let accept =
                HeaderValue::from_str(meta.accept).map_err(|_| BuildError::InvalidHeader {
                    name: header::ACCEPT.to_string(),
                })?;
            headers.insert(header::ACCEPT, accept);
        }
        headers.extend(own);
        self.authenticate(meta, &mut headers)?;
        let mut request = Request::new(body);
        *request.method_mut() = method;
        *request.uri_mut() = uri;
        *request.headers_mut() = headers;
        Ok(request)
    }

    /// Adds the credentials of the first requirement that they satisfy: only those that the
    /// operation names.
    fn authenticate(
        &self,
        meta: &OperationMeta,
        headers: &mut HeaderMap,
    ) -> Result<(), BuildError> {
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
        let schemes = chosen.copied().unwrap_or_default();
        for scheme in schemes {
            if let Some(credential) = self.credentials.get(scheme) {
                credential.apply(scheme, headers)?;
            }
        }
        let secret = !schemes.is_empty() || headers.keys().any(is_credential);
        match self.base.insecure_host() {
            Some(host) if secret && !self.allow_insecure_http => {
                Err(BuildError::InsecureCredential {
                    host: host.to_owned(),
                })
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schemes: Vec<_> = self.settings.credentials.keys().collect();
        f.debug_struct("Client")
            .field("base_url", &format_args!("{}", self.settings.base))
            .field("credentials", &schemes)
            .finish_non_exhaustive()
    }
}
