//! Which file an item is in: files by tag and by letter, where one file would be long.
//!
//! Names of items are one space all the same: each file hands on what is in it.

use indexmap::IndexMap;

use super::{code_span::code_span, doc, name};
use crate::{
    Config,
    ir::{BodyItem, ItemFile, TypeItem},
    model::Operation,
};

/// An API with more operations than this has a file for each tag.
const OPERATIONS: usize = 40;

/// An API with more types than this has a file for each first letter.
const TYPES: usize = 100;

/// Fewer types than this have no file of their own.
const FEW: usize = 12;

/// Files of types are told apart by no more words than this.
const WORDS: usize = 3;

/// What a file cannot be called: it is taken, or some system cannot have it.
const TAKEN: &[&str] = &["aux", "con", "mod", "nul", "prn"];

/// Longer names of files help nobody.
const LONGEST: usize = 60;

/// Operations by their first tag, in the order of the document.
pub(super) fn operations(operations: &[Operation], config: &Config) -> Vec<ItemFile> {
    let tags = operations.iter().map(|one| one.tags.first());
    let mut files = by_tag(&tags.map(|tag| tag.map(String::as_str)).collect::<Vec<_>>());
    if config.tag_features {
        let dependencies = config.dependencies.keys().map(String::as_str);
        let taken = ["default", "outspoken"].into_iter().chain(dependencies);
        name_features(&mut files, &taken.collect::<Vec<_>>());
    }
    files
}

/// Gives each tag a feature that is called like its file, and like no dependency.
fn name_features(files: &mut [ItemFile], taken: &[&str]) {
    let mut features = name::Scope::new(taken);
    for file in files.iter_mut().filter(|file| !file.name.is_empty()) {
        let feature = name::bare(&file.name).replace('_', "-");
        file.feature = Some(features.claim(feature));
    }
}

