//! The features of the crate that is being built.

use std::{env, fs};

use indexmap::IndexSet;

/// The features that the crate declares.
pub(super) struct Features {
    declared: IndexSet<String>,
}

impl Features {
    /// Reads the manifest of the crate in whose folder cargo runs the build script.
    pub(super) fn of_this_crate() -> Self {
        Self {
            declared: declared(&fs::read_to_string("Cargo.toml").unwrap_or_default()),
        }
    }

    /// Whether a document is to be built: it has no feature, or its feature is on.
    pub(super) fn allow(&self, stem: &str) -> bool {
        let variable = format!("CARGO_FEATURE_{}", stem.to_uppercase().replace('-', "_"));
        !self.declared.contains(stem) || env::var_os(variable).is_some()
    }
}

/// The keys of `[features]`. A reader of TOML would be a heavy guest in every build script, for
/// a table that cargo has checked already: one key a line, and lists that may span lines.
fn declared(manifest: &str) -> IndexSet<String> {
    let mut found = IndexSet::new();
    let mut inside = false;
    let mut open_lists = 0_usize;
    for line in manifest.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if open_lists == 0 && line.starts_with('[') {
            inside = line.replace(' ', "") == "[features]";
            continue;
        }
        let key = line.split_once('=').filter(|_| inside && open_lists == 0);
        found.extend(key.map(|(key, _)| key.trim().trim_matches(['"', '\'']).to_owned()));
        open_lists =
            (open_lists + line.matches('[').count()).saturating_sub(line.matches(']').count());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_in_its_spellings() {
        let manifest = "
            [package]
            name = \"a\"
            [features] # comment
            default = [
                \"one\", # two = []
            ]
            one = []
            \"quoted-name\" = [\"one\"]
            [dependencies]
            two = \"1\"
        ";
        let names = ["default", "one", "quoted-name"].map(str::to_owned);
        assert_eq!(declared(manifest), IndexSet::from(names));
        assert_eq!(declared(""), IndexSet::new());
    }
}
