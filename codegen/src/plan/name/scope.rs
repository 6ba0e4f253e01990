//! Names that are unique where they stand.

use heck::ToSnakeCase;
use indexmap::IndexSet;

use super::keyword;
use super::symbol;
use crate::collection::Table;

/// Hands out names, first come first served, each of them once.
///
/// A name that is taken gets the smallest free number from 2 on behind it (`item2`), set apart by a
/// `_` where the name ends in a digit (`v1_2`). The outcome depends on the order of claims alone.
pub(crate) struct Scope {
    /// What makes two names one.
    key: fn(&str) -> String,
    taken: IndexSet<String>,
    /// By wanted name, the number to try next: ten thousand equal claims are ten thousand steps.
    next: Table<String, usize>,
}

impl Scope {
    /// A scope in which names differ when the compiler says so; `reserved` ones are taken.
    pub(crate) fn new(reserved: &[&str]) -> Self {
        Self::keyed(reserved, |name| keyword::bare(name).to_owned())
    }

    /// A scope for variants, whose `is_…` methods must differ too.
    pub(crate) fn variants(reserved: &[&str]) -> Self {
        Self::keyed(reserved, |name| name.to_snake_case())
    }

    /// A scope in which names differ when their keys do.
    pub(crate) fn keyed(reserved: &[&str], key: fn(&str) -> String) -> Self {
        let taken = reserved.iter().map(|name| key(name)).collect();
        Self {
            key,
            taken,
            next: Table::new(),
        }
    }

    /// The wanted name, or the nearest to it that is free; it is taken from now on.
    pub(crate) fn claim(&mut self, wanted: String) -> String {
        if self.taken.insert((self.key)(&wanted)) {
            return wanted;
        }
        let base = keyword::bare(&wanted).trim_end_matches('_');
        let gap = if base.ends_with(char::is_numeric) {
            "_"
        } else {
            ""
        };
        let mut number = self.next.get(base).copied().unwrap_or(2);
        let mut name = format!("{base}{gap}{number}");
        while !self.taken.insert((self.key)(&name)) {
            number += 1;
            name = format!("{base}{gap}{number}");
        }
        self.next.insert(base.to_owned(), number + 1);
        name
    }

    /// Names for texts that stand side by side, such as the values of an enum, in their order.
    ///
    /// Better than one claim after the other: texts that differ by a symbol at an end have it spelled
    /// (`created`, `-created` → `Created`, `MinusCreated`), and a name that one text has by nature
    /// never goes to another as its numbered form.
    pub(crate) fn claim_all(&mut self, texts: &[&str], make: fn(&str) -> String) -> Vec<String> {
        let wanted = self.wanted(texts, make);
        let natural: Vec<bool> = wanted
            .iter()
            .map(|name| self.taken.insert((self.key)(name)))
            .collect();
        let named = wanted.into_iter().zip(natural);
        named
            .map(|(name, free)| if free { name } else { self.claim(name) })
            .collect()
    }

    fn wanted(&self, texts: &[&str], make: fn(&str) -> String) -> Vec<String> {
        let plain: Vec<String> = texts.iter().map(|text| make(text)).collect();
        let mut count: Table<String, usize> = Table::new();
        for name in &plain {
            *count.get_or_default((self.key)(name)) += 1;
        }
        let shared = |name: &str| count.get(&(self.key)(name)).is_some_and(|&n| n > 1);
        let pairs = plain.into_iter().zip(texts);
        pairs
            .map(|(name, text)| {
                if shared(&name) {
                    make(&symbol::spelled(text))
                } else {
                    name
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{field, reserved, type_name};
    use super::*;

    fn claim(scope: &mut Scope, names: &[&str]) -> Vec<String> {
        names
            .iter()
            .map(|name| scope.claim((*name).to_owned()))
            .collect()
    }

    #[test]
    fn numbers_what_is_taken() {
        let mut scope = Scope::new(&["new"]);
        let names = [
            "foo", "foo2", "foo", "foo", "v1", "v1", "new", "r#type", "r#type", "self_", "self_",
        ];
        let given = claim(&mut scope, &names);
        let wanted = [
            "foo", "foo2", "foo3", "foo4", "v1", "v1_2", "new2", "r#type", "type2", "self_",
            "self2",
        ];
        assert_eq!(given, wanted);
    }

    #[test]
    fn ignores_the_mark_of_raw_names() {
        let mut scope = Scope::new(&["type"]);
        assert_eq!(scope.claim("r#type".to_owned()), "type2");
        assert_ne!(scope.claim("type2".to_owned()), "type2");
    }

    #[test]
    fn variants_differ_by_method_too() {
        let mut scope = Scope::variants(&["Unknown"]);
        assert_eq!(
            claim(&mut scope, &["HttpUrl", "HTTPUrl", "Unknown"]),
            ["HttpUrl", "HTTPUrl2", "Unknown2"]
        );
        let mut exact = Scope::new(&[]);
        assert_eq!(
            claim(&mut exact, &["HttpUrl", "HTTPUrl"]),
            ["HttpUrl", "HTTPUrl"]
        );
    }

    #[test]
    fn tells_neighbours_apart() {
        let mut scope = Scope::variants(&["Unknown"]);
        let given = scope.claim_all(&["-created", "created", "ASC", "asc", "asc2"], type_name);
        assert_eq!(given, ["MinusCreated", "Created", "Asc", "Asc3", "Asc2"]);
        let mut scope = Scope::new(&[]);
        let given = scope.claim_all(&["StartTime<", "StartTime>", "StartTime"], field);
        assert_eq!(
            given,
            ["start_time_less", "start_time_greater", "start_time"]
        );
    }

    #[test]
    fn takes_steps_in_proportion() {
        let mut scope = Scope::new(reserved::TYPES);
        let first: IndexSet<String> = (0..50_000)
            .map(|_| scope.claim("Option".to_owned()))
            .collect();
        assert_eq!(first.len(), 50_000);
        assert!(first.contains("Option50001"));
    }
}
