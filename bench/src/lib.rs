//! Long measurements, each a command of its own:
//!
//! - `mutate` runs documents that nobody wrote through the whole pipeline;
//! - `bounds` measures documents that are as large, as deep and as entangled as they may be.
//!
//! ```sh
//! cargo run --release -p outspoken-bench --bin mutate -- --seed 1 --count 100000
//! cargo run --release -p outspoken-bench --bin bounds
//! ```

pub mod arguments;
pub mod bounds;
pub mod hostile;
pub mod memory;
pub mod mutation;
pub mod random;
pub mod seeds;
pub mod trial;
