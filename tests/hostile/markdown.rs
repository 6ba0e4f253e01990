//! What a reader of Markdown makes of documentation.

use std::cell::Cell;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag};

/// Words behind a fence that leave code Rust in rustdoc's eyes.
const STILL_RUST: &[&str] = &[
    "",
    "rust",
    "ignore",
    "should_panic",
    "no_run",
    "compile_fail",
    "test_harness",
    "standalone_crate",
];

/// What a page holds that could do harm.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Page {
    /// Code that rustdoc would run, or take for Rust.
    pub(crate) rust: usize,
    /// HTML, which rustdoc passes on as it is.
    pub(crate) html: Vec<String>,
    /// Links that lead to items, as rustdoc sees them.
    pub(crate) items: usize,
    /// Links that lead neither to the web nor to items of these crates.
    pub(crate) astray: Vec<String>,
}

/// Reads a page as rustdoc does.
pub(crate) fn page(text: &str) -> Page {
    let mut page = Page::default();
    let broken = Cell::new(0);
    let callback = |_: BrokenLink<'_>| {
        broken.set(broken.get() + 1);
        Some(("outspoken".into(), "".into()))
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_with_broken_link_callback(text, options, Some(callback)) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => page.rust += 1,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_rust(&info) => {
                page.rust += 1;
            }
            Event::Html(text) | Event::InlineHtml(text) => page.html.push(text.to_string()),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                if is_item(&dest_url) {
                    page.items += 1;
                } else if !dest_url.starts_with("http://") && !dest_url.starts_with("https://") {
                    page.astray.push(dest_url.to_string());
                }
            }
            _ => {}
        }
    }
    page
}

/// Links to items are those that the generator writes itself.
fn is_item(target: &str) -> bool {
    let root = target.split("::").next().unwrap_or_default();
    let roots = [
        "errors",
        "outspoken",
        "super",
        "Self",
        "Call",
        "Client",
        "headers",
        "outputs",
    ];
    roots.contains(&root)
}

fn is_rust(info: &str) -> bool {
    let mut words = info.split([',', ' ', '\t']).map(str::trim);
    words.all(|word| STILL_RUST.contains(&word) || word.starts_with("edition"))
}

#[test]
fn harm_is_seen() {
    let rust = |text: &str| page(text).rust;
    assert_eq!(rust("```\nx\n```\n\na\n\n    x\n\n```rust,no_run\n"), 3);
    assert_eq!(rust("```text\nx\n```\n\n```json\n{}\n```\n`x`"), 0);
    assert_eq!(page("a <b>c</b>").html.len(), 2);
    let links = page("[a](https://x.y) [`Client::b`] [c](javascript:x) ![d](e)");
    assert_eq!((links.items, links.astray.len()), (1, 2));
}
