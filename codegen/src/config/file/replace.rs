//! `replace` and `dependencies`: types of other crates, and where those come from.

use super::{
    reading::Reading,
    tree::{Entry, Item, Value},
};
use crate::{
    Config,
    config::{origin::From, replace::Replacement, rust::TypePath},
    diagnostic::shown,
};

pub(super) fn replace(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "replace = {Money = 'rust_decimal::Decimal'}") else {
        return;
    };
    for entry in &table.entries {
        let example = format!("{} = 'rust_decimal::Decimal'", shown(&entry.key));
        let text = reading.text(entry, &example);
        let path = text.and_then(|text| reading.parsed::<TypePath>(text, &entry.value.span));
        let Some(path) = path else {
            continue;
        };
        let place = reading.place(&entry.key_span);
        let key = format!("replace.{}", entry.key);
        config.origins.note(&key, From::File(place.clone()));
        let place = Some(place);
        config
            .replacements
            .of
            .insert(entry.key.clone(), Replacement { path, place });
    }
}

pub(super) fn dependencies(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "dependencies = {rust_decimal = '1'}") else {
        return;
    };
    for entry in &table.entries {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        if entry.key.is_empty() || !entry.key.chars().all(is_name) {
            let message = format!("`{}` is no name of a crate", shown(&entry.key));
            reading.refuse(
                &entry.key_span,
                message,
                "write it as it stands in a `Cargo.toml`",
            );
            continue;
        }
        if entry.key == "outspoken" {
            let message = "the runtime is a dependency already".to_owned();
            reading.refuse(
                &entry.key_span,
                message,
                "take it out: see `--runtime-path`",
            );
            continue;
        }
        let Some(value) = plain(&entry.value) else {
            let message = "a dependency is a version, or a table of texts, lists and flags";
            let help = format!("write `{} = '1'`", entry.key);
            reading.refuse(&entry.value.span, message.to_owned(), &help);
            continue;
        };
        let place = reading.place(&entry.key_span);
        let key = format!("dependencies.{}", entry.key);
        config.origins.note(&key, From::File(place));
        config.dependencies.insert(entry.key.clone(), value);
    }
}

/// What stands for a dependency in a manifest.
fn plain(item: &Item) -> Option<serde_json::Value> {
    Some(match &item.value {
        Value::Text(text) => text.as_str().into(),
        Value::Flag(flag) => (*flag).into(),
        Value::List(items) => items.iter().map(plain).collect::<Option<Vec<_>>>()?.into(),
        Value::Table(table) => {
            let members = table.entries.iter();
            let members = members.map(|entry| Some((entry.key.clone(), plain(&entry.value)?)));
            serde_json::Value::Object(members.collect::<Option<_>>()?)
        }
        Value::Whole(_) | Value::Other(_) => return None,
    })
}
