//! Writing: in upper case, with no more digits than a fraction needs, and `Z` for UTC.

use std::fmt;

use super::{Date, DateTime, NO_YEAR, Time};

impl Date {
    /// The text of the day, if there is one: a year has four digits.
    pub(in crate::format) fn text(self) -> Result<String, &'static str> {
        let Self { year, month, day } = self;
        match year {
            0..=9999 => Ok(format!("{year:04}-{month:02}-{day:02}")),
            _ => Err(NO_YEAR),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            hour,
            minute,
            second,
            nanosecond,
        } = self;
        write!(f, "{hour:02}:{minute:02}:{second:02}")?;
        match format!("{nanosecond:09}").trim_end_matches('0') {
            "" => Ok(()),
            fraction => write!(f, ".{fraction}"),
        }
    }
}

impl DateTime {
    /// The text of the instant, if its day has one.
    pub(in crate::format) fn text(self) -> Result<String, &'static str> {
        let Self { date, time, offset } = self;
        let local = format!("{}T{time}", date.text()?);
        if offset == 0 {
            return Ok(local + "Z");
        }
        let sign = if offset < 0 { '-' } else { '+' };
        let minutes = offset.unsigned_abs() / 60;
        Ok(format!(
            "{local}{sign}{:02}:{:02}",
            minutes / 60,
            minutes % 60
        ))
    }
}
