//! What a security scheme is satisfied with.

use base64::{Engine, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::Secret;
use crate::{
    BuildError,
    request::{cookie as cookies, escape},
};

/// What a security scheme is satisfied with, and where that goes (OpenAPI 3.1.1 §4.8.27).
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Credential {
    /// `Authorization: Bearer …` (RFC 6750 §2.1).
    Bearer(Secret),
    /// `Authorization: Basic …` (RFC 7617 §2).
    Basic { user: String, password: Secret },
    /// `Authorization:` with another scheme (RFC 9110 §11.6.2).
    Http(&'static str, Secret),
    /// A header of this name.
    Header(&'static str, Secret),
    /// A parameter of the query.
    Query(&'static str, Secret),
    /// A cookie (RFC 6265 §4.2).
    Cookie(&'static str, Secret),
}

impl Credential {
    /// Puts the credential where it belongs in a request: into a header, or behind the query.
    pub(crate) fn apply(
        &self,
        scheme: &str,
        headers: &mut HeaderMap,
        query: &mut String,
    ) -> Result<(), BuildError> {
        self.put(headers, query)
            .map_err(|reason| BuildError::InvalidCredential {
                scheme: scheme.to_owned(),
                reason,
            })
    }

    fn put(&self, headers: &mut HeaderMap, query: &mut String) -> Result<(), &'static str> {
        let (name, text) = match self {
            Self::Query(name, key) => {
                let key = key.expose();
                if key.is_empty() {
                    return Err("it is empty");
                }
                if !query.is_empty() {
                    query.push('&');
                }
                query.push_str(&escape::argument(name));
                query.push('=');
                query.push_str(&escape::argument(key));
                return Ok(());
            }
            Self::Cookie(name, key) => {
                cookies::add(headers, &cookie(name, key)?);
                return Ok(());
            }
            Self::Header(name, key) => {
                let name = HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| "its name cannot be that of a header")?;
                (name, plain(key)?.to_owned())
            }
            Self::Bearer(token) => (header::AUTHORIZATION, format!("Bearer {}", plain(token)?)),
            Self::Http(scheme, key) => (header::AUTHORIZATION, format!("{scheme} {}", plain(key)?)),
            Self::Basic { user, password } => (header::AUTHORIZATION, basic(user, password)?),
        };
        let mut value = HeaderValue::from_str(&text).map_err(|_| ODD)?;
        value.set_sensitive(true);
        headers.insert(name, value);
        Ok(())
    }
}

const ODD: &str = "it holds a character that cannot stand in a header";

/// Text that a header carries as it is.
fn plain(key: &Secret) -> Result<&str, &'static str> {
    let text = key.expose();
    if text.trim().is_empty() {
        return Err("it is empty");
    }
    if text.trim() != text {
        return Err("it begins or ends with whitespace");
    }
    if !text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Err(ODD);
    }
    Ok(text)
}

fn basic(user: &str, password: &Secret) -> Result<String, &'static str> {
    if user.contains(':') {
        return Err("a user name cannot hold a colon (RFC 7617)");
    }
    let pair = format!("{user}:{}", password.expose());
    if pair.chars().any(char::is_control) {
        return Err("it holds a control character (RFC 7617)");
    }
    Ok(format!("Basic {}", STANDARD.encode(pair)))
}

/// A cookie of this name.
fn cookie(name: &str, key: &Secret) -> Result<HeaderValue, &'static str> {
    let text = plain(key)?;
    if text.contains(['"', ',', ';', '\\', ' ']) {
        return Err("it holds a character that cannot stand in a cookie");
    }
    HeaderValue::from_str(&format!("{name}={text}")).map_err(|_| ODD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(credential: &Credential) -> Result<String, BuildError> {
        let mut headers = HeaderMap::new();
        credential.apply("auth", &mut headers, &mut String::new())?;
        Ok(headers[header::AUTHORIZATION].to_str().unwrap().to_owned())
    }

    fn basic(user: &str, password: &str) -> Credential {
        Credential::Basic {
            user: user.into(),
            password: password.into(),
        }
    }

    #[test]
    fn basic_is_the_example_of_rfc_7617() {
        let value = header(&basic("Aladdin", "open sesame")).unwrap();
        assert_eq!(value, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    #[test]
    fn what_cannot_stand_in_a_header_is_refused() {
        for token in ["a\r\nX: y", "a\nb", "", " ", "\0", "é", "a\tb", " a", "a\n"] {
            assert!(
                header(&Credential::Bearer(token.into())).is_err(),
                "{token:?}"
            );
        }
        for (user, password) in [("a:b", "c"), ("a\n", "c"), ("a", "c\r")] {
            assert!(header(&basic(user, password)).is_err(), "{user:?}");
        }
    }

    #[test]
    fn the_value_is_marked_sensitive() {
        let mut headers = HeaderMap::new();
        Credential::Bearer("k".into())
            .apply("auth", &mut headers, &mut String::new())
            .unwrap();
        assert_eq!(format!("{headers:?}"), r#"{"authorization": Sensitive}"#);
    }

    #[test]
    fn keys_go_where_their_scheme_says() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b"));
        let mut query = "x=y".to_owned();
        for credential in [
            Credential::Header("X-Api-Key", "k 1".into()),
            Credential::Query("key", "k&2".into()),
            Credential::Cookie("sid", "k3".into()),
            Credential::Http("Digest", "k4=1".into()),
        ] {
            credential.apply("auth", &mut headers, &mut query).unwrap();
        }
        assert_eq!(headers["x-api-key"], "k 1");
        assert_eq!(headers[header::COOKIE], "a=b; sid=k3");
        assert_eq!(headers[header::AUTHORIZATION], "Digest k4=1");
        assert_eq!(query, "x=y&key=k%262");
        assert!(headers["x-api-key"].is_sensitive() && headers[header::COOKIE].is_sensitive());
        for credential in [
            Credential::Query("key", "".into()),
            Credential::Cookie("sid", "a; b=c".into()),
            Credential::Header("X-Api-Key", "a\nb".into()),
        ] {
            assert!(credential.apply("auth", &mut headers, &mut query).is_err());
        }
    }
}
