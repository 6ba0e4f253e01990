//! What can be said on the command line.

use std::path::PathBuf;

use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use outspoken_codegen::diagnostic::Code;

/// Typed Rust API clients from OpenAPI documents, with an error enum for each operation.
#[derive(Parser)]
#[command(name = "outspoken", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Says what is wrong with a document, without writing anything
    Check(Check),
    /// Explains a code of a message, such as `unresolved-ref`
    Explain {
        /// The code, as it stands in brackets
        #[arg(value_parser = codes(), hide_possible_values = true)]
        code: Code,
    },
}

/// What to check, and how strictly.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// The document, in JSON or YAML
    pub(crate) spec: PathBuf,
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

/// All codes by name, so that a slip of the pen gets a suggestion.
fn codes() -> impl TypedValueParser<Value = Code> {
    let names = Code::ALL.iter().map(|code| code.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Code>())
}
