//! Makes a module of each document in `specs`.

use outspoken_codegen::{Build, BuildFailed};

fn main() -> Result<(), BuildFailed> {
    Build::new().specs_dir("../specs").emit()
}
