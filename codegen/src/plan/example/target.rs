//! What an example is an example of, as the generated code has it.

use serde_json::Value;

use super::super::{
    bodies::Bodies,
    responses::{groups, has_body, status},
    types::Types,
};
use crate::{
    ir::{
        self, ByCode, ExampleAnswer, ExampleOf, ExampleRead, Make, Read, Reading, Scalar, Type,
        UNRECOGNIZED, Writing,
    },
    model::{MediaType, Operation, Representation, Response, Status},
};

/// Why an example becomes no test.
pub(super) type Skipped = &'static str;

const FILES: Skipped = "its body has files";
const BYTES: Skipped = "clients hand its bytes on as they are";
const PIECES: Skipped = "clients hand its body on piece by piece";
const UNASKED: Skipped = "clients do not ask for this representation";
const BODILESS: Skipped = "an answer of this status has no body";
const FORM: Skipped = "it is written as the text of a form";

/// An operation as the document has it, and as it is planned.
#[derive(Clone, Copy)]
pub(super) struct Pair<'p> {
    pub(super) model: &'p Operation,
    pub(super) planned: &'p ir::Operation,
    pub(super) error: &'p ir::ErrorEnum,
}

impl<'p> Pair<'p> {
    /// What an example of the request is.
    pub(super) fn request(
        self,
        content: &MediaType,
        bodies: &Bodies,
    ) -> Result<ExampleOf, Skipped> {
        let mut parameters = self.planned.parameters.iter();
        let body = parameters.find_map(|one| match &one.place {
            ir::Place::Body(writing) => Some((&one.ty, writing)),
            _ => None,
        });
        let (ty, writing) = match body.ok_or(UNASKED)? {
            (Type::Choice(name), Writing::Own) => {
                bodies.alternative(name, content).ok_or(UNASKED)?
            }
            (_, Writing::Own) => return Err(FILES),
            other => other,
        };
        match writing {
            Writing::Json(_) | Writing::Form(..) | Writing::Multipart(_) | Writing::Text(_) => {
                Ok(ExampleOf::Request(ty.clone()))
            }
            Writing::Own => Err(FILES),
            Writing::Bytes(_) | Writing::Content(_) => Err(BYTES),
        }
    }

    /// What an example of a response is.
    pub(super) fn answer(
        self,
        response: &Response,
        content: &MediaType,
        shown: &Value,
        types: &Types<'_>,
    ) -> Result<ExampleOf, Skipped> {
        if !has_body(self.model, response) {
            return Err(BODILESS);
        }
        let groups = groups(&response.content, types).groups;
        let first = groups.first().ok_or(UNASKED)?;
        let is_first = first.all.iter().any(|one| one.name == content.name);
        let (operation, answer) = match is_first || self.is_error(response.status) {
            true => (&self.planned.name, &self.planned.answer),
            false => self.asking_for(content).ok_or(UNASKED)?,
        };
        let at = match self.is_error(response.status) {
            true => status(response.status),
            // `default` stands for successes, where it stands alone.
            false if response.status == Status::Any => ir::Status::Range(2),
            false => status(response.status),
        };
        let mut documented = answer.documented.iter();
        let (_, reading) = documented
            .find(|(documented, _)| *documented == at)
            .ok_or(UNASKED)?;
        let read = match reading {
            Reading::Output { read, make } => output(*read, make)?,
            Reading::Error { variant, by, .. } => {
                let named = by.as_ref().and_then(|by| named(by, shown));
                let has_type = is_first && first.read == Read::Json;
                self.failure(named.unwrap_or(*variant), has_type)
            }
        };
        let responses = &self.planned.responses;
        Ok(ExampleOf::Answer(ExampleAnswer {
            operation: operation.clone(),
            status: self.concrete(response.status),
            content_type: content_type(content).ok_or(BYTES)?,
            read,
            may_fail: !responses.cases.is_empty()
                || !responses.in_band.is_empty()
                || responses.success_when.is_some(),
        }))
    }

