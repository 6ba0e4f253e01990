//! What a query selects of a tree (RFC 9535 §2.1.2).

use serde_json::Value;

use super::{
    compare::holds,
    pattern::{self, Patterns},
    query::{Comparable, Logical, Matching, Query, Segment, Selector, Slice},
    steps::Steps,
};

/// How a value is reached, as far as somebody wants to know.
pub(in crate::overlay) trait Way: Clone {
    /// The way to a child, by its position among its neighbours.
    fn child(&self, position: usize) -> Self;
}

impl Way for () {
    fn child(&self, _: usize) -> Self {}
}

/// What was selected, with the ways there, in the order of the RFC.
pub(in crate::overlay) struct Selected<'v, W> {
    pub(in crate::overlay) values: Vec<(&'v Value, W)>,
    /// Where nothing was left, if nothing is.
    pub(in crate::overlay) end: Option<End<'v>>,
}

/// The step down behind which nothing is left.
pub(in crate::overlay) struct End<'v> {
    pub(in crate::overlay) segment: usize,
    /// What there was before it.
    pub(in crate::overlay) before: Vec<&'v Value>,
}

/// Asks a query of a tree. What comes when the steps are done means nothing.
pub(in crate::overlay) fn select<'v, W: Way>(
    query: &Query,
    root: &'v Value,
    way: W,
    most: usize,
    steps: &mut Steps,
) -> Selected<'v, W> {
    let mut asking = Asking {
        root,
        most,
        patterns: Patterns::default(),
        steps,
    };
    let mut values = vec![(root, way)];
    for (index, segment) in query.segments.iter().enumerate() {
        let next = asking.segment(segment, &values);
        if next.is_empty() {
            let before = values.iter().map(|(value, _)| *value).collect();
            let end = Some(End {
                segment: index,
                before,
            });
            let values = Vec::new();
            return Selected { values, end };
        }
        values = next;
    }
    Selected { values, end: None }
}

struct Asking<'v, 's> {
    root: &'v Value,
    /// How many values are kept at a time.
    most: usize,
    patterns: Patterns,
    steps: &'s mut Steps,
}

/// What a side of a comparison is.
enum Side<'q> {
    Borrowed(&'q Value),
    Owned(Value),
}

impl Side<'_> {
    fn value(&self) -> &Value {
        match self {
            Self::Borrowed(value) => value,
            Self::Owned(value) => value,
        }
    }
}

