//! The path of fields to a fault: kept beside the error, as serde's errors have no room for it.

use std::cell::RefCell;

thread_local! {
    static PATH: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Notes that reading this field failed; called from the inside out.
pub(super) fn failed_in(field: &'static str) {
    PATH.with_borrow_mut(|path| path.push(field));
}

/// Forgets what earlier failures left behind.
pub(super) fn clear() {
    PATH.with_borrow_mut(Vec::clear);
}

/// How much was noted.
pub(super) fn length() -> usize {
    PATH.with_borrow(Vec::len)
}

/// Takes back what was noted since.
pub(super) fn cut(length: usize) -> Vec<&'static str> {
    PATH.with_borrow_mut(|path| path.split_off(length.min(path.len())))
}

/// Notes again what was taken back.
pub(super) fn extend(fields: Vec<&'static str>) {
    PATH.with_borrow_mut(|path| path.extend(fields));
}

/// The path as a JSON Pointer (RFC 6901).
pub(super) fn take() -> String {
    PATH.with_borrow_mut(|path| {
        let mut pointer = String::new();
        for field in path.drain(..).rev() {
            pointer.push('/');
            pointer.push_str(&field.replace('~', "~0").replace('/', "~1"));
        }
        pointer
    })
}
