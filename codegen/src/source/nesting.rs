//! How deep flow collections of a YAML text can nest, from its lines alone.

/// How many steps a parser takes that goes over all open brackets at each mark, at most.
///
/// Brackets that close on the line they open on leave nothing open, if that can be told from the line.
/// All others are taken to stay open to the end of the text.
pub(super) fn steps(text: &str) -> usize {
    let mut open = 0usize;
    let mut steps = 0usize;
    for line in text.split(['\n', '\r']) {
        let (mut openers, mut marks) = (0usize, 1usize);
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => openers += 1,
                b',' | b':' | b'-' | b'?' => marks += 1,
                _ => {}
            }
        }
        marks += openers;
        steps = steps.saturating_add(marks.saturating_mul(open + openers));
        if openers > 0 && !is_closed(line) {
            open += openers;
        }
    }
    steps
}

/// Whether a line leaves no bracket open that it opens, whatever stands before it: a quoted text, a
/// comment or a block may go on there, in which its brackets are text.
///
/// Brackets are in pairs, and none is quoted. A quoted text starts after `: `, where nothing else can
/// be meant, and ends on the line: within a text, what is quoted is the rest, which has all brackets or
/// none. What else could hide a bracket (comments, tags, quotes of two kinds) is not there.
fn is_closed(line: &str) -> bool {
    let mut open = 0usize;
    let mut quote = None;
    let (rest, mut kind) = after_key(line);
    let mut before = [b' '; 2];
    for byte in rest.bytes() {
        match (byte, quote) {
            (b'\'' | b'"', None) => {
                if before != *b": " || kind.is_some_and(|kind| kind != byte) {
                    return false;
                }
                (quote, kind) = (Some(byte), Some(byte));
            }
            (byte, Some(mark)) if byte == mark => quote = None,
            (b'[' | b']' | b'{' | b'}' | b'\'' | b'"' | b'\\', Some(_)) => return false,
            (b'[' | b'{', None) => open += 1,
            (b']' | b'}', None) => match open.checked_sub(1) {
                Some(less) => open = less,
                None => return false,
            },
            (b'#' | b'!' | b'%' | b'\\', None) => return false,
            _ => {}
        }
        let [_, last] = before;
        before = [last, byte];
    }
    open == 0 && quote.is_none()
}

/// What follows a quoted key at the start of a line, as in `'200': {}`, and how it was quoted.
///
/// Within a text in the same quotes, the first mark would end that text, and what follows it at once
/// is a fault, at which the parser stops; an empty key would be such a mark itself, in the text.
fn after_key(line: &str) -> (&str, Option<u8>) {
    let trimmed = line.trim_start_matches(' ');
    let key = match trimmed.as_bytes().first() {
        Some(mark @ (b'\'' | b'"')) => {
            let quote = char::from(*mark);
            let inner = trimmed.get(1..).and_then(|inner| inner.split_once(quote));
            inner.map(|(key, rest)| (key, rest, *mark))
        }
        _ => None,
    };
    let is_plain =
        |key: &str| !key.is_empty() && !key.contains(['[', ']', '{', '}', '\'', '"', '\\']);
    match key {
        Some((key, rest, mark)) if is_plain(key) && rest.starts_with(':') => (rest, Some(mark)),
        _ => (line, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_sure_is_closed() {
        for line in [
            "  /things/{id}:",
            "- {$ref: '#/components/parameters/page'}",
            "content: {application/json: {schema: {$ref: \"#/x\"}, x: \"y\"}}",
            "enum: [draft, active]",
            "  '200': {$ref: '#/components/responses/Done'}",
            "\"200\": {description: \"Done\"}",
        ] {
            assert!(is_closed(line), "{line}");
        }
        for line in [
            "x: [",
            "]: [",
            "x: [ # ]",
            "x: [ !a]",
            "x: ['a', 'b']",
            "x: [a: ']']",
            "'200': {a: \"b\"}",
            "'': {a: b}",
            "'a'b: {c: d}",
            "'a[': {c: d}",
            "x: [a: 'b]",
            "x: {a: 'it''s'}",
            "x: {a: 'b', c: \"d\"}",
            "x: {a: \"\\\"\"}",
        ] {
            assert!(!is_closed(line), "{line}");
        }
    }

    #[test]
    fn steps_are_linear_where_nothing_stays_open() {
        let line = "a: {b: [c, d]}\n";
        assert_eq!(steps(&line.repeat(1000)), steps(line) * 1000);
        let line = "a: {b: [c, d}\n";
        assert!(steps(&line.repeat(1000)) > steps(line) * 100_000);
    }
}
