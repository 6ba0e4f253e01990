//! Sorting, by one sort for all types: the compiler writes the standard library's once more for each type
//! and each comparison, and half of what is sorted here has five members.

use std::cmp::Ordering;

/// Sorts, and leaves what is equal in its order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by what is found of each, and leaves what is equal in its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by a comparison, and leaves what is equal in its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let by_number = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    for (one, other) in swaps(items.len(), &by_number) {
        items.swap(one, other);
    }
}

/// What to swap, one after another, so that so many items are sorted.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut from: Vec<usize> = (0..count).collect();
    from.sort_by(|one, other| compare(*one, *other));
    let mut swaps = Vec::new();
    for start in 0..count {
        let mut to = start;
        // Round the circle in which items take each other's places.
        while let Some(source) = from.get_mut(to) {
            let source = std::mem::replace(source, to);
            if source == start || source == to {
                break;
            }
            swaps.push((to, source));
            to = source;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All numbers below this one, in an order of no meaning.
    fn mixed(count: usize) -> Vec<usize> {
        (0..count).map(|number| (number * 389) % count).collect()
    }

    #[test]
    fn any_number_of_items_is_sorted() {
        for count in [0, 1, 2, 3, 7, 100, 1009] {
            let mut items: Vec<String> = mixed(count).iter().map(usize::to_string).collect();
            let mut wanted = items.clone();
            wanted.sort_unstable();
            sort(&mut items);
            assert_eq!(items, wanted);
            sort(&mut items);
            assert_eq!(items, wanted, "what is sorted stays so");
        }
    }

    #[test]
    fn what_is_equal_stays_in_its_order() {
        let mut items: Vec<(usize, usize)> = mixed(1009).into_iter().enumerate().collect();
        let mut wanted = items.clone();
        wanted.sort_by_key(|(_, number)| number % 7);
        sort_by_key(&mut items, |(_, number)| number % 7);
        assert_eq!(items, wanted);
    }
}
