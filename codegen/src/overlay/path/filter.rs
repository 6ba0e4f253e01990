//! Conditions of filters (RFC 9535 §2.3.5).

use serde_json::Value;

use super::{
    cursor::Cursor,
    function::{self, Called},
    literal,
    parse::{Fault, segments, unexpected},
    query::{Comparable, Logical, Operator, Query},
};

/// Conditions of which one must hold.
pub(super) fn any(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    several(cursor, "||", Logical::Any, |cursor| {
        several(cursor, "&&", Logical::All, one)
    })
}

fn several(
    cursor: &mut Cursor<'_>,
    between: &str,
    of: impl FnOnce(Vec<Logical>) -> Logical,
    read: impl Fn(&mut Cursor<'_>) -> Result<Logical, Fault>,
) -> Result<Logical, Fault> {
    let first = read(cursor)?;
    let mut all = vec![first];
    loop {
        let before = cursor.at;
        cursor.skip_blanks();
        if !cursor.take(between) {
            cursor.at = before;
            break;
        }
        cursor.skip_blanks();
        all.push(read(cursor)?);
    }
    match all.len() {
        1 => all.pop().ok_or_else(|| unexpected(cursor)),
        _ => Ok(of(all)),
    }
}

fn one(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    let is_not = cursor.take("!");
    if is_not {
        cursor.skip_blanks();
    }
    let start = cursor.clone();
    let read = match cursor.take("(") {
        true => cursor.deeper(|cursor| {
            cursor.skip_blanks();
            let inner = any(cursor)?;
            cursor.expect(")", "close the bracket")?;
            Ok(inner)
        })?,
        false => test_or_comparison(cursor)?,
    };
    if !is_not {
        return Ok(read);
    }
    if matches!(read, Logical::Compare(..)) && start.peek() != Some('(') {
        let help = "write brackets around the comparison: `!(@.a == 1)`";
        return Err(start.fault("`!` cannot stand before a comparison", help));
    }
    Ok(Logical::Not(Box::new(read)))
}

/// What can stand on a side of a comparison, or alone.
pub(super) enum Operand {
    Literal(Value),
    Query(Query),
    Called(Called),
}

fn test_or_comparison(cursor: &mut Cursor<'_>) -> Result<Logical, Fault> {
    let start = cursor.clone();
    let left = operand(cursor)?;
    let before = cursor.at;
    cursor.skip_blanks();
    let Some(operator) = operator(cursor) else {
        cursor.at = before;
        return test(left, &start);
    };
    let left = comparable(left, &start)?;
    cursor.skip_blanks();
    let start = cursor.clone();
    let right = comparable(operand(cursor)?, &start)?;
    Ok(Logical::Compare(left, operator, right))
}

fn operator(cursor: &mut Cursor<'_>) -> Option<Operator> {
    let known = [
        ("==", Operator::Equal),
        ("!=", Operator::NotEqual),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
        ("<", Operator::Less),
        (">", Operator::Greater),
    ];
    let found = known.into_iter().find(|(text, _)| cursor.take(text));
    found.map(|(_, operator)| operator)
}

pub(super) fn operand(cursor: &mut Cursor<'_>) -> Result<Operand, Fault> {
    match cursor.peek() {
        Some('\'' | '"') => Ok(Operand::Literal(literal::string(cursor)?.into())),
        Some('-' | '0'..='9') => Ok(Operand::Literal(literal::number(cursor)?)),
        Some(letter @ ('@' | '$')) => {
            cursor.next();
            Ok(Operand::Query(Query {
                is_relative: letter == '@',
                segments: segments(cursor)?,
            }))
        }
        Some('a'..='z') => word(cursor),
        _ => {
            let help = "write a value, or a path from `@`, which is the value that is tested: \
                        `[?@.name == 'x']`";
            Err(cursor.fault("this is no condition", help))
        }
    }
}

fn word(cursor: &mut Cursor<'_>) -> Result<Operand, Fault> {
    let start = cursor.clone();
    let is_part = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '_');
    let word = cursor.take_while(is_part);
    if cursor.take("(") {
        let called = cursor.deeper(|cursor| function::called(word, cursor, &start))?;
        return Ok(Operand::Called(called));
    }
    match word {
        "true" => Ok(Operand::Literal(Value::Bool(true))),
        "false" => Ok(Operand::Literal(Value::Bool(false))),
        "null" => Ok(Operand::Literal(Value::Null)),
        _ => {
            let help = "write quotes around text, and `@.` before the name of a member";
            Err(start.fault("this word has no meaning", help))
        }
    }
}

/// What stands alone: whether there is such a thing.
fn test(alone: Operand, start: &Cursor<'_>) -> Result<Logical, Fault> {
    match alone {
        Operand::Query(query) => Ok(Logical::Exists(query)),
        Operand::Called(Called::Matches(matching)) => Ok(Logical::Matches(matching)),
        Operand::Called(Called::Value(_)) => Err(start.fault(
            "this is a value, and no condition",
            "compare it: `length(@.a) > 1`",
        )),
        Operand::Literal(_) => {
            Err(start.fault("a value alone is no condition", "compare it: `@.a == 1`"))
        }
    }
}

/// A side of a comparison: one value at most.
pub(super) fn comparable(side: Operand, start: &Cursor<'_>) -> Result<Comparable, Fault> {
    match side {
        Operand::Literal(value) => Ok(Comparable::Literal(value)),
        Operand::Query(query) if query.is_singular() => Ok(Comparable::Value(query)),
        Operand::Query(_) => {
            let help = "take `..`, `*`, slices and filters out of it, or test them: \
                        `[?@.list[?@ == 1]]`";
            Err(start.fault("what may be several values cannot be compared", help))
        }
        Operand::Called(Called::Value(value)) => Ok(value),
        Operand::Called(Called::Matches(_)) => {
            let help = "write it alone: `[?match(@.a, 'b')]`, or `!match(…)`";
            Err(start.fault("this is a condition, and no value to compare", help))
        }
    }
}
