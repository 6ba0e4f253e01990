//! Documents that nobody wrote: real ones with something changed.

mod text;
mod tree;
mod write;

use std::path::PathBuf;

use crate::{
    hostile,
    random::Random,
    seeds::{self, Seed},
};

/// A document of a run.
#[derive(Debug, Clone)]
pub struct Mutated {
    /// What it should be called.
    pub name: String,
    /// What is in it, UTF-8 or not.
    pub bytes: Vec<u8>,
}

/// What mutations are made of.
#[derive(Debug, Clone)]
pub struct Mutator {
    /// Where most of them start: documents that are accepted as they are.
    pub good: Vec<Seed>,
    /// Where the others start.
    pub others: Vec<Seed>,
    /// What they put in.
    pub hostile: Vec<String>,
}

impl Mutator {
    /// The documents of this repository, and those of other folders.
    ///
    /// # Errors
    /// When something cannot be read.
    pub fn new(corpus: &[PathBuf]) -> Result<Self, String> {
        let folder = |path: &str| seeds::root().join(path);
        let good = ["specs", "tests/fixtures/accept", "tests/fixtures/parity"].map(folder);
        let mut others = corpus.to_vec();
        others.push(folder("tests/fixtures/reject"));
        let load = |folders: &[PathBuf]| {
            seeds::load(folders, seeds::MOST).map_err(|error| error.to_string())
        };
        Ok(Self {
            good: load(&good)?,
            others: load(&others)?,
            hostile: hostile::texts()?,
        })
    }

    /// The document of this number. It depends on nothing but the seed, the number and the documents
    /// that it starts from.
    #[must_use]
    pub fn document(&self, seed: u64, number: u64) -> Mutated {
        let mut random = Random::new(seed, number);
        let Some(start) = self.start(&mut random) else {
            return Mutated {
                name: "empty.yaml".to_owned(),
                bytes: Vec::new(),
            };
        };
        let (text, as_json) = match &start.tree {
            // Most faults of people are faults of the tree; those of bytes end in the parser.
            Some(tree) if !random.once_in(3) => {
                let tree = self.tree(tree.clone(), &mut random);
                let as_json = random.once_in(2);
                let text = if as_json {
                    write::json(&tree)
                } else {
                    write::yaml(&tree)
                };
                (text, as_json)
            }
            _ => (
                start.text.clone(),
                start
                    .path
                    .extension()
                    .is_some_and(|ending| ending == "json"),
            ),
        };
        let mut bytes = text.into_bytes();
        if start.tree.is_none() || random.once_in(3) {
            for _ in 0..=random.below(4) {
                self.bytes(&mut bytes, &mut random);
            }
        }
        let ending = if as_json { "json" } else { "yaml" };
        Mutated {
            name: format!("mutated.{ending}"),
            bytes,
        }
    }

    /// A document to start from.
    fn start(&self, random: &mut Random) -> Option<&Seed> {
        let good = self.others.is_empty() || !random.once_in(4);
        random.pick(if good { &self.good } else { &self.others })
    }
}
