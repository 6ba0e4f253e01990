//! From text to a query (RFC 9535 §2.1, appendix A).

use super::{
    cursor::Cursor,
    filter,
    literal::{self, is_name_first, is_name_letter},
    query::{Query, Segment, Selector, Slice},
};

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::overlay) struct Fault {
    /// How many bytes stand before it.
    pub(in crate::overlay) at: usize,
    pub(in crate::overlay) message: String,
    pub(in crate::overlay) help: String,
}

/// No person writes more; what takes a query apart may look at it more than once.
const MOST_BYTES: usize = 8 << 10;

/// Reads a query.
pub(in crate::overlay) fn parse(text: &str) -> Result<Query, Fault> {
    let mut cursor = Cursor::new(text);
    if text.len() > MOST_BYTES {
        let message = format!("this is longer than {MOST_BYTES} bytes");
        return Err(cursor.fault(message, "write several actions"));
    }
    if !cursor.take("$") {
        let help = match text.starts_with(['/', '#']) {
            true => "this is a JSON Pointer: write `$.paths['/pets'].get` for `/paths/~1pets/get`",
            false => "write `$` for the document, as in `$.paths['/pets'].get`",
        };
        return Err(cursor.fault("a JSONPath begins with `$`", help));
    }
    let segments = segments(&mut cursor)?;
    if cursor.peek().is_some() {
        return Err(unexpected(&cursor));
    }
    Ok(Query {
        is_relative: false,
        segments,
    })
}

/// As many steps down as there are. Blanks behind the last one are left.
pub(super) fn segments(cursor: &mut Cursor<'_>) -> Result<Vec<Segment>, Fault> {
    let mut found = Vec::new();
    loop {
        let before = cursor.clone();
        cursor.skip_blanks();
        let start = cursor.at;
        let descends = cursor.take("..");
        let selectors = if cursor.peek() == Some('[') {
            cursor.deeper(bracketed)?
        } else if descends || cursor.take(".") {
            vec![shorthand(cursor)?]
        } else {
            *cursor = before;
            return Ok(found);
        };
        found.push(Segment {
            descends,
            selectors,
            span: start..cursor.at,
        });
    }
}

/// What follows a dot.
fn shorthand(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    if cursor.take("*") {
        return Ok(Selector::Wildcard);
    }
    if !cursor.peek().is_some_and(is_name_first) {
        let help = "write a name of letters and digits, or brackets: `['name']`";
        return Err(cursor.fault("a name is missing behind the dot", help));
    }
    let start = cursor.at;
    let name = cursor.take_while(is_name_letter).to_owned();
    if cursor.peek() == Some('-') {
        cursor.take_while(|letter| is_name_letter(letter) || letter == '-');
        let whole = cursor.text.get(start..cursor.at).unwrap_or_default();
        let help = format!(
            "write `['{}']` in place of the dot and the name",
            crate::diagnostic::shown(whole)
        );
        cursor.at = start + name.len();
        return Err(cursor.fault("a name behind a dot has no `-`", help));
    }
    Ok(Selector::Name(name))
}

fn bracketed(cursor: &mut Cursor<'_>) -> Result<Vec<Selector>, Fault> {
    cursor.take("[");
    let mut selectors = Vec::new();
    loop {
        cursor.skip_blanks();
        selectors.push(selector(cursor)?);
        cursor.skip_blanks();
        if !cursor.take(",") {
            break;
        }
    }
    cursor.expect("]", "close the bracket")?;
    Ok(selectors)
}

fn selector(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    match cursor.peek() {
        Some('\'' | '"') => Ok(Selector::Name(literal::string(cursor)?)),
        Some('*') => {
            cursor.next();
            Ok(Selector::Wildcard)
        }
        Some('?') => {
            cursor.next();
            cursor.skip_blanks();
            Ok(Selector::Filter(filter::any(cursor)?))
        }
        Some('-' | ':' | '0'..='9') => index_or_slice(cursor),
        Some(letter) if is_name_first(letter) => {
            let help = "write quotes around the name: `['name']`";
            Err(cursor.fault("a name in brackets stands in quotes", help))
        }
        _ => {
            let help = "write a name in quotes, an index, `*` or `?` and a condition";
            Err(cursor.fault("this selects nothing", help))
        }
    }
}

fn index_or_slice(cursor: &mut Cursor<'_>) -> Result<Selector, Fault> {
    let start = optional_integer(cursor)?;
    let before = cursor.at;
    cursor.skip_blanks();
    if !cursor.take(":") {
        cursor.at = before;
        return match start {
            Some(index) => Ok(Selector::Index(index)),
            None => Err(unexpected(cursor)),
        };
    }
    cursor.skip_blanks();
    let end = optional_integer(cursor)?;
    let before = cursor.at;
    cursor.skip_blanks();
    let mut step = None;
    if cursor.take(":") {
        cursor.skip_blanks();
        step = optional_integer(cursor)?;
    } else {
        cursor.at = before;
    }
    Ok(Selector::Slice(Slice {
        start,
        end,
        step: step.unwrap_or(1),
    }))
}

fn optional_integer(cursor: &mut Cursor<'_>) -> Result<Option<i64>, Fault> {
    match cursor.peek() {
        Some('-' | '0'..='9') => literal::integer(cursor).map(Some),
        _ => Ok(None),
    }
}

pub(super) fn unexpected(cursor: &Cursor<'_>) -> Fault {
    let message = match cursor.peek() {
        None => "the path ends too early".to_owned(),
        Some(letter) => format!("`{}` cannot stand here", letter.escape_debug()),
    };
    cursor.fault(
        message,
        "a path is like `$.paths['/pets'].get` or `$.tags[?@.name == 'x']`",
    )
}
