//! JSON documents for programs that people look into as well.

use serde_json::Value;

use crate::render::clean;

/// A JSON document in which the entries of lists have a line each, down to so many levels. It leaves
/// nothing for a terminal to act on.
pub(super) fn document(value: &Value, levels: usize) -> String {
    let mut text = String::new();
    write(value, levels, 0, &mut text);
    text.push('\n');
    clean::json(&text)
}

fn write(value: &Value, levels: usize, indent: usize, text: &mut String) {
    match value {
        Value::Object(members) if levels > 1 => {
            let members = members.iter().map(|(key, value)| {
                let key = Value::from(key.as_str());
                (format!("{key}: "), value)
            });
            block(['{', '}'], members, levels, indent, text);
        }
        Value::Array(items) if levels > 0 && items.iter().any(Value::is_object) => {
            let items = items.iter().map(|item| (String::new(), item));
            block(['[', ']'], items, levels, indent, text);
        }
        other => text.push_str(&other.to_string()),
    }
}

fn block<'v>(
    [open, close]: [char; 2],
    entries: impl Iterator<Item = (String, &'v Value)>,
    levels: usize,
    indent: usize,
    text: &mut String,
) {
    text.push(open);
    for (index, (key, value)) in entries.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(indent + 1));
        text.push_str(&key);
        write(value, levels - 1, indent + 1, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(indent));
    text.push(close);
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_entry_has_a_line() {
        let value = json!({ "a\n": [{ "b": [{ "c": 1 }] }, {}], "d": [1, 2], "e": [], "f": {} });
        let text = document(&value, 2);
        assert_eq!(
            text,
            "{\n  \"a\\n\": [\n    {\"b\":[{\"c\":1}]},\n    {}\n  ],\n  \"d\": [1,2],\n  \"e\": [],\n  \
             \"f\": {}\n}\n"
        );
        for levels in 0..6 {
            let back: Value = serde_json::from_str(&document(&value, levels)).unwrap();
            assert_eq!(back, value);
        }
    }
}