    fn is_error(self, status: Status) -> bool {
        let mut responses = self.model.responses.iter();
        let has_success = responses.any(|one| one.status.is_success());
        !status.is_success() && !status.is_redirect() && (status != Status::Any || has_success)
    }

    /// The operation that asks for another representation.
    fn asking_for(self, content: &MediaType) -> Option<(&'p String, &'p ir::Answer)> {
        let mut all = self.planned.representations.iter();
        let found = all.find(|one| one.media_type == content.name)?;
        Some((&found.name, &found.answer))
    }

    /// The variants that the answer may have: by its code or status first, then by what is declared.
    fn failure(self, variant: usize, has_type: bool) -> ExampleRead {
        let ir::ErrorEnum { name, variants, .. } = self.error;
        let of = |number: usize| variants.get(number).map(|one| one.name.clone());
        let first = match variant {
            UNRECOGNIZED => Some("Unrecognized".to_owned()),
            variant => of(variant),
        };
        let mut all: Vec<String> = first.into_iter().collect();
        for case in &self.planned.responses.cases {
            let name = of(case.variant);
            all.extend(name.filter(|name| !all.contains(name)));
        }
        match has_type {
            true => ExampleRead::Error(name.clone(), all),
            false => ExampleRead::Kept(name.clone(), all),
        }
    }

    /// A status that this response is for, and no other.
    fn concrete(self, status: Status) -> u16 {
        let is_free = |code: &u16| {
            let mut all = self.model.responses.iter();
            all.all(|one| {
                one.status == status
                    || !one.status.covers(Status::Exact(*code))
                    || one.status == Status::Any
            })
        };
        let has_success = self
            .model
            .responses
            .iter()
            .any(|one| one.status.is_success());
        match status {
            Status::Exact(code) => code,
            Status::Range(class) => {
                let mut codes = (class * 100)..(class * 100 + 100);
                codes.find(is_free).unwrap_or(class * 100)
            }
            Status::Any if has_success => (500..600).find(is_free).unwrap_or(500),
            Status::Any => (200..300).find(is_free).unwrap_or(200),
        }
    }
}

/// The variant that the code of an example names.
fn named(by: &ByCode, shown: &Value) -> Option<usize> {
    let found = shown.pointer(&by.at)?;
    let is = |value: &Scalar| match value {
        Scalar::Text(text) => found.as_str() == Some(text),
        Scalar::Integer(integer) => found.as_i64() == Some(*integer),
        Scalar::Bool(flag) => found.as_bool() == Some(*flag),
        Scalar::Null | Scalar::Unsigned(_) | Scalar::Float(_) => false,
    };
    let mut values = by.values.iter();
    values
        .find(|(value, _)| is(value))
        .map(|(_, variant)| *variant)
}

/// What a success is read as.
fn output(read: Read, make: &Make) -> Result<ExampleRead, Skipped> {
    match read {
        Read::Json | Read::Text | Read::JsonOrText => {}
        Read::Nothing => return Err(BODILESS),
        Read::Bytes | Read::Stream => return Err(BYTES),
        Read::Events | Read::TextEvents | Read::JsonLines => return Err(PIECES),
    }
    match make {
        Make::Plain | Make::Some => Ok(ExampleRead::Output),
        Make::Variant(of, name) => Ok(ExampleRead::Variant(of.clone(), name.clone())),
        Make::None | Make::Unit(..) => Err(BODILESS),
    }
}

/// The content type of an answer in this representation.
fn content_type(content: &MediaType) -> Option<String> {
    match (content.is_range(), content.representation) {
        (false, _) => Some(content.name.clone()),
        (true, Representation::Json | Representation::Bytes) => Some("application/json".to_owned()),
        (true, _) => None,
    }
}

/// Whether the example is the text of the body, and not its value.
pub(super) fn is_text(content: &MediaType) -> bool {
    matches!(
        content.representation,
        Representation::Text | Representation::Xml
    )
}

/// Why the text of a form is no value.
pub(super) fn unread(content: &MediaType, is_string: bool) -> Option<Skipped> {
    let is_form = matches!(
        content.representation,
        Representation::Form | Representation::Multipart
    );
    (is_form && is_string).then_some(FORM)
}
