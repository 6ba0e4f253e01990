//! Patterns: from the expressions of ECMA-262 (§22.2, with Unicode) to those that `regex-lite`
//! runs, which the runtime has.
//!
//! The two agree on most: `\d`, `\w` and `\b` are about ASCII in both. What only one has is
//! rewritten, or the pattern is given up with a reason. `\s` and `.` are left to the runtime, which
//! knows what they mean here: so a pattern in generated code looks as it does in the document.

/// How deep groups may nest.
const DEEPEST: usize = 40;

/// How many characters a pattern may stand for, once its repetitions are written out.
const MOST_REPEATED: u64 = 5_000;

type Why = &'static str;

/// The same pattern for the runtime, or why there is none.
pub(super) fn translated(pattern: &str) -> Result<String, Why> {
    let mut translator = Translator {
        rest: pattern.chars().collect(),
        at: 0,
        out: String::with_capacity(pattern.len()),
    };
    translator.alternatives(0)?;
    match translator.peek() {
        None => Ok(translator.out),
        Some(_) => Err("it closes a group that is not open"),
    }
}

struct Translator {
    rest: Vec<char>,
    at: usize,
    out: String,
}

/// What stands in a class.
enum Member {
    Character(char),
    Set(&'static str),
}

impl Translator {
    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += 1;
        next
    }

    /// Takes this text, if it comes next.
    fn take(&mut self, text: &str) -> bool {
        let comes = text
            .chars()
            .enumerate()
            .all(|(ahead, c)| self.rest.get(self.at + ahead) == Some(&c));
        if comes {
            self.at += text.chars().count();
        }
        comes
    }

    /// Up to the end of the group, or of the pattern; gives how many characters it stands for.
    fn alternatives(&mut self, depth: usize) -> Result<u64, Why> {
        if depth > DEEPEST {
            return Err("its groups nest too deep");
        }
        let mut length = 0_u64;
        while let Some(character) = self.peek().filter(|c| *c != ')') {
            self.at += 1;
            match character {
                '|' | '^' | '$' => self.out.push(character),
                '*' | '+' | '?' => return Err("there is nothing that it could repeat"),
                '{' if self.count_ahead().is_some() => {
                    return Err("there is nothing that it could repeat");
                }
                _ => {
                    let own = self.atom(character, depth)?;
                    length = length.saturating_add(own.saturating_mul(self.repetition()?));
                }
            }
        }
        match length {
            0..=MOST_REPEATED => Ok(length),
            _ => Err("it repeats too often"),
        }
    }

    fn atom(&mut self, character: char, depth: usize) -> Result<u64, Why> {
        match character {
            '(' => return self.group(depth),
            '[' => self.class()?,
            '.' => self.out.push('.'),
            '\\' if self.take("b") => self.out.push_str(r"\b"),
            '\\' if self.take("B") => self.out.push_str(r"\B"),
            '\\' => match self.escape()? {
                Member::Character(character) => self.literal(character),
                Member::Set(set) => self.out.push_str(set),
            },
            literal => self.literal(literal),
        }
        Ok(1)
    }

    fn group(&mut self, depth: usize) -> Result<u64, Why> {
        for look in ["?=", "?!", "?<=", "?<!"] {
            if self.take(look) {
                return Err("it looks ahead or behind, which the runtime does not");
            }
        }
        self.out.push('(');
        if self.take("?:") {
            self.out.push_str("?:");
        } else if self.take("?<") {
            // A name has no use but for references, which there are none of.
            while self.next().ok_or("a group has no end")? != '>' {}
        } else if self.peek() == Some('?') {
            return Err("it has a kind of group that ECMA-262 does not have");
        }
        let length = self.alternatives(depth + 1)?;
        if self.next() != Some(')') {
            return Err("a group has no end");
        }
        self.out.push(')');
        Ok(length.max(1))
    }

    /// What says how often the last atom may come; gives the largest number in it.
    fn repetition(&mut self) -> Result<u64, Why> {
        let most = match self.peek() {
            Some(sign @ ('*' | '+' | '?')) => {
                self.at += 1;
                self.out.push(sign);
                1
            }
            Some('{') => {
                self.at += 1;
                let Some((text, most)) = self.count_ahead() else {
                    // A brace that counts nothing is a brace.
                    self.at -= 1;
                    return Ok(1);
                };
                self.at += text.chars().count();
                self.out.push_str(&format!("{{{text}"));
                most.ok_or("its counts are the wrong way round, or too large")?
            }
            _ => return Ok(1),
        };
        if self.take("?") {
            self.out.push('?');
        }
        Ok(most.max(1))
    }

