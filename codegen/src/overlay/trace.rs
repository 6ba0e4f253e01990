//! Where the values of an overlaid tree stand in texts.

use std::{collections::BTreeMap, sync::Arc};

use crate::diagnostic::{At, Diagnostic, Diagnostics, On, Origin, Place, Pointer};

/// Where a value and those below it come from, as far as an overlay changed that: what was not touched
/// has none.
#[derive(Debug, Clone, Default)]
pub(super) struct Trace {
    pub(super) from: From,
    pub(super) below: Below,
}

/// Where a value comes from.
#[derive(Debug, Clone, Default)]
pub(super) enum From {
    /// From where its neighbours would say: the same key below where they all stand.
    #[default]
    Here,
    /// An item of the list that it is in, which was this one of it.
    Item(usize),
    /// From elsewhere, with its key.
    Moved(Origin),
    /// From elsewhere, but its key is where it was before.
    Replaced(Origin, Box<From>),
}

/// The values below one, by key or index. They are boxed since most have but one.
#[derive(Debug, Clone, Default)]
pub(super) struct Below {
    pub(super) members: BTreeMap<String, Box<Trace>>,
    pub(super) items: BTreeMap<usize, Box<Trace>>,
}

impl Trace {
    fn child(&self, token: &str) -> Option<&Self> {
        let member = self.below.members.get(token);
        let known = member.or_else(|| self.below.items.get(&token.parse().ok()?));
        known.map(|trace| &**trace)
    }
}

impl From {
    /// From elsewhere from now on, but for its key.
    pub(super) fn replaced(before: Self, origin: Origin) -> Self {
        let before = match before {
            Self::Replaced(_, before) => before,
            other => Box::new(other),
        };
        Self::Replaced(origin, before)
    }

    /// Notes that it was this item of the list that it is in, unless it is known to come from elsewhere.
    pub(super) fn was_item(&mut self, index: usize) {
        match self {
            Self::Here => *self = Self::Item(index),
            Self::Replaced(_, before) => before.was_item(index),
            Self::Item(_) | Self::Moved(_) => {}
        }
    }

    /// Where a value stands, and where its key does; `usual` is where its neighbours would say.
    pub(super) fn places(&self, parent: &Origin, usual: Origin) -> (Origin, Origin) {
        match self {
            Self::Here => (usual.clone(), usual),
            Self::Item(index) => (parent.index(*index), parent.index(*index)),
            Self::Moved(origin) => (origin.clone(), origin.clone()),
            Self::Replaced(origin, before) => (origin.clone(), before.places(parent, usual).1),
        }
    }
}

/// Where what stands in an overlaid document comes from.
#[derive(Debug, Clone)]
pub(crate) struct Traces {
    pub(super) document: Arc<str>,
    pub(super) root: Trace,
    /// Nothing was changed, and so nothing is elsewhere.
    pub(super) is_plain: bool,
}

impl Traces {
    pub(super) fn new(document: &Arc<str>) -> Self {
        Self {
            document: Arc::clone(document),
            root: Trace::default(),
            is_plain: true,
        }
    }

    /// Whether all stands where it did.
    pub(crate) fn are_plain(&self) -> bool {
        self.is_plain
    }

    /// Where a place of the overlaid document is in a text.
    pub(crate) fn place(&self, place: Place) -> Place {
        if self.is_plain || place.file != self.document {
            return place;
        }
        match place.at {
            At::Node(pointer, On::Value) => self.origin(&pointer).0.value(),
            At::Node(pointer, On::Key) => self.origin(&pointer).1.key(),
            At::InKey(pointer, offset) => {
                let Origin { file, pointer } = self.origin(&pointer).1;
                Place {
                    file,
                    at: At::InKey(pointer, offset),
                }
            }
            At::File | At::Text(_) => place,
        }
    }

    /// The same of all that there is to say.
    pub(crate) fn diagnostics(&self, all: Diagnostics) -> Diagnostics {
        if self.is_plain {
            return all;
        }
        all.moved(|diagnostic| {
            let related = diagnostic.related.into_iter();
            Diagnostic {
                place: self.place(diagnostic.place),
                related: related
                    .map(|(place, label)| (self.place(place), label))
                    .collect(),
                ..diagnostic
            }
        })
    }

    /// What is known of a value, if it is anything.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<&Trace> {
        let mut tokens = pointer.tokens();
        tokens.try_fold(&self.root, |trace, token| trace.child(&token))
    }

    /// Where a value stands, and where its key does.
    pub(super) fn origin(&self, pointer: &Pointer) -> (Origin, Origin) {
        let root = Origin::root(&self.document);
        let mut here = (root.clone(), root);
        let mut trace = Some(&self.root);
        for token in pointer.tokens() {
            trace = trace.and_then(|trace| trace.child(&token));
            let (parent, _) = here;
            let usual = parent.child(&token);
            here = match trace {
                Some(trace) => trace.from.places(&parent, usual),
                None => (usual.clone(), usual),
            };
        }
        here
    }
}
