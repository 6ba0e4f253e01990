//! Every decision: names, types, which errors an operation has, and what is left out.

mod bodies;
mod called;
mod client;
mod code_span;
mod compose;
mod doc;
mod errors;
mod example;
mod files;
mod given;
mod handed;
mod header;
mod incoming;
mod meaning;
mod module;
mod name;
mod operation;
mod parameter;
mod pointers;
mod replace;
mod responses;
mod room;
mod seek;
mod server;
mod share;
mod types;
mod used;

use crate::{Config, diagnostic::Diagnostics, ir, model::Api, notes::Notes};

/// Plans the module of an API, and notes what there is to tell of it.
pub(crate) fn plan(
    mut api: Api,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (ir::Module, Notes) {
    // Before schemas are merged: examples are judged by what the document says.
    let judged = match cfg!(feature = "examples") {
        true => example::judge(&mut api, config, diagnostics),
        false => Vec::new(),
    };
    // Of those that are merged into others, too, people say that they are used.
    let used = used::used(&api, config);
    let mut api = Api {
        schemas: compose::compose(api.schemas, diagnostics),
        ..api
    };
    replace::replace(&mut api, &config.replacements, diagnostics);
    let api = share::share(api);
    module::module(&api, judged, &used, config, diagnostics)
}
