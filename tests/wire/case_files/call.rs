//! `call.json`: what is unusual about a call.

use std::collections::BTreeMap;

use serde_json::Value;

/// A call as a case wants it. What the file does not name is as usual.
pub(super) struct Call {
    /// Arguments by their Rust names.
    pub(super) arguments: BTreeMap<String, Value>,
    /// `true` for the usual credential; else none.
    pub(super) credential: bool,
    /// The path of the base URL.
    pub(super) prefix: String,
    /// Headers of every request.
    pub(super) headers: BTreeMap<String, String>,
    /// The limit of the body, in bytes.
    pub(super) body_limit: Option<u64>,
}

impl Call {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let Value::Object(mut members) = value else {
            return Err("call.json is no object".to_owned());
        };
        let mut take = |name: &str| members.remove(name).unwrap_or_default();
        let call = Self {
            arguments: take("arguments")
                .as_object()
                .map_or_else(BTreeMap::new, |all| {
                    all.iter().map(|(k, v)| (k.clone(), v.clone())).collect()
                }),
            credential: take("credential").as_bool().unwrap_or(true),
            prefix: take("prefix").as_str().unwrap_or_default().to_owned(),
            headers: take("headers")
                .as_object()
                .map_or_else(BTreeMap::new, |all| {
                    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                    all.iter().map(|(k, v)| (k.clone(), text(v))).collect()
                }),
            body_limit: take("body_limit").as_u64(),
        };
        match members.keys().next() {
            Some(unknown) => Err(format!("call.json: what is `{unknown}`?")),
            None => Ok(call),
        }
    }

    /// A text argument.
    pub(super) fn text(&self, name: &str, usual: &str) -> String {
        self.arguments
            .get(name)
            .map_or(usual, |value| value.as_str().unwrap())
            .to_owned()
    }

    /// An integer argument.
    pub(super) fn integer(&self, name: &str, usual: i64) -> i64 {
        self.arguments
            .get(name)
            .map_or(usual, |value| value.as_i64().unwrap())
    }

    /// An argument that is a list of small integers.
    pub(super) fn integers(&self, name: &str, usual: &[i32]) -> Vec<i32> {
        let Some(value) = self.arguments.get(name) else {
            return usual.to_vec();
        };
        let one = |item: &Value| i32::try_from(item.as_i64().unwrap()).unwrap();
        value.as_array().unwrap().iter().map(one).collect()
    }
}
