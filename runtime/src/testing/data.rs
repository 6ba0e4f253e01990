//! What tests are about: a line of JSON for each example.

use serde_json::Value;

use super::compare::{self, Leave};

/// An example, and where it stands.
#[derive(Debug)]
pub(super) struct Example {
    /// Where it stands in the document.
    place: String,
    /// Where its schema stands.
    schema: String,
    value: Value,
    /// The body as it comes.
    body: Vec<u8>,
    /// Pointers to the parts that its schema does not have.
    except: Vec<String>,
}

impl Example {
    /// The example in a line of the data.
    #[track_caller]
    pub(super) fn find(data: &str, line: usize) -> Self {
        let found = data.split('\n').nth(line).unwrap_or_default();
        let mut found: Value = match serde_json::from_str(found) {
            Ok(found) => found,
            Err(error) => stop(&format!(
                "line {} of the examples is no JSON: {error}",
                line + 1
            )),
        };
        let text = |key: &str| found.get(key).and_then(Value::as_str).unwrap_or_default();
        let (place, schema) = (text("example").to_owned(), text("schema").to_owned());
        let except = found.get("except").and_then(Value::as_array);
        let except = except.into_iter().flatten().filter_map(Value::as_str);
        let except = except.map(str::to_owned).collect();
        let plain = found.get("text").and_then(Value::as_str).map(str::to_owned);
        let (value, body) = match plain {
            Some(text) => (Value::String(text.clone()), text.into_bytes()),
            None => {
                let value = found.get_mut("value").map(Value::take).unwrap_or_default();
                let body = value.to_string().into_bytes();
                (value, body)
            }
        };
        Self {
            place,
            schema,
            value,
            body,
            except,
        }
    }

    pub(super) fn value(&self) -> &Value {
        &self.value
    }

    pub(super) fn body(&self) -> &[u8] {
        &self.body
    }

    /// Compares the example with what is left of it. Where it `is_sent`, null is not absence.
    #[track_caller]
    pub(super) fn compare(&self, written: &Result<Value, String>, is_sent: bool) {
        let written = match written {
            Ok(written) => written,
            Err(error) => self.fail(&format!("it is not written: {error}")),
        };
        let leave = Leave {
            except: &self.except,
            nulls: !is_sent,
        };
        if let Some(difference) = compare::first(&self.value, written, leave) {
            self.fail(&difference);
        }
    }

    /// Ends the test, with both places.
    #[track_caller]
    pub(super) fn fail(&self, why: &str) -> ! {
        let Self { place, schema, .. } = self;
        stop(&format!(
            "this example is not read and written as it is: {}\n  example: {}\n  schema: {}",
            why.escape_debug(),
            place.escape_debug(),
            schema.escape_debug(),
        ))
    }
}

/// Ends a test.
#[track_caller]
#[allow(clippy::panic, reason = "that is how tests fail")]
fn stop(why: &str) -> ! {
    panic!("{why}")
}
