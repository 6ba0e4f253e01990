//! The files of a package beside the client: its manifest and its README.

use std::{fs, path::Path};

use outspoken_codegen::{Generated, Package, Runtime};
use outspoken_tests::repo;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag};

use super::cases::{self, Template};

/// What a package consists of, whatever things are called in it.
#[derive(Clone, Debug, PartialEq)]
struct Outline {
    files: Vec<String>,
    manifest: Vec<String>,
    readme: Vec<String>,
}

#[test]
fn hostile_text_stays_within_a_package() {
    for template in cases::templates() {
        let harmless = written(&template, &template.harmless()).expect("it is accepted");
        for payload in cases::payloads() {
            for position in [
                "title",
                "operation_id",
                "scheme",
                "path_parameter",
                "server",
            ] {
                let text = template.filled(|other| match other == position {
                    true => template.fitted(position, &payload),
                    false => cases::word(other),
                });
                if !template.positions.contains(position) {
                    continue;
                }
                let found = written(&template, &text).unwrap_or_else(|| harmless.clone());
                assert_eq!(found, harmless, "{} in {position}", payload.name);
            }
        }
    }
}

#[test]
fn hostile_names_are_refused_or_inert() {
    let folder = tempfile::tempdir().unwrap();
    for payload in cases::payloads() {
        if let Ok(package) = Package::new(&payload.text, Runtime::Published) {
            let generated = cases::generated(folder.path(), &cases::templates()[0].harmless());
            let out = folder.path().join("client");
            package.write(&generated, &out, true).unwrap();
            let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
            let manifest: toml::Table = manifest.parse().unwrap();
            assert_eq!(
                manifest["package"]["name"].as_str(),
                Some(payload.text.as_str())
            );
        }
    }
}

/// The outline of the package that is written; none where the document is refused.
fn written(template: &Template, text: &str) -> Option<Outline> {
    let folder = tempfile::tempdir().unwrap();
    let generated = cases::generated(folder.path(), text);
    if generated.diagnostics.has_errors() {
        return None;
    }
    let out = folder.path().join("a/client");
    let package = Package::new("twin", Runtime::Published).unwrap();
    package.write(&generated, &out, false).unwrap();
    let files = repo::files_below(folder.path()).unwrap();
    let files = files
        .iter()
        .map(|path| path.strip_prefix(folder.path()).unwrap());
    Some(Outline {
        files: files.map(|path| path.display().to_string()).collect(),
        manifest: manifest(template, &generated, &out),
        readme: readme(&out),
    })
}

/// The keys of the manifest, in all tables.
fn manifest(template: &Template, generated: &Generated, out: &Path) -> Vec<String> {
    let text = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{}: {text:?}",
        template.name
    );
    let manifest: toml::Table = text.parse().unwrap();
    let description = manifest["package"]["description"].as_str().unwrap();
    assert!(description.ends_with(&generated.title), "{description}");
    let mut keys = Vec::new();
    for (table, value) in &manifest {
        keys.extend(
            value
                .as_table()
                .unwrap()
                .keys()
                .map(|key| format!("{table}.{key}")),
        );
    }
    keys
}

/// What the README consists of.
fn readme(out: &Path) -> Vec<String> {
    let text = fs::read_to_string(out.join("README.md")).unwrap();
    let mut found = Vec::new();
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                found.push(format!("code: {info}"));
            }
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => found.push("title".to_owned()),
            Event::Start(Tag::Paragraph) => found.push("paragraph".to_owned()),
            Event::Start(other) => found.push(format!("{other:?}")),
            Event::Code(code) => found.push(format!("`{code}`")),
            Event::Html(html) | Event::InlineHtml(html) => found.push(html.to_string()),
            _ => {}
        }
    }
    found
}
