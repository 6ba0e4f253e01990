//! Instants as numbers, to tell whether two texts are one: no crate is needed for that.

use super::rfc3339::{Date, DateTime, Time};

/// What a text of a date or a time means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Instant {
    /// Nanoseconds since the first of March of the year 0.
    At(i128),
    /// Nanoseconds since midnight.
    OfDay(i128),
}

/// The last instant that the default type holds: later ones mean "never", as this does.
const LAST: &str = "9999-12-30T22:00:00.999999999Z";

impl Instant {
    /// The instant of a text, if it is one.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let last = DateTime::read(LAST).map(nanoseconds);
        let instant = DateTime::read(text).map(nanoseconds);
        let instant = instant.map(|at| last.map_or(at, |last| at.min(last)));
        let of_day = || Time::read(text).map(of_day);
        instant.map(Self::At).or_else(|| of_day().map(Self::OfDay))
    }
}

const SECOND: i128 = 1_000_000_000;

fn nanoseconds(at: DateTime) -> i128 {
    let DateTime { date, time, offset } = at;
    (days(date) * 86_400 - i128::from(offset)) * SECOND + of_day(time)
}

/// Most clocks know no leap second, so it is the second before it.
fn of_day(time: Time) -> i128 {
    let Time {
        hour,
        minute,
        second,
        nanosecond,
    } = time;
    let seconds = (hour * 60 + minute) * 60 + second.min(59);
    i128::from(seconds) * SECOND + i128::from(nanosecond)
}

/// The days since the first of March of the year 0 (Gregorian, proleptic).
fn days(date: Date) -> i128 {
    let Date { year, month, day } = date;
    let (year, month) = (i128::from(year), i128::from(month));
    // A year that begins in March has its leap day at its end.
    let (year, month) = match month {
        0..=2 => (year - 1, month + 9),
        month => (year, month - 3),
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + i128::from(day)
}
