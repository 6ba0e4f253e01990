//! `remove`: values are taken out of the mappings and lists that they are in.

use std::mem;

use serde_json::Value;

use super::{picked::Picked, room::Room, trace::Trace};

/// To note where an item was takes as long as to look at so many.
const STEPS_OF_A_MOVE: usize = 20;

/// What was met on the way that a version has something to say about.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Met {
    /// Members of mappings that are neither mappings nor lists.
    pub(super) plain_members: bool,
    /// Items of lists that are neither.
    pub(super) plain_items: bool,
}

/// Takes out what is meant below a value. Plain items stay where they are to be kept.
pub(super) fn remove(
    value: &mut Value,
    trace: &mut Trace,
    picked: &Picked,
    keep_plain_items: bool,
    room: &mut Room,
) -> Met {
    let mut met = Met::default();
    let is_meant = |position: usize| picked.below.get(&position).is_some_and(|one| one.is_meant);
    match value {
        Value::Object(members) => {
            room.steps.take(members.len());
            for (position, (key, member)) in members.iter_mut().enumerate() {
                match picked.below.get(&position) {
                    Some(one) if one.is_meant => {
                        met.plain_members |= is_plain(member);
                        trace.below.members.remove(key);
                    }
                    Some(one) => {
                        let traces = &mut trace.below.members;
                        let trace = traces.entry(key.clone()).or_insert_with(|| room.trace());
                        met.add(remove(member, trace, one, keep_plain_items, room));
                    }
                    None => {}
                }
            }
            let mut position = 0..;
            members.retain(|_, _| position.next().is_some_and(|at| !is_meant(at)));
        }
        Value::Array(items) => {
            room.steps.take(items.len());
            for (position, item) in items.iter_mut().enumerate() {
                match picked.below.get(&position) {
                    Some(one) if !one.is_meant => {
                        let traces = &mut trace.below.items;
                        let trace = traces.entry(position).or_insert_with(|| room.trace());
                        met.add(remove(item, trace, one, keep_plain_items, room));
                    }
                    Some(_) => met.plain_items |= is_plain(item),
                    None => {}
                }
            }
            let stays =
                |at: usize, item: &Value| !is_meant(at) || keep_plain_items && is_plain(item);
            let stay: Vec<bool> = items
                .iter()
                .enumerate()
                .map(|(at, item)| stays(at, item))
                .collect();
            close_up(trace, &stay, room);
            let mut stay = stay.into_iter();
            items.retain(|_| stay.next().unwrap_or(true));
        }
        _ => {}
    }
    met
}

impl Met {
    fn add(&mut self, other: Self) {
        self.plain_members |= other.plain_members;
        self.plain_items |= other.plain_items;
    }
}

pub(super) fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// Notes where the items of a list were that move up.
fn close_up(trace: &mut Trace, stay: &[bool], room: &mut Room) {
    if stay.iter().all(|stays| *stays) {
        return;
    }
    room.steps.take(stay.len().saturating_mul(STEPS_OF_A_MOVE));
    let mut before = mem::take(&mut trace.below.items);
    let staying = stay.iter().enumerate().filter(|(_, stays)| **stays);
    for (now, (was, _)) in staying.enumerate() {
        if room.steps.are_done() {
            return;
        }
        let known = before.remove(&was);
        if known.is_none() && now == was {
            continue;
        }
        let mut item = known.unwrap_or_else(|| room.trace());
        if now != was {
            item.from.was_item(was);
        }
        trace.below.items.insert(now, item);
    }
}
