//! This generator beside others, on the same documents, in turn.
//!
//! ```sh
//! cargo build --release -p outspoken-cli
//! cargo run --release -p outspoken-bench --bin compare -- --spec api.yaml --spec other.json
//! ```
//!
//! Others are taken from `PATH`, or from where `--peer NAME=PATH` says. Each figure is the median of
//! `--runs N`, 5 unless given, in which the generators take turns. `--folder` keeps what is generated
//! and built; `--check no` leaves `cargo check` out, which takes longest.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    median::median,
    peers::{Kind, Peer},
    process::{self, Took},
};

/// What a generator took for a document, run by run.
#[derive(Default)]
struct Figures {
    generated: Vec<Took>,
    lines: usize,
    /// Seconds of processor time of checking the client alone.
    checked: Vec<f64>,
    fault: Option<String>,
}

/// Where a client is written, and what it is called.
struct Client {
    workspace: PathBuf,
    out: PathBuf,
    name: String,
}

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["spec", "peer", "runs", "folder", "check"])?;
    let runs = arguments.number("runs")?.unwrap_or(5).max(1);
    let check = arguments
        .all("check")
        .last()
        .is_none_or(|word| word != "no");
    let peers = Peer::find(arguments.all("peer"))?;
    if peers.iter().all(|peer| peer.kind != Kind::Outspoken) {
        return Err(
            "no `outspoken`: build it with `cargo build --release -p outspoken-cli`".into(),
        );
    }
    let temporary = tempfile::tempdir().map_err(|error| error.to_string())?;
    let kept = arguments.all("folder").last().map(PathBuf::from);
    let folder = kept.unwrap_or_else(|| temporary.path().to_owned());
    let specs = arguments.all("spec");
    if specs.is_empty() {
        return Err("no document: --spec FILE, any number of times".into());
    }
    say(HEAD);
    let mut good = true;
    for spec in specs {
        let spec = fs::canonicalize(spec).map_err(|error| format!("{spec}: {error}"))?;
        for (peer, figures) in peers
            .iter()
            .zip(compare(&spec, &peers, &folder, runs, check)?)
        {
            say(&line(&spec, peer, &figures));
            good &= figures.fault.is_none() || peer.kind != Kind::Outspoken;
        }
    }
    Ok(good)
}

const HEAD: &str =
    "document             generator         generate s    CPU s  peak MB    lines  check CPU s";

/// Runs all generators on one document, in turn.
fn compare(
    spec: &Path,
    peers: &[Peer],
    folder: &Path,
    runs: u64,
    check: bool,
) -> Result<Vec<Figures>, String> {
    let clients: Result<Vec<Client>, String> = peers
        .iter()
        .map(|peer| prepare(spec, peer, folder))
        .collect();
    let clients = clients?;
    let mut all: Vec<Figures> = peers.iter().map(|_| Figures::default()).collect();
    for _ in 0..runs {
        for ((peer, client), figures) in peers.iter().zip(&clients).zip(&mut all) {
            generate(spec, peer, client, figures);
        }
    }
    if !check {
        return Ok(all);
    }
    // What clients depend on is built before, and is not counted.
    for (client, figures) in clients.iter().zip(&mut all) {
        checked(client, figures);
        figures.checked.clear();
    }
    for _ in 0..runs {
        for (client, figures) in clients.iter().zip(&mut all) {
            checked(client, figures);
        }
    }
    Ok(all)
}

/// Makes room for a client: each is in a workspace of its own, as generators ask for other features.
fn prepare(spec: &Path, peer: &Peer, folder: &Path) -> Result<Client, String> {
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let stem: String = stem.to_ascii_lowercase().chars().map(letter).collect();
    let workspace = folder.join(peer.kind.program());
    let name = format!("client-{stem}");
    let out = workspace.join(&name);
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [\"{name}\"]\n");
    fs::create_dir_all(&out)
        .and_then(|()| fs::write(workspace.join("Cargo.toml"), manifest))
        .map_err(|error| format!("{}: {error}", out.display()))?;
    let workspace = fs::canonicalize(&workspace).map_err(|error| error.to_string())?;
    Ok(Client {
        out: workspace.join(&name),
        workspace,
        name,
    })
}

fn generate(spec: &Path, peer: &Peer, client: &Client, figures: &mut Figures) {
    if figures.fault.is_some() {
        return;
    }
    // Nothing is there already: some look at what there is, and write only what changed.
    let emptied = fs::remove_dir_all(&client.out).and_then(|()| fs::create_dir_all(&client.out));
    let took = emptied
        .map_err(|error| error.to_string())
        .and_then(|()| process::run(&mut peer.generate(spec, &client.out, &client.name)))
        .and_then(|took| {
            let done = peer.complete(&client.out, &client.name);
            done.map(|()| took).map_err(|error| error.to_string())
        });
    match took {
        Ok(took) => {
            figures.generated.push(took);
            figures.lines = lines(&client.out.join("src"));
        }
        Err(fault) => figures.fault = Some(fault),
    }
}

/// Checks the client, and nothing else that is not built yet.
fn checked(client: &Client, figures: &mut Figures) {
    if figures.fault.is_some() {
        return;
    }
    let root = client.out.join("src/lib.rs");
    let touched = fs::read(&root).and_then(|text| fs::write(&root, text));
    let took = touched.map_err(|error| error.to_string()).and_then(|()| {
        process::run(
            Command::new(env!("CARGO"))
                .args(["check", "--quiet", "--package", &client.name])
                .current_dir(&client.workspace)
                .env("CARGO_INCREMENTAL", "0")
                .env("CARGO_TARGET_DIR", client.workspace.join("target")),
        )
    });
    match took {
        Ok(took) => figures.checked.push(took.processor),
        Err(fault) => figures.fault = Some(fault),
    }
}

/// Lines of Rust below a folder.
fn lines(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return lines(&path);
            }
            let is_rust = path.extension().is_some_and(|ending| ending == "rs");
            let text = is_rust.then(|| fs::read_to_string(&path).unwrap_or_default());
            text.map_or(0, |text| text.lines().count())
        })
        .sum()
}

fn line(spec: &Path, peer: &Peer, figures: &Figures) -> String {
    let of = |field: fn(&Took) -> f64| median(figures.generated.iter().map(field));
    let name = spec.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().take(20).collect();
    let mut line = format!("{name:20} {:17}", peer.kind.program());
    if !figures.generated.is_empty() {
        line += &format!(
            " {:>10.2} {:>8.2} {:>8.0} {:>8}",
            of(|took| took.wall),
            of(|took| took.processor),
            of(|took| took.peak) / 1e6,
            figures.lines,
        );
    }
    if !figures.checked.is_empty() {
        line += &format!(" {:>12.2}", median(figures.checked.iter().copied()));
    }
    if let Some(fault) = &figures.fault {
        let why = fault.lines().find(|line| line.contains("error"));
        let why: String = why.unwrap_or(fault).chars().take(160).collect();
        line += &format!("  {why}");
    }
    line
}
