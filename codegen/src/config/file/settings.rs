//! The keys of a table of settings: those of the file as a whole, or those for one document.

use std::path::Path;

use super::{
    derive,
    reading::Reading,
    rename, replace,
    tree::{Entry, Table},
};
use crate::{
    Config, FormatChoice, OverlayFile, Pattern,
    config::{keys, origin::From},
    diagnostic::shown,
};

/// Where settings go, and what they start from.
pub(super) struct Into<'c> {
    pub(super) config: &'c mut Config,
    /// The folder of the file: paths in it start there.
    pub(super) folder: &'c Path,
}

/// Reads the settings of a table. What is at fault is reported, and the rest holds.
pub(super) fn settings(
    table: &Table,
    is_whole: bool,
    to: &mut Into<'_>,
    reading: &mut Reading<'_>,
) {
    for entry in &table.entries {
        if is_whole && entry.key == keys::DOCUMENTS {
            continue;
        }
        if setting(entry, to, reading) {
            let place = reading.place(&entry.key_span);
            to.config.origins.note(&entry.key, From::File(place));
        } else if !keys::ALL.contains(&entry.key.as_str()) {
            let known = keys::ALL.iter().copied();
            let known: Vec<_> = known.chain(is_whole.then_some(keys::DOCUMENTS)).collect();
            reading.unknown(entry, "setting", &known);
        }
    }
}

/// Reads a setting; `false` where it has no effect, or is made of several.
fn setting(entry: &Entry, to: &mut Into<'_>, reading: &mut Reading<'_>) -> bool {
    let config = &mut *to.config;
    match entry.key.as_str() {
        "name" => set(
            reading.text(entry, "name = 'pets'").map(str::to_owned),
            &mut config.name,
        ),
        "overlays" => {
            let texts = reading.texts(entry, "overlays = ['pets.overlay.yaml']");
            let overlays = texts.map(|texts| {
                let files = texts.iter().map(|(text, item)| OverlayFile {
                    path: to.folder.join(text),
                    name: named(reading.file, text),
                    place: Some(reading.place(&item.span)),
                });
                files.collect()
            });
            set(overlays, &mut config.overlays)
        }
        "include" => set(patterns(entry, reading), &mut config.selection.include),
        "exclude" => set(patterns(entry, reading), &mut config.selection.exclude),
        "deny-warnings" => set(reading.flag(entry), &mut config.deny_warnings),
        "require-bodies" => set(reading.flag(entry), &mut config.require_bodies),
        "unused-types" => set(reading.flag(entry), &mut config.unused_types),
        "with-tests" => set(reading.flag(entry), &mut config.with_tests),
        "ref-dirs" => {
            let texts = reading.texts(entry, "ref-dirs = ['../shared']");
            let folder = to.folder;
            let dirs = texts.map(|texts| texts.iter().map(|(text, _)| folder.join(text)).collect());
            set(dirs, &mut config.ref_dirs)
        }
        "formats" => {
            formats(entry, config, reading);
            false
        }
        "rename" => {
            rename::rename(entry, config, reading);
            false
        }
        "replace" => {
            replace::replace(entry, config, reading);
            false
        }
        "dependencies" => {
            replace::dependencies(entry, config, reading);
            false
        }
        "non-exhaustive" => set(reading.flag(entry), &mut config.non_exhaustive),
        "tag-features" => set(reading.flag(entry), &mut config.tag_features),
        "derive" => set(derive::derive(entry, reading), &mut config.derives.all),
        "derive-for" => {
            derive::derive_for(entry, config, reading);
            false
        }
        "limits" => {
            limits(entry, config, reading);
            false
        }
        _ => false,
    }
}

/// How diagnostics call a file that is named in another.
fn named(file: &str, text: &str) -> String {
    let text = text.replace('\\', "/");
    let folder = file.rfind('/').map_or(0, |at| at + 1);
    match text.starts_with('/') {
        true => text,
        false => format!("{}{text}", file.get(..folder).unwrap_or_default()),
    }
}

fn set<T>(value: Option<T>, to: &mut T) -> bool {
    let is_there = value.is_some();
    if let Some(value) = value {
        *to = value;
    }
    is_there
}

fn patterns(entry: &Entry, reading: &mut Reading<'_>) -> Option<Vec<Pattern>> {
    let texts = reading.texts(entry, &format!("{} = ['tag:pets']", entry.key))?;
    let mut patterns = Vec::new();
    for (text, item) in texts {
        let pattern = reading.parsed::<Pattern>(text, &item.span);
        patterns.extend(pattern.map(|pattern| pattern.at(reading.place(&item.span))));
    }
    Some(patterns)
}

fn formats(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "formats = {date-time = 'chrono'}") else {
        return;
    };
    for entry in &table.entries {
        let Some(to) = reading.text(entry, &format!("{} = 'string'", shown(&entry.key))) else {
            continue;
        };
        let is_format = keys::formats().any(|format| format == entry.key);
        if !is_format {
            let known: Vec<_> = keys::formats().collect();
            reading.unknown(entry, "format", &known);
            continue;
        }
        let choice = format!("{}={to}", entry.key);
        if let Some(choice) = reading.parsed::<FormatChoice>(&choice, &entry.value.span) {
            config.format_types.choose(choice);
            let place = reading.place(&entry.key_span);
            let key = format!("formats.{}", entry.key);
            config.origins.note(&key, From::File(place));
        }
    }
}

fn limits(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "limits = {depth = 50}") else {
        return;
    };
    for entry in &table.entries {
        let limit = match entry.key.as_str() {
            "bytes" => &mut config.limits.bytes,
            "depth" => &mut config.limits.depth,
            "nodes" => &mut config.limits.nodes,
            "files" => &mut config.limits.files,
            _ => {
                reading.unknown(entry, "limit", keys::LIMITS);
                continue;
            }
        };
        if set(reading.number(entry), limit) {
            let place = reading.place(&entry.key_span);
            let key = format!("limits.{}", entry.key);
            config.origins.note(&key, From::File(place));
        }
    }
}
