//! How long reading a body takes, into generated types and into the same with serde's derive.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin decode -- --spec github.json --spec plaid.yml
//! ```
//!
//! Bodies are the examples of the documents' answers. Figures are medians of `--runs N` pairs, 21 unless
//! given. `--target FOLDER` keeps what is built for the next run, and `--clients FOLDER` what is
//! written. It fails where ours takes more than 1.1 times the time, all bodies of a document together
//! or the one in the middle.

use std::{
    path::{PathBuf, absolute},
    process::ExitCode,
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    decode::{self, Figures},
};

/// How many bodies are named that take ours longest.
const WORST: usize = 3;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["spec", "runs", "target", "clients"])?;
    let specs = arguments.all("spec");
    if specs.is_empty() {
        return Err("no document: --spec FILE, any number of times".into());
    }
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = |name: &str| {
        let given = arguments.all(name).last().map(PathBuf::from);
        let folder = given.unwrap_or_else(|| scratch.path().join(name));
        absolute(folder).map_err(|error| error.to_string())
    };
    let (clients, target) = (folder("clients")?, folder("target")?);
    decode::write(&clients, specs)?;
    let runs = arguments.number("runs")?.unwrap_or(21).max(1);
    let documents = decode::measure(&clients, &target, runs)?;
    let whole = Figures::whole(&documents);
    say("bodies left out     bytes    ours µs  derive µs  times  middle  document");
    for figures in documents.iter().chain([&whole]) {
        say(&figures.line());
    }
    for figures in &documents {
        details(figures);
    }
    Ok(documents.iter().all(Figures::is_good))
}

/// The bodies that ours takes longest for, and those that one does not read.
fn details(figures: &Figures) {
    let document = &figures.document;
    for body in figures.worst(WORST) {
        let ratio = body.ratio();
        say(&format!("{document}: {ratio:.2} times for {}", body.name));
    }
    for [name, whose, why] in &figures.left {
        say(&format!(
            "{document}: {name} is not read into {whose} types: {why}"
        ));
    }
}
