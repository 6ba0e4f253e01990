//! Headers of answers, and of what the API sends: a constant for each name, however many answers have it.

use super::{code_span::code_span, doc, name, types::Types};
use crate::{
    collection::Table,
    collection::order,
    diagnostic::{Code, Diagnostic},
    ir,
    model::{Api, Header, Operation, Response},
    notes::NameKind,
};

/// The headers of all answers, and of all that the API sends.
pub(super) struct Headers {
    /// By name in lower case.
    found: Table<String, ir::Header>,
}

impl Headers {
    /// Plans the headers of an API, in the order of the document.
    pub(super) fn new(api: &Api, types: &mut Types<'_>) -> Self {
        let mut names = name::Scope::new(&[]);
        let mut found = Table::new();
        let responses = api.operations.iter().flat_map(|one| &one.responses);
        let responses = responses.flat_map(|response: &Response| &response.headers);
        let callbacks = api.operations.iter().flat_map(|one| &one.callbacks);
        let incoming = api.webhooks.iter().chain(callbacks);
        let incoming = incoming.flat_map(|incoming| &incoming.headers);
        for header in responses.chain(incoming) {
            let ty = types.header(header);
            match found.get_mut(&header.name.to_ascii_lowercase()) {
                None => {
                    let natural = name::constant(&header.name);
                    let name = names.claim(natural.clone());
                    types.note_name(name::Given {
                        kind: NameKind::Header,
                        text: Some(&header.name),
                        natural: &natural,
                        name: &name,
                        within: "headers",
                        place: types.key_place(&header.at),
                    });
                    let header = planned(header, name, ty);
                    found.insert(header.wire.to_ascii_lowercase(), header);
                }
                Some(known) if known.ty == ty => {}
                Some(known) => differs(known, header, types),
            }
        }
        Self { found }
    }

    /// What the documentation of an operation says of the headers of its answers, in a line.
    pub(super) fn docs(&self, operation: &Operation) -> Option<String> {
        let mut links: Vec<String> = Vec::new();
        for header in operation.responses.iter().flat_map(|one| &one.headers) {
            let known = self.found.get(&header.name.to_ascii_lowercase());
            let link = known.map(|one| format!("[`{0}`](headers::{0})", one.name));
            links.extend(link.filter(|link| !links.contains(link)));
        }
        (!links.is_empty()).then(|| format!("Headers: {}.", links.join(", ")))
    }

    /// All of them, by name.
    pub(super) fn finish(self) -> Vec<ir::Header> {
        let mut all: Vec<_> = self.found.into_values().collect();
        order::sort_by(&mut all, |one, other| one.name.cmp(&other.name));
        all
    }
}

fn planned(header: &Header, name: String, ty: ir::Type) -> ir::Header {
    let Header {
        at: _,
        name: wire,
        description,
        deprecated,
        schema: _,
    } = header;
    let mut docs = doc::optional(description.as_deref());
    if docs.is_empty() {
        docs.push(format!("The header {}.", code_span(wire)));
    }
    ir::Header {
        name,
        docs,
        deprecated: *deprecated,
        wire: wire.clone(),
        ty,
    }
}

/// A header that has another type in another answer is text, as it comes.
fn differs(known: &mut ir::Header, header: &Header, types: &mut Types<'_>) {
    if known.ty != ir::Type::String {
        let place = types.key_place(&header.at);
        let message = "this header has another type elsewhere, so it is given as text";
        types.report(
            Diagnostic::new(Code::Ignored, place, message)
                .help("nothing needs to change; to have it typed, give it one type everywhere"),
        );
    }
    known.ty = ir::Type::String;
}
