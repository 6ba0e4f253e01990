//! Variants of their own for what one documented response can say.

use indexmap::IndexSet;

use super::{
    super::{
        name,
        responses::{groups, has_body},
        room::lines,
        types::Types,
    },
    predicate::tagged,
    variants::{Called, Variants},
};
use crate::{
    diagnostic::{Code, Diagnostic},
    ir::{ByCode, Read, Tag},
    model::{Operation, Response, SchemaId, Status},
};

/// A code in the table, beside its variant.
const LINES: usize = 1;

/// More variants of one operation are no help to anyone.
const MOST: usize = 1000;

/// The variants by what tells them apart in the body, where there is more than one way to fail. Where
/// the response has a variant of its own, one code more says nothing.
pub(super) fn by_code(
    operation: &Operation,
    response: &Response,
    owner: &str,
    variants: &mut Variants,
    types: &mut Types<'_>,
) -> Option<ByCode> {
    let body = json_body(operation, response, types)?;
    let api = types.api();
    let codes = types.recognized.codes(api, body)?;
    let least = if response.status == Status::Any { 1 } else { 2 };
    if codes.values.len() < least {
        return None;
    }
    if variants.count() + codes.values.len() > MOST {
        let place = types.key_place(&response.at);
        let message = format!("its codes are no variants: an operation has at most {MOST}");
        let help = "nothing needs to change: `code()` says which it is";
        types.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        return None;
    }
    let texts: Vec<String> = codes.values.iter().map(|(tag, _)| text(tag)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    if !types.take(
        &response.at,
        LINES * texts.len() + lines(texts.iter().copied(), 2),
    ) {
        return None;
    }
    let names = name::Scope::variants(&[]).claim_all(&texts, name::type_name);
    let common = common(operation, response, body, types);
    let status = match response.status {
        Status::Exact(code) => Some(name::variant_of_status(code)),
        Status::Range(class) => Some(name::variant_of_range(class)),
        Status::Any => None,
    };
    let (mut values, mut taken) = (Vec::new(), IndexSet::new());
    for (((tag, of), name), text) in codes.values.iter().zip(names).zip(texts) {
        let is_whole = types.api().schemas.meant(body) == types.api().schemas.meant(*of);
        let own = if is_whole { "ErrorBody" } else { &name };
        let shared = name::shared(types.place_of(*of), own);
        let payload = types.body(*of, &shared.unwrap_or_else(|| format!("{owner}{own}")));
        let called = Called {
            code: name::type_name(text),
            name,
            status: status.clone(),
            is_common: common.contains(tag),
        };
        let variant = variants.recognized(&called, payload, &response.at, &mut taken, types);
        values.push((tagged(tag), variant));
    }
    Some(ByCode {
        at: codes.at.clone(),
        values,
    })
}

/// The codes that the response for any other status lists, too, in another body than this.
fn common(
    operation: &Operation,
    response: &Response,
    body: SchemaId,
    types: &mut Types<'_>,
) -> IndexSet<Tag> {
    let is_other = |one: &&Response| one.status == Status::Any && response.status != Status::Any;
    let other = operation.responses.iter().find(is_other);
    let other = other.and_then(|other| json_body(operation, other, types));
    let api = types.api();
    let other = other.filter(|other| api.schemas.meant(*other) != api.schemas.meant(body));
    let codes = other.and_then(|other| types.recognized.codes(api, other));
    let codes = codes.iter().flat_map(|codes| &codes.values);
    codes.map(|(tag, _)| tag.clone()).collect()
}

/// What a code is called after. Of a URI, as in `type` of problem details (RFC 9457 §3.1.1), the end.
fn text(tag: &Tag) -> String {
    match tag {
        Tag::Bool(flag) => flag.to_string(),
        Tag::Integer(integer) if *integer < 0 => format!("Code minus {}", integer.unsigned_abs()),
        Tag::Integer(integer) => format!("Code {integer}"),
        Tag::Text(text) if text.contains("://") || text.starts_with("urn:") => {
            let mut parts = text.rsplit(['/', '#', ':']);
            let end = parts.find(|part| !part.is_empty());
            end.unwrap_or(text).to_owned()
        }
        Tag::Text(text) => text.clone(),
    }
}

/// The schema of a response's body, if that is JSON.
pub(super) fn json_body(
    operation: &Operation,
    response: &Response,
    types: &Types<'_>,
) -> Option<SchemaId> {
    if !has_body(operation, response) {
        return None;
    }
    let groups = groups(&response.content, types).groups;
    let first = groups.first().filter(|group| group.read == Read::Json)?;
    first.first.schema
}
