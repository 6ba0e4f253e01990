//! The nodes to be found in a text, and what a scan over its events has found of them.

use std::ops::Range;

use crate::{
    collection::Table,
    diagnostic::{On, Pointer},
};

/// Collections nested deeper than any document that was read.
pub(super) const MOST_FRAMES: usize = 1000;

/// A trie of pointers, filled by a scan.
///
/// The scan says what it meets: [`key`](Self::key), [`scalar`](Self::scalar),
/// [`open`](Self::open) and [`close`](Self::close). Below a node nobody asked for, nothing is
/// looked up.
#[derive(Debug)]
pub(super) struct Wanted {
    nodes: Vec<Node>,
    frames: Vec<Frame>,
    /// Whether the root was met; what follows belongs to another document.
    started: bool,
}

#[derive(Debug, Default)]
struct Node {
    parent: Option<usize>,
    children: Table<String, usize>,
    /// Every key that stands for this node: more than one where it is a duplicate.
    keys: Vec<Range<usize>>,
    value: Option<Seen>,
}

#[derive(Debug)]
struct Seen {
    range: Range<usize>,
    shape: Shape,
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text, a number and the like.
    Scalar,
    /// A collection in brackets.
    Flow,
    /// A YAML collection without brackets, which has no mark of its own to point at.
    Block,
}

/// A collection longer than this on one line says less than its key.
const MOST_FLOW: usize = 100;

/// A collection that the scan is in.
#[derive(Debug)]
struct Frame {
    node: Option<usize>,
    next: Next,
    /// Whether this is where the node's value was seen, and so where it ends.
    first: bool,
}

#[derive(Debug, Clone, Copy)]
enum Next {
    Key,
    Value(Option<usize>),
    Item(usize),
}

