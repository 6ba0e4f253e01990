//! Styles: how a value becomes text (OpenAPI 3.1.2 §4.8.12.2.3, 3.2.0 §4.12.3; RFC 6570).
//!
//! Where the specification leaves a style undefined, this is what is sent:
//!
//! - a member or item that is itself a list or an object, in any style but `deepObject`: its JSON;
//! - a list in `deepObject`, at any depth: its items by number, `color[0]=…`;
//! - a single value in `deepObject` or in a delimited style, and a delimited style that is
//!   exploded: as in `form`;
//! - nothing, where a list or an object is empty; what is null is left out of lists and objects;
//! - an item that holds the delimiter where no escaping can tell the two apart is refused.

use std::borrow::Cow;

use super::{ParameterValue, escape, escape::Escaping};

/// How a value becomes text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Joined by commas (RFC 6570 §3.2.2).
    Simple,
    /// Behind a point, and joined by points if exploded (RFC 6570 §3.2.5).
    Label,
    /// Behind a semicolon and the name (RFC 6570 §3.2.7).
    Matrix,
    /// Pairs of name and value (RFC 6570 §3.2.8).
    Form,
    /// As `form`, with spaces for commas.
    SpaceDelimited,
    /// As `form`, with vertical bars for commas.
    PipeDelimited,
    /// As `form`, with tabs for commas: `tsv` of Swagger 2.0.
    TabDelimited,
    /// A pair for each member, its path in brackets.
    DeepObject,
    /// As `form`, with nothing escaped.
    Cookie,
    /// JSON.
    Json,
}

/// What of a parameter decides how its value is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form<'a> {
    pub(crate) name: &'a str,
    pub(crate) style: Style,
    pub(crate) explode: bool,
    pub(crate) escaping: Escaping,
}

/// A name and a value, both escaped.
pub(crate) type Pair = (String, String);

/// A value's pieces, before they are escaped.
pub(crate) enum Pieces<'v> {
    One(Cow<'v, str>),
    Many(Vec<Cow<'v, str>>),
    Members(Vec<(Cow<'v, str>, Cow<'v, str>)>),
}

impl<'v> Pieces<'v> {
    /// None where there is nothing to be sent.
    pub(crate) fn of(value: &'v ParameterValue<'_>) -> Option<Self> {
        match value {
            ParameterValue::Absent => None,
            ParameterValue::One(one) => Some(Self::One(one.text())),
            ParameterValue::Many(items) => {
                let items: Vec<_> = items.iter().filter_map(piece).collect();
                (!items.is_empty()).then_some(Self::Many(items))
            }
            ParameterValue::Object(members) => {
                let pairs = members.iter();
                let pairs =
                    pairs.filter_map(|(name, value)| Some((name.as_ref().into(), piece(value)?)));
                let pairs: Vec<_> = pairs.collect();
                (!pairs.is_empty()).then_some(Self::Members(pairs))
            }
        }
    }

    /// All of them, names too.
    pub(crate) fn all(&self) -> Vec<&str> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(items) => items.iter().map(AsRef::as_ref).collect(),
            Self::Members(members) => {
                let pairs = members.iter();
                pairs
                    .flat_map(|(name, value)| [name.as_ref(), value])
                    .collect()
            }
        }
    }
}

/// An item or a member: what nests deeper than styles reach is JSON.
fn piece<'v>(value: &'v ParameterValue<'_>) -> Option<Cow<'v, str>> {
    match value {
        ParameterValue::Absent => None,
        ParameterValue::One(one) => Some(one.text()),
        nested => Some(Cow::Owned(json(nested))),
    }
}

