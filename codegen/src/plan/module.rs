//! The module as a whole.

use indexmap::IndexSet;

use super::{
    bodies::{self, Bodies},
    called::Names,
    client,
    code_span::code_span,
    doc, errors,
    example::{Judged, Planned as PlannedExamples, Rows},
    files,
    header::Headers,
    incoming, name,
    operation::{self, Planned},
    pointers,
    types::{self, Types},
};
use crate::{
    Config,
    collection::order,
    diagnostic::Diagnostics,
    ir,
    model::{Api, SchemaId},
    notes::Notes,
};

pub(super) fn module(
    api: &Api,
    judged: Vec<Judged>,
    used: &IndexSet<SchemaId>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (ir::Module, Notes) {
    let mut notes = Notes::default();
    pointers::check(api, diagnostics);
    let mut types = Types::new(api, config, diagnostics, &mut notes);
    let mut bodies = Bodies::new(config.require_bodies);
    let uploads = bodies::uploads_only(api, &types);
    bodies.reserve(types.components(&uploads, used));
    let headers = Headers::new(api, &mut types);
    let Operations {
        operations,
        errors,
        shared_errors,
        outputs,
    } = operations(api, config, &headers, &mut types, &mut bodies);
    let webhooks = incoming::incoming(api, &operations, &mut types);
    client::take(api, &mut types);
    let planned = PlannedExamples {
        operations: &operations,
        errors: &errors,
        bodies: &bodies,
        package: &config.name,
    };
    let examples = match cfg!(feature = "examples") {
        true => Rows::plan(api, judged, planned, &mut types),
        false => ir::Examples::default(),
    };
    let bodies = bodies.finish();
    let apart = types::apart(&bodies, &errors, &shared_errors);
    let (types, mut features) = types.finish(&apart);
    let mut parameters = operations.iter().flat_map(|one| &one.parameters);
    if parameters.any(|one| one.constraints.pattern.is_some()) {
        features.insert("pattern");
    }
    let mut features: Vec<_> = features.into_iter().collect();
    order::sort(&mut features);
    let planned = api.operations.get(..operations.len());
    let mut type_files = files::types(&types, &bodies);
    if let Some(first) = type_files.first_mut() {
        first.docs = types::unused_docs(notes.unused.len());
    }
    let module = ir::Module {
        operation_files: files::operations(planned.unwrap_or_default(), config),
        type_files,
        name: module_name(&config.name),
        title: doc::sentence(&api.info.title),
        docs: docs(api),
        client: client::client(api, &mut notes),
        operations,
        errors,
        shared_errors,
        outputs,
        headers: headers.finish(),
        webhooks,
        types,
        features,
        bodies,
        examples,
    };
    (module, notes)
}

/// The operations, and the enums that belong to them.
#[derive(Default)]
struct Operations {
    operations: Vec<ir::Operation>,
    errors: Vec<ir::ErrorEnum>,
    shared_errors: Vec<ir::SharedErrors>,
    outputs: Vec<ir::OutputEnum>,
}

/// The operations, as long as there is room for them.
fn operations(
    api: &Api,
    config: &Config,
    headers: &Headers,
    types: &mut Types<'_>,
    bodies: &mut Bodies,
) -> Operations {
    let mut names = Names::default();
    let given = names.given(api, &config.renames, types);
    let mut all = Operations::default();
    for (planned, called) in api.operations.iter().zip(given) {
        if types.room.is_full() {
            break;
        }
        let Planned {
            operation,
            error,
            outputs,
        } = operation::operation(planned, called, headers, &mut names, types, bodies);
        all.operations.push(operation);
        all.errors.push(error);
        all.outputs.extend(outputs);
    }
    all.shared_errors = errors::share(&mut all.errors, &mut names.errors);
    all
}

fn docs(api: &Api) -> Vec<String> {
    // As text, whatever Markdown would make of a title.
    let mut docs = doc::lines(&doc::sentence(&api.info.title));
    if docs.is_empty() {
        docs.push("A generated API client.".to_owned());
    }
    docs.push(String::new());
    if let Some(description) = &api.info.description {
        docs.extend(doc::lines(description));
        docs.push(String::new());
    }
    if !api.info.version.is_empty() {
        docs.push(format!(
            "The document's version is {}.",
            code_span(&api.info.version)
        ));
        docs.push(String::new());
    }
    docs.push("Start with [`Client::builder`].".to_owned());
    docs
}

/// The module's name; its own modules keep theirs, and so do crates that generated code names.
fn module_name(name: &str) -> String {
    match name::field(name) {
        own if OWN.contains(&own.as_str()) => format!("{own}_api"),
        name => name,
    }
}

const OWN: &[&str] = &[
    "alloc",
    "client",
    "core",
    "errors",
    "headers",
    "operations",
    "outputs",
    "outspoken",
    "std",
    "types",
    "webhooks",
];
