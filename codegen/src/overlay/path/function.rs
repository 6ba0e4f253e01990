//! The functions of filters (RFC 9535 §2.4).

use super::{
    cursor::Cursor,
    filter::{Operand, comparable, operand},
    parse::Fault,
    pattern,
    query::{Comparable, Matching, Query},
};
use crate::diagnostic::closest;

/// What a function gives.
pub(super) enum Called {
    Value(Comparable),
    Matches(Matching),
}

const NAMES: &[&str] = &["length", "count", "match", "search", "value"];

/// Reads the arguments of a function, behind its bracket.
pub(super) fn called(
    name: &str,
    cursor: &mut Cursor<'_>,
    start: &Cursor<'_>,
) -> Result<Called, Fault> {
    cursor.skip_blanks();
    let called = match name {
        "length" => Called::Value(Comparable::Length(Box::new(value(cursor)?))),
        "count" => Called::Value(Comparable::Count(nodes(cursor)?)),
        "value" => Called::Value(Comparable::Value(nodes(cursor)?)),
        "match" | "search" => {
            let text = value(cursor)?;
            cursor.expect(",", "write a text and a pattern: `match(@.name, 'a.*')`")?;
            cursor.skip_blanks();
            let start = cursor.clone();
            let pattern = value(cursor)?;
            if let Comparable::Literal(serde_json::Value::String(text)) = &pattern
                && let Some((message, help)) = pattern::fault(text)
            {
                return Err(start.fault(message, help));
            }
            Called::Matches(Matching {
                text,
                pattern,
                is_whole: name == "match",
            })
        }
        _ => {
            let help = match closest(name, NAMES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("there are `{}`", NAMES.join("`, `")),
            };
            return Err(start.fault("there is no such function", help));
        }
    };
    cursor.expect(")", "close the bracket")?;
    Ok(called)
}

fn value(cursor: &mut Cursor<'_>) -> Result<Comparable, Fault> {
    let start = cursor.clone();
    comparable(operand(cursor)?, &start)
}

fn nodes(cursor: &mut Cursor<'_>) -> Result<Query, Fault> {
    let start = cursor.clone();
    match operand(cursor)? {
        Operand::Query(query) => Ok(query),
        Operand::Literal(_) | Operand::Called(_) => Err(start.fault(
            "this function takes a path",
            "write one, as in `count(@.tags[*])`",
        )),
    }
}
