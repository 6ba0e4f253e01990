//! How many instructions the generator runs for some documents, which does not depend on what else a
//! machine does, and compares them with those that are kept.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin instructions             # compare
//! cargo run --release -p outspoken-bench --bin instructions -- --bless yes   # keep what is counted
//! ```
//!
//! Valgrind counts; where it is not installed, nothing is compared. Counts hold for one compiler:
//! under another one, nothing is compared either. What they depend on beside code and compiler is the
//! processor, by whose abilities libraries choose their code, and how many cores there are, since
//! modules are written in parallel: that stays well below the bound. `--spec FILE` counts other
//! documents as well, and compares them with nothing.
//!
//! Of the documents that nobody wrote, one has ten times the operations of the other, and may take no
//! more than twelve times the instructions.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    seeds, synthetic,
};
use outspoken_codegen::{Config, generate};

/// Per cent by which a count may be over the kept one, or under it.
const BOUND: f64 = 5.0;
/// Operations of the documents that nobody wrote: some, and ten times as many.
const SYNTHETIC: [usize; 2] = [100, 1000];
/// Most times the instructions for ten times the operations.
const MOST_GROWTH: f64 = 12.0;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["bless", "spec", "alone"])?;
    if let Some(spec) = arguments.all("alone").last() {
        return alone(Path::new(spec)).map(|()| true);
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        say("skipped: valgrind is not installed");
        return Ok(true);
    }
    let bless = !arguments.all("bless").is_empty();
    let path = seeds::root().join("bench/instructions.txt");
    let kept = Kept::read(&path)?;
    let compiler = compiler()?;
    if !bless && kept.compiler != compiler {
        say(&format!(
            "skipped: counts are kept for {}, and this is {compiler}",
            kept.compiler
        ));
        return Ok(true);
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut counts = BTreeMap::new();
    for (name, spec) in documents(folder.path())? {
        counts.insert(name, count(&spec)?);
    }
    for spec in arguments.all("spec") {
        say(&format!("      {spec:24} {:>14}", count(Path::new(spec))?));
    }
    let good = (compare(&counts, &kept.counts) || bless) & grows_evenly(&counts);
    if bless {
        Kept { compiler, counts }.write(&path)?;
    }
    Ok(good)
}

/// The documents that are counted: those of this repository, and one that nobody wrote.
fn documents(folder: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let specs = seeds::root().join("specs");
    let specs = seeds::load(&[specs], u64::MAX).map_err(|error| error.to_string())?;
    let named = specs.into_iter().map(|seed| {
        let name = seed.path.file_name().unwrap_or_default();
        (name.to_string_lossy().into_owned(), seed.path)
    });
    let mut documents: Vec<(String, PathBuf)> = named.collect();
    for operations in SYNTHETIC {
        let name = synthetic_name(operations);
        let path = folder.join(&name).with_extension("yaml");
        fs::write(&path, synthetic::document(operations)).map_err(|error| error.to_string())?;
        documents.push((name, path));
    }
    Ok(documents)
}

fn synthetic_name(operations: usize) -> String {
    format!("synthetic-{operations}")
}

/// Counts the instructions of a process that generates the client of a document.
fn count(spec: &Path) -> Result<u64, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(program)
        .arg("--alone")
        .arg(spec)
        .output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{} under valgrind: {said}", spec.display()));
    }
    total(&said).ok_or_else(|| format!("valgrind counted nothing: {said}"))
}

