//! Types that differ by name alone: one of them is defined, and the others are names for it.
//!
//! Only types that are called after their place are looked at. What the document or the user has a name
//! for is a type of its own, however much others look like it, so that a component that is added or
//! renamed changes no other type. Each place keeps its name; which of them is the type's own shows in
//! what `Debug` prints, in faults of reading, and in what the compiler says.

use std::fmt::Write;

use indexmap::IndexSet;

use super::recursion::{Graph, finishing_order};
use crate::{
    collection::Table,
    ir::{Alias, BodyItem, DefaultValue, ErrorEnum, SharedErrors, Type, TypeItem},
};

/// A type that is called after its place.
pub(super) struct Placed<'n> {
    pub(super) name: &'n str,
    /// Whether callers send it: members of what is only read can be there in fewer ways.
    pub(super) is_sent: bool,
}

/// Types that may be like others, by name, and whether callers send them.
type Candidates<'i> = Table<&'i str, (&'i TypeItem, bool)>;

/// The types that stay apart: those that become a body of several representations by `From`, which one
/// type cannot do twice, and the bodies of errors, which are printed most.
pub(in crate::plan) fn apart(
    bodies: &[BodyItem],
    errors: &[ErrorEnum],
    shared: &[SharedErrors],
) -> IndexSet<String> {
    let choices = bodies.iter().filter_map(|body| match body {
        BodyItem::Choice(choice) => Some(&choice.variants),
        BodyItem::Upload(_) => None,
    });
    let alternatives = choices.flatten().map(|variant| &variant.ty);
    let own = errors.iter().map(|error| &error.variants);
    let variants = own.chain(shared.iter().map(|error| &error.variants));
    let payloads = variants
        .flatten()
        .filter_map(|variant| variant.payload.as_ref());
    let defaults = errors.iter().filter_map(|error| error.default.as_ref());
    let all = alternatives.chain(payloads).chain(defaults);
    let named = all.filter_map(|ty| match ty.leaf() {
        Type::Named(name) => Some(name.clone()),
        _ => None,
    });
    named.collect()
}

/// Leaves one of those that are the same: the first of them, in the order in which they are given.
pub(super) fn unite(items: &mut [TypeItem], placed: &[Placed<'_>], apart: &IndexSet<String>) {
    let placed = placed.iter().filter(|one| !apart.contains(one.name));
    let placed: Table<&str, bool> = placed.map(|one| (one.name, one.is_sent)).collect();
    let mut outlines: Table<String, usize> = Table::new();
    for item in items.iter().filter(|one| placed.contains_key(one.name())) {
        *outlines.get_or_default(outline(item)) += 1;
    }
    let found = items.iter().filter_map(|item| {
        let is_sent = placed.get(item.name())?;
        let has_others = outlines.get(&outline(item)).is_some_and(|count| *count > 1);
        has_others.then_some((item.name(), (item, *is_sent)))
    });
    let candidates: Candidates<'_> = found.collect();
    let classes = classes(&candidates);
    let mut groups: Table<usize, Group> = Table::new();
    for name in placed.keys() {
        let found = classes.get(*name).zip(candidates.get(*name));
        if let Some((class, (item, _))) = found {
            let group = groups.get_or(*class, || Group {
                first: (*name).to_owned(),
                docs: item.docs().to_vec(),
                agree: true,
            });
            group.agree &= item.docs() == group.docs;
        }
    }
    for item in items {
        let group = classes.get(item.name()).and_then(|class| groups.get(class));
        if let Some(group) = group {
            group.name(item);
        }
    }
}

/// Types that are the same.
struct Group {
    /// The one that is defined.
    first: String,
    /// What is said of it.
    docs: Vec<String>,
    /// Whether the same is said of all of them.
    agree: bool,
}

impl Group {
    /// Makes a type what it is in the group. Documentation shows what is said of the first with each
    /// name, so that nothing is said there where they do not agree.
    fn name(&self, item: &mut TypeItem) {
        let (name, docs) = item.head_mut();
        let is_first = *name == self.first;
        if self.agree != is_first {
            docs.clear();
        }
        if !is_first {
            *item = TypeItem::Alias(Alias {
                name: std::mem::take(name),
                docs: std::mem::take(docs),
                of: self.first.clone(),
            });
        }
    }
}

/// What each type is, as a number that those which are the same have in common.
fn classes(candidates: &Candidates<'_>) -> Table<String, usize> {
    let held = |item: &TypeItem| {
        let leaves = item.types().into_iter().map(Type::leaf);
        let named = leaves.filter_map(|leaf| match leaf {
            Type::Named(name) if candidates.contains_key(name.as_str()) => Some(name.clone()),
            _ => None,
        });
        named.collect()
    };
    let graph = candidates.iter();
    let graph: Graph = graph
        .map(|(name, (item, _))| ((*name).to_owned(), held(item)))
        .collect();
    let mut numbers: Table<String, usize> = Table::new();
    let mut classes = Table::new();
    // What a type holds has its number before it, but for those that hold themselves: they are like none.
    for name in finishing_order(&graph) {
        if let Some((item, is_sent)) = candidates.get(name.as_str()) {
            let is_enum = matches!(item, TypeItem::StringEnum(_) | TypeItem::IntegerEnum(_));
            let next = numbers.len();
            let text = format!("{} {}", *is_sent && !is_enum, text(item, &classes));
            classes.insert(name, *numbers.get_or(text, || next));
        }
    }
    classes
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

/// All of a type but its head, with numbers in the place of names that have one.
fn text(item: &TypeItem, classes: &Table<String, usize>) -> String {
    let mut item = item.clone();
    let (name, docs) = item.head_mut();
    name.clear();
    docs.clear();
    let number = |name: &mut String| {
        if let Some(class) = classes.get(name) {
            // No name of a type begins so.
            *name = format!("#{class}");
        }
    };
    for ty in item.types_mut() {
        if let Type::Named(name) = ty.leaf_mut() {
            number(name);
        }
    }
    if let TypeItem::Struct(item) = &mut item {
        let defaults = item.fields.iter_mut();
        for default in defaults.filter_map(|field| field.default.as_mut()) {
            if let DefaultValue::Variant(of, _) = &mut default.value {
                number(of);
            }
        }
    }
    format!("{item:?}")
}
