//! The macros of generated code, with serde's derive behind them.

macro_rules! derived_object {
    (
        pub struct $name:ident {
            required {$(
                $r_index:literal $r_field:ident $(: $r_type:ty =)? $(as $r_into:ty =)? $r_wire:literal,
            )*}
            optional {$($o_index:literal $o_field:ident: $o_type:ty = $o_wire:literal,)*}
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(
                #[serde(rename = $r_wire)]
                pub $r_field: $($r_type)? $($r_into)?,
            )*
            $(
                #[serde(rename = $o_wire, skip_serializing_if = "Option::is_none")]
                pub $o_field: Option<$o_type>,
            )*
        }
    };
}

// What is not known is thrown away here: to keep it, as ours does, takes the derive longer.
macro_rules! derived_enum {
    (pub enum $name:ident else $other:ident {$($variant:ident = $wire:literal,)*}) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(
                #[serde(rename = $wire)]
                $variant,
            )*
            #[serde(other)]
            $other,
        }
    };
}

pub(super) use {derived_enum, derived_object};
