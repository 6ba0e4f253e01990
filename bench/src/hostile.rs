//! Texts that try to be more than text. They are those of `tests/hostile`.

use serde_json::Value;

/// All hostile texts.
///
/// # Errors
/// When the list is not as it must be.
pub fn texts() -> Result<Vec<String>, String> {
    let list: Value = serde_json::from_str(include_str!("../../tests/hostile/payloads.json"))
        .map_err(|error| format!("payloads.json: {error}"))?;
    let entries = list.as_array().into_iter().flatten();
    let texts = entries.filter_map(|entry| {
        let repeat = entry.get("repeat").and_then(Value::as_u64).unwrap_or(1);
        let text = entry.get("text")?.as_str()?;
        Some(text.repeat(usize::try_from(repeat).ok()?))
    });
    Ok(texts.collect())
}
