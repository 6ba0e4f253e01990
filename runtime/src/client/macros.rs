//! What all generated clients have in common, written once.

/// Defines `Client`, `ClientBuilder` and `Call` of a module, from its `Api`.
#[doc(hidden)]
#[macro_export]
macro_rules! __client {
    ($(#[$docs:meta])* $api:ident) => {
        $(#[$docs])*
        ///
        /// Cloning is cheap: clones share settings and connections.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: $crate::__private::Core,
        }

        impl Client {
            /// Starts a client: give it credentials, then [`build`](ClientBuilder::build) it.
            #[must_use]
            pub fn builder() -> ClientBuilder {
                ClientBuilder {
                    inner: $crate::__private::Builder::new(&$api),
                }
            }

            /// Prepares the call of an operation; `.await` sends it.
            #[must_use]
            pub fn call<O: $crate::Operation>(&self, operation: O) -> Call<'_, O> {
                Call {
                    core: &self.core,
                    operation,
                }
            }
        }

        impl Client {
            /// The request that an operation becomes, without sending it. Credentials in it are
            /// marked as sensitive, so that `Debug` does not show them.
            ///
            /// # Errors
            /// When the call would end in [`Error::Build`]($crate::Error::Build).
            pub fn request<O: $crate::Operation>(
                &self,
                operation: &O,
            ) -> Result<$crate::http::Request<$crate::Body>, $crate::BuildError> {
                self.core.request(operation)
            }
        }

        /// Settings of a [`Client`]. Faults in them are reported by [`build`](Self::build).
        #[derive(Clone, Debug)]
        pub struct ClientBuilder {
            inner: $crate::__private::Builder,
        }

        impl ClientBuilder {
            /// Sends requests to this URL instead of the API's own server. A path in it is kept
            /// as a prefix.
            #[must_use]
            pub fn base_url(mut self, url: &str) -> Self {
                self.inner = self.inner.base_url(url);
                self
            }

            /// Limits a whole call, from the first byte sent to the last byte read: 60 seconds
            /// unless set. Of a body that is handed on as it arrives, no byte counts.
            #[must_use]
            pub fn timeout(mut self, limit: ::std::time::Duration) -> Self {
                self.inner = self.inner.timeout(limit);
                self
            }

            /// Limits one attempt of a call. Not limited unless set, other than by
            /// [`timeout`](Self::timeout).
            #[must_use]
            pub fn attempt_timeout(mut self, limit: ::std::time::Duration) -> Self {
                self.inner = self.inner.attempt_timeout(limit);
                self
            }

            /// Limits connecting: 10 seconds unless set. A transport that the caller sets has its
            /// own limit.
            #[must_use]
            pub fn connect_timeout(mut self, limit: ::std::time::Duration) -> Self {
                self.inner = self.inner.connect_timeout(limit);
                self
            }

            /// Limits the body of an answer, in bytes: 8 MiB unless set. A larger one is an
            /// error that says so. One that is handed on as it arrives has no limit.
            #[must_use]
            pub fn body_limit(mut self, bytes: u64) -> Self {
                self.inner = self.inner.body_limit(bytes);
                self
            }

            /// Sends requests over this transport instead of the default one.
            #[must_use]
            pub fn transport(mut self, transport: impl $crate::Transport + 'static) -> Self {
                self.inner = self.inner.transport(::std::sync::Arc::new(transport));
                self
            }

            /// Adds a header to every request.
            #[must_use]
            pub fn header(mut self, name: &str, value: &str) -> Self {
                self.inner = self.inner.header(name, value);
                self
            }

            /// Lets credentials travel over `http://` to hosts that are not this machine, where
            /// anyone on the way can read them.
            #[must_use]
            pub fn allow_insecure_http(mut self) -> Self {
                self.inner = self.inner.allow_insecure_http();
                self
            }

            /// Builds the client.
            ///
            /// # Errors
            /// When a setting cannot be used: a base URL, a server variable, a header or a
            /// credential.
            pub fn build(self) -> Result<Client, $crate::BuildError> {
                Ok(Client {
                    core: self.inner.build()?,
                })
            }

            #[allow(dead_code)]
            fn variable(mut self, name: &'static str, value: String) -> Self {
                self.inner = self.inner.variable(name, value);
                self
            }

            #[allow(dead_code)]
            fn credential(
                mut self,
                scheme: &'static str,
                credential: $crate::__private::Credential,
            ) -> Self {
                self.inner = self.inner.credential(scheme, credential);
                self
            }
        }

        /// An operation that is ready to be sent: `.await` sends it.
        #[derive(Clone, Debug)]
        #[must_use = "a call is sent when it is awaited"]
        pub struct Call<'client, O> {
            pub(super) core: &'client $crate::__private::Core,
            pub(super) operation: O,
        }

        impl<'client, O: $crate::Operation> ::std::future::IntoFuture for Call<'client, O> {
            type Output = $crate::CallResult<O>;
            type IntoFuture = $crate::BoxFuture<'client, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(async move { self.core.send(&self.operation).await })
            }
        }
    };
}
