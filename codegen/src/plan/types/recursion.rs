//! Types that hold themselves: boxed where they would have no size.

use indexmap::IndexSet;

use crate::{
    collection::Table,
    collection::order,
    ir::{Presence, Type, TypeItem},
};

/// Boxes what stands in a circle of direct containment, and names a type of each circle that no
/// value can leave, because all of it is required.
pub(super) fn resolve(items: &mut [TypeItem]) -> Vec<String> {
    let circles = circles(&graph(items, false));
    for item in items.iter_mut() {
        let own = circles.get(item.name()).copied();
        for ty in held_mut(item) {
            box_within(ty, own, &circles);
        }
    }
    // All are in the order of their names, and so the first of each circle is.
    let circles = self::circles(&graph(items, true));
    let mut seen = IndexSet::new();
    let names = items.iter().map(TypeItem::name);
    let firsts = names.filter(|name| circles.get(*name).is_some_and(|one| seen.insert(*one)));
    firsts.map(str::to_owned).collect()
}

/// Which types each type holds.
pub(super) type Graph = Table<String, Vec<String>>;

/// Which types a type holds directly; with `always`, only those without which it has no value.
fn graph(items: &[TypeItem], always: bool) -> Graph {
    let edges = items.iter().map(|item| {
        let mut held: Vec<_> = match item {
            TypeItem::Struct(item) => {
                let fields = item
                    .fields
                    .iter()
                    .filter(|field| !always || field.presence == Presence::Required);
                fields.filter_map(|field| held(&field.ty, always)).collect()
            }
            // A blank of a union is a blank of its first member, or of none.
            TypeItem::Union(item) => {
                let count = match (always, &item.other) {
                    (true, Some(_)) => 0,
                    (true, None) => 1,
                    (false, _) => usize::MAX,
                };
                item.members
                    .iter()
                    .take(count)
                    .filter_map(|member| held(&member.ty, always))
                    .collect()
            }
            TypeItem::Alias(_) | TypeItem::StringEnum(_) | TypeItem::IntegerEnum(_) => Vec::new(),
        };
        order::sort(&mut held);
        held.dedup();
        (item.name().to_owned(), held)
    });
    edges.collect()
}

fn held(ty: &Type, always: bool) -> Option<String> {
    match ty {
        Type::Named(name) => Some(name.clone()),
        Type::Optional(ty) if !always => held(ty, always),
        Type::Boxed(ty) => held(ty, always),
        _ => None,
    }
}

/// The circle in which each type stands, for those that stand in one: types that reach each other.
fn circles(graph: &Graph) -> Table<String, usize> {
    let backwards = reversed(graph);
    let mut circles = Table::new();
    let mut done = IndexSet::new();
    for start in finishing_order(graph).iter().rev() {
        let mut circle = Vec::new();
        let mut open = vec![start.as_str()];
        while let Some(name) = open.pop() {
            if done.insert(name.to_owned()) {
                circle.push(name.to_owned());
                open.extend(
                    backwards
                        .get(name)
                        .into_iter()
                        .flatten()
                        .map(String::as_str),
                );
            }
        }
        let holds_itself = |name: &String| graph.get(name).is_some_and(|held| held.contains(name));
        if circle.len() > 1 || circle.iter().any(holds_itself) {
            let number = circles.len();
            circles.extend(circle.into_iter().map(|name| (name, number)));
        }
    }
    circles
}

fn reversed(graph: &Graph) -> Graph {
    let mut reversed = Graph::new();
    for (name, held) in graph {
        for other in held {
            reversed.get_or_default(other.clone()).push(name.clone());
        }
    }
    reversed
}

/// The names in the order in which a depth-first walk leaves them.
pub(super) fn finishing_order(graph: &Graph) -> Vec<String> {
    let mut order = Vec::new();
    let mut seen = IndexSet::new();
    for start in graph.keys() {
        let mut open = vec![(start, false)];
        while let Some((name, left)) = open.pop() {
            if left {
                order.push(name.clone());
            } else if seen.insert(name.clone()) {
                open.push((name, true));
                open.extend(
                    graph
                        .get(name)
                        .into_iter()
                        .flatten()
                        .map(|held| (held, false)),
                );
            }
        }
    }
    order
}

/// The types that it holds directly: values of a map are elsewhere.
fn held_mut(item: &mut TypeItem) -> Vec<&mut Type> {
    match item {
        TypeItem::Struct(item) => item.fields.iter_mut().map(|field| &mut field.ty).collect(),
        TypeItem::Union(item) => item
            .members
            .iter_mut()
            .map(|member| &mut member.ty)
            .collect(),
        TypeItem::Alias(_) | TypeItem::StringEnum(_) | TypeItem::IntegerEnum(_) => Vec::new(),
    }
}

fn box_within(ty: &mut Type, own: Option<usize>, circles: &Table<String, usize>) {
    match ty {
        Type::Named(name) if own.is_some() && circles.get(name).copied() == own => {
            *ty = Type::Boxed(Box::new(ty.clone()));
        }
        Type::Optional(inner) => box_within(inner, own, circles),
        _ => {}
    }
}
