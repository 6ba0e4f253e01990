//! The same types twice, as generated code has them and with serde's derive, and bodies to read.

mod derived;
mod types;

use std::hint::black_box;
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::median::median;

/// Types as generated code has them.
#[allow(missing_docs, reason = "they are tables of names")]
pub mod ours {
    use outspoken::__private::{object, string_enum};

    super::types::types!(object, string_enum);
}

/// The same tables, with serde's derive.
#[allow(missing_docs, reason = "they are tables of names")]
pub mod derive {
    use super::derived::{derived_enum as string_enum, derived_object as object};

    super::types::types!(object, string_enum);
}

/// A body, and what it takes to read it both ways.
#[derive(Debug)]
pub struct Subject {
    /// What is in it.
    pub name: &'static str,
    /// The body.
    pub body: Vec<u8>,
    /// Seconds of reading it so many times, into the types of generated code.
    pub ours: fn(&[u8], u32) -> Result<f64, serde_json::Error>,
    /// And into those with the derive.
    pub derived: fn(&[u8], u32) -> Result<f64, serde_json::Error>,
}

/// A list of large objects, a single one, and a page of small ones.
#[must_use]
pub fn subjects() -> Vec<Subject> {
    let issue: Value = serde_json::from_str(include_str!("issue.json")).unwrap_or_default();
    let account: Value = serde_json::from_str(include_str!("account.json")).unwrap_or_default();
    let bytes = |value: &Value| value.to_string().into_bytes();
    let many = |value: &Value, count| bytes(&Value::Array(vec![value.clone(); count]));
    vec![
        Subject {
            name: "30 issues",
            body: many(&issue, 30),
            ours: time::<Vec<ours::Issue>>,
            derived: time::<Vec<derive::Issue>>,
        },
        Subject {
            name: "an issue",
            body: bytes(&issue),
            ours: time::<ours::Issue>,
            derived: time::<derive::Issue>,
        },
        Subject {
            name: "100 accounts",
            body: many(&account, 100),
            ours: time::<Vec<ours::Account>>,
            derived: time::<Vec<derive::Account>>,
        },
    ]
}

fn time<T: DeserializeOwned>(body: &[u8], times: u32) -> Result<f64, serde_json::Error> {
    let start = Instant::now();
    for _ in 0..times {
        black_box(serde_json::from_slice::<T>(black_box(body))?);
    }
    Ok(start.elapsed().as_secs_f64())
}

/// How many times the time of the derive ours takes, and seconds of both for one body: medians of
/// pairs, so that what slows the machine slows both.
///
/// # Errors
/// When the body cannot be read.
pub fn pair(subject: &Subject, runs: u64) -> Result<[f64; 3], serde_json::Error> {
    const TARGET: f64 = 0.02;
    let once = (subject.derived)(&subject.body, 3)? / 3.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is clamped"
    )]
    let times = (TARGET / once.max(1e-9)).clamp(1.0, 1e6) as u32;
    let mut pairs = Vec::new();
    for run in 0..runs {
        // Which one goes first makes a difference, too.
        let pair = if run % 2 == 0 {
            let ours = (subject.ours)(&subject.body, times)?;
            (ours, (subject.derived)(&subject.body, times)?)
        } else {
            let derived = (subject.derived)(&subject.body, times)?;
            ((subject.ours)(&subject.body, times)?, derived)
        };
        pairs.push(pair);
    }
    let ratio = median(pairs.iter().map(|(ours, derived)| ours / derived));
    let each = f64::from(times);
    let ours = median(pairs.iter().map(|(ours, _)| ours / each));
    let derived = median(pairs.iter().map(|(_, derived)| derived / each));
    Ok([ratio, ours, derived])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_read_the_same() {
        for (body, full) in [
            (include_str!("issue.json"), true),
            (include_str!("account.json"), false),
        ] {
            let value: Value = serde_json::from_str(body).unwrap();
            let (ours, derived) = if full {
                let ours: ours::Issue = serde_json::from_str(body).unwrap();
                let derived: derive::Issue = serde_json::from_str(body).unwrap();
                (serde_json::to_value(ours), serde_json::to_value(derived))
            } else {
                let ours: ours::Account = serde_json::from_str(body).unwrap();
                let derived: derive::Account = serde_json::from_str(body).unwrap();
                (serde_json::to_value(ours), serde_json::to_value(derived))
            };
            let ours = ours.unwrap();
            assert_eq!(ours, derived.unwrap());
            // Nothing but `null` is left out.
            assert_eq!(ours["id"], value["id"]);
            assert_eq!(ours["login"], value["login"]);
        }
    }
}
