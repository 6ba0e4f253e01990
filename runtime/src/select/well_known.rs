//! Where APIs put code, message and request ID when their document does not say.

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

/// Places of what to quote when asking the vendor.
pub(crate) const REQUEST_ID: &[&str] = &[
    "/request_id",
    "/requestId",
    "/error/request_id",
    "/meta/request_id",
];