    /// What follows a `{` that counts: its text up to the `}`, and the largest number in it.
    fn count_ahead(&self) -> Option<(String, Option<u64>)> {
        let ahead = self.rest.get(self.at..)?;
        let end = ahead.iter().position(|c| *c == '}')?;
        let text: String = ahead.iter().take(end).collect();
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (least, most) = text.split_once(',').unwrap_or((&text, ""));
        if !is_number(least) || !(most.is_empty() || is_number(most)) {
            return None;
        }
        let number = |text: &str| text.parse::<u32>().ok().map(u64::from);
        let largest = match most {
            "" => number(least),
            most => number(most).filter(|most| number(least).is_some_and(|least| least <= *most)),
        };
        Some((format!("{text}}}"), largest))
    }

    /// A class, after its bracket.
    fn class(&mut self) -> Result<(), Why> {
        let negated = self.take("^");
        if self.take("]") {
            let anything = negated.then_some(r"[\s\S]");
            self.out
                .push_str(anything.ok_or("it has a class with nothing in it")?);
            return Ok(());
        }
        self.out.push_str(if negated { "[^" } else { "[" });
        loop {
            let first = match self.next().ok_or("a class has no end")? {
                ']' => break,
                character => self.member(character)?,
            };
            // A hyphen at the end is one; so is one beside a set.
            let is_range =
                self.peek() == Some('-') && !matches!(self.rest.get(self.at + 1), None | Some(']'));
            if !is_range {
                self.write_member(&first);
                continue;
            }
            self.at += 1;
            let character = self.next().ok_or("a class has no end")?;
            let last = self.member(character)?;
            self.write_member(&first);
            match (&first, &last) {
                (Member::Character(first), Member::Character(last)) if first > last => {
                    return Err("a range in it is the wrong way round");
                }
                (Member::Character(_), Member::Character(_)) => self.out.push('-'),
                _ => self.out.push_str(r"\-"),
            }
            self.write_member(&last);
        }
        self.out.push(']');
        Ok(())
    }

    fn member(&mut self, character: char) -> Result<Member, Why> {
        match character {
            '\\' if self.take("b") => Ok(Member::Character('\u{8}')),
            '\\' => self.escape(),
            other => Ok(Member::Character(other)),
        }
    }

    fn write_member(&mut self, member: &Member) {
        match member {
            Member::Character(character @ ('[' | ']' | '\\' | '^' | '-' | '&' | '~')) => {
                self.out.extend(['\\', *character]);
            }
            Member::Character(character) => self.plain(*character),
            Member::Set(set) => self.out.push_str(set),
        }
    }

    /// What a backslash and the next character stand for.
    fn escape(&mut self) -> Result<Member, Why> {
        Ok(Member::Character(match self.next() {
            Some('d') => return Ok(Member::Set(r"\d")),
            Some('D') => return Ok(Member::Set(r"\D")),
            Some('w') => return Ok(Member::Set(r"\w")),
            Some('W') => return Ok(Member::Set(r"\W")),
            Some('s') => return Ok(Member::Set(r"\s")),
            Some('S') => return Ok(Member::Set(r"\S")),
            Some('p' | 'P') => return Err("it asks for properties of Unicode"),
            Some('1'..='9' | 'k') => return Err("it refers back to a group"),
            Some('0') if !self.peek().is_some_and(|c| c.is_ascii_digit()) => '\0',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('v') => '\u{b}',
            Some('f') => '\u{c}',
            Some('c') => self.control()?,
            Some('x') => self.hex(2).and_then(char::from_u32).ok_or(NO_ESCAPE)?,
            Some('u') => self.unicode().ok_or(NO_ESCAPE)?,
            Some(other) if !other.is_alphanumeric() => other,
            _ => return Err(NO_ESCAPE),
        }))
    }

    fn control(&mut self) -> Result<char, Why> {
        let letter = self.next().filter(char::is_ascii_alphabetic);
        let code = letter.map(|letter| u32::from(letter) % 32);
        code.and_then(char::from_u32).ok_or(NO_ESCAPE)
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        let text: String = self.rest.get(self.at..self.at + digits)?.iter().collect();
        self.at += digits;
        let is_hex = text.chars().all(|c| c.is_ascii_hexdigit());
        u32::from_str_radix(&text, 16).ok().filter(|_| is_hex)
    }

