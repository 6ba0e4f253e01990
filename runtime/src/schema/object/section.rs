//! Fields by section: all of one are lent as a tuple, and the one that is asked for is visited.
//!
//! A tuple is one thing to the compiler, which finds out about it with one look; a call for each field is
//! a method, an argument and a bound to check each time. All of it is for the loop that it is called in
//! (`inline(always)`): else each field that is read would have the places of all others stored.

use std::collections::BTreeMap;

use super::{FieldReader, FieldVisitor};
use crate::schema::Wire;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The field with this index.
    Field(usize),
    /// The members that have no field.
    Others,
    /// Nothing any more: it was there.
    Past,
}

/// A visitor on its way to a field, section by section.
#[doc(hidden)]
#[derive(Debug)]
pub struct At<'v, V> {
    /// Counted from the section that comes next.
    place: Place,
    visitor: &'v mut V,
}

impl<'v, V> At<'v, V> {
    #[inline(always)]
    pub(super) fn new(place: Place, visitor: &'v mut V) -> Self {
        Self { place, visitor }
    }

    /// The index within a section of so many fields, if what is asked for is there.
    #[inline(always)]
    fn within(&mut self, count: usize) -> Option<usize> {
        let Place::Field(index) = self.place else {
            return None;
        };
        match index.checked_sub(count) {
            Some(rest) => {
                self.place = Place::Field(rest);
                None
            }
            None => {
                self.place = Place::Past;
                Some(index)
            }
        }
    }

    /// A section of fields.
    #[inline(always)]
    pub fn fields<S: Section<V>>(mut self, section: S) -> Self {
        if let Some(index) = self.within(S::COUNT) {
            section.visit(index, self.visitor);
        }
        self
    }

    /// A section of fields that may be left out, to be visited.
    #[inline(always)]
    pub fn optional<S: Optional<V>>(mut self, section: S) -> Self {
        if let Some(index) = self.within(S::COUNT) {
            section.visit(index, self.visitor);
        }
        self
    }

    /// A section of fields in which `null` is a value, to be read into.
    #[inline(always)]
    pub fn apart<S: Apart<V>>(mut self, section: S) -> Self {
        if let Some(index) = self.within(S::COUNT) {
            section.read(index, self.visitor);
        }
        self
    }

    /// The members that have no field.
    #[inline(always)]
    pub fn others<O: Others<V>>(self, others: O) -> Self {
        if self.place == Place::Others {
            others.visit(self.visitor);
        }
        self
    }
}

/// Fields that are visited, or read into, as they are.
#[doc(hidden)]
pub trait Section<V> {
    const COUNT: usize;
    fn visit(self, index: usize, visitor: &mut V);
}

/// Fields that are visited as such that may be left out.
#[doc(hidden)]
pub trait Optional<V> {
    const COUNT: usize;
    fn visit(self, index: usize, visitor: &mut V);
}

/// Fields that are read into, with `null` as a value.
#[doc(hidden)]
pub trait Apart<R> {
    const COUNT: usize;
    fn read(self, index: usize, reader: &mut R);
}

/// The map of members that have no field.
#[doc(hidden)]
pub trait Others<V> {
    fn visit(self, visitor: &mut V);
}

impl<'a, V: FieldVisitor<'a>, T: Wire> Others<V> for &'a BTreeMap<String, T> {
    fn visit(self, visitor: &mut V) {
        visitor.others(self);
    }
}

impl<R: FieldReader, T: Wire> Others<R> for &mut BTreeMap<String, T> {
    fn visit(self, reader: &mut R) {
        reader.other(self);
    }
}

macro_rules! sections {
    ($($count:literal: $($at:tt $held:ident),*;)*) => {$(
        impl<'a, V: FieldVisitor<'a>, $($held: Wire),*> Section<V> for ($(&'a $held,)*) {
            const COUNT: usize = $count;

            #[inline(always)]
            fn visit(self, index: usize, visitor: &mut V) {
                match index {
                    $($at => visitor.field(self.$at),)*
                    _ => {}
                }
            }
        }

        impl<R: FieldReader, $($held: Wire),*> Section<R> for ($(&mut $held,)*) {
            const COUNT: usize = $count;

            #[inline(always)]
            fn visit(self, index: usize, reader: &mut R) {
                match index {
                    $($at => reader.field(self.$at),)*
                    _ => {}
                }
            }
        }

        impl<'a, V: FieldVisitor<'a>, $($held: Wire),*> Optional<V> for ($(&'a Option<$held>,)*) {
            const COUNT: usize = $count;

            #[inline(always)]
            fn visit(self, index: usize, visitor: &mut V) {
                match index {
                    $($at => visitor.optional(self.$at),)*
                    _ => {}
                }
            }
        }

        impl<R: FieldReader, $($held: Wire),*> Apart<R> for ($(&mut Option<$held>,)*) {
            const COUNT: usize = $count;

            #[inline(always)]
            fn read(self, index: usize, reader: &mut R) {
                match index {
                    $($at => reader.apart(self.$at),)*
                    _ => {}
                }
            }
        }
    )*};
}

sections! {
    1: 0 A;
    2: 0 A, 1 B;
    3: 0 A, 1 B, 2 C;
    4: 0 A, 1 B, 2 C, 3 D;
    5: 0 A, 1 B, 2 C, 3 D, 4 E;
    6: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F;
    7: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G;
    8: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H;
    9: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I;
    10: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J;
    11: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K;
    12: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L;
    13: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L, 12 M;
    14: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L, 12 M, 13 N;
    15: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L, 12 M, 13 N, 14 O;
    16: 0 A, 1 B, 2 C, 3 D, 4 E, 5 F, 6 G, 7 H, 8 I, 9 J, 10 K, 11 L, 12 M, 13 N, 14 O, 15 P;
}
