//! The client: its builder's methods, and a method for each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::{docs, ident::ident, import, method};
use crate::ir::{Credential, Module, Scheme, Variable};

pub(super) fn file(module: &Module) -> TokenStream {
    let client = &module.client;
    let docs = docs::outer(&client.docs);
    let server = &client.server;
    let variables = client.variables.iter().map(variable_row);
    let settings = builder_methods(module);
    let methods = module.operations.iter().map(method::method);
    let setters = module.operations.iter().filter_map(method::call_setters);
    let body = quote! {
        static API: Api = Api { server: #server, variables: &[#(#variables),*] };

        outspoken::__private::client! { #docs API }

        #settings

        impl Client {
            #(#methods)*
        }

        #(#setters)*
    };
    let imports = import::used(&body, import::CLIENT);
    quote! {
        //! The client.
        #imports
        #body
    }
}

fn variable_row(variable: &Variable) -> TokenStream {
    let Variable {
        name,
        default,
        values,
        method: _,
        docs: _,
    } = variable;
    quote!(Variable { name: #name, default: #default, values: &[#(#values),*] })
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
    } = scheme;
    let docs = docs::outer(docs);
    let method = ident(method);
    match credential {
        Credential::Bearer => quote! {
            #docs
            #[must_use]
            pub fn #method(self, token: impl Into<Secret>) -> Self {
                self.credential(#name, Credential::Bearer(token.into()))
            }
        },
        Credential::Basic => quote! {
            #docs
            #[must_use]
            pub fn #method(self, user: impl Into<String>, password: impl Into<Secret>) -> Self {
                self.credential(#name, Credential::Basic { user: user.into(), password: password.into() })
            }
        },
    }
}

fn variable_method(variable: &Variable) -> TokenStream {
    let Variable {
        method,
        docs,
        name,
        default: _,
        values: _,
    } = variable;
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
