//! Diagnostics for programs.

use serde_json::{Map, Value, json};

use super::clean;
use super::located::{Located, locate};
use super::notation;
use super::places::{Places, Spot};
use crate::diagnostic::{Diagnostics, Place};
use crate::source::{Position, Sources};

/// One JSON object a line and diagnostic, sorted as the text is.
///
/// Lines and columns start at 1, columns count characters; `end` is exclusive. What is not known is
/// `null`.
#[must_use]
pub fn json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let objects = diagnostics_as_json(diagnostics, sources);
    let lines = objects.iter().map(|one| clean::json(&format!("{one}\n")));
    lines.collect()
}

/// The object of each diagnostic, sorted as the text is.
pub(crate) fn diagnostics_as_json(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Value> {
    let (places, located) = locate(diagnostics, sources);
    located.iter().map(|one| object(one, &places)).collect()
}

/// The members that say where each place is.
pub(crate) fn places_as_json<'d>(
    all: &[&'d Place],
    sources: &'d Sources,
) -> Vec<Map<String, Value>> {
    let places = Places::find(all, sources);
    all.iter()
        .map(|one| place(&places.spot(one), &places).into_iter().collect())
        .collect()
}

fn object(one: &Located<'_>, texts: &Places<'_>) -> Value {
    let diagnostic = one.diagnostic;
    let mut object = Map::new();
    object.insert("code".to_owned(), json!(diagnostic.code.as_str()));
    object.insert("severity".to_owned(), json!(diagnostic.severity.as_str()));
    object.insert("message".to_owned(), json!(diagnostic.message));
    object.extend(place(&one.place, texts));
    object.insert("label".to_owned(), json!(diagnostic.label));
    let document = texts.document(&one.place.place.file);
    let help = diagnostic.help.as_deref();
    let help = help.map(|help| notation::help(help, document));
    object.insert("help".to_owned(), json!(help));
    let related = one.related.iter().map(|(spot, label)| {
        let mut object = Map::new();
        object.insert("message".to_owned(), json!(label));
        object.extend(place(spot, texts));
        Value::Object(object)
    });
    object.insert("related".to_owned(), related.collect());
    Value::Object(object)
}

fn place(spot: &Spot<'_>, texts: &Places<'_>) -> [(String, Value); 5] {
    let positions = texts.positions(spot);
    let start = positions.map(|(start, _)| start);
    let end =
        positions.map(|(_, Position { line, column })| json!({"line": line, "column": column}));
    let pointer = spot.place.pointer().map(|pointer| pointer.as_str());
    [
        ("file".to_owned(), json!(&*spot.place.file)),
        ("pointer".to_owned(), json!(pointer)),
        ("line".to_owned(), json!(start.map(|at| at.line))),
        ("column".to_owned(), json!(start.map(|at| at.column))),
        ("end".to_owned(), json!(end)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Place, Pointer};
    use crate::source::Limits;
    use std::sync::Arc;

    #[test]
    fn says_all_there_is() {
        let file: Arc<str> = Arc::from("a.yaml");
        let mut sources = Sources::new();
        let text = "é: x\nb: 1\n".to_owned();
        assert!(
            sources
                .parse(Arc::clone(&file), text, &Limits::default())
                .is_ok()
        );
        let place = |key: &str| Place::value(&file, Pointer::root().child(key));
        let all = [
            Diagnostic::new(Code::Ignored, Place::file(&Arc::from("z")), "m\n"),
            Diagnostic::new(Code::RefCycle, place("é"), "text").also(place("b"), "there"),
        ]
        .into_iter()
        .collect();
        let out = json(&all, &sources);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(
            lines,
            [
                concat!(
                    r#"{"code":"ref-cycle","severity":"error","message":"text","file":"a.yaml","#,
                    r#""pointer":"/é","line":1,"column":4,"end":{"line":1,"column":5},"label":null,"#,
                    r#""help":null,"related":[{"message":"there","file":"a.yaml","pointer":"/b","#,
                    r#""line":2,"column":4,"end":{"line":2,"column":5}}]}"#
                ),
                concat!(
                    r#"{"code":"ignored","severity":"warning","message":"m\n","file":"z","#,
                    r#""pointer":null,"line":null,"column":null,"end":null,"label":null,"#,
                    r#""help":null,"related":[]}"#
                ),
            ]
        );
    }
}
