//! Trees as text.

use serde_json::Value;

pub(super) fn json(tree: &Value) -> String {
    format!("{tree:#}")
}

/// Block style down to the third level from the leaves, flow style below, so that both are read.
pub(super) fn yaml(tree: &Value) -> String {
    let mut text = String::new();
    block(tree, 0, &mut text);
    text
}

fn block(value: &Value, indent: usize, text: &mut String) {
    let pad = " ".repeat(indent);
    match value {
        Value::Object(members) if height(value) > 2 => {
            for (key, value) in members {
                text.push_str(&format!("{pad}{}:", quoted(key)));
                after_mark(value, indent, text);
            }
        }
        Value::Array(items) if height(value) > 2 => {
            for value in items {
                text.push_str(&format!("{pad}-"));
                after_mark(value, indent, text);
            }
        }
        other => text.push_str(&format!("{pad}{other}\n")),
    }
}

fn after_mark(value: &Value, indent: usize, text: &mut String) {
    if height(value) > 2 {
        text.push('\n');
        block(value, indent + 1, text);
    } else {
        // JSON is YAML, but for what JSON does not escape and YAML does not allow.
        let flow = value.to_string().replace('\u{7f}', "\\u007f");
        text.push_str(&format!(" {flow}\n"));
    }
}

/// A key as it is where it can be; a long one must be marked, since YAML looks ahead only so far.
fn quoted(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(plain) {
        return key.to_owned();
    }
    let json = Value::from(key).to_string().replace('\u{7f}', "\\u007f");
    if json.len() > 1000 {
        "cut".to_owned()
    } else {
        json
    }
}

fn height(value: &Value) -> usize {
    let children = match value {
        Value::Object(members) => members.values().map(height).max(),
        Value::Array(items) => items.iter().map(height).max(),
        _ => return 0,
    };
    children.unwrap_or_default() + 1
}
