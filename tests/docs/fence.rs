//! Fenced blocks of a page.

use std::fs;

use outspoken_tests::repo;

/// A fenced block.
pub(crate) struct Fence {
    /// The words of its info string: the language, then what the block is.
    pub(crate) words: Vec<String>,
    /// What stands in it, line by line.
    pub(crate) lines: Vec<String>,
    /// Where it is, for people.
    pub(crate) place: String,
}

impl Fence {
    /// The value of a word such as `at:operation`.
    pub(crate) fn value(&self, key: &str) -> Option<&str> {
        let mut values = self.words.iter().filter_map(|word| word.split_once(':'));
        values
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    }

    /// The text, with a line break at its end.
    pub(crate) fn text(&self) -> String {
        self.lines.iter().map(|line| format!("{line}\n")).collect()
    }
}

/// The fenced blocks of a page, in order.
pub(crate) fn fences(page: &str) -> Vec<Fence> {
    let text = fs::read_to_string(repo::root().join(page)).unwrap();
    let mut fences: Vec<Fence> = Vec::new();
    let mut open = false;
    for (index, line) in text.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(info) if !open => fences.push(Fence {
                words: info.split_whitespace().map(str::to_owned).collect(),
                lines: Vec::new(),
                place: format!("{page}:{}", index + 1),
            }),
            None if open => fences.last_mut().unwrap().lines.push(line.to_owned()),
            _ => {}
        }
        open ^= line.starts_with("```");
    }
    assert!(!open, "{page}: a fence is not closed");
    fences
}
