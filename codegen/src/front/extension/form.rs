//! What is wrong with keys that make no condition.

/// The tests of a value.
const TESTS: &[&str] = &["equals", "exists", "empty", "starts-with", "contains"];

pub(super) const FORMS: &str = "the forms are `{at, equals}`, `{at, exists}`, `{at, empty}`, \
    `{at, starts-with}`, `{at, contains}`, `{header, equals}`, `{some, where}`, `{none, where}`, \
    `{all}`, `{any}` and `{not}`";

/// Why these keys make no condition, and what to write.
pub(super) fn explain(keys: &[&str]) -> (String, String) {
    let has = |key: &str| keys.contains(&key);
    let tests: Vec<_> = TESTS.iter().copied().filter(|test| has(test)).collect();
    let alone = ["all", "any", "not"].into_iter().find(|key| has(key));
    let quantifier = ["some", "none"].into_iter().find(|key| has(key));
    match (alone, quantifier, tests.as_slice()) {
        _ if keys.is_empty() => (
            "this condition is empty".to_owned(),
            "say what must hold, such as `{at: /error/code, equals: not_found}`".to_owned(),
        ),
        (Some(alone), ..) => (
            format!("`{alone}` stands alone in its condition"),
            "to ask for more, write `{all: [{…}, {…}]}`, with a condition in each `{…}`".to_owned(),
        ),
        (None, Some(quantifier), _) if !has("where") => (
            format!("`{quantifier}` says which list, and nothing of its elements"),
            "add what is asked of an element, such as `where: {at: /code, equals: 8015}`"
                .to_owned(),
        ),
        (None, None, _) if has("where") => (
            "`where` asks something of elements, and nothing says of which list".to_owned(),
            "add the list, such as `some: /errors`".to_owned(),
        ),
        (None, None, []) if keys == ["at"] => (
            "`at` says where to look, and nothing says what for".to_owned(),
            format!(
                "add one of `{}`, such as `equals: not_found`",
                TESTS.join("`, `")
            ),
        ),
        (None, None, _) if has("header") => (
            "a header can only be compared".to_owned(),
            "write it like `{header: X-Error, equals: not_found}`".to_owned(),
        ),
        (None, None, [test]) if keys.len() == 1 => (
            format!("`{test}` says what to look for, and nothing says where"),
            format!("add the place, such as `at: /error/code`, to `{test}`"),
        ),
        (None, None, [one, other, ..]) => (
            format!("a condition has one test, and this has `{one}` and `{other}`"),
            format!(
                "to ask for both, write `{{all: [{{at: …, {one}: …}}, {{at: …, {other}: …}}]}}`"
            ),
        ),
        _ => ("these keys make no condition".to_owned(), FORMS.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_missing_or_too_much() {
        for (keys, message) in [
            (&[][..], "this condition is empty"),
            (
                &["at"],
                "`at` says where to look, and nothing says what for",
            ),
            (
                &["equals"],
                "`equals` says what to look for, and nothing says where",
            ),
            (
                &["at", "equals", "exists"],
                "a condition has one test, and this has `equals` and `exists`",
            ),
            (&["all", "at"], "`all` stands alone in its condition"),
            (
                &["some"],
                "`some` says which list, and nothing of its elements",
            ),
            (
                &["where"],
                "`where` asks something of elements, and nothing says of which list",
            ),
            (&["exists", "header"], "a header can only be compared"),
            (&["none", "some", "where"], "these keys make no condition"),
        ] {
            assert_eq!(explain(keys).0, message, "{keys:?}");
        }
    }
}
