//! HTML that vendors write into descriptions, as Markdown.

/// Longer comments are text: the bound keeps a page of open comments from being read over and over.
const LONGEST: usize = 1_000;

/// A tag: its name in lower case, whether it closes, and what follows the name.
struct Tag<'a> {
    name: String,
    closes: bool,
    attributes: &'a str,
}

/// A line outside of code blocks with the HTML in it that has a counterpart written as Markdown, and
/// tags that only shape the page left out. What looks like a tag but is none (`<token>`) stays.
///
/// What is written here may stand for several lines.
pub(super) fn line(text: &str) -> String {
    let cell = text.contains('|');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut links: Vec<&str> = Vec::new();
    while let Some(at) = rest.find(['<', '`', '\\']) {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let taken = match rest.chars().next() {
            Some('<') => tag(rest).and_then(|(tag, length)| {
                let text = markdown(&tag, cell, &mut links)?;
                let again = out.is_empty() || out.ends_with('\n');
                out.push_str(if again {
                    text.strip_prefix("\n- ").map_or(text.as_str(), |_| "- ")
                } else {
                    &text
                });
                Some(length)
            }),
            Some('`') => code(rest),
            _ => Some(1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
        };
        let is_tag = rest.starts_with('<');
        let length = taken.unwrap_or(1);
        if taken.is_none() || !is_tag {
            out.push_str(rest.get(..length).unwrap_or_default());
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    out + rest
}

/// The length of the code at the start, or of backticks that start none.
fn code(text: &str) -> Option<usize> {
    let run = super::inline::run(text);
    let end = super::inline::closing(text.get(run..)?, run);
    Some(end.map_or(run, |end| end + 2 * run))
}

/// The tag at the start and its length.
fn tag(text: &str) -> Option<(Tag<'_>, usize)> {
    if text.starts_with("<!--") {
        let name = "!--".to_owned();
        let window = text.get(..text.floor_char_boundary(LONGEST))?;
        return Some((
            Tag {
                name,
                closes: false,
                attributes: "",
            },
            window.find("-->")? + 3,
        ));
    }
    let inner = text.strip_prefix('<')?.split(['<', '>']).next()?;
    let end = inner.len() + 1;
    if !text.get(end..)?.starts_with('>') {
        return None;
    }
    let closes = inner.starts_with('/');
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name_end = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    let attributes = inner.get(name_end..)?;
    let fits = attributes.is_empty() || attributes.starts_with([' ', '/']);
    let name = inner.get(..name_end)?.to_ascii_lowercase();
    fits.then_some((
        Tag {
            name,
            closes,
            attributes,
        },
        end + 1,
    ))
}

/// What stands for a tag; none for what is no tag of HTML.
fn markdown<'a>(tag: &Tag<'a>, cell: bool, links: &mut Vec<&'a str>) -> Option<String> {
    let line_end = if cell { " " } else { "\n" };
    let line_break = if cell { " " } else { "  \n" };
    let gap = if cell { " " } else { "\n\n" };
    Some(match tag.name.as_str() {
        "!--" | "span" | "font" | "center" | "nobr" | "small" | "details" | "tbody" | "thead" => {
            String::new()
        }
        "sup" | "sub" | "u" if tag.attributes.is_empty() => String::new(),
        "br" => line_break.to_owned(),
        "hr" => line_end.to_owned(),
        "p" | "div" | "ul" | "ol" | "summary" | "table" | "blockquote" => gap.to_owned(),
        "tr" => line_break.to_owned(),
        "td" | "th" => " ".to_owned(),
        "li" if tag.closes => String::new(),
        "li" if cell => " ".to_owned(),
        "li" => "\n- ".to_owned(),
        "b" | "strong" => "**".to_owned(),
        "i" | "em" => "*".to_owned(),
        "code" | "tt" | "kbd" | "pre" => "`".to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if tag.closes => gap.to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => format!("{gap}### "),
        "a" if tag.closes => links
            .pop()
            .map(|href| format!("]({href})"))
            .unwrap_or_default(),
        "a" => match attribute(tag.attributes, "href") {
            Some(href) => {
                links.push(href);
                "[".to_owned()
            }
            None => String::new(),
        },
        "img" => {
            let [alt, src] = ["alt", "src"].map(|name| attribute(tag.attributes, name));
            format!(
                "![{}]({})",
                alt.unwrap_or_default(),
                src.unwrap_or_default()
            )
        }
        _ => return None,
    })
}

/// The value of an attribute between quotes.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = attributes.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value
        .strip_prefix(quote)?
        .split_once(quote)
        .map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_markdown() {
        assert_eq!(line("a<br/>b"), "a  \nb");
        assert_eq!(line("<img src='https://x.y' alt='z'>"), "![z](https://x.y)");
        assert_eq!(line("<p>a <b>c</b></p>"), "\n\na **c**\n\n");
        assert_eq!(line("<a href=\"https://x.y\">z</a>!"), "[z](https://x.y)!");
        assert_eq!(line("<ul><li>a</li></ul>"), "\n\n- a\n\n");
        assert_eq!(line("| a<br>b |"), "| a b |");
        assert_eq!(line("a<!-- no -->b"), "ab");
    }

    #[test]
    fn keeps_what_is_no_tag() {
        for text in [
            "<token>",
            "a < b > c",
            "`<br>`",
            "\\<br>",
            "<https://x.y>",
            "<br",
            "<a/b",
            "é<ü>",
        ] {
            assert_eq!(line(text), text);
        }
    }
}
