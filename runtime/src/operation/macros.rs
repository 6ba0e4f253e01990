//! What all operations have in common, written once.

/// Defines an operation: its struct, the constructor and the setters of it and of its call, the method
/// of the client, how it is encoded, and how it is decoded.
///
/// What it must be given stands in parentheses, as in the method's own signature, and what it may be
/// given in `optional`. A row is a parameter: its name, its type, and how it is written into a request.
/// A type after `as` may be given as anything that becomes it, and that in brackets after `in` as
/// anything that has such items; a type after `:` is given as it is. The documentation of the signature
/// is that of the method's errors, a line each: the generator writes it, since each text that a macro
/// puts together costs the compiler more than one that is there. What follows is the table of responses,
/// and, for documentation, what a body that only `default` documents is read as.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    (
        $(#[doc = $doc:literal])*
        $(#[deprecated $($deprecated:tt)*])?
        $visible:vis struct $name:ident($id:literal, $verb:literal, $path:literal $(, $line:literal)? $(,)?) {
            $(#[doc = $error_doc:literal])*
            $method_visible:vis fn $method:ident($(
                $(#[$r_docs:meta])*
                $r_name:ident $(: $r_plain:ty =)? $(as $r_into:ty =)? $(in [$r_each:ty] =)?
                $r_write:expr
            ),* $(,)?) -> Result<$output:ty, errors::$error:ident>;
            $(meta: [$($set:ident $given:tt),* $(,)?],)?
            $(optional {$(
                $(#[$o_docs:meta])*
                $o_name:ident $(: $o_plain:ty =)? $(as $o_into:ty =)? $(in [$o_each:ty] =)?
                $o_write:expr,
            )*})?
            $(success_when: $success_when:expr,)?
            $(code: $code:expr,)?
            $(message: $message:expr,)?
            $(cases: [$($case:expr),* $(,)?],)?
            $(in_band: [$($in_band:expr),* $(,)?],)?
            $(outputs: [$($ok:literal => $read:expr),* $(,)?],)?
            $(errors: [$($no:literal => $number:expr),* $(,)?],)?
            $(documented: [$($documented:expr),* $(,)?],)?
            $(default: $default:literal,)?
        }
    ) => {
        #[doc = $crate::__request_line!($verb, $path $(, $line)?)]
        #[doc = concat!(
            "\n See [`Client::", stringify!($method), "`](Client::", stringify!($method), ")."
        )]
        $(#[deprecated $($deprecated)*])?
        #[allow(missing_docs, reason = "documents do not describe all parameters")]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visible struct $name {
            $($(#[$r_docs])* pub $r_name: $($r_plain)? $($r_into)? $(::std::vec::Vec<$r_each>)?,)*
            $($($(#[$o_docs])* pub $o_name: ::std::option::Option<
                $($o_plain)? $($o_into)? $(::std::vec::Vec<$o_each>)?
            >,)*)?
        }

        #[allow(missing_docs, clippy::too_many_arguments, reason = "documents are as they are")]
        impl $name {
            /// The operation with its required arguments.
            #[must_use]
            pub fn new($(
                $r_name: $($r_plain)? $(impl Into<$r_into>)? $(impl IntoIterator<Item = $r_each>)?
            ),*) -> Self {
                $(
                    $(let $r_name: $r_into = $r_name.into();)?
                    $(let $r_name: ::std::vec::Vec<$r_each> = $r_name.into_iter().collect();)?
                )*
                Self { $($r_name,)* $($($o_name: ::std::option::Option::None,)*)? }
            }

            $($(
                $(#[$o_docs])*
                #[must_use]
                pub fn $o_name(
                    mut self,
                    $o_name: $($o_plain)? $(impl Into<$o_into>)?
                        $(impl IntoIterator<Item = $o_each>)?
                ) -> Self {
                    $($crate::__private::given::plain::<$o_plain>(&mut self.$o_name, $o_name);)?
                    $($crate::__private::given::into::<$o_into>(&mut self.$o_name, $o_name);)?
                    $($crate::__private::given::each::<$o_each>(&mut self.$o_name, $o_name);)?
                    self
                }
            )*)?
        }

        $crate::__operation_default!($name { $($r_name)* });

        #[allow(missing_docs, reason = "documents do not describe all parameters")]
        impl Call<'_, $name> {$($(
            $(#[$o_docs])*
            pub fn $o_name(
                mut self,
                $o_name: $($o_plain)? $(impl Into<$o_into>)? $(impl IntoIterator<Item = $o_each>)?
            ) -> Self {
                let given = &mut self.operation.$o_name;
                $($crate::__private::given::plain::<$o_plain>(given, $o_name);)?
                $($crate::__private::given::into::<$o_into>(given, $o_name);)?
                $($crate::__private::given::each::<$o_each>(given, $o_name);)?
                self
            }
        )*)?}

        impl Client {
            $(#[doc = $doc])*
            #[doc = concat!("\n", $crate::__request_line!($verb, $path $(, $line)?))]
            $(
                #[doc = "\n Optional:\n"]
                $(#[doc = concat!(
                    " - [`", stringify!($o_name), "`](Call::", stringify!($o_name), ")"
                )])*
            )?
            #[doc = concat!(
                "\n # Errors\n\n [`Error::Api`](outspoken::Error::Api) with a [`",
                stringify!($error), "`](errors::", stringify!($error), "):\n"
            )]
            $(#[doc = $error_doc])*
            #[doc = " - `Unrecognized`: any other error."]
            $(#[doc = concat!(
                "   [`read`](outspoken::ApiError::read) gives the body of one that `default` documents as ",
                $default, "."
            )])?
            $(#[deprecated $($deprecated)*])?
            #[allow(clippy::too_many_arguments, reason = "documents are as they are")]
            $method_visible fn $method(&self $(,
                $r_name: $($r_plain)? $(impl Into<$r_into>)? $(impl IntoIterator<Item = $r_each>)?
            )*) -> Call<'_, $name> {
                self.call($name::new($($r_name),*))
            }
        }

        impl $crate::Operation for $name {
            type Output = $output;
            type Error = errors::$error;
            const META: $crate::OperationMeta = $crate::__private::operation_meta(
                $id, stringify!($method), $verb, $path
            )$($(.$set $given)*)?;

            fn encode(&self, request: &mut $crate::RequestParts) -> Result<(), $crate::BuildError> {
                #[allow(unused_imports)]
                use $crate::__private::write::*;
                $(request.argument($r_write, &self.$r_name);)*
                $($(request.optional($o_write, &self.$o_name);)*)?
                request.written()
            }

            fn responses() -> $crate::__private::Responses<$output> {
                #[allow(unused_imports)]
                use $crate::__private::table::*;
                #[allow(clippy::needless_update)]
                $crate::__private::Responses {
                    $(success_when: const { $success_when },)?
                    $(code: $code,)?
                    $(message: $message,)?
                    $(cases: const { &[$($case),*] },)?
                    $(in_band: const { &[$($in_band),*] },)?
                    $(outputs: &[$(($ok, $read)),*],)?
                    $(errors: &[$(($no, $number)),*],)?
                    $(documented: const { &[$($documented),*] },)?
                    ..$crate::__private::Responses::NEW
                }
            }
        }
    };
}

/// The line of an operation's documentation that says what is sent, as code: where method and path
/// cannot stand between backticks as they are, a text that can is given as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __request_line {
    ($verb:literal, $path:literal) => {
        concat!(" `", $verb, " ", $path, "`")
    };
    ($verb:literal, $path:literal, $line:literal) => {
        concat!(" ", $line)
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
