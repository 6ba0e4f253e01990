//! Which schemas say the same.

use std::fmt::Write;

use crate::{
    collection::Table,
    model::{Additional, Discriminator, Object, Property, SchemaId, Schemas, Shape},
};

/// How deep schemas are compared: what goes on deeper is like nothing else.
const DEEPEST: usize = 48;

/// The number of what a schema says. Schemas of one number say the same, but for the words on the
/// whole of them, and whether `null` is a value.
pub(super) type Class = usize;

/// What schemas say, each thing once.
pub(super) struct Classes<'a> {
    schemas: &'a Schemas,
    /// Whether callers send it: what is only read has fewer `Option`s.
    is_sent: &'a dyn Fn(SchemaId) -> bool,
    numbers: Table<String, usize>,
    of: Table<SchemaId, (Class, usize)>,
}

impl<'a> Classes<'a> {
    pub(super) fn new(schemas: &'a Schemas, is_sent: &'a dyn Fn(SchemaId) -> bool) -> Self {
        Self {
            schemas,
            is_sent,
            numbers: Table::new(),
            of: Table::new(),
        }
    }

    /// What a schema says, and how many schemas are within each other there.
    pub(super) fn of(&mut self, id: SchemaId) -> (Class, usize) {
        self.class(id, 0)
    }

    fn class(&mut self, id: SchemaId, depth: usize) -> (Class, usize) {
        if let Some(known) = self.of.get(&id) {
            return *known;
        }
        let alone = format!("{id:?}");
        // Those within themselves, and those that nest too deep, are like nothing else.
        let own = self.number(alone.clone());
        self.of.insert(id, (own, 0));
        let (text, height) = match self.schemas.get(id).name {
            None if depth < DEEPEST => self.text(id, depth).unwrap_or((alone, 0)),
            _ => (alone, 0),
        };
        let found = (self.number(text), height);
        self.of.insert(id, found);
        found
    }

    fn number(&mut self, text: String) -> usize {
        let next = self.numbers.len();
        *self.numbers.get_or(text, || next)
    }

    /// All that is said of the type; `None` where that is known of this one alone.
    fn text(&mut self, id: SchemaId, depth: usize) -> Option<(String, usize)> {
        let schema = self.schemas.get(id);
        let title = &schema.title;
        let mut height = 0;
        let said = match &schema.shape {
            Shape::Any | Shape::Own(_) | Shape::Null | Shape::Faulty => {
                format!("{:?}", schema.shape)
            }
            Shape::Boolean(one) => format!("{one:?}"),
            Shape::Integer(one) => format!("{one:?}"),
            Shape::Number(one) => format!("{one:?}"),
            Shape::Text(one) => format!("{one:?}"),
            Shape::Same(_) | Shape::AllOf(_) => return None,
            Shape::Array(array) => {
                let items = self.part(array.items, depth, &mut height);
                let limits = (array.min_items, array.max_items, array.unique);
                format!("array {items} {limits:?}")
            }
            Shape::Object(object) => self.object(id, object, depth, &mut height)?,
            Shape::Choice(choice) => {
                let mut text = format!("choice {}", (self.is_sent)(id));
                for member in &choice.members {
                    let member = self.part(*member, depth, &mut height);
                    let _ = write!(text, " {member}");
                }
                let told = choice.discriminator.as_ref();
                text + &told.map_or(Some(String::new()), |one| self.discriminator(one))?
            }
        };
        Some((format!("{title:?} {said}"), height + 1))
    }

    fn object(
        &mut self,
        id: SchemaId,
        object: &Object,
        depth: usize,
        height: &mut usize,
    ) -> Option<String> {
        let Object {
            properties,
            required: _,
            additional,
            discriminator: None,
        } = object
        else {
            return None;
        };
        let additional = match additional {
            Additional::Schema(values) => self.part(*values, depth, height),
            other => format!("{other:?}"),
        };
        let mut text = format!("object {} {additional}", (self.is_sent)(id));
        for (name, property) in properties {
            let Property {
                schema,
                required,
                one_sided,
                default,
            } = property;
            let schema = self.part(*schema, depth, height);
            let flags = (required, one_sided);
            let _ = write!(text, " {name:?} {schema} {flags:?} {default:?}");
        }
        Some(text)
    }

    /// A schema within another: there its words count, too.
    fn part(&mut self, id: SchemaId, depth: usize, height: &mut usize) -> String {
        let meant = self.schemas.meant(id);
        let (class, own) = self.class(meant, depth + 1);
        *height = own.max(*height);
        let (first, last) = (self.schemas.get(id), self.schemas.get(meant));
        let words = first.description.as_ref().or(last.description.as_ref());
        let mut nullable = last.nullable;
        let mut here = id;
        while let Shape::Same(next) = self.schemas.get(here).shape {
            nullable |= self.schemas.get(here).nullable;
            here = next;
        }
        let deprecated = first.deprecated || last.deprecated;
        format!("({class} {nullable} {deprecated} {words:?})")
    }

    /// What tells components apart; `None` where others are among them.
    fn discriminator(&self, one: &Discriminator) -> Option<String> {
        let component = |id: SchemaId| {
            let meant = self.schemas.meant(id);
            self.schemas.get(meant).name.as_ref().map(|_| meant)
        };
        let mapping = one.mapping.iter();
        let mapping: Option<Vec<_>> = mapping
            .map(|(value, id)| Some((value, component(*id)?)))
            .collect();
        let otherwise = one.otherwise.map(|id| component(id).ok_or(()));
        let otherwise = otherwise.transpose().ok()?;
        Some(format!(
            " by {:?} {:?} {otherwise:?}",
            one.property, mapping?
        ))
    }
}
