//! What is said of pointers, and of what they are compared with.

use indexmap::IndexSet;

use super::{
    mend::Mended,
    site::{Role, Site},
    value,
    walk::objects,
};
use crate::{
    diagnostic::{Code, Diagnostic, Pointer},
    model::{Literal, SchemaId, Schemas, Shape},
};

/// How many names are listed, and how many places are shown.
const MOST: usize = 8;
const MOST_PLACES: usize = 2;

/// A pointer that leads nowhere: none of these has its key at this position.
pub(super) fn nowhere(
    schemas: &Schemas,
    site: &Site<'_>,
    keys: &[String],
    position: usize,
    here: &[SchemaId],
    mended: Option<Mended>,
) -> Diagnostic {
    let pointer = site.mention.escape_debug();
    let before = keys.get(..position).unwrap_or_default();
    let inside = container(site, before);
    let key = keys.get(position).map(|key| key.escape_debug().to_string());
    let key = key.unwrap_or_default();
    let names: IndexSet<_> = objects(schemas, here)
        .flat_map(|object| object.properties.keys())
        .collect();
    let is_list = |id: &SchemaId| matches!(schemas.get(*id).shape, Shape::Array(_));
    let why = if objects(schemas, here).next().is_some() {
        format!("there is no member `{key}` in {inside}")
    } else if here.iter().any(is_list) {
        format!("{inside} is a list, and `{key}` is no position in it")
    } else {
        format!("{inside} is {}, which has no members", kinds(schemas, here))
    };
    let help = match mended {
        Some(mended) => did_you_mean(site, &mended),
        None if names.is_empty() => match written(site, before) {
            none if none.is_empty() => "the pointer of the whole is `''`".to_owned(),
            before => format!("write `{before}`"),
        },
        None => format!(
            "write a member that is there ({}), or declare `{key}` in the schema",
            listed(names.iter().map(|name| name.as_str()))
        ),
    };
    let place = site.mention.at.value();
    let message = format!("`{pointer}` leads nowhere: {why}");
    let diagnostic = Diagnostic::new(Code::ImpossiblePointer, place, message).help(help);
    also(diagnostic, schemas, here, "it is looked up in this")
}

/// A condition on elements of what is no list.
pub(super) fn no_list(schemas: &Schemas, site: &Site<'_>, here: &[SchemaId]) -> Diagnostic {
    let pointer = site.mention.escape_debug();
    let kind = kinds(schemas, here);
    let message = format!("`{pointer}` is {kind} and no list, so it has no elements");
    let help = "write the pointer of a list, or a condition with `at`";
    let place = site.mention.at.value();
    let diagnostic = Diagnostic::new(Code::ImpossibleValue, place, message).help(help);
    also(diagnostic, schemas, here, "this is there")
}

/// A condition on the letters of what is no text.
pub(super) fn no_text(schemas: &Schemas, site: &Site<'_>, here: &[SchemaId]) -> Diagnostic {
    let pointer = site.mention.escape_debug();
    let kind = kinds(schemas, here);
    let message = format!("`{pointer}` is {kind} and no text, so this never holds");
    let place = site.mention.at.value();
    let diagnostic = Diagnostic::new(Code::ImpossibleValue, place, message)
        .help("compare it by `equals`, or write the pointer of a text");
    also(diagnostic, schemas, here, "this is there")
}

/// A code or message that is read from what holds others.
pub(super) fn no_place(
    schemas: &Schemas,
    site: &Site<'_>,
    key: &str,
    here: &[SchemaId],
    meant: Option<Mended>,
) -> Diagnostic {
    let pointer = site.mention.escape_debug();
    let kind = kinds(schemas, here);
    let message = format!("`{pointer}` is {kind}, so no {key} is read from it");
    let help = match meant {
        Some(meant) => did_you_mean(site, &meant),
        None => "write the pointer of a text or a number".to_owned(),
    };
    let place = site.mention.at.value();
    let diagnostic = Diagnostic::new(Code::ImpossibleValue, place, message).help(help);
    also(diagnostic, schemas, here, "this is there")
}

