//! Documents the clients of real documents, and runs what rustdoc takes for examples in them: what
//! vendors write must neither break documentation nor become tests.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin doc -- --spec github.json --spec box.json
//! cargo run --release -p outspoken-bench --bin doc -- --rank FOLDER
//! ```
//!
//! `--target FOLDER` keeps what is built for the next run, and the pages, in its `doc`. `--rank` names
//! the documents below a folder instead, those first whose descriptions have the most in them.

use std::{
    io,
    path::{PathBuf, absolute},
    process::ExitCode,
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    descriptions,
    documented::{Row, Workspace},
};

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["spec", "target", "rank"])?;
    let folders: Vec<_> = arguments.all("rank").iter().map(PathBuf::from).collect();
    if !folders.is_empty() {
        rank(&folders).map_err(|error| error.to_string())?;
        return Ok(true);
    }
    let scratch = tempfile::tempdir().map_err(|error| error.to_string())?;
    let target = arguments.all("target").last().map(PathBuf::from);
    let target = target.unwrap_or_else(|| scratch.path().join("target"));
    let target = absolute(target).map_err(|error| error.to_string())?;
    let clients = scratch.path().join("clients");
    let mut workspace = Workspace::write(&clients, &target, arguments.all("spec"))?;
    workspace
        .document()
        .and_then(|()| workspace.test())
        .map_err(|error| error.to_string())?;
    report(&workspace.rows);
    Ok(workspace.rows.iter().all(Row::is_good))
}

fn report(rows: &[Row]) {
    say("     warnings  examples  passed    lines     docs  document");
    let mut total = Row {
        spec: format!("{} documents", rows.len()).into(),
        ..Row::default()
    };
    for row in rows {
        say(&line(row));
        row.warnings.iter().for_each(|warning| say(warning));
        total.warnings.extend_from_slice(&row.warnings);
        total.lines += row.lines;
        total.docs += row.docs;
        total.run += row.run;
        total.passed += row.passed;
    }
    say(&line(&total));
}

fn line(row: &Row) -> String {
    format!(
        "{} {:>8} {:>9} {:>7} {:>8} {:>8}  {}",
        if row.is_good() { "ok  " } else { "FAIL" },
        row.warnings.len(),
        row.run,
        row.passed,
        row.lines,
        row.docs,
        row.spec.display()
    )
}

fn rank(folders: &[PathBuf]) -> io::Result<()> {
    let names: String = descriptions::KINDS
        .iter()
        .map(|(name, _)| format!(" {name:>8}"))
        .collect();
    say(&format!("score{names}  document"));
    for one in descriptions::rank(folders)? {
        let counts: String = one
            .counts
            .iter()
            .map(|count| format!(" {count:>8}"))
            .collect();
        say(&format!("{:>5}{counts}  {}", one.score, one.path.display()));
    }
    Ok(())
}