impl Wanted {
    /// A trie of the pointers, and the node of each.
    pub(super) fn new<'p>(pointers: impl IntoIterator<Item = &'p Pointer>) -> (Self, Vec<usize>) {
        let mut wanted = Self {
            nodes: vec![Node::default()],
            frames: Vec::new(),
            started: false,
        };
        let ends = pointers.into_iter().map(|pointer| {
            let tokens = pointer.tokens();
            tokens.fold(0, |node, token| wanted.child_or_new(node, &token))
        });
        let ends = ends.collect();
        (wanted, ends)
    }

    /// Forgets what a scan found.
    pub(super) fn clear(&mut self) {
        self.frames.clear();
        self.started = false;
        for node in &mut self.nodes {
            node.keys.clear();
            node.value = None;
        }
    }

    /// Whether the next scalar is a key.
    pub(super) fn at_key(&self) -> bool {
        self.frames
            .last()
            .is_some_and(|frame| matches!(frame.next, Next::Key))
    }

    /// Whether the text of the next key matters.
    pub(super) fn needs_text(&self) -> bool {
        let node = self.frames.last().and_then(|frame| frame.node);
        node.and_then(|node| self.nodes.get(node))
            .is_some_and(|node| !node.children.is_empty())
    }

    /// A key; its text may be left out where it does not matter.
    pub(super) fn key(&mut self, range: Range<usize>, text: Option<&str>) {
        let child = text.and_then(|text| self.child(text));
        if let Some(node) = child.and_then(|child| self.nodes.get_mut(child)) {
            node.keys.push(range);
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.next = Next::Value(child);
        }
    }

    /// A value that holds no others.
    pub(super) fn scalar(&mut self, range: Range<usize>) {
        let node = self.next_value();
        self.see(node, range, Shape::Scalar);
    }

    /// The start of a list or a mapping; `false` where it nests too deep to go on.
    pub(super) fn open(&mut self, range: Range<usize>, is_list: bool, shape: Shape) -> bool {
        let mut first = false;
        let node = if self.at_key() {
            self.key(range, None);
            None
        } else {
            let node = self.next_value();
            first = self.see(node, range, shape);
            node
        };
        let next = if is_list { Next::Item(0) } else { Next::Key };
        // A second value under a duplicate key is walked too: its own keys are wanted.
        self.frames.push(Frame { node, next, first });
        self.frames.len() <= MOST_FRAMES
    }

    /// The end of the innermost list or mapping.
    pub(super) fn close(&mut self, end: usize) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let node = frame.node.filter(|_| frame.first);
        let node = node.and_then(|node| self.nodes.get_mut(node));
        if let Some(seen) = node.and_then(|node| node.value.as_mut()) {
            seen.range.end = end.max(seen.range.start);
        }
    }

    /// Replaces every offset found, given them all in ascending order.
    pub(super) fn convert(&mut self, convert: impl FnOnce(&[usize]) -> Vec<usize>) {
        let mut offsets: Vec<usize> = Vec::new();
        for range in self.nodes.iter().flat_map(Node::ranges) {
            offsets.extend([range.start, range.end]);
        }
        offsets.sort_unstable();
        offsets.dedup();
        let converted = convert(&offsets);
        let end = converted.last().copied().unwrap_or_default();
        let of = |offset: usize| {
            let at = offsets.binary_search(&offset).ok();
            at.and_then(|at| converted.get(at)).copied().unwrap_or(end)
        };
        for node in &mut self.nodes {
            for range in node.ranges_mut() {
                *range = of(range.start)..of(range.end);
            }
        }
    }

    /// Where a node's keys are.
    pub(super) fn keys(&self, node: usize) -> Vec<Range<usize>> {
        self.nodes
            .get(node)
            .map_or_else(Vec::new, |node| node.keys.clone())
    }

    /// Where a node is, or else its nearest ancestor that is there.
    pub(super) fn resolve(&self, text: &str, node: usize, on: On) -> Option<Range<usize>> {
        let mut on = on;
        let mut node = self.nodes.get(node)?;
        loop {
            if let Some(range) = node.show(text, on) {
                return Some(range);
            }
            on = On::Value;
            node = self.nodes.get(node.parent?)?;
        }
    }

    fn child_or_new(&mut self, parent: usize, token: &str) -> usize {
        let free = self.nodes.len();
        let Some(node) = self.nodes.get_mut(parent) else {
            return parent;
        };
        if let Some(&child) = node.children.get(token) {
            return child;
        }
        node.children.insert(token.to_owned(), free);
        self.nodes.push(Node {
            parent: Some(parent),
            ..Node::default()
        });
        free
    }

    fn child(&self, token: &str) -> Option<usize> {
        let node = self.frames.last()?.node?;
        self.nodes.get(node)?.children.get(token).copied()
    }

    fn next_value(&mut self) -> Option<usize> {
        let Some(frame) = self.frames.last_mut() else {
            let first = !std::mem::replace(&mut self.started, true);
            return first.then_some(0);
        };
        match frame.next {
            Next::Value(child) => {
                frame.next = Next::Key;
                child
            }
            Next::Item(index) => {
                frame.next = Next::Item(index + 1);
                frame.node?;
                self.child(&index.to_string())
            }
            Next::Key => None,
        }
    }

    /// Notes a node's value. The first counts, as it does in the tree: `false` for any other.
    fn see(&mut self, node: Option<usize>, range: Range<usize>, shape: Shape) -> bool {
        let node = node.and_then(|node| self.nodes.get_mut(node));
        let Some(node) = node.filter(|node| node.value.is_none()) else {
            return false;
        };
        node.value = Some(Seen { range, shape });
        true
    }
}

impl Node {
    fn show(&self, text: &str, on: On) -> Option<Range<usize>> {
        let key = self.keys.first();
        let value = self.value.as_ref();
        let shown = match (on, key, value) {
            (On::Key, Some(key), _) | (On::Value, Some(key), None) => key,
            (On::Value, Some(key), Some(value)) if value.is_shown_by_key(text) => key,
            (_, _, value) => &value?.range,
        };
        Some(shown.clone())
    }

    fn ranges(&self) -> impl Iterator<Item = &Range<usize>> {
        self.keys
            .iter()
            .chain(self.value.as_ref().map(|seen| &seen.range))
    }

    fn ranges_mut(&mut self) -> impl Iterator<Item = &mut Range<usize>> {
        let value = self.value.as_mut().map(|seen| &mut seen.range);
        self.keys.iter_mut().chain(value)
    }
}

impl Seen {
    /// A value of several lines, or of none, has no text to underline.
    fn is_shown_by_key(&self, text: &str) -> bool {
        let text = text.get(self.range.clone()).unwrap_or_default();
        let long = match self.shape {
            Shape::Scalar => false,
            Shape::Flow => text.len() > MOST_FLOW,
            Shape::Block => true,
        };
        long || text.is_empty() || text.contains('\n')
    }
}
