//! Which characters of a text may stand in an identifier.
//!
//! The compiler compares identifiers in Unicode normalization form C, so two names that differ here
//! must differ there too. Without a table of compositions the safe way is to leave out whatever
//! normalization can change: combining marks, and the letters in `UNSTABLE`.

/// Letters that form C replaces, or that may merge with the letter before them.
const UNSTABLE: &[(char, char)] = &[
    ('\u{0374}', '\u{0374}'),
    ('\u{0958}', '\u{095F}'),
    ('\u{09DC}', '\u{09DF}'),
    ('\u{0A33}', '\u{0A36}'),
    ('\u{0A59}', '\u{0A5E}'),
    ('\u{0B5C}', '\u{0B5D}'),
    ('\u{0F43}', '\u{0F69}'),
    ('\u{1100}', '\u{11FF}'),
    ('\u{1F71}', '\u{1FFB}'),
    ('\u{2126}', '\u{212B}'),
    ('\u{A960}', '\u{A97F}'),
    ('\u{D7B0}', '\u{D7FF}'),
    ('\u{F900}', '\u{FAFF}'),
    ('\u{FB1D}', '\u{FB4F}'),
    ('\u{16D63}', '\u{16D6A}'),
    ('\u{2F800}', '\u{2FA1F}'),
];

/// Whether an identifier may start with this character.
pub(super) fn may_start(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic();
    }
    let unstable = UNSTABLE
        .iter()
        .any(|&(first, last)| (first..=last).contains(&letter));
    !unstable && letter.is_alphabetic() && has_both_cases(letter) && names(&[letter])
}

/// Whether a letter that has a case has the other one too: else a name with it could not be put into
/// the case that its kind of name asks for (`ª`, `𝐀`).
fn has_both_cases(letter: char) -> bool {
    let other = if letter.is_lowercase() {
        letter.to_uppercase().next()
    } else if letter.is_uppercase() {
        letter.to_lowercase().next()
    } else {
        return true;
    };
    other != Some(letter)
}

/// The characters of a name that it may keep; nothing takes the place of the others.
pub(super) fn kept(name: &str) -> String {
    name.chars()
        .filter(|&c| c == '_' || c.is_ascii_alphanumeric() || stays(c))
        .collect()
}

/// A text without the marks inside its words, which would otherwise be taken for word ends.
pub(super) fn joined(text: &str) -> String {
    text.chars()
        .map(compatible)
        .filter(|&c| c.is_ascii() || stays(c) || !names(&['a', c]))
        .collect()
}

fn stays(letter: char) -> bool {
    may_start(letter) || (!letter.is_ascii() && letter.is_numeric() && names(&['a', letter]))
}

/// Signs for units that are letters in all but code point.
fn compatible(letter: char) -> char {
    match letter {
        '\u{B5}' => 'μ',
        '\u{2126}' => 'Ω',
        '\u{212A}' => 'K',
        '\u{212B}' => 'Å',
        _ => letter,
    }
}

/// Whether these characters are an identifier: the compiler's own tables, by way of `syn`.
fn names(letters: &[char]) -> bool {
    syn::parse_str::<syn::Ident>(&letters.iter().collect::<String>()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_letters() {
        assert!(may_start('a') && may_start('é') && may_start('状'));
        assert!(!may_start('1') && !may_start('_') && !may_start('²') && !may_start('\u{301}'));
        assert!(!may_start('ª') && !may_start('𝐀'));
        assert_eq!(kept("a²b-c_d٣"), "abc_d٣");
    }

    #[test]
    fn leaves_out_what_normalization_changes() {
        assert_eq!(joined("e\u{301}t\u{e9}"), "et\u{e9}");
        assert_eq!(kept("\u{1161}\u{F900}x"), "x");
        assert_eq!(joined("a b"), "a b");
    }
}
