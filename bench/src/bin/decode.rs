//! How long reading a body takes, into types as generated code has them and into the same with serde's
//! derive.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin decode
//! ```
//!
//! Figures are medians of `--runs N` pairs, 101 unless given. It fails where ours takes more than 1.1
//! times the time.

use std::process::ExitCode;

use outspoken_bench::{
    arguments::Arguments,
    command::{self, say},
    decode,
};

const MOST: f64 = 1.1;

fn main() -> ExitCode {
    command::main(run)
}

fn run() -> Result<bool, String> {
    let arguments = Arguments::read(&["runs"])?;
    let runs = arguments.number("runs")?.unwrap_or(101).max(1);
    let mut good = true;
    say("body              bytes     ours µs  derive µs   times");
    for subject in decode::subjects() {
        let figures = decode::pair(&subject, runs).map_err(|error| error.to_string())?;
        let [ratio, ours, derived] = figures;
        let fits = ratio <= MOST;
        good &= fits;
        say(&format!(
            "{:14} {:>8} {:>11.1} {:>10.1} {ratio:>7.2}{}",
            subject.name,
            subject.body.len(),
            ours * 1e6,
            derived * 1e6,
            if fits { "" } else { "  FAIL" },
        ));
    }
    Ok(good)
}
