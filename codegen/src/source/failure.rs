//! Why a text became no tree.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Place};

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
