//! What the threads of a server share.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
};

use super::{Received, Script};

#[derive(Debug)]
pub(super) struct State {
    scripts: Mutex<VecDeque<Script>>,
    requests: Mutex<Vec<Received>>,
    connections: AtomicUsize,
    written: AtomicU64,
    stopped: AtomicBool,
}

impl State {
    pub(super) fn new(scripts: impl IntoIterator<Item = Script>) -> Self {
        Self {
            scripts: Mutex::new(scripts.into_iter().collect()),
            requests: Mutex::default(),
            connections: AtomicUsize::new(0),
            written: AtomicU64::new(0),
            stopped: AtomicBool::new(false),
        }
    }

    /// The script of the next request; it is taken before the request is read, as it may say
    /// that nothing is to be read.
    pub(super) fn next_script(&self) -> Option<Script> {
        lock(&self.scripts).pop_front()
    }

    /// Gives back the script of a request that did not come.
    pub(super) fn give_back(&self, script: Script) {
        lock(&self.scripts).push_front(script);
    }

    pub(super) fn record(&self, request: Received) {
        lock(&self.requests).push(request);
    }

    pub(super) fn requests(&self) -> Vec<Received> {
        lock(&self.requests).clone()
    }

    pub(super) fn connected(&self) {
        self.connections.fetch_add(1, Ordering::SeqCst);
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    pub(super) fn wrote(&self, bytes: usize) {
        self.written.fetch_add(bytes as u64, Ordering::SeqCst);
    }

    pub(super) fn written(&self) -> u64 {
        self.written.load(Ordering::SeqCst)
    }

    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