/// The count in what valgrind says: `==7== I refs:   1,234`, with more blanks in older ones.
fn total(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| {
        let (head, count) = line.split_once("refs:")?;
        head.trim_end().ends_with('I').then_some(count)
    })?;
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn compare(counts: &BTreeMap<String, u64>, kept: &BTreeMap<String, u64>) -> bool {
    let mut good = true;
    for (name, count) in counts {
        let Some(before) = kept.get(name) else {
            say(&format!("NEW   {name:24} {count:>14}"));
            good = false;
            continue;
        };
        let change = (number(*count) / number(*before) - 1.0) * 100.0;
        let fits = change.abs() <= BOUND;
        good &= fits;
        let verdict = if fits { "ok  " } else { "FAIL" };
        say(&format!(
            "{verdict}  {name:24} {count:>14}  {change:+6.2} %"
        ));
    }
    for name in kept.keys().filter(|name| !counts.contains_key(*name)) {
        say(&format!("GONE  {name}"));
        good = false;
    }
    if !good {
        say("If that is meant: --bless yes keeps these counts.");
    }
    good
}

/// Whether ten times the document takes little more than ten times the work.
fn grows_evenly(counts: &BTreeMap<String, u64>) -> bool {
    let [few, many] = SYNTHETIC.map(|operations| counts.get(&synthetic_name(operations)));
    let (Some(few), Some(many)) = (few, many) else {
        return true;
    };
    let growth = number(*many) / number(*few);
    let fits = growth <= MOST_GROWTH;
    let verdict = if fits { "ok  " } else { "FAIL" };
    say(&format!(
        "{verdict}  {:24} {growth:>14.2}  at most {MOST_GROWTH}",
        "ten times the operations"
    ));
    fits
}

/// Counts are far below what a `f64` holds exactly.
#[allow(clippy::cast_precision_loss)]
fn number(count: u64) -> f64 {
    count as f64
}

/// The compiler that builds this workspace.
fn compiler() -> Result<String, String> {
    let output = Command::new("rustc").arg("--version").output();
    let output = output.map_err(|error| format!("rustc: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What is kept: the compiler in the first line, then a document and its count in each.
#[derive(Default)]
struct Kept {
    compiler: String,
    counts: BTreeMap<String, u64>,
}

impl Kept {
    fn read(path: &Path) -> Result<Self, String> {
        let Ok(text) = fs::read_to_string(path) else {
            return Ok(Self::default());
        };
        let mut lines = text.lines();
        let compiler = lines.next().unwrap_or_default().to_owned();
        let counts = lines.map(|line| {
            let (name, count) = line.split_once(' ')?;
            Some((name.to_owned(), count.trim().parse().ok()?))
        });
        let counts: Option<_> = counts.collect();
        Ok(Self {
            compiler,
            counts: counts.ok_or_else(|| format!("{}: a line is no count", path.display()))?,
        })
    }

    fn write(&self, path: &Path) -> Result<(), String> {
        let lines = self
            .counts
            .iter()
            .map(|(name, count)| format!("{name} {count}\n"));
        let text = format!("{}\n{}", self.compiler, lines.collect::<String>());
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// Generates a client in this process.
fn alone(spec: &Path) -> Result<(), String> {
    let generated = generate(spec, "document", &Config::new("counted"));
    if generated.diagnostics.has_errors() {
        return Err(format!("{} is refused", spec.display()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found() {
        assert_eq!(
            total("==1== \n==1== I refs:        1,234,567\n"),
            Some(1_234_567)
        );
        assert_eq!(total("==1== I   refs:      12\n"), Some(12));
        assert_eq!(total("==1== D refs: 12\n"), None);
    }

    #[test]
    fn ten_times_the_document_may_take_twelve_times_the_work() {
        let counts = |many| {
            let [few, tenfold] = SYNTHETIC.map(synthetic_name);
            BTreeMap::from([(few, 100), (tenfold, many)])
        };
        assert!(grows_evenly(&counts(1200)) && !grows_evenly(&counts(1201)));
    }

    #[test]
    fn what_differs_more_than_the_bound_is_told() {
        let one = |count| BTreeMap::from([("a".to_owned(), count)]);
        assert!(compare(&one(104), &one(100)));
        assert!(!compare(&one(106), &one(100)) && !compare(&one(94), &one(100)));
        assert!(!compare(&one(1), &BTreeMap::new()) && !compare(&BTreeMap::new(), &one(1)));
    }
}