/// An equality that never holds. `meant` is one of the values, and what it was to be.
pub(super) fn never_equal(
    schemas: &Schemas,
    site: &Site<'_>,
    values: &[Literal],
    here: &[SchemaId],
    meant: Option<(Literal, Literal)>,
) -> Diagnostic {
    let pointer = match &*site.mention.text {
        "" if site.of_element => "the element".to_owned(),
        "" => "the body".to_owned(),
        pointer => format!("`{}`", pointer.escape_debug()),
    };
    let never = match values {
        [Literal::Text(text)] => format!("the text `{}`", text.escape_debug()),
        [one] => format!("`{}`", value::shown(one)),
        _ => "one of these".to_owned(),
    };
    let message = format!("{pointer} is never {never}: it is {}", kinds(schemas, here));
    let help = match meant {
        None => "write a value that the schema allows, or let the schema allow this one".to_owned(),
        Some((Literal::Text(_), Literal::Text(near))) => {
            format!("did you mean `{}`?", near.escape_debug())
        }
        Some((Literal::Text(text), other)) => {
            let other = value::shown(&other);
            format!("write `{other}` without quotes, or `[{other}, '{text}']` to take both")
        }
        Some((number, _)) => {
            let number = value::shown(&number);
            format!("write `'{number}'` in quotes, or `[{number}, '{number}']` to take both")
        }
    };
    let at = &site.mention.at;
    let place = at
        .parent()
        .map_or_else(|| at.value(), |beside| beside.child("equals").value());
    let diagnostic = Diagnostic::new(Code::ImpossibleValue, place, message).help(help);
    also(diagnostic, schemas, here, "this is there")
}

fn did_you_mean(site: &Site<'_>, mended: &Mended) -> String {
    let pointer = written(site, &mended.keys);
    let element = mended
        .element
        .map(|position| mended.keys.split_at(position));
    match (element, site.role) {
        (Some((list, [_, below @ ..])), Role::Presence | Role::Equals(_) | Role::Text) => {
            let (list, below) = (written(site, list), pointer_of(below));
            format!("did you mean `{pointer}`, or `{{some: {list}, where: {{at: {below}, …}}}}`?")
        }
        _ => format!("did you mean `{pointer}`?"),
    }
}

/// What a key is looked for in, as a person says it.
fn container(site: &Site<'_>, before: &[String]) -> String {
    match (before, site.bodies.count()) {
        ([], 1) if site.of_element => "the element".to_owned(),
        ([], _) if site.of_element => "any of the elements".to_owned(),
        ([], 1) => "the body".to_owned(),
        ([], _) => "any of the bodies".to_owned(),
        _ => format!("`{}`", written(site, before)),
    }
}

/// Keys as a pointer that starts where the site's does.
fn written(site: &Site<'_>, keys: &[String]) -> String {
    let dot = if site.mention.starts_with("./") {
        "."
    } else {
        ""
    };
    format!("{dot}{}", pointer_of(keys))
}

fn pointer_of(keys: &[String]) -> String {
    let pointer = keys.iter().fold(Pointer::root(), |at, key| at.child(key));
    pointer.as_str().escape_debug().to_string()
}

/// What is there, as a person says it.
fn kinds(schemas: &Schemas, here: &[SchemaId]) -> String {
    let mut kinds: Vec<String> = Vec::new();
    for id in here {
        let kind = kind(&schemas.get(*id).shape);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.join(" or ")
}

fn kind(shape: &Shape) -> String {
    let values: Vec<String> = match shape {
        Shape::Text(text) => text.values.clone(),
        Shape::Integer(integer) => integer.values.iter().map(i64::to_string).collect(),
        Shape::Number(number) => number.values.iter().map(f64::to_string).collect(),
        Shape::Boolean(boolean) => boolean.values.iter().map(bool::to_string).collect(),
        _ => Vec::new(),
    };
    match values.as_slice() {
        [] => {}
        [only] => return format!("always `{}`", only.escape_debug()),
        many => return format!("one of {}", listed(many.iter().map(String::as_str))),
    }
    let words = match shape {
        Shape::Null => "`null`",
        Shape::Boolean(_) => "`true` or `false`",
        Shape::Integer(_) => "a whole number",
        Shape::Number(_) => "a number",
        Shape::Text(_) => "text",
        Shape::Array(_) => "a list",
        Shape::Object(_) => "an object",
        Shape::Any
        | Shape::Own(_)
        | Shape::Faulty
        | Shape::Same(_)
        | Shape::AllOf(_)
        | Shape::Choice(_) => "anything",
    };
    words.to_owned()
}

/// A few names, and whether there are more.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut shown: Vec<_> = names
        .take(MOST + 1)
        .map(|name| format!("`{}`", name.escape_debug()))
        .collect();
    if shown.len() > MOST {
        shown.truncate(MOST);
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// Points to the schemas of what is there.
fn also(diagnostic: Diagnostic, schemas: &Schemas, here: &[SchemaId], label: &str) -> Diagnostic {
    let shown = here.iter().take(MOST_PLACES);
    shown.fold(diagnostic, |diagnostic, id| {
        diagnostic.also(schemas.get(*id).at.key(), label)
    })
}
