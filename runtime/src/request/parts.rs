//! A request in the making.

use std::collections::BTreeMap;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Parameter, ParameterValue, ToParameter, escape, parameter::Location, path};
use crate::{Body, BuildError, OperationMeta, auth::is_credential};

/// What an operation writes its arguments into.
///
/// ```
/// use outspoken::{OperationMeta, RequestParts};
///
/// let meta = OperationMeta::new("ping", "ping", "GET", "/ping");
/// let parts = RequestParts::new(&meta);
/// assert_eq!(parts.path_and_query()?, "/ping");
/// # Ok::<(), outspoken::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct RequestParts {
    template: &'static str,
    path: BTreeMap<&'static str, String>,
    query: String,
    headers: HeaderMap,
    body: Body,
}

impl RequestParts {
    /// A request for an operation, without arguments yet.
    #[must_use]
    pub fn new(meta: &OperationMeta) -> Self {
        Self {
            template: meta.path,
            path: BTreeMap::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
        }
    }

    /// Writes an argument where its parameter goes.
    ///
    /// # Errors
    /// When the argument breaks a constraint of its schema, or cannot stand where it goes.
    #[doc(hidden)]
    pub fn set<T: ToParameter + ?Sized>(
        &mut self,
        parameter: Parameter,
        argument: &T,
    ) -> Result<(), BuildError> {
        let value = argument.to_parameter();
        let invalid = |reason: String| BuildError::argument(parameter.name, reason);
        parameter.constraints.check(&value).map_err(invalid)?;
        match parameter.location {
            Location::Path => self.set_path(parameter.name, &value),
            Location::Query => {
                self.set_query(parameter, &value);
                Ok(())
            }
            Location::Header => self.set_header(parameter.name, &value),
        }
    }

    /// Sets the body.
    pub fn set_body(&mut self, body: Body) {
        self.body = body;
    }

    /// The headers.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The filled path and the query, as they follow the base URL.
    ///
    /// # Errors
    /// When a path argument is missing, or a segment would lead to another path.
    pub fn path_and_query(&self) -> Result<String, BuildError> {
        let mut path = path::fill(self.template, &self.path)?;
        if !self.query.is_empty() {
            path.push('?');
            path.push_str(&self.query);
        }
        Ok(path)
    }

    pub(crate) fn into_headers_and_body(self) -> (HeaderMap, Body) {
        (self.headers, self.body)
    }

    /// `style: simple`: a list is joined by commas, exploded or not.
    fn set_path(
        &mut self,
        name: &'static str,
        value: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let texts = texts(value);
        for text in &texts {
            path::check_argument(name, text)?;
        }
        if texts.is_empty() {
            return Err(BuildError::argument(
                name,
                "is empty, which would lead to another path",
            ));
        }
        let escaped: Vec<_> = texts.iter().map(|text| escape::argument(text)).collect();
        self.path.insert(name, escaped.join(","));
        Ok(())
    }

    /// `style: form`. An empty list leaves the parameter out.
    fn set_query(&mut self, parameter: Parameter, value: &ParameterValue<'_>) {
        let escaped: Vec<_> = texts(value)
            .iter()
            .map(|text| escape::argument(text))
            .collect();
        if escaped.is_empty() {
            return;
        }
        let pairs = if parameter.explode {
            escaped
        } else {
            vec![escaped.join(",")]
        };
        for pair in pairs {
            if !self.query.is_empty() {
                self.query.push('&');
            }
            self.query.push_str(&escape::argument(parameter.name));
            self.query.push('=');
            self.query.push_str(&pair);
        }
    }

    /// `style: simple`, never percent-encoded.
    fn set_header(
        &mut self,
        name: &'static str,
        value: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let texts = texts(value);
        if texts.is_empty() {
            return Ok(());
        }
        let invalid =
            |_| BuildError::argument(name, "holds a character that cannot stand in a header");
        let text = texts.join(",");
        // Whitespace around a header's value is not part of it (RFC 9110 §5.5).
        if text.trim_matches([' ', '\t']) != text {
            return Err(BuildError::argument(
                name,
                "begins or ends with whitespace, which a header cannot carry",
            ));
        }
        let mut value = HeaderValue::from_str(&text).map_err(invalid)?;
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
            BuildError::argument(name, "has a name that cannot be that of a header")
        })?;
        value.set_sensitive(is_credential(&name));
        self.headers.insert(name, value);
        Ok(())
    }
}

fn texts(value: &ParameterValue<'_>) -> Vec<String> {
    match value {
        ParameterValue::Absent => Vec::new(),
        ParameterValue::One(one) => vec![one.text().into_owned()],
        ParameterValue::Many(many) => many.iter().map(|one| one.text().into_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> RequestParts {
        RequestParts::new(&OperationMeta::new("op", "op", "DELETE", "/a/{id}/b"))
    }

    #[test]
    fn lists_in_path_and_query() {
        let mut parts = parts();
        parts
            .set(
                Parameter::path("id"),
                &vec!["x,y".to_owned(), "z".to_owned()],
            )
            .unwrap();
        parts.set(Parameter::query("n[]"), &vec![1, 2]).unwrap();
        parts
            .set(Parameter::query("m").explode(false), &vec![1, 2])
            .unwrap();
        parts
            .set(Parameter::query("none"), &Vec::<i64>::new())
            .unwrap();
        parts
            .set(Parameter::query("absent"), &None::<bool>)
            .unwrap();
        parts.set(Parameter::query("empty"), "").unwrap();
        let whole = parts.path_and_query().unwrap();
        assert_eq!(whole, "/a/x%2Cy,z/b?n%5B%5D=1&n%5B%5D=2&m=1,2&empty=");
    }

    #[test]
    fn path_arguments_that_would_climb_are_refused() {
        for text in ["", ".", "..", "%2e%2e", ".\t.", "a\nb", "\u{7f}"] {
            let error = parts().set(Parameter::path("id"), text).unwrap_err();
            assert!(
                matches!(error, BuildError::InvalidArgument { .. }),
                "{text:?}"
            );
        }
        assert!(
            parts()
                .set(Parameter::path("id"), &Vec::<String>::new())
                .is_err()
        );
        assert!(parts().path_and_query().is_err());
    }

    #[test]
    fn headers_are_not_escaped_and_cannot_be_split() {
        let mut parts = parts();
        parts
            .set(
                Parameter::header("X-List"),
                &vec!["a b".to_owned(), "c%".to_owned()],
            )
            .unwrap();
        assert_eq!(parts.headers_mut()["x-list"], "a b,c%");
        for text in ["a\r\nb", " a", "a\t"] {
            assert!(parts.set(Parameter::header("X-List"), text).is_err());
        }
    }
}
