//! The style tables of the specification, row by row, where someone has put them beside this
//! repository: `shared/data/style-examples.csv` in a folder above it, or the file that
//! `OUTSPOKEN_STYLE_TABLES` names. They are the specification's, so they are not copied.
//!
//! The columns that are read: style, explode, the kind of value, location, the text, versions.

use std::{env, fs, path::PathBuf};

use outspoken::{__private::Parameter, BuildError, OperationMeta, RequestParts};
use outspoken_tests::repo;

/// The versions that the runtime follows.
const VERSIONS: [&str; 2] = ["3.1.2", "3.2.0"];

/// One row.
#[derive(Debug)]
struct Row {
    style: String,
    explode: String,
    kind: String,
    location: String,
    expected: String,
}

#[test]
fn every_row_is_what_is_sent() {
    let Some(path) = tables() else {
        println!("skipped: there are no style tables beside this repository");
        return;
    };
    let rows = rows(&fs::read_to_string(&path).unwrap());
    assert!(
        rows.len() > 40,
        "{} holds {} rows",
        path.display(),
        rows.len()
    );
    let mut faults = Vec::new();
    for row in &rows {
        let sent = match row.explode.as_str() {
            "any" => [false, true].map(|explode| sent(row, explode)).to_vec(),
            explode => vec![sent(row, explode == "true")],
        };
        let expected = expected(row);
        if sent
            .iter()
            .any(|sent| expected.as_ref().is_some_and(|expected| expected != sent))
        {
            faults.push(format!(
                "{row:?}\n    sent {sent:?}, and expected {expected:?}"
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn tables() -> Option<PathBuf> {
    let named = env::var_os("OUTSPOKEN_STYLE_TABLES").map(PathBuf::from);
    let above = repo::root().ancestors();
    named.or_else(|| {
        let mut found = above.map(|folder| folder.join("shared/data/style-examples.csv"));
        found.find(|path| path.is_file())
    })
}

/// What must be sent; none where any outcome but a panic will do.
fn expected(row: &Row) -> Option<String> {
    match (
        row.location.as_str(),
        row.kind.as_str(),
        row.expected.as_str(),
    ) {
        (_, _, "n/a") => None,
        // An empty argument could lead to another path, whatever its style puts around it.
        ("path", "empty", _) => Some("refused".to_owned()),
        // `&` is no delimiter of cookies, as appendix D says of these cells.
        ("cookie", _, cell) => Some(cell.replace('&', "; ")),
        (_, _, cell) => Some(cell.to_owned()),
    }
}

/// The request's part that holds the argument, or `refused`.
fn sent(row: &Row, explode: bool) -> String {
    let mut parts = RequestParts::new(&OperationMeta::new("op", "op", "GET", "/{color}"));
    match set(&mut parts, row, explode) {
        Err(error) => {
            assert!(matches!(error, BuildError::InvalidArgument { .. }));
            "refused".to_owned()
        }
        Ok(()) => match row.location.as_str() {
            "path" => parts.path_and_query().unwrap().split_off(1),
            "query" => {
                parts.set(Parameter::path("color"), "x").unwrap();
                let whole = parts.path_and_query().unwrap();
                whole
                    .trim_start_matches("/x")
                    .trim_start_matches('?')
                    .to_owned()
            }
            "header" => parts.headers_mut()["color"].to_str().unwrap().to_owned(),
            "cookie" => parts.headers_mut()["cookie"].to_str().unwrap().to_owned(),
            other => panic!("where is {other}?"),
        },
    }
}

fn set(parts: &mut RequestParts, row: &Row, explode: bool) -> Result<(), BuildError> {
    let parameter = match row.location.as_str() {
        "path" => Parameter::path("color"),
        "query" => Parameter::query("color"),
        "header" => Parameter::header("color"),
        "cookie" => Parameter::cookie("color"),
        other => panic!("where is {other}?"),
    };
    let parameter = match row.style.as_str() {
        "simple" | "form" => parameter,
        "label" => parameter.label(),
        "matrix" => parameter.matrix(),
        "spaceDelimited" => parameter.space_delimited(),
        "pipeDelimited" => parameter.pipe_delimited(),
        "deepObject" => parameter.deep_object(),
        "cookie" => parameter.unescaped(),
        other => panic!("what is {other}?"),
    };
    let parameter = parameter.explode(explode);
    match row.kind.as_str() {
        "empty" => parts.set(parameter, ""),
        "string" => parts.set(parameter, "blue"),
        "array" => parts.set(
            parameter,
            &["blue", "black", "brown"].map(String::from).to_vec(),
        ),
        "object" => parts.serialize(
            parameter,
            &Color {
                r: 100,
                g: 200,
                b: 150,
            },
        ),
        other => panic!("what is {other}?"),
    }
}

outspoken::__private::object! {
    /// The object of the tables: its members are not in the order of their names.
    struct Color {
        required {
            r: i64 = "R",
            g: i64 = "G",
            b: i64 = "B",
        }
    }
}

/// The rows of the versions that count.
fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for line in text.lines().skip(1) {
        let [style, explode, kind, location, expected, versions, ..] = &fields(line)[..] else {
            panic!("{line}");
        };
        if versions
            .split(' ')
            .any(|version| VERSIONS.contains(&version))
        {
            rows.push(Row {
                style: style.clone(),
                explode: explode.clone(),
                kind: kind.clone(),
                location: location.clone(),
                expected: expected.clone(),
            });
        }
    }
    rows
}

/// The fields of a line (RFC 4180): quotes keep commas in.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}
