//! Operations.

use super::{
    bodies::Bodies,
    called::{self, Called, Names},
    code_span::code_span,
    doc, errors,
    header::Headers,
    parameter,
    responses::{self, Owner},
    room::lines,
    server,
    types::Types,
};
use crate::{ir, model::Operation};

/// An operation that takes nothing and says nothing of errors.
const LINES: usize = 12;

/// An operation, and the enums that belong to it.
pub(super) struct Planned {
    pub(super) operation: ir::Operation,
    pub(super) error: ir::ErrorEnum,
    pub(super) outputs: Vec<ir::OutputEnum>,
}

pub(super) fn operation(
    operation: &Operation,
    called: Option<Called>,
    headers: &Headers,
    names: &mut Names,
    types: &mut Types<'_>,
    bodies: &mut Bodies,
) -> Planned {
    let id = called::id(operation);
    take(operation, &id, types);
    let Called {
        name,
        method,
        error,
    } = called.unwrap_or_else(|| names.call(operation, types));
    types.note_operation(&operation.at);
    let owner = Owner {
        name: &name,
        method: &method,
    };
    let mut given = responses::given(operation, None, &owner, names, types);
    let errors = errors::errors(operation, &name, types);
    let parameters = parameter::parameters(operation, &name, types, bodies);
    let (mut representations, others) =
        responses::representations(operation, &owner, &parameters, names, types);
    let answers = representations.iter_mut().map(|other| &mut other.answer);
    for answer in answers.chain([&mut given.answer]) {
        answer.documented.extend(errors.documented.iter().cloned());
    }
    let headers = headers.docs(operation);
    let linked = headers.is_some().then_some("headers");
    let output_docs = output_docs(given.docs, &representations, headers);
    let mut planned = ir::Operation {
        docs: docs(operation, output_docs, types),
        linked: linked.into_iter().collect(),
        request_line: request_line(operation),
        error_docs: Vec::new(),
        default_docs: None,
        deprecated: operation.deprecated,
        verb: operation.method.as_str().to_owned(),
        path: operation.template.clone(),
        server: operation.servers.first().map(server::server),
        security: security(operation),
        parameters,
        answer: given.answer,
        representations,
        error: error.clone(),
        responses: errors.table,
        name,
        method: method.clone(),
        id,
    };
    let error = ir::ErrorEnum {
        name: error,
        method,
        variants: errors.variants,
        default: errors.default,
        shared: None,
    };
    errors::document(&mut planned, &error);
    Planned {
        operation: planned,
        error,
        outputs: given.enumeration.into_iter().chain(others).collect(),
    }
}

/// Takes room for what is written of an operation whatever it takes and gives.
fn take(operation: &Operation, id: &str, types: &mut Types<'_>) {
    let Operation {
        method,
        path,
        security,
        rules,
        ..
    } = operation;
    let schemes = security.iter().flatten().map(String::as_str);
    let places = rules.code.iter().chain(&rules.message);
    let places = places.map(|one| one.text.as_str());
    let named = lines([method.as_str(), path, id], 2) + lines(schemes.chain(places), 1);
    types.take(&operation.at, LINES + named);
}

/// Requirements with no scheme at all make credentials optional: then the others come first, so
/// that a credential that is there is used.
fn security(operation: &Operation) -> Vec<Vec<String>> {
    let security = operation.security.iter().cloned();
    let (none, mut security): (Vec<_>, Vec<_>) = security.partition(|schemes| schemes.is_empty());
    security.extend(none);
    security
}

/// What the operation does, and what it gives.
fn docs(operation: &Operation, output: Vec<String>, types: &mut Types<'_>) -> Vec<String> {
    let texts = [&operation.summary, &operation.description];
    let texts = texts.into_iter().flatten();
    let mut paragraphs: Vec<_> = texts
        .map(|text| types.docs(&operation.at, Some(text), 1))
        .collect();
    paragraphs.push(output);
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs.join(&String::new())
}

/// Method and path as code, where what is sent cannot stand between backticks as it is.
fn request_line(operation: &Operation) -> Option<String> {
    let method = operation.method.as_str();
    let code = code_span(&format!("{method} {}", operation.path));
    (code != format!("`{method} {}`", operation.template)).then_some(code)
}

/// What is given, and in what else; then the headers that come with it: a line each.
fn output_docs(
    given: Option<String>,
    representations: &[ir::Representation],
    headers: Option<String>,
) -> Vec<String> {
    let links = representations.iter();
    let links = links.map(|other| format!("[`{0}`](Call::{0})", other.method));
    let links = links.collect::<Vec<_>>().join(", ");
    let others = (!links.is_empty()).then(|| format!("In other representations: {links}."));
    let mut docs = Vec::new();
    for paragraph in [given, others, headers].into_iter().flatten() {
        if !docs.is_empty() {
            docs.push(String::new());
        }
        docs.extend(doc::own(&paragraph));
    }
    docs
}
