//! Clients of many documents in one workspace, and what their tests of examples say.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use outspoken_codegen::{Generated, diagnostic::Code};

use crate::workspace;

/// A client, and what came of its tests.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The document's path.
    pub spec: PathBuf,
    /// The crate.
    pub name: String,
    /// Examples that became tests.
    pub tests: usize,
    /// Tests that passed.
    pub passed: usize,
    /// Tests that are not run, since the example contradicts its schema.
    pub faulty: usize,
    /// Examples with parts that their schemas do not have: the rest of them is tested.
    pub loose: usize,
    /// Examples that became no tests: what they show has no type.
    pub skipped: usize,
    /// What tests said that failed.
    pub failures: Vec<String>,
}

impl Row {
    /// Whether every test that was run passed, and all were.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.failures.is_empty() && self.passed + self.faulty == self.tests
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
    /// Writes the clients of documents with their tests into a folder, with the versions of this
    /// workspace.
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

    /// Runs the tests of each client.
    ///
    /// # Errors
    /// When cargo does not run, or a client does not compile.
    pub fn test(&mut self) -> Result<(), String> {
        for row in &mut self.rows {
            if row.tests == 0 {
                continue;
            }
            let run = Command::new(env!("CARGO"))
                .args(["test", "--test", "examples", "--no-fail-fast", "--offline"])
                .args(["--package", &row.name, "--target-dir"])
                .arg(&self.target)
                .current_dir(&self.folder)
                .env("CARGO_INCREMENTAL", "0")
                .env("RUST_BACKTRACE", "0")
                // Nobody debugs these, and they are large.
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .output()
                .map_err(|error| error.to_string())?;
            let said = String::from_utf8_lossy(&run.stdout);
            if !said.contains("test result: ") {
                return Err(String::from_utf8_lossy(&run.stderr).into_owned());
            }
            read(&said, row);
        }
        Ok(())
    }
}

/// Writes the client of a document as a package, below the folder of all.
fn client(folder: &Path, spec: &Path, number: usize) -> Result<Row, String> {
    let (name, generated) = workspace::client(folder, spec, number, true)?;
    Ok(row(spec, name, &generated))
}

fn row(spec: &Path, name: String, generated: &Generated) -> Row {
    let mut tests = generated.tests.iter().flat_map(|(_, text)| text.lines());
    let of = |code| {
        generated
            .diagnostics
            .iter()
            .filter(move |one| one.code == code)
    };
    let skipped = of(Code::Ignored).filter(|one| one.message.starts_with("this example "));
    Row {
        spec: spec.to_owned(),
        name,
        tests: tests.by_ref().filter(|line| is_row(line)).count(),
        loose: of(Code::LooseExample).count(),
        skipped: skipped.count(),
        ..Row::default()
    }
}

/// Whether a line of the tests is a test: its end is the number of what it is about.
fn is_row(line: &str) -> bool {
    let number = line.rsplit_once(" = ").map(|(_, number)| number);
    let number = number.and_then(|number| number.strip_suffix(','));
    number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// What the tests said.
fn read(said: &str, row: &mut Row) {
    for line in said.lines().filter_map(|line| line.strip_prefix("test ")) {
        if line.ends_with(" ... ok") {
            row.passed += 1;
        } else if line.contains(" ... ignored") {
            row.faulty += 1;
        }
    }
    let failures = said.split("\n---- ").skip(1);
    let failures = failures.map(|one| {
        let (name, rest) = one.split_once(" stdout ----").unwrap_or((one, ""));
        let lines = rest
            .lines()
            .skip_while(|line| !line.starts_with("this example "));
        let lines = lines.take_while(|line| line.starts_with("this ") || line.starts_with("  "));
        let lines: String = lines.map(|line| format!("\n  {line}")).collect();
        format!("{name}{lines}")
    });
    row.failures.extend(failures);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted() {
        let said = "
running 4 tests
test a ... ok
test b ... FAILED
test c ... ignored, the example is null
test d ... ok

failures:

---- b stdout ----

thread 'b' panicked at tests/examples.rs:3:1:
this example is not read
  example: a.yaml#/x
note: run with `RUST_BACKTRACE=1`


failures:
    b

test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out
";
        let mut row = Row::default();
        read(said, &mut row);
        assert_eq!((row.passed, row.faulty), (2, 1));
        let failure = "b
  this example is not read
    example: a.yaml#/x";
        assert_eq!(row.failures, [failure]);
    }

    #[test]
    fn rows_are_told_from_other_lines() {
        assert!(is_row("    get_pet_body: request(types::Pet) = 12,"));
        assert!(!is_row("    #[ignore = \"a = b\"]"));
    }
}
