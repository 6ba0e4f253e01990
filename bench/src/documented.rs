//! Clients of many documents in one workspace, and what rustdoc says of each.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::workspace;

/// A client, and what was found in its documentation.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The document's path.
    pub spec: PathBuf,
    /// The crate, as rustc calls it.
    pub name: String,
    /// Lines of Rust.
    pub lines: usize,
    /// Those of them that are documentation.
    pub docs: usize,
    /// What rustdoc warns of.
    pub warnings: Vec<String>,
    /// Examples that were run; none should be.
    pub run: usize,
    /// Those of them that passed.
    pub passed: usize,
}

impl Row {
    /// Whether the documentation is as it should be: nobody wrote examples for these clients.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.warnings.is_empty() && self.run == 0
    }
}

/// A workspace of clients: what they all depend on is built once.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
    target: PathBuf,
    /// A row for each client.
    pub rows: Vec<Row>,
}

impl Workspace {
    /// Writes the clients of documents into a folder, with the versions of this workspace.
    ///
    /// # Errors
    /// When a document is refused, or a file cannot be written.
    pub fn write(folder: &Path, target: &Path, specs: &[String]) -> Result<Self, String> {
        let mut rows = Vec::new();
        for spec in specs {
            rows.push(client(folder, Path::new(spec), rows.len())?);
        }
        workspace::write(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            target: target.to_owned(),
            rows,
        })
    }

    /// Documents all clients, and keeps what rustdoc warns of. The pages are in `doc` of the folder
    /// for what is built.
    ///
    /// # Errors
    /// When cargo does not run, or fails without a warning of a client.
    pub fn document(&mut self) -> io::Result<()> {
        let arguments = ["doc", "--no-deps", "--keep-going", "--message-format=json"];
        let (good, out) = self.cargo(&arguments)?;
        let mut warned = false;
        for line in out.lines().filter(|line| line.starts_with('{')) {
            let Some((name, text)) = serde_json::from_str(line).ok().as_ref().and_then(warning)
            else {
                continue;
            };
            if let Some(row) = self.rows.iter_mut().find(|row| row.name == name) {
                row.warnings.push(text);
                warned = true;
            }
        }
        if good || warned {
            Ok(())
        } else {
            Err(io::Error::other(plain(&out)))
        }
    }

    /// Runs what rustdoc takes for examples, and counts it.
    ///
    /// # Errors
    /// When cargo does not run, or a client does not compile.
    pub fn test(&mut self) -> io::Result<()> {
        let (_, out) = self.cargo(&["test", "--doc", "--no-fail-fast"])?;
        let sections = out.split("Doc-tests ").skip(1);
        let sections: BTreeMap<_, _> = sections.filter_map(|one| one.split_once('\n')).collect();
        for row in &mut self.rows {
            let Some(said) = sections.get(row.name.as_str()) else {
                return Err(io::Error::other(out));
            };
            (row.run, row.passed) = examples(said);
            if row.run != row.passed {
                row.warnings.push((*said).to_owned());
            }
        }
        Ok(())
    }

    /// Runs cargo on all clients; whether it succeeded, and what it said, in order.
    fn cargo(&self, arguments: &[&str]) -> io::Result<(bool, String)> {
        let said = self.folder.join("said");
        let file = File::create(&said)?;
        let status = Command::new(env!("CARGO"))
            .args(arguments)
            .args(["--workspace", "--offline", "--target-dir"])
            .arg(&self.target)
            .current_dir(&self.folder)
            .env("RUSTDOCFLAGS", "-D warnings")
            .env("CARGO_INCREMENTAL", "0")
            // Nobody debugs these, and they are large.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .stdout(file.try_clone()?)
            .stderr(file)
            .status()?;
        let out = fs::read(&said)?;
        Ok((status.success(), String::from_utf8_lossy(&out).into_owned()))
    }
}

/// Writes the client of a document as a package, below the folder of all.
fn client(folder: &Path, spec: &Path, number: usize) -> Result<Row, String> {
    let (name, generated) = workspace::client(folder, spec, number, false)?;
    let lines = || generated.files.iter().flat_map(|(_, text)| text.lines());
    let docs = lines().filter(|line| line.trim_start().starts_with("//"));
    Ok(Row {
        spec: spec.to_owned(),
        name,
        lines: lines().count(),
        docs: docs.count(),
        ..Row::default()
    })
}

/// The crate that a message of cargo is about, and what it says, if it is about a place in it.
fn warning(message: &Value) -> Option<(String, String)> {
    let name = message.pointer("/target/name")?.as_str()?;
    let spans = message.pointer("/message/spans")?.as_array()?;
    let text = message.pointer("/message/rendered")?.as_str()?;
    (!spans.is_empty()).then(|| (name.to_owned(), text.to_owned()))
}

/// What cargo says to people, without what it says to programs.
fn plain(out: &str) -> String {
    let lines = out.lines().filter(|line| !line.starts_with('{'));
    lines.collect::<Vec<_>>().join("\n")
}

/// How many examples were run, and how many passed.
fn examples(said: &str) -> (usize, usize) {
    let results = said
        .lines()
        .filter_map(|line| line.strip_prefix("test result: "));
    let (mut run, mut passed) = (0, 0);
    for result in results {
        // `ok. 1 passed; 0 failed; 0 ignored; …`
        let numbers = result
            .split_whitespace()
            .filter_map(|word| word.parse::<usize>().ok());
        let counts: Vec<_> = numbers.take(3).collect();
        run += counts.iter().sum::<usize>();
        passed += counts.first().copied().unwrap_or_default();
    }
    (run, passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_names_its_crate() {
        let message = |spans| {
            serde_json::json!({
                "reason": "compiler-message",
                "target": {"name": "client0_box"},
                "message": {"spans": spans, "rendered": "error: unresolved link to `dead`"},
            })
        };
        let found = warning(&message(serde_json::json!([{"line_start": 1}])));
        let (name, text) = found.unwrap();
        assert_eq!(name, "client0_box");
        assert!(text.contains("`dead`"));
        // What is about the run as a whole counts nothing twice.
        assert_eq!(warning(&message(serde_json::json!([]))), None);
    }

    #[test]
    fn examples_are_counted() {
        let none =
            "\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured\n";
        assert_eq!(examples(none), (0, 0));
        let some =
            "\nrunning 3 tests\n\ntest result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured\n";
        assert_eq!(examples(some), (3, 1));
    }
}
