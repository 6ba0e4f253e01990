//! What there is to say of a path that selects too little, or too much.

use serde_json::Value;

use super::{
    model::Path,
    path::{End, Selector},
};
use crate::diagnostic::{self, Code, Diagnostic, Origin, closest};

/// Enough for the keys of a mapping that a person has in view.
const MOST_COMPARISONS: usize = 2000;

/// A target that selects nothing (Overlay 1.1.0, Action Object: the action succeeds).
pub(super) fn nothing(path: &Path, at: &Origin, end: &End<'_>) -> Diagnostic {
    let message = "this selects nothing in the document";
    let diagnostic = Diagnostic::new(Code::UnusedAction, at.value(), message);
    diagnostic.help(why(path, end))
}

/// What `copy` selects, where that is not one value.
pub(super) fn not_one(path: &Path, at: &Origin, count: usize, why: Option<Box<str>>) -> Diagnostic {
    let message = match count {
        0 => "`copy` takes one value, and this selects nothing".to_owned(),
        count => format!("`copy` takes one value, and this selects {count}"),
    };
    let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
    let text = shown(&path.text);
    diagnostic.help(why.unwrap_or_else(|| {
        format!("name one of them in place of `{text}`, by keys and indices").into()
    }))
}

/// Up to where there is something, and what it has in place of what was looked for.
fn why(path: &Path, end: &End<'_>) -> String {
    let Some(segment) = path.query.segments.get(end.segment) else {
        return "see what the document has there".to_owned();
    };
    let part = |from: usize, to: usize| shown(path.text.get(from..to).unwrap_or_default());
    let before = part(0, segment.span.start);
    let missing = part(segment.span.start, segment.span.end);
    let mappings = || end.before.iter().filter_map(|value| value.as_object());
    if let [Selector::Name(name)] = segment.selectors.as_slice() {
        let keys = mappings().flat_map(|members| members.keys());
        let keys = keys.map(String::as_str).take(MOST_COMPARISONS);
        if let Some(near) = closest(name, keys) {
            let near = shown(near);
            return format!(
                "`{before}` has no `{}`, but `{near}`: did you mean that?",
                shown(name)
            );
        }
    }
    let refers = mappings().any(|members| members.get("$ref").is_some_and(Value::is_string));
    match (refers, end.segment) {
        (true, _) => {
            format!("`{before}` is a `$ref`, which is not followed: select what it leads to")
        }
        (false, 0) => format!("the document has no `{missing}`"),
        (false, _) => format!("`{before}` is there, but nothing in it fits `{missing}`"),
    }
}

/// A part of a path as it is shown: quotes are a part of it, and need no escapes in a message.
pub(super) fn shown(text: &str) -> String {
    let shown = diagnostic::shown(text);
    shown.replace("\\'", "'").replace("\\\"", "\"")
}
