//! How long a build script's dependencies take to build from nothing: this generator's, and
//! progenitor's.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin cold
//! ```
//!
//! Seconds of processor time of `cargo build` with an empty target folder, the median of `--runs N`, 3
//! unless given, in turn. What has to be downloaded is downloaded before. It fails where this generator
//! takes more than half of what progenitor takes. `--only outspoken` leaves progenitor out.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    median::median,
    process, seeds,
};

const PROGENITOR: &str = "0.15";

/// A package whose build script brings a generator in.
struct Subject {
    name: &'static str,
    folder: PathBuf,
    seconds: Vec<f64>,
}

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["runs", "only"])?;
    let runs = arguments.number("runs")?.unwrap_or(3).max(1);
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let ours = seeds::root().join("codegen");
    let ours = format!(
        "outspoken-codegen = {{ path = {:?} }}",
        ours.display().to_string()
    );
    let theirs = format!("progenitor = \"{PROGENITOR}\"");
    let all = [("outspoken", ours), ("progenitor", theirs)];
    let only = arguments.all("only");
    let mut subjects = Vec::new();
    for (name, needs) in all {
        if only.is_empty() || only.iter().any(|one| one == name) {
            subjects.push(write(folder.path(), name, &needs)?);
        }
    }
    for _ in 0..runs {
        for subject in &mut subjects {
            let target = subject.folder.join("target");
            let _ = fs::remove_dir_all(&target);
            let mut build = cargo(&subject.folder, "build");
            let took = process::run(build.arg("--offline").env("CARGO_TARGET_DIR", &target))?;
            subject.seconds.push(took.processor);
        }
    }
    let figures: Vec<f64> = subjects
        .iter()
        .map(|subject| median(subject.seconds.iter().copied()))
        .collect();
    for (subject, figure) in subjects.iter().zip(&figures) {
        say(&format!(
            "{:12} {figure:>7.1} CPU s  of {:.1?}",
            subject.name, subject.seconds
        ));
    }
    let [ours, theirs] = *figures.as_slice() else {
        return Ok(true);
    };
    let fits = ours * 2.0 <= theirs;
    let verdict = if fits { "ok" } else { "FAIL" };
    say(&format!(
        "{verdict}: {:.2} of progenitor's, at most 0.5",
        ours / theirs
    ));
    Ok(fits)
}

/// Writes a package, and downloads what it needs.
fn write(folder: &Path, name: &'static str, needs: &str) -> Result<Subject, String> {
    let folder = folder.join(name);
    let manifest = format!(
        "[package]\nname = \"cold-{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [build-dependencies]\n{needs}\n\n[workspace]\n"
    );
    fs::create_dir_all(folder.join("src"))
        .and_then(|()| fs::write(folder.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(folder.join("src/lib.rs"), ""))
        .and_then(|()| fs::write(folder.join("build.rs"), "fn main() {}\n"))
        .map_err(|error| error.to_string())?;
    process::run(&mut cargo(&folder, "fetch"))?;
    Ok(Subject {
        name,
        folder,
        seconds: Vec::new(),
    })
}

fn cargo(folder: &Path, what: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args([what, "--quiet"])
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0");
    command
}
