//! Members that a value could not be read into.
//!
//! A union within a union is read anew with each member of the outer one that is tried. What failed once
//! fails again; to try it again would take twice the time at each level, and a server chooses how many
//! levels there are.

use std::{any::TypeId, cell::RefCell, collections::HashSet, mem};

use crate::schema::Buffer;

/// Where a value is, the union, and the member.
type Try = (usize, TypeId, usize);

thread_local! {
    /// Those of the value that is being read: while it is there, no other is where a part of it is.
    static FAILED: RefCell<HashSet<Try>> = RefCell::new(HashSet::new());
}

/// The time in which one value is read; one within another forgets what it knew, and leaves what the
/// other knows.
pub(super) struct Reading {
    before: HashSet<Try>,
}

impl Reading {
    pub(super) fn begin() -> Self {
        Self {
            before: FAILED.with_borrow_mut(mem::take),
        }
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        FAILED.set(mem::take(&mut self.before));
    }
}

/// Whether reading the value into this member has failed.
pub(super) fn has_failed<T: 'static>(value: &Buffer, member: usize) -> bool {
    let known = |at| FAILED.with_borrow(|failed| failed.contains(&(at, TypeId::of::<T>(), member)));
    value.address().is_some_and(known)
}

/// Notes that it has.
pub(super) fn failed<T: 'static>(value: &Buffer, member: usize) {
    if let Some(at) = value.address() {
        FAILED.with_borrow_mut(|failed| failed.insert((at, TypeId::of::<T>(), member)));
    }
}
