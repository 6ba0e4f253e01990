//! How time, memory and lines grow with the document, each document in a process of its own.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin scale
//! ```
//!
//! `--operations N`, any number of times, names other sizes than 100, 1000 and 10,000; `--runs N` takes
//! the median of that many, 3 unless given, in which sizes take turns. Before each run that counts is
//! one that does not. It fails where ten times the
//! document takes more than twelve times the time, or more than 25 times its bytes of memory.

use std::{
    env, fs,
    process::{Command, ExitCode},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    median::median,
    memory, synthetic,
};
use outspoken_codegen::{
    Config, generate,
    render::{self, Style},
};

/// Most times the time for ten times the document.
const MOST_GROWTH: f64 = 12.0;
/// Most bytes of memory for a byte of the document, where it is large enough to tell: a process that
/// does nothing takes some, too.
const MOST_MEMORY: f64 = 25.0;
const LARGE: f64 = 2e6;

/// What a document took.
#[derive(Clone, Copy)]
struct Row {
    operations: f64,
    bytes: f64,
    seconds: f64,
    /// Seconds of those that the kernel took.
    kernel: f64,
    peak: f64,
    lines: f64,
}

/// That of the command line, whose figures these are to be.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["operations", "runs", "alone"])?;
    let sizes = arguments.numbers("operations")?;
    if let Some(alone_of) = arguments.number("alone")? {
        return alone(alone_of).map(|()| true);
    }
    let sizes = if sizes.is_empty() {
        vec![100, 1_000, 10_000]
    } else {
        sizes
    };
    let runs = arguments.number("runs")?.unwrap_or(3);
    say(
        "operations      bytes    CPU s  in kernel  s before=1    peak MB  of bytes      lines  lines/op",
    );
    let mut rounds: Vec<Vec<Row>> = Vec::new();
    for _ in 0..runs.max(1) {
        rounds.push(
            sizes
                .iter()
                .map(|size| measure(*size).and_then(|_warm| measure(*size)))
                .collect::<Result<_, _>>()?,
        );
    }
    let mut good = true;
    for at in 0..sizes.len() {
        let of = |at: usize| {
            rounds
                .iter()
                .filter_map(move |round| round.get(at).copied())
        };
        let rows: Vec<Row> = of(at).collect();
        let before: Vec<Row> = at
            .checked_sub(1)
            .map_or_else(Vec::new, |at| of(at).collect());
        let (line, fits) = compare(&rows, &before);
        say(&line);
        good &= fits;
    }
    Ok(good)
}

/// Compares the runs of a size with those of the one before, each with its neighbour in time.
fn compare(rows: &[Row], before: &[Row]) -> (String, bool) {
    let row = middle(rows);
    let memory = row.peak / row.bytes;
    let pairs = rows.iter().zip(before);
    let grown = (!before.is_empty()).then(|| {
        let time = median(pairs.map(|(row, before)| row.seconds / before.seconds));
        let bytes = row.bytes / middle(before).bytes;
        // By how much more than its bytes the time grew, told for ten times the bytes.
        (time, time / bytes * 10.0)
    });
    let fits = grown.is_none_or(|(_, of_ten)| of_ten <= MOST_GROWTH)
        && (row.bytes < LARGE || memory <= MOST_MEMORY);
    let times = grown.map_or_else(|| "-".to_owned(), |(time, _)| format!("{time:.1}"));
    let line = format!(
        "{:>10} {:>10} {:>8.2} {:>10.2} {times:>11} {:>10.1} {memory:>9.1} {:>10} {:>9.1}{}",
        row.operations,
        row.bytes,
        row.seconds,
        row.kernel,
        row.peak / 1e6,
        row.lines,
        row.lines / row.operations,
        if fits { "" } else { "  FAIL" },
    );
    (line, fits)
}

fn middle(rows: &[Row]) -> Row {
    let of = |field: fn(&Row) -> f64| median(rows.iter().map(field));
    Row {
        operations: of(|row| row.operations),
        bytes: of(|row| row.bytes),
        seconds: of(|row| row.seconds),
        kernel: of(|row| row.kernel),
        peak: of(|row| row.peak),
        lines: of(|row| row.lines),
    }
}

/// Runs a size in another process, whose peak is its own.
fn measure(operations: u64) -> Result<Row, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(program)
        .args(["--alone", &operations.to_string()])
        .output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let [operations, bytes, seconds, kernel, peak, lines] = *numbers.as_slice() else {
        return Err(format!("{operations} operations: {}", said.trim()));
    };
    Ok(Row {
        operations,
        bytes,
        seconds,
        kernel,
        peak,
        lines,
    })
}

/// Generates a client in this process, and tells what it took.
fn alone(operations: u64) -> Result<(), String> {
    let operations = usize::try_from(operations).map_err(|error| error.to_string())?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let path = folder.path().join("things.yaml");
    let text = synthetic::document(operations);
    let bytes = text.len();
    fs::write(&path, text).map_err(|error| error.to_string())?;
    memory::reset();
    let before = memory::processor();
    let generated = generate(&path, "things.yaml", &Config::new("things"));
    let memory::Processor { whole, kernel } = memory::processor().since(before);
    if generated.diagnostics.has_errors() {
        let said = render::text(
            &generated.diagnostics,
            &generated.sources,
            &Style::default(),
        );
        return Err(said.lines().next().unwrap_or_default().to_owned());
    }
    let lines: usize = generated
        .files
        .iter()
        .map(|(_, text)| text.lines().count())
        .sum();
    let peak = memory::peak().unwrap_or_default();
    say(&format!(
        "{operations} {bytes} {whole} {kernel} {peak} {lines}"
    ));
    Ok(())
}
