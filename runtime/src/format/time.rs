//! Types of `time`.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::{Text, rfc3339, text::text_type};
use crate::schema::Blank;

text_type!(OffsetDateTime, Date, Time);

impl Blank for OffsetDateTime {
    fn blank() -> Self {
        Self::UNIX_EPOCH
    }
}

impl Text for OffsetDateTime {
    const WHAT: &'static str = "a date and time with an offset (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        let rfc3339::DateTime { date, time, offset } = rfc3339::DateTime::read(text)?;
        let local = PrimitiveDateTime::new(self::date(date)?, self::time(time)?);
        Some(local.assume_offset(UtcOffset::from_whole_seconds(offset).ok()?))
    }

    /// An offset that is no whole minute has no text, so the same instant is written in UTC; so it
    /// is with one of a day or more.
    fn to_text(&self) -> Result<String, &'static str> {
        let offset = self.offset().whole_seconds();
        let has_text = offset % 60 == 0 && offset.abs() < 24 * 60 * 60;
        let (local, offset) = match has_text {
            true => (Some(*self), offset),
            false => (self.checked_to_offset(UtcOffset::UTC), 0),
        };
        let local = local.ok_or(rfc3339::NO_YEAR)?;
        let plain = rfc3339::DateTime {
            date: plain_date(local.date()),
            time: plain_time(local.time()),
            offset,
        };
        plain.text()
    }
}

impl Blank for Date {
    fn blank() -> Self {
        OffsetDateTime::UNIX_EPOCH.date()
    }
}

impl Text for Date {
    const WHAT: &'static str = "a date (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        date(rfc3339::Date::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        plain_date(*self).text()
    }
}

impl Blank for Time {
    fn blank() -> Self {
        Self::MIDNIGHT
    }
}

impl Text for Time {
    const WHAT: &'static str = "a time of day (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        time(rfc3339::Time::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(plain_time(*self).to_string())
    }
}

fn date(date: rfc3339::Date) -> Option<Date> {
    let month = Month::try_from(u8::try_from(date.month).ok()?).ok()?;
    Date::from_calendar_date(date.year, month, u8::try_from(date.day).ok()?).ok()
}

fn time(time: rfc3339::Time) -> Option<Time> {
    let time = time.without_leap_second();
    let hour = u8::try_from(time.hour).ok()?;
    let minute = u8::try_from(time.minute).ok()?;
    let second = u8::try_from(time.second).ok()?;
    Time::from_hms_nano(hour, minute, second, time.nanosecond).ok()
}

fn plain_date(date: Date) -> rfc3339::Date {
    rfc3339::Date {
        year: date.year(),
        month: u8::from(date.month()).into(),
        day: date.day().into(),
    }
}

fn plain_time(time: Time) -> rfc3339::Time {
    rfc3339::Time {
        hour: time.hour().into(),
        minute: time.minute().into(),
        second: time.second().into(),
        nanosecond: time.nanosecond(),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn instants_keep_their_offset() {
        for (text, written) in [
            ("1996-12-19T16:39:57.5-08:00", "1996-12-19T16:39:57.5-08:00"),
            ("2020-11-14 16:29:21+00:00", "2020-11-14T16:29:21Z"),
            ("1990-12-31T23:59:60.25Z", "1990-12-31T23:59:59.25Z"),
            (
                "9999-12-31T23:59:59.9999999Z",
                "9999-12-31T23:59:59.9999999Z",
            ),
            ("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00+23:59"),
        ] {
            assert_eq!(again::<OffsetDateTime>(text).as_deref(), Ok(written));
        }
        for seconds in [1, 25 * 60 * 60] {
            let offset = UtcOffset::from_whole_seconds(seconds).unwrap();
            let odd = OffsetDateTime::UNIX_EPOCH.to_offset(offset);
            assert_eq!(odd.to_text().as_deref(), Ok("1970-01-01T00:00:00Z"));
        }
    }

    #[test]
    fn times_of_day() {
        for (text, written) in [
            ("23:20:50.52", "23:20:50.52"),
            ("16:39:57-08:00", "16:39:57"),
            ("23:59:60", "23:59:59"),
        ] {
            assert_eq!(again::<Time>(text).as_deref(), Ok(written));
        }
    }

    #[test]
    fn a_year_without_a_text_is_not_written() {
        assert!(Date::MIN.to_text().is_err());
        assert!(Date::MAX.to_text().is_ok());
        let offset = UtcOffset::from_whole_seconds(-1).unwrap();
        let last = PrimitiveDateTime::MAX.assume_offset(offset);
        assert!(last.to_text().is_err());
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
            let said = again::<OffsetDateTime>(text).unwrap_err();
            let what = "a date and time with an offset (RFC 3339)";
            assert_eq!(said, format!("{text:?} is not {what}"));
            let day = text.get(..10).unwrap_or_default();
            assert!(again::<Date>(day).is_err(), "{day}");
        }
        assert_eq!(again::<Date>("2024-02-29").as_deref(), Ok("2024-02-29"));
        assert_eq!(again::<Date>("0000-01-01").as_deref(), Ok("0000-01-01"));
        assert!(again::<Time>("24:00:00").is_err());
    }
}
