//! The tour: three APIs played by a server on this machine, called through the generated clients.
//!
//! `cargo run --example tour` needs no network and no key. It prints one table of what the server
//! sent and what the caller got, and exits with 1 where a row did not come out as it must.
//! With `--live` it calls the real hosts instead, and asks before each call.

mod arguments;
mod capillary;
mod check;
mod live;
mod nexvio;
mod outcome;
mod scenario;
mod server;
mod table;
mod text;
mod visit;
mod wasend;

use std::{
    error::Error,
    io::{self, ErrorKind, IsTerminal, Write},
    process::ExitCode,
};

use arguments::Wish;
use server::Server;
use table::Look;
use visit::Visit;

type Failure = Box<dyn Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let done = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Wish::Tour) => tour().await,
        Ok(Wish::Live) => go_live().await,
        Ok(Wish::Help) => print(&arguments::help()).map(|()| ExitCode::SUCCESS),
        Err(fault) => complain(&format!("{fault}\n\n{}", arguments::USAGE), 2),
    };
    done.unwrap_or_else(|failure| complain(&failure.to_string(), 1).unwrap_or(ExitCode::FAILURE))
}

async fn tour() -> Result<ExitCode, Failure> {
    let visits = visit_all(&Server::start().await?).await?;
    let look = Look::of_terminal(io::stdout().is_terminal(), |name| std::env::var(name).ok());
    print(&table::render(&visits, look))?;
    let faults = visit::faults(&visits);
    if faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    complain(&faults.join("\n"), 1)
}

async fn visit_all(server: &Server) -> Result<Vec<Visit>, Failure> {
    let mut visits = nexvio::visit(server).await?;
    visits.extend(capillary::visit(server).await?);
    visits.extend(wasend::visit(server).await?);
    Ok(visits)
}

async fn go_live() -> Result<ExitCode, Failure> {
    if !io::stdin().is_terminal() {
        let why = "`--live` asks before it deletes anything, and standard input is no terminal";
        return complain(why, 2);
    }
    let get = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let ended = live::run(
        &live::APIS,
        get,
        &mut io::stdin().lock(),
        &mut io::stderr(),
        &mut io::stdout(),
    )
    .await?;
    Ok(ended.exit_code())
}

/// Whoever reads the output may stop reading (`| head -1`): that is no failure of the tour.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn complain(text: &str, code: u8) -> Result<ExitCode, Failure> {
    writeln!(io::stderr(), "tour: {text}")?;
    Ok(ExitCode::from(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_row_comes_out_as_it_must() {
        let server = Server::start().await.unwrap();
        let visits = visit_all(&server).await.unwrap();
        assert_eq!(visit::faults(&visits), Vec::<String>::new());
    }
}
