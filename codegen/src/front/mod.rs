//! From a document's tree to the model: references followed, dialects told apart, faults located.
//!
//! Objects are read one by one with `openapiv3`, so that a fault is blamed on the value that holds
//! it; what `openapiv3` drops is taken from the tree.

mod context;
mod dialect;
mod encoding;
mod event;
#[cfg(feature = "examples")]
mod example;
mod expect;
mod extension;
mod incoming;
mod info;
mod item;
mod key;
mod media_name;
mod media_type;
mod method;
mod node;
mod object;
mod operation;
mod parameter;
mod path;
mod reader;
mod reference;
mod representation;
mod request_body;
mod response;
mod response_header;
mod root;
mod schema;
mod security;
mod select;
mod server;
mod status;
mod template;
mod v20;
mod work;

use crate::{
    diagnostic::Diagnostics,
    model::Api,
    select::Selection,
    source::{Documents, Limits},
};

/// Reads a document. What is at fault is reported; the rest is read all the same, so that all
/// faults are found at once. What is not selected is not read, so that it has no faults; neither are
/// component schemas that nothing selected leads to, and examples, unless they are asked for. `None` where
/// the document is no OpenAPI document of a known dialect, or too much to be read.
pub(crate) fn read(
    documents: &Documents,
    limits: &Limits,
    selection: &Selection,
    with_unused: bool,
    with_examples: bool,
    diagnostics: &mut Diagnostics,
) -> Option<Api> {
    let mut reader = reader::Reader::new(documents, limits, selection, diagnostics);
    let root = node::Node::root(&documents.root);
    reader.dialect = reader.read_dialect(&root)?;
    reader.root_keys(&root);
    let info = reader.info(&root);
    let servers = reader.root_servers(&root);
    let mut schemes = reader.security_schemes(&root);
    reader.component_schemas(&root, with_unused || selection.is_empty());
    let operations = reader.operations(&root, &schemes);
    let webhooks = reader.webhooks(&root);
    reader.finish_schemas();
    reader.finish_selection(&root, &operations, &webhooks);
    if !selection.is_empty() {
        let asked_for = select::schemes(&operations);
        schemes.retain(|scheme| asked_for.contains(scheme.name.as_str()));
    }
    let examples = match with_examples {
        #[cfg(feature = "examples")]
        true => reader.examples(&operations),
        _ => Vec::new(),
    };
    if reader.work.is_done() {
        // What has not been read can be no client.
        return None;
    }
    Some(Api {
        file: documents.root.name.clone(),
        info,
        servers,
        schemes,
        schemas: reader.schemas,
        operations,
        webhooks,
        examples,
    })
}
