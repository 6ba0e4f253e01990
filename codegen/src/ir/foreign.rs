//! Types of other crates.

/// A type of another crate, or of the runtime, whose values are text on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Foreign {
    /// `outspoken::Base64`
    Base64,
    /// `chrono::DateTime<chrono::FixedOffset>`
    ChronoDateTime,
    /// `chrono::NaiveDate`
    ChronoDate,
    /// `chrono::NaiveTime`
    ChronoTime,
    /// `rust_decimal::Decimal`
    Decimal,
    /// `jiff::Timestamp`
    JiffTimestamp,
    /// `jiff::civil::Date`
    JiffDate,
    /// `jiff::civil::Time`
    JiffTime,
    /// `jiff::SpanFieldwise`
    JiffSpan,
    /// `time::OffsetDateTime`
    TimeDateTime,
    /// `time::Date`
    TimeDate,
    /// `time::Time`
    TimeTime,
    /// `url::Url`
    Url,
    /// `uuid::Uuid`
    Uuid,
}

impl Foreign {
    /// The type, as the runtime hands it on.
    #[must_use]
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Base64 => "Base64",
            Self::ChronoDateTime => "chrono::DateTime<outspoken::chrono::FixedOffset>",
            Self::ChronoDate => "chrono::NaiveDate",
            Self::ChronoTime => "chrono::NaiveTime",
            Self::Decimal => "rust_decimal::Decimal",
            Self::JiffTimestamp => "jiff::Timestamp",
            Self::JiffDate => "jiff::civil::Date",
            Self::JiffTime => "jiff::civil::Time",
            Self::JiffSpan => "jiff::SpanFieldwise",
            Self::TimeDateTime => "time::OffsetDateTime",
            Self::TimeDate => "time::Date",
            Self::TimeTime => "time::Time",
            Self::Url => "url::Url",
            Self::Uuid => "uuid::Uuid",
        }
    }

    /// The feature of the runtime that hands it on, if it takes one.
    #[must_use]
    pub(crate) fn feature(self) -> Option<&'static str> {
        match self {
            Self::Base64 => None,
            Self::ChronoDateTime | Self::ChronoDate | Self::ChronoTime => Some("chrono"),
            Self::Decimal => Some("decimal"),
            Self::JiffTimestamp | Self::JiffDate | Self::JiffTime | Self::JiffSpan => Some("jiff"),
            Self::TimeDateTime | Self::TimeDate | Self::TimeTime => Some("time"),
            Self::Url => Some("url"),
            Self::Uuid => Some("uuid"),
        }
    }
}
