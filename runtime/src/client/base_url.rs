//! Where requests go.

use std::{collections::BTreeMap, fmt, net::IpAddr};

use http::{
    Uri,
    uri::{Authority, Scheme},
};

use super::{Api, Variable};
use crate::{BuildError, request::escape};

/// A base URL: scheme, host and port, and a path prefix that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
    /// Without a slash at its end.
    prefix: String,
}

impl BaseUrl {
    /// Reads a URL. User info, query and fragment have no place in it.
    pub(crate) fn parse(text: &str) -> Result<Self, BuildError> {
        let text = text.trim();
        if text.contains(['#', '?']) {
            return Err(BuildError::base_url("it has a query or a fragment"));
        }
        if text.contains('\\') {
            return Err(BuildError::base_url("it holds a backslash"));
        }
        let uri: Uri = text
            .parse()
            .map_err(|_| BuildError::base_url("it is not a URL"))?;
        let parts = uri.into_parts();
        let scheme = parts
            .scheme
            .filter(|scheme| *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS);
        let (Some(scheme), Some(authority)) = (scheme, parts.authority) else {
            return Err(BuildError::base_url(
                "it does not begin with http:// or https:// and a host",
            ));
        };
        if authority.as_str().contains('@') {
            return Err(BuildError::base_url(
                "it holds user information: use the credential methods",
            ));
        }
        if authority.host().is_empty() {
            return Err(BuildError::base_url("it has no host"));
        }
        let path = parts.path_and_query.as_ref().map_or("", |path| path.path());
        let prefix = path.trim_end_matches('/');
        if prefix.split('/').skip(1).any(escape::is_dots) {
            return Err(BuildError::base_url(
                "its path has a segment that is empty or made of dots",
            ));
        }
        Ok(Self {
            scheme,
            authority,
            prefix: escape::literal_path(prefix),
        })
    }

    /// A server of the document, with these values for its variables. A relative URL starts at the
    /// host of `beside`.
    pub(crate) fn of_server(
        api: &Api,
        given: &BTreeMap<&str, String>,
        beside: Option<&Self>,
    ) -> Result<Self, BuildError> {
        let mut url = api.server.to_owned();
        for variable in api.variables {
            let value = given
                .get(variable.name)
                .map_or(variable.default, String::as_str);
            check_variable(api.server, variable, value).map_err(|reason| {
                BuildError::InvalidServerVariable {
                    variable: variable.name.to_owned(),
                    reason,
                }
            })?;
            url = url.replace(&format!("{{{}}}", variable.name), value);
        }
        match beside {
            _ if url.contains("://") => Self::parse(&url),
            Some(Self {
                scheme, authority, ..
            }) => Self::parse(&format!(
                "{scheme}://{authority}/{}",
                url.trim_start_matches('/')
            )),
            None => Err(BuildError::MissingBaseUrl),
        }
    }

    /// The URL of a request.
    pub(crate) fn join(&self, path_and_query: &str) -> Result<Uri, BuildError> {
        let whole = format!("{}{path_and_query}", self.prefix);
        Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(whole)
            .build()
            .map_err(|error| {
                BuildError::base_url(format!("the request's URL cannot be made: {error}"))
            })
    }

    /// The host, where what is sent to it can be read on the way.
    pub(crate) fn insecure_host(&self) -> Option<&str> {
        let host = self.authority.host();
        (self.scheme == Scheme::HTTP && !is_loopback(host)).then_some(host)
    }
}

/// Whether a host of a URL is this machine by its very name.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address: Option<IpAddr> = bare.parse().ok();
    host.eq_ignore_ascii_case("localhost") || address.is_some_and(|address| address.is_loopback())
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.prefix)
    }
}

/// A value must not move the host: within it only the characters of host names may stand, and
/// of a port where the host ends with the variable.
fn check_variable(server: &str, variable: &Variable, value: &str) -> Result<(), String> {
    if !variable.values.is_empty() && !variable.values.contains(&value) {
        return Err(format!("must be one of {}", variable.values.join(", ")));
    }
    let braced = format!("{{{}}}", variable.name);
    let after_scheme = server.split_once("://").map_or("", |(_, rest)| rest);
    let authority = after_scheme.split('/').next().unwrap_or_default();
    let in_host = authority.contains(&braced);
    let extra = match in_host {
        true if authority.ends_with(&braced) => ":",
        true => "",
        false => ":/~",
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c) || extra.contains(c);
    match value.chars().find(|c| !plain(*c)) {
        Some(odd) => Err(format!("holds {odd:?}, which would change the URL")),
        None if in_host && value.is_empty() => Err("is empty".to_owned()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const API: Api = Api {
        server: "https://{cluster}.example.com/v1/",
        variables: &[Variable {
            name: "cluster",
            default: "eu",
            values: &[],
        }],
    };

    #[test]
    fn a_prefix_is_kept_and_slashes_are_not_doubled() {
        for base in ["http://localhost:1/a/b", "http://localhost:1/a/b/"] {
            let url = BaseUrl::parse(base).unwrap().join("/c?d=e").unwrap();
            assert_eq!(url.to_string(), "http://localhost:1/a/b/c?d=e");
        }
    }

    #[test]
    fn what_is_no_base_url() {
        for text in [
            "",
            "/v1",
            "ftp://a",
            "http://",
            "http://u:p@a",
            "https://a?b",
            "https://a/#b",
            "https://a/../b",
            "https://a//b",
            "https://a\\b",
            "mailto:a",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn variables_cannot_move_the_host() {
        let with = |value: &str| {
            let given = BTreeMap::from([("cluster", value.to_owned())]);
            BaseUrl::of_server(&API, &given, None)
        };
        assert_eq!(
            with("us").unwrap().join("/a").unwrap(),
            "https://us.example.com/v1/a"
        );
        for value in [
            "evil.com#",
            "evil.com?",
            "a@b",
            "évil",
            "a\\b",
            "",
            "evil.com/",
        ] {
            assert!(with(value).is_err(), "{value}");
        }
    }

    #[test]
    fn a_relative_server_starts_at_the_host_of_another() {
        let base = BaseUrl::parse("http://localhost:1/a").unwrap();
        let upload = Api {
            server: "/upload/v2",
            variables: &[],
        };
        let given = BTreeMap::new();
        let url = BaseUrl::of_server(&upload, &given, Some(&base)).unwrap();
        assert_eq!(url.join("/x").unwrap(), "http://localhost:1/upload/v2/x");
        assert!(BaseUrl::of_server(&upload, &given, None).is_err());
    }

    #[test]
    fn loopback_is_this_machine() {
        let insecure = |text: &str| BaseUrl::parse(text).unwrap().insecure_host().is_some();
        for text in [
            "http://127.0.0.1",
            "http://127.9.9.9:80",
            "http://[::1]:1",
            "http://LOCALHOST",
            "https://a",
        ] {
            assert!(!insecure(text), "{text}");
        }
        for text in [
            "http://a",
            "http://localhost.a",
            "http://10.0.0.1",
            "http://[::2]",
            "http://127.1",
        ] {
            assert!(insecure(text), "{text}");
        }
    }
}
