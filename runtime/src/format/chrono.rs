//! Types of `chrono`.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

use super::{Text, rfc3339, text::text_type};
use crate::schema::Blank;

text_type!(DateTime<FixedOffset>, NaiveDate, NaiveTime);

/// What `chrono` adds to the nanoseconds of the second before a leap second.
const LEAP: u32 = 1_000_000_000;

impl Blank for DateTime<FixedOffset> {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for DateTime<FixedOffset> {
    const WHAT: &'static str = "a date and time with an offset (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        let rfc3339::DateTime { date, time, offset } = rfc3339::DateTime::read(text)?;
        let local = self::date(date)?.and_time(self::time(time)?);
        local
            .and_local_timezone(FixedOffset::east_opt(offset)?)
            .single()
    }

    /// An offset that is no whole minute has no text, so the same instant is written in UTC.
    fn to_text(&self) -> Result<String, &'static str> {
        let offset = self.offset().local_minus_utc();
        let (local, offset) = match offset % 60 {
            0 => (self.naive_utc().checked_add_offset(*self.offset()), offset),
            _ => (Some(self.naive_utc()), 0),
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

impl Blank for NaiveDate {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for NaiveDate {
    const WHAT: &'static str = "a date (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        date(rfc3339::Date::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        plain_date(*self).text()
    }
}

impl Blank for NaiveTime {
    fn blank() -> Self {
        Self::default()
    }
}

impl Text for NaiveTime {
    const WHAT: &'static str = "a time of day (RFC 3339)";

    fn from_text(text: &str) -> Option<Self> {
        time(rfc3339::Time::read(text)?)
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(plain_time(*self).to_string())
    }
}

fn date(date: rfc3339::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year, date.month, date.day)
}

fn time(time: rfc3339::Time) -> Option<NaiveTime> {
    let (second, nanosecond) = match time.second {
        60 => (59, time.nanosecond + LEAP),
        second => (second, time.nanosecond),
    };
    NaiveTime::from_hms_nano_opt(time.hour, time.minute, second, nanosecond)
}

fn plain_date(date: NaiveDate) -> rfc3339::Date {
    rfc3339::Date {
        year: date.year(),
        month: date.month(),
        day: date.day(),
    }
}

fn plain_time(time: NaiveTime) -> rfc3339::Time {
    let is_leap = time.nanosecond() >= LEAP;
    rfc3339::Time {
        hour: time.hour(),
        minute: time.minute(),
        second: time.second() + u32::from(is_leap),
        nanosecond: time.nanosecond() % LEAP,
    }
}

#[cfg(test)]
mod tests {
    use chrono::Utc;

    use super::{super::text::again, *};

    #[test]
    fn instants_keep_their_offset() {
        for (text, written) in [
            ("1996-12-19T16:39:57.5-08:00", "1996-12-19T16:39:57.5-08:00"),
            ("2020-11-14 16:29:21+00:00", "2020-11-14T16:29:21Z"),
            ("1990-12-31T23:59:60.25Z", "1990-12-31T23:59:60.25Z"),
            (
                "9999-12-31T23:59:59.9999999Z",
                "9999-12-31T23:59:59.9999999Z",
            ),
            ("0000-01-01T00:00:00+23:59", "0000-01-01T00:00:00+23:59"),
        ] {
            let again = again::<DateTime<FixedOffset>>(text);
            assert_eq!(again.as_deref(), Ok(written));
        }
        let odd = FixedOffset::east_opt(3601).and_then(|offset| {
            let local = NaiveDate::default().and_time(NaiveTime::default());
            local.and_local_timezone(offset).single()
        });
        let odd = odd.map(|instant| instant.to_text());
        assert_eq!(odd, Some(Ok("1969-12-31T22:59:59Z".to_owned())));
    }

    #[test]
    fn times_of_day() {
        for (text, written) in [
            ("23:20:50.52", "23:20:50.52"),
            ("16:39:57-08:00", "16:39:57"),
            ("23:59:60", "23:59:60"),
        ] {
            assert_eq!(again::<NaiveTime>(text).as_deref(), Ok(written));
        }
    }

    #[test]
    fn a_year_without_a_text_is_not_written() {
        assert!(NaiveDate::MAX.to_text().is_err());
        assert!(NaiveDate::MIN.to_text().is_err());
        for offset in [-3600, 0, 3600] {
            let offset = FixedOffset::east_opt(offset).unwrap();
            let last = DateTime::<Utc>::MAX_UTC.with_timezone(&offset);
            assert!(last.to_text().is_err());
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
            let said = again::<DateTime<FixedOffset>>(text).unwrap_err();
            let what = "a date and time with an offset (RFC 3339)";
            assert_eq!(said, format!("{text:?} is not {what}"));
            let day = text.get(..10).unwrap_or_default();
            assert!(again::<NaiveDate>(day).is_err(), "{day}");
        }
        assert_eq!(
            again::<NaiveDate>("2024-02-29").as_deref(),
            Ok("2024-02-29")
        );
        assert_eq!(
            again::<NaiveDate>("0000-01-01").as_deref(),
            Ok("0000-01-01")
        );
        assert!(again::<NaiveTime>("24:00:00").is_err());
    }
}
