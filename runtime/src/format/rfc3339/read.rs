//! Reading: all that RFC 3339 allows, and what else can mean one thing only.

use super::{Date, DateTime, Time};

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
impl Date {
    pub(in crate::format) fn read(text: &str) -> Option<Self> {
        let mut rest = Rest(text.as_bytes());
        let date = rest.date()?;
        rest.end()?;
        Some(date)
    }
}

impl Time {
    /// A time with or without an offset (`full-time`, `partial-time`), which is dropped.
    pub(in crate::format) fn read(text: &str) -> Option<Self> {
        let mut rest = Rest(text.as_bytes());
        let time = rest.time()?;
        if !rest.0.is_empty() {
            rest.offset()?;
        }
        rest.end()?;
        Some(time)
    }
}

impl DateTime {
    /// §5.6 lets `t` and `z` be in lower case, and a space stand for `T`. What has no offset is in UTC:
    /// that is what most servers mean who leave it out, and an answer without it is still one.
    pub(in crate::format) fn read(text: &str) -> Option<Self> {
        let mut rest = Rest(text.as_bytes());
        let date = rest.date()?;
        rest.take(b"Tt ")?;
        let time = rest.time()?;
        let offset = match rest.0.is_empty() {
            true => 0,
            false => rest.offset()?,
        };
        rest.end()?;
        Some(Self { date, time, offset })
    }
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn date(&mut self) -> Option<Date> {
        let year = i32::try_from(self.number(4)?).ok()?;
        self.take(b"-")?;
        let month = self.number(2)?;
        self.take(b"-")?;
        let day = self.number(2)?;
        Some(Date { year, month, day })
    }

    /// ISO 8601 lets seconds be left out, and a comma stand for the point.
    fn time(&mut self) -> Option<Time> {
        let hour = self.at_most(23)?;
        self.take(b":")?;
        let minute = self.at_most(59)?;
        let mut time = Time {
            hour,
            minute,
            second: 0,
            nanosecond: 0,
        };
        if self.take(b":").is_some() {
            time.second = self.at_most(60)?;
            if self.take(b".,").is_some() {
                time.nanosecond = self.fraction()?;
            }
        }
        Some(time)
    }

    /// Nanoseconds; digits beyond them are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let mut nanoseconds = 0;
        let mut unit = 100_000_000;
        let mut any = false;
        while let Some(digit) = self.digit() {
            nanoseconds += digit * unit;
            unit /= 10;
            any = true;
        }
        any.then_some(nanoseconds)
    }

    /// ISO 8601 lets the colon and the minutes be left out.
    fn offset(&mut self) -> Option<i32> {
        if self.take(b"Zz").is_some() {
            return Some(0);
        }
        let sign = if self.take(b"+-")? == b'-' { -1 } else { 1 };
        let hours = self.at_most(23)?;
        let colon = self.take(b":").is_some();
        let minutes = match colon || !self.0.is_empty() {
            true => self.at_most(59)?,
            false => 0,
        };
        Some(sign * i32::try_from(hours * 3600 + minutes * 60).ok()?)
    }

    fn at_most(&mut self, most: u32) -> Option<u32> {
        self.number(2).filter(|number| *number <= most)
    }

    fn number(&mut self, digits: usize) -> Option<u32> {
        let mut number = 0;
        for _ in 0..digits {
            number = number * 10 + self.digit()?;
        }
        Some(number)
    }

    fn digit(&mut self) -> Option<u32> {
        let digit = self.take(b"0123456789")?;
        Some(u32::from(digit - b'0'))
    }

    /// The next byte, if it is one of these.
    fn take(&mut self, one_of: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        if !one_of.contains(first) {
            return None;
        }
        self.0 = rest;
        Some(*first)
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        DateTime::read(text).and_then(|read| read.text().ok())
    }

    #[test]
    fn what_the_standard_allows() {
        let canonical = [
            "1985-04-12T23:20:50.52Z",
            "1996-12-19T16:39:57-08:00",
            "1990-12-31T23:59:60Z",
            "1990-12-31T15:59:60-08:00",
            "1937-01-01T12:00:27.87+00:20",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999+23:59",
        ];
        for text in canonical {
            assert_eq!(read(text).as_deref(), Some(text));
        }
        let others = [
            ("1985-04-12t23:20:50z", "1985-04-12T23:20:50Z"),
            ("1985-04-12 23:20:50+00:00", "1985-04-12T23:20:50Z"),
            ("1985-04-12T23:20:50-00:00", "1985-04-12T23:20:50Z"),
            ("1985-04-12T23:20:50", "1985-04-12T23:20:50Z"),
            ("1985-04-12 23:20", "1985-04-12T23:20:00Z"),
            ("1985-04-12T23:20:50.1200Z", "1985-04-12T23:20:50.12Z"),
            (
                "1985-04-12T23:20:50.123456789987654321Z",
                "1985-04-12T23:20:50.123456789Z",
            ),
        ];
        for (text, written) in others {
            assert_eq!(read(text).as_deref(), Some(written), "{text}");
        }
    }

    #[test]
    fn what_else_has_one_meaning() {
        for text in [
            "1985-04-12T23:20+0200",
            "1985-04-12T23:20:00+02",
            "1985-04-12T23:20:00,0+02:00",
        ] {
            let written = "1985-04-12T23:20:00+02:00";
            assert_eq!(read(text).as_deref(), Some(written), "{text}");
        }
    }

    #[test]
    fn what_has_none() {
        for text in [
            "",
            "1985",
            "1985-04-12",
            "1985-04-12T",
            "1985-04-12T23:20:50 Z",
            "1985-04-12T23:20:50.Z",
            "1985-04-12T24:00:00Z",
            "1985-04-12T23:60:00Z",
            "1985-04-12T23:20:61Z",
            "1985-04-12T23:20:50+24:00",
            "1985-04-12T23:20:50+02:",
            "1985-04-12T23:20:50+1",
            "1985-04-12T23:20:50ZZ",
            "+1985-04-12T23:20:50Z",
            "85-04-12T23:20:50Z",
            "1985-4-12T23:20:50Z",
            "１985-04-12T23:20:50Z",
            "482196050",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let endless = format!("1985-04-12T23:20:50.{}Z", "9".repeat(1_000_000));
        assert_eq!(
            read(&endless).as_deref(),
            Some("1985-04-12T23:20:50.999999999Z")
        );
    }

    #[test]
    fn dates_and_times_alone() {
        let date = |text| Date::read(text).and_then(|date| date.text().ok());
        assert_eq!(date("1996-12-19").as_deref(), Some("1996-12-19"));
        for text in ["04/03/2001", "1996-12-19T00:00:00Z", "1996-12-19 ", ""] {
            assert_eq!(date(text), None, "{text}");
        }
        let time = |text| Time::read(text).map(|time| time.to_string());
        for (text, written) in [
            ("23:20:50.52", "23:20:50.52"),
            ("16:39:57-08:00", "16:39:57"),
            ("16:39:57z", "16:39:57"),
            ("09:00", "09:00:00"),
        ] {
            assert_eq!(time(text).as_deref(), Some(written), "{text}");
        }
        for text in ["1:23AM", "9:00", "T09:00:00", "09", ""] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
