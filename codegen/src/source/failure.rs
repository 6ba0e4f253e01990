//! Why a text became no tree.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

/// What to do where nothing better is known.
pub(super) const LOOK_AROUND: &str =
    "look at the mark and before it: quotes, brackets and commas are the usual causes";
/// What to do with a document that nests too deep.
pub(super) const FLATTEN: &str = "move what nests so deep out, to where a `$ref` can refer to it";
/// What to do with a document that holds too much.
pub(super) const SHORTEN: &str =
    "take out what the client does not need; an alias such as `*name` counts each time it is used";

/// The one reason why reading stopped.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) offset: Option<usize>,
    pub(super) help: Option<String>,
    /// Another place that belongs to it, with a few words.
    pub(super) related: Option<(usize, &'static str)>,
}

impl Failure {
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            offset: None,
            help: None,
            related: None,
        }
    }

    pub(super) fn at(mut self, offset: Option<usize>) -> Self {
        self.offset = offset;
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The failure at the end of what is written, where it was found after that: a reader looks at
    /// the last line, not at the empty ones below it.
    pub(super) fn within(mut self, text: &str) -> Self {
        let end = text.trim_end().len();
        self.offset = self.offset.map(|offset| offset.min(end));
        self
    }

    pub(super) fn into_diagnostic(self, file: &Arc<str>) -> Diagnostic {
        let Self {
            code,
            message,
            offset,
            help,
            related,
        } = self;
        let place = match offset {
            Some(offset) => Place::offset(file, offset),
            None => Place::file(file),
        };
        let mut diagnostic = Diagnostic::error(code, place, message);
        if let Some((offset, label)) = related {
            diagnostic = diagnostic.also(Place::offset(file, offset), label);
        }
        match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}
