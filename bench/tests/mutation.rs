//! A few of the documents that `mutate` runs by the hundred thousand.

use outspoken_bench::{
    mutation::Mutator,
    trial::{self, Verdict},
};

const SEED: u64 = 7;

#[test]
fn a_few_mutated_documents() {
    let mutator = Mutator::new(&[]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (mut accepted, mut failed) = (0, Vec::new());
    for number in 0..400 {
        let document = mutator.document(SEED, number);
        let trial = trial::run_bytes(folder.path(), &document.name, &document.bytes).unwrap();
        match trial.verdict {
            Verdict::Accepted(_) => accepted += 1,
            Verdict::Refused(_) => {}
            Verdict::Failed(why) => {
                let text = String::from_utf8_lossy(&document.bytes).into_owned();
                failed.push(format!("document {number}: {why}\n{text}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    // Documents that are all refused early would test nothing but the refusal.
    assert!(accepted > 40, "only {accepted} accepted");
}

#[test]
fn a_document_can_be_made_again() {
    let mutator = Mutator::new(&[]).unwrap();
    let made = |number| mutator.document(SEED, number).bytes;
    assert_eq!(made(3), made(3));
    assert_ne!(made(3), made(4));
}
