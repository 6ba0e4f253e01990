//! The documents that `bounds` measures, as deep as there but smaller: none may panic, overflow the
//! stack of a thread or take long.

use std::time::Duration;

use outspoken_bench::{
    bounds,
    trial::{self, Verdict},
};

#[test]
fn harmful_documents_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    for case in bounds::cases() {
        let of = if case.steps < 100 { 1 } else { 1500 };
        let name = format!("{}.{}", case.name, case.ending);
        let trial = trial::run_bytes(folder.path(), &name, case.document(of).as_bytes()).unwrap();
        if let Verdict::Failed(why) = trial.verdict {
            panic!("{name}: {why}");
        }
        // A hundred times what it takes: other programs run, too.
        assert!(
            trial.elapsed < Duration::from_secs(60),
            "{name}: {:?}",
            trial.elapsed
        );
    }
}
