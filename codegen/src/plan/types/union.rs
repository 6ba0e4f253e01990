//! Values of one of several types.

use indexmap::IndexSet;

use super::{
    super::{code_span::code_span, doc, name},
    Types, has_own_type, tag,
};
use crate::{
    ir::{self, JsonType, Test, Type},
    model::{Choice, Schema, SchemaId, Shape},
};

/// What a member is called, before it is a name.
struct Label {
    text: String,
    /// Whether the document calls it so.
    is_named: bool,
}

/// A variant, what is said of it, and its row in the table.
const LINES_OF_A_MEMBER: usize = 5;

impl Types<'_> {
    /// An enum of the members: told apart by a tag, by JSON type, or by what fits best.
    pub(super) fn union(&mut self, name: String, schema: &Schema, choice: &Choice) -> ir::TypeItem {
        let tags = tag::tags(self.api, choice);
        let labels = self.labels(&choice.members);
        let mut scope = name::Scope::variants(&["Self"]);
        let texts: Vec<_> = labels.iter().map(|label| label.text.as_str()).collect();
        let names = scope.claim_all(&texts, name::type_name);
        for ((id, label), variant) in choice.members.iter().zip(&labels).zip(&names) {
            let place = self.key_place(&self.api.schemas.get(*id).at);
            let text = label.is_named.then_some(label.text.as_str());
            let natural = name::type_name(&label.text);
            self.note_variant(&name, text, &natural, variant, place);
        }
        let mut members = Vec::new();
        for (index, (id, variant)) in choice.members.iter().zip(names).enumerate() {
            if !self.take(&schema.at, LINES_OF_A_MEMBER) {
                break;
            }
            let wanted = format!("{name}{}", name::bare(&variant));
            let ty = self.member_type(*id, &wanted);
            let tags = tags.as_ref().and_then(|tags| tags.values.get(index));
            members.push(ir::Member {
                docs: self.member_docs(*id, tags.map(Vec::as_slice)),
                deprecated: self.is_deprecated(*id),
                test: self.test(*id, &ty, tags),
                name: variant,
                ty,
            });
        }
        by_json_type(&mut members);
        let other = tags.as_ref().map(|_| scope.claim("Unknown".to_owned()));
        if let Some(other) = &other {
            let place = self.key_place(&schema.at);
            self.note_variant(&name, None, "Unknown", other, place);
        }
        ir::TypeItem::Union(ir::Union {
            extras: ir::Extras::default(),
            docs: self.docs(&schema.at, schema.description.as_deref(), 1),
            deprecated: schema.deprecated,
            tag: tags.map(|tags| tags.property).unwrap_or_default(),
            members,
            other,
            name,
        })
    }

    /// What the members are called: as their schemas are, else by their JSON type.
    fn labels(&self, members: &[SchemaId]) -> Vec<Label> {
        let labels = members.iter().map(|id| {
            let schema = self.api.schemas.get(*id);
            let meant = self.meant(*id);
            let names = [&meant.name, &schema.label, &meant.label];
            let named = names.into_iter().find_map(Clone::clone);
            let titled = || meant.title.clone().filter(|title| super::is_short(title));
            let named = named.or_else(titled);
            Label {
                is_named: named.is_some(),
                text: named.unwrap_or_else(|| self.described(*id)),
            }
        });
        labels.collect()
    }

    /// A name for what has none: `Text`, `List`, `TextList`.
    fn described(&self, id: SchemaId) -> String {
        let word = match &self.meant(id).shape {
            Shape::Boolean(_) => "Bool",
            Shape::Integer(_) => "Integer",
            Shape::Number(_) => "Number",
            Shape::Text(_) => "Text",
            Shape::Array(array) => {
                let items = self.meant(array.items);
                return match (&items.name, &items.shape) {
                    (Some(name), _) => format!("{name} list"),
                    (None, Shape::Array(_)) => "nested list".to_owned(),
                    (None, Shape::Boolean(_)) => "bool list".to_owned(),
                    (None, Shape::Integer(_)) => "integer list".to_owned(),
                    (None, Shape::Number(_)) => "number list".to_owned(),
                    (None, Shape::Text(_)) => "text list".to_owned(),
                    (None, _) => "list".to_owned(),
                };
            }
            Shape::Choice(_) => "Choice",
            Shape::Object(_) => "Object",
            Shape::Any
            | Shape::Own(_)
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::Null
            | Shape::AllOf(_) => "Value",
        };
        word.to_owned()
    }

    /// The type of a member. That `null` is one of the values is said of the whole.
    fn member_type(&mut self, id: SchemaId, wanted: &str) -> Type {
        match self.body(id, wanted) {
            Type::Optional(inner) => *inner,
            ty => ty,
        }
    }

    fn member_docs(&self, id: SchemaId, tags: Option<&[ir::Tag]>) -> Vec<String> {
        let schema = self.api.schemas.get(id);
        let meant = self.meant(id);
        let description = schema.description.as_ref().or(meant.description.as_ref());
        let mut docs: Vec<String> = description
            .map(|text| doc::lines(&doc::sentence(text)))
            .unwrap_or_default();
        if let Some(tags) = tags.filter(|tags| docs.is_empty() && !tags.is_empty()) {
            let values: Vec<_> = tags.iter().map(|tag| code_span(&shown(tag))).collect();
            docs.push(values.join(", "));
        }
        docs
    }

    fn test(&self, id: SchemaId, ty: &Type, tags: Option<&Vec<ir::Tag>>) -> Test {
        if let Some(tags) = tags.filter(|tags| !tags.is_empty()) {
            return Test::Tag(tags.clone());
        }
        match &self.meant(id).shape {
            Shape::Boolean(_) => Test::Json(JsonType::Bool),
            Shape::Integer(_) => Test::Json(JsonType::Integer),
            Shape::Number(_) => Test::Json(JsonType::Number),
            Shape::Text(_) => Test::Json(JsonType::String),
            Shape::Array(_) => Test::Json(JsonType::Array),
            Shape::Object(_) if matches!(ty, Type::Named(_)) && has_own_type(self.meant(id)) => {
                Test::Fields
            }
            Shape::Object(_) => Test::Json(JsonType::Object),
            Shape::Any
            | Shape::Own(_)
            | Shape::Faulty
            | Shape::Same(_)
            | Shape::Null
            | Shape::AllOf(_)
            | Shape::Choice(_) => Test::Any,
        }
    }
}

/// An object that is the only one among the members is told by that alone.
fn by_json_type(members: &mut [ir::Member]) {
    let objects = members
        .iter()
        .filter(|one| !matches!(one.test, Test::Json(json) if json != JsonType::Object));
    let only = objects.count() == 1;
    for member in members.iter_mut().filter(|_| only) {
        if member.test == Test::Fields {
            member.test = Test::Json(JsonType::Object);
        }
    }
}

fn shown(tag: &ir::Tag) -> String {
    match tag {
        ir::Tag::Bool(flag) => flag.to_string(),
        ir::Tag::Integer(integer) => integer.to_string(),
        ir::Tag::Text(text) => text.clone(),
    }
}

/// Whether no value is in two of the lists.
pub(in crate::plan) fn are_distinct(lists: &[Vec<ir::Tag>]) -> bool {
    let mut seen = IndexSet::new();
    lists.iter().flatten().all(|value| seen.insert(value))
}
