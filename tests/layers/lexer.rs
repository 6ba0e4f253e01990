//! Rust's text in tokens, without comments and without what stands in quotes.

/// A word or a symbol, and the line it is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// The tokens of a file. Literals are left out, and `::` is one token.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest, first);
        if length > 0 {
            let (space, after) = rest.split_at(length);
            line += space.matches('\n').count();
            rest = after;
            continue;
        }
        let word = rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len());
        let length = match word {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            word => word,
        };
        let (text, after) = rest.split_at(length);
        tokens.push(Token {
            text: text.to_owned(),
            line,
        });
        rest = after;
    }
    tokens
}

/// How much of the text is no token: space, a comment, a literal in quotes.
fn skipped(rest: &str, first: char) -> usize {
    let to = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if first.is_whitespace() {
        return first.len_utf8();
    }
    if rest.starts_with("//") {
        return to("\n");
    }
    if rest.starts_with("/*") {
        return to("*/");
    }
    if let Some(length) = raw_string(rest) {
        return length;
    }
    match first {
        '"' => quoted(rest, '"'),
        '\'' => character(rest),
        _ => 0,
    }
}

/// `r"…"`, `r#"…"#` and so on.
fn raw_string(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('r')?;
    let opened = body.trim_start_matches('#');
    let hashes = body.len() - opened.len();
    let inner = opened.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(1 + hashes + 1 + inner.find(&end)? + end.len())
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            letter if letter == quote => return at + letter.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// `'a'` and `'\''`; a lifetime is its mark alone.
fn character(rest: &str) -> usize {
    let mut letters = rest.chars().skip(1);
    match (letters.next(), letters.next()) {
        (Some('\\'), _) => quoted(rest, '\''),
        (Some(letter), Some('\'')) => 2 + letter.len_utf8(),
        _ => 1,
    }
}

#[test]
fn literals_and_comments_are_no_tokens() {
    let text = "use a::b; // c\n/* d\n*/ f('e', '\\'', \"g\\\"h\", r#\"i\"j\"#, &'k l)";
    let found: Vec<_> = tokens(text)
        .into_iter()
        .map(|token| (token.text, token.line))
        .collect();
    let words: Vec<_> = found
        .iter()
        .filter(|(text, _)| text.chars().all(char::is_alphanumeric))
        .map(|(text, line)| (text.as_str(), *line))
        .collect();
    assert_eq!(
        words,
        [("use", 1), ("a", 1), ("b", 1), ("f", 3), ("k", 3), ("l", 3)]
    );
    assert!(found.contains(&("::".to_owned(), 1)));
}
