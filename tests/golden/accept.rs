//! The text of what is generated, a file a document, and what was said of the document.

use outspoken_codegen::Generated;
use outspoken_tests::{bless::Expected, repo};

use super::document;

#[test]
fn generated_text() {
    let mut expected = Expected::new(repo::tests().join("golden"), ".txt");
    for document in document::all() {
        let generated = document.generate();
        let said = document::rendered(&generated);
        if generated.diagnostics.has_errors() || generated.files.is_empty() {
            expected.fault(format!("{} was refused:\n{said}", document.path.display()));
            continue;
        }
        let name = format!("{}/{}", document.set, document.stem);
        expected.check(&format!("{name}.rs.txt"), &text(&generated));
        if !said.is_empty() {
            expected.check(&format!("{name}.warnings.txt"), &said);
        }
    }
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}

/// All files in one, as they are read together.
pub(crate) fn text(generated: &Generated) -> String {
    let mut text = format!("// module {}\n", generated.module);
    for (name, file) in &generated.files {
        text.push_str(&format!("\n// ---- {name} ----\n{file}"));
    }
    text
}