/// A value as JSON. Its names are text and its numbers finite, so there is nothing to fail.
pub(crate) fn json(value: &ParameterValue<'_>) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl Form<'_> {
    /// The value as it stands in a query or among cookies.
    pub(crate) fn pairs(&self, value: &ParameterValue<'_>) -> Result<Vec<Pair>, String> {
        let name = self.escaped_name(self.name);
        if self.style == Style::DeepObject {
            let mut pairs = Vec::new();
            self.deep(&name, value, &mut pairs);
            return Ok(pairs);
        }
        let Some(pieces) = Pieces::of(value) else {
            return Ok(Vec::new());
        };
        let escaped = |text: &str| self.escaping.apply(text);
        Ok(match pieces {
            Pieces::One(one) => vec![(name, escaped(&one))],
            Pieces::Many(items) if self.explode => {
                let pair = |item: &Cow<'_, str>| (name.clone(), escaped(item));
                items.iter().map(pair).collect()
            }
            Pieces::Members(members) if self.explode => {
                let pair = |(name, value): &(Cow<'_, str>, Cow<'_, str>)| {
                    (self.escaped_name(name), escaped(value))
                };
                members.iter().map(pair).collect()
            }
            pieces => {
                let delimiter = match self.style {
                    Style::SpaceDelimited => self.plain_or(" ", "%20"),
                    Style::PipeDelimited => self.plain_or("|", "%7C"),
                    Style::TabDelimited => self.plain_or("\t", "%09"),
                    _ => ",",
                };
                vec![(name, self.joined(&pieces.all(), delimiter)?)]
            }
        })
    }

    /// The value as it stands in a path or in a header.
    pub(crate) fn text(&self, value: &ParameterValue<'_>) -> Result<Option<String>, String> {
        let Some(pieces) = Pieces::of(value) else {
            return Ok(None);
        };
        let name = escape::argument(self.name);
        let (start, delimiter) = match self.style {
            Style::Label if self.explode => (".", "."),
            Style::Label => (".", ","),
            Style::Matrix if self.explode => (";", ";"),
            Style::Matrix => (";", ","),
            Style::SpaceDelimited => ("", self.plain_or(" ", "%20")),
            Style::PipeDelimited => ("", self.plain_or("|", "%7C")),
            Style::TabDelimited => ("", self.plain_or("\t", "%09")),
            _ => ("", ","),
        };
        let named = |text: String| match self.style {
            Style::Matrix if text.is_empty() => name.clone(),
            Style::Matrix => format!("{name}={text}"),
            _ => text,
        };
        let text = match pieces {
            Pieces::One(one) => named(self.escaping.apply(&one)),
            Pieces::Many(items) if self.explode => {
                let items = items
                    .iter()
                    .map(|item| Ok(named(self.item(item, &[delimiter])?)));
                items.collect::<Result<Vec<_>, String>>()?.join(delimiter)
            }
            Pieces::Members(members) if self.explode => {
                let pairs = members.iter().map(|(name, value)| {
                    let name = self.item(name, &["=", delimiter])?;
                    Ok(format!("{name}={}", self.item(value, &[delimiter])?))
                });
                pairs.collect::<Result<Vec<_>, String>>()?.join(delimiter)
            }
            pieces => named(self.joined(&pieces.all(), delimiter)?),
        };
        Ok(Some(format!("{start}{text}")))
    }

    fn plain_or(&self, plain: &'static str, escaped: &'static str) -> &'static str {
        match self.escaping {
            Escaping::None | Escaping::Part => plain,
            _ => escaped,
        }
    }

    /// In a cookie of its own style only what is no token is escaped (RFC 6265 §4.1.1).
    fn escaped_name(&self, name: &str) -> String {
        let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        match self.style {
            Style::Cookie if name.chars().all(is_token) => name.to_owned(),
            _ if matches!(self.escaping, Escaping::Form | Escaping::Part) => {
                self.escaping.apply(name)
            }
            _ => escape::argument(name),
        }
    }

    /// The name of a member of what is called so.
    fn in_brackets(&self, name: &str, member: &str) -> String {
        let (open, close) = (self.plain_or("[", "%5B"), self.plain_or("]", "%5D"));
        format!("{name}{open}{}{close}", self.escaped_name(member))
    }

    fn joined(&self, items: &[&str], delimiter: &str) -> Result<String, String> {
        let items = items.iter().map(|item| self.item(item, &[delimiter]));
        Ok(items.collect::<Result<Vec<_>, String>>()?.join(delimiter))
    }

    /// An item, told apart from its neighbours.
    fn item(&self, text: &str, delimiters: &[&str]) -> Result<String, String> {
        let mut item = self.escaping.apply(text);
        for delimiter in delimiters.iter().filter(|one| text.contains(plain(one))) {
            match delimiter.as_bytes() {
                // It stands for itself, and can be told apart by being escaped.
                [character] if !matches!(self.escaping, Escaping::None | Escaping::Part) => {
                    item = item.replace(delimiter, &format!("%{character:02X}"));
                }
                _ => {
                    return Err(format!(
                        "holds {:?}, which separates its items",
                        plain(delimiter)
                    ));
                }
            }
        }
        Ok(item)
    }

    fn deep(&self, name: &str, value: &ParameterValue<'_>, pairs: &mut Vec<Pair>) {
        match value {
            ParameterValue::Absent => {}
            ParameterValue::One(one) => {
                pairs.push((name.to_owned(), self.escaping.apply(&one.text())));
            }
            ParameterValue::Many(items) => {
                let items = items.iter().filter(|item| **item != ParameterValue::Absent);
                for (index, item) in items.enumerate() {
                    self.deep(&self.in_brackets(name, &index.to_string()), item, pairs);
                }
            }
            ParameterValue::Object(members) => {
                for (member, value) in members {
                    self.deep(&self.in_brackets(name, member), value, pairs);
                }
            }
        }
    }
}

/// A delimiter before it is escaped.
fn plain<'d>(delimiter: &&'d str) -> &'d str {
    match *delimiter {
        "%20" => " ",
        "%7C" => "|",
        "%09" => "\t",
        plain => plain,
    }
}
