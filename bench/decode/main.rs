//! Reads bodies into the types of clients and into the same types with serde's derive, in turn, and
//! prints what each took. The argument is how often.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Reads a body so many times.
type Read = fn(&[u8], u32) -> serde_json::Result<Duration>;

/// An example, the line of the data that it is in, and what reads it.
struct Row {
    name: &'static str,
    line: usize,
    read: Option<Read>,
}

macro_rules! rows {
    ($data:literal, $(
        $(#[$attribute:meta])*
        $name:ident: $kind:ident($($of:tt)*) = $line:literal,
    )*) => {
        pub(crate) const DATA: &str = include_str!($data);
        pub(crate) const ROWS: &[crate::Row] = &[$(crate::Row {
            name: stringify!($name),
            line: $line,
            read: crate::row!($kind($($of)*)),
        },)*];
    };
}

// Only answers that have a type are read here.
macro_rules! row {
    (output($operation:ty, $status:literal, $type:literal $(or $error:ident)? $(,)?)) => {
        Some(time::<<$operation as Operation>::Output>)
    };
    (variant($operation:ty, $status:literal, $type:literal $(or $error:ident)?, $variant:path $(,)?)) => {
        Some(|body, times| time_held($variant, body, times))
    };
    (error($operation:ty, $status:literal, $type:literal, $variant:path $(, $others:path)* $(,)?)) => {
        Some(|body, times| time_payload($variant, body, times))
    };
    ($kind:ident($($of:tt)*)) => {
        None
    };
}

pub(crate) use {row, rows};

macro_rules! reader {
    ($reads:path, $read:expr) => {
        pub(crate) fn time<T: $reads>(body: &[u8], times: u32) -> serde_json::Result<Duration> {
            let start = Instant::now();
            for _ in 0..times {
                let value: T = $read(black_box(body))?;
                black_box(value);
            }
            Ok(start.elapsed())
        }

        pub(crate) fn time_held<T: $reads, O>(
            _: fn(T) -> O,
            body: &[u8],
            times: u32,
        ) -> serde_json::Result<Duration> {
            time::<T>(body, times)
        }

        pub(crate) fn time_payload<T: $reads, E>(
            _: fn(Payload<T>) -> E,
            body: &[u8],
            times: u32,
        ) -> serde_json::Result<Duration> {
            time::<T>(body, times)
        }
    };
}

mod ours {
    use super::*;
    pub(crate) use {super::rows as examples, outspoken::Operation};
    use outspoken::{__private::Wire, Payload};

    fn read<T: Wire>(body: &[u8]) -> serde_json::Result<T> {
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let value = T::read(&mut deserializer)?;
        deserializer.end()?;
        Ok(value)
    }

    reader!(Wire, read);
}

mod derived {
    use super::*;
    pub(crate) use {super::rows as examples, derives::Operation};
    use derives::Payload;

    reader!(serde::de::DeserializeOwned, serde_json::from_slice);
}

/// What the example in a line of the data is, as it is written there.
fn body(data: &str, line: usize) -> Option<Vec<u8>> {
    #[derive(serde::Deserialize)]
    struct Line<'d> {
        #[serde(borrow)]
        value: Option<&'d serde_json::value::RawValue>,
    }
    let line: Line = serde_json::from_str(data.split('\n').nth(line)?).ok()?;
    Some(line.value?.get().as_bytes().to_vec())
}

/// Measures both ways: seconds for a body each time, ours first.
fn pairs(body: &[u8], ours: Read, derived: Read, runs: u32) -> serde_json::Result<Vec<[f64; 2]>> {
    const TARGET: f64 = 0.000_5;
    let once = derived(body, 3)?.as_secs_f64() / 3.0;
    let times = (TARGET / once.max(1e-9)).clamp(1.0, 1e6) as u32;
    let seconds = |read: Read| Ok(read(body, times)?.as_secs_f64() / f64::from(times));
    let pair = |run| {
        // Which one goes first makes a difference, too.
        if run % 2 == 0 {
            let ours = seconds(ours)?;
            Ok([ours, seconds(derived)?])
        } else {
            let derived = seconds(derived)?;
            Ok([seconds(ours)?, derived])
        }
    };
    (0..runs).map(pair).collect()
}

fn measure(document: &str, data: &str, ours: &[Row], derived: &[Row], runs: u32) {
    for (row, derived) in ours.iter().zip(derived) {
        let (Some(ours), Some(derived)) = (row.read, derived.read) else {
            continue;
        };
        let Some(body) = body(data, row.line) else {
            continue;
        };
        let name = row.name;
        let unread = |read: Read| read(&body, 1).err();
        if let Some(error) = unread(ours) {
            println!("{document}\t{name}\tours\t{error}");
        } else if let Some(error) = unread(derived) {
            println!("{document}\t{name}\tderived\t{error}");
        } else {
            let pairs = pairs(&body, ours, derived, runs).unwrap();
            let pairs: Vec<String> = pairs.iter().map(|[a, b]| format!("{a} {b}")).collect();
            let length = body.len();
            println!("{document}\t{name}\t{length}\t{}", pairs.join("\t"));
        }
    }
}
