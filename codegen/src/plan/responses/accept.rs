//! What is asked for: the `Accept` header (RFC 9110 §12.5.1).

use super::{
    super::types::Types,
    others::others,
    representation,
    row::{Row, has_body},
};
use crate::{
    ir::Read,
    model::{MediaType, Operation},
};

/// The names of media types, each once, and how much each is wanted.
#[derive(Default)]
struct Wanted {
    names: Vec<String>,
}

impl Wanted {
    fn add(&mut self, name: &str, less: bool) {
        let is_there = |there: &String| {
            let bare = there.strip_suffix(LESS).unwrap_or(there);
            bare.eq_ignore_ascii_case(name)
        };
        if !self.names.iter().any(is_there) {
            let less = if less { LESS } else { "" };
            self.names.push(format!("{name}{less}"));
        }
    }

    /// JSON that is documented as whatever may come is asked for as what it is.
    fn add_one(&mut self, one: &MediaType, read: Read, less: bool) {
        let is_json = matches!(read, Read::Json | Read::JsonOrText);
        if is_json && one.is_range() {
            self.add("application/json", less);
        }
        self.add(&one.name, less || (is_json && one.is_range()));
    }
}

/// What answers that are no successes may come in.
const LESS: &str = ";q=0.9";

/// The media types that successes are read in; then those of other answers, which a server must
/// not take for the wanted ones where it has a choice.
pub(super) fn accept(operation: &Operation, rows: &[Row<'_>], types: &Types<'_>) -> String {
    let mut wanted = Wanted::default();
    let mut reads = Vec::new();
    for row in rows.iter().filter(|row| row.is_success()) {
        for one in &row.all {
            wanted.add_one(one, row.read, false);
            reads.push(row.read);
        }
    }
    let asked: Vec<_> = rows
        .iter()
        .flat_map(|row| row.all.iter().copied())
        .collect();
    let others = others(operation, &asked, types);
    let given: Vec<_> = rows.iter().filter(|row| row.is_success()).collect();
    for response in &operation.responses {
        let is_row = |row: &&Row<'_>| std::ptr::eq(row.response, response);
        if given.iter().any(is_row) || !has_body(operation, response) {
            continue;
        }
        let groups = representation::groups(&response.content, types).groups;
        if let Some(group) = groups.first() {
            for one in &group.all {
                let is_choice = others.iter().any(|(_, other)| other.name == one.name);
                let less = is_choice || !(reads.is_empty() || reads.contains(&group.read));
                wanted.add_one(one, group.read, less);
            }
        }
    }
    wanted.names.join(", ")
}
