//! Places of the document at which pointers stand.

use super::bodies::Bodies;
use crate::{
    collection::Table,
    diagnostic::{Origin, Pointer},
    model::{Literal, Mention},
};

/// A pointer where it is written, which may serve many operations.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) mention: &'a Mention,
    pub(super) role: Role<'a>,
    /// Whether it starts at an element of a list.
    pub(super) of_element: bool,
    /// What it is looked up in.
    pub(super) bodies: Bodies,
}

/// What a pointer is for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Role<'a> {
    /// Whether something is there.
    Presence,
    /// Whether it is one of these.
    Equals(&'a [Literal]),
    /// What text is there.
    Text,
    /// Which elements are there.
    List,
    /// What is read as the API's code or message, by its key.
    Place(&'static str),
}

/// All pointers, each place of the document once.
#[derive(Default)]
pub(super) struct Sites<'a> {
    all: Table<&'a Origin, Site<'a>>,
}

impl<'a> Sites<'a> {
    /// A pointer that is looked up in these bodies too.
    pub(super) fn add(
        &mut self,
        mention: &'a Mention,
        role: Role<'a>,
        of_element: bool,
        bodies: &Bodies,
    ) {
        let site = self.all.get_or(&mention.at, || Site {
            mention,
            role,
            of_element,
            bodies: Bodies::default(),
        });
        site.bodies.merge(bodies);
    }

    pub(super) fn finish(self) -> impl Iterator<Item = Site<'a>> {
        self.all.into_values()
    }
}

/// The keys of a pointer, wherever it starts.
pub(super) fn keys(pointer: &str) -> Vec<String> {
    let pointer = Pointer::parse(pointer.strip_prefix('.').unwrap_or(pointer));
    let keys = pointer.as_ref().map(|pointer| pointer.tokens());
    keys.into_iter().flatten().map(Into::into).collect()
}
