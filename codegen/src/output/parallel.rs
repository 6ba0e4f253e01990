//! Work on many files at once.

use crate::collection::order;
use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// More threads than this gain nothing: a module has few large files.
const MOST: usize = 8;

/// What a function makes of each of some things, in their order. As many are at work at once as the
/// machine has processors.
pub(crate) fn in_parallel<T: Sync, R: Send>(all: &[T], work: fn(&T) -> R) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            match all.get(index) {
                Some(one) => done.push((index, work(one))),
                None => return done,
            }
        }
    };
    let mut done = thread::scope(|scope| {
        // Where no thread can be had, this one does it all.
        let helpers: Vec<_> = (1..processors.min(all.len()).min(MOST))
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, worker).ok())
            .collect();
        let mut done = worker();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    order::sort_by_key(&mut done, |(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What two functions make, at the same time where the machine can.
pub(crate) fn beside<A, B: Send>(
    one: impl FnOnce() -> A,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        match other.join() {
            Ok(other) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_what_they_are_of() {
        let all: Vec<u64> = (0..1000).collect();
        let squares: Vec<u64> = all.iter().map(|one| one * one).collect();
        assert_eq!(in_parallel(&all, |one| one * one), squares);
        assert_eq!(in_parallel(&[], |one: &u64| *one), Vec::<u64>::new());
    }
}