fn by_tag(tags: &[Option<&str>]) -> Vec<ItemFile> {
    if tags.len() <= OPERATIONS {
        return vec![whole("", vec![], 0..tags.len())];
    }
    let mut files = vec![whole("", vec![], 0..0)];
    let mut modules = name::Scope::new(TAKEN);
    let mut by_tag = IndexMap::new();
    for (index, tag) in tags.iter().enumerate() {
        let at = match *tag {
            None => 0,
            Some(tag) => *by_tag.entry(tag).or_insert_with(|| {
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

/// Types, and then bodies: by the letter with which their names begin, and where there are still too
/// many, by their first words.
pub(super) fn types(types: &[TypeItem], bodies: &[BodyItem]) -> Vec<ItemFile> {
    let names = types.iter().map(TypeItem::name);
    by_name(
        &names
            .chain(bodies.iter().map(BodyItem::name))
            .collect::<Vec<_>>(),
    )
}

fn by_name(names: &[&str]) -> Vec<ItemFile> {
    if names.len() <= TYPES {
        return vec![whole("", vec![], 0..names.len())];
    }
    let mut letters: IndexMap<String, Vec<Named>> = IndexMap::new();
    for (index, name) in names.iter().enumerate() {
        let letter = name.chars().next().filter(char::is_ascii_alphabetic);
        let letter = letter.map_or("other".to_owned(), |one| one.to_lowercase().to_string());
        let words = name::field(name);
        let words = words.split('_').map(str::to_owned).collect();
        let named = Named { index, words };
        letters.entry(letter).or_default().push(named);
    }
    letters.sort_unstable_keys();
    let mut modules = name::Scope::new(TAKEN);
    let mut files = vec![whole("", vec![], 0..0)];
    for (letter, items) in letters {
        let docs = match letter.as_str() {
            "other" => "Types whose names begin with another letter.".to_owned(),
            one => format!("Types whose names begin with {}.", one.to_uppercase()),
        };
        split(&letter, docs, items, 1, &mut modules, &mut files);
    }
    files
}

/// A type: its position, and the words of its name.
struct Named {
    index: usize,
    words: Vec<String>,
}

/// The files of types whose names begin alike: one, unless there are too many of them. Then those that
/// have so many words in common, and are not few, have files of their own.
fn split(
    module: &str,
    docs: String,
    mut items: Vec<Named>,
    words: usize,
    modules: &mut name::Scope,
    files: &mut Vec<ItemFile>,
) {
    let mut alike: IndexMap<String, Vec<Named>> = IndexMap::new();
    if items.len() > TYPES && words <= WORDS {
        for item in std::mem::take(&mut items) {
            let first: Vec<_> = item.words.iter().take(words).map(String::as_str).collect();
            alike.entry(first.join("_")).or_default().push(item);
        }
    }
    alike.sort_unstable_keys();
    for (first, alike) in alike {
        if alike.len() < FEW || !first.is_ascii() || first.len() > LONGEST || first == module {
            items.extend(alike);
            continue;
        }
        let docs = format!("Types whose names begin with {}.", name::type_name(&first));
        split(&first, docs, alike, words + 1, modules, files);
    }
    items.sort_unstable_by_key(|item| item.index);
    if !items.is_empty() {
        files.push(ItemFile {
            name: modules.claim(name::field(module)),
            feature: None,
            docs: vec![docs],
            items: items.into_iter().map(|item| item.index).collect(),
        });
    }
}

fn whole(name: &str, docs: Vec<String>, items: std::ops::Range<usize>) -> ItemFile {
    ItemFile {
        name: name.to_owned(),
        feature: None,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(files: &[ItemFile]) -> Vec<(&str, usize)> {
        let files = files.iter();
        files
            .map(|file| (file.name.as_str(), file.items.len()))
            .collect()
    }

    #[test]
    fn few_items_are_one_file() {
        assert_eq!(shown(&by_tag(&[Some("a"); 40])), [("", 40)]);
        assert_eq!(shown(&by_name(&["Pet"; 100])), [("", 100)]);
    }

    #[test]
    fn features_are_called_like_tags() {
        let tags = ["code scanning", "default", "type", "rust decimal"];
        let tags: Vec<_> = (0..44).map(|at| tags.get(at % 4).copied()).collect();
        let mut files = by_tag(&tags);
        name_features(&mut files, &["default", "outspoken", "rust-decimal"]);
        let features: Vec<_> = files.iter().map(|file| file.feature.as_deref()).collect();
        let wanted = ["code-scanning", "default2", "type", "rust-decimal2"].map(Some);
        assert_eq!(features, [&[None][..], &wanted].concat());
    }

    #[test]
    fn operations_are_with_their_tag() {
        let tags = [
            Some("Pets & co"),
            None,
            Some("mod"),
            Some("动物"),
            Some("mod"),
        ];
        let tags: Vec<_> = tags.into_iter().cycle().take(50).collect();
        let files = by_tag(&tags);
        let expected = [("", 10), ("pets_co", 10), ("mod2", 20), ("tag", 10)];
        assert_eq!(shown(&files), expected);
        assert_eq!(files[1].docs, ["The tag `Pets & co`."]);
        assert_eq!(files[1].items[..2], [0, 5]);
    }

    #[test]
    fn types_are_by_as_many_words_as_it_takes() {
        let alike = |begin: &str, count: usize| -> Vec<String> {
            (0..count).map(|index| format!("{begin}{index}")).collect()
        };
        let names = [
            alike("BetaResponseItem", 90),
            alike("BetaRun", 30),
            alike("Batch", 10),
            alike("Order", 60),
            alike("_", 1),
        ]
        .concat();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let files = by_name(&names);
        let expected = [
            ("", 0),
            ("beta_response", 90),
            ("beta", 30),
            ("b", 10),
            ("o", 60),
            ("other", 1),
        ];
        assert_eq!(shown(&files), expected);
    }
}
