//! The pipeline: the one function that all doors reach.

use std::path::Path;

use crate::{
    Config,
    diagnostic::Diagnostics,
    emit, front, ir, output, plan,
    source::{Documents, Sources},
};

/// What came of a run.
#[derive(Debug)]
pub struct Generated {
    /// The name of the module.
    pub module: String,
    /// The files of the module: path below its folder, and text. Empty where there were errors.
    pub files: Vec<(String, String)>,
    /// The name of the API, in a line.
    pub title: String,
    /// How many operations there are.
    pub operations: usize,
    /// A program that calls the client, for people to start from.
    pub first_call: String,
    /// What there is to say, whether it worked or not.
    pub diagnostics: Diagnostics,
    /// The texts that were read, for showing diagnostics.
    pub sources: Sources,
}

/// Generates the module of one document. `name` is how diagnostics call the file.
#[must_use]
pub fn generate(path: &Path, name: &str, config: &Config) -> Generated {
    let mut generated = Generated {
        module: String::new(),
        files: Vec::new(),
        title: String::new(),
        operations: 0,
        first_call: String::new(),
        diagnostics: Diagnostics::default(),
        sources: Sources::new(),
    };
    let module = read(path, name, config, &mut generated);
    if config.deny_warnings {
        generated.diagnostics.deny_warnings();
    }
    let Some(module) = module else {
        return generated;
    };
    generated.module.clone_from(&module.name);
    generated.title = module.docs.first().cloned().unwrap_or_default();
    generated.operations = module.operations.len();
    generated.first_call = emit::first_call(&module, &config.name.replace('-', "_"));
    if generated.diagnostics.has_errors() {
        return generated;
    }
    for source in emit::emit(&module) {
        let file = if source.name.is_empty() {
            "mod.rs".to_owned()
        } else {
            format!("{}.rs", source.name)
        };
        match output::format(&file, source.tokens) {
            Ok(text) => generated.files.push((file, text)),
            Err(fault) => generated.diagnostics.push(fault),
        }
    }
    generated
}

fn read(path: &Path, name: &str, config: &Config, generated: &mut Generated) -> Option<ir::Module> {
    let diagnostics = &mut generated.diagnostics;
    let Config {
        limits,
        ref_dirs,
        name: _,
        deny_warnings: _,
    } = config;
    let read = Documents::read(&mut generated.sources, path, name, limits, ref_dirs);
    let documents = match read {
        Ok(documents) => documents,
        Err(faults) => {
            diagnostics.extend(faults);
            return None;
        }
    };
    let api = front::read(&documents, diagnostics)?;
    Some(plan::plan(api, config, diagnostics))
}
