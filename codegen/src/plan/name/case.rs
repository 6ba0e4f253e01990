//! Text into the three cases that Rust writes names in.

use heck::ToSnakeCase;

use super::{keyword, letter, symbol};

/// Longer names help nobody; what is cut is told apart by the scope.
pub(super) const LONGEST: usize = 120;

/// A name for a field, method, parameter or module: `snake_case`, raw where it is a keyword.
pub(crate) fn field(text: &str) -> String {
    keyword::escape(ended(text, words(text).join("_"), 'n'))
}

/// The name of a package where paths begin with it.
pub(crate) fn package(text: &str) -> String {
    let name = text.replace('-', "_");
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    match name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_plain) {
        true => keyword::escape(name),
        false => field(text),
    }
}

/// A name for a type or a variant: `UpperCamelCase`, acronyms as one word (`HttpUrl`).
///
/// Words that meet in digits keep a `_` between them, so that `1.0` and `10` stay two names.
pub(crate) fn type_name(text: &str) -> String {
    let mut name = String::new();
    for word in words(text) {
        let digits = name.chars().next_back().is_some_and(char::is_numeric);
        if digits && word.chars().next().is_some_and(char::is_numeric) {
            name.push('_');
        }
        let mut letters = word.chars();
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(letters.as_str());
    }
    keyword::escape(ended(text, name, 'N'))
}

/// A name for a constant: `SCREAMING_SNAKE_CASE`, which no keyword can be.
pub(crate) fn constant(text: &str) -> String {
    ended(text, words(text).join("_").to_uppercase(), 'N')
}

/// The words of a text in lower case; never none.
fn words(text: &str) -> Vec<String> {
    if is_plain(text) {
        return match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => split(&text.to_snake_case()),
            false => split(text),
        };
    }
    let text: String = text.chars().take(LONGEST * 4).collect();
    let named = letter::joined(&symbol::needed(&text));
    let snake = letter::kept(&named.to_snake_case());
    let words: Vec<String> = split(&snake);
    if words.is_empty() {
        split(&symbol::code_points(&text))
    } else {
        words
    }
}

/// Whether a text is words and nothing else, as most are.
fn is_plain(text: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/');
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(letters)
}

fn split(snake: &str) -> Vec<String> {
    snake
        .split(['_', '-', '/'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The last touches: no foreign letters that a change of case brought in, a start that may start
/// a name (`lead` before digits), and a length that can be read.
fn ended(text: &str, name: String, lead: char) -> String {
    let mut name = match name.is_ascii() {
        true => name,
        false => letter::kept(&name),
    };
    if !name.starts_with(letter::may_start) {
        name.insert(0, lead);
    }
    if name.chars().count() > LONGEST {
        name = name.chars().take(LONGEST).collect();
        name.truncate(name.trim_end_matches('_').len());
    }
    debug_assert!(!name.is_empty(), "no name for {text:?}");
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> [String; 3] {
        [field(text), type_name(text), constant(text)]
    }

    #[test]
    fn changes_case() {
        assert_eq!(all("sessionId"), ["session_id", "SessionId", "SESSION_ID"]);
        assert_eq!(
            all("HTTPServerURL"),
            ["http_server_url", "HttpServerUrl", "HTTP_SERVER_URL"]
        );
        assert_eq!(all("x[]"), ["x", "X", "X"]);
        assert_eq!(
            all("repos/get-content"),
            ["repos_get_content", "ReposGetContent", "REPOS_GET_CONTENT"]
        );
        assert_eq!(all(" red"), ["red", "Red", "RED"]);
        assert_eq!(all("__typename"), ["typename", "Typename", "TYPENAME"]);
    }

    #[test]
    fn escapes_keywords() {
        assert_eq!(all("type"), ["r#type", "Type", "TYPE"]);
        assert_eq!(all("gen"), ["r#gen", "Gen", "GEN"]);
        assert_eq!(all("self"), ["self_", "Self_", "SELF"]);
        assert_eq!(all("crate"), ["crate_", "Crate", "CRATE"]);
        assert_eq!(all("_"), ["underscore", "Underscore", "UNDERSCORE"]);
    }

    #[test]
    fn starts_with_a_letter() {
        assert_eq!(all("3d"), ["n3d", "N3d", "N3D"]);
        assert_eq!(all("007"), ["n007", "N007", "N007"]);
        assert_eq!(all("1.0"), ["n1_0", "N1_0", "N1_0"]);
        assert_eq!(type_name("10"), "N10");
        assert_eq!(type_name("2024-01-31"), "N2024_01_31");
    }

    #[test]
    fn spells_symbols_that_matter() {
        assert_eq!(type_name("+1"), "Plus1");
        assert_eq!(type_name("-1"), "Minus1");
        assert_eq!(type_name(">=10"), "GreaterEqual10");
        assert_eq!(type_name("!="), "NotEqual");
        assert_eq!(type_name("*"), "Star");
        assert_eq!(type_name("StartTime<"), "StartTime");
        assert_eq!(type_name("😀"), "U1f600");
        assert_eq!(type_name(""), "Empty");
        assert_eq!(type_name(" "), "Space");
    }

    #[test]
    fn keeps_letters_of_any_script() {
        assert_eq!(all("größe"), ["größe", "Größe", "GRÖSSE"]);
        assert_eq!(field("状态码"), "状态码");
        assert_eq!(field("cafe\u{301}"), "cafe");
        assert_eq!(field("x²"), "x");
        assert_eq!(field("\u{212A}elvin"), "kelvin");
    }

    #[test]
    fn cuts_what_is_long() {
        let long = type_name(&"word ".repeat(2_000));
        assert_eq!(long.chars().count(), LONGEST);
        assert!(!field(&"ab_".repeat(5_000)).ends_with('_'));
    }

    #[test]
    fn is_always_an_identifier() {
        let mut texts: Vec<String> = (0..0x700_u32)
            .chain((0x700..0x11_0000).step_by(211))
            .filter_map(char::from_u32)
            .flat_map(|c| [format!("{c}"), format!("{c}a{c}1"), format!("a{c}{c} {c}b")])
            .collect();
        let keywords = "as break const continue crate dyn else enum extern false fn for gen if impl \
            in let loop match mod move mut pub ref return self Self static struct super trait true try \
            type unsafe use where while async await abstract become box do final macro override priv \
            typeof unsized virtual yield union raw safe macro_rules static_ r#type '' \0 \u{feff}";
        texts.extend(keywords.split(' ').map(str::to_owned));
        for text in texts {
            for name in all(&text) {
                assert!(
                    syn::parse_str::<syn::Ident>(&name).is_ok(),
                    "{text:?} gave {name:?}"
                );
            }
        }
    }
}
