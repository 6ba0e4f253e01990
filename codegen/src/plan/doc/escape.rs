//! Escapes for text that would start a block.

use std::borrow::Cow;

use super::{block, table};

/// A line of prose that can only be prose: what its start could be taken for is escaped.
pub(super) fn start(line: &str) -> Cow<'_, str> {
    if line.starts_with(char::is_alphabetic) {
        return Cow::Borrowed(line);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..).unwrap_or_default();
    if digits > 0 {
        let mark = rest.starts_with(['.', ')']);
        let behind = rest.get(1..).unwrap_or_default();
        let item = mark && (behind.is_empty() || behind.starts_with([' ', '\0']));
        let number = line.get(..digits).unwrap_or_default();
        return if item {
            Cow::Owned(format!("{number}\\{rest}"))
        } else {
            Cow::Borrowed(line)
        };
    }
    if opens(line) {
        Cow::Owned(format!("\\{line}"))
    } else {
        Cow::Borrowed(line)
    }
}

/// Whether a line begins with something other than a number that opens or underlines a block.
fn opens(line: &str) -> bool {
    let behind = line.trim_start_matches(['#', '-', '+', '*', '=']);
    let marks = line.len() - behind.len();
    let ends = behind.is_empty() || behind.starts_with([' ', '\0']);
    (marks > 0 && ends)
        || line.starts_with('>')
        || line.starts_with("~~~")
        || block::is_rule(line)
        || table::is_rule(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_would_start_a_block() {
        assert_eq!(start("- a"), "\\- a");
        assert_eq!(start("1. a"), "1\\. a");
        assert_eq!(start("1.5 a"), "1.5 a");
        assert_eq!(start("# a"), "\\# a");
        assert_eq!(start("==="), "\\===");
        assert_eq!(start("---|:-:"), "\\---|:-:");
        assert_eq!(start("___"), "\\___");
        assert_eq!(start("**bold** a"), "**bold** a");
        assert_eq!(start("2024"), "2024");
    }
}
