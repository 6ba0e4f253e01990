//! Headers that say who the caller is.

use http::HeaderName;

/// Headers whose value says who the caller is, whatever scheme the document names.
pub(crate) fn is_credential(name: &HeaderName) -> bool {
    let name = name.as_str();
    matches!(name, "authorization" | "proxy-authorization" | "cookie")
        || ["key", "token", "secret", "password", "session", "auth"]
            .iter()
            .any(|word| name.contains(word))
}
