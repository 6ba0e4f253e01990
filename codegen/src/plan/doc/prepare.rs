//! What is done before blocks are read: HTML becomes Markdown, definitions of links are collected.

use super::clean;
use super::html;
use super::inline::References;
use super::link::{self, Target};

/// Lines that hold no HTML and no definitions, and the definitions.
pub(super) fn prepare(lines: Vec<String>) -> (Vec<String>, References) {
    let mut out = Vec::with_capacity(lines.len());
    let mut references = References::new();
    let mut open: Option<char> = None;
    for line in lines {
        let mark = fence(&line);
        match open {
            Some(_) if mark == open => open = None,
            None if mark.is_some() => open = mark,
            None if !line.starts_with("    ") => {
                if let Some((label, url)) = definition(&line) {
                    references.get_or(label, || url);
                } else if line.contains('<') {
                    let text = html::line(&line);
                    // A break at the end of a line is no empty line behind it.
                    let text = match text.strip_suffix('\n') {
                        Some(broken) if broken.ends_with(clean::BREAK) => broken,
                        _ => &text,
                    };
                    out.extend(text.split('\n').map(|line| clean::cut(line).to_owned()));
                } else {
                    out.push(line);
                }
                continue;
            }
            _ => {}
        }
        out.push(line);
    }
    (out, references)
}

/// The mark of the fence that a line may be.
fn fence(line: &str) -> Option<char> {
    let text = line.trim_start();
    let mark = ["```", "~~~"]
        .iter()
        .find(|mark| text.starts_with(**mark))?;
    mark.chars().next()
}

/// `[label]: https://…`, perhaps with a title.
fn definition(line: &str) -> Option<(String, String)> {
    let (label, rest) = line.trim_start().strip_prefix('[')?.split_once("]:")?;
    let address = rest.split_whitespace().next()?;
    let address = address.trim_start_matches('<').trim_end_matches('>');
    match link::target(address)? {
        Target::Url(url) if !label.contains([']', '[']) && !label.starts_with('^') => {
            Some((link::key(label), url))
        }
        _ => None,
    }
}
