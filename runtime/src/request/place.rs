//! Where arguments go in a request.

use http::{HeaderName, HeaderValue, header};

use super::{
    FormField, Parameter, ParameterValue, RequestParts, body, cookie, escape, escape::Escaping,
    parameter::Location, path, style, style::Form, style::Pair, style::Pieces, style::Style,
};
use crate::{BuildError, auth::is_credential, schema::Wire};

impl RequestParts {
    /// Writes a value where its parameter goes, once its constraints hold.
    pub(super) fn place(
        &mut self,
        parameter: &Parameter,
        value: ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let invalid = |reason: String| BuildError::argument(parameter.name, reason);
        parameter.constraints.check(&value).map_err(invalid)?;
        let value = match (parameter.style, value) {
            // A parameter that is null as a whole is left out, as in every style.
            (_, ParameterValue::Absent) => ParameterValue::Absent,
            (Style::Json, value) => ParameterValue::text(json(parameter.location, &value)),
            (_, value) => value.with_inner_lists(parameter.inner).map_err(invalid)?,
        };
        let form = parameter.form();
        match parameter.location {
            Location::Path => self.place_in_path(&form, &value),
            Location::Query => {
                let pairs = form.pairs(&value).map_err(invalid)?;
                self.add_query(
                    pairs
                        .into_iter()
                        .map(|(name, value)| format!("{name}={value}")),
                );
                Ok(())
            }
            Location::QueryString => {
                self.add_query(form.text(&value).map_err(invalid)?);
                Ok(())
            }
            Location::Header => self.place_in_header(&form, &value),
            Location::Cookie => {
                let pairs = form.pairs(&value).map_err(invalid)?;
                self.add_cookies(&form, &pairs)
            }
        }
    }

    fn place_in_path(
        &mut self,
        form: &Form<'static>,
        value: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let keeps_escapes = form.escaping == Escaping::AllowedInPath;
        for text in Pieces::of(value).iter().flat_map(Pieces::all) {
            path::check_argument(form.name, text, keeps_escapes)?;
        }
        let text = form
            .text(value)
            .map_err(|reason| BuildError::argument(form.name, reason))?;
        let Some(text) = text else {
            let reason = "is empty, which would lead to another path";
            return Err(BuildError::argument(form.name, reason));
        };
        self.path.insert(form.name, text);
        Ok(())
    }

    /// Writes the members of an argument as the query, or as all of it that this parameter gives; the
    /// fields say what is particular about some (OpenAPI 3.2.0 §4.12.1).
    ///
    /// # Errors
    /// When the argument cannot be written, or has no members.
    #[doc(hidden)]
    pub fn query_form<T: Wire>(
        &mut self,
        name: &'static str,
        fields: &[FormField],
        argument: &T,
    ) -> Result<(), BuildError> {
        let text = body::form_text(fields, argument).map_err(|error| match error {
            BuildError::InvalidBody { reason } => {
                BuildError::argument(name, format!("cannot be written: {reason}"))
            }
            other => other,
        })?;
        // URL parsers escape an apostrophe, which a form may leave as it is.
        let text = text.map(|text| text.replace('\'', "%27"));
        self.add_query(text.filter(|text| !text.is_empty()));
        Ok(())
    }

    fn add_query(&mut self, parts: impl IntoIterator<Item = String>) {
        for part in parts {
            if !self.query.is_empty() {
                self.query.push('&');
            }
            self.query.push_str(&part);
        }
    }

    /// Never percent-encoded (OpenAPI 3.1.2 §4.8.12.2.1).
    fn place_in_header(
        &mut self,
        form: &Form<'static>,
        value: &ParameterValue<'_>,
    ) -> Result<(), BuildError> {
        let invalid = |reason: String| BuildError::argument(form.name, reason);
        let Some(text) = form.text(value).map_err(invalid)? else {
            return Ok(());
        };
        let name = HeaderName::from_bytes(form.name.as_bytes()).map_err(|_| {
            BuildError::argument(form.name, "has a name that cannot be that of a header")
        })?;
        let mut value = header_value(form.name, &text)?;
        if name == header::COOKIE {
            cookie::add(&mut self.headers, &value);
            return Ok(());
        }
        value.set_sensitive(is_credential(&name));
        self.headers.insert(name, value);
        Ok(())
    }

    /// Several pairs are several cookies, not one with `&` in it.
    fn add_cookies(&mut self, form: &Form<'static>, pairs: &[Pair]) -> Result<(), BuildError> {
        for (name, value) in pairs {
            if value.contains(';') {
                return Err(BuildError::argument(
                    form.name,
                    "holds `;`, which ends a cookie",
                ));
            }
            let value = header_value(form.name, &format!("{name}={value}"))?;
            cookie::add(&mut self.headers, &value);
        }
        Ok(())
    }
}

/// A value that a header can carry as it is.
fn header_value(name: &str, text: &str) -> Result<HeaderValue, BuildError> {
    // Whitespace around a header's value is not part of it (RFC 9110 §5.5).
    if text.trim_matches([' ', '\t']) != text {
        let reason = "begins or ends with whitespace, which a header cannot carry";
        return Err(BuildError::argument(name, reason));
    }
    HeaderValue::from_str(text)
        .map_err(|_| BuildError::argument(name, "holds a character that cannot stand in a header"))
}

/// The value as JSON; in a header its letters are spelled in ASCII.
fn json(location: Location, value: &ParameterValue<'_>) -> String {
    let text = style::json(value);
    match location {
        Location::Header => escape::json_in_ascii(&text),
        _ => text,
    }
}
