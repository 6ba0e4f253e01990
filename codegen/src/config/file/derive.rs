//! `derive` and `derive-for`: what else types derive.

use super::{reading::Reading, tree::Entry};
use crate::{
    Config,
    config::{derive::Derived, origin::From, rust::DerivePath},
    diagnostic::shown,
};

pub(super) fn derive(entry: &Entry, reading: &mut Reading<'_>) -> Option<Vec<DerivePath>> {
    let texts = reading.texts(entry, &format!("{} = ['Eq']", shown(&entry.key)))?;
    let mut paths = Vec::new();
    for (text, item) in texts {
        paths.extend(reading.parsed::<DerivePath>(text, &item.span));
    }
    Some(paths)
}

pub(super) fn derive_for(entry: &Entry, config: &mut Config, reading: &mut Reading<'_>) {
    let Some(table) = reading.table(entry, "derive-for = {Pet = ['Eq']}") else {
        return;
    };
    for entry in &table.entries {
        let Some(paths) = derive(entry, reading) else {
            continue;
        };
        let place = reading.place(&entry.key_span);
        let key = format!("derive-for.{}", entry.key);
        config.origins.note(&key, From::File(place.clone()));
        let place = Some(place);
        config
            .derives
            .of
            .insert(entry.key.clone(), Derived { paths, place });
    }
}
