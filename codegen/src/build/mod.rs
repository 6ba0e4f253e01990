//! The door for build scripts.

mod cargo;
mod documents;
mod features;
mod settings;

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{Format, FormatType, Generated, OverlayFile, Pattern, generate, output::Files};
use documents::{Document, Found};
use settings::{Said, Settings};

pub use cargo::BuildFailed;

/// Generates a module for each document of a folder, from a build script.
///
/// ```no_run
/// fn main() -> Result<(), outspoken_codegen::BuildFailed> {
///     outspoken_codegen::Build::new().specs_dir("../specs").emit()
/// }
/// ```
///
/// The crate takes all of them in with
/// `include!(concat!(env!("OUT_DIR"), "/outspoken/mod.rs"));`.
#[derive(Debug, Clone)]
pub struct Build {
    specs: PathBuf,
    said: Said,
    /// Settings that cannot be, each with what is wrong.
    faults: Vec<String>,
}

impl Default for Build {
    fn default() -> Self {
        Self::new()
    }
}

impl Build {
    /// Looks for documents in `specs`, beside `Cargo.toml`.
    #[must_use]
    pub fn new() -> Self {
        Self {
            specs: PathBuf::from("specs"),
            said: Said::default(),
            faults: Vec::new(),
        }
    }

    /// Looks for documents in this folder: each `.yaml`, `.yml` or `.json` file in it becomes a
    /// module of its name, but for those that end with `.overlay.yaml` and the like. A document that the crate's `[features]` name is left out while its
    /// feature is off.
    #[must_use]
    pub fn specs_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.specs = folder.into();
        self
    }

    /// Reads settings from a file, usually `outspoken.toml`: those for all documents, and those for
    /// each. What the script says itself goes before. `docs/config.md` has the keys of the file.
    ///
    /// ```no_run
    /// fn main() -> Result<(), outspoken_codegen::BuildFailed> {
    ///     outspoken_codegen::Build::new().config("outspoken.toml").emit()
    /// }
    /// ```
    ///
    /// It takes the feature `config-file` of this crate. A file at fault fails the build.
    #[cfg(feature = "config-file")]
    #[must_use]
    pub fn config(mut self, file: impl Into<PathBuf>) -> Self {
        self.said.file = Some(file.into());
        self
    }

    /// Changes a document by an overlay (OpenAPI Overlay 1.0 or 1.1) before it is read: the document
    /// stays as its vendor wrote it. `document` is the name of its file without the ending. Several
    /// are applied in their order.
    ///
    /// ```no_run
    /// fn main() -> Result<(), outspoken_codegen::BuildFailed> {
    ///     outspoken_codegen::Build::new()
    ///         .overlay("slack", "overlays/slack.overlay.yaml")
    ///         .emit()
    /// }
    /// ```
    #[must_use]
    pub fn overlay(mut self, document: impl Into<String>, file: impl Into<PathBuf>) -> Self {
        let overlay = OverlayFile::new(file);
        self.said.overlays.push((document.into(), overlay));
        self
    }

    /// Lets a `$ref` find files in this folder, too: else only in that of its document.
    #[must_use]
    pub fn allow_ref_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.said.ref_dirs.push(folder.into());
        self
    }

    /// Lets warnings fail the build.
    #[must_use]
    pub fn deny_warnings(mut self) -> Self {
        self.said.deny_warnings = true;
        self
    }

    /// Takes request bodies for required where the document does not say whether they are.
    #[must_use]
    pub fn require_bodies(mut self) -> Self {
        self.said.require_bodies = true;
        self
    }

    /// Keeps types of component schemas to which no operation leads, and nothing that a webhook or
    /// callback sends: see [`Config::unused_types`](crate::Config::unused_types).
    #[must_use]
    pub fn unused_types(mut self) -> Self {
        self.said.unused_types = true;
        self
    }

    /// Lets a type stand for a format of text. Other types than the usual ones ask for a feature of
    /// the runtime of the same name: `outspoken = { version = "…", features = ["chrono"] }`.
    ///
    /// ```no_run
    /// use outspoken_codegen::{Build, Format, FormatType};
    ///
    /// fn main() -> Result<(), outspoken_codegen::BuildFailed> {
    ///     Build::new()
    ///         .format_type(Format::DateTime, FormatType::Chrono)
    ///         .format_type(Format::Uri, FormatType::Url)
    ///         .emit()
    /// }
    /// ```
    ///
    /// A type that cannot stand for the format is reported by [`emit`](Self::emit).
    #[must_use]
    pub fn format_type(mut self, format: Format, to: FormatType) -> Self {
        if let Err(fault) = self.said.format_types.set(format, to) {
            self.faults.push(fault.to_string());
        }
        self
    }

    /// Takes only the operations that a [`Pattern`] selects, such as `tag:repos` or
    /// `GET /repos/**`; all patterns together where there are several.
    ///
    /// ```no_run
    /// fn main() -> Result<(), outspoken_codegen::BuildFailed> {
    ///     outspoken_codegen::Build::new()
    ///         .include("tag:repos")
    ///         .exclude("DELETE /repos/**")
    ///         .emit()
    /// }
    /// ```
    ///
    /// A text that is no pattern is reported by [`emit`](Self::emit).
    #[must_use]
    pub fn include(mut self, pattern: &str) -> Self {
        if let Some(pattern) = self.pattern(pattern) {
            self.said.selection.include.push(pattern);
        }
        self
    }

    /// Leaves out the operations that a [`Pattern`] selects, whatever includes them.
    #[must_use]
    pub fn exclude(mut self, pattern: &str) -> Self {
        if let Some(pattern) = self.pattern(pattern) {
            self.said.selection.exclude.push(pattern);
        }
        self
    }

    fn pattern(&mut self, text: &str) -> Option<Pattern> {
        match text.parse::<Pattern>() {
            Ok(pattern) => Some(pattern),
            Err(fault) => {
                self.faults.push(fault.to_string());
                None
            }
        }
    }

    /// Generates, and tells cargo when to do it again. What there is to say of a document is told
    /// to cargo as well, which shows it, and fails the build where it is an error.
    ///
    /// # Errors
    /// When a setting cannot be, the folder cannot be read, or a file cannot be written.
    pub fn emit(&self) -> Result<(), BuildFailed> {
        if !self.faults.is_empty() {
            return Err(cargo::failed(self.faults.join("\n")));
        }
        cargo::rerun_if_changed(&self.specs);
        cargo::rerun_if_changed(Path::new("Cargo.toml"));
        let out = env::var_os("OUT_DIR");
        let out =
            out.ok_or_else(|| cargo::failed("OUT_DIR is not set: this is for build scripts"))?;
        let Found {
            documents,
            overlays,
        } = self.found()?;
        if let Some(fault) = self.said.overlay_of_none(&documents) {
            return Err(cargo::failed(fault));
        }
        let Some(settings) = self.said.settings(&documents) else {
            return Ok(());
        };
        warn_of_unused(&overlays, &settings, &documents);
        let features = features::Features::of_this_crate();
        let mut modules: Vec<(Document, Generated)> = Vec::new();
        let mut misnamed = false;
        for document in documents
            .into_iter()
            .filter(|one| features.allow(&one.stem))
        {
            if document.name.contains(char::is_control) {
                misnamed = true;
                let name = document.name.escape_debug();
                cargo::error(&format!(
                    "`{name}` holds a control character, so cargo cannot be told of it: rename it"
                ));
                continue;
            }
            let generated = generated(&document, &settings);
            cargo::rerun_if_changed(&document.path);
            for file in generated
                .sources
                .names()
                .filter(|name| **name != *document.name)
            {
                cargo::rerun_if_changed(Path::new(file));
            }
            cargo::show(&generated.diagnostics, &generated.sources, &document.name);
            modules.push((document, generated));
        }
        let faulty = modules
            .iter()
            .any(|(_, generated)| generated.diagnostics.has_errors());
        if misnamed || faulty || has_twins(&modules) {
            return Ok(());
        }
        let written = files(modules).mirror(&Path::new(&out).join("outspoken"));
        written
            .map_err(|error| cargo::failed(format!("cannot write the generated files: {error}")))?;
        Ok(())
    }
}

