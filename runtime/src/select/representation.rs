//! Operations that ask for another representation of their answer.

/// Defines an operation that is another one, answered in another representation, and the method of a
/// call that asks for it: what it gives, what is fixed about it, and how its successes are read. All
/// else is as in the other's table.
#[doc(hidden)]
#[macro_export]
macro_rules! __representation {
    (
        $(#[$docs:meta])*
        $visible:vis struct $name:ident($operation:ident) {
            $(#[$asking:meta])*
            $method_visible:vis fn $method:ident() -> $output:ty;
            meta: [$($set:ident $given:tt),* $(,)?],
            $(outputs: [$($ok:literal => $read:expr),* $(,)?],)?
            $(errors: [$($no:literal => $number:expr),* $(,)?],)?
            $(documented: [$($documented:expr),* $(,)?],)?
        }
    ) => {
        $(#[$docs])*
        #[derive(Clone, Debug, PartialEq)]
        $visible struct $name(
            /// The operation.
            pub $operation,
        );

        impl<'client> Call<'client, $operation> {
            $(#[$asking])*
            $method_visible fn $method(self) -> Call<'client, $name> {
                Call {
                    core: self.core,
                    operation: $name(self.operation),
                }
            }
        }

        impl $crate::Operation for $name {
            type Output = $output;
            type Error = <$operation as $crate::Operation>::Error;
            const META: $crate::OperationMeta =
                <$operation as $crate::Operation>::META$(.$set $given)*;

            fn encode(&self, request: &mut $crate::RequestParts) -> Result<(), $crate::BuildError> {
                self.0.encode(request)
            }

            fn responses() -> $crate::__private::Responses<$output> {
                let others = <$operation as $crate::Operation>::responses();
                // What tables are written with is not to stand for the operation's name.
                {
                    #[allow(unused_imports)]
                    use $crate::__private::table::*;
                    #[allow(clippy::needless_update)]
                    $crate::__private::Responses {
                        success_when: others.success_when,
                        cases: others.cases,
                        in_band: others.in_band,
                        $(outputs: &[$(($ok, $read)),*],)?
                        $(errors: &[$(($no, $number)),*],)?
                        $(documented: const { &[$($documented),*] },)?
                        code: others.code,
                        message: others.message,
                        ..$crate::__private::Responses::NEW
                    }
                }
            }
        }
    };
}
