//! Numbers.

use serde_json::Value;

use super::super::{
    node::{Node, kind},
    reader::Reader,
};
use crate::{
    diagnostic::{Code, Diagnostic},
    model::{Bounds, Integer, Number, Shape},
};

impl<'a> Reader<'a> {
    pub(super) fn integer(&mut self, node: &Node<'a>, values: &[Node<'a>]) -> Shape {
        let values = self.picked(values, "a whole number", Value::as_i64);
        Shape::Integer(Integer {
            format: node.text("format").map(str::to_owned),
            bounds: self.bounds(node),
            names: self.value_names(node, values.len()),
            values,
        })
    }

    pub(super) fn number(&mut self, node: &Node<'a>, values: &[Node<'a>]) -> Shape {
        Shape::Number(Number {
            format: node.text("format").map(str::to_owned),
            bounds: self.bounds(node),
            values: self.picked(values, "a number", Value::as_f64),
        })
    }

    /// Taken from the tree, as `openapiv3` drops bounds that do not fit `i64`. An exclusive bound is
    /// a flag beside the bound up to OpenAPI 3.0, and a number of its own since.
    fn bounds(&mut self, node: &Node<'a>) -> Bounds {
        let (minimum, above) = self.bound(node, "minimum", "exclusiveMinimum", f64::max);
        let (maximum, below) = self.bound(node, "maximum", "exclusiveMaximum", f64::min);
        Bounds {
            minimum,
            above,
            maximum,
            below,
            multiple_of: self.limit(node, "multipleOf").filter(|step| *step > 0.0),
        }
    }

    fn bound(
        &mut self,
        node: &Node<'a>,
        key: &str,
        exclusive: &str,
        nearer: fn(f64, f64) -> f64,
    ) -> (Option<f64>, bool) {
        let bound = self.limit(node, key);
        let flag = node.value.get(exclusive).and_then(Value::as_bool);
        if flag.is_some() {
            return (bound, flag == Some(true));
        }
        match (bound, self.limit(node, exclusive)) {
            (bound, None) => (bound, false),
            (None, Some(open)) => (Some(open), true),
            (Some(bound), Some(open)) => {
                let is_open = (nearer(bound, open) - open).abs() < f64::EPSILON;
                (Some(nearer(bound, open)), is_open)
            }
        }
    }

    /// A limit; what is no number is reported, and text that is one is taken as it is meant.
    fn limit(&mut self, node: &Node<'a>, key: &str) -> Option<f64> {
        let limit = node.get(key)?;
        let number = limit.value.as_f64();
        if number.is_some() {
            return number;
        }
        let meant = limit
            .value
            .as_str()
            .and_then(|text| text.trim().parse::<f64>().ok());
        let message = format!(
            "`{key}` must be a number, and this is {}",
            kind(limit.value)
        );
        let diagnostic = match meant {
            Some(_) => Diagnostic::new(Code::Tolerated, limit.at.value(), message),
            None => Diagnostic::new(Code::InvalidObject, limit.at.value(), message),
        };
        self.report(diagnostic.help("write a number, without quotes"));
        meant
    }
}
