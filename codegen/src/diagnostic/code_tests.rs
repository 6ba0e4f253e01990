//! What holds for every code.

use super::{Code, UnknownCode};

#[test]
fn a_code_is_its_variant_in_kebab_case() {
    for &code in Code::ALL {
        let mut name = String::new();
        for letter in format!("{code:?}").chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(letter.to_lowercase());
        }
        assert_eq!(name, code.as_str());
        assert_eq!(name.parse(), Ok(code));
    }
    assert_eq!("nonsense".parse::<Code>(), Err(UnknownCode));
}

#[test]
fn an_explanation_helps() {
    for &code in Code::ALL {
        let text = code.explanation();
        assert!(text.lines().count() >= 5, "{code} is explained too briefly");
        assert!(text.contains("To mend it"), "{code} says no way out");
        let long = text.lines().find(|line| line.chars().count() > 80);
        assert_eq!(long, None, "{code} does not fit a terminal of 80 columns");
        assert_eq!(
            text.matches("```").count() % 2,
            0,
            "{code} leaves a fence open"
        );
        assert!(!text.starts_with(' ') && !text.ends_with('\n'), "{code}");
    }
}
