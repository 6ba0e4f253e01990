//! An error that the document does not have cannot be handled.

use generated::wasend::errors::DeleteGroupPictureError as E;

fn hint(error: &E) -> &'static str {
    match error {
        E::Forbidden(_) => "ask an admin",
        E::PaymentRequired(_) => "pay",
        _ => "",
    }
}

fn main() {
    let _ = hint;
}
