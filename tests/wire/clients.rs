//! The clients of `specs/`: APIs that show what a request or an answer of a kind is like.
#![allow(unreachable_pub, reason = "it is written for a library")]

include!(concat!(env!("OUT_DIR"), "/outspoken/mod.rs"));
