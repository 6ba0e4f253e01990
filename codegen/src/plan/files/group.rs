//! Items that are together, and files for those among them whose words begin alike.

use super::{LONGEST, MANY};
use crate::{collection::order, ir::ItemFile, plan::name};

/// Fewer items than this have no file of their own.
const FEW: usize = 12;

/// Files are told apart by no more words than this.
const WORDS: usize = 3;

/// What a file cannot be called: what is beside it uses the name, or some system cannot have it.
const TAKEN: &[&str] = &[
    "aux",
    "con",
    "errors",
    "headers",
    "mod",
    "nul",
    "outputs",
    "outspoken",
    "prn",
    "std",
    "types",
];

/// An item: its position, and the words by which it may be with others.
pub(super) struct Named {
    pub index: usize,
    pub words: Vec<String>,
}

/// What is said of a file whose items begin with these words.
type Docs<'d> = dyn Fn(&[String]) -> Vec<String> + 'd;

/// Items that are together.
pub(super) struct Group {
    /// Their module; empty for the one in which the others are declared.
    pub module: String,
    /// What the names of files begin with that some of them have for themselves.
    pub lead: String,
    pub feature: Option<String>,
    pub docs: Vec<String>,
    pub items: Vec<Named>,
}

/// Files in the making. In the first the others are declared.
pub(super) struct Files {
    modules: name::Scope,
    files: Vec<ItemFile>,
}

impl Files {
    pub(super) fn new() -> Self {
        Self {
            modules: name::Scope::new(TAKEN),
            files: vec![file("", None, vec![], vec![])],
        }
    }

    /// All items in one file.
    pub(super) fn whole(count: usize) -> Vec<ItemFile> {
        vec![file("", None, vec![], (0..count).collect())]
    }

    /// The name of a module that no other has.
    pub(super) fn claim(&mut self, module: String) -> String {
        self.modules.claim(module)
    }

    pub(super) fn finish(self) -> Vec<ItemFile> {
        self.files
    }

    /// The files of a group: one, unless there are too many in it. Then those whose first words are the
    /// same, and which are not few, have files of their own, which `docs` says something of.
    pub(super) fn share(&mut self, group: Group, docs: &Docs<'_>) {
        self.share_by(group, 1, docs);
    }

    fn share_by(&mut self, group: Group, words: usize, docs: &Docs<'_>) {
        let Group {
            module,
            lead,
            feature,
            docs: own,
            mut items,
        } = group;
        let mut parted = Vec::new();
        if items.len() > MANY && words <= WORDS {
            for item in std::mem::take(&mut items) {
                let first: Vec<_> = item.words.iter().take(words).cloned().collect();
                parted.push((first, item));
            }
        }
        for (first, alike) in alike(parted) {
            let led = Some(lead.clone()).filter(|lead| !lead.is_empty());
            let begins = led.into_iter().chain(first.iter().cloned());
            let begins = begins.collect::<Vec<_>>().join("_");
            let is_named = first.len() == words && begins.is_ascii() && begins.len() <= LONGEST;
            if alike.len() < FEW || !is_named || begins == module {
                items.extend(alike);
                continue;
            }
            let part = Group {
                module: self.claim(name::field(&begins)),
                lead: lead.clone(),
                feature: feature.clone(),
                docs: docs(&first),
                items: alike,
            };
            self.share_by(part, words + 1, docs);
        }
        order::sort_by_key(&mut items, |item| item.index);
        self.put(&module, feature, own, items.iter().map(|item| item.index));
    }

    fn put(
        &mut self,
        module: &str,
        feature: Option<String>,
        docs: Vec<String>,
        items: impl Iterator<Item = usize>,
    ) {
        let items: Vec<_> = items.collect();
        match self.files.first_mut() {
            Some(first) if module.is_empty() => first.items.extend(items),
            _ if items.is_empty() => {}
            _ => self.files.push(file(module, feature, docs, items)),
        }
    }
}

/// Items with the same key together, those with the least key first, and in their order.
pub(super) fn alike<K: Ord>(mut items: Vec<(K, Named)>) -> Vec<(K, Vec<Named>)> {
    order::sort_by(&mut items, |(one, _), (other, _)| one.cmp(other));
    let mut found: Vec<(K, Vec<Named>)> = Vec::new();
    for (key, item) in items {
        match found.last_mut() {
            Some((last, alike)) if *last == key => alike.push(item),
            _ => found.push((key, vec![item])),
        }
    }
    found
}

fn file(name: &str, feature: Option<String>, docs: Vec<String>, items: Vec<usize>) -> ItemFile {
    ItemFile {
        name: name.to_owned(),
        feature,
        docs,
        items,
    }
}
