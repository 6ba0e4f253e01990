//! Types that differ by name alone: one of them is defined, and the others are names for it.
//!
//! Only types that are called after their place give way. What the document calls a type is one, however
//! much others look like it; and each place keeps its name, so that nobody finds a type that is called
//! after another place.

use std::fmt::Write;

use indexmap::{IndexMap, IndexSet};

use crate::ir::{self, Alias, BodyItem, Type, TypeItem};

/// How often it is looked what holds what is the same by then: real documents are done sooner.
const ROUNDS: usize = 8;

/// A type, and whether it may become a name for another.
pub(super) struct Candidate<'n> {
    pub(super) name: &'n str,
    pub(super) gives_way: bool,
}

/// Leaves one of those that are the same, the first of the candidates.
pub(super) fn unite(items: &mut [TypeItem], candidates: &[Candidate<'_>], bodies: &[BodyItem]) {
    let at = items.iter().enumerate();
    let at: IndexMap<&str, usize> = at.map(|(at, item)| (item.name(), at)).collect();
    let apart = apart(bodies);
    let mut groups: IndexMap<String, Vec<Member>> = IndexMap::new();
    for candidate in candidates {
        let Some(at) = at.get(candidate.name).copied() else {
            continue;
        };
        let Some(item) = items.get(at) else {
            continue;
        };
        groups.entry(outline(item)).or_default().push(Member {
            at,
            gives_way: candidate.gives_way && !apart.contains(candidate.name),
        });
    }
    groups.retain(|_, members| members.len() > 1 && members.iter().any(|one| one.gives_way));
    let same = same(items, groups.into_values().collect());
    for item in items {
        if let Some(of) = same.get(item.name()) {
            *item = alias(item, of);
        }
    }
}

/// A type of a group: which one it is.
struct Member {
    at: usize,
    gives_way: bool,
}

/// Types that become a body of several representations by `From`, which one type cannot do twice.
fn apart(bodies: &[BodyItem]) -> IndexSet<&str> {
    let choices = bodies.iter().filter_map(|body| match body {
        BodyItem::Choice(choice) => Some(&choice.variants),
        BodyItem::Upload(_) => None,
    });
    let leaves = choices.flatten().map(|variant| variant.ty.leaf());
    let named = leaves.filter_map(|leaf| match leaf {
        Type::Named(name) => Some(name.as_str()),
        _ => None,
    });
    named.collect()
}

/// The names that give way, and for which type each of them does.
fn same(items: &[TypeItem], mut groups: Vec<Vec<Member>>) -> IndexMap<String, String> {
    let mut same: IndexMap<String, String> = IndexMap::new();
    for _ in 0..ROUNDS {
        let mut found: IndexMap<String, String> = IndexMap::new();
        for members in &mut groups {
            let mut firsts: IndexMap<String, &str> = IndexMap::new();
            members.retain(|member| {
                let Some(item) = items.get(member.at) else {
                    return false;
                };
                let text = text(item, &same);
                match firsts.get(&text) {
                    Some(first) if member.gives_way => {
                        found.insert(item.name().to_owned(), (*first).to_owned());
                        false
                    }
                    Some(_) => true,
                    None => {
                        firsts.insert(text, item.name());
                        true
                    }
                }
            });
        }
        if found.is_empty() {
            break;
        }
        for of in same.values_mut() {
            if let Some(further) = found.get(of) {
                further.clone_into(of);
            }
        }
        same.extend(found);
    }
    same
}

/// What types that are the same have in common at least: few others have it.
fn outline(item: &TypeItem) -> String {
    let mut text = String::new();
    match item {
        TypeItem::Struct(item) => {
            for field in &item.fields {
                let _ = write!(text, "{} ", field.wire);
            }
        }
        TypeItem::StringEnum(item) => {
            for value in &item.values {
                let _ = write!(text, "={} ", value.wire);
            }
        }
        TypeItem::IntegerEnum(item) => {
            for (_, value) in &item.values {
                let _ = write!(text, "#{value} ");
            }
        }
        TypeItem::Union(item) => {
            for member in &item.members {
                let _ = write!(text, "|{} ", member.name);
            }
        }
        TypeItem::Alias(item) => text.clone_from(&item.name),
    }
    text
}

/// All of a type but its head, with what is the same by one name.
fn text(item: &TypeItem, same: &IndexMap<String, String>) -> String {
    let mut item = item.clone();
    let (name, docs) = item.head_mut();
    name.clear();
    docs.clear();
    let rename = |name: &mut String| {
        if let Some(of) = same.get(name) {
            of.clone_into(name);
        }
    };
    for ty in item.types_mut() {
        if let Type::Named(name) = ty.leaf_mut() {
            rename(name);
        }
    }
    if let TypeItem::Struct(item) = &mut item {
        for default in item
            .fields
            .iter_mut()
            .filter_map(|one| one.default.as_mut())
        {
            if let ir::DefaultValue::Variant(of, _) = &mut default.value {
                rename(of);
            }
        }
    }
    format!("{item:?}")
}

/// The name of a type that is defined under another.
fn alias(item: &mut TypeItem, of: &str) -> TypeItem {
    let (name, docs) = item.head_mut();
    let mut docs = std::mem::take(docs);
    if docs.is_empty() {
        docs.push(format!("The same as [`{of}`]."));
    }
    TypeItem::Alias(Alias {
        name: std::mem::take(name),
        docs,
        of: Type::Named(of.to_owned()),
    })
}
