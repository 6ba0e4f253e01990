//! The errors for people.

use std::collections::BTreeMap;

use super::{
    super::grid::{
        Cell,
        Column::{Firm, Soft, Softer},
        Grid, wrap,
    },
    Errors, Listed, retry,
};
use crate::{
    ir::{ErrorEnum, Operation, Responses},
    render::clean,
    words::{Row, Source, Statuses, condition, rust, statuses},
};

/// How many statuses stand in a line.
const STATUSES: usize = 3;

impl Errors<'_> {
    /// The errors as a table for each operation, in so many columns of the terminal: at least 60,
    /// and at most 400. Nothing in it moves the cursor, hides text or changes its order.
    #[must_use]
    pub fn table(&self, width: usize) -> String {
        let width = width.clamp(60, 400);
        let mut lines = Vec::new();
        for listed in &self.operations {
            lines.extend(operation(listed, width));
            lines.push(String::new());
        }
        lines.extend(self.legend(width));
        let mut text = lines.join("\n");
        text.push('\n');
        text
    }

    /// How to read the tables, as far as there is something in them to explain.
    fn legend(&self, width: usize) -> Vec<String> {
        if self.operations.is_empty() {
            return vec!["There are no operations.".to_owned()];
        }
        let tables = || self.operations.iter().filter(|listed| !tells_none(listed));
        let rows = || tables().flat_map(|listed| &listed.rows);
        let mut notes = Vec::new();
        if rows().any(|row| matches!(row.source, Source::Case { .. })) {
            notes.push(
                "Rows with a number are cases of `x-outspoken`, which go before documented \
                 statuses. Of several that fit an answer, one wins that stands `before` the \
                 others, then the one with the more exact status, then the upper one."
                    .to_owned(),
            );
        }
        if rows().any(|row| row.retry.is_none()) {
            let statuses = retry::STATUSES.map(|status| status.to_string()).join(", ");
            notes.push(format!(
                "Where the document does not say whether to retry, the client goes by the status \
                 that comes: errors with {statuses} may pass, and those that say how long to \
                 wait; others do not."
            ));
        }
        notes
            .iter()
            .flat_map(|note| wrap(note, width, ""))
            .collect()
    }
}

/// Whether there is nothing to show but that everything is `Unrecognized`.
fn tells_none(listed: &Listed<'_>) -> bool {
    let mut rows = listed.rows.iter();
    rows.all(|row| matches!(row.source, Source::Rest))
}

fn operation(listed: &Listed<'_>, width: usize) -> Vec<String> {
    let Listed {
        operation,
        error,
        rows,
    } = listed;
    let mut lines = facts(operation, error, width);
    lines.push(String::new());
    if tells_none(listed) {
        let none = "The document tells of no errors: what is no 2xx is `Unrecognized`.";
        lines.extend(wrap(none, width, ""));
        return lines;
    }
    let grid = Grid {
        head: vec![
            Firm("#"),
            Firm("Variant"),
            Firm("Status"),
            Soft("Condition"),
            Softer("Payload"),
            Firm("Retry"),
        ],
        rows: grouped(rows, &operation.responses),
    };
    lines.extend(grid.lines(width));
    lines
}

/// What stands above the rows of an operation.
fn facts(operation: &Operation, error: &ErrorEnum, width: usize) -> Vec<String> {
    let mut lines = wrap(&clean::message(&operation.id), width, "  ");
    let mut facts = vec![
        ("request", format!("{} {}", operation.verb, operation.path)),
        ("method", format!("Client::{}", operation.method)),
        ("errors", format!("errors::{}", error.name)),
    ];
    if let Some(condition) = &operation.responses.success_when {
        let condition = condition::text(condition);
        facts.push(("success", format!("a 2xx, only if {condition}")));
    }
    let Responses { code, message, .. } = &operation.responses;
    for (key, places) in [("code", code), ("message", message)] {
        if !places.is_empty() {
            facts.push((key, self::places(places)));
        }
    }
    for (key, fact) in facts {
        let wrapped = wrap(&clean::message(&fact), width - 11, "");
        for (at, line) in wrapped.iter().enumerate() {
            let key = if at == 0 { key } else { "" };
            lines.push(format!("  {key:7}  {line}"));
        }
    }
    lines
}

