//! The real hosts: one deletion an API, each asked about before it is sent.

mod ask;
mod capillary;
mod deletion;
mod nexvio;
mod settings;
mod wasend;

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

use crate::{outcome::Outcome, text::one_line};
use deletion::Deletion;
pub(crate) use settings::Api;
use settings::Setup;

/// The APIs that can be called.
pub(crate) static APIS: [Api; 3] = [nexvio::API, capillary::API, wasend::API];

/// How it ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// Whatever was sent succeeded.
    Well,
    /// Something that was sent, or was to be sent, failed.
    Badly,
    /// No API has all of its variables.
    WithoutVariables,
}

impl Ended {
    /// What the process exits with.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Well => ExitCode::SUCCESS,
            Self::Badly => ExitCode::FAILURE,
            Self::WithoutVariables => ExitCode::from(2),
        }
    }
}

/// Goes through the APIs whose variables are set. The conversation is on `terminal`, so that
/// `output` can go to a file.
pub(crate) async fn run(
    apis: &[Api],
    get: impl Fn(&str) -> Option<String>,
    input: &mut impl BufRead,
    terminal: &mut impl Write,
    output: &mut impl Write,
) -> io::Result<Ended> {
    let mut ended = Ended::WithoutVariables;
    for api in apis {
        let deletion = match api.set_up(&get) {
            Setup::Ready(deletion) => deletion,
            Setup::Lacks(names) => {
                writeln!(terminal, "{}: skipped, set {}", api.name, names.join(", "))?;
                continue;
            }
            Setup::Faulty(fault) => {
                writeln!(terminal, "{}: {fault}", api.name)?;
                ended = Ended::Badly;
                continue;
            }
        };
        let went_well = offer(api.name, &deletion, input, terminal, output).await?;
        ended = match ended {
            Ended::WithoutVariables if went_well => Ended::Well,
            Ended::Well if went_well => Ended::Well,
            _ => Ended::Badly,
        };
    }
    Ok(ended)
}

/// Says what would be sent, asks, and sends it on a yes. Gives whether nothing failed.
async fn offer(
    name: &str,
    deletion: &Deletion,
    input: &mut impl BufRead,
    terminal: &mut impl Write,
    output: &mut impl Write,
) -> io::Result<bool> {
    let request = match deletion.rehearse().await {
        Ok(request) => request,
        Err(outcome) => {
            report(name, &outcome, output)?;
            return Ok(false);
        }
    };
    let what = &deletion.what;
    let question = format!("\n{name}: this deletes {what}, for good:\n  {request}\n");
    if !ask::agreed(&question, input, terminal)? {
        writeln!(terminal, "{name}: skipped, nothing was sent")?;
        return Ok(true);
    }
    let outcome = deletion.send().await;
    report(name, &outcome, output)?;
    Ok(outcome.is_ok())
}

fn report(name: &str, outcome: &Outcome, output: &mut impl Write) -> io::Result<()> {
    let status = outcome.status.map(|status| format!("{status} "));
    write!(output, "{name}: {}", status.unwrap_or_default())?;
    match &outcome.says {
        Some(says) => writeln!(output, "{}: {}", outcome.got, one_line(says)),
        None => writeln!(output, "{}", outcome.got),
    }
}

#[cfg(test)]
mod tests;
