//! Bodies of one of several media types.

use super::{
    super::{code_span::code_span, name, types::Types},
    Bodies, file,
};
use crate::{
    collection::order,
    ir::{self, Type, Writing},
    model::{MediaType, Representation, RequestBody, SchemaId, Shape},
    notes::NameKind,
};

/// A representation among which there is something to choose.
pub(super) struct Alternative {
    pub(super) content: MediaType,
    /// What it is called, where the media type does not say.
    label: Option<String>,
}

/// The representations among which there is something to choose. Several names of JSON with one
/// schema are one: `application/json` goes before its other spellings and before ranges.
pub(super) fn alternatives(body: &RequestBody, types: &Types<'_>) -> Vec<Alternative> {
    let is_alias = |one: &MediaType| {
        let is_vague = one.is_range() || one.essence() == "text/json";
        one.representation == Representation::Json && is_vague
    };
    let same = |one: &MediaType, other: &MediaType| match (one.schema, other.schema) {
        (Some(one), Some(other)) => types.are_alike(one, other),
        (one, other) => one == other,
    };
    let names = body.content.iter().filter(|one| !is_alias(one));
    let aliases = body.content.iter().filter(|one| is_alias(one));
    let mut kept: Vec<&MediaType> = Vec::new();
    for one in names.chain(aliases) {
        let is_said = is_alias(one)
            && kept
                .iter()
                .any(|other| other.representation == Representation::Json && same(other, one));
        if !is_said {
            kept.push(one);
        }
    }
    order::sort_by_key(&mut kept, |one| {
        body.content.iter().position(|other| other.name == one.name)
    });
    kept.into_iter()
        .flat_map(|one| members(one, types))
        .collect()
}

/// Where parts with files have one of several schemas, each is an alternative.
fn members(content: &MediaType, types: &Types<'_>) -> Vec<Alternative> {
    let with = |schema: Option<SchemaId>| MediaType {
        schema,
        ..content.clone()
    };
    let shape = content.schema.map(|schema| &types.meant(schema).shape);
    if let Some(Shape::Choice(choice)) = shape {
        let has_files = |id: &SchemaId| file::upload(types, &with(Some(*id))).is_some();
        if choice.members.iter().any(has_files) {
            let each = choice.members.iter().map(|id| Alternative {
                content: with(Some(*id)),
                label: Some(types.variant_of(types.meant_id(*id), "Multipart")),
            });
            return each.collect();
        }
    }
    vec![Alternative {
        content: content.clone(),
        label: None,
    }]
}

impl Bodies {
    /// An enum with a variant for each representation.
    pub(super) fn choice(
        &mut self,
        body: &RequestBody,
        alternatives: &[Alternative],
        owner: &str,
        types: &mut Types<'_>,
    ) -> (Type, Writing) {
        if let Some(name) = self.choices.get(&body.at) {
            return (Type::Choice(name.clone()), Writing::Own);
        }
        let owner = owner.trim_end_matches('_');
        let natural = format!("{owner}Body");
        let natural = name::shared(&body.at, &natural).unwrap_or(natural);
        let base = natural.strip_suffix("Body").unwrap_or(owner).to_owned();
        let name = types.claimed(None, natural, &body.at);
        self.choices.insert(body.at.clone(), name.clone());
        let mut names = name::Scope::variants(&["Self"]);
        let mut variants: Vec<ir::Alternative> = Vec::new();
        for Alternative { content, label } in alternatives {
            let wanted = label.clone().unwrap_or_else(|| variant_name(content));
            let variant = names.claim(wanted.clone());
            types.note_name(name::Given {
                kind: NameKind::Variant,
                text: None,
                natural: &wanted,
                name: &variant,
                within: &format!("types::{name}"),
                place: types.key_place(&content.at),
            });
            let own = format!("{base}{variant}");
            let (ty, writing) = self.representation(content, &own, types);
            variants.push(ir::Alternative {
                name: variant,
                docs: vec![format!("{}.", code_span(&content.name))],
                ty,
                writing,
                is_only: true,
            });
        }
        let all: Vec<Type> = variants.iter().map(|variant| variant.ty.clone()).collect();
        for variant in &mut variants {
            let twins = all.iter().filter(|ty| **ty == variant.ty).count();
            variant.is_only = twins == 1 && !matches!(variant.ty, Type::Optional(_));
        }
        let mut docs = types.docs(&body.at, body.description.as_deref(), 1);
        if docs.is_empty() {
            docs.push("A body of one of several kinds.".to_owned());
        }
        let item = ir::Choice {
            name: name.clone(),
            docs,
            variants,
        };
        self.items.insert(name.clone(), ir::BodyItem::Choice(item));
        (Type::Choice(name), Writing::Own)
    }
}

/// A variant is called as people call the format.
fn variant_name(content: &MediaType) -> String {
    let essence = content.essence();
    let (kind, subtype) = essence.split_once('/').unwrap_or_default();
    match (kind, subtype) {
        ("*", _) => "Any".to_owned(),
        (kind, "*") => format!("Any{}", name::type_name(kind)),
        ("application", "x-www-form-urlencoded") => "Form".to_owned(),
        ("multipart", "form-data") => "Multipart".to_owned(),
        ("application", "octet-stream") => "Bytes".to_owned(),
        ("text", "plain") => "Text".to_owned(),
        (_, subtype) => {
            let bare = subtype.strip_prefix("x-").unwrap_or(subtype);
            name::type_name(bare.strip_prefix("*+").unwrap_or(bare))
        }
    }
}
