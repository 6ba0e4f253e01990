//! Which schemas something uses.

use indexmap::IndexSet;

use crate::{
    Config,
    model::{Api, Header, Incoming, MediaType, Operation, Parameter, SchemaId},
};

/// The schemas that an operation leads to, or what a webhook or callback sends; all of them where that is
/// asked for, or where the document has nothing else.
pub(super) fn used(api: &Api, config: &Config) -> IndexSet<SchemaId> {
    let is_all = api.operations.is_empty() && api.webhooks.is_empty();
    if is_all || config.unused_types {
        return api.schemas.ids().collect();
    }
    let mut open: Vec<SchemaId> = api.operations.iter().flat_map(of_operation).collect();
    open.extend(api.webhooks.iter().flat_map(of_incoming));
    api.schemas.reached(open)
}

fn of_operation(operation: &Operation) -> Vec<SchemaId> {
    let Operation {
        at: _,
        id: _,
        method: _,
        path: _,
        template: _,
        tags: _,
        summary: _,
        description: _,
        deprecated: _,
        parameters,
        body,
        callbacks,
        responses,
        servers: _,
        security: _,
        rules,
    } = operation;
    let sent = body.iter().flat_map(|body| &body.content);
    let answers = responses.iter().flat_map(|one| &one.content);
    let mut found: Vec<_> = sent.chain(answers).filter_map(of_content).collect();
    for Parameter { schema, form, .. } in parameters {
        found.extend(schema);
        found.extend(form.as_ref().and_then(of_content));
    }
    let headers = responses.iter().flat_map(|one| &one.headers);
    found.extend(headers.filter_map(of_header));
    found.extend(rules.cases.iter().filter_map(|case| case.schema));
    found.extend(callbacks.iter().flat_map(of_incoming));
    found
}

fn of_incoming(incoming: &Incoming) -> Vec<SchemaId> {
    let Incoming {
        at: _,
        id: _,
        name: _,
        method: _,
        summary: _,
        description: _,
        deprecated: _,
        content,
        headers,
    } = incoming;
    let headers = headers.iter().filter_map(of_header);
    content
        .iter()
        .filter_map(of_content)
        .chain(headers)
        .collect()
}

fn of_content(content: &MediaType) -> Option<SchemaId> {
    content.schema
}

fn of_header(header: &Header) -> Option<SchemaId> {
    header.schema
}
