//! Documents that are refused, a folder a code, each with what a person sees.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use outspoken_codegen::{
    diagnostic::{Code, Diagnostics, Severity},
    render::Style,
    source::Sources,
};
use outspoken_tests::{bless::Expected, repo};

use super::document;

/// Codes that no document can bring about, and why.
const OUT_OF_REACH: &[(Code, &str)] = &[
    (
        Code::OutputConflict,
        "it is about files in the way: the tests of the command line have them",
    ),
    (
        Code::GeneratorFault,
        "a document that brings it about is a bug to be mended",
    ),
];

/// What is said of a document, or of its settings.
struct Told {
    diagnostics: Diagnostics,
    sources: Sources,
    is_generated: bool,
}

impl Told {
    fn of(path: &Path, deny_warnings: bool) -> Self {
        match document::settings(path) {
            Ok(mut config) => {
                config.deny_warnings |= deny_warnings;
                // There is most to say where examples are looked at, too.
                config.with_tests = true;
                let generated = document::read(path, &config);
                Self {
                    is_generated: !generated.files.is_empty(),
                    diagnostics: generated.diagnostics,
                    sources: generated.sources,
                }
            }
            Err(refused) => Self {
                diagnostics: refused.diagnostics,
                sources: refused.sources,
                is_generated: false,
            },
        }
    }

    fn rendered(&self, width: usize) -> String {
        document::rendered_as(&self.diagnostics, &self.sources, width)
    }
}

#[test]
fn refusals() {
    let mut expected = Expected::new(repo::tests().join("fixtures/reject"), ".txt");
    for &code in Code::ALL {
        let folder = repo::tests().join("fixtures/reject").join(code.as_str());
        for path in repo::documents(&folder).unwrap() {
            let told = Told::of(&path, code.severity() == Severity::Warning);
            let said = told.rendered(Style::default().width);
            let name = format!("{code}/{}", repo::stem(&path));
            let has_code = told.diagnostics.iter().any(|one| one.code == code);
            if !told.diagnostics.has_errors() || !has_code {
                expected.fault(format!("{name} is not refused as {code}:\n{said}"));
            }
            if told.is_generated {
                expected.fault(format!("{name} is refused, and generated all the same"));
            }
            expected.check(&format!("{name}.txt"), &said);
        }
    }
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}

#[test]
fn every_message_says_what_to_do() {
    let mut faults = Vec::new();
    let accepted = document::all().into_iter().map(|document| document.path);
    for path in faulty_documents().into_iter().chain(accepted) {
        let told = Told::of(&path, false);
        let helpless = told.diagnostics.iter().filter(|one| one.help.is_none());
        faults.extend(helpless.map(|one| format!("{}: {}", path.display(), one.message)));
    }
    assert!(faults.is_empty(), "no help line:\n{}", faults.join("\n"));
}

#[test]
fn messages_fit_a_terminal() {
    let mut faults = Vec::new();
    for path in faulty_documents() {
        let said = Told::of(&path, false).rendered(80);
        let long = |line: &&str| line.chars().count() > 80;
        faults.extend(said.lines().filter(long).map(str::to_owned));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// All documents below `fixtures/reject`.
fn faulty_documents() -> Vec<PathBuf> {
    let folder = repo::tests().join("fixtures/reject");
    let of_code = |code: &Code| repo::documents(&folder.join(code.as_str())).unwrap();
    Code::ALL.iter().flat_map(of_code).collect()
}

#[test]
fn every_code_has_a_case() {
    let folder = repo::tests().join("fixtures/reject");
    let mut faults = Vec::new();
    for &code in Code::ALL {
        let cases = repo::documents(&folder.join(code.as_str())).unwrap();
        let reason = OUT_OF_REACH.iter().find(|(other, _)| *other == code);
        match (cases.is_empty(), reason) {
            (true, None) => faults.push(format!("{code} has no case in fixtures/reject")),
            (false, Some((_, reason))) => {
                faults.push(format!("{code} has a case, yet is listed: {reason}"));
            }
            _ => {}
        }
    }
    let known: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    for path in repo::entries(&folder).unwrap() {
        let name = repo::file_name(&path);
        if !known.contains(name.as_str()) {
            faults.push(format!("fixtures/reject/{name} is named after no code"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
