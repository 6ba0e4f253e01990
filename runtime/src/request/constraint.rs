//! What a schema demands of an argument (OpenAPI 3.0.3 §4.7.24.1, JSON Schema validation).

use super::{ParameterValue, Scalar};

/// A bound of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bound {
    /// The bound itself.
    pub(crate) value: f64,
    /// Whether the bound itself is out of bounds.
    pub(crate) exclusive: bool,
}

/// All that a parameter's schema, or that of its items, demands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Constraints {
    pub(crate) min_items: Option<u64>,
    pub(crate) max_items: Option<u64>,
    pub(crate) unique_items: bool,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pub(crate) minimum: Option<Bound>,
    pub(crate) maximum: Option<Bound>,
    pub(crate) multiple_of: Option<f64>,
}

impl Constraints {
    pub(crate) const NONE: Self = Self {
        min_items: None,
        max_items: None,
        unique_items: false,
        min_length: None,
        max_length: None,
        minimum: None,
        maximum: None,
        multiple_of: None,
    };

    /// What is wrong with the argument, if anything.
    pub(crate) fn check(&self, value: &ParameterValue<'_>) -> Result<(), String> {
        match value {
            ParameterValue::Absent => Ok(()),
            ParameterValue::One(one) => self.check_scalar(one),
            ParameterValue::Many(many) => {
                self.check_items(many)?;
                many.iter().try_for_each(|one| self.check_scalar(one))
            }
        }
    }

    fn check_items(&self, items: &[Scalar<'_>]) -> Result<(), String> {
        let count = items.len() as u64;
        match (self.min_items, self.max_items) {
            (Some(min), _) if count < min => {
                Err(format!("has {count} items, and needs at least {min}"))
            }
            (_, Some(max)) if count > max => {
                Err(format!("has {count} items, and may have at most {max}"))
            }
            _ if self.unique_items && has_twin(items) => Err("holds an item twice".to_owned()),
            _ => Ok(()),
        }
    }

    fn check_scalar(&self, scalar: &Scalar<'_>) -> Result<(), String> {
        match scalar {
            Scalar::Text(text) => self.check_length(text),
            // Bounds beyond 2^53 are rounded in documents already: JSON numbers are read as f64.
            #[allow(clippy::cast_precision_loss)]
            Scalar::Integer(integer) => self.check_number(*integer as f64),
            Scalar::Float(float) if !float.is_finite() => Err("is not a finite number".to_owned()),
            Scalar::Float(float) => self.check_number(*float),
            Scalar::Bool(_) => Ok(()),
            Scalar::Unwritable(reason) => Err((*reason).to_owned()),
        }
    }

    fn check_length(&self, text: &str) -> Result<(), String> {
        let length = text.chars().count() as u64;
        match (self.min_length, self.max_length) {
            (Some(min), _) if length < min => {
                Err(format!("has {length} characters, and needs at least {min}"))
            }
            (_, Some(max)) if length > max => Err(format!(
                "has {length} characters, and may have at most {max}"
            )),
            _ => Ok(()),
        }
    }

    fn check_number(&self, number: f64) -> Result<(), String> {
        match (self.minimum, self.maximum, self.multiple_of) {
            (Some(bound), ..) if number < bound.value => {
                Err(format!("must be at least {}", bound.value))
            }
            (Some(bound), ..) if bound.exclusive && number <= bound.value => {
                Err(format!("must be larger than {}", bound.value))
            }
            (_, Some(bound), _) if number > bound.value => {
                Err(format!("must be at most {}", bound.value))
            }
            (_, Some(bound), _) if bound.exclusive && number >= bound.value => {
                Err(format!("must be smaller than {}", bound.value))
            }
            (_, _, Some(step)) if step > 0.0 && !is_multiple(number, step) => {
                Err(format!("must be a multiple of {step}"))
            }
            _ => Ok(()),
        }
    }
}

/// With room for the rounding of decimal fractions: 0.3 is a multiple of 0.1.
fn is_multiple(number: f64, step: f64) -> bool {
    let quotient = number / step;
    (quotient - quotient.round()).abs() <= f64::EPSILON * quotient.abs().max(1.0) * 4.0
}

fn has_twin(items: &[Scalar<'_>]) -> bool {
    let mut texts: Vec<_> = items.iter().map(Scalar::text).collect();
    texts.sort_unstable();
    !texts.is_sorted_by(|a, b| a < b)
}

#[cfg(test)]
mod tests {
    use super::{super::ToParameter, *};

    fn says(constraints: &Constraints, value: &impl ToParameter) -> String {
        constraints
            .check(&value.to_parameter())
            .err()
            .unwrap_or_default()
    }

    #[test]
    fn items() {
        let few = Constraints {
            min_items: Some(1),
            max_items: Some(2),
            unique_items: true,
            ..Constraints::NONE
        };
        assert_eq!(
            says(&few, &Vec::<i32>::new()),
            "has 0 items, and needs at least 1"
        );
        assert_eq!(
            says(&few, &vec![1, 2, 3]),
            "has 3 items, and may have at most 2"
        );
        assert_eq!(says(&few, &vec![1, 1]), "holds an item twice");
        assert_eq!(says(&few, &vec![1, 2]), "");
    }

    #[test]
    fn numbers_alone_and_in_lists() {
        let bounds = Constraints {
            minimum: Some(Bound {
                value: 0.0,
                exclusive: false,
            }),
            maximum: Some(Bound {
                value: 10.0,
                exclusive: true,
            }),
            multiple_of: Some(0.1),
            ..Constraints::NONE
        };
        assert_eq!(says(&bounds, &-1), "must be at least 0");
        assert_eq!(says(&bounds, &vec![1, 10]), "must be smaller than 10");
        assert_eq!(says(&bounds, &0.35), "must be a multiple of 0.1");
        assert_eq!(says(&bounds, &0.3), "");
        assert_eq!(says(&bounds, &f64::NAN), "is not a finite number");
    }

    #[test]
    fn length_is_in_characters() {
        let short = Constraints {
            min_length: Some(2),
            max_length: Some(3),
            ..Constraints::NONE
        };
        assert_eq!(says(&short, &"éé".to_owned()), "");
        assert_eq!(
            says(&short, &"é".to_owned()),
            "has 1 characters, and needs at least 2"
        );
        assert_eq!(
            says(&short, &"éééé".to_owned()),
            "has 4 characters, and may have at most 3"
        );
    }
}
