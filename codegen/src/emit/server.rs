//! Servers, as the runtime takes them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Server;

pub(super) fn server(server: &Server) -> TokenStream {
    let Server { url, variables } = server;
    let variables = variables.iter().map(|(name, default, values)| {
        quote!(Variable { name: #name, default: #default, values: &[#(#values),*] })
    });
    quote!(Api { server: #url, variables: &[#(#variables),*] })
}
