//! How the body of a success is read.

use bytes::Bytes;

use crate::{
    Body, DecodeError, Events, JsonLines, RawResponse,
    response::{from_text, media_type},
    schema::{Wire, from_json},
};

/// Reads a body as JSON.
#[doc(hidden)]
pub fn json<T: Wire>(response: &mut RawResponse) -> Result<T, DecodeError> {
    from_json(response.status(), response.headers(), response.body())
}

/// Reads a body as JSON, where another status says that there is nothing. Tables have one function for
/// it: a closure in each costs the compiler as much as the rest of a table.
///
/// # Errors
/// When it is not what is documented.
#[doc(hidden)]
pub fn some_json<T: Wire>(response: &mut RawResponse) -> Result<Option<T>, DecodeError> {
    json(response).map(Some)
}

/// Takes no notice of a body, as the status says that there is nothing.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn none<T>(_: &mut RawResponse) -> Result<Option<T>, DecodeError> {
    Ok(None)
}

/// Reads a body as text.
///
/// # Errors
/// When it is not, by its charset.
#[doc(hidden)]
pub fn text(response: &mut RawResponse) -> Result<String, DecodeError> {
    from_text(response.status(), response.headers(), response.body())
}

/// Reads a text that is documented as itself and as a string of JSON: by its content type, which
/// counts only where it says text.
///
/// # Errors
/// When it is neither.
#[doc(hidden)]
pub fn json_or_text(response: &mut RawResponse) -> Result<String, DecodeError> {
    if media_type::is_text(response.headers()) {
        return text(response);
    }
    json(response)
}

/// Takes a body as it came.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn bytes(response: &mut RawResponse) -> Result<Bytes, DecodeError> {
    Ok(response.body().clone())
}

/// Hands a body on, as it arrives or as it came.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn stream(response: &mut RawResponse) -> Result<Body, DecodeError> {
    let arriving = response.take_stream();
    Ok(arriving.unwrap_or_else(|| Body::from(response.body().clone())))
}

/// Hands on events whose data is JSON.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn events<T: Wire>(response: &mut RawResponse) -> Result<Events<T>, DecodeError> {
    let body = stream(response)?;
    Ok(Events::json(response, body))
}

/// Hands on events whose data is text.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn text_events(response: &mut RawResponse) -> Result<Events<String>, DecodeError> {
    let body = stream(response)?;
    Ok(Events::text(response, body))
}

/// Hands on texts of JSON that follow each other.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn json_lines<T: Wire>(response: &mut RawResponse) -> Result<JsonLines<T>, DecodeError> {
    let body = stream(response)?;
    Ok(JsonLines::new(response, body))
}

/// Takes no notice of a body, as none is documented.
///
/// # Errors
/// None.
#[doc(hidden)]
pub fn nothing(_: &mut RawResponse) -> Result<(), DecodeError> {
    Ok(())
}
