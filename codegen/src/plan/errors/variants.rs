//! The variants of one error enum, each with one payload.

use super::super::{meaning, types::Types};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    ir,
};

/// Variants, and the place that each comes from.
#[derive(Default)]
pub(super) struct Variants {
    all: Vec<(ir::Variant, Origin)>,
}

impl Variants {
    /// The position of a variant; one that is there already must have the same payload.
    pub(super) fn add(
        &mut self,
        name: &str,
        payload: Option<ir::Type>,
        description: &str,
        at: &Origin,
        types: &mut Types<'_>,
    ) -> usize {
        let found = self
            .all
            .iter()
            .position(|(variant, _)| variant.name == name);
        if let Some((position, (variant, first))) =
            found.and_then(|at| Some((at, self.all.get(at)?)))
        {
            if variant.payload != payload {
                let message = format!(
                    "two errors are called `{name}`, and their bodies have different types"
                );
                let diagnostic =
                    Diagnostic::new(Code::VariantConflict, types.key_place(at), message)
                        .also(types.key_place(first), "first here")
                        .help("give one of them another name, or both the same `schema`");
                types.report(diagnostic);
            }
            return position;
        }
        self.all
            .push((variant(name, payload, description), at.clone()));
        self.all.len() - 1
    }

    pub(super) fn finish(self) -> Vec<ir::Variant> {
        self.all.into_iter().map(|(variant, _)| variant).collect()
    }
}

fn variant(name: &str, payload: Option<ir::Type>, description: &str) -> ir::Variant {
    ir::Variant {
        name: name.to_owned(),
        is: meaning::method("is", name),
        docs: meaning::docs(name, description),
        meaning: meaning::meaning(name, description),
        payload,
    }
}
