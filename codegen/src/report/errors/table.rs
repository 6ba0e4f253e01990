//! The errors for people.

use super::{
    super::{
        grid::{
            Cell,
            Column::{Firm, Soft},
            Grid, wrap,
        },
        rust,
    },
    Errors, Listed, condition,
    json::status,
    retry,
    row::{Row, Source, Statuses},
};
use crate::{ir::Responses, render::clean};

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
        let rows = || self.operations.iter().flat_map(|listed| &listed.rows);
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
                 that comes: errors with {statuses} may pass, others do not."
            ));
        }
        notes
            .iter()
            .flat_map(|note| wrap(note, width, ""))
            .collect()
    }
}

fn operation(listed: &Listed<'_>, width: usize) -> Vec<String> {
    let Listed {
        operation,
        error,
        rows,
    } = listed;
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
    lines.push(String::new());
    let grid = Grid {
        head: vec![
            Firm("#"),
            Firm("Variant"),
            Firm("Status"),
            Soft("Condition"),
            Soft("Payload"),
            Firm("Retry"),
        ],
        rows: rows
            .iter()
            .map(|row| cells(row, &operation.responses))
            .collect(),
    };
    lines.extend(grid.lines(width));
    lines
}

fn cells(row: &Row<'_>, table: &Responses) -> Vec<Cell> {
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
        Source::InBand(when) => {
            condition.extend(condition::paragraphs(when));
            condition.push("then as documented below".to_owned());
        }
        Source::Response(when) => {
            condition.extend(when.iter().flat_map(condition::paragraphs));
        }
        Source::Rest => {}
    }
    match row.statuses {
        Statuses::Default { successes: true } => {
            condition.push("a 2xx that is not documented, too".to_owned());
        }
        Statuses::Other => condition.push("not a 2xx".to_owned()),
        Statuses::Default { successes: false } | Statuses::Of(_) | Statuses::One(_) => {}
    }
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
        vec![statuses(row.statuses)],
        condition,
        vec![row.payload.map_or("–".to_owned(), rust::short)],
        vec![retry.to_owned()],
    ];
    let clean = |cell: Cell| cell.iter().map(|text| clean::message(text)).collect();
    cells.map(clean).into()
}

fn statuses(statuses: Statuses<'_>) -> String {
    match statuses {
        Statuses::Of([]) => "any".to_owned(),
        Statuses::Of(all) => {
            let all: Vec<_> = all.iter().map(|one| status(*one)).collect();
            all.join(", ")
        }
        Statuses::One(one) => status(one),
        Statuses::Default { .. } => "default".to_owned(),
        Statuses::Other => "any other".to_owned(),
    }
}

/// Places in the order in which they are looked at.
fn places(places: &[String]) -> String {
    places.join(", else ")
}
