//! Examples: which are what their schemas say, and what tests become of them.

mod judge;
mod report;
mod rows;
mod target;

use std::sync::Arc;

use serde_json::Value;

use crate::{
    Config,
    collection::Table,
    diagnostic::{Diagnostics, Origin},
    model::{Api, Example, Representation, SchemaId, Shown},
};
use judge::{Fault, Weight};

pub(super) use rows::{Planned, Rows};

/// An example, and whether it is what its schema says.
pub(super) struct Judged {
    example: Example,
    verdict: Arc<Verdict>,
}

/// What came of comparing an example with its schema.
struct Verdict {
    shown: Arc<Shown>,
    /// Where its schema stands, or what stands in the place of one.
    schema: Origin,
    /// The value, where the example is a text of JSON.
    parsed: Option<Value>,
    /// What they disagree on.
    faults: Vec<Fault>,
}

impl Verdict {
    /// The value itself.
    fn value(&self) -> &Value {
        self.parsed.as_ref().unwrap_or(&self.shown.value)
    }

    /// The first fault for which a client cannot read the value.
    fn broken(&self) -> Option<&Fault> {
        let mut faults = self.faults.iter();
        faults.find(|fault| fault.weight == Weight::Broken)
    }
}

/// Judges all examples by their schemas as the document has them, and reports faults.
pub(super) fn judge(api: &mut Api, config: &Config, diagnostics: &mut Diagnostics) -> Vec<Judged> {
    let examples = std::mem::take(&mut api.examples);
    let mut seen: Table<(Origin, Option<SchemaId>), Arc<Verdict>> = Table::new();
    let mut judged = Vec::new();
    for example in examples {
        let key = (example.shown.at.clone(), example.schema);
        let verdict = seen.get_or(key, || {
            let verdict = verdict(api, config, &example);
            report::report(&verdict, diagnostics);
            Arc::new(verdict)
        });
        let verdict = Arc::clone(verdict);
        judged.push(Judged { example, verdict });
    }
    judged
}

fn verdict(api: &Api, config: &Config, example: &Example) -> Verdict {
    let shown = Arc::clone(&example.shown);
    let schema = example.schema.map(|id| api.schemas.meant(id));
    let schema = schema.map(|id| api.schemas.get(id).at.clone());
    let mut verdict = Verdict {
        schema: schema.unwrap_or_else(|| shown.at.clone()),
        shown,
        parsed: None,
        faults: Vec::new(),
    };
    let (Some(schema), Some(representation)) = (example.schema, representation(api, example))
    else {
        return verdict;
    };
    let has_values = matches!(
        representation,
        Representation::Json | Representation::Form | Representation::Multipart
    );
    // The text of a form is not its value.
    let is_text = verdict.shown.value.is_string() && representation != Representation::Json;
    if !has_values || is_text {
        return verdict;
    }
    verdict.faults = judge::judge(&api.schemas, config, schema, verdict.value());
    // Some write JSON as a text.
    if let (Some(_), Value::String(text)) = (verdict.broken(), &verdict.shown.value)
        && let Ok(parsed @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(text)
    {
        verdict.faults = judge::judge(&api.schemas, config, schema, &parsed);
        verdict.parsed = Some(parsed);
    }
    verdict
}

/// How the body is written of which it is an example.
fn representation(api: &Api, example: &Example) -> Option<Representation> {
    let operation = api.operations.get(example.operation)?;
    let content = match example.response {
        Some(response) => &operation.responses.get(response)?.content,
        None => &operation.body.as_ref()?.content,
    };
    Some(content.get(example.content)?.representation)
}
