//! The files of types.

use super::{Files, Group, MANY, Named, alike};
use crate::{
    ir::{BodyItem, ItemFile, TypeItem},
    plan::name,
};

/// Types, and then bodies: by the letter with which their names begin, and where there are still too
/// many, by their first words.
pub(crate) fn types(types: &[TypeItem], bodies: &[BodyItem]) -> Vec<ItemFile> {
    let names = types.iter().map(TypeItem::name);
    by_name(
        &names
            .chain(bodies.iter().map(BodyItem::name))
            .collect::<Vec<_>>(),
    )
}

fn by_name(names: &[&str]) -> Vec<ItemFile> {
    if names.len() <= MANY {
        return Files::whole(names.len());
    }
    let mut lettered = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let letter = name.chars().next().filter(char::is_ascii_alphabetic);
        let letter = letter.map_or("other".to_owned(), |one| one.to_lowercase().to_string());
        let words = name::field(name);
        let words = words.split('_').map(str::to_owned).collect();
        let named = Named { index, words };
        lettered.push((letter, named));
    }
    let mut files = Files::new();
    for (letter, items) in alike(lettered) {
        let docs = match letter.as_str() {
            "other" => "Types whose names begin with another letter.".to_owned(),
            one => format!("Types whose names begin with {}.", one.to_uppercase()),
        };
        let group = Group {
            module: files.claim(letter),
            lead: String::new(),
            feature: None,
            docs: vec![docs],
            items,
        };
        files.share(group, &|words| {
            let begin = name::type_name(&words.join("_"));
            vec![format!("Types whose names begin with {begin}.")]
        });
    }
    files.finish()
}

#[cfg(test)]
mod tests {
    use super::{super::shown, *};

    #[test]
    fn few_types_are_one_file() {
        assert_eq!(shown(&by_name(&["Pet"; 100])), [("", 100)]);
    }

    #[test]
    fn types_are_by_as_many_words_as_it_takes() {
        let alike = |begin: &str, count: usize| -> Vec<String> {
            (0..count).map(|index| format!("{begin}{index}")).collect()
        };
        let names = [
            alike("BetaResponseItem", 90),
            alike("BetaRun", 30),
            alike("Batch", 10),
            alike("Order", 60),
            alike("_", 1),
        ]
        .concat();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let files = by_name(&names);
        let expected = [
            ("", 0),
            ("beta_response", 90),
            ("beta", 30),
            ("b", 10),
            ("o", 60),
            ("other", 1),
        ];
        assert_eq!(shown(&files), expected);
    }
}
