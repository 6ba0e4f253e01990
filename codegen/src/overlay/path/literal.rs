//! Names, numbers and texts in a query (RFC 9535 §2.3.1.1, §2.3.3.1, §2.3.5.1).

use serde_json::{Number, Value};

use super::{cursor::Cursor, parse::Fault};

/// The largest whole number that every reader of JSON keeps exactly.
const MOST: i64 = (1 << 53) - 1;

pub(super) fn is_name_first(letter: char) -> bool {
    letter.is_ascii_alphabetic() || letter == '_' || !letter.is_ascii()
}

pub(super) fn is_name_letter(letter: char) -> bool {
    is_name_first(letter) || letter.is_ascii_digit()
}

/// An index, or a part of a slice.
pub(super) fn integer(cursor: &mut Cursor<'_>) -> Result<i64, Fault> {
    let start = cursor.clone();
    let text = digits(cursor)?;
    if text == "-0" {
        return Err(start.fault("there is no `-0` among indices", "write `0`"));
    }
    let number = text.parse::<i64>().ok();
    let number = number.filter(|number| (-MOST..=MOST).contains(number));
    number.ok_or_else(|| start.fault("this number is too large", "write a smaller one"))
}

/// The text of a whole number.
fn digits<'t>(cursor: &mut Cursor<'t>) -> Result<&'t str, Fault> {
    let start = cursor.at;
    cursor.take("-");
    let digits = cursor.take_while(|letter| letter.is_ascii_digit());
    if digits.is_empty() {
        return Err(cursor.fault(
            "a digit is missing here",
            "write a number such as `0` or `-1`",
        ));
    }
    if digits.len() > 1 && digits.starts_with('0') {
        let help = "take out the zeros in front";
        return Err(cursor.fault("a number does not begin with `0`", help));
    }
    Ok(cursor.text.get(start..cursor.at).unwrap_or_default())
}

pub(super) fn number(cursor: &mut Cursor<'_>) -> Result<Value, Fault> {
    let start = cursor.at;
    digits(cursor)?;
    let more = |cursor: &mut Cursor<'_>| {
        let digits = cursor.take_while(|letter| letter.is_ascii_digit());
        match digits.is_empty() {
            true => Err(cursor.fault("a digit is missing here", "write a number such as `1.5`")),
            false => Ok(()),
        }
    };
    if cursor.take(".") {
        more(cursor)?;
    }
    if cursor.take("e") || cursor.take("E") {
        let _ = cursor.take("+") || cursor.take("-");
        more(cursor)?;
    }
    let text = cursor.text.get(start..cursor.at).unwrap_or_default();
    let number: Option<Number> = text.parse().ok();
    let too_large = || cursor.fault("this number is too large", "write a smaller one");
    number.map(Value::Number).ok_or_else(too_large)
}

/// A text in quotes of either kind.
pub(super) fn string(cursor: &mut Cursor<'_>) -> Result<String, Fault> {
    let start = cursor.clone();
    let quote = cursor.next().unwrap_or_default();
    let mut text = String::new();
    loop {
        let before = cursor.clone();
        match cursor.next() {
            None => return Err(start.fault("this quote is not closed", "close it")),
            Some('\\') => text.push(escaped(cursor, quote)?),
            Some(letter) if letter == quote => return Ok(text),
            Some(letter) if letter < ' ' => {
                let help = format!("write `\\u{:04x}`", u32::from(letter));
                return Err(before.fault("a control character stands in quotes", help));
            }
            Some(letter) => text.push(letter),
        }
    }
}

fn escaped(cursor: &mut Cursor<'_>, quote: char) -> Result<char, Fault> {
    let before = cursor.clone();
    Ok(match cursor.next() {
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some(letter @ ('/' | '\\')) => letter,
        Some(letter) if letter == quote => letter,
        Some('u') => {
            let help = "write `\\u` and four digits from `0` to `f`, or a pair of surrogates";
            let fault = || before.fault("this is no escape of a character", help);
            let unit = hexadecimal(cursor).ok_or_else(fault)?;
            let code = match unit {
                0xd800..=0xdbff if cursor.take("\\u") => {
                    let low = hexadecimal(cursor).filter(|low| (0xdc00..=0xdfff).contains(low));
                    let low = low.ok_or_else(fault)?;
                    0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
                }
                unit => unit,
            };
            char::from_u32(code).ok_or_else(fault)?
        }
        _ => {
            let help = "write `\\\\` for a backslash";
            return Err(before.fault("there is no such escape", help));
        }
    })
}

fn hexadecimal(cursor: &mut Cursor<'_>) -> Option<u32> {
    let digits = cursor.rest().get(..4)?;
    let is_number = digits.chars().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
    cursor.at += 4;
    Some(number)
}
