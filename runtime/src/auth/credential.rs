//! A credential as a header value.

use base64::{Engine, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderValue, header};

use super::Secret;
use crate::BuildError;

/// What a security scheme is satisfied with.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Credential {
    /// `Authorization: Bearer …` (RFC 6750 §2.1).
    Bearer(Secret),
    /// `Authorization: Basic …` (RFC 7617 §2).
    Basic { user: String, password: Secret },
}

impl Credential {
    /// Puts the credential where it belongs in a request.
    pub(crate) fn apply(&self, scheme: &str, headers: &mut HeaderMap) -> Result<(), BuildError> {
        let text = self
            .header_text()
            .map_err(|reason| invalid(scheme, reason))?;
        let mut value = HeaderValue::from_str(&text)
            .map_err(|_| invalid(scheme, "it holds a character that cannot stand in a header"))?;
        value.set_sensitive(true);
        headers.insert(header::AUTHORIZATION, value);
        Ok(())
    }

    fn header_text(&self) -> Result<String, &'static str> {
        match self {
            Self::Bearer(token) if token.expose().trim().is_empty() => Err("it is empty"),
            Self::Bearer(token) => {
                let token = token.expose();
                if token.trim() != token {
                    return Err("it begins or ends with whitespace");
                }
                if !token.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
                    return Err("it holds a character that cannot stand in a header");
                }
                Ok(format!("Bearer {token}"))
            }
            Self::Basic { user, .. } if user.contains(':') => {
                Err("a user name cannot hold a colon (RFC 7617)")
            }
            Self::Basic { user, password } => {
                let pair = format!("{user}:{}", password.expose());
                if pair.chars().any(char::is_control) {
                    return Err("it holds a control character (RFC 7617)");
                }
                Ok(format!("Basic {}", STANDARD.encode(pair)))
            }
        }
    }
}

fn invalid(scheme: &str, reason: &'static str) -> BuildError {
    BuildError::InvalidCredential {
        scheme: scheme.to_owned(),
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(credential: &Credential) -> Result<String, BuildError> {
        let mut headers = HeaderMap::new();
        credential.apply("auth", &mut headers)?;
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
            .apply("auth", &mut headers)
            .unwrap();
        assert_eq!(format!("{headers:?}"), r#"{"authorization": Sensitive}"#);
    }
}
