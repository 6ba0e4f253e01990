//! Reads texts into the types of each choice, and writes what became of them.

#![deny(warnings)]
#![allow(missing_docs, reason = "a program that a test runs")]

use outspoken::{
    Error, Operation, RawResponse, RequestParts,
    http::{HeaderMap, StatusCode},
};
use serde_json::{Value, json};

type Done = Result<(), Box<dyn std::error::Error>>;

mod chosen;

/// Members in the form that is written.
fn canonical() -> Value {
    json!({
        "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "at": "2026-01-22T19:19:19.112403432Z",
        "day": "2024-02-29",
        "time": "23:20:50.52",
        "lasts": "P1Y2M3DT4H5M6S",
        "link": "https://example.com/a?b#c",
        "data": "+/+/YQ==",
        "raw": "YQ==",
        "cost": "12.50",
        "parents": ["00000000-0000-0000-0000-000000000000"],
        "note": "no type of its own",
        "ended": "2020-11-14T16:29:21Z",
        "home": "https://example.com/",
        "days": ["0000-01-01", null, "9999-12-31"],
        "seen": {"by me": "1970-01-01T00:00:00Z"},
        "holiday": "2026-12-25",
        "when": "2026-01-22T19:19:19Z",
    })
}

/// Members in other forms that mean something.
fn odd() -> Value {
    json!({
        "id": "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}",
        "at": "1996-12-19 16:39:57.1234567890-08:00",
        "day": "1996-12-19",
        "time": "16:39:57-08:00",
        "lasts": "PT1.5H",
        "link": "HTTPS://EXAMPLE.com:443",
        "data": "-_-_YQ",
        "raw": "Y Q",
        "cost": "1.50E3",
        "parents": [],
        "note": "",
        "ended": "1990-12-31t23:59:60z",
        "cancelled": "9999-12-31T23:59:59.9999999Z",
        "home": null,
        "when": 1_600_000_000,
    })
}

/// What of a document is another text once it was read and written.
fn show(before: &Value, after: &Value) {
    for (name, value) in before.as_object().into_iter().flatten() {
        match after.get(name) {
            Some(same) if same == value => {}
            Some(other) => println!("  {name}: {value} -> {other}"),
            None => println!("  {name}: {value} -> left out"),
        }
    }
}

fn answer(status: u16, body: &Value) -> RawResponse {
    let status = StatusCode::from_u16(status).unwrap_or_default();
    RawResponse::new(status, HeaderMap::new(), body.to_string())
}

macro_rules! choices {
    ($($choice:ident)*) => {
        /// Members, read and written.
        fn members() -> Done {
            $({
                use chosen::$choice::formats::operations::PutEvent;
                for (what, before) in [("canonical", canonical()), ("odd", odd())] {
                    println!("{}, {what} members:", stringify!($choice));
                    let event = PutEvent::decode(&mut answer(200, &before));
                    match event {
                        Ok(event) => show(&before, &serde_json::to_value(&event)?),
                        Err(error) => println!("  {error}"),
                    }
                }
            })*
            Ok(())
        }

        /// The same values, as parameters.
        fn parameters() -> Done {
            $({
                use chosen::$choice::{
                    format_parameters::operations::GetEvent, formats::types::Event,
                };
                let event: Event = serde_json::from_value(canonical())?;
                let ended = event.ended.clone().ok_or("it ended")?;
                let operation = GetEvent::new(event.id.clone(), event.at.clone(), ended)
                    .cursor(event.data.clone())
                    .link(event.link.clone())
                    .cost(event.cost.clone())
                    .lasts(event.lasts.clone())
                    .days(event.days.clone().into_iter().flatten().flatten())
                    .if_seen_at(event.time.clone());
                let mut parts = RequestParts::new(&GetEvent::META);
                operation.encode(&mut parts)?;
                println!("{}, parameters:", stringify!($choice));
                println!("  {}", parts.path_and_query()?);
                println!("  {:?}", parts.headers_mut());

                // A constraint on the length is one on the text.
                let long = GetEvent::new(event.id.clone(), event.at.clone(), event.at.clone());
                let refused = long.encode(&mut RequestParts::new(&GetEvent::META));
                println!("  {}", refused.err().ok_or("it is too long")?);
            })*
            Ok(())
        }

        /// Defaults, as they are where a member is absent.
        fn defaults() -> Done {
            $({
                use chosen::$choice::format_defaults::types::Settings;
                let absent = Settings::default();
                let given = Settings {
                    id: Some(absent.id_or_default().into()),
                    at: Some(absent.at_or_default().into()),
                    day: Some(absent.day_or_default().into()),
                    time: Some(absent.time_or_default().into()),
                    lasts: Some(absent.lasts_or_default().into()),
                    link: Some(absent.link_or_default().into()),
                    data: Some(absent.data_or_default().into()),
                    cost: Some(absent.cost_or_default().into()),
                    ..absent
                };
                println!("{}, defaults:", stringify!($choice));
                println!("  {}", serde_json::to_string(&given)?);
            })*
            Ok(())
        }

        /// What is said of texts that mean nothing.
        fn faults() -> Done {
            $({
                use chosen::$choice::formats::operations::PutEvent;
                println!("{}, faults:", stringify!($choice));
                for member in ["id", "at", "day", "time", "lasts", "link", "data", "raw", "cost"] {
                    let mut event = canonical();
                    event[member] = format!("{}\n", "é?".repeat(500)).into();
                    let fault = PutEvent::decode(&mut answer(200, &event)).err();
                    if let Some(Error::Decode(fault)) = fault {
                        println!("  {}: {}", fault.path(), fault.reason());
                    }
                }
            })*
            Ok(())
        }
    };
}

choices! { usual chrono time string other }

/// Values that are a body, or the body of an error, by themselves.
fn bodies() -> Done {
    use chosen::usual::formats::{
        errors::PutEventError,
        operations::{ListDays, PutEvent},
    };
    println!("usual, bodies:");
    let days = ListDays::decode(&mut answer(200, &json!(["2024-02-29"])));
    println!("  {:?}", days.map_err(|error| error.to_string()));
    let at = json!("1996-12-19T16:39:57-08:00");
    if let Err(Error::Api(error)) = PutEvent::decode(&mut answer(409, &at))
        && let PutEventError::Conflict(at) = error.kind()
    {
        println!("  {:?}", at.get());
    }
    Ok(())
}

fn main() -> Done {
    members()?;
    parameters()?;
    defaults()?;
    faults()?;
    bodies()
}
