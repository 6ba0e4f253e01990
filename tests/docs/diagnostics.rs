//! `docs/diagnostics.md` is made from what `outspoken explain` prints.

use std::fs;

use outspoken_codegen::diagnostic::Code;
use outspoken_tests::{bless::Expected, repo};

const HEAD: &str = "\
# Diagnostics

What is wrong with a document is said with its place, in the same words by a build script and by the
command line: all that is wrong at once.

```text
EXAMPLE
```

The first line has a code in brackets, then what is wrong. The place follows: file, line and column,
then the line itself with a mark below what is meant, and what else belongs to it. The help line says
what to write.

An **error** leaves nothing generated. A **warning** leaves a client that works, in which something
may not be as the author of the document meant it; `outspoken check --deny-warnings`, and
`Build::deny_warnings` in a build script, make errors of them.

`outspoken explain CODE` prints what this page says of a code; `outspoken check --format json` writes
each diagnostic as an object in a line, for programs.

";

/// The message that the page shows.
const EXAMPLE: &str = "fixtures/reject/unresolved-ref/parameter.txt";

fn page() -> String {
    let example = fs::read_to_string(repo::tests().join(EXAMPLE)).unwrap();
    let mut page = HEAD.replace("EXAMPLE", example.trim_end());
    page.push_str("| code | severity | what it means |\n|---|---|---|\n");
    for code in Code::ALL {
        let explanation = code.explanation();
        let meaning = explanation.lines().next().unwrap_or_default();
        let severity = code.severity().as_str();
        page.push_str(&format!(
            "| [`{code}`](#{code}) | {severity} | {meaning} |\n"
        ));
    }
    for code in Code::ALL {
        let severity = code.severity().as_str();
        let explanation = code.explanation();
        page.push_str(&format!("\n## {code}\n\n*{severity}*\n\n{explanation}\n"));
    }
    page
}

#[test]
fn the_page_of_codes_is_up_to_date() {
    let mut expected = Expected::new(repo::root().join("docs"), "diagnostics.md");
    expected.check("diagnostics.md", &page());
    expected
        .finish()
        .unwrap_or_else(|faults| panic!("{faults}"));
}
