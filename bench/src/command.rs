//! What all commands do.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

/// Runs a command: whether nothing failed, or why it could not run, becomes its status.
pub fn main(run: impl FnOnce() -> Result<bool, String>) -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Prints a line. Nobody may be listening any more.
pub fn say(line: &str) {
    let _ = writeln!(io::stdout().lock(), "{line}");
}
