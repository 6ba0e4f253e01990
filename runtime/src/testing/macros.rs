//! The table of tests in a generated package.

/// Defines a test for each example. A row is a test: its name, what the example is, and the line of
/// the data that it is in.
#[doc(hidden)]
#[macro_export]
macro_rules! __examples {
    ($data:literal, $($(#[$attribute:meta])* $name:ident: $kind:ident($($of:tt)*) = $line:literal,)*) => {
        const DATA: &str = include_str!($data);

        $(
            #[test]
            $(#[$attribute])*
            fn $name() {
                $crate::__example!($kind($($of)*) $line);
            }
        )*
    };
}

/// What a test does.
#[doc(hidden)]
#[macro_export]
macro_rules! __example {
    (request($type:ty) $line:literal) => {
        $crate::testing::request::<$type>(DATA, $line)
    };
    (output($operation:ty, $status:literal, $content_type:literal $(or $error:ident)? $(,)?) $line:literal) => {
        $crate::testing::output::<$operation>(
            DATA,
            $line,
            $crate::testing::Answer::new($status, $content_type)$(.or(stringify!($error)))?,
            $crate::testing::of,
        )
    };
    (variant($operation:ty, $status:literal, $content_type:literal $(or $error:ident)?, $variant:path $(,)?) $line:literal) => {
        $crate::testing::output::<$operation>(
            DATA,
            $line,
            $crate::testing::Answer::new($status, $content_type)$(.or(stringify!($error)))?,
            |output| match output {
                $variant(held) => $crate::testing::of(held),
                #[allow(unreachable_patterns)]
                _ => None,
            },
        )
    };
    (error($operation:ty, $status:literal, $content_type:literal, $($variant:path),+ $(,)?) $line:literal) => {
        $crate::testing::error::<$operation>(
            DATA,
            $line,
            $crate::testing::Answer::new($status, $content_type),
            |kind| match kind {
                $($variant(held) => Some($crate::testing::Held::held(held)),)+
                #[allow(unreachable_patterns)]
                _ => None,
            },
        )
    };
    (kept($operation:ty, $status:literal, $content_type:literal, $($variant:path),+ $(,)?) $line:literal) => {
        $crate::testing::error::<$operation>(
            DATA,
            $line,
            $crate::testing::Answer::new($status, $content_type),
            |kind| match kind {
                $($variant(_) => Some($crate::testing::Kept::Raw),)+
                #[allow(unreachable_patterns)]
                _ => None,
            },
        )
    };
}
