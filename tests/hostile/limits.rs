//! Documents that ask for more than anyone wants: refused with a place, and soon.

use std::fmt::Write as _;

use outspoken_codegen::{
    Config, Generated,
    diagnostic::Code,
    generate,
    render::{self, Style},
};

const HEAD: &str = r#""openapi":"3.0.3","info":{"title":"T","version":"1"}"#;

fn read(text: &str, config: &Config) -> Generated {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("limits.json");
    std::fs::write(&path, text).unwrap();
    generate(&path, "limits.json", config)
}

#[track_caller]
fn is_refused(generated: &Generated, message: &str) {
    let mut all = generated.diagnostics.iter();
    let found = all.find(|one| one.code == Code::LimitExceeded);
    let found = found.expect("it is refused for its size");
    assert!(found.message.contains(message), "{}", found.message);
    assert!(generated.files.is_empty());
    let said = render::text(
        &generated.diagnostics,
        &generated.sources,
        &Style::default(),
    );
    assert!(said.contains("limits.json:1:"), "{said}");
}

/// Operations that all refer to one response.
fn operations(count: usize) -> String {
    let mut paths = String::new();
    for n in 0..count {
        let response = r##"{"$ref":"#/components/responses/R"}"##;
        let _ = write!(
            paths,
            r#""/{n}":{{"get":{{"responses":{{"404":{response}}}}}}},"#
        );
    }
    paths.pop();
    format!(
        r#"{{{HEAD},"paths":{{{paths}}},"components":{{"responses":{{"R":{{"description":"D.","x":1}}}}}}}}"#
    )
}

#[test]
fn what_many_refer_to_counts_each_time() {
    let mut config = Config::new("limits");
    config.limits.nodes = 2000;
    let few = read(&operations(40), &config);
    assert!(!few.diagnostics.has_errors());
    let many = read(&operations(180), &config);
    is_refused(&many, "more than 4000 steps");
    // What follows was not read, so there is nothing more to be said of it.
    assert_eq!(many.diagnostics.errors(), 1);
}

#[test]
fn a_client_is_no_larger_than_any_api() {
    let long = "x".repeat(31 << 20);
    let schema = format!(r#"{{"type":"string","enum":["{long}"]}}"#);
    let text = format!(r#"{{{HEAD},"paths":{{}},"components":{{"schemas":{{"A":{schema}}}}}}}"#);
    let generated = read(&text, &Config::new("limits"));
    is_refused(&generated, "the client would have more than 600000 lines");
}

#[test]
fn conditions_that_cannot_be_compared_are_told() {
    let values: Vec<_> = (0..15_000).map(|n| n.to_string()).collect();
    let case = format!(
        r#"{{"status":400,"when":{{"at":"/a","equals":[{}]}}}}"#,
        values.join(",")
    );
    let text = format!(
        r#"{{{HEAD},"x-outspoken":{{"errors":{{"A":{case},"B":{case}}}}},
            "paths":{{"/a":{{"get":{{"responses":{{"200":{{"description":"D."}}}}}}}}}}}}"#
    );
    let generated = read(&text.replace('\n', " "), &Config::new("limits"));
    is_refused(&generated, "too many, or too large, to be compared");
}

#[test]
fn long_keys_have_few_values_below_them() {
    let long = "k".repeat(1 << 20);
    let values: Vec<_> = (0..200).map(|n| format!(r#""{n}":{n}"#)).collect();
    let text = format!(
        r#"{{{HEAD},"paths":{{}},"x-a":{{"{long}":{{{}}}}}}}"#,
        values.join(",")
    );
    let generated = read(&text, &Config::new("limits"));
    is_refused(&generated, "the keys of the document are too long");
}

#[test]
fn codes_beyond_all_use_are_told_and_are_no_variants() {
    let codes: Vec<_> = (0..1_001).map(|n| format!("\"c{n}\"")).collect();
    let schema = format!(
        r#"{{"type":"object","properties":{{"code":{{"type":"string","enum":[{}]}}}}}}"#,
        codes.join(",")
    );
    let text = format!(
        r#"{{{HEAD},"paths":{{"/a":{{"get":{{"responses":{{"404":{{"description":"D.","content":{{"application/json":{{"schema":{schema}}}}}}}}}}}}}}}}}"#
    );
    let generated = read(&text, &Config::new("limits"));
    assert!(!generated.diagnostics.has_errors());
    let mut all = generated.diagnostics.iter();
    assert!(
        all.any(|one| one.code == Code::Ignored && one.message.contains("codes are no variants"))
    );
    let errors = generated.files.iter().find(|(name, _)| name == "errors.rs");
    let (_, errors) = errors.expect("there are errors");
    assert!(
        errors.contains("0 NotFound ") && !errors.contains("1 "),
        "{errors}"
    );
}
