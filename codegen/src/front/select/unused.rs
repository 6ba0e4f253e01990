//! Patterns that select nothing.

use super::{
    super::{node::Node, reader::Reader},
    near::Candidates,
};
use crate::{
    diagnostic::{Code, Diagnostic, Place, shown},
    model::{Incoming, Operation},
    select::{Kind, Pattern},
};

impl<'a> Reader<'a> {
    /// Reports patterns that select nothing, and a selection that leaves nothing.
    pub(in crate::front) fn finish_selection(
        &mut self,
        root: &Node<'a>,
        operations: &[Operation],
        webhooks: &[Incoming],
    ) {
        let selection = self.selected.selection;
        let used = self.selected.used.iter();
        let unused = selection.patterns().zip(used).filter(|(_, used)| !**used);
        let unused: Vec<&Pattern> = unused.map(|(pattern, _)| pattern).collect();
        if !unused.is_empty() {
            let candidates = self.candidates(root);
            for pattern in unused {
                self.report_idle(root, pattern, &candidates);
            }
        } else if self.selected.met_some && operations.is_empty() && webhooks.is_empty() {
            let place = Place::file(&root.at.file);
            let message = "nothing is left of what is selected: the client can do nothing";
            let help = "exclude less, or include what is wanted";
            self.report(Diagnostic::new(Code::EmptySelection, place, message).help(help));
        }
    }

    fn report_idle(&mut self, root: &Node<'a>, pattern: &Pattern, all: &Candidates<'a>) {
        let place = pattern.place().cloned();
        let place = place.unwrap_or_else(|| Place::file(&root.at.file));
        let what = match pattern.kind() {
            Kind::Webhook(_) => "no webhook",
            Kind::Tag(_) | Kind::Id(_) | Kind::Path { .. } => "no operation",
        };
        let message = format!(
            "`{}` selects nothing: {what} is like that",
            shown(&pattern.to_string())
        );
        let help = match self.near_pattern(pattern.kind(), all) {
            Some(near) => format!("did you mean `{}`?", shown(&near)),
            None => all.what_there_is(pattern.kind()),
        };
        self.report(Diagnostic::new(Code::EmptySelection, place, message).help(help));
    }
}
