//! What a schema demands of an argument (OpenAPI 3.0.3 §4.7.24.1, JSON Schema validation).

#[cfg(feature = "pattern")]
use super::pattern;
use super::{ParameterValue, Scalar, style, value::not_listed};

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
    pub(crate) pattern: Option<&'static str>,
    pub(crate) one_of: Option<&'static [f64]>,
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
        pattern: None,
        one_of: None,
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
                many.iter().try_for_each(|item| match item {
                    ParameterValue::One(one) => self.check_scalar(one),
                    nested => Self::NONE.check(nested),
                })
            }
            // What members must meet is not known here, but what they can be at all.
            ParameterValue::Object(members) => {
                let mut values = members.iter().map(|(_, value)| value);
                values.try_for_each(|value| Self::NONE.check(value))
            }
        }
    }

    fn check_items(&self, items: &[ParameterValue<'_>]) -> Result<(), String> {
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
            Scalar::Text(text) => self.check_text(text),
            // Bounds beyond 2^53 are rounded in documents already: JSON numbers are read as f64.
            #[allow(clippy::cast_precision_loss)]
            Scalar::Integer(integer) => self.check_number(*integer as f64),
            Scalar::Float(float) if !float.is_finite() => Err("is not a finite number".to_owned()),
            Scalar::Float(float) => self.check_number(*float),
            Scalar::Bool(_) => Ok(()),
            Scalar::Unwritable(reason) => Err(reason.clone().into_owned()),
        }
    }

    fn check_text(&self, text: &str) -> Result<(), String> {
        self.check_length(text)?;
        #[cfg(feature = "pattern")]
        if let Some(pattern) = self.pattern.filter(|one| pattern::is_broken_by(one, text)) {
            return Err(format!("must match the pattern `{pattern}`"));
        }
        Ok(())
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
        if let Some(listed) = self.one_of.filter(|listed| !listed.contains(&number)) {
            return Err(not_listed(listed));
        }
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

fn has_twin(items: &[ParameterValue<'_>]) -> bool {
    let mut texts: Vec<_> = items.iter().map(style::json).collect();
    texts.sort_unstable();
    !texts.is_sorted_by(|a, b| a < b)
}

#[cfg(test)]
mod tests {
    use super::{super::ToParameter, *};

    fn says<T: ToParameter + ?Sized>(constraints: &Constraints, value: &T) -> String {
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
    fn values_that_are_listed() {
        let listed = Constraints {
            one_of: Some(&[1.0, -2.5]),
            ..Constraints::NONE
        };
        assert_eq!(says(&listed, &vec![1.0, -2.5]), "");
        assert_eq!(says(&listed, &1), "");
        assert_eq!(says(&listed, &2), "must be one of `1`, `-2.5`");
        let text = |text| Constraints::NONE.check(&ParameterValue::listed(text, &["a", "b"]));
        assert_eq!(text("b"), Ok(()));
        assert_eq!(text("c").unwrap_err(), "must be one of `a`, `b`");
        let many = ParameterValue::listed_integer(11, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        let said = Constraints::NONE.check(&many).unwrap_err();
        assert!(said.ends_with("`8`, `9`, …"), "{said}");
    }

    #[cfg(feature = "pattern")]
    #[test]
    fn texts_and_items_match_the_pattern() {
        let digits = Constraints {
            pattern: Some("^[0-9]+$"),
            ..Constraints::NONE
        };
        assert_eq!(says(&digits, "12"), "");
        let many = vec!["1".to_owned(), "x".to_owned()];
        assert_eq!(says(&digits, &many), "must match the pattern `^[0-9]+$`");
        assert_eq!(says(&digits, &12), "");
    }

    #[test]
    fn no_number_within_is_endless() {
        let list = vec![f64::NAN];
        let nested = ParameterValue::Object(vec![("a".into(), list.to_parameter())]);
        let said = Constraints::NONE.check(&nested);
        assert_eq!(said.unwrap_err(), "is not a finite number");
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
