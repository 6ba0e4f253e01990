//! Requests that the API sends: a function for each that has a body to be read.

use indexmap::IndexSet;

use super::{
    code_span::code_span,
    doc, name,
    responses::{Group, groups},
    types::Types,
};
use crate::{
    collection::Table,
    diagnostic::{Code, Diagnostic, Origin},
    ir::{self, Read, Type},
    model::{Api, Incoming},
    notes::NameKind,
};

/// What the file of webhooks imports.
const IMPORTED: &[&str] = &["incoming", "incoming_text"];

/// The functions that read what the API sends: webhooks, then callbacks, in the order of the
/// document. The operations are those of the API, in its order.
pub(super) fn incoming(
    api: &Api,
    operations: &[ir::Operation],
    types: &mut Types<'_>,
) -> Vec<ir::Incoming> {
    let mut planned = Functions {
        names: name::Scope::new(IMPORTED),
        seen: IndexSet::new(),
        all: Vec::new(),
    };
    planned.add(&api.webhooks, None, types);
    for (operation, planned_operation) in api.operations.iter().zip(operations) {
        planned.add(&operation.callbacks, Some(planned_operation), types);
    }
    planned.all
}

struct Functions {
    names: name::Scope,
    /// Those that are there: operations may share a callback.
    seen: IndexSet<Origin>,
    all: Vec<ir::Incoming>,
}

impl Functions {
    fn add(&mut self, all: &[Incoming], of: Option<&ir::Operation>, types: &mut Types<'_>) {
        let mut count: Table<&str, usize> = Table::new();
        for one in all {
            *count.get_or_default(&one.name) += 1;
        }
        for one in all {
            if self.seen.insert(one.at.clone()) {
                let is_alone = count.get(one.name.as_str()) == Some(&1);
                self.function(one, of, is_alone, types);
            }
        }
    }

    fn function(
        &mut self,
        incoming: &Incoming,
        of: Option<&ir::Operation>,
        is_alone: bool,
        types: &mut Types<'_>,
    ) {
        let Some(group) = groups(&incoming.content, types).groups.into_iter().next() else {
            return;
        };
        let text = called(incoming, of, is_alone);
        let type_name = format!("{}Payload", name::type_name(&text));
        let Some((read, ty)) = payload(&group, &type_name, types) else {
            let place = types.key_place(&group.first.at);
            let message = "the body of this request is not read: it is no JSON and no text";
            types.report(
                Diagnostic::new(Code::Ignored, place, message)
                    .help("nothing needs to change: whoever listens reads it as it comes"),
            );
            return;
        };
        let natural = name::field(&text);
        let name = self.names.claim(natural.clone());
        types.note_name(name::Given {
            kind: NameKind::Function,
            text: incoming
                .id
                .as_deref()
                .or(Some(&incoming.name))
                .filter(|_| of.is_none()),
            natural: &natural,
            name: &name,
            within: "webhooks",
            place: types.key_place(&incoming.at),
        });
        self.all.push(ir::Incoming {
            name,
            docs: docs(incoming, of),
            deprecated: incoming.deprecated,
            read,
            ty,
        });
    }
}

/// What a request is called: by itself, else after what it belongs to.
fn called(incoming: &Incoming, of: Option<&ir::Operation>, is_alone: bool) -> String {
    let name = incoming.name.as_str();
    let method = incoming.method.as_str().to_lowercase();
    match (&incoming.id, of) {
        (Some(id), _) => id.clone(),
        (None, Some(operation)) if is_alone => format!("{} {name}", operation.id),
        (None, Some(operation)) => format!("{} {name} {method}", operation.id),
        (None, None) if is_alone => name.to_owned(),
        (None, None) => format!("{name} {method}"),
    }
}

/// How a body is read, where its text is all that is needed for it.
fn payload(group: &Group<'_>, name: &str, types: &mut Types<'_>) -> Option<(Read, Type)> {
    match group.read {
        Read::Json | Read::JsonOrText => Some((Read::Json, types.media_type(group.first, name))),
        Read::Text => Some((Read::Text, Type::String)),
        Read::Nothing
        | Read::Bytes
        | Read::Stream
        | Read::Events
        | Read::TextEvents
        | Read::JsonLines => None,
    }
}

fn docs(incoming: &Incoming, of: Option<&ir::Operation>) -> Vec<String> {
    let mut docs = Vec::new();
    for text in [&incoming.summary, &incoming.description]
        .into_iter()
        .flatten()
    {
        docs.extend(doc::lines(text));
        docs.push(String::new());
    }
    let verb = incoming.method.as_str();
    let name = code_span(&incoming.name);
    docs.push(match of {
        None => format!("Reads the body of the webhook {name}, a `{verb}`."),
        Some(operation) => {
            let method = name::bare(&operation.method);
            format!(
                "Reads the body of the callback {name}, a `{verb}`, of \
                 [`Client::{method}`](super::Client::{method})."
            )
        }
    });
    docs
}
