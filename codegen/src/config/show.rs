//! The settings in force, as people and programs read them.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{Format, Renames, origin::From, rust::DerivePath};
use crate::{
    Config,
    source::{Limits, Lines},
};

/// A setting, by the key that a file has for it.
struct Setting {
    /// The table in which it stands; empty for that of the file.
    table: String,
    /// The same without quotes.
    within: String,
    key: String,
    value: Value,
}

impl Config {
    /// All settings in force as TOML that a file could hold, each with where it comes from.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        let mut table = String::new();
        for setting in self.settings() {
            if setting.table != table {
                table.clone_from(&setting.table);
                text.push_str(&format!("\n[{table}]\n"));
            }
            let line = format!("{} = {}", key(&setting.key), toml(&setting.value));
            let from = self.from(&setting);
            text.push_str(&format!("{line:<40}  # {}\n", one_line(&from)));
        }
        text
    }

    /// The same as JSON, for programs: by key, with `value`, and `from`, which is `default`,
    /// `argument`, or a file and a line.
    #[must_use]
    pub fn to_json(&self) -> String {
        let settings = self.settings();
        let settings = settings.iter().map(|setting| {
            let shown = json!({"value": setting.value, "from": self.from(setting)});
            (setting.path(), shown)
        });
        let mut text = format!("{:#}", Value::Object(settings.collect::<Map<_, _>>()));
        text.push('\n');
        text
    }

    fn from(&self, setting: &Setting) -> String {
        match self.origins.get(&setting.path()) {
            From::Default => "default".to_owned(),
            From::Argument => "argument".to_owned(),
            From::File(place) => {
                let text = self.origins.text(&place.file);
                let line = text.zip(place.start());
                let line = line.map(|(text, start)| Lines::new(text).position(start).line);
                format!("{}:{}", place.file, line.unwrap_or(1))
            }
        }
    }

    fn settings(&self) -> Vec<Setting> {
        let Self {
            name,
            overlays,
            selection,
            limits,
            ref_dirs,
            deny_warnings,
            format_types,
            require_bodies,
            unused_types,
            with_tests,
            renames,
            derives,
            non_exhaustive,
            tag_features,
            replacements,
            dependencies,
            origins: _,
        } = self;
        let plain = |key: &str, value: Value| Setting::new("", key, value);
        let mut all = vec![
            plain("name", json!(name)),
            plain(
                "overlays",
                overlays.iter().map(|one| path(one.path())).collect(),
            ),
            plain("include", patterns(&selection.include)),
            plain("exclude", patterns(&selection.exclude)),
            plain("deny-warnings", json!(deny_warnings)),
            plain("require-bodies", json!(require_bodies)),
            plain("unused-types", json!(unused_types)),
            plain("with-tests", json!(with_tests)),
            plain("ref-dirs", ref_dirs.iter().map(|dir| path(dir)).collect()),
        ];
        let paths = |paths: &[DerivePath]| {
            let paths = paths.iter().map(|path| path.0.as_str());
            Value::from(paths.collect::<Vec<_>>())
        };
        all.push(plain("non-exhaustive", json!(non_exhaustive)));
        all.push(plain("tag-features", json!(tag_features)));
        all.push(plain("derive", paths(&derives.all)));
        all.extend(names(renames));
        let derived = derives.of.iter();
        all.extend(derived.map(|(key, of)| Setting::new("derive-for", key, paths(&of.paths))));
        let replacements = replacements.of.iter();
        all.extend(replacements.map(|(key, to)| Setting::new("replace", key, json!(to.path.0))));
        let dependencies = dependencies.iter();
        all.extend(dependencies.map(|(key, from)| Setting::new("dependencies", key, from.clone())));
        all.extend(Format::ALL.iter().map(|format| {
            let to = format_types.get(*format).as_str();
            Setting::new("formats", format.as_str(), json!(to))
        }));
        all.extend(self::limits(limits));
        all
    }
}

fn patterns(patterns: &[crate::Pattern]) -> Value {
    let texts = patterns.iter().map(ToString::to_string);
    Value::from(texts.collect::<Vec<_>>())
}

impl Setting {
    fn new(table: &str, key: &str, value: Value) -> Self {
        Self {
            table: table.to_owned(),
            within: table.to_owned(),
            key: key.to_owned(),
            value,
        }
    }

    /// By what it is noted.
    fn path(&self) -> String {
        match self.within.as_str() {
            "" => self.key.clone(),
            within => format!("{within}.{}", self.key),
        }
    }
}

fn limits(limits: &Limits) -> Vec<Setting> {
    let Limits {
        bytes,
        depth,
        nodes,
        files,
    } = limits;
    let limits = [
        ("bytes", bytes),
        ("depth", depth),
        ("nodes", nodes),
        ("files", files),
    ];
    let limits = limits.map(|(key, limit)| Setting::new("limits", key, json!(limit)));
    limits.into()
}

fn names(renames: &Renames) -> Vec<Setting> {
    let Renames {
        operations,
        types,
        members,
    } = renames;
    let mut all = Vec::new();
    for (table, names) in [("rename.operations", operations), ("rename.types", types)] {
        let names = names.iter();
        all.extend(names.map(|(key, named)| Setting::new(table, key, json!(named.name))));
    }
    for (of, names) in members {
        all.extend(names.iter().map(|(member, named)| Setting {
            table: format!("rename.members.{}", key(of)),
            within: format!("rename.members.{of}"),
            key: member.clone(),
            value: json!(named.name),
        }));
    }
    all
}

/// With `/` on any system.
fn path(path: &Path) -> Value {
    path.display().to_string().replace('\\', "/").into()
}

/// A name of a file is what a file system takes, and may hold what ends a comment.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

fn key(key: &str) -> String {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    match !key.is_empty() && key.chars().all(is_bare) {
        true => key.to_owned(),
        false => toml(&key.into()),
    }
}

/// A value as TOML: what JSON writes, but for characters that TOML wants escaped, too.
pub(crate) fn toml(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(toml).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(name, value)| format!("{} = {}", key(name), toml(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string().replace('\u{7f}', "\\u007f"),
    }
}
