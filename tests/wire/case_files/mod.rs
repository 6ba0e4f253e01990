//! Cases by files: `cases/METHOD/CASE/` holds `answer.http`, `expect.txt`, and a `call.json` where
//! the call is not the usual one. `BLESS=1 cargo test` writes `expect.txt` anew.

mod account;
mod call;
mod operations;

use std::{fs, path::Path};

use outspoken_tests::{
    bless::Expected,
    repo::{entries, file_name, tests},
    server::Server,
};

use call::Call;

#[test]
fn every_case_ends_as_its_file_says() {
    let folder = tests().join("wire/cases");
    let mut expected = Expected::new(&folder, "expect.txt");
    let mut count = 0;
    for method in entries(&folder).unwrap() {
        for case in entries(&method).unwrap() {
            let (method, name) = (file_name(&method), file_name(&case));
            let found = play(&method, &case);
            expected.check(&format!("{method}/{name}/expect.txt"), &found);
            count += 1;
        }
    }
    println!("{count} cases by files");
    assert!(count > 0, "no case in {}", folder.display());
    if let Err(faults) = expected.finish() {
        panic!("{faults}");
    }
}

/// Answers the call of a case from its file, and tells what was received and what came of it.
fn play(method: &str, case: &Path) -> String {
    let answer = fs::read(case.join("answer.http"))
        .unwrap_or_else(|error| panic!("{}: {error}", case.join("answer.http").display()));
    let answer = with_crlf(&answer);
    let call = fs::read_to_string(case.join("call.json")).unwrap_or_else(|_| "{}".to_owned());
    let call = Call::read(&call).unwrap_or_else(|error| panic!("{}: {error}", case.display()));
    let server = Server::answering(answer);
    let outcome = operations::perform(method, &call, &server.url());
    account::of(&server, &outcome)
}

/// In the head every line ends with CR LF; the body stays as it is.
fn with_crlf(answer: &[u8]) -> Vec<u8> {
    let end = answer.windows(2).position(|two| two == b"\n\n");
    let (head, body) = answer.split_at(end.map_or(answer.len(), |at| at + 2));
    let mut bytes = Vec::with_capacity(answer.len() + 16);
    for byte in head {
        if *byte == b'\n' {
            bytes.push(b'\r');
        }
        bytes.push(*byte);
    }
    bytes.extend_from_slice(body);
    bytes
}
