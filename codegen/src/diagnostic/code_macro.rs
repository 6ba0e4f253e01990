//! How the codes are declared.

/// Declares the codes, so that name, severity and explanation stand in one place.
macro_rules! codes {
    ($( $(#[doc = $line:literal])+ $variant:ident = $name:literal, $severity:ident; )+) => {
        /// What kind of fault a diagnostic reports.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $line])+ $variant, )+
        }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The code as people read and type it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $name, )+
                }
            }

            /// How bad a fault of this kind usually is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $( Self::$variant => Severity::$severity, )+
                }
            }

            pub(super) fn doc_comment(self) -> &'static str {
                match self {
                    $( Self::$variant => concat!($($line, "\n"),+), )+
                }
            }
        }
    };
}
