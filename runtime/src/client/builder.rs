//! Settings of a client, checked when it is built.

use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::{Api, Core, base_url::BaseUrl, settings::Settings};
use crate::{BuildError, Transport, auth::Credential};

/// Large enough for documented bodies, small enough for any machine.
const BODY_LIMIT: u64 = 8 * 1024 * 1024;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TIMEOUT: Duration = Duration::from_secs(60);

/// What every generated `ClientBuilder` wraps.
#[doc(hidden)]
#[derive(Clone)]
pub struct Builder {
    api: &'static Api,
    base_url: Option<String>,
    variables: BTreeMap<&'static str, String>,
    credentials: BTreeMap<&'static str, Credential>,
    headers: Vec<(String, String)>,
    connect_timeout: Duration,
    attempt_timeout: Option<Duration>,
    timeout: Duration,
    body_limit: u64,
    allow_insecure_http: bool,
    transport: Option<Arc<dyn Transport>>,
}

impl Builder {
    #[must_use]
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            base_url: None,
            variables: BTreeMap::new(),
            credentials: BTreeMap::new(),
            headers: Vec::new(),
            connect_timeout: CONNECT_TIMEOUT,
            attempt_timeout: None,
            timeout: TIMEOUT,
            body_limit: BODY_LIMIT,
            allow_insecure_http: false,
            transport: None,
        }
    }

    #[must_use]
    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.to_owned());
        self
    }

    #[must_use]
    pub fn variable(mut self, name: &'static str, value: String) -> Self {
        self.variables.insert(name, value);
        self
    }

    #[must_use]
    pub fn credential(mut self, scheme: &'static str, credential: Credential) -> Self {
        self.credentials.insert(scheme, credential);
        self
    }

    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    #[must_use]
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connect_timeout = limit;
        self
    }

    #[must_use]
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = Some(limit);
        self
    }

    #[must_use]
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    #[must_use]
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.body_limit = bytes;
        self
    }

    #[must_use]
    pub fn allow_insecure_http(mut self) -> Self {
        self.allow_insecure_http = true;
        self
    }

    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// # Errors
    /// When a setting cannot be used.
    pub fn build(self) -> Result<Core, BuildError> {
        let base = match &self.base_url {
            Some(url) => BaseUrl::parse(url)?,
            None => BaseUrl::of_server(self.api, &self.variables, None)?,
        };
        for (scheme, credential) in &self.credentials {
            credential.apply(scheme, &mut HeaderMap::new(), &mut String::new())?;
        }
        let headers = default_headers(&self.headers)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => crate::transport::default(self.connect_timeout)?,
        };
        Ok(Core::new(Settings {
            base,
            variables: self.base_url.is_none().then_some(self.variables),
            credentials: self.credentials,
            headers,
            connect_timeout: self.connect_timeout,
            attempt_timeout: self.attempt_timeout,
            timeout: self.timeout,
            body_limit: self.body_limit,
            allow_insecure_http: self.allow_insecure_http,
            transport,
        }))
    }
}

fn default_headers(given: &[(String, String)]) -> Result<HeaderMap, BuildError> {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::USER_AGENT,
        HeaderValue::from_static(concat!("outspoken/", env!("CARGO_PKG_VERSION"))),
    );
    for (name, value) in given {
        let invalid = || BuildError::InvalidHeader {
            name: name.escape_debug().to_string(),
        };
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| invalid())?;
        let mut value = HeaderValue::from_str(value).map_err(|_| invalid())?;
        // Any header of the caller's may be a secret, whatever it is called.
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    Ok(headers)
}

/// The URL without what `build` refuses, but a caller may have put there: user and password.
fn shown(url: &str) -> &str {
    url.rsplit_once('@').map_or(url, |(_, rest)| rest)
}

impl fmt::Debug for Builder {
    // Header values stay out: any of them may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        let schemes: Vec<_> = self.credentials.keys().collect();
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url.as_deref().map(shown))
            .field("variables", &self.variables)
            .field("credentials", &schemes)
            .field("headers", &names)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
