//! The client, and its builder's methods.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, import, server};
use crate::ir::{self, Credential, Module, Scheme, Variable};

pub(super) fn file(module: &Module) -> TokenStream {
    let client = &module.client;
    let docs = docs::outer(&client.docs);
    let server = server::server(&client.server);
    let others = other_servers(client);
    let settings = builder_methods(module);
    let body = quote! {
        static API: Api = #server;

        client! { #docs API }

        #settings

        #others
    };
    let (imports, body) = import::used(body, import::CLIENT, &[], 1);
    quote! {
        //! The client.
        #imports
        #body
    }
}

fn other_servers(client: &ir::Client) -> Option<TokenStream> {
    let constants = client.others.iter().map(|(name, docs, url)| {
        let (docs, name) = (docs::outer(docs), ident(name));
        quote!(#docs pub const #name: &'static str = #url;)
    });
    let constants: Vec<_> = constants.collect();
    (!constants.is_empty()).then(|| quote!(impl ClientBuilder { #(#constants)* }))
}

fn builder_methods(module: &Module) -> Option<TokenStream> {
    let schemes = module.client.schemes.iter().map(scheme_method);
    let variables = module.client.variables.iter().map(variable_method);
    let methods: Vec<_> = schemes.chain(variables).collect();
    (!methods.is_empty()).then(|| quote!(impl ClientBuilder { #(#methods)* }))
}

fn scheme_method(scheme: &Scheme) -> TokenStream {
    let Scheme {
        method,
        docs,
        name,
        credential,
        deprecated,
    } = scheme;
    let deprecated = docs::deprecated(*deprecated);
    let docs = docs::outer(docs);
    let method = ident(method);
    let (value, how) = match credential {
        Credential::Basic => {
            return quote! {
                            #docs
                            #deprecated
            #[must_use]
                            pub fn #method(self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
                                self.credential(#name, Credential::Basic { user: user.into(), password: password.into() })
                            }
                        };
        }
        Credential::Bearer => (quote!(token), quote!(Bearer(token.into()))),
        Credential::Http(scheme) => (
            quote!(credentials),
            quote!(Http(#scheme, credentials.into())),
        ),
        Credential::Header(header) => (quote!(key), quote!(Header(#header, key.into()))),
        Credential::Query(parameter) => (quote!(key), quote!(Query(#parameter, key.into()))),
        Credential::Cookie(cookie) => (quote!(key), quote!(Cookie(#cookie, key.into()))),
    };
    quote! {
            #docs
            #deprecated
    #[must_use]
            pub fn #method(self, #value: impl Into<Secret>) -> Self {
                self.credential(#name, Credential::#how)
            }
        }
}

fn variable_method(variable: &Variable) -> TokenStream {
    let Variable { method, docs, name } = variable;
    let docs = docs::outer(docs);
    let method = ident(method);
    quote! {
        #docs
        #[must_use]
        pub fn #method(self, value: impl Into<String>) -> Self {
            self.variable(#name, value.into())
        }
    }
}
