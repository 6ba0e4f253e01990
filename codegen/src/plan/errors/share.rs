//! Operations with the same errors have one enum, to which each of them gives its own name.

use super::super::name;
use crate::{
    collection::Table,
    ir::{ErrorEnum, SharedErrors, Variant},
};

/// A name says no more variants than this.
const NAMED: usize = 3;

/// The enums that several operations have: they are called after their variants, so that one more
/// operation changes no name but those that are told apart by a number.
pub(in crate::plan) fn share(
    errors: &mut [ErrorEnum],
    names: &mut name::Scope,
) -> Vec<SharedErrors> {
    let mut shared = Vec::new();
    for alike in alike(errors) {
        let [first, _, ..] = alike[..] else {
            continue;
        };
        let Some(variants) = errors.get(first).map(|one| one.variants.clone()) else {
            continue;
        };
        let name = names.claim(called(&variants));
        for index in alike {
            if let Some(one) = errors.get_mut(index) {
                one.shared = Some(name.clone());
            }
        }
        shared.push(SharedErrors { name, variants });
    }
    shared
}

/// The positions of those that are the same, in the order of the document.
fn alike(errors: &[ErrorEnum]) -> Vec<Vec<usize>> {
    let mut alike: Vec<Vec<usize>> = Vec::new();
    let mut by_names: Table<Vec<&str>, Vec<usize>> = Table::new();
    for (index, one) in errors.iter().enumerate() {
        let names = one.variants.iter().map(|variant| variant.name.as_str());
        let candidates = by_names.get_or_default(names.collect());
        let same = candidates.iter().copied().find(|at| {
            let first = alike.get(*at).and_then(|group| errors.get(*group.first()?));
            first.is_some_and(|first| first.variants == one.variants)
        });
        match same.and_then(|at| alike.get_mut(at)) {
            Some(group) => group.push(index),
            None => {
                candidates.push(alike.len());
                alike.push(vec![index]);
            }
        }
    }
    alike
}

/// A name out of the variants.
fn called(variants: &[Variant]) -> String {
    let names = variants.iter().take(NAMED).map(|one| name::bare(&one.name));
    let names: String = names.map(|name| name.trim_end_matches('_')).collect();
    match variants.len().checked_sub(NAMED) {
        _ if variants.is_empty() => "UnrecognizedError".to_owned(),
        None | Some(0) => format!("{names}Error"),
        Some(more) => format!("{names}And{more}Error"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enumeration(name: &str, variants: &[(&str, &str)]) -> ErrorEnum {
        let variants = variants.iter().map(|(name, meaning)| Variant {
            name: (*name).to_owned(),
            is: String::new(),
            docs: Vec::new(),
            meaning: (*meaning).to_owned(),
            payload: None,
        });
        ErrorEnum {
            name: name.to_owned(),
            method: String::new(),
            variants: variants.collect(),
            default: None,
            shared: None,
        }
    }

    #[test]
    fn what_is_the_same_is_one() {
        let gone = [("NotFound", "gone")];
        let many = [("A", ""), ("B", ""), ("C", ""), ("D", ""), ("E", "")];
        let mut errors = [
            enumeration("A", &gone),
            enumeration("B", &[]),
            enumeration("C", &[("NotFound", "missing")]),
            enumeration("D", &gone),
            enumeration("E", &[]),
            enumeration("F", &many),
            enumeration("G", &many),
        ];
        let mut names = name::Scope::new(&["NotFoundError"]);
        let shared = share(&mut errors, &mut names);
        let names: Vec<_> = shared.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(
            names,
            ["NotFoundError2", "UnrecognizedError", "ABCAnd2Error"]
        );
        let of: Vec<_> = errors.iter().map(|one| one.shared.as_deref()).collect();
        let (gone, none, many) = (Some(names[0]), Some(names[1]), Some(names[2]));
        assert_eq!(of, [gone, none, None, gone, none, many, many]);
    }
}