/// The cells of the rows. What is the same under several documented statuses is one row: an answer has
/// one status, so that their order among each other says nothing.
fn grouped(rows: &[Row<'_>], table: &Responses) -> Vec<Vec<Cell>> {
    let mut grouped: Vec<([Cell; 5], Vec<String>)> = Vec::new();
    let mut known: BTreeMap<[Cell; 5], usize> = BTreeMap::new();
    for row in rows {
        let cells = cells(row, table);
        let statuses = statuses(row.statuses);
        let is_documented = matches!(row.source, Source::Response(_));
        let same = known.get(&cells).filter(|_| is_documented);
        if let Some((_, all)) = same.and_then(|same| grouped.get_mut(*same)) {
            all.push(statuses);
            continue;
        }
        if is_documented {
            known.insert(cells.clone(), grouped.len());
        }
        grouped.push((cells, vec![statuses]));
    }
    let rows = grouped.into_iter().map(|(cells, statuses)| {
        let [number, variant, condition, payload, retry] = cells;
        let last = statuses.chunks(STATUSES).count().saturating_sub(1);
        let statuses = statuses.chunks(STATUSES).enumerate();
        let statuses = statuses.map(|(at, some)| match at == last {
            true => some.join(", "),
            false => format!("{},", some.join(", ")),
        });
        let statuses = statuses.collect();
        vec![number, variant, statuses, condition, payload, retry]
    });
    rows.collect()
}

/// All cells but that of the statuses.
fn cells(row: &Row<'_>, table: &Responses) -> [Cell; 5] {
    let mut variant = vec![row.variant.to_owned()];
    let mut number = String::new();
    let mut condition = Vec::new();
    match &row.source {
        Source::Case {
            number: own,
            before,
            when,
        } => {
            number = own.to_string();
            if !before.is_empty() {
                let before: Vec<_> = before.iter().map(ToString::to_string).collect();
                variant.push(format!("before {}", before.join(", ")));
            }
            condition.extend(when.iter().flat_map(|when| condition::paragraphs(when)));
        }
        Source::SuccessWhen(_) => condition.push("no success, see above".to_owned()),
        Source::InBand { when, is_one } => {
            condition.extend(condition::paragraphs(when));
            if !is_one {
                variant = vec!["one of those below".to_owned()];
            }
        }
        Source::Response(when) => {
            condition.extend(when.iter().flat_map(condition::paragraphs));
        }
        Source::Rest => {}
    }
    condition.extend(beyond(row).map(str::to_owned));
    let own_places = [
        ("code", row.code, &table.code),
        ("message", row.message, &table.message),
    ];
    for (key, own, outer) in own_places {
        if own != outer.as_slice() {
            condition.push(format!("{key}: {}", places(own)));
        }
    }
    let retry = match retry::retryable(row) {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    };
    let cells = [
        vec![number],
        variant,
        condition,
        vec![row.payload.map_or("–".to_owned(), rust::short)],
        vec![retry.to_owned()],
    ];
    cells.map(|cell| cell.iter().map(|text| clean::message(text)).collect())
}

/// Which answers it is about that the document does not list.
fn beyond(row: &Row<'_>) -> Option<&'static str> {
    match (row.statuses, &row.source) {
        // Said once for the status, and not for each of its codes.
        (_, Source::Response(Some(_))) => None,
        (Statuses::Default { successes: true }, _) => Some("a 2xx that is not documented, too"),
        (Statuses::Other { redirects: false }, _) => Some("not a 2xx"),
        (Statuses::Other { redirects: true }, _) => Some("no 2xx, and no 3xx of the document"),
        (Statuses::Default { successes: false } | Statuses::Of(_) | Statuses::One(_), _) => None,
    }
}

/// Places in the order in which they are looked at.
fn places(places: &[String]) -> String {
    places.join(", else ")
}
