//! Values of generated types, made and matched as in a user's own tests.
#![deny(warnings)]

use generated::capillary::{
    errors::DeleteCustomerImageError,
    types::{Code, ErrorEntry, ErrorResponse, Outcome, OutcomeStatus, Warning},
};
use outspoken::{ErrorKind, Payload};

fn main() {
    let entry = ErrorEntry::new(false, Code::Integer(8015), "Customer not found");
    let response = ErrorResponse {
        errors: Some(vec![entry]),
        ..ErrorResponse::default()
    };
    let error = DeleteCustomerImageError::CustomerNotFound(Payload::new(response.clone()));
    assert_eq!(error.variant(), "CustomerNotFound");
    assert!(error.is_customer_not_found() && !error.is_unrecognized());

    let outcome = Outcome::new(Code::Text("200".to_owned()), "Success", OutcomeStatus::True);
    let word = match &outcome.status {
        OutcomeStatus::True => "yes",
        OutcomeStatus::False => "no",
        _ => "perhaps",
    };
    assert_eq!(word, "yes");
    assert_eq!(Warning::new(), Warning::default());

    let json = serde_json::to_string(&response).expect("a response can be written");
    let back: ErrorResponse = serde_json::from_str(&json).expect("and read");
    assert_eq!(back, response);
}
