//! The question before anything is deleted.

use std::io::{self, BufRead, Write};

/// Asks. Only a line that is exactly `yes` is a yes; the end of the input is a no.
pub(super) fn agreed(
    question: &str,
    input: &mut impl BufRead,
    terminal: &mut impl Write,
) -> io::Result<bool> {
    write!(
        terminal,
        "{question}Type `yes` to send it, anything else to skip: "
    )?;
    terminal.flush()?;
    let mut line = String::new();
    match input.read_line(&mut line) {
        Ok(_) => Ok(line.trim_end_matches(['\r', '\n']) == "yes"),
        // What is no text is no yes.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_is_yes() {
        let said = |text: &[u8]| agreed("Really?\n", &mut &*text, &mut Vec::new()).unwrap();
        assert!(said(b"yes\n"));
        assert!(said(b"yes\r\n"));
        for other in ["", "\n", "y\n", "Yes\n", "YES\n", " yes\n", "yes please\n"] {
            assert!(!said(other.as_bytes()), "{other:?}");
        }
        assert!(!said(b"\xff\xfe\n"));
    }

    #[test]
    fn one_line_is_read_for_one_question() {
        let mut input: &[u8] = b"no\nyes\n";
        assert!(!agreed("", &mut input, &mut Vec::new()).unwrap());
        assert!(agreed("", &mut input, &mut Vec::new()).unwrap());
    }
}
