//! Diagnostics as rustc would show them.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer};

use super::clean;
use super::excerpt::excerpts;
use super::located::{Located, locate};
use super::mark::Mark;
use super::notation;
use super::places::{Places, Spot};
use crate::diagnostic::{Diagnostics, Severity};
use crate::source::Sources;

/// How text is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// Whether escape sequences set colours.
    pub color: bool,
    /// The columns of the terminal.
    pub width: usize,
    /// How many diagnostics are shown before the rest is only counted.
    pub most: usize,
}

impl Default for Style {
    /// Neither a terminal nor a window: no colours, and the columns rustc assumes.
    fn default() -> Self {
        Self {
            color: false,
            width: 140,
            most: 1000,
        }
    }
}

impl Style {
    /// A width in which something can be shown.
    fn columns(&self) -> usize {
        self.width.clamp(40, 400)
    }

    /// The columns that are left for words beside what else stands in the line.
    fn beside(&self, taken: usize) -> usize {
        self.columns().saturating_sub(taken).max(20)
    }
}

/// All diagnostics, sorted by file and place, each followed by an empty line.
#[must_use]
pub fn text(diagnostics: &Diagnostics, sources: &Sources, style: &Style) -> String {
    let parts = parts(diagnostics, sources, style).into_iter();
    parts.map(|(_, part)| part).collect()
}

/// The same in parts, for whoever shows errors in another way than warnings.
#[must_use]
pub fn parts(
    diagnostics: &Diagnostics,
    sources: &Sources,
    style: &Style,
) -> Vec<(Severity, String)> {
    let (texts, located) = locate(diagnostics, sources);
    let shown = located.iter().take(style.most);
    let mut parts: Vec<_> = shown
        .map(|one| (one.diagnostic.severity, show(one, &texts, style) + "\n\n"))
        .collect();
    let more = located.len().saturating_sub(style.most) + diagnostics.not_kept();
    if more > 0 {
        let title = format!("{more} more are not shown");
        let note = Level::NOTE.primary_title(title);
        let note = renderer(style).render(&[Group::with_title(note)]);
        parts.push((Severity::Warning, note + "\n\n"));
    }
    parts
}

/// The line after all diagnostics of a document at fault: that nothing came of it, and how many
/// there were.
/// Where reading ended at a fault, it says that there may be more.
#[must_use]
pub fn closing(diagnostics: &Diagnostics, document: &str, style: &Style) -> String {
    let level = if diagnostics.has_errors() {
        Level::ERROR
    } else {
        Level::WARNING
    };
    let counts = counts(diagnostics);
    let stopped = diagnostics.iter().any(|one| one.code.ends_reading());
    let rest = if stopped {
        "; the rest is checked once this can be read"
    } else {
        ""
    };
    let title = format!("no client can be generated from {document}: {counts}{rest}");
    let title = clean::paragraph(&title, style.beside("warning: ".len()));
    let group = Group::with_title(level.primary_title(title));
    renderer(style).render(&[group]) + "\n"
}

/// Such as `2 errors, 1 warning`.
#[must_use]
pub fn counts(diagnostics: &Diagnostics) -> String {
    let count = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        many => Some(format!("{many} {word}s")),
    };
    let errors = count(diagnostics.errors(), "error");
    let warnings = count(diagnostics.warnings(), "warning");
    let both: Vec<_> = errors.into_iter().chain(warnings).collect();
    if both.is_empty() {
        "nothing to report".to_owned()
    } else {
        both.join(", ")
    }
}

fn renderer(style: &Style) -> Renderer {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.term_width(style.columns())
}

fn show(one: &Located<'_>, texts: &Places<'_>, style: &Style) -> String {
    let level = match one.diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let primary = (&one.place, one.diagnostic.label.as_deref());
    let related = one.related.iter().map(|(spot, label)| (spot, Some(*label)));
    let spots: Vec<_> = std::iter::once(primary).chain(related).collect();
    let origins: Vec<_> = spots.iter().map(|(spot, _)| origin(spot, texts)).collect();
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut shown: Vec<&str> = Vec::new();
    for (spot, _) in &spots {
        let file: &str = &spot.place.file;
        if shown.contains(&file) {
            continue;
        }
        shown.push(file);
        let marks = marks(&spots, &origins, file);
        match texts.file(file) {
            Some((text, lines)) if !marks.is_empty() => {
                let snippets = excerpts(text, lines, marks, style.columns());
                elements.extend(snippets.into_iter().map(Element::from));
            }
            _ => elements.push(Origin::path(clean::message(file)).into()),
        }
    }
    if let Some(help) = &one.diagnostic.help {
        let document = texts.document(&one.place.place.file);
        let help = notation::help(help, document);
        // Beside a line number of four digits.
        let help = clean::paragraphs(&help, style.beside("1234 = help: ".len()));
        elements.push(Level::HELP.message(help).into());
    }
    let code = one.diagnostic.code.as_str();
    let width = style.beside("warning[]: ".len() + code.len());
    let message = clean::paragraph(&one.diagnostic.message, width);
    let title = level.primary_title(message).id(code);
    let drawn = renderer(style).render(&[title.elements(elements)]);
    without_computed_positions(&drawn)
}

