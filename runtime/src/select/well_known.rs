//! Where APIs put code, message, request ID and the time to wait when their document does not say.

/// Places of a code.
pub(crate) const CODE: &[&str] = &[
    "/code",
    "/error/code",
    "/errors/0/code",
    "/error_code",
    "/errorCode",
    "/error/type",
    "/type",
];

/// Places of a message.
pub(crate) const MESSAGE: &[&str] = &[
    "/message",
    "/error/message",
    "/errors/0/message",
    "/error_description",
    "/error_message",
    "/errorMessage",
    "/detail",
    "/title",
    "/error",
];

/// Places of the seconds to wait before the next try.
pub(crate) const RETRY_AFTER: &[&str] = &[
    "/retry_after",
    "/retryAfter",
    "/error/retry_after",
    "/parameters/retry_after",
];

/// Places of what to quote when asking the vendor.
pub(crate) const REQUEST_ID: &[&str] = &[
    "/request_id",
    "/requestId",
    "/error/request_id",
    "/meta/request_id",
];
