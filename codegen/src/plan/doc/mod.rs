//! Descriptions into doc comments.
//!
//! Descriptions are CommonMark as vendors write it: indented prose, open fences, HTML, bare URLs,
//! links into their own site. Passed through, they would become doctests, broken links and warnings.
//!
//! So nothing is passed through. A description is read into blocks and pieces, and written again in a
//! canonical form in which each character that could mean something is either meant or escaped:
//!
//! - code is always fenced and never Rust, so that no doctest is made of it;
//! - links and images lead to `http` or `https` or become their text, bare URLs become links;
//! - `<`, `[` and backticks without a partner are escaped; common HTML becomes Markdown;
//! - headings are two levels lower than written at most;
//! - prose that does not fit 92 columns is filled anew, what ends a line of the page aside.
//!
//! A reader that disagrees with this one about what a construct is can still find no other in what
//! was written. No Markdown parser is needed for that: whatever is not recognised is plain text.

mod block;
mod clean;
mod escape;
mod html;
mod inline;
mod link;
mod list;
mod prepare;
mod render;
mod sentence;
mod table;
mod wrap;

pub(crate) use sentence::sentence;

/// The columns of prose, without the `/// ` before it.
const WIDTH: usize = 92;

/// A description as the lines of a doc comment.
///
/// Lines have no leading space of the comment's own: write `#[doc = " …"]` for a line with text and
/// `#[doc = ""]` for an empty one. An empty description has no lines.
pub(crate) fn lines(markdown: &str) -> Vec<String> {
    if is_prose(markdown) {
        let mut out = Vec::new();
        wrap::paragraph(markdown, WIDTH, &mut out);
        return out;
    }
    let (source, references) = prepare::prepare(clean::lines(markdown));
    render::Writer::new(&references).blocks(&block::parse(&source, 0), WIDTH)
}

/// Whether a text is a line of words, in which no character can mean anything: most are.
fn is_prose(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" ,.()'/;?%".contains(&byte);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(is_plain)
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !text.contains("www.")
}

/// A paragraph of the generator's own, whose links may lead to items: only its lines are cut.
pub(crate) fn own(text: &str) -> Vec<String> {
    wrap::own(text, WIDTH)
}

/// The lines of a description that need not be there.
pub(crate) fn optional(markdown: Option<&str>) -> Vec<String> {
    markdown.map(lines).unwrap_or_default()
}

#[cfg(test)]
mod tests;