/// Says a place in full. The crate that draws appends the line and column within the excerpt, which
/// are wrong where a line was cut: a control character, which no cleaned text holds, marks them.
fn origin(spot: &Spot<'_>, texts: &Places<'_>) -> String {
    let file = clean::message(&spot.place.file);
    match texts.positions(spot) {
        Some((start, _)) => format!("{file}:{}:{}\u{1}", start.line, start.column),
        None => file,
    }
}

fn without_computed_positions(drawn: &str) -> String {
    let mut parts = drawn.split('\u{1}');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    out
}

fn marks<'d>(
    spots: &[(&Spot<'_>, Option<&str>)],
    origins: &'d [String],
    file: &str,
) -> Vec<Mark<'d>> {
    let all = spots.iter().zip(origins).enumerate();
    let marks = all.filter_map(|(index, ((spot, label), origin))| {
        let range = spot.range.clone().filter(|_| &*spot.place.file == file)?;
        let kind = if index == 0 {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        Some(Mark {
            range,
            label: label.map(clean::message),
            kind,
            origin,
        })
    });
    marks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Place, Pointer};
    use crate::source::Limits;
    use std::sync::Arc;

    const STYLE: Style = Style {
        color: false,
        width: 80,
        most: 3,
    };

    fn sources(name: &str, text: &str) -> (Sources, Arc<str>) {
        let mut sources = Sources::new();
        let name: Arc<str> = Arc::from(name);
        // Whether it can be read does not matter for showing it.
        let _ = sources.parse(Arc::clone(&name), text.to_owned(), &Limits::default());
        (sources, name)
    }

    fn at(pointer: &str) -> Pointer {
        Pointer::parse(pointer).unwrap()
    }

    const SPEC: &str =
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      $ref: '#/nope'\n  /b: {get: {}}\n";

    #[test]
    fn reads_like_rustc() {
        let (sources, file) = sources("specs/api.yaml", SPEC);
        let place = Place::value(&file, at("/paths/~1a/get/$ref"));
        let first = Diagnostic::new(Code::UnresolvedRef, place, "`#/nope` is not there")
            .label("no such key")
            .also(Place::key(&file, at("/paths")), "the keys are here")
            .help("did you mean `#/paths`?");
        let second = Diagnostic::new(Code::Ignored, Place::key(&file, at("/openapi")), "so what");
        let all: Diagnostics = [first.clone(), second, first].into_iter().collect();
        assert_eq!(
            text(&all, &sources, &STYLE),
            "\
warning[ignored]: so what
 --> specs/api.yaml:1:1
  |
1 | openapi: 3.0.3
  | ^^^^^^^

error[unresolved-ref]: `#/nope` is not there
 --> specs/api.yaml:5:13
  |
2 | paths:
  | ----- the keys are here
...
5 |       $ref: '#/nope'
  |             ^^^^^^^^ no such key
  |
  = help: did you mean `#/paths`?

"
        );
        let line = closing(&all, "specs/api.yaml", &STYLE);
        assert_eq!(
            line,
            "error: no client can be generated from specs/api.yaml: 1 error, 1 warning\n"
        );
    }

    #[test]
    fn where_reading_ended_there_may_be_more() {
        let mut sources = Sources::new();
        let text_of = "openapi: 3.0.3\npaths: [\n".to_owned();
        let read = sources.parse("a.yaml".into(), text_of, &Limits::default());
        let all: Diagnostics = read.unwrap_err().into_iter().collect();
        assert_eq!(
            closing(
                &all,
                "a.yaml",
                &Style {
                    width: 120,
                    ..STYLE
                }
            ),
            "error: no client can be generated from a.yaml: 1 error; \
             the rest is checked once this can be read\n"
        );
    }

    #[test]
    fn other_files_and_whole_files_are_named() {
        let (sources, file) = sources("a.yaml", SPEC);
        let missing: Arc<str> = Arc::from("b.yaml");
        let all: Diagnostics = [
            Diagnostic::new(Code::UnreadableFile, Place::file(&missing), "no such file"),
            Diagnostic::new(Code::RefCycle, Place::key(&file, at("/paths")), "a circle")
                .also(Place::key(&missing, at("/x")), "there"),
        ]
        .into_iter()
        .collect();
        assert_eq!(
            text(&all, &sources, &STYLE),
            "\
error[ref-cycle]: a circle
 --> a.yaml:2:1
  |
2 | paths:
  | ^^^^^
 ::: b.yaml

error[unreadable-file]: no such file
--> b.yaml

"
        );
    }

    #[test]
    fn long_lines_are_cut_and_columns_are_not() {
        let filler = "\"é\":1,".repeat(100_000);
        let text_of = format!("{{{filler}\"key\":\"bad\",{filler}\"last\":{{}}}}");
        let (sources, file) = sources("a.json", &text_of);
        let place = Place::value(&file, at("/key"));
        let one = Diagnostic::new(Code::InvalidObject, place, "bad")
            .label("this")
            .also(Place::key(&file, at("/last")), "and this");
        let out = text(&[one].into_iter().collect(), &sources, &STYLE);
        assert!(out.contains(" --> a.json:1:600008\n"), "{out}");
        assert!(out.contains("::: a.json:1:1200014\n"), "{out}");
        assert!(out.contains("\"key\":\"bad\""), "{out}");
        assert!(out.contains("^^^^^ this"), "{out}");
        assert!(out.contains("------ and this"), "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    }

    #[test]
    fn nothing_hostile_reaches_the_terminal() {
        let evil = "\u{1b}[31m\u{9b}2J\u{202e}\u{200b}\u{7}\r";
        let (sources, file) = sources(
            &format!("{evil}.json"),
            &format!("{{\"{evil}\":\n\"{evil}\"}}"),
        );
        let one = Diagnostic::new(
            Code::Ignored,
            Place::offset(&file, 3),
            format!("{evil}\nerror: x"),
        )
        .label(evil)
        .also(Place::offset(&file, 28), evil)
        .help(evil);
        let all = [one].into_iter().collect();
        let out = text(&all, &sources, &STYLE) + &closing(&all, evil, &STYLE);
        let bad = out
            .chars()
            .find(|c| c.is_control() && *c != '\n' || ['\u{202e}', '\u{200b}'].contains(c));
        assert_eq!(bad, None, "{out}");
        assert!(!out.contains("\nerror: x"));
    }

    #[test]
    fn colour_is_set_only_when_asked() {
        let (sources, file) = sources("a.yaml", SPEC);
        let place = Place::key(&file, at("/paths"));
        let all = [Diagnostic::new(Code::Ignored, place, "so what")]
            .into_iter()
            .collect();
        let style = Style {
            color: true,
            ..STYLE
        };
        let coloured = text(&all, &sources, &style);
        assert!(coloured.contains('\u{1b}') && coloured.contains("a.yaml:2:1\n"));
        assert!(!text(&all, &sources, &STYLE).contains('\u{1b}'));
    }

    #[test]
    fn a_flood_is_counted() {
        let file: Arc<str> = Arc::from("a.yaml");
        let all: Diagnostics = (0..10)
            .map(|n| Diagnostic::new(Code::Ignored, Place::file(&file), format!("{n}")))
            .collect();
        let out = text(&all, &Sources::new(), &STYLE);
        assert!(out.ends_with("note: 7 more are not shown\n\n"), "{out}");
        assert_eq!(counts(&all), "10 warnings");
        assert_eq!(counts(&Diagnostics::new()), "nothing to report");
    }

    #[test]
    fn any_place_can_be_shown() {
        for text_of in ["", "é", "a: 1\r\n", "\n\n", "a:\tb"] {
            let (sources, file) = sources("a.yaml", text_of);
            let all: Diagnostics = (0..8)
                .flat_map(|start| (0..9).map(move |end| (start, end)))
                .map(|(start, end)| {
                    let place = Place::span(&file, start, end);
                    let also = Place::offset(&file, end);
                    Diagnostic::new(Code::Ignored, place, "x")
                        .also(also, "y")
                        .label("z")
                })
                .collect();
            let style = Style { most: 99, ..STYLE };
            assert!(text(&all, &sources, &style).contains("a.yaml:1:1"));
        }
    }
}
