//! A credential goes to the operations that ask for it, and to no other: what clients send is what
//! `META` says, and what `META` says is what documents declare.

mod declared;
mod sent;
mod told;

use std::{fs, path::PathBuf};

use outspoken_codegen::{
    Config, generate,
    source::{Document, Limits},
};
use outspoken_tests::repo;

/// Documents that ask for one credential or another, for several at once, for none, and that
/// name them at the root and at operations.
const VENDORS: [&str; 3] = ["discord.json", "openai.yaml", "plaid.yml"];

#[test]
fn operations_ask_for_what_documents_of_vendors_declare() {
    let Some(folder) = vendors() else {
        println!("skipped: there are no documents of vendors beside this repository");
        return;
    };
    for name in VENDORS {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).unwrap();
        let document = Document::parse(name.into(), text.into(), &Limits::default()).unwrap();
        let generated = generate(&path, name, &Config::new("vendor"));
        assert!(!generated.diagnostics.has_errors(), "{name}");

        let declared = declared::operations(&document.root);
        let told = told::operations(&generated.files);
        let differ: Vec<_> = declared
            .iter()
            .filter(|(operation, schemes)| told.get(*operation) != Some(schemes))
            .map(|(operation, schemes)| (operation, schemes, told.get(operation)))
            .collect();
        assert!(differ.is_empty(), "{name}: {differ:#?}");
        assert_eq!(declared.len(), told.len(), "{name}");
        assert_eq!(
            declared::credentials(&document.root),
            told::credentials(&generated.files),
            "{name}"
        );
        println!("{name}: {} operations", declared.len());
    }
}

/// The documents of vendors, where someone has put them beside this repository.
fn vendors() -> Option<PathBuf> {
    let mut above = repo::root().ancestors();
    above.find_map(|folder| {
        let folder = folder.join("shared/corpus/vendor");
        let has_all = VENDORS.iter().all(|name| folder.join(name).is_file());
        has_all.then_some(folder)
    })
}
