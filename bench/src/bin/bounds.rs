//! Measures what the worst documents take, each in a process of its own.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin bounds
//! ```
//!
//! `--case NAME` runs one of them, `--of N` makes them an Nth of their size.

use std::{
    env,
    io::{self, Read as _},
    process::{Child, Command, ExitCode, Stdio},
    thread,
    time::{Duration, Instant},
};

use outspoken_bench::{
    arguments::Arguments,
    bounds::{self, Case},
    command::{self, say},
    memory,
    trial::{self, Verdict},
};

const STACK: usize = 2 << 20;
const FOR_EVER: Duration = Duration::from_secs(300);
const MOST_TIME: f64 = 10.0;
const MOST_MEMORY: u64 = 1 << 30;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["case", "of", "alone"])?;
    let of = arguments.number("of")?.unwrap_or(1);
    let of = usize::try_from(of).map_err(|error| error.to_string())?;
    let wanted = arguments.all("case");
    let cases: Vec<Case> = bounds::cases()
        .into_iter()
        .filter(|case| wanted.is_empty() || wanted.iter().any(|name| name == case.name))
        .collect();
    if !arguments.all("alone").is_empty() {
        for case in cases {
            alone(case, of)?;
        }
        return Ok(true);
    }
    let mut good = true;
    for case in cases {
        let (line, fits) = measure(case, of).map_err(|error| error.to_string())?;
        good &= fits;
        say(&format!(
            "{} {:40} {line}",
            if fits { "ok  " } else { "FAIL" },
            case.name
        ));
    }
    Ok(good)
}

/// Runs a case in another process, which may end in any way or never.
fn measure(case: Case, of: usize) -> io::Result<(String, bool)> {
    let mut command = Command::new(env::current_exe()?);
    command.args([
        "--case",
        case.name,
        "--of",
        &of.to_string(),
        "--alone",
        "yes",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > FOR_EVER {
            child.kill()?;
            child.wait()?;
            return Ok((
                format!("does not end within {} s", FOR_EVER.as_secs()),
                false,
            ));
        }
        thread::sleep(Duration::from_millis(20));
    }
    result(&mut child)
}

fn result(child: &mut Child) -> io::Result<(String, bool)> {
    let status = child.wait()?;
    let mut out = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_string(&mut out)?;
    }
    let fits = out.starts_with("fits ");
    let told = out
        .split_once(' ')
        .map(|(_, told)| told.trim_end().to_owned());
    Ok(match told {
        Some(told) if status.success() => (told, fits),
        _ => (format!("ended with {status}"), false),
    })
}

/// Runs a case in this process, and tells what it took.
fn alone(case: Case, of: usize) -> Result<(), String> {
    let text = case.document(of);
    let size = text.len();
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let name = format!("document.{}", case.ending);
    let path = folder.path().join(&name);
    std::fs::write(&path, text).map_err(|error| error.to_string())?;
    memory::reset();
    let before = memory::processor();
    let worker = thread::Builder::new().stack_size(STACK);
    let worker = worker.spawn(move || trial::run(&path, &name));
    let trial = worker.map_err(|error| error.to_string())?.join();
    let trial = trial.map_err(|_| "the thread ended in a panic")?;
    let seconds = memory::processor().since(before).whole;
    let peak = memory::peak().unwrap_or_default();
    let fits =
        seconds < MOST_TIME && peak < MOST_MEMORY && !matches!(trial.verdict, Verdict::Failed(_));
    let how = match trial.verdict {
        Verdict::Accepted(lines) => format!("accepted, {lines} lines"),
        Verdict::Refused(count) => format!("refused, {count} diagnostics"),
        Verdict::Failed(why) => why.chars().take(200).collect(),
    };
    let fits = if fits { "fits" } else { "fails" };
    say(&format!(
        "{fits} {size:>9} bytes {seconds:>7.2} s {:>5} MB  {how}",
        peak >> 20
    ));
    Ok(())
}
