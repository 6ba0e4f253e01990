//! The command line of Outspoken: arguments in, text out.
//!
//! Exit codes: 0 done, 1 a document is at fault, 2 wrong usage.

mod args;
mod check;
mod explain;
mod out;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;

/// A document is at fault.
const FAULT: u8 = 1;
/// The command was called in a wrong way, or its output could not be written.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Check(arguments) => check::check(&arguments),
        Command::Explain { code } => explain::explain(code),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FAULT),
        // Whoever reads the output has had enough of it.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            out::say(&format!("error: cannot write the output: {error}\n"));
            ExitCode::from(USAGE)
        }
    }
}
