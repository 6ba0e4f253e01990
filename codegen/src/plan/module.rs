//! The module as a whole.

use super::{
    bodies::{self, Bodies},
    client,
    code_span::code_span,
    doc, errors, files, given,
    header::Headers,
    incoming, name,
    operation::{self, Planned},
    pointers,
    types::Types,
};
use crate::{Config, diagnostic::Diagnostics, ir, model::Api, notes::Notes};

pub(super) fn module(
    api: &Api,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (ir::Module, Notes) {
    let mut notes = Notes::default();
    pointers::check(api, diagnostics);
    let mut types = Types::new(api, config, diagnostics, &mut notes);
    let mut bodies = Bodies::new(config.require_bodies);
    let uploads = bodies::uploads_only(api, &types);
    bodies.reserve(types.components(&uploads));
    let headers = Headers::new(api, &mut types);
    let mut names = operation::Names::default();
    let mut operations = Vec::new();
    let mut errors = Vec::new();
    let mut outputs = Vec::new();
    for planned in &api.operations {
        if types.room.is_full() {
            break;
        }
        let Planned {
            operation,
            error,
            outputs: own,
        } = {
            let given = given::of_operation(planned, &config.renames);
            operation::operation(
                planned,
                given,
                &headers,
                &mut names,
                &mut types,
                &mut bodies,
            )
        };
        operations.push(operation);
        errors.push(error);
        outputs.extend(own);
    }
    let shared_errors = errors::share(&mut errors, &mut names.errors);
    let webhooks = incoming::incoming(api, &operations, &mut types);
    client::take(api, &mut types);
    let (types, mut features) = types.finish();
    let mut parameters = operations.iter().flat_map(|one| &one.parameters);
    if parameters.any(|one| one.constraints.pattern.is_some()) {
        features.insert("pattern");
    }
    let bodies = bodies.finish();
    let planned = api.operations.get(..operations.len());
    let module = ir::Module {
        operation_files: files::operations(planned.unwrap_or_default(), config),
        type_files: files::types(&types, &bodies),
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
    };
    (module, notes)
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

/// The module's name; its own modules keep theirs.
fn module_name(name: &str) -> String {
    match name::field(name) {
        own if OWN.contains(&own.as_str()) => format!("{own}_api"),
        name => name,
    }
}

const OWN: &[&str] = &[
    "client",
    "errors",
    "headers",
    "operations",
    "outputs",
    "types",
    "webhooks",
];
