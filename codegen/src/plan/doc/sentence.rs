//! The first sentence of a description, as plain text.

use super::block::{self, Block};
use super::inline::{self, Piece, References};
use super::{clean, prepare};

/// Longer sentences are cut: a cell of a table and a line of an error message have no room for more.
const LONGEST: usize = 240;

/// Abbreviations that end in a period and no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "incl.", "no.", "resp.", "ca.",
];

/// The first sentence of a description on one line: no Markdown, no control characters.
///
/// Empty where the description has no prose. Pipes are left to whoever writes tables.
pub(crate) fn sentence(text: &str) -> String {
    let (source, references) = prepare::prepare(clean::lines(text));
    let text = first(&block::parse(&source, 0), &references).unwrap_or_default();
    shortened(&ended(&text))
}

/// The text of the first block that has one.
fn first(blocks: &[Block], references: &References) -> Option<String> {
    blocks.iter().find_map(|block| {
        let text = match block {
            Block::Paragraph(lines) => prose(&lines.join("\n"), references),
            Block::Heading { text, .. } => prose(text, references),
            Block::Quote(inner) => first(inner, references)?,
            Block::List(list) => list
                .items
                .iter()
                .find_map(|item| first(&item.blocks, references))?,
            Block::Code { .. } | Block::Rule | Block::Table(_) => return None,
        };
        (!text.is_empty()).then_some(text)
    })
}

fn prose(text: &str, references: &References) -> String {
    let text = plain(&inline::parse(text, references));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Pieces as plain text: what a reader of the page would see.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(&unescaped(text)),
            Piece::Code(text) | Piece::Url(text) => out.push_str(text),
            Piece::Link(label, _) => out.push_str(&plain(label)),
        }
    }
    out
}

/// Text without its escapes, its bold face and the entities that everybody writes.
fn unescaped(text: &str) -> String {
    let text = text.replace("**", "").replace("__", "");
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.extend(letters.next()),
            _ => out.push(letter),
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&nbsp;", " "),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(out, |text, (entity, letter)| text.replace(entity, letter))
}

/// The text up to the end of its first sentence.
fn ended(text: &str) -> String {
    let mut sentence = String::new();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        let bare = word.trim_start_matches(['(', '"']).to_lowercase();
        let ends = word
            .trim_end_matches([')', '"', '\''])
            .ends_with(['.', '!', '?', '。']);
        let goes_on = words
            .peek()
            .is_some_and(|next| next.starts_with(char::is_lowercase));
        if ends && !goes_on && !ABBREVIATIONS.contains(&bare.as_str()) {
            break;
        }
    }
    sentence
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_at_the_sentence() {
        assert_eq!(sentence("Lists pets. All of them."), "Lists pets.");
        assert_eq!(
            sentence("Lists pets, e.g. Cats and v1.5 ones.\n\nMore"),
            "Lists pets, e.g. Cats and v1.5 ones."
        );
        assert_eq!(sentence("# Title\ntext"), "Title");
        assert_eq!(sentence("```\ncode\n```\nafter"), "after");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn is_plain() {
        assert_eq!(
            sentence("A **bold** [link](/x) to `code` \\_x &lt;y&gt;\u{7}\nz."),
            "A bold link to code _x <y> z."
        );
        assert_eq!(
            sentence("<p>See <a href='https://x.y'>this</a>.</p>"),
            "See this."
        );
    }

    #[test]
    fn is_short() {
        let long = sentence(&"word ".repeat(500));
        assert!(long.ends_with("word…") && long.chars().count() <= LONGEST);
    }
}