impl<'v> Asking<'v, '_> {
    fn segment<W: Way>(
        &mut self,
        segment: &Segment,
        from: &[(&'v Value, W)],
    ) -> Vec<(&'v Value, W)> {
        let mut found = Vec::new();
        for (value, way) in from {
            match segment.descends {
                true => self.below(segment, value, way, &mut found),
                false => self.children(segment, value, way, &mut found),
            }
        }
        found
    }

    /// The children of a value, and of all values below it, those above first.
    fn below<W: Way>(
        &mut self,
        segment: &Segment,
        value: &'v Value,
        way: &W,
        found: &mut Vec<(&'v Value, W)>,
    ) {
        let mut open = vec![(value, way.clone())];
        while let Some((value, way)) = open.pop() {
            if !self.steps.take(1) {
                return;
            }
            self.children(segment, value, &way, found);
            let from = open.len();
            open.extend(children(value).map(|(at, child)| (child, way.child(at))));
            if let Some(added) = open.get_mut(from..) {
                added.reverse();
            }
        }
    }

    fn children<W: Way>(
        &mut self,
        segment: &Segment,
        value: &'v Value,
        way: &W,
        found: &mut Vec<(&'v Value, W)>,
    ) {
        for selector in &segment.selectors {
            if found.len() > self.most {
                self.steps.take(usize::MAX);
            }
            if !self.steps.take(1) {
                return;
            }
            match selector {
                Selector::Name(name) => found.extend(self.named(name, value, way)),
                Selector::Wildcard => {
                    let all = children(value);
                    found.extend(all.map(|(position, child)| (child, way.child(position))));
                    self.steps.take(width(value));
                }
                Selector::Index(index) => {
                    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                    let position = position(*index, items.len());
                    let item = position.and_then(|at| Some((items.get(at)?, way.child(at))));
                    found.extend(item);
                }
                Selector::Slice(slice) => self.sliced(*slice, value, way, found),
                Selector::Filter(condition) => {
                    for (position, child) in children(value) {
                        if !self.steps.take(1) {
                            return;
                        }
                        if self.holds(condition, child) {
                            found.push((child, way.child(position)));
                        }
                    }
                }
            }
        }
    }

    fn named<W: Way>(&mut self, name: &str, value: &'v Value, way: &W) -> Option<(&'v Value, W)> {
        let members = value.as_object()?;
        let child = members.get(name)?;
        // A mapping does not tell positions.
        self.steps.take(members.len() / 8);
        let position = members.keys().position(|key| key == name)?;
        Some((child, way.child(position)))
    }

    fn sliced<W: Way>(
        &mut self,
        slice: Slice,
        value: &'v Value,
        way: &W,
        found: &mut Vec<(&'v Value, W)>,
    ) {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        self.steps.take(items.len());
        for at in positions(slice, items.len()) {
            found.extend(items.get(at).map(|item| (item, way.child(at))));
        }
    }

    fn holds(&mut self, condition: &Logical, here: &'v Value) -> bool {
        self.steps.take(1)
            && match condition {
                Logical::Any(all) => all.iter().any(|one| self.holds(one, here)),
                Logical::All(all) => all.iter().all(|one| self.holds(one, here)),
                Logical::Not(one) => !self.holds(one, here),
                Logical::Exists(query) => !self.query(query, here).is_empty(),
                Logical::Matches(matching) => self.matches(matching, here),
                Logical::Compare(left, operator, right) => {
                    let left = self.side(left, here);
                    let right = self.side(right, here);
                    let sides = (left.as_ref(), right.as_ref());
                    let (left, right) = (sides.0.map(Side::value), sides.1.map(Side::value));
                    holds(left, *operator, right, self.steps)
                }
            }
    }

    fn query(&mut self, query: &Query, here: &'v Value) -> Vec<&'v Value> {
        let start = if query.is_relative { here } else { self.root };
        let mut values = vec![(start, ())];
        for segment in &query.segments {
            values = self.segment(segment, &values);
        }
        values.into_iter().map(|(value, ())| value).collect()
    }

    fn side<'q>(&mut self, side: &'q Comparable, here: &'v Value) -> Option<Side<'q>>
    where
        'v: 'q,
    {
        match side {
            Comparable::Literal(value) => Some(Side::Borrowed(value)),
            Comparable::Value(query) => match self.query(query, here).as_slice() {
                [only] => Some(Side::Borrowed(only)),
                _ => None,
            },
            Comparable::Count(query) => Some(Side::Owned(self.query(query, here).len().into())),
            Comparable::Length(of) => {
                let of = self.side(of, here)?;
                let length = match of.value() {
                    Value::String(text) => {
                        self.steps.take(text.len() / 16);
                        text.chars().count()
                    }
                    Value::Array(_) | Value::Object(_) => width(of.value()),
                    Value::Null | Value::Bool(_) | Value::Number(_) => return None,
                };
                Some(Side::Owned(length.into()))
            }
        }
    }

    fn matches(&mut self, matching: &Matching, here: &'v Value) -> bool {
        let Matching {
            text,
            pattern,
            is_whole,
        } = matching;
        let (text, pattern) = (self.side(text, here), self.side(pattern, here));
        let text = text.as_ref().and_then(|side| side.value().as_str());
        let pattern = pattern.as_ref().and_then(|side| side.value().as_str());
        let Some((text, pattern)) = text.zip(pattern) else {
            return false;
        };
        self.steps.take(pattern::effort(text, pattern))
            && self.patterns.fits(text, pattern, *is_whole)
    }
}

/// The children of a value, with their positions.
fn children(value: &Value) -> impl Iterator<Item = (usize, &Value)> {
    let items = value.as_array().into_iter().flatten();
    let members = value.as_object().into_iter().flat_map(|map| map.values());
    items.chain(members).enumerate()
}

fn width(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.len(),
        Value::Object(members) => members.len(),
        _ => 0,
    }
}

fn position(index: i64, len: usize) -> Option<usize> {
    match usize::try_from(index) {
        Ok(at) => Some(at),
        Err(_) => len.checked_sub(usize::try_from(index.unsigned_abs()).ok()?),
    }
}

/// RFC 9535 §2.3.4.2.2.
fn positions(slice: Slice, len: usize) -> impl Iterator<Item = usize> {
    let Slice { start, end, step } = slice;
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let from_end = |at: i64| if at < 0 { len.saturating_add(at) } else { at };
    let (first, last) = if step >= 0 {
        let bound = |at: Option<i64>, usual| from_end(at.unwrap_or(usual)).clamp(0, len);
        (bound(start, 0), bound(end, len))
    } else {
        let bound = |at: Option<i64>, usual: i64| {
            at.map_or(usual, |at| from_end(at).clamp(-1, len.saturating_sub(1)))
        };
        (bound(start, len.saturating_sub(1)), bound(end, -1))
    };
    let is_within = move |at: &i64| if step > 0 { *at < last } else { *at > last };
    let next = move |at: &i64| at.checked_add(step);
    let all = std::iter::successors((step != 0).then_some(first), next);
    let all = all.take_while(is_within);
    all.filter_map(|at| usize::try_from(at).ok())
}
