//! What operations are called.

use super::{given, handed::Handed, name, seek::call, types::Types};
use crate::{
    config::{Named, Renames},
    diagnostic::shown,
    model::{Api, Operation},
    notes::NameKind,
};

/// The names that the operations of a module share out.
pub(super) struct Names {
    methods: name::Scope,
    pub(super) structs: name::Scope,
    pub(super) errors: name::Scope,
    pub(super) outputs: name::Scope,
    /// Methods that the user names.
    handed: Handed,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            methods: name::Scope::new(name::reserved::CLIENT_METHODS),
            structs: name::Scope::new(&[name::reserved::TYPES, IMPORTED].concat()),
            errors: name::Scope::new(name::reserved::TYPES),
            outputs: name::Scope::new(name::reserved::TYPES),
            handed: Handed::default(),
        }
    }
}

/// What the file of operations imports.
const IMPORTED: &[&str] = &[
    "New",
    "Api",
    "BuildError",
    "Call",
    "Case",
    "Client",
    "FormField",
    "Operation",
    "OperationMeta",
    "Outcome",
    "Parameter",
    "Predicate",
    "RawResponse",
    "Reading",
    "RequestParts",
    "Responses",
    "Scalar",
    "Status",
    "Variable",
];

/// What an operation is called.
pub(super) struct Called {
    /// Its struct.
    pub(super) name: String,
    /// The client's method.
    pub(super) method: String,
    /// Its errors.
    pub(super) error: String,
}

impl Names {
    /// Claims the names that the user gives, for each operation that has one.
    pub(super) fn given(
        &mut self,
        api: &Api,
        renames: &Renames,
        types: &mut Types<'_>,
    ) -> Vec<Option<Called>> {
        let operations = api.operations.iter();
        let called = operations.map(|operation| {
            let named = given::of_operation(operation, renames)?;
            Some(self.call_given(operation, named, types))
        });
        called.collect()
    }

    fn call_given(
        &mut self,
        operation: &Operation,
        named: &Named,
        types: &mut Types<'_>,
    ) -> Called {
        let natural = name::field(&id(operation));
        let (method, taken) =
            self.handed
                .claim(named, shown_call(operation), &natural, &mut self.methods);
        if let Some(taken) = taken {
            types.report(taken);
        }
        self.around(operation, [&named.name; 2], None, method, types)
    }

    /// Claims the names that follow from what the document calls an operation.
    pub(super) fn call(&mut self, operation: &Operation, types: &mut Types<'_>) -> Called {
        let id = id(operation);
        let text = operation.id.as_deref();
        let natural = name::field(&id);
        if let Some(taken) = self.handed.wanted(&natural, || shown_call(operation)) {
            types.report(taken);
        }
        let method = self.methods.claim(natural.clone());
        self.around(operation, [&id, &natural], text, method, types)
    }

    /// Claims the other names that go with that of a method, which is `natural` by nature.
    fn around(
        &mut self,
        operation: &Operation,
        [id, natural]: [&str; 2],
        text: Option<&str>,
        method: String,
        types: &mut Types<'_>,
    ) -> Called {
        let own = name::type_name(id);
        let name = self.structs.claim(own.clone());
        let names = [&*own, &*name, "operations"];
        note(operation, NameKind::Operation, text, names, types);
        let names = [natural, &*method, "Client"];
        note(operation, NameKind::Method, text, names, types);
        let natural = format!("{}Error", name.trim_end_matches('_'));
        let error = self.errors.claim(natural.clone());
        let names = [&*natural, &*error, "errors"];
        note(operation, NameKind::Error, None, names, types);
        Called {
            name,
            method,
            error,
        }
    }
}

/// Notes what an operation is called: by nature, in the end, and in what.
fn note(
    operation: &Operation,
    kind: NameKind,
    text: Option<&str>,
    [natural, name, within]: [&str; 3],
    types: &mut Types<'_>,
) {
    let place = match operation.id {
        Some(_) => types.value_place(&operation.at.child("operationId")),
        None => types.key_place(&operation.at),
    };
    types.note_name(name::Given {
        kind,
        text,
        natural,
        name,
        within,
        place,
    });
}

/// What an operation is called in the document, or else its method and path.
pub(super) fn id(operation: &Operation) -> String {
    operation.id.clone().unwrap_or_else(|| {
        format!(
            "{} {}",
            operation.method.as_str().to_lowercase(),
            operation.path
        )
    })
}

fn shown_call(operation: &Operation) -> String {
    format!("the operation `{}`", shown(&call(operation)))
}
