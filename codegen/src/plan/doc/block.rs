//! The blocks of a description: paragraphs, headings, code, tables, lists, quotes.

use super::clean::indent;
use super::list::{self, List};
use super::table::{self, Table};

/// Lists and quotes inside of each other; what is deeper is read as text.
const DEEPEST: usize = 6;

/// A block, before its text is read.
#[derive(Debug, PartialEq)]
pub(super) enum Block {
    Paragraph(Vec<String>),
    Heading {
        level: usize,
        text: String,
    },
    Code {
        language: String,
        lines: Vec<String>,
    },
    Rule,
    Table(Table),
    List(List),
    Quote(Vec<Block>),
}

/// Reads lines, whose containers are taken off, into blocks.
pub(super) fn parse(lines: &[String], depth: usize) -> Vec<Block> {
    let mut parser = Parser {
        lines,
        at: 0,
        depth,
    };
    let mut blocks = Vec::new();
    while let Some(line) = parser.line(0) {
        if line.is_empty() {
            parser.at += 1;
        } else {
            blocks.push(parser.block(line));
        }
    }
    blocks
}

/// A place in lines; each method reads one construct and moves on, always by a line at least.
struct Parser<'a> {
    lines: &'a [String],
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn line(&self, ahead: usize) -> Option<&'a str> {
        self.lines.get(self.at + ahead).map(String::as_str)
    }

    fn block(&mut self, line: &str) -> Block {
        let nests = self.depth < DEEPEST;
        if let Some((fence, language)) = fence(line) {
            return self.code(fence, indent(line), language);
        }
        if indent(line) >= 4 {
            return self.indented();
        }
        if let Some((level, text)) = heading(line) {
            self.at += 1;
            return Block::Heading { level, text };
        }
        if is_rule(line) {
            self.at += 1;
            return Block::Rule;
        }
        if nests && is_quote(line) {
            return self.quote();
        }
        if nests && list::marker(line).is_some() {
            let (list, taken) =
                list::parse(self.lines.get(self.at..).unwrap_or_default(), self.depth);
            self.at += taken.max(1);
            return Block::List(list);
        }
        let table = table::parse(self.lines.get(self.at..).unwrap_or_default());
        if let Some((table, taken)) = table {
            self.at += taken.max(1);
            return Block::Table(table);
        }
        self.paragraph()
    }

    /// A fence that nobody closes is closed by the end of what contains it.
    fn code(&mut self, fence: &str, margin: usize, language: String) -> Block {
        self.at += 1;
        let mut lines = Vec::new();
        while let Some(line) = self.line(0) {
            self.at += 1;
            if closes(line, fence) {
                break;
            }
            lines.push(strip(line.trim_end(), margin));
        }
        Block::Code { language, lines }
    }

    fn indented(&mut self) -> Block {
        let mut lines = Vec::new();
        while let Some(line) = self.line(0) {
            if !line.is_empty() && indent(line) < 4 {
                break;
            }
            self.at += 1;
            lines.push(strip(line.trim_end(), 4));
        }
        Block::Code {
            language: "text".to_owned(),
            lines,
        }
    }

    fn quote(&mut self) -> Block {
        let mut lines = Vec::new();
        while let Some(line) = self.line(0).filter(|line| is_quote(line)) {
            let inner = line.trim_start().strip_prefix('>').unwrap_or_default();
            lines.push(inner.strip_prefix(' ').unwrap_or(inner).to_owned());
            self.at += 1;
        }
        Block::Quote(parse(&lines, self.depth + 1))
    }

    fn paragraph(&mut self) -> Block {
        let mut text: Vec<String> = Vec::new();
        while let Some(line) = self.line(0) {
            if !text.is_empty() {
                if let Some(level) = underline(line) {
                    self.at += 1;
                    let text: Vec<_> = text.iter().map(|line| line.trim_end()).collect();
                    return Block::Heading {
                        level,
                        text: text.join(" "),
                    };
                }
                if self.interrupted(line) {
                    break;
                }
            }
            self.at += 1;
            text.push(line.trim_start().to_owned());
        }
        Block::Paragraph(text)
    }

    /// Whether a line ends the paragraph before it.
    fn interrupted(&self, line: &str) -> bool {
        let nests = self.depth < DEEPEST;
        line.is_empty()
            || starts(line)
            || (nests && is_quote(line))
            || (nests && list::marker(line).is_some_and(|marker| marker.interrupts()))
            || table::starts(self.lines.get(self.at..).unwrap_or_default())
    }
}

/// Whether a line starts a block of its own wherever it stands, lists and quotes aside.
pub(super) fn starts(line: &str) -> bool {
    fence(line).is_some() || (indent(line) < 4 && (heading(line).is_some() || is_rule(line)))
}

pub(super) fn is_quote(line: &str) -> bool {
    indent(line) < 4 && line.trim_start().starts_with('>')
}

/// A line without as much of its indentation as its container has.
pub(super) fn strip(line: &str, margin: usize) -> String {
    line.get(margin.min(indent(line))..)
        .unwrap_or_default()
        .to_owned()
}

/// The fence that opens code and the language behind it.
fn fence(line: &str) -> Option<(&str, String)> {
    let text = line.trim_start();
    let mark = text
        .chars()
        .next()
        .filter(|&c| (c == '`' || c == '~') && indent(line) < 4)?;
    let info = text.trim_start_matches(mark);
    let fence = text.strip_suffix(info).filter(|fence| fence.len() >= 3)?;
    if mark == '`' && info.contains('`') {
        return None;
    }
    let ends = |c: char| !(c.is_ascii_alphanumeric() || c == '+' || c == '#' || c == '-');
    let word = info.trim().split(ends).next().unwrap_or_default();
    Some((fence, word.to_ascii_lowercase()))
}

fn closes(line: &str, fence: &str) -> bool {
    let text = line.trim();
    indent(line) < 4
        && text.starts_with(fence)
        && fence.starts_with(|mark| text.chars().all(|c| c == mark))
}

fn heading(line: &str) -> Option<(usize, String)> {
    let text = line.trim();
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    Some((level, rest.trim_end_matches('#').trim().to_owned()))
}

fn underline(line: &str) -> Option<usize> {
    let text = line.trim();
    let all = |mark: char| !text.is_empty() && indent(line) < 4 && text.chars().all(|c| c == mark);
    if all('=') {
        Some(1)
    } else if all('-') {
        Some(2)
    } else {
        None
    }
}

/// Three or more of one mark and nothing else.
pub(super) fn is_rule(line: &str) -> bool {
    let mark = line.trim_start_matches(' ').chars().next().unwrap_or(' ');
    matches!(mark, '-' | '*' | '_')
        && line.chars().all(|c| c == mark || c == ' ')
        && line.matches(mark).count() >= 3
}
