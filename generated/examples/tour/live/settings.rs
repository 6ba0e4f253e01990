//! What an API needs from the environment.

use std::collections::BTreeMap;

use outspoken::Secret;

use super::deletion::Deletion;

/// An API that can be called for real.
pub(crate) struct Api {
    pub(crate) name: &'static str,
    pub(crate) variables: &'static [Variable],
    /// Prepares the call, or says what is wrong with a value.
    pub(crate) deletion: fn(&Values) -> Result<Deletion, String>,
}

/// A variable of the environment.
pub(crate) struct Variable {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static str,
    /// What stands for it where it is not set; without one, it must be set.
    pub(crate) default: Option<&'static str>,
}

/// A variable that must be set.
pub(crate) const fn required(name: &'static str, meaning: &'static str) -> Variable {
    Variable {
        name,
        meaning,
        default: None,
    }
}

/// The values of an API's variables. Some are secrets, so there is no `Debug`.
pub(crate) struct Values(BTreeMap<&'static str, String>);

impl Values {
    /// A value that may be shown.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    /// A value that never shows.
    pub(crate) fn secret(&self, name: &str) -> Secret {
        Secret::from(self.text(name))
    }
}

/// Whether an API can be called.
pub(super) enum Setup {
    Ready(Deletion),
    Lacks(Vec<&'static str>),
    Faulty(String),
}

impl Api {
    pub(super) fn set_up(&self, get: impl Fn(&str) -> Option<String>) -> Setup {
        let mut values = BTreeMap::new();
        let mut missing = Vec::new();
        for variable in self.variables {
            let value = get(variable.name).or_else(|| variable.default.map(str::to_owned));
            match value {
                Some(value) => {
                    values.insert(variable.name, value);
                }
                None => missing.push(variable.name),
            }
        }
        if !missing.is_empty() {
            return Setup::Lacks(missing);
        }
        match (self.deletion)(&Values(values)) {
            Ok(deletion) => Setup::Ready(deletion),
            Err(fault) => Setup::Faulty(fault),
        }
    }
}
