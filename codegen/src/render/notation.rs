//! What help lines show, in the notation of the document that they are about.
//!
//! Help is written in YAML, in collections of brackets, so that it becomes JSON word by word.

use serde_json::Value;

/// A help text for a document in this text: in JSON where the document is.
pub(super) fn help(help: &str, document: Option<&str>) -> String {
    let document = document.map(|text| text.trim_start_matches('\u{feff}').trim_start());
    if document.is_some_and(|text| text.starts_with(['{', '['])) {
        in_json(help)
    } else {
        help.to_owned()
    }
}

/// The same help, with what stands in backticks in JSON, as far as it is YAML.
fn in_json(help: &str) -> String {
    let parts: Vec<&str> = help.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return help.to_owned();
    }
    // Such a word may be a name of the document's, whatever it looks like.
    let is_name = |code: &str| help.starts_with("did you mean") && !code.starts_with('{');
    let parts = parts.into_iter().enumerate().map(|(index, part)| {
        let code = (index % 2 == 1 && !is_name(part)).then(|| Code::read(part));
        code.flatten().unwrap_or_else(|| part.to_owned())
    });
    parts.collect::<Vec<_>>().join("`")
}

/// What was read of a piece of YAML.
#[derive(Default)]
struct Code {
    json: String,
    /// Whether a word ended there, which a bracket cannot follow.
    after_word: bool,
    is_mapping: bool,
}

impl Code {
    /// The same as JSON; `None` where it is no mapping, list or quoted text.
    fn read(yaml: &str) -> Option<String> {
        let mut code = Self::default();
        let mut rest = yaml;
        while let Some(next) = rest.chars().next() {
            rest = code.step(next, rest)?;
        }
        let is_code = code.is_mapping || yaml.starts_with(['[', '\'']);
        is_code.then_some(code.json)
    }

    fn step<'y>(&mut self, next: char, rest: &'y str) -> Option<&'y str> {
        let after = rest.get(next.len_utf8()..)?;
        match next {
            '{' | '[' if self.after_word => return None,
            ':' => {
                // Nothing was named.
                self.after_word.then_some(())?;
                self.is_mapping = true;
            }
            '\'' | '"' => {
                let (text, after) = after.split_once(next)?;
                self.json.push_str(&Value::from(text).to_string());
                self.after_word = true;
                return Some(after);
            }
            '{' | '}' | '[' | ']' | ',' | ' ' => {}
            _ => return Some(self.word(rest)),
        }
        self.after_word = false;
        self.json.push(next);
        Some(after)
    }

    fn word<'y>(&mut self, rest: &'y str) -> &'y str {
        let ends = |(at, c): &(usize, char)| {
            let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
            "{}[],".contains(*c) || (*c == ':' && (after.is_empty() || after.starts_with(' ')))
        };
        let end = rest
            .char_indices()
            .find(ends)
            .map_or(rest.len(), |(at, _)| at);
        let (word, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if word == "…" || serde_json::from_str::<Value>(word).is_ok() {
            self.json.push_str(word);
        } else {
            self.json.push_str(&Value::from(word).to_string());
        }
        self.after_word = true;
        rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_json() {
        for (yaml, json) in [
            (
                "write `{type: string}`, or what it is",
                r#"write `{"type": "string"}`, or what it is"#,
            ),
            (
                "`'200': {description: Done.}`",
                r#"`"200": {"description": "Done."}`"#,
            ),
            (
                "`{$ref: '#/components/schemas/A'}`",
                r##"`{"$ref": "#/components/schemas/A"}`"##,
            ),
            ("`/pets: {get: …}`", r#"`"/pets": {"get": …}`"#),
            (
                "`{all: [{at: …, exists: true}, {…}]}`",
                r#"`{"all": [{"at": …, "exists": true}, {…}]}`"#,
            ),
            ("`openapi: 3.0.3`", r#"`"openapi": "3.0.3"`"#),
            ("`equals: 8015`", r#"`"equals": 8015`"#),
            (
                "`url: https://a.example`",
                r#"`"url": "https://a.example"`"#,
            ),
            ("`[name]`, `'8015'`", r#"`["name"]`, `"8015"`"#),
            (
                "`{name: a b, in: path}`",
                r#"`{"name": "a b", "in": "path"}`"#,
            ),
            (
                "did you mean `{at: /a}`?",
                r#"did you mean `{"at": "/a"}`?"#,
            ),
        ] {
            assert_eq!(in_json(yaml), json);
        }
    }

    #[test]
    fn what_is_no_example_stays() {
        for help in [
            "write `{id}` where it belongs in `/pets/{petId}`",
            "if the `: ` belongs to it, or `- `",
            "did you mean `a: b`?",
            "write `schema` or `/code`",
            "`/pets/{id}: x` and `it's`",
            "one ` alone: x",
            "``",
        ] {
            assert_eq!(in_json(help), help);
        }
    }

    #[test]
    fn yaml_stays_yaml() {
        let yaml = "write `{type: string}`";
        assert_eq!(help(yaml, Some("openapi: 3.0.3")), yaml);
        assert_eq!(help(yaml, None), yaml);
        let json = "write `{\"type\": \"string\"}`";
        assert_eq!(help(yaml, Some("\u{feff}\n {\"openapi\": 1}")), json);
    }
}
