//! The few lines of a text that a diagnostic shows.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Snippet};

use super::clean::visible;
use super::columns::{self, Columns};
use super::mark::{BESIDE_MARK, Mark};
use crate::{collection::order, source::Lines};

/// Lines farther apart than this are two excerpts.
const MOST_BETWEEN: usize = 2000;
/// What is shown of a line between two marked ones.
const MOST_BETWEEN_CHARACTERS: usize = 240;

/// Cuts out what the marks need, so that the work depends on the marks and not on the file, and
/// lines of a megabyte are as good as any.
pub(super) fn excerpts<'d>(
    text: &str,
    lines: &Lines<'_>,
    marks: Vec<Mark<'d>>,
    width: usize,
) -> Vec<Snippet<'d, annotate_snippets::Annotation<'d>>> {
    let mut marks: Vec<(usize, Mark<'_>)> = marks
        .into_iter()
        .map(|mark| (lines.position(mark.range.start).line, mark))
        .collect();
    order::sort_by_key(&mut marks, |(line, mark)| (*line, mark.range.start));
    let mut excerpts: Vec<Excerpt<'d>> = Vec::new();
    let mut rest = marks.into_iter().peekable();
    while let Some((line, first)) = rest.next() {
        let mut of_line = vec![first];
        while let Some((_, mark)) = rest.next_if(|(next, _)| *next == line) {
            of_line.push(mark);
        }
        let range = lines.range(line);
        // Parts of one line that are too far apart to be shown at once are excerpts of their own.
        while !of_line.is_empty() {
            let window = window(text, &range, &of_line, width);
            let (mut inside, mut outside): (Vec<_>, Vec<_>) =
                of_line.into_iter().partition(|mark| {
                    let start = mark.range.start.clamp(range.start, range.end);
                    window.start <= start && start <= window.end
                });
            let mut taken = Columns::of(text, &window, &inside, width);
            while inside.len() > 1 && !taken.fit(width) {
                outside.splice(0..0, inside.pop());
                taken = Columns::of(text, &window, &inside, width);
            }
            let is_near = |excerpt: &mut Excerpt<'_>| excerpt.takes(line, taken, width);
            let near = excerpts.pop_if(is_near);
            let mut excerpt = near.unwrap_or_else(|| Excerpt::at(line));
            excerpt.go_to(text, lines, line);
            excerpt.columns = excerpt.columns.with(taken);
            excerpt.line(text, &range, &window, inside, width);
            excerpts.push(excerpt);
            of_line = outside;
        }
    }
    // The one with the fault goes first.
    let (mut ordered, others): (Vec<_>, Vec<_>) =
        excerpts.into_iter().partition(|excerpt| excerpt.is_primary);
    ordered.extend(others);
    ordered.into_iter().map(Excerpt::into_snippet).collect()
}

#[derive(Debug)]
struct Excerpt<'d> {
    first_line: usize,
    last_line: usize,
    is_primary: bool,
    origin: &'d str,
    source: String,
    marks: Vec<(Range<usize>, Mark<'d>)>,
    /// Where marks and their labels begin and end in their lines.
    columns: Columns,
}

impl<'d> Excerpt<'d> {
    fn at(line: usize) -> Self {
        Self {
            first_line: line,
            last_line: line,
            is_primary: false,
            origin: "",
            source: String::new(),
            marks: Vec::new(),
            columns: Columns::default(),
        }
    }

    /// Whether marks in a line further down can be shown with those that are there: all of them
    /// have to fit into the columns at once.
    fn takes(&self, line: usize, columns: Columns, width: usize) -> bool {
        let gap = line.saturating_sub(self.last_line);
        gap > 0 && gap <= MOST_BETWEEN && self.columns.with(columns).fit(width)
    }

    /// Fills the gap up to a line. What is between is folded but for a single line.
    fn go_to(&mut self, text: &str, lines: &Lines<'_>, line: usize) {
        let gap = line - self.last_line;
        if gap == 2 {
            let between = text.get(lines.range(line - 1)).unwrap_or_default();
            self.source.push('\n');
            self.source
                .extend(between.chars().take(MOST_BETWEEN_CHARACTERS).map(harmless));
            self.source.push('\n');
        } else {
            self.source.extend(std::iter::repeat_n('\n', gap));
        }
        self.last_line = line;
    }

    /// Adds a line with its marks, cut to what surrounds them.
    fn line(
        &mut self,
        text: &str,
        line: &Range<usize>,
        window: &Range<usize>,
        marks: Vec<Mark<'d>>,
        width: usize,
    ) {
        if window.start > line.start {
            self.source.push_str("...");
        }
        let mut places: Vec<usize> = Vec::new();
        let base = self.source.len();
        let shown = text.get(window.clone()).unwrap_or_default();
        // Cleaned characters may be longer than they were, so bytes are counted anew.
        for (at, character) in shown.char_indices() {
            places.resize(at + 1, self.source.len());
            self.source.push(harmless(character));
        }
        let end = self.source.len();
        places.resize(shown.len() + 1, end);
        let place = |byte: usize| {
            let inside = byte.clamp(window.start, window.end) - window.start;
            places.get(inside).copied().unwrap_or(base)
        };
        for mark in marks {
            if mark.kind == AnnotationKind::Primary && !self.is_primary {
                self.is_primary = true;
                self.origin = mark.origin;
            } else if self.origin.is_empty() {
                self.origin = mark.origin;
            }
            let start = place(mark.range.start);
            let end = place(mark.range.end).max(start);
            let end = self.visible_end(start..end, &mark, width);
            self.marks.push((start..end, mark));
        }
        if window.end < line.end {
            self.source.push_str("...");
        }
    }

    /// Where a mark ends, cut so that it fits into a line together with its label.
    fn visible_end(&self, range: Range<usize>, mark: &Mark<'_>, width: usize) -> usize {
        let marked = self.source.get(range.clone()).unwrap_or_default();
        let cut = marked.char_indices().nth(mark.longest(width));
        cut.map_or(range.end, |(at, _)| range.start + at)
    }

    fn into_snippet(self) -> Snippet<'d, annotate_snippets::Annotation<'d>> {
        let annotations = self
            .marks
            .into_iter()
            .map(|(range, mark)| mark.kind.span(range).label(mark.label));
        Snippet::source(self.source)
            .line_start(self.first_line)
            .path(self.origin)
            .annotations(annotations)
    }
}

/// The part of a line to show: all of it, or what surrounds the first mark.
fn window(text: &str, line: &Range<usize>, marks: &[Mark<'_>], width: usize) -> Range<usize> {
    let is_far = columns::reach(marks).saturating_add(BESIDE_MARK) > width;
    let most = width.saturating_mul(4).max(200);
    if line.len() <= most && !(is_far && marks.len() > 1) {
        return line.clone();
    }
    let most = if is_far { width } else { most };
    let first = marks
        .iter()
        .find(|mark| mark.kind == AnnotationKind::Primary);
    let Some(first) = first.or(marks.first()) else {
        return line.start..line.start;
    };
    let start = first.range.start.clamp(line.start, line.end);
    let end = start.saturating_add(most / 2).min(line.end);
    let start = start.saturating_sub(width / 2).max(line.start);
    crate::source::floor(text, start)..crate::source::floor(text, end)
}

/// Tabs stay: they are drawn as four columns.
fn harmless(character: char) -> char {
    if character == '\t' {
        character
    } else {
        visible(character)
    }
}
