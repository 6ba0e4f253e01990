//! An error may come to a document later, so a match has an arm for the rest.

use generated::wasend::errors::DeleteGroupPictureError as E;

fn hint(error: &E) -> &'static str {
    match error {
        E::NotDeleted(_) => "look at the body",
        E::BadRequest(_) => "look at the arguments",
        E::Unauthorized(_) => "check the key",
        E::Forbidden(_) => "ask an admin",
        E::NotFound(_) => "look at the ids",
        E::TooManyRequests(_) => "wait",
        E::InternalServerError(_) => "try again",
        E::Unrecognized(_) => "look at the status",
    }
}

fn main() {
    let _ = hint;
}
