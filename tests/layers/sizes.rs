//! Files stay small enough to be read at once. (Functions are clippy's `too_many_lines`.)

use std::fs;

use outspoken_tests::repo;

use super::{hold, source};

const MOST: usize = 500;
const MEDIAN: usize = 150;

#[test]
fn files_are_small() {
    let mut lengths = Vec::new();
    let mut violations = Vec::new();
    for member in ["codegen", "cli", "runtime", "generated", "tests", "bench"] {
        for path in source::rust_files(&repo::root().join(member)) {
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            lengths.push(lines);
            if lines > MOST {
                let file = source::shown(&path);
                violations.push(format!("{file}: {lines} lines, and {MOST} are the most"));
            }
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > MEDIAN {
        violations.push(format!(
            "the median file has {median} lines, and {MEDIAN} are the most"
        ));
    }
    hold(violations);
}
