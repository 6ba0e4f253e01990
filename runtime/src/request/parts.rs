//! A request in the making.

use std::collections::BTreeMap;

use http::HeaderMap;

use super::{Parameter, ToParameter, path, serialize, write::Way};
use crate::{
    Body, BuildError, OperationMeta,
    schema::{Wire, Written},
};

/// What an operation writes its arguments into.
///
/// ```
/// use outspoken::{OperationMeta, RequestParts};
///
/// let meta = OperationMeta::new("ping", "ping", "GET", "/ping");
/// let parts = RequestParts::new(&meta);
/// assert_eq!(parts.path_and_query()?, "/ping");
/// # Ok::<(), outspoken::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct RequestParts {
    template: &'static str,
    /// Path arguments, escaped.
    pub(super) path: BTreeMap<&'static str, String>,
    /// Pairs, escaped, with `&` between them.
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    body: Body,
    /// Why an argument could not be written.
    fault: Option<BuildError>,
}

impl RequestParts {
    /// A request for an operation, without arguments yet.
    #[must_use]
    pub fn new(meta: &OperationMeta) -> Self {
        Self {
            template: meta.path,
            path: BTreeMap::new(),
            query: String::new(),
            headers: HeaderMap::new(),
            body: Body::empty(),
            fault: None,
        }
    }

    /// Writes an argument, if those before it could be written: a generated operation asks once,
    /// [at the end](Self::written), whether all could, since to ask after each takes the compiler long.
    #[doc(hidden)]
    pub fn argument<T: ?Sized>(&mut self, way: impl Way<T>, argument: &T) {
        if self.fault.is_none() {
            self.fault = way.write(self, argument).err();
        }
    }

    /// Writes an argument that may be left out.
    #[doc(hidden)]
    pub fn optional<T>(&mut self, way: impl Way<T>, argument: &Option<T>) {
        if let Some(argument) = argument {
            self.argument(way, argument);
        }
    }

    /// Whether all arguments could be written.
    ///
    /// # Errors
    /// Why the first that could not be was not.
    #[doc(hidden)]
    pub fn written(&mut self) -> Result<(), BuildError> {
        self.fault.take().map_or(Ok(()), Err)
    }

    /// Writes an argument where its parameter goes.
    ///
    /// # Errors
    /// When the argument breaks a constraint of its schema, or cannot stand where it goes.
    #[doc(hidden)]
    pub fn set<T: ToParameter + ?Sized>(
        &mut self,
        parameter: Parameter,
        argument: &T,
    ) -> Result<(), BuildError> {
        self.place(&parameter, argument.to_parameter())
    }

    /// Writes an argument of many members, or of any type, where its parameter goes.
    ///
    /// # Errors
    /// As [`set`](Self::set); and when the argument cannot be written, as with a map whose keys are
    /// no text.
    #[doc(hidden)]
    pub fn serialize<T: Wire>(
        &mut self,
        parameter: Parameter,
        argument: &T,
    ) -> Result<(), BuildError> {
        let value = serialize::value(&Written(argument)).map_err(|error| {
            BuildError::argument(parameter.name, format!("cannot be written: {error}"))
        })?;
        self.place(&parameter, value)
    }

    /// Sets the body.
    pub fn set_body(&mut self, body: Body) {
        self.body = body;
    }

    /// The headers.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The filled path and the query, as they follow the base URL.
    ///
    /// # Errors
    /// When a path argument is missing, or a segment would lead to another path.
    pub fn path_and_query(&self) -> Result<String, BuildError> {
        let (template, fixed) = self.template.split_once('?').unwrap_or((self.template, ""));
        let mut whole = path::fill(template, &self.path)?;
        let fixed = path::fill_query(fixed, &self.path)?;
        let mut mark = '?';
        for part in [fixed, self.query.clone()] {
            if !part.is_empty() {
                whole.push(mark);
                whole.push_str(&part);
                mark = '&';
            }
        }
        Ok(whole)
    }

    pub(crate) fn into_headers_and_body(self) -> (HeaderMap, Body) {
        (self.headers, self.body)
    }
}
