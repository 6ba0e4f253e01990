//! Collections as the generator needs them, so that the compiler has little to write for each type that is
//! in them: all users compile the generator.

pub(crate) mod order;
mod table;

pub(crate) use table::Table;
