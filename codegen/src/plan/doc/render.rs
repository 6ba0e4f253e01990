//! Blocks and pieces back into lines.

use super::block::Block;
use super::inline::{self, Piece, References};
use super::list::List;
use super::table::Table;
use super::wrap;

/// Languages that code may be marked with. Whatever else is there becomes `text`: a language that
/// rustdoc takes for Rust, or for a misspelled option, would make a doctest or a warning.
const LANGUAGES: &[&str] = &[
    "bash",
    "c",
    "console",
    "cpp",
    "csharp",
    "css",
    "csv",
    "curl",
    "dart",
    "diff",
    "go",
    "graphql",
    "groovy",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "jsonl",
    "kotlin",
    "markdown",
    "node",
    "objc",
    "perl",
    "php",
    "plaintext",
    "powershell",
    "proto",
    "protobuf",
    "py",
    "python",
    "rb",
    "ruby",
    "scala",
    "sh",
    "shell",
    "sql",
    "swift",
    "text",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
    "yml",
];

/// Writes blocks in the one way that every reader of Markdown reads alike.
pub(super) struct Writer<'a> {
    references: &'a References,
}

impl<'a> Writer<'a> {
    pub(super) fn new(references: &'a References) -> Self {
        Self { references }
    }

    /// Blocks with a blank line between them.
    pub(super) fn blocks(&self, blocks: &[Block], width: usize) -> Vec<String> {
        let mut out = Vec::new();
        for block in blocks {
            let lines = self.block(block, width);
            if !lines.is_empty() && !out.is_empty() {
                out.push(String::new());
            }
            out.extend(lines);
        }
        out
    }

    fn block(&self, block: &Block, width: usize) -> Vec<String> {
        match block {
            Block::Paragraph(lines) => self.prose(&lines.join("\n"), width),
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Code { language, lines } => code(language, lines),
            Block::Rule => vec!["***".to_owned()],
            Block::Table(table) => self.table(table),
            Block::List(list) => self.list(list, width),
            Block::Quote(inner) => {
                let lines = self.blocks(inner, width.saturating_sub(2));
                lines.iter().map(|line| prefixed("> ", line)).collect()
            }
        }
    }

    fn prose(&self, text: &str, width: usize) -> Vec<String> {
        let text = markdown(&inline::parse(text, self.references));
        let mut out = Vec::new();
        wrap::paragraph(&text, width, &mut out);
        out.iter().map(|line| line.replace('\0', " ")).collect()
    }

    /// `#` becomes `###`: the name of the item is the page's own heading.
    fn heading(&self, level: usize, text: &str) -> Vec<String> {
        let text = self.one_line(text);
        if text.is_empty() {
            return Vec::new();
        }
        vec![format!("{} {text}", "#".repeat((level + 2).min(6)))]
    }

    fn one_line(&self, text: &str) -> String {
        let text = markdown(&inline::parse(text, self.references));
        text.replace(['\0', '\n'], " ").trim().to_owned()
    }

    fn table(&self, table: &Table) -> Vec<String> {
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let mut lines = Vec::with_capacity(table.rows.len() + 1);
        for cells in &table.rows {
            let cells: Vec<String> = cells
                .iter()
                .map(|cell| pipes(&self.one_line(cell)))
                .collect();
            lines.push(row(&cells));
            if lines.len() == 1 {
                lines.push(row(&table.rule));
            }
        }
        lines
    }

    fn list(&self, list: &List, width: usize) -> Vec<String> {
        let mut out = Vec::new();
        for item in &list.items {
            let margin = item.marker.len();
            let lines = self.item(&item.blocks, width.saturating_sub(margin), list.tight);
            if !list.tight && !out.is_empty() && !lines.is_empty() {
                out.push(String::new());
            }
            let indent = " ".repeat(margin);
            for (index, line) in lines.iter().enumerate() {
                out.push(prefixed(
                    if index == 0 { &item.marker } else { &indent },
                    line,
                ));
            }
        }
        out
    }

    /// The blocks of an item; in a tight list, a list in it follows at once.
    fn item(&self, blocks: &[Block], width: usize, tight: bool) -> Vec<String> {
        if let [Block::Paragraph(_), Block::List(inner)] = blocks
            && tight
            && inner.interrupts()
        {
            return blocks
                .iter()
                .flat_map(|block| self.block(block, width))
                .collect();
        }
        self.blocks(blocks, width)
    }
}

fn prefixed(prefix: &str, line: &str) -> String {
    format!("{prefix}{line}").trim_end().to_owned()
}

/// Fenced code; the fence is longer than any run of backticks in it.
fn code(language: &str, lines: &[String]) -> Vec<String> {
    let filled = |line: &String| !line.is_empty();
    let Some(first) = lines.iter().position(filled) else {
        return Vec::new();
    };
    let last = lines.iter().rposition(filled).unwrap_or(first);
    let lines = lines.get(first..=last).unwrap_or_default();
    let longest = lines
        .iter()
        .map(|line| longest_run(line))
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let language = LANGUAGES
        .iter()
        .find(|known| **known == language)
        .unwrap_or(&"text");
    let mut out = vec![format!("{fence}{language}")];
    out.extend_from_slice(lines);
    out.push(fence);
    out
}

/// Pieces as Markdown. Spaces where no line may end are `\0`.
pub(super) fn markdown(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Code(code) => span(code, &mut out),
            Piece::Link(label, url) => {
                let label = markdown(label).replace("\\\n", "\0");
                let label = label.replace([' ', '\n'], "\0");
                out.push_str(&format!("[{label}]({url})"));
            }
            Piece::Url(url) => out.push_str(&format!("<{url}>")),
        }
    }
    out
}

/// Code between as few backticks as can hold it.
fn span(code: &str, out: &mut String) {
    if out.ends_with('`') {
        // The backtick before it is an escaped one or ends other code: they must not become a run.
        out.push_str("&#8203;");
    }
    let mut ticks = 1;
    let runs: Vec<usize> = code.split(|c| c != '`').map(str::len).collect();
    while runs.contains(&ticks) {
        ticks += 1;
    }
    let spaced = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
    let pad = if spaced || code.starts_with('`') || code.ends_with('`') {
        "\0"
    } else {
        ""
    };
    let fence = "`".repeat(ticks);
    out.push_str(&format!(
        "{fence}{pad}{}{pad}{fence}",
        code.replace(' ', "\0")
    ));
}

fn longest_run(line: &str) -> usize {
    line.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The text of a cell, in which a pipe ends no cell.
fn pipes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' if out.ends_with('\\') => out.push_str("&#124;"),
            '|' => out.push_str("\\|"),
            _ => out.push(letter),
        }
    }
    out
}
