//! Makes a client of each document in `wire/specs`, for tests of what no API of `specs/` has.

use outspoken_codegen::{Build, BuildFailed};

fn main() -> Result<(), BuildFailed> {
    Build::new().specs_dir("wire/specs").emit()
}
