//! Tests the clients of real documents by the examples in them.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin example -- --spec github.json --spec plaid.yml
//! ```
//!
//! `--target FOLDER` keeps what is built for the next run, and `--clients FOLDER` the clients. A test
//! fails by a fault of the generator; an example that contradicts its own schema is not run, and counts
//! as faulty.

use std::{
    path::{PathBuf, absolute},
    process::ExitCode,
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    examples::{Row, Workspace},
};

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
    let mut workspace = Workspace::write(&clients, &target, arguments.all("spec"))?;
    workspace.test()?;
    report(&workspace.rows);
    Ok(workspace.rows.iter().all(Row::is_good))
}

fn report(rows: &[Row]) {
    say("     examples  passed  faulty  failed   loose  skipped  document");
    let mut total = Row {
        spec: format!("{} documents", rows.len()).into(),
        ..Row::default()
    };
    for row in rows {
        say(&line(row));
        row.failures.iter().for_each(|failure| say(failure));
        total.tests += row.tests;
        total.passed += row.passed;
        total.faulty += row.faulty;
        total.loose += row.loose;
        total.skipped += row.skipped;
        total.failures.extend_from_slice(&row.failures);
    }
    say(&line(&total));
}

fn line(row: &Row) -> String {
    format!(
        "{} {:>8} {:>7} {:>7} {:>7} {:>7} {:>8}  {}",
        if row.is_good() { "ok  " } else { "FAIL" },
        row.tests,
        row.passed,
        row.faulty,
        row.failures.len(),
        row.loose,
        row.skipped,
        row.spec.display()
    )
}
