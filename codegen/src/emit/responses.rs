//! Tables of responses.

use proc_macro2::TokenStream;
use quote::quote;

use super::{
    ident::ident,
    number::whole,
    predicate::{predicate, scalar},
};
use crate::ir::{ByCode, Case, Make, Operation, Read, Reading, Responses, Status, UNRECOGNIZED};

/// The members of the table.
pub(super) fn table(operation: &Operation) -> TokenStream {
    let Responses {
        success_when,
        cases,
        in_band,
        code,
        message,
    } = &operation.responses;
    let success_when = success_when.as_ref().map(|condition| {
        let condition = predicate(condition);
        quote!(success_when: Some(#condition),)
    });
    let places = places(code, message);
    let rows = cases.iter().map(case);
    let cases = (!cases.is_empty()).then(|| quote!(cases: [#(#rows),*],));
    let rows = in_band.iter().map(|(success, condition, error)| {
        let (success, condition, error) = (status(*success), predicate(condition), status(*error));
        quote!((#success, #condition, #error))
    });
    let in_band = (!in_band.is_empty()).then(|| quote!(in_band: [#(#rows),*],));
    let documented = documented(&operation.answer.documented);
    quote! {
        #success_when
        #places
        #cases
        #in_band
        #documented
    }
}

/// The documented responses: outputs and errors of one status each, and all others with how they are
/// read.
pub(super) fn documented(all: &[(Status, Reading)]) -> TokenStream {
    let (mut outputs, mut errors, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for (at, reading) in all {
        match (*at, reading) {
            (Status::Exact(code), Reading::Output { read, make }) => {
                let (code, made) = (whole(code.into()), made(*read, make));
                outputs.push(quote!(#code => #made));
            }
            (
                Status::Exact(code),
                Reading::Error {
                    variant,
                    by: None,
                    code: at,
                    message,
                },
            ) if at.is_empty() && message.is_empty() => {
                let (code, variant) = (whole(code.into()), number(*variant));
                errors.push(quote!(#code => #variant));
            }
            (at, reading) => {
                let (at, reading) = (status(at), self::reading(reading));
                others.push(quote!((#at, #reading)));
            }
        }
    }
    let outputs = (!outputs.is_empty()).then(|| quote!(outputs: [#(#outputs),*],));
    let errors = (!errors.is_empty()).then(|| quote!(errors: [#(#errors),*],));
    let others = (!others.is_empty()).then(|| quote!(documented: [#(#others),*],));
    quote!(#outputs #errors #others)
}

fn case(case: &Case) -> TokenStream {
    let Case {
        variant,
        statuses,
        when,
        over,
        code,
        message,
        retry,
    } = case;
    let variant = number(*variant);
    let status = match statuses.as_slice() {
        [] | [Status::Any] => None,
        [one] => {
            let one = status(*one);
            Some(quote!(status: #one,))
        }
        many => {
            let many = many.iter().map(|one| status(*one));
            Some(quote!(status: OneOf(&[#(#many),*]),))
        }
    };
    let when = when.as_ref().map(|condition| {
        let condition = predicate(condition);
        quote!(when: Some(#condition),)
    });
    let over: Vec<_> = over.iter().map(|index| whole(*index)).collect();
    let over = (!over.is_empty()).then(|| quote!(over: &[#(#over),*],));
    let places = places(code, message);
    let retry = retry.map(|retry| quote!(retry: Some(#retry),));
    quote!(Case { variant: #variant, #status #when #over #places #retry ..Case::NEW })
}

/// Where code and message are.
fn places(code: &[String], message: &[String]) -> TokenStream {
    let code = (!code.is_empty()).then(|| quote!(code: &[#(#code),*],));
    let message = (!message.is_empty()).then(|| quote!(message: &[#(#message),*],));
    quote!(#code #message)
}

fn reading(reading: &Reading) -> TokenStream {
    match reading {
        Reading::Output { read, make } => {
            let made = made(*read, make);
            quote!(Output(#made))
        }
        Reading::Error {
            variant,
            by,
            code,
            message,
        } => {
            let variant = number(*variant);
            let error = match code.is_empty() && message.is_empty() {
                true => quote!(Error(#variant)),
                false => quote!(ErrorAt(#variant, &[#(#code),*], &[#(#message),*])),
            };
            match by {
                Some(ByCode { at, values }) => {
                    let values = values.iter().map(|(value, variant)| {
                        let (value, variant) = (scalar(value), number(*variant));
                        quote!((#value, #variant))
                    });
                    quote!(ErrorBy(&[#at], &[#(#values),*], &#error))
                }
                None => error,
            }
        }
    }
}

/// A function that reads an answer and makes the output of it.
fn made(read: Read, make: &Make) -> TokenStream {
    let is_json = matches!(read, Read::Json);
    let read = ident(match read {
        Read::Nothing => "nothing",
        Read::Json => "json",
        Read::Text => "text",
        Read::JsonOrText => "json_or_text",
        Read::Bytes => "bytes",
        Read::Stream => "stream",
        Read::Events => "events",
        Read::TextEvents => "text_events",
        Read::JsonLines => "json_lines",
    });
    let variant = |of: &str, name: &str| {
        let (of, name) = (ident(of), ident(name));
        quote!(outputs::#of::#name)
    };
    match make {
        Make::Plain => quote!(#read),
        Make::Some if is_json => quote!(some_json),
        Make::Some => quote!(|raw| #read(raw).map(Some)),
        Make::None => quote!(none),
        Make::Variant(of, name) => {
            let variant = variant(of, name);
            quote!(|raw| #read(raw).map(#variant))
        }
        Make::Unit(of, name) => {
            let variant = variant(of, name);
            quote!(|_| Ok(#variant))
        }
    }
}

/// The number of a variant in the tables and in its enum.
pub(super) fn number(position: usize) -> TokenStream {
    if position == UNRECOGNIZED {
        return quote!(UNRECOGNIZED);
    }
    whole(position)
}

fn status(status: Status) -> TokenStream {
    match status {
        Status::Exact(code) => {
            let code = whole(code.into());
            quote!(Exact(#code))
        }
        Status::Range(class) => {
            let class = whole(class.into());
            quote!(Range(#class))
        }
        Status::Any => quote!(Any),
    }
}
