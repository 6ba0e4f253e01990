//! The files of operations.

use super::{Files, Group, LONGEST, Named};
use crate::{
    Config,
    collection::Table,
    ir::ItemFile,
    model::Operation,
    plan::{code_span::code_span, doc, name},
};

/// An API with more operations than this has a file for each tag.
const OPERATIONS: usize = 40;

/// Operations by their first tag, in the order of the document, and those of a tag with many of them by
/// the first words of their paths.
pub(crate) fn operations(operations: &[Operation], config: &Config) -> Vec<ItemFile> {
    let operations = operations.iter().map(|one| Placed {
        tag: one.tags.first().map(String::as_str),
        path: &one.path,
    });
    let dependencies = config.dependencies.keys().map(String::as_str);
    let taken: Vec<_> = ["default", "outspoken"]
        .into_iter()
        .chain(dependencies)
        .collect();
    share(
        &operations.collect::<Vec<_>>(),
        config.tag_features.then_some(&taken),
    )
}

/// What decides in which file an operation is.
#[derive(Clone, Copy)]
struct Placed<'d> {
    tag: Option<&'d str>,
    path: &'d str,
}

/// The files; behind a feature for each tag, which is called like its file and like nothing that is
/// `taken`, if there is any such.
fn share(operations: &[Placed<'_>], taken: Option<&Vec<&str>>) -> Vec<ItemFile> {
    if operations.len() <= OPERATIONS {
        return Files::whole(operations.len());
    }
    let mut tags: Table<Option<&str>, Vec<usize>> = Table::new();
    tags.get_or_default(None);
    for (index, operation) in operations.iter().enumerate() {
        tags.get_or_default(operation.tag).push(index);
    }
    let mut files = Files::new();
    let mut features = taken.map(|taken| name::Scope::new(taken));
    let mut groups = Vec::new();
    for (tag, items) in tags {
        let module = tag.map_or_else(String::new, |tag| files.claim(module(tag)));
        let lead = name::bare(&module).to_owned();
        let features = features.as_mut().filter(|_| tag.is_some());
        let docs = tag.map(|tag| doc::own(&format!("The tag {}.", code_span(tag))));
        let group = Group {
            feature: features.map(|features| features.claim(lead.replace('_', "-"))),
            docs: docs.unwrap_or_default(),
            items: named(operations, items, &lead),
            lead,
            module,
        };
        groups.push((group, tag));
    }
    // Parts of tags are named when all tags are.
    for (group, tag) in groups {
        files.share(group, &|words| {
            let below = code_span(&words.join(" "));
            doc::own(&match tag {
                Some(tag) => format!("The tag {}, its paths below {below}.", code_span(tag)),
                None => format!("Paths below {below}."),
            })
        });
    }
    files.finish()
}

/// Operations of a group with the words of their paths, but for those that all begin with, and for that
/// with which the group's own name says the same.
fn named(operations: &[Placed<'_>], items: Vec<usize>, module: &str) -> Vec<Named> {
    let mut items: Vec<_> = items
        .into_iter()
        .map(|index| Named {
            index,
            words: operations
                .get(index)
                .map_or_else(Vec::new, |one| words(one.path)),
        })
        .collect();
    let mut rest = items.iter().map(|item| item.words.as_slice());
    let first = rest.next().unwrap_or_default();
    let common = rest.fold(first.len(), |common, words| {
        let same = first.iter().zip(words).take(common);
        same.take_while(|(one, other)| one == other).count()
    });
    for Named { words, .. } in &mut items {
        words.drain(..common.min(words.len()));
        if words.first().is_some_and(|first| first == module) {
            words.remove(0);
        }
    }
    items
}

/// The words of a path, without its parameters.
fn words(path: &str) -> Vec<String> {
    let literal = path
        .split('/')
        .filter(|one| !one.is_empty() && !one.contains('{'));
    let literal = literal.collect::<Vec<_>>().join("/");
    if literal.is_empty() {
        return vec![];
    }
    let name = name::field(&literal);
    name::bare(&name).split('_').map(str::to_owned).collect()
}

/// A module for a tag. The compiler looks for no file whose name is not ASCII.
fn module(tag: &str) -> String {
    let name = name::field(tag);
    match name.is_ascii() {
        true => name.chars().take(LONGEST).collect(),
        false => "tag".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::shown, *};

    fn by_tag(tags: &[Option<&str>]) -> Vec<ItemFile> {
        let placed = tags.iter().map(|tag| Placed {
            tag: *tag,
            path: "/",
        });
        share(&placed.collect::<Vec<_>>(), None)
    }

    #[test]
    fn few_operations_are_one_file() {
        assert_eq!(shown(&by_tag(&[Some("a"); 40])), [("", 40)]);
    }

    #[test]
    fn features_are_called_like_tags() {
        let tags = ["code scanning", "default", "type", "rust decimal"];
        let tags: Vec<_> = (0..44).map(|at| tags.get(at % 4).copied()).collect();
        let placed: Vec<_> = tags
            .into_iter()
            .map(|tag| Placed { tag, path: "/" })
            .collect();
        let files = share(&placed, Some(&vec!["default", "outspoken", "rust-decimal"]));
        let features: Vec<_> = files.iter().map(|file| file.feature.as_deref()).collect();
        let wanted = ["code-scanning", "default2", "type", "rust-decimal2"].map(Some);
        assert_eq!(features, [&[None][..], &wanted].concat());
    }

    #[test]
    fn operations_are_with_their_tag() {
        let tags = [
            Some("Pets & co"),
            None,
            Some("mod"),
            Some("动物"),
            Some("Errors"),
        ];
        let tags: Vec<_> = tags.into_iter().cycle().take(50).collect();
        let files = by_tag(&tags);
        let expected = [
            ("", 10),
            ("pets_co", 10),
            ("mod2", 10),
            ("tag", 10),
            ("errors2", 10),
        ];
        assert_eq!(shown(&files), expected);
        assert_eq!(files[1].docs, ["The tag `Pets & co`."]);
        assert_eq!(files[1].items[..2], [0, 5]);
    }

    /// So many operations with this tag, one below each of these paths.
    fn below<'d>(count: usize, tag: Option<&'d str>, path: &'d str) -> Vec<Placed<'d>> {
        vec![Placed { tag, path }; count]
    }

    #[test]
    fn a_tag_of_many_operations_has_files_for_paths() {
        let tag = Some("Repos");
        let operations = [
            below(60, tag, "/v1/repos/{owner}/branches/{branch}"),
            below(30, tag, "/v1/repos/{owner}/pull-requests"),
            below(11, tag, "/v1/orgs/{org}/repos"),
            below(100, Some("users"), "/v1/users"),
        ]
        .concat();
        let files = share(&operations, Some(&vec![]));
        let wanted = [
            ("", 0),
            ("repos_branches", 60),
            ("repos_pull", 30),
            ("repos", 11),
            ("users", 100),
        ];
        assert_eq!(shown(&files), wanted);
        assert_eq!(
            files[1].docs,
            ["The tag `Repos`, its paths below `branches`."]
        );
        let features = files.iter().filter_map(|file| file.feature.as_deref());
        assert!(features.eq(["repos", "repos", "repos", "users"]));
    }

    #[test]
    fn without_tags_paths_decide() {
        let operations = [
            below(80, None, "/guilds/{id}"),
            below(20, None, "/type"),
            below(5, None, "/{id}"),
            below(12, Some("guilds"), "/guilds"),
        ]
        .concat();
        let wanted = [("", 5), ("guilds2", 80), ("r#type", 20), ("guilds", 12)];
        assert_eq!(shown(&share(&operations, None)), wanted);
    }
}
