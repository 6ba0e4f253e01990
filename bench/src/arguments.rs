//! `--name value`, and nothing else.

use std::collections::BTreeMap;

/// The arguments of a command.
#[derive(Debug, Clone, Default)]
pub struct Arguments {
    values: BTreeMap<String, Vec<String>>,
}

impl Arguments {
    /// Reads the arguments of this process.
    ///
    /// # Errors
    /// When one has no name that is known, or no value.
    pub fn read(known: &[&str]) -> Result<Self, String> {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            let name = argument
                .strip_prefix("--")
                .filter(|name| known.contains(name));
            let Some(name) = name else {
                let known = known.join(", --");
                return Err(format!("`{argument}` is none of --{known}"));
            };
            let value = arguments
                .next()
                .ok_or_else(|| format!("--{name} wants a value"))?;
            values.entry(name.to_owned()).or_default().push(value);
        }
        Ok(Self { values })
    }

    /// All values of a name.
    #[must_use]
    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// The number that stands behind a name, if any.
    ///
    /// # Errors
    /// When it is no number.
    pub fn number(&self, name: &str) -> Result<Option<u64>, String> {
        Ok(self.numbers(name)?.last().copied())
    }

    /// All numbers that stand behind a name.
    ///
    /// # Errors
    /// When one is no number.
    pub fn numbers(&self, name: &str) -> Result<Vec<u64>, String> {
        let number = |value: &String| {
            let number = value.parse();
            number.map_err(|error| format!("--{name} {value}: {error}"))
        };
        self.all(name).iter().map(number).collect()
    }
}
