//! Arbitrary text as code within a line of documentation (CommonMark §6.1).

/// A code span that shows the text, on one line and between backticks enough.
pub(super) fn code_span(text: &str) -> String {
    let shown: String = text
        .escape_debug()
        .to_string()
        .replace("\\'", "'")
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
    if shown.is_empty() {
        return "``\u{a0}``".to_owned();
    }
    let longest = shown
        .split(|c| c != '`')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let pad = if shown.starts_with('`') || shown.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{pad}{shown}{pad}{ticks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_shown() {
        assert_eq!(code_span("a"), "`a`");
        assert_eq!(code_span("a`b"), "``a`b``");
        assert_eq!(code_span("`"), "`` ` ``");
        assert_eq!(code_span("a\n\u{202e}\"b\\"), r#"`a\n\u{202e}"b\`"#);
    }
}
