//! Types of `jiff`.

use jiff::{Span, SpanFieldwise, Timestamp, civil, tz::Offset};

use super::{Text, rfc3339, text::text_type};
use crate::schema::Blank;

text_type!(Timestamp, civil::Date, civil::Time, SpanFieldwise);

impl Blank for Timestamp {
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }
}

impl Text for Timestamp {
    const WHAT: &'static str = "a date and time with an offset (RFC 3339)";

    /// The offset is not kept. The last hours of 9999 are beyond what the type holds: APIs that say
    /// `9999-12-31T23:59:59Z` mean "never", and its last instant means that too.
    fn from_text(text: &str) -> Option<Self> {
        let rfc3339::DateTime { date, time, offset } = rfc3339::DateTime::read(text)?;
        let civil = self::date(date)?.to_datetime(self::time(time)?);
        let offset = Offset::from_seconds(offset).ok()?;
        Some(offset.to_timestamp(civil).unwrap_or(Self::MAX))
    }

    fn to_text(&self) -> Result<String, &'static str> {
        let utc = Offset::UTC.to_datetime(*self);
        let plain = rfc3339::DateTime {
            date: plain_date(utc.date()),
            time: plain_time(utc.time()),
            offset: 0,
        };
        plain.text()
    }
}

impl Blank for civil::Date {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for civil::Date {
    const WHAT: &'static str = "a date (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        date(rfc3339::Date::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        plain_date(*self).text()
    }
}

impl Blank for civil::Time {
    fn blank() -> Self {
        Self::midnight()
    }
}

impl Text for civil::Time {
    const WHAT: &'static str = "a time of day (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        time(rfc3339::Time::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(plain_time(*self).to_string())
    }
}

impl Blank for SpanFieldwise {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for SpanFieldwise {
    const WHAT: &'static str = "a duration (ISO 8601)";

    /// `jiff` reads durations in words as well, which no API sends under this format.
    fn from_text(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let designated = unsigned.starts_with(['P', 'p']);
        text.parse::<Span>().ok().filter(|_| designated).map(Self)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(self.0.to_string())
    }
}

fn date(date: rfc3339::Date) -> Option<civil::Date> {
    let year = i16::try_from(date.year).ok()?;
    let month = i8::try_from(date.month).ok()?;
    civil::Date::new(year, month, i8::try_from(date.day).ok()?).ok()
}

fn time(time: rfc3339::Time) -> Option<civil::Time> {
    let time = time.without_leap_second();
    let hour = i8::try_from(time.hour).ok()?;
    let minute = i8::try_from(time.minute).ok()?;
    let second = i8::try_from(time.second).ok()?;
    civil::Time::new(hour, minute, second, i32::try_from(time.nanosecond).ok()?).ok()
}

fn plain_date(date: civil::Date) -> rfc3339::Date {
    rfc3339::Date {
        year: date.year().into(),
        month: date.month().unsigned_abs().into(),
        day: date.day().unsigned_abs().into(),
    }
}

fn plain_time(time: civil::Time) -> rfc3339::Time {
    rfc3339::Time {
        hour: time.hour().unsigned_abs().into(),
        minute: time.minute().unsigned_abs().into(),
        second: time.second().unsigned_abs().into(),
        nanosecond: time.subsec_nanosecond().unsigned_abs(),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn an_instant_is_kept_and_its_offset_is_not() {
        for (text, written) in [
            (
                "2026-01-22T19:19:19.112403432Z",
                "2026-01-22T19:19:19.112403432Z",
            ),
            ("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
            ("2020-11-14 16:29:21+00:00", "2020-11-14T16:29:21Z"),
            ("2020-06-26t18:44:45.860z", "2020-06-26T18:44:45.86Z"),
            ("1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z"),
            ("0000-01-01T00:00:00+23:59", "-"),
            (
                "9999-12-31T23:59:59.9999999Z",
                "9999-12-30T22:00:00.999999999Z",
            ),
        ] {
            let again = again::<Timestamp>(text);
            let said = again.unwrap_or_else(|said| said);
            let year = "a date and time with an offset (RFC 3339) has a year beyond";
            let fits = said == written || (written == "-" && said.starts_with(year));
            assert!(fits, "{text} becomes {said}");
        }
    }

    #[test]
    fn times_of_day() {
        for (text, written) in [
            ("23:20:50.52", "23:20:50.52"),
            ("16:39:57-08:00", "16:39:57"),
            ("23:59:60", "23:59:59"),
        ] {
            assert_eq!(again::<civil::Time>(text).as_deref(), Ok(written));
        }
    }

    #[test]
    fn a_year_without_a_text_is_not_written() {
        let said = civil::date(-1, 1, 1).to_text().unwrap_err();
        assert_eq!(
            said,
            "has a year beyond 0 to 9999, which RFC 3339 cannot write"
        );
        assert!(Timestamp::MIN.to_text().is_err());
        assert!(Timestamp::MAX.to_text().is_ok());
    }

    #[test]
    fn durations() {
        for (text, written) in [
            ("P1Y2M3W4DT5H6M7.8S", "P1Y2M3W4DT5H6M7.8S"),
            ("-P1D", "-P1D"),
            ("PT0S", "PT0S"),
            ("pt90m", "PT90M"),
        ] {
            assert_eq!(again::<SpanFieldwise>(text).as_deref(), Ok(written));
        }
        for text in ["", "1 hour", "P", "PT", "1D", "TBD", "P1X"] {
            assert!(again::<SpanFieldwise>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have() {
        for text in [
            "2023-02-29T00:00:00Z",
            "2023-13-01T00:00:00Z",
            "2023-00-01T00:00:00Z",
            "2023-04-31T00:00:00Z",
            "2023-01-00T00:00:00Z",
        ] {
            let said = again::<Timestamp>(text).unwrap_err();
            let what = "a date and time with an offset (RFC 3339)";
            assert_eq!(said, format!("{text:?} is not {what}"));
            let day = text.get(..10).unwrap_or_default();
            assert!(again::<civil::Date>(day).is_err(), "{day}");
        }
        assert_eq!(
            again::<civil::Date>("2024-02-29").as_deref(),
            Ok("2024-02-29")
        );
        assert_eq!(
            again::<civil::Date>("0000-01-01").as_deref(),
            Ok("0000-01-01")
        );
        assert!(again::<civil::Time>("24:00:00").is_err());
    }
}
