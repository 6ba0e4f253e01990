//! Decimal numbers as text.

use rust_decimal::Decimal;

use super::{Text, text::text_type};
use crate::schema::Blank;

text_type!(Decimal);

impl Blank for Decimal {
    fn blank() -> Self {
        Self::ZERO
    }
}

impl Text for Decimal {
    const WHAT: &'static str = "a decimal number of at most 28 digits";

    /// Zeros at the end are kept. A number with more digits than the type holds is none, rather
    /// than another number.
    fn from_text(text: &str) -> Option<Self> {
        let mut bytes = text.bytes();
        // `rust_decimal` reads underscores, too.
        let plain = bytes.all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        match text.contains(['e', 'E']) {
            _ if !plain => None,
            true => Self::from_scientific(text).ok(),
            false => Self::from_str_exact(text).ok(),
        }
    }

    fn to_text(&self) -> Result<String, &'static str> {
        Ok(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::text::again, *};

    #[test]
    fn digits_are_kept() {
        for (text, written) in [
            ("12.50", "12.50"),
            ("-0.001", "-0.001"),
            (
                "79228162514264337593543950335",
                "79228162514264337593543950335",
            ),
            ("1.5E3", "1500"),
            ("007", "7"),
        ] {
            assert_eq!(again::<Decimal>(text).as_deref(), Ok(written));
        }
        let endless = format!("0.{}", "3".repeat(40));
        for text in [
            "", "-", "1,5", "1_000", "NaN", "0x10", " 1", "1e99", &endless,
        ] {
            assert!(again::<Decimal>(text).is_err(), "{text}");
        }
    }
}
