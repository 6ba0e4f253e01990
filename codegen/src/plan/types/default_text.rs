//! Whether the text of a default means a value of its type.
//!
//! The crates of these types are not among the generator's dependencies. So less is taken here than
//! the runtime reads: what passes is read by all of them, and means the same to all.

use crate::ir::Foreign;

/// Whether a text surely means a value of the type.
pub(super) fn means(foreign: Foreign, text: &str) -> bool {
    let is = match foreign {
        Foreign::JiffTimestamp | Foreign::ChronoDateTime | Foreign::TimeDateTime => date_time(text),
        Foreign::JiffDate | Foreign::ChronoDate | Foreign::TimeDate => date(text),
        Foreign::JiffTime | Foreign::ChronoTime | Foreign::TimeTime => time(text),
        Foreign::JiffSpan => duration(text),
        Foreign::Base64 => base64(text),
        Foreign::Decimal => decimal(text),
        Foreign::Url => url(text),
        Foreign::Uuid => uuid(text),
    };
    is.is_some()
}

/// `date-time` (RFC 3339 §5.6).
fn date_time(text: &str) -> Option<()> {
    let (day, rest) = text.split_once('T')?;
    date(day)?;
    let local = match rest.strip_suffix('Z') {
        Some(local) => local,
        None => {
            let (local, offset) = rest.split_at_checked(rest.rfind(['+', '-'])?)?;
            let (hours, minutes) = offset.get(1..)?.split_once(':')?;
            number(hours, 2, 23)?;
            number(minutes, 2, 59)?;
            local
        }
    };
    time(local)
}

/// `full-date` (RFC 3339 §5.6).
fn date(text: &str) -> Option<()> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let year = number(year, 4, 9999)?;
    let month = number(month, 2, 12)?;
    let day = number(day, 2, 31)?;
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (month > 0 && day > 0 && day <= days).then_some(())
}

/// `partial-time` (RFC 3339 §5.6), without leap seconds.
fn time(text: &str) -> Option<()> {
    let (time, fraction) = match text.split_once('.') {
        Some((time, fraction)) => (time, Some(fraction)),
        None => (text, None),
    };
    let (hour, rest) = time.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    number(hour, 2, 23)?;
    number(minute, 2, 59)?;
    number(second, 2, 59)?;
    fraction.is_none_or(is_digits).then_some(())
}

/// `P1Y2M3DT4H5M6S` (RFC 3339 appendix A), with numbers of at most four digits.
fn duration(text: &str) -> Option<()> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    amounts(date, "YMWD")?;
    if let Some(time) = time {
        amounts(time, "HMS")?;
    }
    let is_empty = |part: &str| part.is_empty();
    (time.map_or(!is_empty(date), |time| !is_empty(time))).then_some(())
}

/// Numbers, each before one of these units, which come in this order.
fn amounts(mut text: &str, mut units: &str) -> Option<()> {
    while !text.is_empty() {
        let (digits, rest) = text.split_at_checked(text.find(|c: char| !c.is_ascii_digit())?)?;
        let unit = rest.chars().next()?;
        (1..=4).contains(&digits.len()).then_some(())?;
        (_, units) = units.split_once(unit)?;
        text = rest.get(1..)?;
    }
    Some(())
}

/// RFC 4648 §4, with padding.
fn base64(text: &str) -> Option<()> {
    let letters = text.trim_end_matches('=');
    let padding = text.len() - letters.len();
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    // The bits beyond the last whole byte must be zero.
    let last = letters.bytes().last();
    let is_whole = match padding {
        0 => true,
        1 => last.is_some_and(|byte| b"AEIMQUYcgkosw048".contains(&byte)),
        _ => last.is_some_and(|byte| b"AQgw".contains(&byte)),
    };
    let is_base64 = text.len().is_multiple_of(4) && padding <= 2 && letters.bytes().all(is_letter);
    (is_base64 && is_whole).then_some(())
}

