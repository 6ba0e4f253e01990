//! What all readers of settings share: values of the kind that is wanted, and what is said of others.

use std::{fmt::Display, ops::Range, str::FromStr, sync::Arc};

use super::tree::{Entry, Item, Table, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, closest, shown};

/// Reads one file.
pub(super) struct Reading<'r> {
    pub(super) file: &'r Arc<str>,
    pub(super) diagnostics: &'r mut Diagnostics,
}

impl Reading<'_> {
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::span(self.file, span.start, span.end)
    }

    /// Reports a key that does not exist.
    pub(super) fn unknown(&mut self, entry: &Entry, what: &str, known: &[&str]) {
        let place = self.place(&entry.key_span);
        let message = format!("there is no {what} `{}`", shown(&entry.key));
        let help = match closest(&entry.key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are `{}`", known.join("`, `")),
        };
        self.diagnostics
            .push(Diagnostic::new(Code::UnknownSetting, place, message).help(help));
    }

    /// Reports a value that cannot be.
    pub(super) fn refuse(&mut self, span: &Range<usize>, message: String, help: &str) {
        let place = self.place(span);
        self.diagnostics
            .push(Diagnostic::new(Code::InvalidSetting, place, message).help(help));
    }

    fn wrong_kind(&mut self, entry: &Entry, item: &Item, wanted: &str, example: &str) {
        let found = match &item.value {
            Value::Text(_) => "text",
            Value::Flag(_) => "a boolean",
            Value::Whole(_) => "a number",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other(what) => what,
        };
        let message = format!("`{}` is {wanted}, and this is {found}", shown(&entry.key));
        self.refuse(&item.span, message, &format!("write `{example}`"));
    }

    pub(super) fn text<'t>(&mut self, entry: &'t Entry, example: &str) -> Option<&'t str> {
        match &entry.value.value {
            Value::Text(text) => Some(text),
            _ => {
                self.wrong_kind(entry, &entry.value, "text", example);
                None
            }
        }
    }

    pub(super) fn flag(&mut self, entry: &Entry) -> Option<bool> {
        match entry.value.value {
            Value::Flag(flag) => Some(flag),
            _ => {
                self.wrong_kind(entry, &entry.value, "`true` or `false`", "true");
                None
            }
        }
    }

    /// A number from 1 on.
    pub(super) fn number(&mut self, entry: &Entry) -> Option<usize> {
        let Value::Whole(number) = entry.value.value else {
            self.wrong_kind(entry, &entry.value, "a whole number", "100");
            return None;
        };
        let number = usize::try_from(number).ok().filter(|number| *number > 0);
        if number.is_none() {
            let message = format!("`{}` is at least 1", shown(&entry.key));
            self.refuse(&entry.value.span, message, "write a larger number");
        }
        number
    }

    pub(super) fn table<'t>(&mut self, entry: &'t Entry, example: &str) -> Option<&'t Table> {
        match &entry.value.value {
            Value::Table(table) => Some(table),
            _ => {
                self.wrong_kind(entry, &entry.value, "a table", example);
                None
            }
        }
    }

    /// A list of texts, with their places. One text alone is not taken for a list of one.
    pub(super) fn texts<'t>(
        &mut self,
        entry: &'t Entry,
        example: &str,
    ) -> Option<Vec<(&'t str, &'t Item)>> {
        let Value::List(items) = &entry.value.value else {
            self.wrong_kind(entry, &entry.value, "a list of texts", example);
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push((text.as_str(), item)),
                _ => self.wrong_kind(entry, item, "a list of texts", example),
            }
        }
        Some(texts)
    }

    /// What a text means, or why it means nothing: the reason ends with what to do.
    pub(super) fn parsed<T: FromStr<Err: Display>>(
        &mut self,
        text: &str,
        span: &Range<usize>,
    ) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let said = T::Err::to_string(&error);
                let (message, help) = said
                    .split_once(": ")
                    .unwrap_or((&said, "see docs/config.md"));
                self.refuse(span, message.to_owned(), help);
                None
            }
        }
    }
}
