//! The clients that Outspoken generates from the documents in `specs`: a module for each.

include!(concat!(env!("OUT_DIR"), "/outspoken/mod.rs"));
