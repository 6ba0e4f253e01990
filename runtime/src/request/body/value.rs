//! A field's value as the texts that are sent for it.

use super::{
    super::{
        ParameterValue,
        escape::Escaping,
        serialize,
        style::{self, Form},
    },
    field::{Rules, Styled, Writing},
    form,
};
use crate::{
    BuildError,
    schema::{Wire, Written},
};

/// What is sent for a field: a pair of a form, or a part.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) text: String,
    /// Whether the text is JSON because its value has no other text.
    pub(super) is_json: bool,
}

/// A value taken apart.
pub(super) fn tree<T: Wire>(value: &T) -> Result<ParameterValue<'static>, BuildError> {
    serialize::value(&Written(value)).map_err(|error| BuildError::body(error.to_string()))
}

/// The members of an object, in order.
pub(super) fn members<'v, 'a>(
    value: &'v ParameterValue<'a>,
) -> Result<impl Iterator<Item = (&'v str, &'v ParameterValue<'a>)>, BuildError> {
    match value {
        ParameterValue::Object(members) => {
            Ok(members.iter().map(|(name, value)| (name.as_ref(), value)))
        }
        ParameterValue::Absent | ParameterValue::One(_) | ParameterValue::Many(_) => {
            Err(BuildError::body("a form is made of named members"))
        }
    }
}

/// What is sent for a field, escaped. `null` and empty lists send nothing.
pub(super) fn entries(
    name: &str,
    rules: &Rules,
    value: &ParameterValue<'_>,
    escaping: Escaping,
) -> Result<Vec<Entry>, BuildError> {
    let entry = |text: &str, is_json| Entry {
        name: escaping.apply(name),
        text: escaping.apply(text),
        is_json,
    };
    let json = |value: &ParameterValue<'_>| entry(&style::json(value), true);
    let item = |item: &ParameterValue<'_>| match item {
        ParameterValue::Absent => None,
        ParameterValue::One(one) => Some(entry(&one.text(), false)),
        nested => Some(json(nested)),
    };
    Ok(match (rules.writing, value) {
        (_, ParameterValue::Absent) => Vec::new(),
        (Writing::Styled(styled), value) => self::styled(name, styled, value, escaping)?,
        (_, ParameterValue::One(one)) => vec![entry(&one.text(), false)],
        (Writing::Json, value) | (Writing::Plain, value @ ParameterValue::Object(_)) => {
            vec![json(value)]
        }
        (Writing::Form, value @ ParameterValue::Object(_)) => {
            vec![entry(&form::text(rules.within, value)?, false)]
        }
        (Writing::Plain | Writing::Form, ParameterValue::Many(items)) => {
            items.iter().filter_map(item).collect()
        }
    })
}

/// As a query parameter would be: see [`style`] for what the styles leave undefined.
fn styled(
    name: &str,
    styled: Styled,
    value: &ParameterValue<'_>,
    escaping: Escaping,
) -> Result<Vec<Entry>, BuildError> {
    let Styled {
        style,
        explode,
        reserved,
    } = styled;
    let form = Form {
        name,
        style,
        explode,
        escaping: match escaping {
            Escaping::Form if reserved => Escaping::AllowedInQuery,
            escaping => escaping,
        },
    };
    let pairs = form.pairs(value);
    let pairs = pairs.map_err(|reason| BuildError::field(name, &reason))?;
    let entry = |(name, text)| Entry {
        name,
        text,
        is_json: false,
    };
    Ok(pairs.into_iter().map(entry).collect())
}
