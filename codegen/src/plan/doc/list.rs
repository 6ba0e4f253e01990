//! Lists and their items.

use super::block::{self, Block};
use super::clean::indent;

/// A list with items that have something in them.
#[derive(Debug, PartialEq)]
pub(super) struct List {
    /// Whether no blank line stands between or in items.
    pub(super) tight: bool,
    pub(super) items: Vec<Item>,
}

/// An item and the text before it.
#[derive(Debug, PartialEq)]
pub(super) struct Item {
    /// `- `, `7. ` or `7) `.
    pub(super) marker: String,
    pub(super) blocks: Vec<Block>,
}

impl List {
    /// Whether the list may follow a paragraph at once: one that starts at 7 may not.
    pub(super) fn interrupts(&self) -> bool {
        self.items
            .first()
            .is_some_and(|item| ["- ", "1. ", "1) "].contains(&item.marker.as_str()))
    }
}

/// The mark of an item at the start of a line.
pub(super) struct Marker {
    /// The mark itself, which items of one list share: a bullet, or what follows the number.
    kind: char,
    number: Option<u32>,
    /// Where the text of the item starts, and so the margin of its further lines.
    margin: usize,
}

impl Marker {
    pub(super) fn interrupts(&self) -> bool {
        self.number.is_none_or(|number| number == 1)
    }

    fn text(&self) -> String {
        match self.number {
            Some(number) => format!("{number}{} ", self.kind),
            None => "- ".to_owned(),
        }
    }
}

/// The marker of a line; none for one with nothing behind it, which is kept as text.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let text = line.trim_start_matches(' ');
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = text.get(digits..)?;
    let kind = rest.chars().next()?;
    let fits = if digits > 0 {
        matches!(kind, '.' | ')')
    } else {
        matches!(kind, '-' | '*' | '+')
    };
    let behind = rest
        .strip_prefix(kind)
        .filter(|behind| fits && behind.starts_with(' '))?;
    if digits > 9 || behind.trim().is_empty() || block::is_rule(line) {
        return None;
    }
    let number = text.get(..digits).filter(|digits| !digits.is_empty());
    let space = indent(behind);
    let space = if space > 4 { 1 } else { space };
    Some(Marker {
        kind,
        number: number.and_then(|digits| digits.parse().ok()),
        margin: indent(line) + digits + 1 + space,
    })
}

/// Reads the list that starts at the first line, and how many lines it takes.
pub(super) fn parse(lines: &[String], depth: usize) -> (List, usize) {
    let mut list = List {
        tight: true,
        items: Vec::new(),
    };
    let mut at = 0;
    let mut taken = 0;
    let mut kind = None;
    while let Some(marker) = lines.get(at).and_then(|line| marker(line)) {
        if *kind.get_or_insert(marker.kind) != marker.kind {
            break;
        }
        let item = lines.get(at..).unwrap_or_default();
        let length = length(item, marker.margin);
        list.tight &= taken == at && !item.iter().take(length).any(String::is_empty);
        let inner = inner(item.get(..length).unwrap_or_default(), marker.margin);
        let blocks = block::parse(&inner, depth + 1);
        list.items.push(Item {
            marker: marker.text(),
            blocks,
        });
        taken = at + length;
        let blank = lines
            .iter()
            .skip(taken)
            .take_while(|line| line.is_empty())
            .count();
        at = taken + blank;
    }
    (list, taken)
}

/// How many lines belong to the item that starts at the first one, without blank ones behind it.
fn length(lines: &[String], margin: usize) -> usize {
    let mut length = 1;
    let mut blank = false;
    for (index, line) in lines.iter().enumerate().skip(1) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if indent(line) < margin {
            let lazy =
                !blank && !block::starts(line) && !block::is_quote(line) && marker(line).is_none();
            if !lazy {
                break;
            }
        }
        blank = false;
        length = index + 1;
    }
    length
}

/// The lines of an item without its margin. The first has its marker there.
fn inner(lines: &[String], margin: usize) -> Vec<String> {
    let mut inner: Vec<String> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        if index == 0 {
            inner.push(
                line.get(margin..)
                    .unwrap_or_default()
                    .trim_start()
                    .to_owned(),
            );
        } else {
            inner.push(block::strip(line, margin));
        }
    }
    inner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn reads_items() {
        let (list, taken) = parse(&lines("- a\n  b\nc\n- d\n\ntext"), 0);
        assert_eq!(taken, 4);
        assert_eq!(list.items.len(), 2);
        assert!(list.tight && list.interrupts());
        let (list, taken) = parse(&lines("7. a\n\n8. b"), 0);
        assert_eq!((taken, list.tight, list.interrupts()), (3, false, false));
    }

    #[test]
    fn knows_markers() {
        assert!(marker("-").is_none() && marker("- - -").is_none() && marker("1.5").is_none());
        assert!(marker("1234567890. a").is_none() && marker("-a").is_none());
        assert_eq!(
            marker("  10) a").map(|m| (m.margin, m.text())),
            Some((6, "10) ".to_owned()))
        );
    }
}
