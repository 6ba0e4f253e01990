//! Security schemes (Swagger 2.0 §5.2.25).

use super::super::{node::Node, reader::Reader};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::SchemeKind,
};

const TYPES: [&str; 3] = ["basic", "apiKey", "oauth2"];

impl<'a> Reader<'a> {
    /// What a scheme wants whose `type` is not read as in OpenAPI 3; reported where there is no such
    /// type. `None` too where it is read as there.
    pub(in crate::front) fn v20_scheme(
        &mut self,
        node: &Node<'a>,
    ) -> Result<Option<SchemeKind>, ()> {
        let Some(ty) = node.get("type").filter(|_| self.is_v20()) else {
            return Ok(None);
        };
        let Some(name) = ty.value.as_str() else {
            return Ok(None);
        };
        if name == "basic" {
            return Ok(Some(SchemeKind::Basic));
        }
        if TYPES.contains(&name) {
            return Ok(None);
        }
        let place = self.value_place(&ty.at);
        if name == "http" {
            let message = "`http` is a type of OpenAPI 3, and is read as there";
            let help = "write `type: basic`, or `type: apiKey` for `Authorization` as a whole";
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
            return Ok(None);
        }
        let message = format!("`{}` is no type of security schemes", name.escape_debug());
        let help = match self.closest(name, TYPES) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the types are `{}`", TYPES.join("`, `")),
        };
        self.report(Diagnostic::new(Code::InvalidObject, place, message).help(help));
        Err(())
    }
}
