//! What every generated client wraps, and the one path a call takes.

use std::{any::TypeId, fmt, sync::Arc};

use http::Request;

use super::{exchange::exchange, settings::Settings};
use crate::{Body, BuildError, CallResult, Operation, RequestParts, Response};

/// A client's settings, shared by its clones.
#[doc(hidden)]
#[derive(Clone)]
pub struct Core {
    settings: Arc<Settings>,
}

impl Core {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            settings: Arc::new(settings),
        }
    }

    #[cfg(test)]
    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The request that an operation becomes.
    ///
    /// # Errors
    /// When it cannot be built.
    pub fn request<O: Operation>(&self, operation: &O) -> Result<Request<Body>, BuildError> {
        let mut parts = RequestParts::new(&O::META);
        operation.encode(&mut parts)?;
        self.settings.request(TypeId::of::<O>(), &O::META, parts)
    }

    /// Sends an operation and reads the answer.
    ///
    /// # Errors
    /// Any [`Error`].
    pub async fn send<O: Operation>(&self, operation: &O) -> CallResult<O> {
        let request = self.request(operation)?;
        let mut raw = exchange(&self.settings, &O::META, request).await?;
        let output = O::decode(&mut raw)?;
        Ok(Response::new(raw.status(), raw.headers().clone(), output))
    }
}

impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schemes: Vec<_> = self.settings.credentials.keys().collect();
        f.debug_struct("Client")
            .field("base_url", &format_args!("{}", self.settings.base))
            .field("credentials", &schemes)
            .finish_non_exhaustive()
    }
}
