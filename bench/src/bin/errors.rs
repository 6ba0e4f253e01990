//! Holds the clients of real documents to their errors: every operation, every documented error, and
//! answers that no document tells of.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin errors -- --spec slack.json --spec github.json
//! cargo run --release -p outspoken-bench --bin errors -- --folder corpus --target /tmp/errors
//! ```
//!
//! Each documented error is answered with the document's examples, with bodies made from its schema, and
//! with bodies that fit nothing; so are statuses that no document tells of. `docs/benchmarks.md` has
//! the whole list. It fails where an answer is `Ok`, is another variant, loses its status or its body,
//! does not fit the type that it was made for, or says something that is no line for a log.
//!
//! `--folder FOLDER` takes all documents below a folder. `--target FOLDER` and `--clients FOLDER` keep
//! what is built and written.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf, absolute},
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    descriptions,
    errors::Table,
    workspace,
};
use outspoken_codegen::{
    diagnostic::Code,
    report::Errors,
    source::{Documents, Limits, Sources},
};
use serde_json::Value;

/// How many faults of a document are shown.
const SHOWN: usize = 20;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["spec", "folder", "target", "clients"])?;
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = |name: &str| {
        let given = arguments.all(name).last().map(PathBuf::from);
        let folder = given.unwrap_or_else(|| scratch.path().join(name));
        absolute(folder).map_err(|error| error.to_string())
    };
    let (clients, target) = (folder("clients")?, folder("target")?);
    fs::create_dir_all(&clients).map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for (number, spec) in specs(&arguments)?.into_iter().enumerate() {
        let written = write(&clients, &spec, number);
        rows.push((spec, written));
    }
    workspace::write(&clients)?;
    let built = build(&clients, &target)?;
    say("     operations  errors  answers  unmade  faulty  document");
    let (mut total, mut is_good) = (Table::default(), true);
    let (mut answers, mut without, mut refused) = (0, 0, 0);
    for (spec, written) in &rows {
        let (name, table) = match written {
            Ok(written) => written,
            Err(why) => {
                refused += 1;
                say(&format!("none {why}"));
                continue;
            }
        };
        let mut faults = table.missing.clone();
        faults.extend(test(built.get(name), table.count())?);
        say(&line(
            faults.is_empty(),
            table,
            table.count(),
            &spec.display().to_string(),
        ));
        faults.iter().take(SHOWN).for_each(|fault| say(fault));
        is_good &= faults.is_empty();
        answers += table.count();
        without += usize::from(table.documented == 0);
        total.operations += table.operations;
        total.documented += table.documented;
        total.unmade += table.unmade;
        total.faulty += table.faulty;
    }
    let documents = rows.len() - refused;
    let all = format!(
        "{documents} documents, of which {without} document no error; {refused} are refused"
    );
    say(&line(is_good, &total, answers, &all));
    Ok(is_good)
}

fn line(is_good: bool, table: &Table, answers: usize, name: &str) -> String {
    let word = if is_good { "ok  " } else { "FAIL" };
    let Table {
        operations,
        documented,
        unmade,
        faulty,
        ..
    } = table;
    format!("{word} {operations:>10} {documented:>7} {answers:>8} {unmade:>7} {faulty:>7}  {name}")
}

/// The documents that are named, and those below folders.
fn specs(arguments: &Arguments) -> Result<Vec<PathBuf>, String> {
    let mut specs: Vec<_> = arguments.all("spec").iter().map(PathBuf::from).collect();
    let folders: Vec<_> = arguments.all("folder").iter().map(PathBuf::from).collect();
    let below = descriptions::rank(&folders).map_err(|error| error.to_string())?;
    let mut below: Vec<_> = below.into_iter().map(|one| one.path).collect();
    below.sort();
    specs.extend(below);
    Ok(specs)
}

/// Writes a client and its test: the name of the crate, and what is asked in it.
fn write(folder: &Path, spec: &Path, number: usize) -> Result<(String, Table), String> {
    let (name, generated) = workspace::client(folder, spec, number, true)?;
    let told = Errors::of(&generated).json();
    let told: Value = serde_json::from_str(&told).map_err(|error| error.to_string())?;
    let shown = spec.display().to_string();
    let documents = Documents::read(
        &mut Sources::new(),
        spec,
        &shown,
        &Limits::default(),
        &[],
        true,
    );
    let documents = documents.map_err(|_| format!("{shown} cannot be read"))?;
    let faults = generated.diagnostics.iter();
    let faults = faults.filter(|one| one.code == Code::FaultyExample);
    let faults: Vec<_> = faults.map(|one| &one.place).collect();
    let table = Table::of(&documents, &told, &faults);
    let (text, data) = table.test(&name);
    let tests = folder.join(&name).join("tests");
    fs::create_dir_all(&tests)
        .and_then(|()| put(&tests.join("answers.rs"), &text))
        .and_then(|()| put(&tests.join("answers.jsonl"), &data))
        .map_err(|error| error.to_string())?;
    Ok((name, table))
}

/// Writes a file. What is the same stays as old as it is, so that it is not built again.
fn put(path: &Path, text: &str) -> io::Result<()> {
    match fs::read_to_string(path) {
        Ok(there) if there == text => Ok(()),
        _ => fs::write(path, text),
    }
}

/// A test, or why it could not be built.
type Built = Result<PathBuf, String>;

/// Builds the tests of all clients at once, so that what they depend on is built once, with all features
/// that any of them needs.
fn build(folder: &Path, target: &Path) -> Result<BTreeMap<String, Built>, String> {
    let run = Command::new(env!("CARGO"))
        .args([
            "test",
            "--workspace",
            "--test",
            "answers",
            "--no-run",
            "--no-fail-fast",
        ])
        .args([
            "--quiet",
            "--offline",
            "--message-format",
            "json",
            "--target-dir",
        ])
        .arg(target)
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0")
        // Nobody debugs these, and they are large.
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&run.stdout);
    let mut built = BTreeMap::new();
    for message in said.lines().filter_map(|line| line.parse::<Value>().ok()) {
        let text = |at: &str| message.pointer(at).and_then(Value::as_str);
        let manifest = Path::new(text("/manifest_path").unwrap_or_default());
        let package = manifest.parent().and_then(Path::file_name);
        let package = package.unwrap_or_default().to_string_lossy().into_owned();
        match (text("/executable"), text("/message/level")) {
            (Some(test), _) => _ = built.insert(package, Ok(PathBuf::from(test))),
            (None, Some("error")) => {
                let why = text("/message/rendered").unwrap_or_default().to_owned();
                built.entry(package).or_insert(Err(why));
            }
            _ => {}
        }
    }
    match built.is_empty() {
        true => Err(String::from_utf8_lossy(&run.stderr).into_owned()),
        false => Ok(built),
    }
}

/// Runs the test of a client: what it says, where it fails.
fn test(built: Option<&Built>, count: usize) -> Result<Option<String>, String> {
    let test = match built {
        Some(Ok(test)) => test,
        Some(Err(why)) => return Ok(Some(why.clone())),
        None => return Ok(Some("it could not be built".to_owned())),
    };
    let mut run = Command::new(test);
    let run = run.arg("--nocapture").env("RUST_BACKTRACE", "0").output();
    let run = run.map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&run.stdout);
    let told = String::from_utf8_lossy(&run.stderr);
    let is_whole = said.contains(&format!("{count} answers\n"));
    Ok((!run.status.success() || !is_whole).then(|| format!("{said}{told}")))
}
