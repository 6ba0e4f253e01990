//! Clients of real documents twice in one workspace, as they are and with serde's derive in the place of
//! the runtime's tables, and a program that reads the documents' examples into both.

mod derived;
mod figures;

pub use figures::{Figures, MOST};

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use outspoken_codegen::Generated;

use crate::{seeds, workspace};

const DERIVES: &str = include_str!("../../decode/derives.rs");
const PROGRAM: &str = include_str!("../../decode/main.rs");

/// Writes the clients of documents and the program into a folder, with the versions of this
/// workspace.
///
/// # Errors
/// When a document is refused or has no examples, or a file cannot be written.
pub fn write(folder: &Path, specs: &[String]) -> Result<(), String> {
    let mut program = Program::default();
    for (number, spec) in specs.iter().enumerate() {
        let spec = Path::new(spec);
        let (name, mut generated) = workspace::client(folder, spec, number, true)?;
        program.add(number, spec, &name, &generated)?;
        derived::derive(&mut generated);
        workspace::package(
            folder,
            &derived::name(&name),
            &generated,
            folder.join("derives"),
        )?;
    }
    package(
        folder,
        "derives",
        &with_runtime(DERIVES_MANIFEST),
        &[("lib.rs", DERIVES)],
    )?;
    program.write(folder)?;
    workspace::write(folder)
}

/// Builds the program, and runs it: so many pairs of each body.
///
/// # Errors
/// When it does not compile, or fails.
pub fn measure(folder: &Path, target: &Path, runs: u64) -> Result<Vec<Figures>, String> {
    let run = Command::new(env!("CARGO"))
        .args(["run", "--release", "--offline", "--package", "decode"])
        .arg("--target-dir")
        .arg(target)
        .args(["--", &runs.to_string()])
        .current_dir(folder)
        .output()
        .map_err(|error| error.to_string())?;
    if run.status.success() {
        Figures::read(&String::from_utf8_lossy(&run.stdout))
    } else {
        Err(String::from_utf8_lossy(&run.stderr).into_owned())
    }
}

/// The program, while documents are added.
#[derive(Default)]
struct Program {
    /// What it depends on.
    needs: String,
    modules: String,
    calls: String,
    files: Vec<(String, String)>,
}

impl Program {
    /// Adds a document: the table of its examples becomes a module for each of both.
    fn add(
        &mut self,
        number: usize,
        spec: &Path,
        name: &str,
        generated: &Generated,
    ) -> Result<(), String> {
        let text = |wanted: &str| {
            let mut files = generated.tests.iter();
            let (_, text) = files.find(|(name, _)| name == wanted)?;
            Some(text.clone())
        };
        let (Some(table), Some(data)) = (text("examples.rs"), text("examples.jsonl")) else {
            return Err(format!("{} has no examples", spec.display()));
        };
        let derived = derived::name(name);
        for (way, client) in [("ours", name), ("derived", &derived)] {
            let module = format!("{way}{number}");
            let table = table
                .replace(
                    "use outspoken::testing::examples;",
                    &format!("use crate::{way}::*;"),
                )
                .replace(&format!("use {name}::"), &format!("use {client}::"))
                .replace("\"examples.jsonl\"", &format!("\"examples{number}.jsonl\""));
            let _ = writeln!(self.modules, "mod {module};");
            let _ = writeln!(self.needs, "{client} = {{ path = \"../{client}\" }}");
            self.files.push((format!("{module}.rs"), table));
        }
        self.files.push((format!("examples{number}.jsonl"), data));
        let shown = spec.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(
            self.calls,
            "    measure({shown:?}, ours{number}::DATA, ours{number}::ROWS, derived{number}::ROWS, runs);"
        );
        Ok(())
    }

    fn write(self, folder: &Path) -> Result<(), String> {
        let Self {
            needs,
            modules,
            calls,
            files,
        } = self;
        let main = format!(
            "{PROGRAM}\n{modules}\nfn main() {{\n    \
             let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok()).unwrap_or(1);\n\
             {calls}}}\n"
        );
        let mut files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (&**a, &**b)).collect();
        files.push(("main.rs", &main));
        package(
            folder,
            "decode",
            &with_runtime(&format!("{PROGRAM_MANIFEST}{needs}")),
            &files,
        )
    }
}

/// What stands for the runtime is called like it, and another version of it.
const DERIVES_MANIFEST: &str = r#"
[package]
name = "outspoken"
version = "0.0.0"
edition = "2024"

[features]
jiff = ["dep:jiff", "runtime/jiff"]
uuid = ["dep:uuid", "runtime/uuid"]
pattern = []
reqwest = []

[dependencies]
jiff = { version = "1", default-features = false, features = ["serde"], optional = true }
runtime = { package = "outspoken", path = RUNTIME, default-features = false }
serde = { version = "1", features = ["derive"] }
uuid = { version = "1", default-features = false, features = ["serde"], optional = true }
"#;

const PROGRAM_MANIFEST: &str = r#"
[package]
name = "decode"
version = "0.1.0"
edition = "2024"

[dependencies]
derives = { package = "outspoken", path = "../derives" }
outspoken = { path = RUNTIME, default-features = false }
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1", features = ["raw_value"] }
"#;

/// A manifest with the path of the runtime.
fn with_runtime(manifest: &str) -> String {
    let runtime = seeds::root().join("runtime").display().to_string();
    manifest.replace("RUNTIME", &format!("{runtime:?}"))
}

/// Writes a package of a few files: those that changed, so that only they are built again.
fn package(
    folder: &Path,
    name: &str,
    manifest: &str,
    files: &[(&str, &str)],
) -> Result<(), String> {
    let folder = folder.join(name);
    let source = folder.join("src");
    let write = |path: PathBuf, text: &str| match fs::read_to_string(&path) {
        Ok(there) if there == text => Ok(()),
        _ => fs::write(path, text),
    };
    let written = fs::create_dir_all(&source)
        .and_then(|()| write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| {
            let mut files = files.iter();
            files.try_for_each(|(name, text)| write(source.join(name), text))
        });
    written.map_err(|error| format!("{}: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_have_the_same_rows_and_types() {
        let folder = tempfile::tempdir().unwrap();
        let spec = seeds::root().join("specs/nexvio.yaml");
        write(folder.path(), &[spec.display().to_string()]).unwrap();
        let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
        let (ours, derived) = (read("decode/src/ours0.rs"), read("decode/src/derived0.rs"));
        assert!(ours.contains("use client0_nexvio::") && ours.contains("use crate::ours::*;"));
        assert!(derived.contains("use derived_client0_nexvio::"));
        let rows = |text: &str| text.split_once("examples! {").unwrap().1.to_owned();
        assert_eq!(rows(&ours), rows(&derived));
        assert_eq!(
            read("client0_nexvio/src/types.rs"),
            read("derived_client0_nexvio/src/types.rs")
        );
        assert!(read("decode/src/main.rs").contains("mod derived0;"));
    }
}
