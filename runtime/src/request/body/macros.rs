//! What generated bodies consist of beside their definition.

/// Implements a body of parts that may be files. `new` has the arguments of the constructor, `none`
/// the other fields; a row of `parts` is a field: its name, whether it is a file, its name on the
/// wire, and its encoding. Parts are sent in this order.
#[doc(hidden)]
#[macro_export]
macro_rules! __multipart {
    ($name:ident {
        $(fixed { $($f_field:ident = $f_value:expr,)* })?
        new { $($r_field:ident: $r_arg:ty,)* }
        none { $($o_field:ident,)* }
        parts {
            $($field:ident = $kind:ident($wire:literal) $(.$set:ident($($value:expr),*))*,)*
        }
        $(others { $others:ident = $others_kind:ident })?
    }) => {
        $crate::__object_new!($name
            { $($r_field: $r_arg,)* }
            { $($($f_field = $f_value,)*)? }
            {
                $($r_field: $r_field.into(),)*
                $($o_field: None,)*
                $($others: ::std::default::Default::default(),)?
            }
        );

        impl $crate::__private::Blank for $name {
            fn blank() -> Self {
                Self {
                    $($($f_field: $crate::__private::Blank::blank(),)*)?
                    $($r_field: $crate::__private::Blank::blank(),)*
                    $($o_field: None,)*
                    $($others: ::std::default::Default::default(),)?
                }
            }
        }

        impl $crate::__private::RequestBody for $name {
            fn write(
                &self,
                request: &mut $crate::RequestParts,
            ) -> Result<(), $crate::BuildError> {
                // Rows name it, where there is something to say of members of a field.
                #[allow(unused_imports)]
                use $crate::__private::FormField;
                let mut parts = $crate::__private::Multipart::new();
                $(
                    parts.$kind(
                        FormField::new($wire)$(.$set($($value),*))*,
                        &self.$field,
                    )?;
                )*
                $(
                    for (name, value) in &self.$others {
                        parts.$others_kind(name, value)?;
                    }
                )?
                request.parts(parts)
            }
        }
    };
}

/// Implements a body of one of several media types. A row is a representation: its variant, how it
/// is written, and the types that become it.
#[doc(hidden)]
#[macro_export]
macro_rules! __body {
    ($name:ident { $($variant:ident = $write:ident($($argument:expr),* $(,)?) $(from $from:ty)*,)* }) => {
        impl $crate::__private::RequestBody for $name {
            fn write(
                &self,
                request: &mut $crate::RequestParts,
            ) -> Result<(), $crate::BuildError> {
                // Rows name it, where there is something to say of a field.
                #[allow(unused_imports)]
                use $crate::__private::FormField;
                match self {
                    $(Self::$variant(body) => request.$write($($argument,)* body),)*
                }
            }
        }

        $($(
            impl From<$from> for $name {
                #[allow(clippy::useless_conversion)]
                fn from(body: $from) -> Self {
                    Self::$variant(body.into())
                }
            }
        )*)*
    };
}
