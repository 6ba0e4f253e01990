//! Formats of text that decide on a type of its own.

use crate::{Format, FormatType, FormatTypes};

/// Whether a text is of a format; any text is of one that has no type of its own.
pub(super) fn fits(format: &str, text: &str, types: &FormatTypes) -> bool {
    let name = if format == "url" { "uri" } else { format };
    let known = Format::ALL.iter().find(|format| format.as_str() == name);
    let Some(format) = known.filter(|format| types.get(**format) != FormatType::String) else {
        return true;
    };
    match format {
        Format::DateTime => date_time(text),
        Format::Date => date(text).is_some_and(|rest| rest.is_empty()),
        Format::Time => time(text).is_some_and(|rest| rest.is_empty() || offset(rest)),
        Format::Uuid => uuid(text),
        Format::Byte | Format::Binary => base64(text),
        Format::Uri => text.contains(':'),
        Format::Decimal => text.parse::<f64>().is_ok_and(f64::is_finite),
        Format::Duration => text.trim_start_matches(['+', '-']).starts_with(['P', 'p']),
    }
}

/// RFC 3339 §5.6. What has no offset is in UTC: many write it so, and clients read it so.
fn date_time(text: &str) -> bool {
    let rest = date(text).and_then(|rest| time(rest.strip_prefix(['T', 't', ' '])?));
    rest.is_some_and(|rest| rest.is_empty() || offset(rest))
}

/// A day, and what stands behind it.
fn date(text: &str) -> Option<&str> {
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day).then_some(rest)
}

/// A time of day, and what stands behind it. Seconds may be left out (ISO 8601).
fn time(text: &str) -> Option<&str> {
    let (hour, rest) = number(text, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    if hour > 23 || minute > 59 {
        return None;
    }
    let Some(rest) = rest.strip_prefix(':') else {
        return Some(rest);
    };
    let (second, rest) = number(rest, 2)?;
    let Some(fraction) = rest.strip_prefix(['.', ',']) else {
        return (second <= 60).then_some(rest);
    };
    let rest = fraction.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (second <= 60 && rest.len() < fraction.len()).then_some(rest)
}

/// An offset from UTC, and nothing behind it.
fn offset(text: &str) -> bool {
    if matches!(text, "Z" | "z") {
        return true;
    }
    let hours = text
        .strip_prefix(['+', '-'])
        .and_then(|text| number(text, 2));
    let Some((hours, rest)) = hours.filter(|(hours, _)| *hours <= 23) else {
        return false;
    };
    let minutes = number(rest.strip_prefix(':').unwrap_or(rest), 2);
    let is_minutes = minutes.is_some_and(|(minutes, rest)| minutes <= 59 && rest.is_empty());
    hours <= 23 && (rest.is_empty() || is_minutes)
}

/// A number of so many digits, and what stands behind it.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (number, rest) = text.split_at_checked(digits)?;
    let are_digits = number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| are_digits)?, rest))
}

/// RFC 9562 §4, also in braces, as a URN, or without hyphens.
fn uuid(text: &str) -> bool {
    let text = text.trim_start_matches("urn:uuid:");
    let braced = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    let text = braced.unwrap_or(text);
    let digits = text.bytes().filter(u8::is_ascii_hexdigit).count();
    let hyphens: Vec<_> = text.match_indices('-').map(|(at, _)| at).collect();
    let are_set = hyphens.is_empty() || hyphens == [8, 13, 18, 23];
    digits == 32 && text.len() == digits + hyphens.len() && are_set
}

/// RFC 4648 §4 and §5, with line breaks as MIME has them.
fn base64(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte);
    digits.bytes().all(is_digit) && text.len() - digits.len() <= 2 && digits.len() % 4 != 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_have_types() {
        let types = FormatTypes::default();
        for (format, text, expected) in [
            ("date-time", "1985-04-12T23:20:50.52Z", true),
            ("date-time", "1985-04-12T23:20:50", true),
            ("date-time", "1985-04-12 23:20:50+0200", true),
            ("date-time", "1985-04-12", false),
            ("date-time", "yesterday", false),
            ("date-time", "2023-02-29T00:00:00Z", false),
            ("date", "2024-02-29", true),
            ("date", "04/03/2001", false),
            ("time", "09:30", true),
            ("time", "9:30", false),
            ("uuid", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", true),
            ("uuid", "{F81D4FAE7DEC11D0A76500A0C91E6BF6}", true),
            ("uuid", "123", false),
            ("byte", "aGVsbG8=", true),
            ("byte", "not base64!", false),
            ("uri", "any", true),
            ("email", "any", true),
        ] {
            assert_eq!(fits(format, text, &types), expected, "{format} {text}");
        }
    }
}
