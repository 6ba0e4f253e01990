//! JSON objects in every order of their fields: a map type would have but one.

use serde_json::Value;

/// A JSON object whose members stand in no order.
#[derive(Clone, Default)]
pub(super) struct Shape {
    members: Vec<(&'static str, Member)>,
}

#[derive(Clone)]
enum Member {
    Value(Value),
    Object(Shape),
    ListOf(Shape),
}

/// Members to be added.
pub(super) fn members<const N: usize>(all: [(&'static str, Value); N]) -> Shape {
    let members = all
        .into_iter()
        .map(|(name, value)| (name, Member::Value(value)));
    Shape {
        members: members.collect(),
    }
}

/// An object of these members.
pub(super) fn object<const N: usize>(all: [(&'static str, Value); N]) -> Shape {
    members(all)
}

/// A list that holds one object.
pub(super) struct ListOf(Shape);

impl Shape {
    /// The object in a list of its own.
    pub(super) fn in_list(&self) -> ListOf {
        ListOf(self.clone())
    }

    /// The object with another in it.
    pub(super) fn and(mut self, name: &'static str, inner: impl Into<Inner>) -> Self {
        let Inner(member) = inner.into();
        self.members.push((name, member));
        self
    }

    /// The object with more members.
    pub(super) fn with(&self, more: &Shape) -> Self {
        let mut members = self.members.clone();
        members.extend(more.members.iter().cloned());
        Self { members }
    }
}

/// What can stand in an object.
pub(super) struct Inner(Member);

impl From<Shape> for Inner {
    fn from(shape: Shape) -> Self {
        Self(Member::Object(shape))
    }
}

impl From<ListOf> for Inner {
    fn from(ListOf(shape): ListOf) -> Self {
        Self(Member::ListOf(shape))
    }
}

/// The object as text, once for every order of its members and of those within.
pub(super) fn spellings(shape: &Shape) -> Vec<String> {
    let mut all = Vec::new();
    for order in permutations(shape.members.len()) {
        let mut heads = vec![String::new()];
        for index in order {
            let (name, member) = &shape.members[index];
            let tails = match member {
                Member::Value(value) => vec![value.to_string()],
                Member::Object(inner) => spellings(inner),
                Member::ListOf(inner) => {
                    let inner = spellings(inner);
                    inner.iter().map(|text| format!("[{text}]")).collect()
                }
            };
            let pairs = heads.iter().flat_map(|head| {
                let comma = if head.is_empty() { "" } else { "," };
                tails
                    .iter()
                    .map(move |tail| format!("{head}{comma}\"{name}\":{tail}"))
            });
            heads = pairs.collect();
        }
        all.extend(heads.iter().map(|members| format!("{{{members}}}")));
    }
    all
}

fn permutations(length: usize) -> Vec<Vec<usize>> {
    let Some(last) = length.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for shorter in permutations(last) {
        for at in 0..=shorter.len() {
            let mut longer = shorter.clone();
            longer.insert(at, last);
            all.push(longer);
        }
    }
    all
}

#[test]
fn every_order_of_members_inside_and_out() {
    let shape = object([("a", Value::Null)]).and("b", object([("c", 1.into()), ("d", 2.into())]));
    let mut texts = spellings(&shape);
    texts.sort();
    assert_eq!(
        texts,
        [
            r#"{"a":null,"b":{"c":1,"d":2}}"#,
            r#"{"a":null,"b":{"d":2,"c":1}}"#,
            r#"{"b":{"c":1,"d":2},"a":null}"#,
            r#"{"b":{"d":2,"c":1},"a":null}"#,
        ]
    );
}
