//! What must be known about a YAML text before a parser may see it.
//!
//! The parser underneath loads all events before it builds anything, and takes quadratic time where
//! flow collections nest or `%TAG` directives pile up. So the worst it could do is estimated first
//! from the bytes, too high but never too low; only where that says danger (real documents stay
//! below) is the text measured event by event.

use super::failure::Failure;
use super::nesting;
use super::{Limits, locate};
use crate::diagnostic::Code;

/// Steps of about a nanosecond that nesting may cost at worst.
const MOST_STEPS: usize = 2_000_000_000;
/// Bytes that could each start an event, below which memory is no question.
const MOST_MARKS: usize = 2_000_000;
/// Entries of flow collections; they are held in memory while the text is measured.
const MOST_FLOW_MARKS: usize = 1_000_000;
const MOST_DIRECTIVES: usize = 100;

/// Refuses a text that would take too much time or memory.
pub(super) fn check(text: &str, limits: &Limits) -> Result<(), Failure> {
    let directives = text.match_indices("%TAG").take(MOST_DIRECTIVES + 1);
    if directives.count() > MOST_DIRECTIVES {
        let message = format!("the document has more than {MOST_DIRECTIVES} `%TAG` directives");
        let help = "delete them, and the tags such as `!name` that they are for";
        return Err(Failure::new(Code::LimitExceeded, message).help(help));
    }
    let mut openers = 0usize;
    let mut commas = 0usize;
    let mut others = 0usize;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => openers += 1,
            b',' => commas += 1,
            b':' | b'-' | b'?' | b'\n' | b'\r' => others += 1,
            _ => {}
        }
    }
    let marks = openers + commas + others;
    if marks <= MOST_MARKS
        && (openers.saturating_mul(marks) <= MOST_STEPS || nesting::steps(text) <= MOST_STEPS)
    {
        return Ok(());
    }
    if openers + commas > MOST_FLOW_MARKS {
        let message = format!(
            "the document has more than {MOST_FLOW_MARKS} commas and opening brackets, too many for YAML"
        );
        let help = "JSON has no such limit: save the document as JSON";
        return Err(Failure::new(Code::LimitExceeded, message).help(help));
    }
    locate::measure(text, limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let failure = check(text, &Limits::default()).unwrap_err();
        assert_eq!(failure.code, Code::LimitExceeded);
        failure.message
    }

    #[test]
    fn ordinary_text_passes() {
        let text = "paths:\n  /a: {get: {tags: [a, b]}}\n".repeat(2000);
        assert!(check(&text, &Limits::default()).is_ok());
    }

    #[test]
    fn nesting_is_measured() {
        assert!(refused(&"[".repeat(100_000)).contains("deeper than 100"));
        assert!(refused(&"{a: ".repeat(100_000)).contains("deeper than 100"));
        assert!(refused(&"- ".repeat(5 << 20)).contains("deeper than 100"));
        assert!(refused(&"? ".repeat(5 << 20)).contains("deeper than 100"));
        assert!(refused(&"[".repeat(10 << 20)).contains("too many for YAML"));
    }

    #[test]
    fn brackets_in_quotes_do_not_hide_nesting() {
        for hidden in [
            "[ \"]\" , ",
            "[ \"]\",\n",
            "[ ']',\n",
            "[ # ]\n",
            "[ !a]\n , ",
            "[a's, 'b]\n',\n",
        ] {
            // Some are no YAML, which is found without the parser underneath, too.
            let text = hidden.repeat(100_000);
            assert!(check(&text, &Limits::default()).is_err(), "{hidden}");
        }
    }

    #[test]
    fn counts_are_bounded() {
        assert!(refused(&"-\n".repeat(4 << 20)).contains("more than 2000000 values"));
        let directives: String = (0..200).map(|n| format!("%TAG !a{n}! x\n")).collect();
        assert!(refused(&directives).contains("%TAG"));
    }
}