impl Build {
    fn found(&self) -> Result<Found, BuildFailed> {
        documents::find(&self.specs).map_err(|error| {
            let specs = self.specs.display();
            cargo::failed(format!("cannot read the folder `{specs}`: {error}"))
        })
    }
}

/// Overlays beside the documents are for those that name them, and do nothing by themselves.
fn warn_of_unused(overlays: &[PathBuf], settings: &Settings<'_>, documents: &[Document]) {
    if overlays.is_empty() {
        return;
    }
    let configs = documents.iter().map(|document| settings.config(document));
    let used = configs.flat_map(|config| config.overlays);
    let used: Vec<_> = used
        .filter_map(|one| one.path().canonicalize().ok())
        .collect();
    for overlay in overlays {
        if !overlay
            .canonicalize()
            .is_ok_and(|path| used.contains(&path))
        {
            cargo::warning(&format!(
                "`{}` is an overlay that no document has: name it by `Build::overlay` or in \
                 `overlays` of the settings",
                overlay.display()
            ));
        }
    }
}

fn generated(document: &Document, settings: &Settings<'_>) -> Generated {
    let config = settings.config(document);
    generate(&document.path, &document.name, &config)
}

/// Whether two documents would become one module; reported where they would.
fn has_twins(modules: &[(Document, Generated)]) -> bool {
    let mut found = false;
    for (index, (document, generated)) in modules.iter().enumerate() {
        let mut earlier = modules.iter().take(index);
        if let Some((twin, _)) = earlier.find(|(_, other)| other.module == generated.module) {
            found = true;
            cargo::error(&format!(
                "`{}` and `{}` would both become the module `{}`: rename one of them",
                twin.name, document.name, generated.module
            ));
        }
    }
    found
}

fn files(modules: Vec<(Document, Generated)>) -> Files {
    let mut files = Files::default();
    let mut root = String::new();
    for (_, generated) in modules {
        root.push_str(&declaration(&generated.module));
        let folder = PathBuf::from(folder(&generated.module));
        for (name, text) in generated.files {
            files.add(folder.join(name), text);
        }
    }
    files.add("mod.rs", root);
    files
}

/// A module's line in the root. The compiler looks for no file whose name is not ASCII, and would
/// take the root itself for the file of `mod`.
fn declaration(module: &str) -> String {
    let folder = folder(module);
    let path = if folder.is_ascii() && folder != "mod" {
        String::new()
    } else {
        format!("#[path = \"{folder}/mod.rs\"]\n")
    };
    format!("{path}pub mod {module};\n")
}

/// The folder of a module's files.
fn folder(module: &str) -> &str {
    module.trim_start_matches("r#")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_cannot_stand_for_a_format_is_named() {
        let build = Build::new()
            .format_type(Format::DateTime, FormatType::Chrono)
            .format_type(Format::Uuid, FormatType::Jiff);
        let failed = build.emit().unwrap_err();
        assert_eq!(
            failed.to_string(),
            "`jiff` cannot stand for `uuid`: choose one of `uuid`, `string`"
        );
    }
}
