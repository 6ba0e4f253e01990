//! How optional arguments are set: tables of operations name it.

/// Sets one that is given as it is.
pub fn plain<T>(argument: &mut Option<T>, value: T) {
    *argument = Some(value);
}

/// Sets one that is given as anything that becomes it.
pub fn into<T>(argument: &mut Option<T>, value: impl Into<T>) {
    *argument = Some(value.into());
}

/// Sets one that is given as anything that has its items.
pub fn each<T>(argument: &mut Option<Vec<T>>, items: impl IntoIterator<Item = T>) {
    *argument = Some(items.into_iter().collect());
}
