//! What all operations have in common, written once.

/// Defines an operation: its struct, the constructor and the setters of it and of its call, how it is
/// encoded, and how it is decoded.
///
/// A row is a parameter: its name, its type, and how it is written into a request. A type after `as`
/// may be given as anything that becomes it, and that in brackets after `in` as anything that has such
/// items; a type after `:` is given as it is. What follows is the table of responses.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    (
        $(#[$attribute:meta])*
        $visible:vis struct $name:ident($id:literal, $method:literal, $verb:literal, $path:literal) {
            $(meta: [$($set:ident $given:tt),*],)?
            output: $output:ty,
            error: $error:ty,
            required {$(
                $(#[$r_docs:meta])*
                $r_name:ident $(: $r_plain:ty =)? $(as $r_into:ty =)? $(in [$r_each:ty] =)?
                $r_write:expr,
            )*}
            optional {$(
                $(#[$o_docs:meta])*
                $o_name:ident $(: $o_plain:ty =)? $(as $o_into:ty =)? $(in [$o_each:ty] =)?
                $o_write:expr,
            )*}
            $($table:ident: $value:expr,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visible struct $name {
            $($(#[$r_docs])* pub $r_name: $($r_plain)? $($r_into)? $(::std::vec::Vec<$r_each>)?,)*
            $($(#[$o_docs])* pub $o_name: ::std::option::Option<
                $($o_plain)? $($o_into)? $(::std::vec::Vec<$o_each>)?
            >,)*
        }

        impl $name {
            /// The operation with its required arguments.
            #[allow(clippy::too_many_arguments)]
            #[must_use]
            pub fn new($(
                $r_name: $($r_plain)? $(impl Into<$r_into>)? $(impl IntoIterator<Item = $r_each>)?
            ),*) -> Self {
                $(
                    $(let $r_name: $r_into = $r_name.into();)?
                    $(let $r_name: ::std::vec::Vec<$r_each> = $r_name.into_iter().collect();)?
                )*
                Self { $($r_name,)* $($o_name: ::std::option::Option::None,)* }
            }

            $(
                $(#[$o_docs])*
                #[must_use]
                pub fn $o_name(
                    mut self,
                    $o_name: $($o_plain)? $(impl Into<$o_into>)?
                        $(impl IntoIterator<Item = $o_each>)?
                ) -> Self {
                    $(let $o_name: $o_into = $o_name.into();)?
                    $(let $o_name: ::std::vec::Vec<$o_each> = $o_name.into_iter().collect();)?
                    self.$o_name = ::std::option::Option::Some($o_name);
                    self
                }
            )*
        }

        $crate::__operation_default!($name { $($r_name)* });

        impl super::Call<'_, $name> {$(
            $(#[$o_docs])*
            pub fn $o_name(
                mut self,
                $o_name: $($o_plain)? $(impl Into<$o_into>)? $(impl IntoIterator<Item = $o_each>)?
            ) -> Self {
                self.operation = self.operation.$o_name($o_name);
                self
            }
        )*}

        impl $crate::Operation for $name {
            type Output = $output;
            type Error = $error;
            const META: $crate::OperationMeta =
                $crate::OperationMeta::new($id, $method, $verb, $path)$($(.$set $given)*)?;

            fn encode(&self, request: &mut $crate::RequestParts) -> Result<(), $crate::BuildError> {
                #[allow(unused_imports)]
                use $crate::__private::write::*;
                let _ = &request;
                $($r_write.write(request, &self.$r_name)?;)*
                $(
                    if let ::std::option::Option::Some(value) = &self.$o_name {
                        $o_write.write(request, value)?;
                    }
                )*
                Ok(())
            }

            fn decode(
                response: &mut $crate::RawResponse,
            ) -> $crate::Outcome<Self::Output, Self::Error> {
                $crate::__private::decode(response, &Self::META, &<Self as $crate::__private::Documented>::RESPONSES)
            }
        }

        #[allow(clippy::needless_update)]
        impl $crate::__private::Documented for $name {
            const RESPONSES: $crate::__private::Responses<$output> = {
                #[allow(unused_imports)]
                use $crate::__private::table::*;
                $crate::__private::Responses {
                    $($table: $value,)*
                    ..$crate::__private::Responses::NEW
                }
            };
        }
    };
}

/// `Default`, where nothing is required.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_default {
    ($name:ident {}) => {
        impl ::std::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    };
    ($name:ident { $($required:ident)+ }) => {};
}
