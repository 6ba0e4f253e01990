//! What two texts differ in, line by line.

/// Unchanged lines around a change.
const CONTEXT: usize = 3;
/// Longer differences are cut: the text itself is one command away.
const MOST: usize = 120;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Same(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// The difference, `-` for what was expected and is not there, `+` for what is there instead.
#[must_use]
pub fn diff(expected: &str, actual: &str) -> String {
    let lines = lines(expected, actual);
    let changed: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !matches!(line, Line::Same(_)))
        .map(|(at, _)| at)
        .collect();
    let mut out = String::new();
    let mut last = None;
    let near = |at: usize| changed.iter().any(|change| change.abs_diff(at) <= CONTEXT);
    let shown = (0..lines.len()).filter(|at| near(*at));
    for (count, at) in shown.enumerate() {
        if count == MOST {
            out.push_str("  … and more\n");
            break;
        }
        if last.is_some_and(|last: usize| last + 1 != at) {
            out.push_str("  …\n");
        }
        last = Some(at);
        let (mark, text) = match lines.get(at) {
            Some(Line::Gone(text)) => ('-', *text),
            Some(Line::New(text)) => ('+', *text),
            Some(Line::Same(text)) => (' ', *text),
            None => continue,
        };
        out.push_str(&format!("{mark} {text}\n"));
    }
    out
}

/// Both texts as one: what they begin and end with alike, and between that the longest lines they
/// have in common.
fn lines<'a>(expected: &'a str, actual: &'a str) -> Vec<Line<'a>> {
    let (old, new): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let alike = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| {
        pairs.take_while(|(old, new)| old == new).count()
    };
    let head = alike(&mut old.iter().zip(&new));
    let (old_rest, new_rest) = (old.split_at(head).1, new.split_at(head).1);
    let tail = alike(&mut old_rest.iter().rev().zip(new_rest.iter().rev()));
    let (old_middle, end) = old_rest.split_at(old_rest.len() - tail);
    let (new_middle, _) = new_rest.split_at(new_rest.len() - tail);
    let mut lines: Vec<_> = old.iter().take(head).map(|line| Line::Same(line)).collect();
    lines.extend(middle(old_middle, new_middle));
    lines.extend(end.iter().map(|line| Line::Same(line)));
    lines
}

fn middle<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    let common = common(old, new);
    let length = |row: usize, column: usize| {
        let row = common.get(row);
        row.and_then(|row| row.get(column)).copied().unwrap_or(0)
    };
    let (mut row, mut column) = (0, 0);
    let mut lines = Vec::new();
    loop {
        match (old.get(row), new.get(column)) {
            (None, None) => return lines,
            (Some(one), Some(other)) if one == other => {
                lines.push(Line::Same(one));
                (row, column) = (row + 1, column + 1);
            }
            (Some(gone), other)
                if other.is_none() || length(row + 1, column) >= length(row, column + 1) =>
            {
                lines.push(Line::Gone(gone));
                row += 1;
            }
            (_, Some(new)) => {
                lines.push(Line::New(new));
                column += 1;
            }
            (Some(_), None) => row += 1,
        }
    }
}

/// How many lines are common from each pair of places on.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut below = vec![0; new.len() + 1];
    let mut rows = vec![below.clone()];
    for one in old.iter().rev() {
        let mut row = vec![0];
        for (other, pair) in new.iter().zip(below.windows(2)).rev() {
            let (straight, diagonal) = (pair.first(), pair.last());
            let beside = row.last().copied().unwrap_or(0);
            row.push(if one == other {
                diagonal.copied().unwrap_or(0) + 1
            } else {
                beside.max(straight.copied().unwrap_or(0))
            });
        }
        row.reverse();
        below.clone_from(&row);
        rows.push(row);
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn shows_changes_with_what_is_around_them() {
        let old = "a\nb\nc\nd\ne\nf\ng\nh\n";
        assert_eq!(diff(old, old), "");
        let new = "a\nb\nc\nd\nE\nf\ng\nh\ni\n";
        assert_eq!(
            diff(old, new),
            "  b\n  c\n  d\n- e\n+ E\n  f\n  g\n  h\n+ i\n"
        );
        assert_eq!(diff("", "a\n"), "+ a\n");
        assert_eq!(diff("a\nb\n", "b\n"), "- a\n  b\n");
    }

    #[test]
    fn leaves_out_what_is_alike() {
        let old: String = (0..50).map(|n| format!("{n}\n")).collect();
        let new = old
            .replace("\n10\n", "\nten\n")
            .replace("\n40\n", "\nforty\n");
        let shown = diff(&old, &new);
        assert_eq!(shown.lines().count(), 17);
        assert!(shown.contains("- 10\n+ ten\n") && shown.contains("  …\n"));
    }
}
