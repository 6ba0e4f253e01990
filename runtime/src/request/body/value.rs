//! A field's value as the texts that are sent for it.

use serde_json::value::RawValue;

use super::{
    field::{Rules, Style, Styled, Writing},
    form,
    json::Json,
};
use crate::BuildError;

/// What is sent for a field: a pair of a form, or a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    /// More than one where a delimiter stands between.
    pub(super) texts: Vec<String>,
    pub(super) delimiter: Delimiter,
    /// Whether reserved characters stay as they are.
    pub(super) reserved: bool,
    /// Whether the text is JSON because its value has no other text.
    pub(super) is_json: bool,
}

/// What stands between the texts of one pair: as it is, and escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delimiter(pub(super) &'static str, pub(super) &'static str);

const COMMA: Delimiter = Delimiter(",", ",");
const SPACE: Delimiter = Delimiter(" ", "%20");
const PIPE: Delimiter = Delimiter("|", "%7C");

impl Entry {
    fn new(name: &str, text: String) -> Self {
        Self {
            name: name.to_owned(),
            texts: vec![text],
            delimiter: COMMA,
            reserved: false,
            is_json: false,
        }
    }

    fn json(name: &str, raw: &RawValue) -> Self {
        Self {
            is_json: true,
            ..Self::new(name, raw.get().to_owned())
        }
    }
}

/// What is sent for a field. `null` and empty lists send nothing.
pub(super) fn entries(name: &str, rules: &Rules, raw: &RawValue) -> Result<Vec<Entry>, BuildError> {
    let value = Json::of(raw)?;
    Ok(match (rules.writing, value) {
        (_, Json::Null) => Vec::new(),
        (Writing::Styled(styled), value) => self::styled(name, styled, value)?,
        (_, Json::Scalar(text)) => vec![Entry::new(name, text)],
        (Writing::Json, Json::List(_) | Json::Object(_)) => vec![Entry::json(name, raw)],
        (Writing::Form, Json::Object(_)) => vec![Entry::new(name, form::text(&[], raw)?)],
        (Writing::Plain, Json::Object(_)) => vec![Entry::json(name, raw)],
        (Writing::Plain | Writing::Form, Json::List(items)) => {
            let items = items.into_iter().map(|item| self::item(name, item));
            items
                .collect::<Result<Vec<_>, _>>()?
                .into_iter()
                .flatten()
                .collect()
        }
    })
}

/// An item of a list: `null` sends nothing.
fn item(name: &str, raw: &RawValue) -> Result<Option<Entry>, BuildError> {
    Ok(match Json::of(raw)? {
        Json::Null => None,
        Json::Scalar(text) => Some(Entry::new(name, text)),
        Json::List(_) | Json::Object(_) => Some(Entry::json(name, raw)),
    })
}

/// As a query parameter would be. What the styles leave undefined is: a list or an object inside
/// another is JSON text, `explode` beside a delimiter repeats the name, and brackets go to any depth.
fn styled(name: &str, styled: Styled, value: Json<'_>) -> Result<Vec<Entry>, BuildError> {
    let mut entries = Vec::new();
    match (styled.style, value) {
        (_, Json::Null) => {}
        (_, Json::Scalar(text)) => entries.push(Entry::new(name, text)),
        (Style::DeepObject, value) => deep(name, value, &mut entries)?,
        (style, Json::List(items)) => {
            let texts = texts(items)?;
            match styled.explode {
                true => entries.extend(texts.into_iter().map(|text| Entry::new(name, text))),
                false => entries.extend(joined(name, style, texts)),
            }
        }
        (style, Json::Object(members)) => {
            let mut flat = Vec::new();
            for (key, value) in members {
                for text in texts(vec![value])? {
                    match styled.explode {
                        true => entries.push(Entry::new(&key, text)),
                        false => flat.extend([key.clone(), text]),
                    }
                }
            }
            entries.extend(joined(name, style, flat));
        }
    }
    for entry in &mut entries {
        entry.reserved = styled.reserved;
    }
    Ok(entries)
}

fn texts(values: Vec<&RawValue>) -> Result<Vec<String>, BuildError> {
    let mut texts = Vec::with_capacity(values.len());
    for value in values {
        match Json::of(value)? {
            Json::Null => {}
            Json::Scalar(text) => texts.push(text),
            Json::List(_) | Json::Object(_) => texts.push(value.get().to_owned()),
        }
    }
    Ok(texts)
}

fn joined(name: &str, style: Style, texts: Vec<String>) -> Option<Entry> {
    let delimiter = match style {
        Style::Form | Style::DeepObject => COMMA,
        Style::SpaceDelimited => SPACE,
        Style::PipeDelimited => PIPE,
    };
    (!texts.is_empty()).then(|| Entry {
        name: name.to_owned(),
        texts,
        delimiter,
        reserved: false,
        is_json: false,
    })
}

/// `a[b][c]`, and `a[0]` for the items of a list.
fn deep(name: &str, value: Json<'_>, entries: &mut Vec<Entry>) -> Result<(), BuildError> {
    match value {
        Json::Null => Ok(()),
        Json::Scalar(text) => {
            entries.push(Entry::new(name, text));
            Ok(())
        }
        Json::List(items) => items.into_iter().enumerate().try_for_each(|(index, item)| {
            deep(&format!("{name}[{index}]"), Json::of(item)?, entries)
        }),
        Json::Object(members) => members.into_iter().try_for_each(|(key, value)| {
            deep(&format!("{name}[{key}]"), Json::of(value)?, entries)
        }),
    }
}
