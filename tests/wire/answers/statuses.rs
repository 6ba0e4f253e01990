//! Several successes, redirects, and answers of which nothing is documented.

use outspoken::Error;

use super::{JSON, answered, client};
use crate::{
    clients::answers::{
        outputs::{HeadDocumentOutput, PutDocumentOutput},
        types::{Document, Fault},
    },
    support::run,
};

#[test]
fn each_status_is_a_variant() {
    let put = |status, body| {
        let client = answered(status, JSON, body);
        run(client.put_document("a")).map(outspoken::Response::into_inner)
    };
    let is_document = |output: Option<_>| {
        let document: Document = output.unwrap();
        document.name == "a"
    };
    let document = r#"{"name": "a"}"#;
    assert!(is_document(put(200, document).unwrap().into_ok()));
    assert!(is_document(put(201, document).unwrap().into_created()));
    let accepted = put(202, r#"{"job": 7}"#).unwrap();
    assert!(matches!(&accepted, PutDocumentOutput::Accepted(job) if job.job == 7));
    assert!(accepted.is_accepted() && !accepted.is_ok());
    assert!(accepted.into_ok().is_none());
    assert_eq!(put(204, "").unwrap(), PutDocumentOutput::NoContent);
    let moved = put(301, r#"{"job": 8}"#).unwrap();
    assert_eq!(moved.into_moved_permanently().unwrap().job, 8);

    // A status is what is documented for it, whatever else its body would fit.
    let error = put(202, document).unwrap_err();
    assert!(matches!(&error, Error::Decode(error) if error.body() == document));
    // `default` has what is not listed, successes too.
    let error = put(203, document).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized());
    assert_eq!(error.status().unwrap(), 203);
}

#[test]
fn nothing_under_one_status_is_none() {
    let client = answered(200, JSON, r#"{"name": "a"}"#);
    let document = run(client.get_document("a")).unwrap();
    assert_eq!(document.as_ref().unwrap().name, "a");

    let client = answered(304, "", "");
    let response = run(client.get_document("a").if_none_match("\"1\"")).unwrap();
    assert_eq!(
        (response.status().as_u16(), response.is_none()),
        (304, true)
    );

    // `null` is no document, and so it is not nothing either.
    let client = answered(200, JSON, "null");
    assert!(matches!(
        run(client.get_document("a")),
        Err(Error::Decode(_))
    ));
    // Nor is an empty body, under a status that has one.
    let client = answered(200, "", "");
    assert!(matches!(
        run(client.get_document("a")),
        Err(Error::Decode(_))
    ));
}

#[test]
fn the_same_under_several_statuses_is_told_by_the_status() {
    for (status, body) in [(200, ""), (200, "<h1>"), (204, "")] {
        let client = answered(status, "", body);
        let response = run(client.delete_document("a")).unwrap();
        assert_eq!(response.status(), status);
    }
    let client = answered(304, "", "");
    assert!(matches!(
        run(client.delete_document("a")),
        Err(Error::Api(_))
    ));
}

#[test]
fn a_redirect_says_where_to() {
    let (client, transport) = client([{
        let mut answer = super::answer(307, "", "");
        let location = "/documents/b".parse().unwrap();
        answer.headers_mut().insert("location", location);
        answer
    }]);
    let response = run(client.put_document("a")).unwrap();
    assert!(response.is_redirection());
    assert_eq!(response.location(), Some("/documents/b"));
    assert_eq!(transport.requests().len(), 1);

    let client = answered(303, "", "");
    let response = run(client.login()).unwrap();
    assert_eq!(
        (response.status().as_u16(), response.location()),
        (303, None)
    );
    // No success is documented, so that nothing is known of one.
    let client = answered(200, JSON, "{}");
    assert!(matches!(run(client.login()), Err(Error::Decode(_))));
}

#[test]
fn an_answer_to_head_has_no_body() {
    let output = run(answered(200, JSON, "").head_document("a")).unwrap();
    assert_eq!(*output, HeadDocumentOutput::Ok);
    let output = run(answered(302, "", "").head_document("a")).unwrap();
    assert_eq!(*output, HeadDocumentOutput::Found);
    let error = run(answered(404, JSON, "").head_document("a")).unwrap_err();
    assert!(error.kind().unwrap().is_not_found());
}

#[test]
fn what_is_not_documented_is_given_as_it_comes() {
    let response = run(answered(207, "a/b", "as it is").get_unsaid()).unwrap();
    assert_eq!(*response, "as it is");
    let error = run(answered(302, "", "").get_unsaid()).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized());
}

#[test]
fn what_only_default_documents_is_read_as_its_type() {
    let body = r#"{"why": "so"}"#;
    let error = run(answered(500, JSON, body).put_document("a")).unwrap_err();
    let error = error.api().unwrap();
    assert!(error.kind().is_unrecognized());
    assert_eq!(error.read::<Fault>().unwrap().why, "so");
    let fault = error.read::<Document>().unwrap_err();
    let said = "the body of the 500 answer is not of this type: missing field `name`";
    assert!(fault.to_string().starts_with(said), "{fault}");

    let error = run(answered(502, "text/html", "<h1>").put_document("a")).unwrap_err();
    let fault = error.api().unwrap().read::<Fault>().unwrap_err();
    assert!(fault.to_string().contains("not JSON"), "{fault}");
}

#[test]
fn default_is_the_output_where_no_success_is_documented() {
    let response = run(answered(201, "", r#"{"name": "a"}"#).get_whatever()).unwrap();
    assert_eq!(response.name, "a");
    let error = run(answered(400, JSON, r#"{"name": "a"}"#).get_whatever()).unwrap_err();
    assert!(error.kind().unwrap().is_unrecognized());
}
