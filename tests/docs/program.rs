//! A program that gives answers to generated clients, and tells what they become; and the programs of a
//! page, which call them.

use std::{collections::BTreeSet, fs, path::PathBuf};

use outspoken_codegen::Generated;
use outspoken_tests::{cargo::Crate, repo};
use serde_json::Value;

use super::answer::{Answer, Became};

/// A client, and the answers that it gets.
pub(crate) struct Client {
    pub(crate) name: String,
    pub(crate) generated: Generated,
    /// Each with the place of the block in which it stands.
    pub(crate) answers: Vec<(String, Answer)>,
    pub(crate) programs: Vec<Program>,
}

/// A program of a page.
pub(crate) struct Program {
    /// Where it stands.
    pub(crate) place: String,
    /// What it calls the client.
    pub(crate) client: String,
    pub(crate) text: String,
}

const MAIN: &str = r#"
use std::collections::BTreeMap;
use outspoken::{Error, ErrorKind, Operation, RawResponse, Value, http};

fn tell<O: Operation>(status: u16, header: Option<(&'static str, &str)>, body: &'static str)
where
    O::Error: ErrorKind,
{
    let mut headers = http::HeaderMap::new();
    if let Some((name, value)) = header {
        let name: http::HeaderName = name.parse().unwrap();
        headers.insert(name, value.parse().unwrap());
    }
    let status = http::StatusCode::from_u16(status).unwrap();
    let mut answer = RawResponse::new(status, headers, body);
    let (variant, says, retryable) = match O::decode(&mut answer) {
        Ok(_) => ("Ok", String::new(), false),
        Err(Error::Api(error)) => {
            let start = format!("{}: {}", O::META.name, error.status().as_u16());
            let says = error.to_string().split_off(start.len());
            let says = says.trim_start_matches([':', ' ']).to_owned();
            (error.variant(), says, error.is_retryable())
        }
        Err(Error::Decode(_)) => ("Decode", String::new(), false),
        Err(_) => ("", String::new(), false),
    };
    let told: BTreeMap<&str, Value> = [
        ("variant", variant.into()),
        ("says", says.into()),
        ("retryable", retryable.into()),
    ]
    .into();
    println!("{}", Value::from_iter(told));
}
"#;

/// Writes all programs into one crate.
pub(crate) fn write(clients: &[Client]) -> Crate {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    // The dependencies are those of the crate in which all documents are compiled.
    let made = Crate::new(tmp.join("docs-page"), tmp.join("compiles-target")).unwrap();
    let _ = fs::remove_dir_all(made.folder().join("src"));
    let features = clients.iter().flat_map(|client| &client.generated.features);
    let features: BTreeSet<_> = features.collect();
    let features = Vec::from_iter(features);
    let manifest = format!(
        "[package]\nname = \"docs-page\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\noutspoken = {{ path = {:?}, default-features = false, features = {features:?} }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n",
        repo::root().join("runtime")
    );
    made.write("Cargo.toml", &manifest).unwrap();
    let mut main = String::new();
    let mut calls = String::new();
    for client in clients {
        let Client {
            name,
            generated,
            answers,
            programs,
        } = client;
        main.push_str(&format!("mod {name};\n"));
        for (file, text) in &generated.files {
            made.write(&format!("src/{name}/{file}"), text).unwrap();
        }
        for (number, program) in programs.iter().enumerate() {
            let Program { client, text, .. } = program;
            let module = format!("#[path = \"../{name}/mod.rs\"]\nmod {client};\n\n");
            let path = format!("src/bin/{name}_{number}.rs");
            made.write(&path, &format!("{module}{text}")).unwrap();
        }
        let operation = operation(generated);
        for (_, answer) in answers {
            let Answer {
                status,
                header,
                body,
                ..
            } = answer;
            let header = header.as_ref().map(|(name, value)| (name, value));
            calls.push_str(&format!(
                "    tell::<{name}::operations::{operation}>({status}, {header:?}, {body:?});\n"
            ));
        }
    }
    main.push_str(MAIN);
    main.push_str(&format!("\nfn main() {{\n{calls}}}\n"));
    made.write("src/main.rs", &main).unwrap();
    made
}

/// What becomes of all answers, in order.
pub(crate) fn tell(made: &Crate) -> Vec<Became> {
    let run = made
        .cargo(&["run", "--quiet", "--bin", "docs-page"])
        .unwrap();
    assert!(run.success, "{}", run.stderr);
    run.stdout.lines().map(became).collect()
}

/// Runs the programs of the page: what those say that fail.
pub(crate) fn run(made: &Crate, clients: &[Client]) -> Vec<String> {
    let programs = clients.iter().flat_map(|client| {
        let numbered = client.programs.iter().enumerate();
        numbered.map(|(number, program)| (format!("{}_{number}", client.name), program))
    });
    let failed = programs.filter_map(|(name, program)| {
        let run = made.cargo(&["run", "--quiet", "--bin", &name]).unwrap();
        let said = format!("{}: {}{}", program.place, run.stdout, run.stderr);
        (!run.success).then_some(said)
    });
    failed.collect()
}

fn became(line: &str) -> Became {
    let told: Value = serde_json::from_str(line).unwrap();
    Became {
        variant: told["variant"].as_str().unwrap().to_owned(),
        says: told["says"].as_str().unwrap().to_owned(),
        retryable: told["retryable"].as_bool().unwrap(),
    }
}

/// The first operation of a client.
fn operation(generated: &Generated) -> &str {
    let mut files = generated.files.iter();
    let (_, text) = files.find(|(name, _)| name == "operations.rs").unwrap();
    // Behind its documentation.
    let mut lines = text
        .lines()
        .skip_while(|line| !line.contains("operation! {"));
    let row = lines
        .find(|line| line.contains('(') && !line.contains("///"))
        .unwrap();
    let row = row.trim().trim_start_matches("pub struct ");
    row.split('(').next().unwrap()
}
