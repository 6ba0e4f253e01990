//! The pipeline: the one function that all doors reach.

use std::{collections::BTreeMap, mem, path::Path, thread};

use crate::{
    Config,
    diagnostic::{Diagnostic, Diagnostics},
    emit, front, ir,
    notes::Notes,
    output, overlay, plan,
    source::{Documents, Sources},
};

/// What came of a run.
#[derive(Debug)]
pub struct Generated {
    /// How diagnostics call the document.
    pub document: String,
    /// The name of the module.
    pub module: String,
    /// The files of the module: path below its folder, and text. Empty where there were errors.
    pub files: Vec<(String, String)>,
    /// The tests of the module's examples, where they were asked for: path below the folder of a
    /// package's tests, and text. None without the feature `examples`.
    pub tests: Vec<(String, String)>,
    /// The name of the API, as plain text in a line; empty where it has none.
    pub title: String,
    /// The features of the runtime that the module needs, beside a transport.
    pub features: Vec<&'static str>,
    /// What a package depends on beside the runtime.
    pub(crate) dependencies: BTreeMap<String, serde_json::Value>,
    /// A program that calls the client, for people to start from.
    pub first_call: String,
    /// What there is to say, whether it worked or not.
    pub diagnostics: Diagnostics,
    /// The texts that were read, for showing diagnostics.
    pub sources: Sources,
    /// What the client consists of; `None` where the document could not be read at all.
    pub(crate) client: Option<ir::Module>,
    /// What there is to tell of it.
    pub(crate) notes: Notes,
}

/// Generates the module of one document. `name` is how diagnostics call the file.
#[must_use]
pub fn generate(path: &Path, name: &str, config: &Config) -> Generated {
    let mut generated = Generated {
        document: name.to_owned(),
        module: String::new(),
        files: Vec::new(),
        tests: Vec::new(),
        title: String::new(),
        features: Vec::new(),
        dependencies: config.dependencies.clone(),
        first_call: String::new(),
        diagnostics: Diagnostics::default(),
        sources: Sources::new(),
        client: None,
        notes: Notes::default(),
    };
    let planned = read(path, name, config, &mut generated);
    if config.deny_warnings {
        generated.diagnostics.deny_warnings();
    }
    let Some((module, notes)) = planned else {
        return generated;
    };
    generated.notes = notes;
    generated.module.clone_from(&module.name);
    generated.features.clone_from(&module.features);
    generated.title.clone_from(&module.title);
    generated.first_call = emit::first_call(&module, &config.name.replace('-', "_"));
    generated.client = Some(module);
    if generated.diagnostics.has_errors() {
        return generated;
    }
    write(&mut generated);
    generated
}

/// Makes the text of all files.
fn write(generated: &mut Generated) {
    let Generated {
        client: Some(module),
        files,
        diagnostics,
        sources,
        ..
    } = generated
    else {
        return;
    };
    // What is found here is shown later, and takes as long as it takes to write the files.
    let (results, located) = output::beside(
        || output::in_parallel(&emit::sources(module), written),
        || sources.locate(diagnostics.places()),
    );
    sources.keep_located(located);
    for result in results {
        match result {
            Ok(file) => files.push(file),
            Err(fault) => diagnostics.push(fault),
        }
    }
    #[cfg(feature = "examples")]
    match tests(&module.examples) {
        Ok(tests) => generated.tests = tests,
        Err(fault) => diagnostics.push(fault),
    }
}

/// A file's path and text.
fn written(source: &emit::Source<'_>) -> Result<(String, String), Diagnostic> {
    let file = match source.path.as_str() {
        "" => "mod.rs".to_owned(),
        path => format!("{path}.rs"),
    };
    let text = output::format(&file, source.tokens())?;
    Ok((file, text))
}

/// The file of tests.
#[cfg(feature = "examples")]
const TESTS: &str = "examples.rs";

/// The tests of examples, and what they are about: a line of JSON each.
#[cfg(feature = "examples")]
fn tests(examples: &ir::Examples) -> Result<Vec<(String, String)>, Diagnostic> {
    let Some(tokens) = emit::examples(examples) else {
        return Ok(Vec::new());
    };
    let text = output::format(TESTS, tokens)?;
    let lines = examples.data.iter().map(|line| format!("{line}\n"));
    let data = (emit::EXAMPLES_DATA.to_owned(), lines.collect());
    Ok(vec![(TESTS.to_owned(), text), data])
}

fn read(
    path: &Path,
    name: &str,
    config: &Config,
    generated: &mut Generated,
) -> Option<(ir::Module, Notes)> {
    let Generated {
        diagnostics,
        sources,
        ..
    } = generated;
    let Config {
        selection,
        limits,
        ref_dirs,
        overlays,
        name: _,
        deny_warnings: _,
        format_types: _,
        require_bodies: _,
        unused_types,
        renames: _,
        derives: _,
        non_exhaustive: _,
        tag_features: _,
        replacements: _,
        dependencies: _,
        origins,
        #[cfg(feature = "examples")]
        with_tests,
    } = config;
    #[cfg(not(feature = "examples"))]
    let with_tests = &false;
    for (name, text) in origins.files() {
        sources.add(name, text);
    }
    let mut root = match sources.read(path, name, limits) {
        Ok(root) => root,
        Err(faults) => {
            diagnostics.extend(faults);
            return None;
        }
    };
    let traces = overlay::apply(&mut root, path, overlays, sources, limits, diagnostics)?;
    let documents = Documents::around(root, sources, path, limits, ref_dirs, *with_tests);
    let api = front::read(
        &documents,
        limits,
        selection,
        *unused_types,
        *with_tests,
        diagnostics,
    );
    // To free so many values takes its time, for which nobody has to wait.
    thread::spawn(move || drop(documents));
    let planned = api.map(|api| plan::plan(api, config, diagnostics));
    // Stages see one document; people see the files that it comes from.
    *diagnostics = traces.diagnostics(mem::take(diagnostics));
    let (module, notes) = planned?;
    let notes = match traces.are_plain() {
        true => notes,
        false => notes.moved(|place| traces.place(place)),
    };
    Some((module, notes))
}
