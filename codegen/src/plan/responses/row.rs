//! The answers that an operation gives: what each holds.

use super::{
    super::{name, types::Types},
    representation::{self, Group},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, Read, Type},
    model::{MediaType, Method, Operation, Response, Status},
};

/// An answer that is no error.
pub(super) struct Row<'o> {
    pub(super) response: &'o Response,
    pub(super) status: ir::Status,
    /// What a variant for it is called.
    pub(super) name: String,
    /// Its representations; none where it has no body.
    pub(super) all: Vec<&'o MediaType>,
    pub(super) read: Read,
    pub(super) ty: Type,
}

impl Row<'_> {
    /// Whether it points elsewhere instead of giving what was asked for. A 304 does not: it says
    /// that what the caller has is still good.
    pub(super) fn is_redirect(&self) -> bool {
        self.response.status.is_redirect() && self.response.status != Status::Exact(304)
    }

    pub(super) fn is_success(&self) -> bool {
        !self.response.status.is_redirect()
    }
}

/// The responses that are no errors: successes, else `default` in their place; and redirects.
pub(super) fn given(operation: &Operation) -> Vec<&Response> {
    let has_success = operation
        .responses
        .iter()
        .any(|one| one.status.is_success());
    let is_given = |status: Status| {
        status.is_success() || status.is_redirect() || (status == Status::Any && !has_success)
    };
    let all = operation.responses.iter();
    all.filter(|response| is_given(response.status)).collect()
}

/// What each of them holds, where a call asks for this representation; the preferred one, where it
/// asks for none or there is no such one.
pub(super) fn rows<'o>(
    operation: &'o Operation,
    asked: Option<&str>,
    owner: &str,
    types: &mut Types<'_>,
) -> Vec<Row<'o>> {
    let given = given(operation);
    let bodies = given
        .iter()
        .filter(|one| is_success(one) && has_body(operation, one));
    let has_one_body = bodies.count() == 1;
    let mut rows: Vec<Row<'o>> = Vec::new();
    for response in given {
        let name = variant(response.status);
        let type_name = if has_one_body && is_success(response) {
            format!("{owner}Response")
        } else {
            format!("{owner}{name}")
        };
        let group = chosen(operation, described(operation, response), asked, types);
        let same = group
            .as_ref()
            .and_then(|group| same_type(group, &rows, types));
        let read = group.as_ref().map_or(Read::Nothing, |group| group.read);
        let ty = match (&group, same) {
            (None, _) => Type::Unit,
            (_, Some(same)) => same,
            (Some(group), None) => body(group, &type_name, types),
        };
        rows.push(Row {
            response,
            status: status(response.status),
            name,
            all: group.map(|group| group.all).unwrap_or_default(),
            read,
            ty,
        });
    }
    rows
}

/// The response that says what comes: of a 206 about which nothing is said the 200, since it brings a
/// part of the same (RFC 9110 §15.3.7).
fn described<'o>(operation: &'o Operation, response: &'o Response) -> &'o Response {
    if response.status != Status::Exact(206) || !response.content.is_empty() {
        return response;
    }
    let mut all = operation.responses.iter();
    all.find(|one| one.status == Status::Exact(200))
        .unwrap_or(response)
}

fn is_success(response: &Response) -> bool {
    !response.status.is_redirect()
}

/// Whether an answer has a body that a document can describe (RFC 9110 §6.4.1).
pub(in crate::plan) fn has_body(operation: &Operation, response: &Response) -> bool {
    let Response {
        content, status, ..
    } = response;
    !content.is_empty() && may_have_body(operation, *status)
}

/// Whether an answer with this status can have a body (RFC 9110 §6.4.1).
pub(in crate::plan) fn may_have_body(operation: &Operation, status: Status) -> bool {
    !status.is_bodiless() && operation.method != Method::Head
}

/// The representations that are read: those that are asked for, else the preferred ones.
pub(super) fn chosen<'o>(
    operation: &Operation,
    response: &'o Response,
    asked: Option<&str>,
    types: &mut Types<'_>,
) -> Option<Group<'o>> {
    if !has_body(operation, response) {
        report_body(operation, response, types);
        return None;
    }
    let groups = representation::groups(&response.content, types).groups;
    let mut preferred = None;
    for mut group in groups {
        let one = group
            .all
            .iter()
            .find(|one| Some(one.name.as_str()) == asked);
        if let Some(one) = one.copied() {
            group.first = one;
            group.all = vec![one];
            return Some(group);
        }
        preferred.get_or_insert(group);
    }
    preferred
}

/// The type of an earlier answer whose body has the same schema.
fn same_type(group: &Group<'_>, rows: &[Row<'_>], types: &Types<'_>) -> Option<Type> {
    let schema = group.first.schema?;
    let same = |row: &&Row<'_>| {
        let other = row.all.first().and_then(|one| one.schema);
        row.read == group.read && other.is_some_and(|other| types.are_alike(schema, other))
    };
    Some(rows.iter().find(same)?.ty.clone())
}

/// The type of a body that is read so.
fn body(group: &Group<'_>, name: &str, types: &mut Types<'_>) -> Type {
    match group.read {
        Read::Nothing => Type::Unit,
        Read::Json => types.media_type(group.first, name),
        Read::Text | Read::JsonOrText => Type::String,
        Read::Bytes => Type::Bytes,
        Read::Stream => Type::Body,
        Read::TextEvents => Type::Events(Box::new(Type::String)),
        Read::Events => Type::Events(Box::new(types.media_type(group.first, &event(name)))),
        Read::JsonLines => Type::JsonLines(Box::new(types.media_type(group.first, &event(name)))),
    }
}

/// The name for the type of one of many items.
fn event(name: &str) -> String {
    format!("{name}Item")
}

/// A documented body that no answer of this status has.
fn report_body(operation: &Operation, response: &Response, types: &mut Types<'_>) {
    if operation.method == Method::Head {
        return;
    }
    if let Some(first) = response.content.first() {
        let place = types.key_place(&first.at);
        let message = "an answer of this status has no body, so this is not read";
        types.report(
            Diagnostic::new(Code::Ignored, place, message)
                .help("take the `content` out, or document another status"),
        );
    }
}

/// The name of the variant for a status; `default` stands for successes here.
fn variant(status: Status) -> String {
    match status {
        Status::Exact(code) => name::variant_of_status(code),
        Status::Range(class) => name::variant_of_range(class),
        Status::Any => name::variant_of_range(2),
    }
}

/// The statuses of an answer; `default` stands for successes here.
fn status(status: Status) -> ir::Status {
    match status {
        Status::Any => ir::Status::Range(2),
        status => super::status(status),
    }
}