    /// `\u1234`, a pair of surrogates, or `\u{12345}`.
    fn unicode(&mut self) -> Option<char> {
        if self.take("{") {
            let mut digits = String::new();
            while self.peek()? != '}' {
                digits.extend(self.next());
            }
            self.at += 1;
            return char::from_u32(u32::from_str_radix(&digits, 16).ok()?);
        }
        let first = self.hex(4)?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        let second = self.take("\\u").then(|| self.hex(4)).flatten()?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low)
    }

    fn literal(&mut self, character: char) {
        if r"\.+*?()|[]{}^$".contains(character) {
            self.out.push('\\');
        }
        self.plain(character);
    }

    /// A character that means nothing; what cannot be seen is spelled.
    fn plain(&mut self, character: char) {
        if character.is_control() {
            self.out
                .push_str(&format!("\\u{{{:X}}}", u32::from(character)));
        } else {
            self.out.push(character);
        }
    }
}

const NO_ESCAPE: Why = "it has an escape that ECMA-262 does not have";

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of these texts match.
    fn matches<'t>(pattern: &str, texts: &[&'t str]) -> Vec<&'t str> {
        let translated = translated(pattern).unwrap();
        let regex = regex_lite::Regex::new(&translated).unwrap();
        let matching = texts.iter().filter(|text| regex.is_match(text));
        matching.copied().collect()
    }

    #[test]
    fn ordinary_patterns_stay_as_they_are() {
        for pattern in [
            "^AC[0-9a-fA-F]{32}$",
            "^(0|[1-9][0-9]*)$",
            r"^\d+\.\d+(?:\w|é)?\s\S$",
            "^[^/]{1,}?$",
            "^.*$|x",
            "",
        ] {
            assert_eq!(translated(pattern).as_deref(), Ok(pattern));
            assert!(regex_lite::Regex::new(pattern).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn what_is_written_in_another_way_means_the_same() {
        assert_eq!(
            matches("^(?:{[0-9]}|x})$", &["{1}", "x}", "1"]),
            ["{1}", "x}"]
        );
        assert_eq!(matches("^[[a&&b~~]+$", &["[a&b~", "c"]), ["[a&b~"]);
        assert_eq!(matches(r"^[\w-.]+$", &["a-.", "+"]), ["a-."]);
        assert_eq!(matches(r"^[a\-\]^-]+$", &["a-]^", "b"]), ["a-]^"]);
        assert_eq!(matches(r"^[+--]+$", &["+,-", "."]), ["+,-"]);
        assert_eq!(matches(r"^\/\-\@\<\_\ $", &["/-@<_ "]), ["/-@<_ "]);
        assert_eq!(
            matches(r"^\u0041\x42\u{43}\uD83D\uDC15\cJ\0$", &["ABC🐕\n\0"]).len(),
            1
        );
        assert_eq!(matches(r"^[\s\S]$", &["\u{a0}", "\n", "a"]).len(), 3);
        assert_eq!(matches("^[^]$", &["\n", "a"]).len(), 2);
        assert_eq!(matches(r"^(?<year>\d{4})[\b]?$", &["2020", "20"]), ["2020"]);
        assert_eq!(matches(r"\bé", &["é", "aé"]), ["aé"], "words are of ASCII");
        assert_eq!(matches("^a{,2}$", &["a{,2}", "aa"]), ["a{,2}"]);
    }

    #[test]
    fn what_cannot_be_run_says_why() {
        for (pattern, why) in [
            ("^(?!x)", "ahead"),
            ("(?<=x)", "behind"),
            (r"(a)\1", "refers back"),
            (r"\k<a>", "refers back"),
            (r"\p{L}", "Unicode"),
            ("(?i)a", "kind of group"),
            (r"\Aa", "escape"),
            (r"\u{zz}", "escape"),
            (r"\ud83d", "escape"),
            (r"\", "escape"),
            (r"\07", "escape"),
            ("*a", "nothing"),
            ("a**", "nothing"),
            ("{2}", "nothing"),
            ("a)", "not open"),
            ("(a", "no end"),
            ("(?<a", "no end"),
            ("[a", "no end"),
            (r"[a\]", "no end"),
            ("[]", "nothing in it"),
            ("[z-a]", "wrong way"),
            ("a{2,1}", "wrong way"),
            ("a{99999999999}", "too large"),
            ("(a{100}){100}", "too often"),
        ] {
            let said = translated(pattern).unwrap_err();
            assert!(said.contains(why), "{pattern}: {said}");
        }
        assert!(translated(&"(".repeat(100_000)).is_err());
    }

    #[test]
    fn what_is_let_pass_can_be_run() {
        for pattern in [
            "a{5000}",
            "(?:a{50}b){90}",
            r"\s{5000}",
            &format!("{}a{}", "(".repeat(DEEPEST), ")".repeat(DEEPEST)),
            "^(^a|$)+$",
            "()*",
            "(|a)",
        ] {
            let translated = translated(pattern).unwrap();
            let mut builder = regex_lite::RegexBuilder::new(&translated);
            assert!(builder.size_limit(8 << 20).build().is_ok(), "{pattern}");
        }
    }
}
