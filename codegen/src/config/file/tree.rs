//! TOML as a tree with places. The only file that knows `toml`.

use std::{ops::Range, sync::Arc};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    collection::order,
    diagnostic::{Code, Diagnostic, Place},
};

/// A table: its entries in the order of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    pub(super) entries: Vec<Entry>,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Range<usize>,
    pub(super) value: Item,
}

/// A value, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) value: Value,
    pub(super) span: Range<usize>,
}

/// What a setting may be.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    Flag(bool),
    /// A whole number.
    Whole(i64),
    List(Vec<Item>),
    Table(Table),
    /// What no setting is, as a person says it.
    Other(&'static str),
}

/// Reads a text, and says what is wrong with it.
pub(super) fn parse(file: &Arc<str>, text: &str) -> (Table, Vec<Diagnostic>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    // What follows the first is mostly of its making.
    let faults = errors.iter().take(1).map(|error| {
        let span = error.span().unwrap_or_default();
        let message = format!("this is not TOML: {}", first_line(error.message()));
        let place = Place::span(file, span.start, span.end);
        let help = "text stands in quotes, a list in `[…]`, and each key once: see https://toml.io";
        Diagnostic::new(Code::InvalidSyntax, place, message).help(help)
    });
    (table(root.get_ref()), faults.collect())
}

fn first_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    line.chars().filter(|letter| !letter.is_control()).collect()
}

fn table(from: &DeTable<'_>) -> Table {
    let entries = from.iter().map(|(key, value)| Entry {
        key: key.get_ref().clone().into_owned(),
        key_span: key.span(),
        value: item(value),
    });
    let mut entries: Vec<_> = entries.collect();
    order::sort_by_key(&mut entries, |entry| entry.key_span.start);
    Table { entries }
}

/// The parser nests no deeper than 80 levels.
fn item(from: &Spanned<DeValue<'_>>) -> Item {
    let value = match from.get_ref() {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix())
            .map_or(Value::Other("a number that is too large"), Value::Whole),
        DeValue::Float(_) => Value::Other("a number with a fraction"),
        DeValue::Datetime(_) => Value::Other("a date"),
        DeValue::Array(items) => Value::List(items.iter().map(item).collect()),
        DeValue::Table(inner) => Value::Table(table(inner)),
    };
    Item {
        value,
        span: from.span(),
    }
}
