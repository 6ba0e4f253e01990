//! What an operation gives, where there are several things.

/// Implements the methods of an output: whether it is a variant, and what a variant holds.
#[doc(hidden)]
#[macro_export]
macro_rules! __output {
    ($name:ident { $($variant:ident $is:ident $($into:ident($held:ty))?,)* }) => {
        impl $crate::ToReply for $name {
            fn to_reply(&self) -> Result<$crate::__private::Reply, String> {
                Ok(match self {$(
                    // The method's name does for what it gives, where there is such a method.
                    Self::$variant $(($into))? => $crate::__private::Reply::of_variant(
                        stringify!($variant),
                        [$($crate::ToReply::to_reply($into)?)?],
                    ),
                )*})
            }
        }

        impl $name {
            $(
                #[doc = concat!("Whether this is [`", stringify!($variant), "`](Self::", stringify!($variant), ").")]
                #[must_use]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant { .. })
                }

                $(
                    #[doc = concat!("What [`", stringify!($variant), "`](Self::", stringify!($variant), ") holds, if it is that.")]
                    #[must_use]
                    pub fn $into(self) -> Option<$held> {
                        match self {
                            Self::$variant(held) => Some(held),
                            #[allow(unreachable_patterns)]
                            _ => None,
                        }
                    }
                )?
            )*
        }
    };
}
