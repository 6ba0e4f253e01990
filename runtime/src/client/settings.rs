//! What a client was told, and the requests that it makes of it.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderValue, Method, Request, header};

use super::base_url::BaseUrl;
use crate::{
    Body, BuildError, OperationMeta, RequestParts, Transport,
    auth::{Credential, is_credential},
};

/// What a client was told, once it has been checked.
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

impl Settings {
    /// The request of an operation: where it goes, what all requests have, and credentials.
    pub(super) fn request(
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
