//! What an operation gives.

mod accept;
mod error_types;
mod others;
mod representation;
mod row;
mod shape;

use indexmap::IndexSet;

use super::{called::Names, doc, name, types::Types};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, Read},
    model::{MediaType, Operation, Response, Status},
    notes::NameKind,
};

pub(super) use others::representations;
pub(super) use representation::{Group, groups};
use row::Row;
pub(super) use row::{has_body, may_have_body};
use shape::Shape;

/// The operation that gives something.
pub(super) struct Owner<'n> {
    /// The name of its struct.
    pub(super) name: &'n str,
    /// The client's method.
    pub(super) method: &'n str,
}

/// What an operation gives.
pub(super) struct Given {
    pub(super) answer: ir::Answer,
    /// The enum of it, where there are several things.
    pub(super) enumeration: Option<ir::OutputEnum>,
    /// What the documentation of the method says of it, in a line.
    pub(super) docs: Option<String>,
}

/// What an operation gives where a call asks for this representation; the preferred one, where it
/// asks for none.
pub(super) fn given(
    operation: &Operation,
    asked: Option<&str>,
    owner: &Owner<'_>,
    names: &mut Names,
    types: &mut Types<'_>,
) -> Given {
    let rows = row::rows(operation, asked, owner.name, types);
    let shape = shape::shape(&rows);
    let enumeration = match shape {
        Shape::Several => enum_name(operation, owner, names, types),
        Shape::Plain(_) | Shape::Optional(_) => String::new(),
    };
    let (output, documented) = shape::output(&rows, &shape, &enumeration);
    let (asked, unasked) = media_types(operation, &rows, types);
    let method = name::bare(owner.method);
    let enum_docs = doc::own(&format!(
        "What [`{method}`](super::Client::{method}) gives."
    ));
    Given {
        answer: ir::Answer {
            output,
            documented,
            accept: accept::accept(operation, &rows, types),
            asked,
            unasked,
            streamed: is_streamed(operation, &rows),
            error_types: error_types::error_types(operation, &rows, types),
        },
        enumeration: matches!(shape, Shape::Several)
            .then(|| shape::enumeration(&rows, &enumeration, enum_docs)),
        docs: shape::docs(&rows, &shape, &enumeration),
    }
}

fn enum_name(
    operation: &Operation,
    owner: &Owner<'_>,
    names: &mut Names,
    types: &mut Types<'_>,
) -> String {
    let natural = format!("{}Output", name::bare(owner.name).trim_end_matches('_'));
    let name = names.outputs.claim(natural.clone());
    types.note_name(name::Given {
        kind: NameKind::Output,
        text: None,
        natural: &natural,
        name: &name,
        within: "outputs",
        place: types.key_place(&operation.at),
    });
    name
}

/// The media types that are given and those that are not: needed where what comes could be taken
/// for what was asked for.
fn media_types(
    operation: &Operation,
    rows: &[Row<'_>],
    types: &Types<'_>,
) -> (Vec<String>, Vec<String>) {
    let bodies = rows.iter().filter(|row| row.is_success());
    let asked: Vec<_> = bodies.flat_map(|row| row.all.iter().copied()).collect();
    let is_json = rows.iter().any(|row| row.read == Read::Json);
    let mut unasked = others::others(operation, &asked, types);
    if is_json {
        // What is no JSON cannot be read for it, and what calls itself just that may be any.
        unasked.retain(|(read, one)| *read == Read::Json && one.essence() != "application/json");
    }
    let mut names = essences(unasked.iter().map(|(_, one)| *one));
    let asked = essences(asked.into_iter());
    names.retain(|name| !asked.contains(name));
    if names.is_empty() {
        return (Vec::new(), names);
    }
    (asked, names)
}

/// Names without parameters, each once.
fn essences<'o>(all: impl Iterator<Item = &'o MediaType>) -> Vec<String> {
    let names: IndexSet<_> = all.map(MediaType::essence).collect();
    names.into_iter().collect()
}

/// Whether bodies are handed on as they arrive: not where one must be read whole to know what it
/// is, or whether it is an error.
fn is_streamed(operation: &Operation, rows: &[Row<'_>]) -> bool {
    let rows = || rows.iter().filter(|row| row.is_success());
    let is_whole = |row: &Row<'_>| row.read != Read::Nothing && !row.read.is_stream();
    let rules = &operation.rules;
    let may_be =
        |status: &Status| Status::Range(2).covers(*status) || status.covers(Status::Range(2));
    let may_fail = rules.success_when.is_some()
        || rules
            .cases
            .iter()
            .any(|case| case.when.is_some() && case.statuses.iter().any(may_be));
    rows().any(|row| row.read.is_stream()) && !rows().any(is_whole) && !may_fail
}

/// The type of the body of a response that is no success, if it is JSON.
pub(super) fn body(
    operation: &Operation,
    response: &Response,
    name: &str,
    types: &mut Types<'_>,
) -> Option<ir::Type> {
    if !has_body(operation, response) {
        return None;
    }
    let groups = groups(&response.content, types).groups;
    let others = groups
        .iter()
        .skip(1)
        .filter(|group| group.read == Read::Json);
    for other in others.map(|group| group.first) {
        let place = types.key_place(&other.at);
        let message = "this body has no type: an error has that of its first representation";
        types.report(
            Diagnostic::new(Code::Ignored, place, message)
                .help("nothing needs to change: the error keeps its body as it came"),
        );
    }
    let first = groups.into_iter().next()?;
    (first.read == Read::Json).then(|| types.media_type(first.first, name))
}

pub(super) fn status(status: Status) -> ir::Status {
    match status {
        Status::Exact(code) => ir::Status::Exact(code),
        Status::Range(class) => ir::Status::Range(class),
        Status::Any => ir::Status::Any,
    }
}
