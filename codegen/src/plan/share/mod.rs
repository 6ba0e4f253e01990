//! Schemas without a name that are written out alike in several places: one type for all of them.
//!
//! What they share must not be called after one of the places, so that only those are shared which
//! have a common name: their title, or the member or parameter that each of them is. Where different
//! schemas would have one such name, enums are called by their values as well, and others stay apart.

mod class;
mod place;

use std::cmp::Reverse;

use indexmap::IndexSet;

use super::{name, types};
use crate::{
    collection::Table,
    collection::order,
    model::{Api, Schema, SchemaId, Shape},
};
use class::{Class, Classes};
use place::Place;

/// How often it is looked what may be shared once others stay apart: real documents are done sooner.
const ROUNDS: usize = 8;

/// Values of an enum that are no burden in its name.
const MOST_VALUES: usize = 3;

/// What several places have in common: what they say, and what they are called.
type Key = (Class, String);

/// The places of a kind, which may share a type.
struct Group {
    places: Vec<Place>,
    height: usize,
    title: Option<String>,
}

/// The same API, in which places that are alike refer to one schema.
pub(super) fn share(mut api: Api) -> Api {
    let groups = groups(&api);
    let mut apart = IndexSet::new();
    // Those that stay apart have parts which may now be shared by themselves.
    let mut names = Vec::new();
    for _ in 0..ROUNDS {
        let shared = shared(&groups, &apart);
        let (found, more) = named(&api, &groups, &shared);
        names = found;
        if more.is_empty() {
            break;
        }
        apart.extend(more);
    }
    for (key, common) in names {
        if let Some(group) = groups.get(&key) {
            unite(&mut api, group, common);
        }
    }
    api
}

fn groups(api: &Api) -> Table<Key, Group> {
    let sent = types::sent(api);
    let is_sent = |id: SchemaId| sent.contains(&id);
    let mut classes = Classes::new(&api.schemas, &is_sent);
    let has_own_type = |id: SchemaId| types::has_own_type(api.schemas.get(id));
    let mut groups: Table<Key, Group> = Table::new();
    for place in place::places(api, &has_own_type) {
        let title = &api.schemas.get(place.id).title;
        let title = title.clone().filter(|title| types::is_short(title));
        let called = title.as_ref().unwrap_or(&place.stem);
        if called.is_empty() {
            continue;
        }
        let (class, height) = classes.of(place.id);
        let key = (class, name::type_name(called));
        let group = groups.get_or(key, || Group {
            places: Vec::new(),
            height,
            title,
        });
        group.places.push(place);
    }
    groups.retain(|_, group| group.places.len() > 1);
    groups
}

/// Those groups that stand in several places even where what is around them is shared.
fn shared(groups: &Table<Key, Group>, apart: &IndexSet<Key>) -> Vec<Key> {
    let mut outer_first: Vec<_> = groups
        .iter()
        .filter(|(key, _)| !apart.contains(*key))
        .collect();
    order::sort_by_key(&mut outer_first, |(key, group)| {
        (Reverse(group.height), *key)
    });
    let mut united: Table<SchemaId, SchemaId> = Table::new();
    let mut shared = Vec::new();
    for (key, group) in outer_first {
        let mut around = group.places.iter().map(|place| {
            let around = place.owner.unwrap_or(place.id);
            let around = united.get(&around).copied().unwrap_or(around);
            (around, place.stem.as_str())
        });
        let first = around.next();
        if around.all(|other| Some(other) == first) {
            continue;
        }
        if let Some(first) = group.places.first() {
            united.extend(group.places.iter().map(|place| (place.id, first.id)));
        }
        shared.push(key.clone());
    }
    shared
}

/// What the groups are called, in order, and those that have no name to themselves.
fn named(api: &Api, groups: &Table<Key, Group>, shared: &[Key]) -> (Vec<(Key, String)>, Vec<Key>) {
    let mut wanted = taken(api);
    let called = |key: &Key| called(api, groups.get(key), &key.1);
    for key in shared {
        *wanted.get_or_default(called(key)) += 1;
    }
    let mut longer: Table<String, Vec<&Key>> = Table::new();
    let mut names = Vec::new();
    let mut apart = Vec::new();
    for key in shared {
        let group = groups.get(key);
        let is_titled = group.is_some_and(|group| group.title.is_some());
        let name = called(key);
        match by_values(api, group, &name) {
            // A title that several have is numbered, as anywhere.
            _ if is_titled || wanted.get(&name) == Some(&1) => {
                names.push((key.clone(), name));
            }
            Some(name) => longer.get_or_default(name).push(key),
            None => apart.push(key.clone()),
        }
    }
    for (name, keys) in longer {
        match keys.as_slice() {
            [only] if !wanted.contains_key(&name) => {
                names.push(((*only).clone(), name));
            }
            _ => apart.extend(keys.into_iter().cloned()),
        }
    }
    order::sort(&mut names);
    (names, apart)
}

/// The name of a member, after that of the component where all of its places are within one.
fn called(api: &Api, group: Option<&Group>, stem: &str) -> String {
    let Some(group) = group.filter(|group| group.title.is_none()) else {
        return stem.to_owned();
    };
    let mut components = group.places.iter().map(|place| place.component);
    let first = components.next().flatten();
    let component = first.filter(|first| components.all(|other| other == Some(*first)));
    match component.and_then(|id| api.schemas.get(id).name.as_ref()) {
        Some(component) => name::type_name(&format!("{component} {stem}")),
        None => stem.to_owned(),
    }
}

/// The names that other types have, or may have: each of them is wanted once.
fn taken(api: &Api) -> Table<String, usize> {
    let reserved = name::reserved::TYPES.iter();
    let mut taken: Table<_, _> = reserved.map(|name| (name::type_name(name), 1)).collect();
    for id in api.schemas.ids() {
        let schema = api.schemas.get(id);
        for name in [&schema.name, &schema.title].into_iter().flatten() {
            if types::is_short(name) {
                taken.insert(name::type_name(name), 1);
            }
        }
    }
    taken
}

/// The name of an enum of few values that says which.
fn by_values(api: &Api, group: Option<&Group>, name: &str) -> Option<String> {
    let first = group?.places.first()?;
    let Shape::Text(text) = &api.schemas.get(first.id).shape else {
        return None;
    };
    let values = &text.values;
    let is_word = |value: &String| value.chars().any(char::is_alphabetic) && value.len() <= 16;
    (values.len() <= MOST_VALUES && values.iter().all(is_word))
        .then(|| name::type_name(&format!("{name} {}", values.join(" "))))
}

/// Lets all places of a group refer to one schema.
fn unite(api: &mut Api, group: &Group, common: String) {
    let Some(first) = group.places.first() else {
        return;
    };
    let schema = api.schemas.get(first.id).clone();
    let words = |id: SchemaId| &api.schemas.get(id).description;
    let mut others = group.places.iter();
    let agree = others.all(|place| *words(place.id) == schema.description);
    let one = Schema {
        // What is said of one place is said there.
        description: schema.description.clone().filter(|_| agree),
        common: group.title.is_none().then_some(common),
        deprecated: false,
        nullable: false,
        ..schema
    };
    let one = api.schemas.push(one);
    for place in &group.places {
        if let Some(schema) = api.schemas.get_mut(place.id) {
            schema.shape = Shape::Same(one);
        }
    }
}
