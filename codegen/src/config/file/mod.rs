//! Settings from a file: `outspoken.toml`.

mod derive;
mod reading;
mod rename;
mod replace;
mod settings;
mod tree;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::keys;
use crate::{
    Config,
    diagnostic::{Code, Diagnostic, Diagnostics, Place, closest, shown},
    source::{Limits, Sources},
};
use reading::Reading;
use settings::Into;
use tree::{Entry, Table};

/// No person writes more settings.
const MOST_BYTES: usize = 1 << 20;

/// A file of settings, read and found to be without fault. `docs/config.md` has its keys.
///
/// ```no_run
/// use outspoken_codegen::{Config, ConfigFile};
///
/// match ConfigFile::read("outspoken.toml".as_ref(), "outspoken.toml") {
///     Ok(file) => {
///         let mut config = Config::new("github");
///         file.apply("github", &mut config);
///     }
///     Err(refused) => eprintln!("{} faults", refused.diagnostics.errors()),
/// }
/// ```
#[derive(Debug, Clone)]
pub struct ConfigFile {
    name: Arc<str>,
    text: Arc<str>,
    folder: PathBuf,
    table: Table,
}

/// Why a file of settings cannot be used.
#[derive(Debug, Clone)]
pub struct ConfigRefused {
    /// What is wrong with it.
    pub diagnostics: Diagnostics,
    /// Its text, for showing that.
    pub sources: Sources,
}

impl ConfigFile {
    /// Reads a file. `name` is how diagnostics call it.
    ///
    /// # Errors
    /// When it cannot be read, or says something that cannot be.
    pub fn read(path: &Path, name: &str) -> Result<Self, ConfigRefused> {
        let mut refused = ConfigRefused {
            diagnostics: Diagnostics::new(),
            sources: Sources::new(),
        };
        let limits = Limits {
            bytes: MOST_BYTES,
            ..Limits::default()
        };
        let name: Arc<str> = Arc::from(name);
        let text = match refused.sources.read_text(path, &name, &limits) {
            Ok(text) => text,
            Err(fault) => {
                refused.diagnostics.push(fault);
                return Err(refused);
            }
        };
        let (table, faults) = tree::parse(&name, &text);
        refused.diagnostics.extend(faults);
        let folder = path.parent().unwrap_or_else(|| Path::new("")).to_owned();
        let file = Self {
            name,
            text,
            folder,
            table,
        };
        if !refused.diagnostics.has_errors() {
            file.check(&mut refused.diagnostics);
        }
        match refused.diagnostics.has_errors() {
            true => Err(refused),
            false => Ok(file),
        }
    }

    /// The documents that have settings of their own.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        let documents = self.documents_table().into_iter();
        documents.flat_map(|table| table.entries.iter().map(|entry| entry.key.as_str()))
    }

    /// Warnings of settings for documents that are none of these.
    pub(crate) fn for_others_than<'d>(
        &self,
        documents: impl Iterator<Item = &'d str> + Clone,
    ) -> ConfigRefused {
        let mut diagnostics = Diagnostics::new();
        let own = self
            .documents_table()
            .into_iter()
            .flat_map(|all| &all.entries);
        for entry in own.filter(|entry| !documents.clone().any(|stem| stem == entry.key)) {
            let place = Place::span(&self.name, entry.key_span.start, entry.key_span.end);
            let message = format!("there is no document `{}`", shown(&entry.key));
            let help = match closest(&entry.key, documents.clone()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a file of the folder, without its ending".to_owned(),
            };
            let diagnostic = Diagnostic::warning(Code::UnknownSetting, place, message);
            diagnostics.push(diagnostic.help(help));
        }
        let mut sources = Sources::new();
        sources.add(&self.name, &self.text);
        ConfigRefused {
            diagnostics,
            sources,
        }
    }

    /// How diagnostics call the file.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Makes settings of what the file says: for all documents, then for the one that is called so
    /// (its file's name without the ending), which goes before.
    pub fn apply(&self, document: &str, config: &mut Config) {
        // What is at fault was told when the file was read.
        let mut diagnostics = Diagnostics::new();
        let mut reading = Reading {
            file: &self.name,
            diagnostics: &mut diagnostics,
        };
        config.origins.add_file(&self.name, &self.text);
        let mut to = Into {
            config,
            folder: &self.folder,
        };
        settings::settings(&self.table, true, &mut to, &mut reading);
        let own = self
            .documents_table()
            .into_iter()
            .flat_map(|all| &all.entries);
        for entry in own.filter(|entry| entry.key == document) {
            if let Some(table) = table_of(entry) {
                settings::settings(table, false, &mut to, &mut reading);
            }
        }
    }

    /// Reads all of it for the sake of its faults.
    fn check(&self, diagnostics: &mut Diagnostics) {
        let mut config = Config::new("");
        let mut reading = Reading {
            file: &self.name,
            diagnostics,
        };
        let mut to = Into {
            config: &mut config,
            folder: &self.folder,
        };
        settings::settings(&self.table, true, &mut to, &mut reading);
        for entry in &self.table.entries {
            if entry.key != keys::DOCUMENTS {
                continue;
            }
            let example = "[documents.pets]";
            let documents = reading.table(entry, example);
            for entry in documents.into_iter().flat_map(|all| &all.entries) {
                if let Some(own) =
                    reading.table(entry, &format!("[documents.{}]", shown(&entry.key)))
                {
                    settings::settings(own, false, &mut to, &mut reading);
                }
            }
        }
    }

    fn documents_table(&self) -> Option<&Table> {
        let mut entries = self.table.entries.iter();
        let entry = entries.find(|entry| entry.key == keys::DOCUMENTS)?;
        table_of(entry)
    }
}

fn table_of(entry: &Entry) -> Option<&Table> {
    match &entry.value.value {
        tree::Value::Table(table) => Some(table),
        _ => None,
    }
}