fn decimal(text: &str) -> Option<()> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_short = whole.len() + fraction.len() <= 28;
    (is_short && is_digits(whole) && is_digits(fraction)).then_some(())
}

/// A URL with a plain host name; other URLs have rules of their own.
fn url(text: &str) -> Option<()> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = |label: &str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        label.starts_with(|c: char| c.is_ascii_alphabetic())
            && label.bytes().all(plain)
            && !label.to_ascii_lowercase().starts_with("xn--")
    };
    let is_url = host.split('.').all(is_plain) && rest.bytes().all(|byte| byte.is_ascii_graphic());
    is_url.then_some(())
}

/// The form that is written (RFC 9562 §4).
fn uuid(text: &str) -> Option<()> {
    let lengths = text.split('-').map(str::len);
    let is_hex = text
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    (is_hex && lengths.eq([8, 4, 4, 4, 12])).then_some(())
}

/// A number of so many digits, if it is not too large.
fn number(text: &str, digits: usize, most: u16) -> Option<u16> {
    let number = text.parse().ok()?;
    (text.len() == digits && is_digits(text) && number <= most).then_some(number)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(foreign: Foreign, some: &[&str], none: &[&str]) {
        for text in some {
            assert!(means(foreign, text), "{text} means a {foreign:?}");
        }
        for text in none {
            assert!(!means(foreign, text), "{text} means no {foreign:?}");
        }
    }

    #[test]
    fn dates_and_times() {
        hold(
            Foreign::JiffTimestamp,
            &[
                "2024-02-29T23:59:59Z",
                "0000-01-01T00:00:00.123+23:59",
                "2024-01-01T00:00:00-08:00",
            ],
            &[
                "",
                "2024-01-01",
                "2023-02-29T00:00:00Z",
                "2024-01-01T00:00:00",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:00:60Z",
                "2024-01-01T00:00:00.Z",
                "2024-01-01T00:00:00+0800",
                "é",
                "T",
                "TZ",
            ],
        );
        hold(
            Foreign::JiffDate,
            &["1996-12-19", "2000-02-29"],
            &[
                "04/03/2001",
                "1900-02-29",
                "1996-13-01",
                "1996-00-01",
                "1996-01-00",
                "1996-04-31",
                "+996-01-01",
            ],
        );
        hold(
            Foreign::JiffTime,
            &["00:00:00", "23:59:59.5"],
            &["1:23AM", "24:00:00", "12:00", "12:00:00Z"],
        );
        hold(
            Foreign::JiffSpan,
            &["P1D", "PT90M", "P1Y2M3W4DT5H6M7S"],
            &[
                "", "P", "PT", "P1DT", "P1H", "PT1D", "P1D2Y", "P12345D", "P1", "PD", "PTé", "TBD",
            ],
        );
    }

    #[test]
    fn other_texts() {
        hold(
            Foreign::Uuid,
            &["f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
            &[
                "",
                "f81d4fae7dec11d0a76500a0c91e6bf6",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
            ],
        );
        hold(
            Foreign::Base64,
            &["", "YQ==", "YWI=", "YWJj", "+/+/"],
            &["YQ", "YR==", "YWJ=", "YQ===", "====", "-_-_", "Y Q=", "é"],
        );
        hold(
            Foreign::Decimal,
            &["1", "-12.50"],
            &[
                "",
                "-",
                "1.",
                ".5",
                "1e3",
                "1_0",
                "12345678901234567890123456789",
            ],
        );
        hold(
            Foreign::Url,
            &[
                "https://example.com",
                "http://example.com/a?b#c",
                "https://localhost/",
            ],
            &[
                "",
                "/a",
                "example.com",
                "https://",
                "https://1.2.3.4.5/",
                "https://a..b",
                "https://a b",
                "https://a:99999",
                "ftp://a",
            ],
        );
    }
}
