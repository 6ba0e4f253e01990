//! Variants named after HTTP status codes.

/// The variant for one status: its registered reason phrase, else `Status` and the number.
///
/// Names are those of RFC 9110 and the IANA registry; 306 and 418 are registered as unused.
pub(crate) fn variant_of_status(code: u16) -> String {
    match phrase(code) {
        Some(name) => name.to_owned(),
        None => format!("Status{code}"),
    }
}

/// The variant for a range such as `4XX`, by its first digit.
pub(crate) fn variant_of_range(class: u16) -> String {
    match class {
        1 => "Informational".to_owned(),
        2 => "Success".to_owned(),
        3 => "Redirection".to_owned(),
        4 => "ClientError".to_owned(),
        5 => "ServerError".to_owned(),
        _ => format!("Status{class}xx"),
    }
}

fn phrase(code: u16) -> Option<&'static str> {
    if code < 400 {
        phrase_below_400(code)
    } else {
        phrase_of_error(code)
    }
}

fn phrase_below_400(code: u16) -> Option<&'static str> {
    Some(match code {
        100 => "Continue",
        101 => "SwitchingProtocols",
        102 => "Processing",
        103 => "EarlyHints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "ImUsed",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        305 => "UseProxy",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        _ => return None,
    })
}

fn phrase_of_error(code: u16) -> Option<&'static str> {
    Some(match code {
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        425 => "TooEarly",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        431 => "RequestHeaderFieldsTooLarge",
        451 => "UnavailableForLegalReasons",
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        505 => "HttpVersionNotSupported",
        506 => "VariantAlsoNegotiates",
        507 => "InsufficientStorage",
        508 => "LoopDetected",
        510 => "NotExtended",
        511 => "NetworkAuthenticationRequired",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_statuses() {
        assert_eq!(variant_of_status(404), "NotFound");
        assert_eq!(variant_of_status(429), "TooManyRequests");
        assert_eq!(variant_of_status(418), "Status418");
        assert_eq!(variant_of_status(599), "Status599");
        assert_eq!(variant_of_range(4), "ClientError");
        assert_eq!(variant_of_range(9), "Status9xx");
    }

    #[test]
    fn names_are_distinct() {
        let names: std::collections::BTreeSet<String> = (0..=999).map(variant_of_status).collect();
        assert_eq!(names.len(), 1000);
    }
}
