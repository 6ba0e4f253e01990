//! What can be said on the command line.

use std::path::PathBuf;

use clap::{
    Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use outspoken_codegen::{FormatChoice, Pattern, diagnostic::Code};

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
    /// Writes a crate with a client of the API that a document describes
    Generate(Generate),
    /// Says what is wrong with a document, without writing a crate
    Check(Check),
    /// Shows what can go wrong in each operation of a document
    ///
    /// The table is as wide as the terminal, and 80 columns wide where there is none.
    Errors(Errors),
    /// Prints the settings in force, and where each comes from
    ///
    /// What it prints is a file of settings.
    Config(ShowConfig),
    /// Prints a document as its overlays make it, in JSON
    Overlay(ShowOverlaid),
    /// Explains a code of a message, such as `unresolved-ref`
    Explain {
        /// The code, as it stands in brackets
        #[arg(value_parser = codes(), hide_possible_values = true)]
        code: Code,
    },
}

/// What to generate, and where to.
#[derive(clap::Args)]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) document: Document,
    /// The folder of the crate
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// The name of the crate; else `name` of the settings, or that of the document's file
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Where the runtime is, if not in the registry
    #[arg(long, value_name = "FOLDER")]
    pub(crate) runtime_path: Option<PathBuf>,
    /// Write no crate, name the files that are not up to date, and exit with 1 if there are any
    #[arg(long, conflicts_with = "force")]
    pub(crate) check: bool,
    /// Overwrite files that were edited since they were written
    #[arg(long)]
    pub(crate) force: bool,
    /// Write a test for each example of the document, and compare examples with their schemas
    #[arg(long)]
    pub(crate) with_tests: bool,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) types: Types,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

/// What to check, and how strictly.
#[derive(clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) document: Document,
    /// Compare examples with their schemas, too
    #[arg(long)]
    pub(crate) examples: bool,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) types: Types,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

/// Which settings to show, and how.
#[derive(clap::Args)]
pub(crate) struct ShowConfig {
    /// The document that they are for; else those for all documents are shown
    pub(crate) spec: Option<PathBuf>,
    /// Print JSON for programs
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) settings: Settings,
    #[command(flatten)]
    pub(crate) types: Types,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

/// Which document to show as its overlays make it.
#[derive(clap::Args)]
pub(crate) struct ShowOverlaid {
    #[command(flatten)]
    pub(crate) document: Document,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

/// What to read.
#[derive(clap::Args)]
pub(crate) struct Document {
    /// The document, in JSON or YAML
    pub(crate) spec: PathBuf,
    #[command(flatten)]
    pub(crate) settings: Settings,
}

/// What holds for the document.
#[derive(clap::Args)]
pub(crate) struct Settings {
    /// The file of settings (its keys: docs/config.md); `outspoken.toml` here, where it is there
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Change the document by this overlay before it is read; may be repeated
    #[arg(long, value_name = "FILE")]
    pub(crate) overlay: Vec<PathBuf>,
    /// Let a `$ref` find files in this folder, too: else only in that of the document
    #[arg(long, value_name = "FOLDER")]
    pub(crate) allow_ref_dir: Vec<PathBuf>,
    /// Take request bodies for required where the document does not say whether they are
    #[arg(long)]
    pub(crate) require_bodies: bool,
    /// Keep types of component schemas to which no operation leads, and nothing that a webhook or
    /// callback sends
    #[arg(long)]
    pub(crate) unused_types: bool,
    /// Take only operations like this: `tag:NAME`, `id:NAME`, `/path/**`, `GET /path/*` or
    /// `webhook:NAME`; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(crate) include: Vec<Pattern>,
    /// Leave out operations like this, in the same words; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub(crate) exclude: Vec<Pattern>,
}

/// Whose errors to show, and how.
#[derive(clap::Args)]
pub(crate) struct Errors {
    #[command(flatten)]
    pub(crate) document: Document,
    /// Operations to show, by `operationId`, by the client's method, or as in `GET /pets/{id}`; all where
    /// there are none
    #[arg(value_name = "OPERATION")]
    pub(crate) operations: Vec<String>,
    /// Print JSON for programs instead of a table (its keys: docs/report.md)
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) types: Types,
    #[command(flatten)]
    pub(crate) messages: Messages,
}

/// What to tell programs of a run.
#[derive(clap::Args)]
pub(crate) struct Report {
    /// Write what there is to tell of the run as JSON (its keys: docs/report.md); `-` prints it
    #[arg(long = "report", value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// Which types there are.
#[derive(clap::Args, Default)]
pub(crate) struct Types {
    /// Let a type stand for a format of text, as in `date-time=chrono`; may be repeated
    #[arg(long = "format-type", value_name = "FORMAT=TYPE")]
    pub(crate) format_types: Vec<FormatChoice>,
}

/// How strict messages are, and how they look.
#[derive(clap::Args)]
pub(crate) struct Messages {
    /// Treat warnings as errors
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// How messages are written: for people, or one JSON object a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// How messages are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// All codes by name, so that a slip of the pen gets a suggestion.
fn codes() -> impl TypedValueParser<Value = Code> {
    let names = Code::ALL.iter().map(|code| code.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Code>())
}
