//! The actions of an overlay, one after the other, each on what those before it made.

use serde_json::Value;

use super::{
    explain,
    merge::{Merge, Source},
    model::{Action, Modifier, Overlay, Path, Version},
    path,
    picked::{Picked, Trail},
    read::kind,
    remove::{Met, remove},
    room::{Room, Size},
    trace::{Trace, Traces},
};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, Origin, Pointer},
    source::Document,
};

/// Applies overlays to one document.
pub(super) struct Applying<'a> {
    pub(super) document: &'a mut Document,
    pub(super) traces: &'a mut Traces,
    pub(super) room: &'a mut Room,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// The document would become too large, or has been asked too much.
pub(super) struct TooMuch;

/// What a path selects.
struct Found {
    picked: Picked,
    /// How many values that are.
    count: usize,
    /// One of each kind: of mappings, of lists, and of anything else.
    kinds: [Option<Pointer>; 3],
    /// The first of them.
    first: Option<Pointer>,
}

impl Applying<'_> {
    pub(super) fn overlay(&mut self, overlay: &Overlay) -> Result<(), TooMuch> {
        for action in &overlay.actions {
            self.action(overlay.version, action)?;
        }
        Ok(())
    }

    fn action(&mut self, version: Version, action: &Action) -> Result<(), TooMuch> {
        let target = action.at.child("target");
        let found = self.find(&action.target, &target)?;
        if found.count == 0 {
            // It was told why.
            return Ok(());
        }
        match &action.modifier {
            Modifier::Remove => self.remove(version, &found, &target)?,
            Modifier::Update(value) => {
                let source = Source {
                    value,
                    origin: action.modifier_at(),
                    trace: None,
                };
                if self.fits(version, &found, &target) {
                    self.merge(version, action, &found.picked, &source)?;
                }
            }
            Modifier::Copy(from) => {
                if self.fits(version, &found, &target) {
                    self.copy(version, action, &found, from)?;
                }
            }
        }
        self.traces.is_plain = false;
        Ok(())
    }

    /// What a path selects; that it selects nothing is told.
    fn find(&mut self, path: &Path, at: &Origin) -> Result<Found, TooMuch> {
        let Room {
            steps, selected, ..
        } = &mut *self.room;
        let root = &self.document.root;
        let selected = path::select(&path.query, root, Trail::default(), *selected, steps);
        let mut found = Found {
            picked: Picked::default(),
            count: 0,
            kinds: [const { None }; 3],
            first: None,
        };
        if steps.are_done() {
            let message = "this selects too much, or takes too long with what was done before";
            let diagnostic = Diagnostic::new(Code::LimitExceeded, at.value(), message);
            let help = "name keys in place of `..` and `*`, and test less in filters";
            self.diagnostics.push(diagnostic.help(help));
            return Err(TooMuch);
        }
        for (value, trail) in &selected.values {
            if !found.picked.add(trail) {
                continue;
            }
            found.count += 1;
            let [mapping, list, other] = &mut found.kinds;
            let kind = match value {
                Value::Object(_) => mapping,
                Value::Array(_) => list,
                _ => other,
            };
            if kind.is_none() {
                *kind = Some(trail.pointer(root));
            }
            found.first.get_or_insert_with(|| trail.pointer(root));
        }
        if let Some(end) = selected.end {
            self.diagnostics.push(explain::nothing(path, at, &end));
        }
        Ok(found)
    }

    /// Whether the version lets something be merged into what a target selects.
    fn fits(&mut self, version: Version, found: &Found, at: &Origin) -> bool {
        let shown = |place: &Pointer, traces: &Traces| traces.origin(place).0.value();
        let [mapping, list, other] = &found.kinds;
        match (version, other) {
            (Version::V10, None) => true,
            (Version::V10, Some(other)) => {
                let what = self.document.get(other).map_or("a value", kind);
                let message =
                    format!("a target of Overlay 1.0 is a mapping or a list, and this is {what}");
                let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message)
                    .also(shown(other, self.traces), "this is selected")
                    .help(
                        "select the mapping that it is in, and write the key in `update`; or write \
                           `overlay: 1.1.0`",
                    );
                self.diagnostics.push(diagnostic);
                false
            }
            (Version::V11, _) => {
                let kinds = [(mapping, "a mapping"), (list, "a list"), (other, "neither")];
                let kinds = kinds
                    .iter()
                    .filter_map(|(of, what)| Some((of.as_ref()?, what)));
                let kinds: Vec<_> = kinds.collect();
                if kinds.len() < 2 {
                    return true;
                }
                let message = "what a target selects must be of one kind";
                let mut diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
                for (place, what) in kinds {
                    let place = shown(place, self.traces);
                    diagnostic = diagnostic.also(place, format!("this is {what}"));
                }
                let help = "make an action for each kind";
                self.diagnostics.push(diagnostic.help(help));
                false
            }
        }
    }

    fn merge(
        &mut self,
        version: Version,
        action: &Action,
        picked: &Picked,
        source: &Source<'_>,
    ) -> Result<(), TooMuch> {
        let at = action.modifier_at();
        let mut merge = Merge {
            version,
            room: self.room,
            diagnostics: self.diagnostics,
            copy: matches!(action.modifier, Modifier::Copy(_)).then(|| at.value()),
            is_too_much: false,
        };
        let document = Origin::root(&self.document.name);
        let Traces { root: trace, .. } = &mut *self.traces;
        merge.merge_picked(&mut self.document.root, trace, document, picked, source);
        match merge.is_too_much || merge.room.steps.are_done() {
            true => Err(self.too_large(&at)),
            false => Ok(()),
        }
    }

    fn copy(
        &mut self,
        version: Version,
        action: &Action,
        target: &Found,
        from: &Path,
    ) -> Result<(), TooMuch> {
        let at = action.modifier_at();
        let mut told = Diagnostics::new();
        std::mem::swap(self.diagnostics, &mut told);
        let found = self.find(from, &at);
        std::mem::swap(self.diagnostics, &mut told);
        let Found { count, first, .. } = match found {
            Ok(found) => found,
            Err(too_much) => {
                self.diagnostics.extend(told);
                return Err(too_much);
            }
        };
        let (1, Some(first)) = (count, first) else {
            let told = told.into_iter().next().and_then(|one| one.help);
            self.diagnostics
                .push(explain::not_one(from, &at, count, told));
            return Ok(());
        };
        let Some(value) = self.document.get(&first) else {
            return Ok(());
        };
        if !self.room.take(Size::of(value), 0, 0) {
            return Err(self.too_large(&at));
        }
        let value = value.clone();
        let trace: Option<Trace> = self.traces.at(&first).cloned();
        let source = Source {
            value: &value,
            origin: self.traces.origin(&first).0,
            trace: trace.as_ref(),
        };
        self.merge(version, action, &target.picked, &source)
    }

    fn remove(&mut self, version: Version, found: &Found, at: &Origin) -> Result<(), TooMuch> {
        if found.picked.is_meant {
            let diagnostic = Diagnostic::new(
                Code::InvalidOverlay,
                at.value(),
                "the whole document cannot be removed: it is in no mapping or list",
            );
            self.diagnostics
                .push(diagnostic.help("select something in it"));
            return Ok(());
        }
        let is_old = version == Version::V10;
        let (root, trace) = (&mut self.document.root, &mut self.traces.root);
        let Met {
            plain_members,
            plain_items,
        } = remove(root, trace, &found.picked, is_old, self.room);
        if is_old && plain_items {
            let message = "Overlay 1.0 removes no single items but mappings and lists";
            let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
            let help = "write `overlay: 1.1.0`, or remove the list and write it anew";
            self.diagnostics.push(diagnostic.help(help));
        } else if is_old && plain_members {
            let message =
                "a target of Overlay 1.0 is a mapping or a list; this is removed all the same";
            let diagnostic = Diagnostic::new(Code::Tolerated, at.value(), message);
            self.diagnostics
                .push(diagnostic.help("write `overlay: 1.1.0`"));
        }
        match self.room.steps.are_done() {
            true => Err(self.too_large(at)),
            false => Ok(()),
        }
    }

    fn too_large(&mut self, at: &Origin) -> TooMuch {
        let message = "the document becomes too large by this, or it takes too long";
        let diagnostic = Diagnostic::new(Code::LimitExceeded, at.value(), message);
        let help = "select less, or write less; the limits are those of documents";
        self.diagnostics.push(diagnostic.help(help));
        TooMuch
    }
}
