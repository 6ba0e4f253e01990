//! Runs mutated documents through the whole pipeline, and counts what must not happen.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin mutate -- --seed 1 --count 100000
//! ```
//!
//! `--from N` starts at another number, `--corpus FOLDER` adds documents to start from (it may stand
//! more than once), `--out FOLDER` says where the first documents that fail are left.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    memory,
    mutation::Mutator,
    seeds,
    trial::{self, Trial, Verdict},
};

/// The stack of a thread that nobody thought about.
const STACK: usize = 2 << 20;
const MOST_TIME: Duration = Duration::from_secs(5);
/// After this long a document hangs.
const FOR_EVER: Duration = Duration::from_secs(60);
const MOST_MEMORY: u64 = 1 << 30;
const MOST_KEPT: usize = 100;

struct Settings {
    seed: u64,
    numbers: std::ops::Range<u64>,
    out: PathBuf,
}

/// What a worker found, and the number of the document.
struct Found {
    number: u64,
    trial: Trial,
    /// The most memory that it took, in bytes.
    peak: u64,
}

#[derive(Default)]
struct Tally {
    accepted: usize,
    refused: usize,
    failed: usize,
    lines: usize,
    slowest: (Duration, u64),
    largest: (u64, u64),
}

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["seed", "count", "from", "corpus", "out"])?;
    let from = arguments.number("from")?.unwrap_or_default();
    let count = arguments.number("count")?.unwrap_or(100_000);
    let out = arguments.all("out").last().map(PathBuf::from);
    let settings = Settings {
        seed: arguments.number("seed")?.unwrap_or(1),
        numbers: from..from.saturating_add(count),
        out: out.unwrap_or_else(|| seeds::root().join("target/mutate")),
    };
    let corpus: Vec<_> = arguments.all("corpus").iter().map(PathBuf::from).collect();
    let mutator = Mutator::new(&corpus)?;
    say(&format!(
        "seed {}, documents {} to {}, made from {} documents",
        settings.seed,
        settings.numbers.start,
        settings.numbers.end,
        mutator.good.len() + mutator.others.len()
    ));
    fs::create_dir_all(&settings.out).map_err(|error| error.to_string())?;
    // Panics are counted, not told.
    std::panic::set_hook(Box::new(|_| {}));
    let start = Instant::now();
    let tally = work(&settings, &mutator)?;
    report(&settings, &tally, start.elapsed());
    Ok(tally.failed == 0)
}

fn work(settings: &Settings, mutator: &Mutator) -> Result<Tally, String> {
    let (sender, receiver) = mpsc::channel();
    let (seed, numbers) = (settings.seed, settings.numbers.clone());
    let (out, worker) = (settings.out.clone(), mutator.clone());
    let spawned = thread::Builder::new().stack_size(STACK).spawn(move || {
        for number in numbers {
            if sender.send(one(&out, &worker, seed, number)).is_err() {
                return;
            }
        }
    });
    spawned.map_err(|error| error.to_string())?;
    let mut tally = Tally::default();
    for number in settings.numbers.clone() {
        match receiver.recv_timeout(FOR_EVER) {
            Ok(found) => note(
                settings,
                mutator,
                &mut tally,
                found.map_err(|e| e.to_string())?,
            )?,
            Err(_) => {
                tally.failed += 1;
                say(&format!("document {number} does not end"));
                break;
            }
        }
    }
    Ok(tally)
}

/// The document is left in its file: where a stack overflows, that is all there is to see.
fn one(out: &Path, mutator: &Mutator, seed: u64, number: u64) -> io::Result<Found> {
    let document = mutator.document(seed, number);
    memory::reset();
    let mut trial = trial::run_bytes(out, &document.name, &document.bytes)?;
    let peak = memory::peak().unwrap_or_default();
    if trial.elapsed > MOST_TIME {
        trial.verdict = Verdict::Failed(format!("took {:.1} s", trial.elapsed.as_secs_f64()));
    } else if peak > MOST_MEMORY {
        trial.verdict = Verdict::Failed(format!("took {} MB", peak >> 20));
    }
    Ok(Found {
        number,
        trial,
        peak,
    })
}

fn note(
    settings: &Settings,
    mutator: &Mutator,
    tally: &mut Tally,
    found: Found,
) -> Result<(), String> {
    let Found {
        number,
        trial,
        peak,
    } = found;
    tally.slowest = tally.slowest.max((trial.elapsed, number));
    tally.largest = tally.largest.max((peak, number));
    let done = number - settings.numbers.start;
    if done > 0 && done.is_multiple_of(10_000) {
        say(&format!("{done} done, {} failed", tally.failed));
    }
    match trial.verdict {
        Verdict::Accepted(lines) => {
            tally.accepted += 1;
            tally.lines += lines;
        }
        Verdict::Refused(_) => tally.refused += 1,
        Verdict::Failed(why) => {
            tally.failed += 1;
            if tally.failed <= MOST_KEPT {
                let document = mutator.document(settings.seed, number);
                let path = settings.out.join(format!("{number}-{}", document.name));
                fs::write(&path, document.bytes).map_err(|error| error.to_string())?;
                say(&format!("document {number}: {why}: {}", path.display()));
            }
        }
    }
    Ok(())
}

fn report(settings: &Settings, tally: &Tally, elapsed: Duration) {
    let Tally {
        accepted,
        refused,
        failed,
        lines,
        slowest,
        largest,
    } = tally;
    say(&format!(
        "seed {}: {} documents in {:.0} s: {accepted} accepted ({lines} lines of Rust), {refused} \
         refused, {failed} failed; slowest {:.2} s (document {}); most memory {} MB (document {})",
        settings.seed,
        accepted + refused + failed,
        elapsed.as_secs_f64(),
        slowest.0.as_secs_f64(),
        slowest.1,
        largest.0 >> 20,
        largest.1,
    ));
}
