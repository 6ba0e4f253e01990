//! One API in several dialects: what is generated is one text.
//!
//! A case is a folder in `tests/fixtures/parity`, with a document for each dialect.

use std::fs;

use outspoken_codegen::Config;
use outspoken_tests::{bless::Expected, diff::diff, repo};

use super::{accept, document};

#[test]
fn dialects_are_one() {
    let mut expected = Expected::new(repo::tests().join("fixtures/parity"), ".rs.txt");
    for entry in fs::read_dir(repo::tests().join("fixtures/parity")).unwrap() {
        let folder = entry.unwrap().path();
        let name = repo::file_name(&folder);
        let documents = repo::documents(&folder).unwrap();
        assert!(documents.len() > 1, "{name} is in one dialect only");
        let mut first: Option<String> = None;
        for path in documents {
            let mut config = Config::new(&name);
            config.unused_types = true;
            let generated = document::read(&path, &config);
            let said = document::rendered(&generated);
            if !said.is_empty() {
                expected.fault(format!("{}:\n{said}", path.display()));
                continue;
            }
            let text = accept::text(&generated);
            let one = first.get_or_insert_with(|| text.clone());
            if *one != text {
                let differs = diff(one, &text);
                expected.fault(format!("{} differs:\n{differs}", path.display()));
            }
        }
        expected.check(&format!("{name}/client.rs.txt"), &first.unwrap_or_default());
    }
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}
