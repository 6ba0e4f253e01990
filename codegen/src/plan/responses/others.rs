//! Other representations of an operation's successes, each of which a call can ask for.

use super::{
    super::{called::Names, code_span::code_span, name, types::Types},
    Given, Owner, given,
    representation::{self, Group},
    row::{self, has_body},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{self, Read},
    model::{MediaType, Operation, Response},
    notes::NameKind,
};

/// The other representations of an operation's successes, and the enums that they give.
pub(in crate::plan) fn representations(
    operation: &Operation,
    owner: &Owner<'_>,
    parameters: &[ir::Parameter],
    names: &mut Names,
    types: &mut Types<'_>,
) -> (Vec<ir::Representation>, Vec<ir::OutputEnum>) {
    let taken: Vec<_> = parameters.iter().map(|one| name::bare(&one.name)).collect();
    let mut methods = name::Scope::new(&[&taken, name::reserved::FIELD_METHODS].concat());
    let mut representations = Vec::new();
    let mut enums = Vec::new();
    for one in media_types(operation, types) {
        let subtype = one.name.split_once('/').map_or("", |(kind, subtype)| {
            let is_range = subtype.trim().starts_with('*');
            if is_range { kind } else { subtype }
        });
        let mut claim = |kind, natural: String, scope: &mut name::Scope, within| {
            let name = scope.claim(natural.clone());
            types.note_name(name::Given {
                kind,
                text: None,
                natural: &natural,
                name: &name,
                within,
                place: types.key_place(&one.at),
            });
            name
        };
        let own = format!("{}As{}", owner.name, name::type_name(subtype));
        let own = claim(NameKind::Operation, own, &mut names.structs, "operations");
        let method = format!("accept_{}", name::bare(&name::field(subtype)));
        let method = claim(NameKind::Method, method, &mut methods, "Call");
        let chosen = Owner {
            name: &own,
            method: owner.method,
        };
        let Given {
            answer,
            enumeration,
            docs: _,
        } = given(operation, Some(&one.name), &chosen, names, types);
        enums.extend(enumeration);
        let media_type = code_span(&one.name);
        representations.push(ir::Representation {
            media_type: one.name.clone(),
            docs: vec![format!("[`{}`], answered as {media_type}.", owner.name)],
            asking: vec![format!(
                "Asks for an answer as {media_type}. Optional parameters are set before."
            )],
            name: own,
            method,
            answer,
        });
    }
    (representations, enums)
}

/// The media types of successes that a call can ask for, in the order of the document: those that
/// are read in another way than the preferred one, and those of several that are no JSON.
fn media_types<'o>(operation: &'o Operation, types: &mut Types<'_>) -> Vec<&'o MediaType> {
    let mut found: Vec<&MediaType> = Vec::new();
    for response in successes(operation) {
        let groups = representation::groups(&response.content, types);
        for one in groups.notations {
            report_notation(one, types);
        }
        for (index, group) in groups.groups.iter().enumerate() {
            if index > 0 || is_open(group) {
                found.extend(&group.all);
            }
        }
    }
    let mut names = Vec::new();
    found.retain(|one| {
        let is_new = !names.contains(&one.name.as_str());
        names.push(&one.name);
        is_new
    });
    found
}

fn successes(operation: &Operation) -> impl Iterator<Item = &Response> {
    let given = row::given(operation).into_iter();
    given.filter(|one| !one.status.is_redirect() && has_body(operation, one))
}

/// Whether an answer in the preferred representation may come in several.
fn is_open(group: &Group<'_>) -> bool {
    let is_json = matches!(group.read, Read::Json | Read::JsonOrText);
    !is_json && group.all.len() > 1
}

/// The other representations of successes than these, and how they are read.
pub(super) fn others<'o>(
    operation: &'o Operation,
    asked: &[&MediaType],
    types: &Types<'_>,
) -> Vec<(Read, &'o MediaType)> {
    let mut others = Vec::new();
    for response in successes(operation) {
        for group in representation::groups(&response.content, types).groups {
            let all = group.all.iter().map(|one| (group.read, *one));
            others.extend(all.filter(|(_, one)| asked.iter().all(|other| other.name != one.name)));
        }
    }
    others
}

fn report_notation(one: &MediaType, types: &mut Types<'_>) {
    let place = types.key_place(&one.at);
    let message = "this representation is not asked for, since there is JSON";
    types.report(
        Diagnostic::new(Code::Ignored, place, message)
            .help("nothing needs to change: the JSON says the same, or say it by `x-outspoken`"),
    );
}
