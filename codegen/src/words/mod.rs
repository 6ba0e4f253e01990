//! How an answer becomes an error, in words: tables and documentation say it alike.

pub(crate) mod condition;
mod row;
pub(crate) mod rust;
mod status;

pub(crate) use row::{Row, Source, Statuses, rows};
pub(crate) use status::{status, statuses};
