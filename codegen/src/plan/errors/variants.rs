//! The variants of one error enum, each with one payload.

use indexmap::IndexSet;

use super::super::{meaning, name, room::lines, types::Types};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    ir,
};

/// The name that every error enum has already.
pub(super) const RESERVED: &str = "Unrecognized";

/// A variant, and its place in the lists of its operation.
const LINES: usize = 2;

/// Variants, and the place that each comes from.
#[derive(Default)]
pub(super) struct Variants {
    all: Vec<(ir::Variant, Origin)>,
}

/// What a variant may be called that is recognized by a code.
pub(super) struct Called {
    /// After the code, whatever else is called so.
    pub(super) code: String,
    /// After the code, unlike the other codes of its response.
    pub(super) name: String,
    /// After the status under which it comes, where that has a name.
    pub(super) status: Option<String>,
    /// Whether what comes under any status has the code, too, with another body.
    pub(super) is_common: bool,
}

impl Called {
    /// The name that is tried as that many.
    fn candidate(&self, number: usize) -> String {
        let name = name::bare(&self.name);
        let number = number + usize::from(self.is_common);
        match (number, &self.status) {
            (1, _) => self.name.clone(),
            (2, Some(status)) => format!("{}{name}", name::bare(status)),
            (2, None) => format!("{name}Code"),
            (more, Some(status)) => format!("{}{name}{}", name::bare(status), more - 1),
            (more, None) => format!("{name}Code{}", more - 1),
        }
    }
}

impl Variants {
    /// The position of a variant; one that is there already must have the same payload.
    pub(super) fn add(
        &mut self,
        name: &str,
        payload: Option<ir::Type>,
        description: &str,
        at: &Origin,
        types: &mut Types<'_>,
    ) -> usize {
        let found = self
            .all
            .iter()
            .position(|(variant, _)| variant.name == name);
        if let Some((position, (variant, first))) =
            found.and_then(|at| Some((at, self.all.get(at)?)))
        {
            if variant.payload != payload {
                let message = format!("two errors called `{name}` have different bodies");
                let (here, there) = (
                    in_words(payload.as_ref()),
                    in_words(variant.payload.as_ref()),
                );
                let diagnostic =
                    Diagnostic::new(Code::VariantConflict, types.key_place(at), message)
                        .label(format!("{here} here"))
                        .also(types.key_place(first), format!("{there} here"))
                        .help("give one of them another name, or both the same `schema`");
                types.report(diagnostic);
            }
            return position;
        }
        self.push(variant(name, payload, description), description, at, types)
    }

    fn push(
        &mut self,
        variant: ir::Variant,
        description: &str,
        at: &Origin,
        types: &mut Types<'_>,
    ) -> usize {
        types.take(at, LINES + lines([description], 2));
        self.all.push((variant, at.clone()));
        self.all.len() - 1
    }

    /// The position of a variant that no one declared: where another has its name and another body, it
    /// has one of its own.
    ///
    /// `taken` are those of other codes of the same response, which are told apart.
    pub(super) fn recognized(
        &mut self,
        called: &Called,
        payload: ir::Type,
        at: &Origin,
        taken: &mut IndexSet<usize>,
        types: &mut Types<'_>,
    ) -> usize {
        let payload = Some(payload);
        let mut number = 1_usize;
        loop {
            let name = called.candidate(number);
            let is = meaning::method("is", &name);
            let found = self.all.iter().position(|(variant, _)| variant.is == is);
            let is_free = found.is_none_or(|found| {
                let variant = self.all.get(found).map(|(variant, _)| variant);
                let is_same = |one: &ir::Variant| one.name == name && one.payload == payload;
                variant.is_some_and(is_same) && !taken.contains(&found)
            });
            if is_free && name != RESERVED {
                let position = found.unwrap_or_else(|| {
                    let mut variant = variant(&called.code, payload, "");
                    variant.is = is;
                    variant.name = name;
                    self.push(variant, "", at, types)
                });
                taken.insert(position);
                return position;
            }
            number += 1;
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// All of them. One that begins with `Is` asks no `is_is_…`, if that leaves no doubt.
    pub(super) fn finish(self) -> Vec<ir::Variant> {
        let all = self.all.into_iter().map(|(variant, _)| variant);
        let mut all: Vec<_> = all.collect();
        let mut taken: IndexSet<_> = all.iter().map(|one| one.is.clone()).collect();
        taken.insert(meaning::method("is", RESERVED));
        for variant in &mut all {
            let rest = variant.name.strip_prefix("Is");
            let rest = rest.filter(|rest| rest.starts_with(char::is_uppercase));
            let short = rest.map(|rest| meaning::method("is", rest));
            if let Some(short) = short.filter(|short| taken.insert(short.clone())) {
                variant.is = short;
            }
        }
        all
    }
}

/// What kind of body an error has.
fn in_words(payload: Option<&ir::Type>) -> String {
    match payload {
        None | Some(ir::Type::Unit) => "no documented body".to_owned(),
        Some(ir::Type::Null) => "`null`".to_owned(),
        Some(ir::Type::Json) => "any JSON".to_owned(),
        Some(ir::Type::Bool) => "a boolean".to_owned(),
        Some(ir::Type::Integer(_) | ir::Type::F32 | ir::Type::F64) => "a number".to_owned(),
        Some(ir::Type::String) => "text".to_owned(),
        Some(ir::Type::Foreign(_)) => "text of a format".to_owned(),
        Some(
            ir::Type::Bytes
            | ir::Type::Body
            | ir::Type::Content
            | ir::Type::File
            | ir::Type::FileOr(_),
        ) => "bytes".to_owned(),
        Some(ir::Type::Events(_) | ir::Type::JsonLines(_)) => "items".to_owned(),
        Some(ir::Type::Own(path)) => format!("`{path}`"),
        Some(ir::Type::Named(name) | ir::Type::Choice(name)) => format!("`{name}`"),
        Some(ir::Type::List(_)) => "a list".to_owned(),
        Some(ir::Type::Map(_)) => "a map".to_owned(),
        Some(ir::Type::Optional(inner)) => format!("{}, or null", in_words(Some(inner))),
        Some(ir::Type::Boxed(inner)) => in_words(Some(inner)),
    }
}

fn variant(name: &str, payload: Option<ir::Type>, description: &str) -> ir::Variant {
    let meaning = meaning::meaning(name, description);
    let docs = meaning::docs(name, description);
    let says_more = docs.join(" ") != meaning;
    ir::Variant {
        name: name.to_owned(),
        is: meaning::method("is", name),
        docs: if says_more { docs } else { Vec::new() },
        meaning,
        payload,
    }
}
