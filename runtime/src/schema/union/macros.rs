//! The table of a union.

/// Defines a union. A row is a member: its index, its variant with what that holds, and which values it
/// takes. `by` names the tag, and `else` the variant that keeps other values.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    (
        $(#[$docs:meta])*
        $visible:vis enum $name:ident $(by $tag:literal)? $(else $other:ident)? {$(
            $(#[$member_docs:meta])*
            $index:literal $variant:ident($held:ty) = $test:expr,
        )*}
    ) => {
        $(#[$docs])*
        #[derive(Clone, Debug, PartialEq)]
        $visible enum $name {
            $($(#[$member_docs])* $variant($held),)*
            $(
                /// A value of a kind that the document does not know.
                $other($crate::Value),
            )?
        }

        impl $crate::__private::Union for $name {
            const NAME: &'static str = stringify!($name);
            const TAG: &'static str = concat!($($tag)?);
            const TESTS: &'static [$crate::__private::Test] = {
                #[allow(unused_imports)]
                use $crate::__private::{fields, test::*};
                &[$($test),*]
            };

            $crate::__union_other!({ $($other)? } { $($variant,)* });

            fn read_member(
                index: usize,
                value: &$crate::__private::Buffer,
            ) -> Result<Self, $crate::__private::JsonError> {
                match index {
                    $($index => $crate::__private::member(value, Self::$variant),)*
                    _ => $crate::__private::no_member(),
                }
            }

            fn write_member<S: $crate::__private::Serializer>(
                &self,
                to: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::__private::Wire::write(value, to),)*
                    $(Self::$other(value) => $crate::__private::Wire::write(value, to),)?
                }
            }
        }

        $crate::__kind!($name: Unions);
    };
}

/// What an open union has in common with none other: its blank is nothing, and it keeps other values.
#[doc(hidden)]
#[macro_export]
macro_rules! __union_other {
    ({ $other:ident } { $($variant:ident,)* }) => {
        fn blank() -> Self {
            Self::$other($crate::__private::Value::Null)
        }

        fn other(value: $crate::__private::Value) -> Option<Self> {
            Some(Self::$other(value))
        }
    };
    ({} { $first:ident, $($rest:ident,)* }) => {
        fn blank() -> Self {
            Self::$first($crate::__private::Blank::blank())
        }
    };
}
