//! The command line of Outspoken: arguments in, text out.
//!
//! Exit codes: 0 done, 1 a document is at fault or files are stale, 2 wrong usage, or what was to be
//! written cannot be.

mod args;
mod check;
mod config;
mod errors;
mod explain;
mod generate;
mod out;
mod overlay;
mod settings;
mod terminal;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser;
use mimalloc::MiMalloc;

/// A run takes and frees a great many small things: this one makes that a third quicker.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How a command ended.
#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    /// It did what it was asked to.
    Done,
    /// A document is at fault, or files are not as they should be.
    Fault,
    /// It was called in a wrong way, or what it writes could not be written.
    Usage,
}

fn main() -> ExitCode {
    let done = match Args::try_parse().map(|arguments| arguments.command) {
        Ok(Command::Check(arguments)) => check::check(&arguments),
        Ok(Command::Config(arguments)) => config::config(&arguments),
        Ok(Command::Errors(arguments)) => errors::errors(&arguments),
        Ok(Command::Overlay(arguments)) => overlay::overlay(&arguments),
        Ok(Command::Explain { code }) => explain::explain(code),
        Ok(Command::Generate(arguments)) => generate::generate_package(&arguments),
        // Help is asked for, and all else is told on the other stream.
        Err(told) => told.print().map(|()| match told.exit_code() {
            0 => Outcome::Done,
            _ => Outcome::Usage,
        }),
    };
    let outcome = done.unwrap_or_else(|error| match error.kind() {
        // Whoever reads the output has had enough of it.
        std::io::ErrorKind::BrokenPipe => Outcome::Done,
        _ => {
            out::say(&format!("error: cannot write the output: {error}\n"));
            Outcome::Usage
        }
    });
    ExitCode::from(match outcome {
        Outcome::Done => 0,
        Outcome::Fault => 1,
        Outcome::Usage => 2,
    })
}
