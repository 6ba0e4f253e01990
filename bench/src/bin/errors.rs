//! Holds the clients of real documents to their errors: every operation, every documented error, and
//! answers that no document tells of.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin errors -- --spec slack.json --spec github.json
//! ```
//!
//! Each documented error is answered with a body that has what tells it from others (its code, or the
//! tag of its choice), and with bodies that fit nothing: none, HTML, JSON that ends too soon, JSON under
//! another name. It fails where an answer is `Ok`, is another variant, or loses its status or its body.
//! `--target FOLDER` and `--clients FOLDER` keep what is built and written.

use std::{
    fs,
    path::{Path, PathBuf, absolute},
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    errors, workspace,
};
use outspoken_codegen::report::Errors;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["spec", "target", "clients"])?;
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = |name: &str| {
        let given = arguments.all(name).last().map(PathBuf::from);
        let folder = given.unwrap_or_else(|| scratch.path().join(name));
        absolute(folder).map_err(|error| error.to_string())
    };
    let (clients, target) = (folder("clients")?, folder("target")?);
    let mut written = Vec::new();
    for (number, spec) in arguments.all("spec").iter().enumerate() {
        written.push((spec, write(&clients, Path::new(spec), number)?));
    }
    workspace::write(&clients)?;
    let (mut total, mut is_good) = (0, true);
    for (spec, (name, operations, count)) in written {
        let fault = test(&clients, &target, &name)?;
        let word = if fault.is_none() { "ok  " } else { "FAIL" };
        say(&format!(
            "{word} {operations:>5} operations {count:>7} answers  {spec}"
        ));
        is_good &= fault.is_none();
        fault.iter().for_each(|fault| say(fault));
        total += count;
    }
    say(&format!("{total} answers"));
    Ok(is_good)
}

/// Writes a client and its test: the name of the crate, and how many operations and answers it has.
fn write(folder: &Path, spec: &Path, number: usize) -> Result<(String, usize, usize), String> {
    let (name, generated) = workspace::client(folder, spec, number, false)?;
    let told = Errors::of(&generated).json();
    let told: serde_json::Value = serde_json::from_str(&told).map_err(|error| error.to_string())?;
    let (text, count) = errors::test(&name, &told);
    let tests = folder.join(&name).join("tests");
    fs::create_dir_all(&tests)
        .and_then(|()| fs::write(tests.join("errors.rs"), text))
        .map_err(|error| error.to_string())?;
    let operations = told
        .pointer("/operations")
        .and_then(serde_json::Value::as_array)
        .map_or(0, Vec::len);
    Ok((name, operations, count))
}

/// What the test said, if it failed.
fn test(folder: &Path, target: &Path, name: &str) -> Result<Option<String>, String> {
    let run = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--test", "errors", "--offline"])
        .args(["--package", name, "--target-dir"])
        .arg(target)
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("RUST_BACKTRACE", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    match (run.status.success(), said.contains("test result: ")) {
        (true, _) => Ok(None),
        (false, true) => Ok(Some(said)),
        (false, false) => Err(String::from_utf8_lossy(&run.stderr).into_owned()),
    }
}
