//! The text of a block: code, links and everything else.

use super::link;
use crate::collection::Table;

/// Link targets by label, from definitions such as `[label]: https://…`.
pub(super) type References = Table<String, String>;

/// A piece of text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    /// Markdown that can hold nothing but emphasis, entities and escapes.
    Text(String),
    /// What stands between backticks.
    Code(String),
    /// A link with its text.
    Link(Vec<Piece>, String),
    /// A URL that is its own text.
    Url(String),
}

/// Reads the text of a block into pieces.
pub(super) fn parse(text: &str, references: &References) -> Vec<Piece> {
    Reader {
        rest: text,
        references: Some(references),
        pieces: Vec::new(),
    }
    .read()
}

/// Reads the text of a link, in which there are no links.
pub(super) fn parse_label(text: &str) -> Vec<Piece> {
    Reader {
        rest: text,
        references: None,
        pieces: Vec::new(),
    }
    .read()
}

struct Reader<'a> {
    rest: &'a str,
    /// None inside a link.
    references: Option<&'a References>,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Piece> {
        while let Some(letter) = self.rest.chars().next() {
            match letter {
                '\\' => self.escape(),
                '`' => self.code(),
                '!' | '[' => self.link(letter),
                ']' if self.references.is_none() => self.take(1, "\\]"),
                '<' => self.angle(),
                'h' => self.url(),
                _ => self.plain(),
            }
        }
        self.pieces
    }

    /// Adds text to the piece before it.
    fn push(&mut self, text: &str) {
        if let Some(Piece::Text(before)) = self.pieces.last_mut() {
            before.push_str(text);
        } else {
            self.pieces.push(Piece::Text(text.to_owned()));
        }
    }

    /// Moves on by so many bytes of the source, for which this text stands.
    fn take(&mut self, length: usize, text: &str) {
        self.rest = self.rest.get(length..).unwrap_or_default();
        self.push(text);
    }

    fn plain(&mut self) {
        let rest = self.rest;
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let tail = rest.get(first..).unwrap_or_default();
        let more = tail
            .find(['\\', '`', '!', '[', ']', '<', 'h'])
            .unwrap_or(tail.len());
        let text = rest.get(..first + more).unwrap_or_default();
        // Spaces at the end of a line are not seen where code is read.
        self.take(first + more, &text.replace("  \n", "\\\n"));
    }

    /// A backslash that escapes nothing is escaped itself, lest it escape what is written next.
    fn escape(&mut self) {
        let rest = self.rest;
        let next = rest.chars().nth(1);
        if next.is_some_and(|c| c.is_ascii_punctuation()) {
            self.take(2, rest.get(..2).unwrap_or_default());
        } else if next == Some('\n') {
            self.take(1, "\\");
        } else {
            self.take(1, "\\\\");
        }
    }

    fn code(&mut self) {
        let run = run(self.rest);
        let inner = self.rest.get(run..).unwrap_or_default();
        let Some(end) = closing(inner, run) else {
            return self.take(run, &"\\`".repeat(run));
        };
        let text = inner.get(..end).unwrap_or_default();
        let text = text.replace("  \n", " ").replace('\n', " ");
        let padded = text
            .strip_prefix(' ')
            .and_then(|text| text.strip_suffix(' '));
        let bare = padded
            .filter(|text| !text.trim().is_empty())
            .unwrap_or(&text);
        self.pieces.push(Piece::Code(bare.to_owned()));
        self.rest = inner.get(end + run..).unwrap_or_default();
    }

    /// A link or an image; images are links too, so that reading docs loads nothing from elsewhere.
    /// In a link an image is its text.
    fn link(&mut self, letter: char) {
        let image = self.rest.strip_prefix('!');
        let bracket = image.unwrap_or(self.rest);
        let none = References::new();
        let known = self.references.or(image.map(|_| &none));
        let found = known.and_then(|known| link::parse(bracket, known));
        let Some(found) = found.filter(|_| bracket.starts_with('[')) else {
            return self.take(1, if letter == '[' { "\\[" } else { "!" });
        };
        self.rest = found.rest;
        let mut label = parse_label(found.text);
        let text = super::sentence::plain(&label);
        if self.references.is_none() {
            return self.pieces.append(&mut label);
        }
        match found.target {
            link::Target::Url(url) if text.is_empty() || text == url => {
                self.pieces.push(Piece::Url(url))
            }
            link::Target::Url(url) => self.pieces.push(Piece::Link(label, url)),
            link::Target::Mail(address) if text != address => {
                self.pieces.append(&mut label);
                self.pieces.extend(parse_label(&format!(" ({address})")));
            }
            _ => self.pieces.append(&mut label),
        }
    }

    fn angle(&mut self) {
        let inner = self.rest.get(1..).unwrap_or_default();
        let end = inner
            .find(['>', '<', '\n', ' '])
            .filter(|&end| inner.get(end..).is_some_and(|s| s.starts_with('>')));
        let target = end.and_then(|end| Some((end, link::target(inner.get(..end)?)?)));
        match target {
            Some((end, link::Target::Url(url))) if self.references.is_some() => {
                self.pieces.push(Piece::Url(url));
                self.rest = inner.get(end + 1..).unwrap_or_default();
            }
            _ => self.take(1, "\\<"),
        }
    }

    fn url(&mut self) {
        let length = link::bare_url(self.rest);
        let url = self.rest.get(..length).and_then(link::target);
        match url {
            Some(link::Target::Url(url)) if self.references.is_some() => {
                self.pieces.push(Piece::Url(url));
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            _ => self.plain(),
        }
    }
}

/// The length of the run of backticks at the start.
pub(super) fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where a run of exactly so many backticks stands.
pub(super) fn closing(text: &str, length: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text.get(at..)?.find('`') {
        let here = run(text.get(at + found..)?);
        if here == length {
            return Some(at + found);
        }
        at += found + here;
    }
    None
}
