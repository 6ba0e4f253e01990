//! Which file an item is in: files by tag and by letter, where one file would be long.
//!
//! Names of items are one space all the same: each file hands on what is in it.

use std::collections::BTreeMap;

use super::{code_span::code_span, doc, name};
use crate::{
    ir::{BodyItem, ItemFile, TypeItem},
    model::Operation,
};

/// An API with more operations than this has a file for each tag.
const OPERATIONS: usize = 40;

/// An API with more types than this has a file for each first letter.
const TYPES: usize = 100;

/// What a file cannot be called: it is taken, or some system cannot have it.
const TAKEN: &[&str] = &["aux", "con", "mod", "nul", "prn"];

/// Longer names of files help nobody.
const LONGEST: usize = 60;

/// Operations by their first tag, in the order of the document.
pub(super) fn operations(operations: &[Operation]) -> Vec<ItemFile> {
    let mut files = vec![whole("", vec![], 0..0)];
    if operations.len() <= OPERATIONS {
        return vec![whole("", vec![], 0..operations.len())];
    }
    let mut modules = name::Scope::new(TAKEN);
    let mut by_tag = BTreeMap::new();
    for (index, operation) in operations.iter().enumerate() {
        let at = match operation.tags.first() {
            None => 0,
            Some(tag) => *by_tag.entry(tag.as_str()).or_insert_with(|| {
                let docs = doc::own(&format!("The tag {}.", code_span(tag)));
                files.push(whole(&modules.claim(module(tag)), docs, 0..0));
                files.len() - 1
            }),
        };
        if let Some(file) = files.get_mut(at) {
            file.items.push(index);
        }
    }
    files
}

/// Types, and then bodies, by their first letters.
pub(super) fn types(types: &[TypeItem], bodies: &[BodyItem]) -> Vec<ItemFile> {
    let names = types.iter().map(TypeItem::name);
    let names: Vec<&str> = names.chain(bodies.iter().map(BodyItem::name)).collect();
    if names.len() <= TYPES {
        return vec![whole("", vec![], 0..names.len())];
    }
    let mut letters: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.into_iter().enumerate() {
        let letter = name.chars().next().filter(char::is_ascii_alphabetic);
        let letter = letter.map_or("other".to_owned(), |one| one.to_lowercase().to_string());
        letters.entry(letter).or_default().push(index);
    }
    let mut files = vec![whole("", vec![], 0..0)];
    files.extend(letters.into_iter().map(|(letter, items)| ItemFile {
        docs: vec![match letter.as_str() {
            "other" => "Types whose names begin with another letter.".to_owned(),
            letter => format!("Types whose names begin with {}.", letter.to_uppercase()),
        }],
        name: letter,
        items,
    }));
    files
}

fn whole(name: &str, docs: Vec<String>, items: std::ops::Range<usize>) -> ItemFile {
    ItemFile {
        name: name.to_owned(),
        docs,
        items: items.collect(),
    }
}

/// A module for a tag. The compiler looks for no file whose name is not ASCII.
fn module(tag: &str) -> String {
    let name = name::field(tag);
    match name.is_ascii() {
        true => name.chars().take(LONGEST).collect(),
        false => "tag".to_owned(),
    }
}
