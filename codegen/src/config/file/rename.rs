//! `rename`: names that take the place of others.

use super::{
    reading::Reading,
    tree::{self, Entry},
};
use crate::{
    Config,
    collection::Table,
    config::{
        keys,
        origin::From,
        rename::Named,
        rust::{TypeName, ValueName},
    },
    diagnostic::shown,
};

pub(super) fn rename(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "[rename.types]") else {
        return;
    };
    for entry in &table.entries {
        let key = format!("rename.{}", entry.key);
        let example = format!("[{}]", shown(&key));
        match entry.key.as_str() {
            "operations" => {
                if let Some(table) = reading.table(entry, &example) {
                    let names = names(table, &key, value_name, config, reading);
                    config.renames.operations.extend(names);
                }
            }
            "types" => {
                if let Some(table) = reading.table(entry, &example) {
                    let names = names(table, &key, type_name, config, reading);
                    config.renames.types.extend(names);
                }
            }
            "members" => {
                let of_types = reading.table(entry, "[rename.members.Pet]");
                for entry in of_types.into_iter().flat_map(|table| &table.entries) {
                    if let Some(table) = reading.table(entry, "[rename.members.Pet]") {
                        let key = format!("{key}.{}", entry.key);
                        let names = names(table, &key, value_name, config, reading);
                        let members = &mut config.renames.members;
                        members.get_or_default(entry.key.clone()).extend(names);
                    }
                }
            }
            _ => reading.unknown(entry, "table of names", keys::RENAME),
        }
    }
}

type Check = fn(&str, &Entry, &mut Reading<'_>) -> Option<String>;

fn value_name(text: &str, entry: &Entry, reading: &mut Reading<'_>) -> Option<String> {
    let name = reading.parsed::<ValueName>(text, &entry.value.span);
    name.map(|ValueName(name)| name)
}

fn type_name(text: &str, entry: &Entry, reading: &mut Reading<'_>) -> Option<String> {
    let name = reading.parsed::<TypeName>(text, &entry.value.span);
    name.map(|TypeName(name)| name)
}

fn names(
    table: &tree::Table,
    within: &str,
    check: Check,
    config: &mut Config,
    reading: &mut Reading<'_>,
) -> Table<String, Named> {
    let mut names = Table::new();
    for entry in &table.entries {
        let text = reading.text(entry, &format!("{} = 'name'", shown(&entry.key)));
        let Some(name) = text.and_then(|text| check(text, entry, reading)) else {
            continue;
        };
        let place = reading.place(&entry.key_span);
        let key = format!("{within}.{}", entry.key);
        config.origins.note(&key, From::File(place.clone()));
        let place = Some(place);
        names.insert(entry.key.clone(), Named { name, place });
    }
    names
}
