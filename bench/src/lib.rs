//! Long measurements, each a command of its own:
//!
//! - `mutate` runs documents that nobody wrote through the whole pipeline;
//! - `bounds` measures documents that are as large, as deep and as entangled as they may be;
//! - `example` tests the clients of real documents by the examples in them;
//! - `doc` documents the clients of real documents, and runs what would be examples in them.
//!
//! - `compare` runs this generator beside others, on the same documents;
//! - `scale` tells how time, memory and lines grow with the document;
//! - `instructions` counts, and compares the count with the one that is kept;
//! - `decode` reads bodies into generated types, and into the same with serde's derive;
//! - `cold` builds what a build script needs from nothing.
//!
//! `docs/benchmarks.md` has their commands and figures.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin mutate -- --seed 1 --count 100000
//! cargo run --release -p outspoken-bench --bin bounds
//! cargo run --release -p outspoken-bench --bin example -- --spec api.yaml
//! cargo run --release -p outspoken-bench --bin doc -- --spec api.yaml
//! ```

pub mod arguments;
pub mod bounds;
pub mod command;
pub mod decode;
pub mod descriptions;
pub mod documented;
pub mod errors;
pub mod examples;
pub mod hostile;
pub mod median;
pub mod memory;
pub mod mutation;
pub mod peers;
pub mod process;
pub mod random;
pub mod seeds;
pub mod synthetic;
pub mod trial;
pub mod workspace;
