//! Names that the user gives, each of which one thing alone can have.

use super::{name, seek::nowhere};
use crate::{
    collection::Table,
    config::Named,
    diagnostic::{Code, Diagnostic, Place, shown},
};

/// The names that the user gives within one scope. They are claimed before what the document calls
/// things there, so that it does not matter which comes first.
#[derive(Default)]
pub(super) struct Handed {
    /// By name, without the mark of raw ones.
    of: Table<String, Holder>,
}

/// What has a name.
struct Holder {
    what: String,
    /// Where the name is given.
    place: Option<Place>,
    /// Whether it would be called otherwise.
    is_new: bool,
}

impl Handed {
    /// Claims a name that the user gives to `what`, which is called `natural` otherwise. With the
    /// name comes what there is to say where it could not be had.
    pub(super) fn claim(
        &mut self,
        named: &Named,
        what: String,
        natural: &str,
        scope: &mut name::Scope,
    ) -> (String, Option<Diagnostic>) {
        let Named {
            name: wanted,
            place,
        } = named;
        let name = scope.claim(wanted.clone());
        let key = name::bare(wanted);
        if name != *wanted {
            let by = self.of.get(key).map(|holder| holder.what.as_str());
            let by = by.unwrap_or("something else in generated code");
            return (name, Some(taken(wanted, by, place.as_ref())));
        }
        let holder = Holder {
            what,
            place: place.clone(),
            is_new: name::bare(natural) != key,
        };
        self.of.insert(key.to_owned(), holder);
        (name, None)
    }

    /// What there is to say where something is called by the document as the user calls something
    /// else. Nothing where that has the same name by nature: then only one of them can have it
    /// anyway, and the user says which.
    pub(super) fn wanted(
        &self,
        natural: &str,
        what: impl FnOnce() -> String,
    ) -> Option<Diagnostic> {
        let name = name::bare(natural);
        let holder = self.of.get(name).filter(|holder| holder.is_new)?;
        Some(taken(name, &what(), holder.place.as_ref()))
    }
}

/// Says that a name cannot be given, and what has it.
pub(super) fn taken(name: &str, by: &str, place: Option<&Place>) -> Diagnostic {
    let message = format!("the name `{}` is taken by {by}", shown(name));
    let help = "choose another name, or give another one to what has it";
    let place = place.cloned().unwrap_or_else(nowhere);
    Diagnostic::new(Code::InvalidSetting, place, message).help(help)
}
