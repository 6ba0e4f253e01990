//! What arrives at a server: the credentials of the first alternative that the caller can meet.

use std::fmt::Debug;

use outspoken::{BuildError, Error, ErrorKind, Operation, OperationMeta, Response};
use outspoken_tests::server::{Received, Script, Server, answer};

use crate::{
    clients::secured::{Client, ClientBuilder, operations},
    support::run,
};

/// Each scheme: the text by which its secret is known in a request, and what stands before it.
const SCHEMES: [(&str, &str, &str); 5] = [
    ("token", "t0ken", "\r\nauthorization: Bearer "),
    // `user:passw0rd`, which no other text holds.
    (
        "password",
        "dXNlcjpwYXNzdzByZA==",
        "\r\nauthorization: Basic ",
    ),
    ("inHeader", "h3ader", "\r\nx-api-key: "),
    ("inQuery", "qu3ry", "?key="),
    ("inCookie", "c0okie", "\r\ncookie: sid="),
];

/// A client with the credentials of these schemes.
fn client(server: &Server, schemes: &[&str]) -> Client {
    let builder = Client::builder().base_url(&server.url());
    let with = |builder: ClientBuilder, scheme: &&str| match *scheme {
        "token" => builder.token("t0ken"),
        "password" => builder.password("user", "passw0rd"),
        "inHeader" => builder.in_header("h3ader"),
        "inQuery" => builder.in_query("qu3ry"),
        _ => builder.in_cookie("c0okie"),
    };
    schemes.iter().fold(builder, with).build().unwrap()
}

/// What `META` asks for, where the caller has these.
fn wanted(meta: &OperationMeta, has: &[&str]) -> Option<Vec<&'static str>> {
    if meta.security.is_empty() {
        return Some(Vec::new());
    }
    let can = |all: &&&[&str]| all.iter().all(|scheme| has.contains(scheme));
    meta.security.iter().find(can).map(|all| all.to_vec())
}

/// Compares what arrived with what was wanted: each secret at its place, and no other anywhere.
fn compare(what: &str, wanted: &[&str], request: &Received) {
    let text = request.text();
    for (scheme, secret, before) in SCHEMES {
        let places = text.matches(&format!("{before}{secret}")).count();
        let times = text.matches(secret).count();
        let expected = usize::from(wanted.contains(&scheme));
        assert_eq!(
            (places, times),
            (expected, expected),
            "{what}, {scheme}: {text}"
        );
    }
}

fn judge<O: Operation>(
    has: &[&str],
    server: &Server,
    outcome: Result<Response<O::Output>, Error<O::Error>>,
) where
    O::Error: ErrorKind + Debug,
{
    let what = format!("{} with {has:?}", O::META.id);
    let requests = server.requests();
    match (wanted(&O::META, has), outcome) {
        (Some(schemes), Ok(_)) => {
            assert_eq!(requests.len(), 1, "{what}");
            compare(&what, &schemes, &requests[0]);
        }
        (None, Err(Error::Build(BuildError::MissingCredential { .. }))) => {
            assert!(requests.is_empty(), "{what}: {requests:?}");
        }
        (wanted, outcome) => panic!("{what}: {:?}, and not {wanted:?}", outcome.err()),
    }
}

/// Calls an operation with each set of credentials that a caller may have.
macro_rules! every_set {
    ($($operation:ident of $method:ident),*) => {$(
        for set in 0..1_u32 << SCHEMES.len() {
            let has = SCHEMES.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1);
            let has: Vec<&str> = has.map(|(_, (scheme, ..))| *scheme).collect();
            let server = Server::start([Script::answer(answer(204, &[], ""))]);
            let outcome = run(client(&server, &has).$method());
            judge::<operations::$operation>(&has, &server, outcome);
        }
    )*};
}

#[test]
fn what_arrives_is_the_first_alternative_that_the_caller_can_meet() {
    every_set!(
        Usual of usual, Open of open, Optional of optional,
        Either of either, Both of both, More of more
    );
}
