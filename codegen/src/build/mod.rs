//! The door for build scripts.

mod cargo;
mod documents;
mod features;

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{Config, Generated, generate, output::Files};
use documents::Document;

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
    deny_warnings: bool,
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
            deny_warnings: false,
        }
    }

    /// Looks for documents in this folder: each `.yaml`, `.yml` or `.json` file in it becomes a
    /// module of its name. A document that the crate's `[features]` name is left out while its
    /// feature is off.
    #[must_use]
    pub fn specs_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.specs = folder.into();
        self
    }

    /// Lets warnings fail the build.
    #[must_use]
    pub fn deny_warnings(mut self) -> Self {
        self.deny_warnings = true;
        self
    }

    /// Generates, and tells cargo when to do it again. Faults and warnings of documents are told
    /// to cargo as well, which shows them.
    ///
    /// # Errors
    /// When a document is at fault, or a file cannot be read or written.
    pub fn emit(&self) -> Result<(), BuildFailed> {
        cargo::rerun_if_changed(&self.specs);
        cargo::rerun_if_changed(Path::new("Cargo.toml"));
        let out = env::var_os("OUT_DIR")
            .ok_or_else(|| cargo::fail("OUT_DIR is not set: this is for build scripts"))?;
        let documents = documents::find(&self.specs).map_err(|error| {
            cargo::fail(&format!(
                "cannot read the folder `{}`: {error}",
                self.specs.display()
            ))
        })?;
        let features = features::Features::of_this_crate();
        let mut modules: Vec<(Document, Generated)> = Vec::new();
        for document in documents
            .into_iter()
            .filter(|one| features.allow(&one.stem))
        {
            cargo::rerun_if_changed(&document.path);
            let generated = self.generate(&document);
            cargo::show(&generated, &document.name);
            modules.push((document, generated));
        }
        check_names(&modules)?;
        if modules
            .iter()
            .any(|(_, generated)| generated.diagnostics.has_errors())
        {
            return Err(BuildFailed::new());
        }
        let folder = Path::new(&out).join("outspoken");
        let written = files(modules).mirror(&folder);
        written
            .map_err(|error| cargo::fail(&format!("cannot write the generated files: {error}")))?;
        Ok(())
    }

    fn generate(&self, document: &Document) -> Generated {
        let mut config = Config::new(&document.stem);
        config.deny_warnings = self.deny_warnings;
        generate(&document.path, &document.name, &config)
    }
}

/// Two documents cannot become one module.
fn check_names(modules: &[(Document, Generated)]) -> Result<(), BuildFailed> {
    for (index, (document, generated)) in modules.iter().enumerate() {
        let mut earlier = modules.iter().take(index);
        let twin = earlier.find(|(_, other)| other.module == generated.module);
        if let Some((twin, _)) = twin.filter(|_| !generated.module.is_empty()) {
            let message = format!(
                "`{}` and `{}` would both become the module `{}`: rename one of them",
                twin.name, document.name, generated.module
            );
            return Err(cargo::fail(&message));
        }
    }
    Ok(())
}

fn files(modules: Vec<(Document, Generated)>) -> Files {
    let mut files = Files::default();
    let mut root = String::new();
    for (_, generated) in modules {
        root.push_str(&format!("pub mod {};\n", generated.module));
        let folder = PathBuf::from(generated.module.trim_start_matches("r#"));
        for (name, text) in generated.files {
            files.add(folder.join(name), text);
        }
    }
    files.add("mod.rs", root);
    files
}
