//! Descriptions at random: no two constructs may meet in a way that lets one out.

use outspoken_bench::random::Random;

use super::{
    cases,
    markdown::{self, Page},
    shape::shape,
};

/// What descriptions are made of: all that means something to a reader of Markdown or of Rust.
const PARTS: &[&str] = &[
    "word",
    "fn evil() {}",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\\",
    "`",
    "``",
    "```",
    "````",
    "```rust\n",
    "~~~",
    "~~~\n",
    "<",
    ">",
    "<b>",
    "</b>",
    "<br>",
    "<p>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<script>",
    "<!--",
    "-->",
    "<!",
    "<?",
    "<a href=\"https://a.b\">",
    "</a>",
    "[",
    "]",
    "(",
    ")",
    "[a](b)",
    "[a](https://a.b)",
    "![a](b)",
    "[Vec]",
    "[`Vec`]",
    "[a]: b",
    "[a]: https://a.b",
    "[^1]",
    "[^1]: ",
    "&",
    "&lt;",
    "&#60;",
    "&#x3c;",
    "&amp;lt;",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "7. ",
    "> ",
    "# ",
    "###### ",
    "===",
    "---",
    "***",
    "|",
    "| a | b |\n|---|---|\n",
    "|-|",
    ":-:",
    "- [ ] ",
    "https://a.b/",
    "http://",
    "mailto:a@b.c",
    "javascript:x",
    "\u{0}",
    "\u{200b}",
    "\u{2028}",
    "\u{202e}",
    "{",
    "}",
    "\"",
    "'",
    "*/",
    "/*",
    "//!",
    "é",
    "\u{a0}",
    ".",
    ":",
    "!",
    "#",
    "$",
    "{@link x}",
    "\\\n",
    "\\[",
    "\\`",
    "\\<",
];

const DESCRIPTIONS: u64 = 4000;
/// So many of them stand in one document.
const AT_ONCE: u64 = 100;

#[test]
fn descriptions_at_random_stay_documentation() {
    let folder = tempfile::tempdir().unwrap();
    for first in (0..DESCRIPTIONS).step_by(usize::try_from(AT_ONCE).unwrap()) {
        let properties = (first..first + AT_ONCE).map(|number| {
            let schema = serde_json::json!({"type": "string", "description": description(number)});
            (format!("p{number}"), schema)
        });
        let properties: serde_json::Map<_, _> = properties.collect();
        let document = serde_json::json!({
            "openapi": "3.0.3",
            "info": {"title": "T", "version": "1"},
            "paths": {},
            "components": {"schemas": {"Top": {"type": "object", "properties": properties}}}
        });
        let generated = cases::generated(folder.path(), &document.to_string());
        assert!(!generated.diagnostics.has_errors());
        let (_, types) = generated
            .files
            .iter()
            .find(|(name, _)| name == "types.rs")
            .unwrap();
        let found = shape(&[("types.rs".to_owned(), types.clone())]).unwrap();
        // Nothing but the few that say nothing is left out.
        assert!(found.docs.len() as u64 > AT_ONCE * 9 / 10);
        for text in found.docs {
            let page = markdown::page(&text);
            assert_eq!(
                page,
                Page::default(),
                "in the documents from {first} on:\n{text}"
            );
        }
    }
}

fn description(number: u64) -> String {
    let mut random = Random::new(1, number);
    let count = 1 + random.below(14);
    let parts = (0..count).map(|_| random.pick(PARTS).copied().unwrap_or_default());
    parts.collect()
}
