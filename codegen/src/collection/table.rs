//! Values by key, in the order in which they came.

use std::{borrow::Borrow, hash::Hash, iter::Zip, slice, vec};

use indexmap::IndexSet;

/// What `IndexMap` is, with its values beside its keys: the compiler writes the search for a key once for
/// each type of keys, and not for each pair of types.
#[derive(Debug, Clone)]
pub(crate) struct Table<K, V> {
    keys: IndexSet<K>,
    /// As many as there are keys, in their order.
    values: Vec<V>,
}

impl<K, V> Table<K, V> {
    pub(crate) fn new() -> Self {
        Self {
            keys: IndexSet::new(),
            values: Vec::new(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn keys(&self) -> indexmap::set::Iter<'_, K> {
        self.keys.iter()
    }

    pub(crate) fn values(&self) -> slice::Iter<'_, V> {
        self.values.iter()
    }

    pub(crate) fn values_mut(&mut self) -> slice::IterMut<'_, V> {
        self.values.iter_mut()
    }

    pub(crate) fn into_values(self) -> vec::IntoIter<V> {
        self.values.into_iter()
    }

    pub(crate) fn into_keys(self) -> indexmap::set::IntoIter<K> {
        self.keys.into_iter()
    }

    pub(crate) fn clear(&mut self) {
        self.keys.clear();
        self.values.clear();
    }

    pub(crate) fn iter_mut(&mut self) -> Zip<indexmap::set::Iter<'_, K>, slice::IterMut<'_, V>> {
        self.keys.iter().zip(&mut self.values)
    }

    pub(crate) fn iter(&self) -> Zip<indexmap::set::Iter<'_, K>, slice::Iter<'_, V>> {
        self.keys.iter().zip(&self.values)
    }
}

impl<K: Hash + Eq, V> Table<K, V> {
    /// The key and value that came in this place.
    pub(crate) fn get_at(&self, place: usize) -> Option<(&K, &V)> {
        self.keys.get_index(place).zip(self.values.get(place))
    }

    pub(crate) fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.values.get(self.keys.get_index_of(key)?)
    }

    pub(crate) fn get_mut<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.values.get_mut(self.keys.get_index_of(key)?)
    }

    pub(crate) fn contains_key<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.keys.contains(key)
    }

    /// Puts a value at its key, and gives the one that was there.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let (place, is_new) = self.keys.insert_full(key);
        if is_new {
            self.values.push(value);
            return None;
        }
        let before = self.values.get_mut(place)?;
        Some(std::mem::replace(before, value))
    }

    /// The value of a key, which is the default one where there was none.
    pub(crate) fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.get_or(key, V::default)
    }

    /// The value of a key, which is made where there is none.
    #[allow(clippy::indexing_slicing, reason = "there are as many values as keys")]
    pub(crate) fn get_or(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let (place, is_new) = self.keys.insert_full(key);
        if is_new {
            self.values.push(make());
        }
        &mut self.values[place]
    }

    /// Takes a value out; those behind it move up.
    pub(crate) fn shift_remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (place, _) = self.keys.shift_remove_full(key)?;
        (place < self.values.len()).then(|| self.values.remove(place))
    }

    /// Takes a value out; the last one takes its place.
    pub(crate) fn swap_remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let (place, _) = self.keys.swap_remove_full(key)?;
        (place < self.values.len()).then(|| self.values.swap_remove(place))
    }

    /// Keeps the values that this is true of.
    pub(crate) fn retain(&mut self, mut keeps: impl FnMut(&K, &mut V) -> bool) {
        for (key, mut value) in std::mem::take(self) {
            if keeps(&key, &mut value) {
                self.insert(key, value);
            }
        }
    }
}

/// In whatever order.
impl<K: Hash + Eq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Hash + Eq, V: Eq> Eq for Table<K, V> {}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V> Extend<(K, V)> for Table<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, pairs: I) {
        for (key, value) in pairs {
            self.insert(key, value);
        }
    }
}

impl<K: Hash + Eq, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut table = Self::new();
        table.extend(pairs);
        table
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = Zip<indexmap::set::IntoIter<K>, vec::IntoIter<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.keys.into_iter().zip(self.values)
    }
}

impl<'t, K, V> IntoIterator for &'t Table<K, V> {
    type Item = (&'t K, &'t V);
    type IntoIter = Zip<indexmap::set::Iter<'t, K>, slice::Iter<'t, V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(pairs: &[(&'static str, u32)]) -> Table<&'static str, u32> {
        pairs.iter().copied().collect()
    }

    fn pairs(table: Table<&'static str, u32>) -> Vec<(&'static str, u32)> {
        table.into_iter().collect()
    }

    #[test]
    fn values_stay_in_the_place_where_their_key_came() {
        let mut table = table(&[("b", 1), ("a", 2), ("c", 3)]);
        assert_eq!(table.insert("a", 4), Some(2));
        assert_eq!(table.insert("d", 5), None);
        *table.get_or("b", || 9) += 10;
        assert_eq!(*table.get_or("e", || 9), 9);
        assert_eq!((table.get("a"), table.get("z")), (Some(&4), None));
        let expected = [("b", 11), ("a", 4), ("c", 3), ("d", 5), ("e", 9)];
        assert_eq!(pairs(table), expected);
    }

    #[test]
    fn what_is_taken_out_takes_nothing_else_along() {
        let all = [("a", 1), ("b", 2), ("c", 3), ("d", 4)];
        let mut shifted = table(&all);
        assert_eq!(shifted.shift_remove("b"), Some(2));
        assert_eq!(shifted.get("c"), Some(&3));
        assert_eq!(pairs(shifted), [("a", 1), ("c", 3), ("d", 4)]);
        let mut swapped = table(&all);
        assert_eq!(swapped.swap_remove("a"), Some(1));
        assert_eq!((swapped.get("d"), swapped.get("a")), (Some(&4), None));
        assert_eq!(pairs(swapped), [("d", 4), ("b", 2), ("c", 3)]);
        let mut kept = table(&all);
        kept.retain(|key, value| {
            *value *= 2;
            *key != "c"
        });
        assert_eq!(pairs(kept), [("a", 2), ("b", 4), ("d", 8)]);
    }

    #[test]
    fn order_makes_no_difference_to_what_is_equal() {
        assert_eq!(table(&[("a", 1), ("b", 2)]), table(&[("b", 2), ("a", 1)]));
        assert_ne!(table(&[("a", 1)]), table(&[("a", 2)]));
        assert_ne!(table(&[("a", 1)]), table(&[("a", 1), ("b", 1)]));
    }
}
