//! A program that gives answers to generated clients, and tells what they become.

use std::{fs, path::PathBuf};

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

/// What becomes of all answers, in order.
pub(crate) fn run(clients: &[Client]) -> Vec<Became> {
    let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    // The dependencies are those of the crate in which all documents are compiled.
    let made = Crate::new(tmp.join("docs-page"), tmp.join("compiles-target")).unwrap();
    let _ = fs::remove_dir_all(made.folder().join("src"));
    let manifest = format!(
        "[package]\nname = \"docs-page\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\noutspoken = {{ path = {:?}, default-features = false }}\n",
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
        } = client;
        main.push_str(&format!("mod {name};\n"));
        for (file, text) in &generated.files {
            made.write(&format!("src/{name}/{file}"), text).unwrap();
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
    let run = made.cargo(&["run", "--quiet"]).unwrap();
    assert!(run.success, "{}", run.stderr);
    run.stdout.lines().map(became).collect()
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
