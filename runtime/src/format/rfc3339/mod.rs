//! Dates and times as RFC 3339 writes them (§5.6), apart from the crates that calculate with them.
//!
//! Nothing here knows a calendar: whether a month has 31 days is for those crates to say.

mod read;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod write;

/// A day (`full-date`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
}

/// A time of day (`partial-time`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// 60 in a leap second.
    pub(super) second: u32,
    pub(super) nanosecond: u32,
}

/// A date and a time (`date-time`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateTime {
    pub(super) date: Date,
    pub(super) time: Time,
    /// Seconds east of UTC.
    pub(super) offset: i32,
}

impl Time {
    /// The same time, with the second before it for a leap second: most clocks know none.
    #[cfg(any(feature = "jiff", feature = "time"))]
    pub(super) fn without_leap_second(self) -> Self {
        Self {
            second: self.second.min(59),
            ..self
        }
    }
}

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
/// What is wrong with a day for which there is no text.
pub(super) const NO_YEAR: &str = "has a year beyond 0 to 9999, which RFC 3339 cannot write";
