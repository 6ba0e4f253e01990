//! What types derive, as far as they can.

use indexmap::IndexSet;

use crate::{
    Derives,
    collection::Table,
    ir::{Foreign, Type, TypeItem},
};

/// The standard ones, each with those that it takes.
const STANDARD: &[(&str, &[&str])] = &[
    ("Eq", &["Eq"]),
    ("Hash", &["Hash"]),
    ("PartialOrd", &["PartialOrd"]),
    ("Ord", &["Eq", "PartialOrd", "Ord"]),
];

/// Adds to each type what it derives: what is wanted of all, and of it by name. Gives what was
/// wanted by name and cannot be: the type, and what.
pub(super) fn derive(
    items: &mut [TypeItem],
    derives: &Derives,
    named: &Table<String, Vec<String>>,
) -> Vec<(String, String)> {
    let mut impossible = Vec::new();
    if derives.all.is_empty() && named.is_empty() {
        return impossible;
    }
    let cannot = cannot(items);
    for item in items {
        let name = item.name().to_owned();
        let by_name = named.get(&name).into_iter().flatten();
        let all = derives.all.iter().map(|path| &path.0);
        let wanted: Vec<(&String, bool)> = all
            .map(|path| (path, false))
            .chain(by_name.map(|path| (path, true)))
            .collect();
        let has_standard = matches!(item, TypeItem::StringEnum(_) | TypeItem::IntegerEnum(_));
        let Some(extras) = item.extras_mut() else {
            continue;
        };
        for (path, is_by_name) in wanted {
            let standard = STANDARD.iter().find(|(own, _)| own == path);
            let taken = standard.map_or(std::slice::from_ref(path), |_| &[]);
            let parts = standard.map_or(&[][..], |(_, parts)| parts);
            if !parts.is_empty() && has_standard {
                continue;
            }
            let is_possible = parts.iter().all(|part| {
                let types = cannot.get(part);
                types.is_none_or(|types| !types.contains(&name))
            });
            if !is_possible {
                impossible.extend(is_by_name.then(|| (name.clone(), path.clone())));
                continue;
            }
            let all = parts.iter().map(|part| (*part).to_owned());
            for path in all.chain(taken.iter().cloned()) {
                if !extras.derives.contains(&path) {
                    extras.derives.push(path);
                }
            }
        }
    }
    impossible
}

/// The types that cannot have each of the standard ones, because of what they hold.
fn cannot(items: &[TypeItem]) -> Table<&'static str, IndexSet<String>> {
    let mut holders: Table<String, Vec<String>> = Table::new();
    let mut cannot: Table<&'static str, IndexSet<String>> = Table::new();
    for item in items {
        for ty in item.types() {
            match ty.leaf() {
                Type::Named(held) => {
                    let holders = holders.get_or_default(held.clone());
                    holders.push(item.name().to_owned());
                }
                leaf => {
                    for part in lacks(leaf) {
                        cannot.get_or_default(part).insert(item.name().to_owned());
                    }
                }
            }
        }
    }
    for types in cannot.values_mut() {
        let mut open: Vec<String> = types.iter().cloned().collect();
        while let Some(name) = open.pop() {
            for holder in holders.get(&name).into_iter().flatten() {
                if types.insert(holder.clone()) {
                    open.push(holder.clone());
                }
            }
        }
    }
    cannot
}

/// What a type that is no type of the module lacks.
fn lacks(leaf: &Type) -> &'static [&'static str] {
    match leaf {
        Type::F32 | Type::F64 => &["Eq", "Hash", "Ord"],
        Type::Json | Type::Foreign(Foreign::JiffSpan) => &["PartialOrd", "Ord"],
        _ => &[],
    }
}
