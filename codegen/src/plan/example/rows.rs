//! The tests of examples: their names, and what they are about.

use serde_json::{Value, json};

use super::{
    super::{bodies::Bodies, name, types::Types},
    Judged, Verdict,
    target::{self, Pair},
};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Origin},
    ir::{self, ExampleTest, Examples},
    model::{Api, MediaType, Operation, SchemaId},
};

/// As much of a place as anybody reads.
const MOST: usize = 300;

/// The tests, as they are planned.
pub(in crate::plan) struct Rows {
    names: name::Scope,
    examples: Examples,
    /// What tests are about: several may be about the same.
    data: Table<(Origin, Option<SchemaId>, bool), usize>,
}

/// What operations have become.
#[derive(Clone, Copy)]
pub(in crate::plan) struct Planned<'p> {
    pub(in crate::plan) operations: &'p [ir::Operation],
    pub(in crate::plan) errors: &'p [ir::ErrorEnum],
    pub(in crate::plan) bodies: &'p Bodies,
    /// The name of the package.
    pub(in crate::plan) package: &'p str,
}

impl Rows {
    /// The tests of all examples. Those of which there can be none are reported.
    pub(in crate::plan) fn plan(
        api: &Api,
        judged: Vec<Judged>,
        planned: Planned<'_>,
        types: &mut Types<'_>,
    ) -> Examples {
        let mut rows = Self {
            names: name::Scope::new(&[]),
            examples: Examples {
                package: name::package(planned.package),
                ..Examples::default()
            },
            data: Table::new(),
        };
        for Judged { example, verdict } in judged {
            let model = api.operations.get(example.operation);
            let operation = planned.operations.get(example.operation);
            let error = planned.errors.get(example.operation);
            let (Some(model), Some(operation), Some(error)) = (model, operation, error) else {
                continue;
            };
            let pair = Pair {
                model,
                planned: operation,
                error,
            };
            let response = example
                .response
                .and_then(|number| model.responses.get(number));
            let content = content(model, &example);
            let Some(content) = content else {
                continue;
            };
            let of = match response {
                _ if unread(content, &verdict).is_some() => {
                    Err(unread(content, &verdict).unwrap_or_default())
                }
                Some(response) => pair.answer(response, content, &verdict.shown.value, types),
                None => pair.request(content, planned.bodies),
            };
            match of {
                Ok(of) => {
                    let part = match &of {
                        ir::ExampleOf::Request(_) => "body".to_owned(),
                        ir::ExampleOf::Answer(answer) => answer.status.to_string(),
                    };
                    let method = name::bare(&operation.method);
                    let called = format!("{method} {part} {}", example.name);
                    rows.add(&called, of, &verdict, (example.schema, content));
                }
                Err(why) => skip(&verdict, why, types),
            }
        }
        rows.examples
    }

    fn add(
        &mut self,
        called: &str,
        of: ir::ExampleOf,
        verdict: &Verdict,
        (schema, content): (Option<SchemaId>, &MediaType),
    ) {
        let is_text = target::is_text(content);
        let key = (verdict.shown.at.clone(), schema, is_text);
        let examples = &mut self.examples;
        let data = *self.data.get_or(key, || {
            examples.data.push(text(verdict, content));
            examples.data.len() - 1
        });
        examples.tests.push(ExampleTest {
            name: self.names.claim(name::field(called)),
            ignored: ignored(verdict),
            data,
            of,
        });
    }
}

fn content<'m>(model: &'m Operation, example: &crate::model::Example) -> Option<&'m MediaType> {
    let all = match example.response {
        Some(number) => &model.responses.get(number)?.content,
        None => &model.body.as_ref()?.content,
    };
    all.get(example.content)
}

fn unread(content: &MediaType, verdict: &Verdict) -> Option<target::Skipped> {
    target::unread(content, verdict.shown.value.is_string())
}

fn skip(verdict: &Verdict, why: target::Skipped, types: &mut Types<'_>) {
    let message = format!("this example is not tested: {why}");
    let diagnostic = Diagnostic::new(Code::Ignored, verdict.shown.at.value(), message);
    types.report(diagnostic.help("nothing needs to change: other examples are tested"));
}

/// Why the test is not run.
fn ignored(verdict: &Verdict) -> Option<String> {
    let fault = verdict.broken()?;
    let example = place(&verdict.shown.origin(&fault.path));
    let schema = place(&fault.schema);
    let what = &fault.what;
    Some(format!("the example {what}: {example} and {schema}"))
}

/// What a test is about: both places, the parts that its schema does not have, and the example.
fn text(verdict: &Verdict, content: &MediaType) -> String {
    let left = verdict.faults.iter();
    let left = left.filter(|fault| fault.weight == super::Weight::Left);
    let left: Vec<_> = left.map(|fault| fault.path.as_str()).collect();
    let schema = place(&verdict.schema);
    let mut data = json!({"example": place(&verdict.shown.at), "schema": schema});
    if let Value::Object(data) = &mut data {
        if !left.is_empty() {
            data.insert("except".to_owned(), json!(left));
        }
        let (key, value) = match (target::is_text(content), verdict.value()) {
            (false, value) => ("value", value.clone()),
            (true, Value::String(text)) => ("text", text.clone().into()),
            (true, other) => ("text", other.to_string().into()),
        };
        data.insert(key.to_owned(), value);
    }
    data.to_string()
}

/// A place, the same from whichever folder the document is read.
fn place(at: &Origin) -> String {
    let file = at.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let whole = format!("{file}#{}", at.pointer).escape_debug().to_string();
    match whole.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default()),
        None => whole,
    }
}
