//! A document and the files that it refers to.

use std::collections::VecDeque;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Map, Value};

use super::{
    Document, Limits, Sources,
    keys::Keys,
    names::Names,
    reference::{self, percent_decoded},
    uri,
};
use crate::{
    collection::Table,
    collection::order,
    diagnostic::{Code, Diagnostic, Origin, Place, Pointer},
};

/// All files of one API: they are read before the first reference is followed, so that following
/// one costs nothing.
#[derive(Debug, Clone)]
pub struct Documents {
    /// The document that was asked for.
    pub root: Document,
    /// The files that references lead to, by name; or why they are no documents.
    others: Table<String, Result<Document, Vec<Diagnostic>>>,
    folder: reference::Folder,
    /// What they call themselves: looked for when a reference asks for it.
    names: OnceLock<Names>,
}

/// Where a reference leads.
#[derive(Debug, Clone)]
pub enum Found<'d> {
    /// To a value of a document.
    Value(&'d Document, Pointer, &'d Value),
    /// Nowhere in this document.
    Nowhere(&'d Document),
    /// To no document.
    No(Target<'d>),
}

/// What stands before the `#` of a reference.
#[derive(Debug, Clone, Copy)]
pub enum Target<'d> {
    /// A file that was read.
    Found(&'d Document),
    /// A file that could not be read, and why.
    Faulty(&'d [Diagnostic]),
    /// A file outside the folders that may be read.
    Outside,
    /// An address on the network, where nothing is read.
    Network,
}

impl Documents {
    /// Reads a document, and all files that it refers to, directly or not. `name` is how
    /// diagnostics call it; files are called as seen from there. Only files in its own folder and
    /// in `allowed` ones are read.
    ///
    /// A reference that leads to no document is no fault here: it may stand where nobody follows it.
    /// References of examples are followed only `with_examples`.
    ///
    /// # Errors
    /// Why the document itself could not be read.
    pub fn read(
        sources: &mut Sources,
        path: &Path,
        name: &str,
        limits: &Limits,
        allowed: &[PathBuf],
        with_examples: bool,
    ) -> Result<Self, Vec<Diagnostic>> {
        let root = sources.read(path, name, limits)?;
        Ok(Self::around(
            root,
            sources,
            path,
            limits,
            allowed,
            with_examples,
        ))
    }

    /// The same around a document that is read already, and may have been changed since.
    pub(crate) fn around(
        root: Document,
        sources: &mut Sources,
        path: &Path,
        limits: &Limits,
        allowed: &[PathBuf],
        with_examples: bool,
    ) -> Self {
        let mut documents = Self {
            others: Table::new(),
            folder: reference::Folder::of(path, &root.name, allowed),
            root,
            names: OnceLock::new(),
        };
        documents.read_others(sources, limits, with_examples);
        documents
    }

    /// The document of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Document> {
        if *self.root.name == *name {
            return Some(&self.root);
        }
        self.others.get(name)?.as_ref().ok()
    }

    /// The value that a reference at a place leads to.
    ///
    /// A pointer is one into the file. Where there is nothing, or what stands before the `#` is the
    /// name that a document or a schema gives itself, it is one into what has that name.
    #[must_use]
    pub fn find(&self, from: &Origin, text: &str) -> Found<'_> {
        let (file, fragment) = reference::split(text);
        let fragment = percent_decoded(fragment);
        let pointer = Pointer::parse(&fragment);
        let within = self.get(&from.file).filter(|_| file.is_empty());
        let direct = within.zip(pointer.as_ref());
        let direct = direct.and_then(|(document, at)| Some((document, at, document.get(at)?)));
        if let Some((document, at, value)) = direct {
            return Found::Value(document, at.clone(), value);
        }
        if let Some(found) = self.find_named(from, file, &fragment) {
            return found;
        }
        let document = match self.target(&from.file, file) {
            Target::Found(document) => document,
            other => return Found::No(other),
        };
        let names = self.names();
        let anchored = || {
            names.anchor(
                &document.name,
                &names.base(document, &Pointer::root()),
                &fragment,
            )
        };
        let at = pointer.or_else(|| anchored().cloned());
        match at.and_then(|at| Some((document.get(&at)?, at))) {
            Some((value, at)) => Found::Value(document, at, value),
            None => Found::Nowhere(document),
        }
    }

    /// What a reference leads to by the names that documents and schemas give themselves.
    fn find_named(&self, from: &Origin, file: &str, fragment: &str) -> Option<Found<'_>> {
        let names = self.names();
        let document = self.get(&from.file)?;
        let base = names.base(document, &from.pointer);
        let identifier = uri::resolve(&base, &percent_decoded(file));
        let resource = names.resource(&identifier);
        let (document, within) = match resource {
            Some((file, at)) => (self.get(file)?, at.clone()),
            None if file.is_empty() => (document, Pointer::root()),
            None => return None,
        };
        let at = match fragment.is_empty() || fragment.starts_with('/') {
            true => Pointer::parse(&format!("{within}{fragment}")),
            false => names.anchor(&document.name, &identifier, fragment).cloned(),
        };
        Some(match at.and_then(|at| Some((document.get(&at)?, at))) {
            Some((value, at)) => Found::Value(document, at, value),
            None => Found::Nowhere(document),
        })
    }

    /// The anchors in a document.
    pub fn anchors<'d>(&'d self, document: &'d Document) -> impl Iterator<Item = &'d str> {
        self.names().anchors(&document.name)
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let others = self.others.values();
            let mut others: Vec<_> = others.filter_map(|other| other.as_ref().ok()).collect();
            order::sort_by(&mut others, |one, other| one.name.cmp(&other.name));
            Names::of(iter::once(&self.root).chain(others))
        })
    }

    /// The file that a reference in the document `from` names; nothing before the `#` is `from`
    /// itself.
    #[must_use]
    pub fn target(&self, from: &str, file: &str) -> Target<'_> {
        let Some(name) = self.name(from, file) else {
            return Target::Network;
        };
        if let Some(document) = self.get(&name) {
            return Target::Found(document);
        }
        match self.others.get(&name) {
            Some(Err(faults)) => Target::Faulty(faults),
            Some(Ok(document)) => Target::Found(document),
            None => Target::Outside,
        }
    }

    /// The name of the file that a reference in the document `from` names; `None` where it is on
    /// the network. What is beside the document there by its own name is beside it here, too.
    fn name(&self, from: &str, file: &str) -> Option<String> {
        if !reference::is_url(file) {
            return Some(self.folder.name(from, file));
        }
        let own = self.root.root.get("$self")?.as_str()?;
        let folder = own.get(..=own.rfind('/')?)?;
        let is_host = folder.ends_with("//");
        let below = file.strip_prefix(folder).filter(|_| !is_host)?;
        let is_file = !below.is_empty() && !below.starts_with('/');
        is_file.then(|| self.folder.name(&self.root.name, below))
    }

    fn read_others(&mut self, sources: &mut Sources, limits: &Limits, with_examples: bool) {
        let mut left = limits.clone();
        let mut wanted = VecDeque::new();
        self.take_from(&self.root, with_examples, &mut left, &mut wanted);
        while let Some(name) = wanted.pop_front() {
            if self.others.contains_key(&name) || *self.root.name == *name {
                continue;
            }
            let Some(path) = self.folder.path(&name) else {
                continue;
            };
            let read = if self.others.len() < limits.files {
                sources.read(&path, &name, &left)
            } else {
                Err(vec![too_many(&name, limits)])
            };
            if let Ok(document) = &read {
                self.take_from(document, with_examples, &mut left, &mut wanted);
            }
            self.others.insert(name, read);
        }
    }

    /// Notes which files a document refers to, and takes its size from what may still be read: a
    /// thousand files are bounded as one is.
    fn take_from(
        &self,
        document: &Document,
        with_examples: bool,
        left: &mut Limits,
        wanted: &mut VecDeque<String>,
    ) {
        left.bytes = left.bytes.saturating_sub(document.text.len());
        let mut open = vec![(&document.root, Keys::Words)];
        while let Some((value, keys)) = open.pop() {
            left.nodes = left.nodes.saturating_sub(1);
            match value {
                Value::Object(members) => {
                    wanted.extend(self.file_of(document, members));
                    if with_examples
                        && keys == Keys::Words
                        && let Some(Value::Object(examples)) = members.get("examples")
                    {
                        // What is below the examples are values, which refer to nothing.
                        let each = examples.values().filter_map(Value::as_object);
                        let all = each.chain([examples]);
                        wanted.extend(all.filter_map(|one| self.file_of(document, one)));
                    }
                    let members = members.iter();
                    open.extend(members.filter_map(|(key, value)| Some((value, keys.below(key)?))));
                }
                Value::Array(items) => open.extend(items.iter().map(|item| (item, Keys::Words))),
                _ => {}
            }
        }
    }

    /// The name of the file that a mapping refers to.
    fn file_of(&self, document: &Document, members: &Map<String, Value>) -> Option<String> {
        let (file, _) = reference::split(members.get("$ref")?.as_str()?);
        let is_other = !file.is_empty();
        is_other.then(|| self.name(&document.name, file))?
    }
}

fn too_many(name: &str, limits: &Limits) -> Diagnostic {
    let message = format!("the document refers to more than {} files", limits.files);
    Diagnostic::new(Code::LimitExceeded, Place::file(&name.into()), message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn written(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn read(folder: &Path, root: &str, limits: &Limits) -> Documents {
        let path = folder.join(root);
        Documents::read(&mut Sources::new(), &path, "x/api.yaml", limits, &[], false).unwrap()
    }

    #[test]
    fn references_are_read_from_where_they_stand() {
        let folder = written(&[
            (
                "api/api.yaml",
                "a: {$ref: 'one.yaml#/b'}\nx-more: {$ref: no.yaml}\n",
            ),
            (
                "api/one.yaml",
                "b: {$ref: deep/two.yaml}\nc: {$ref: '../out.yaml'}\nd: {$ref: none.yaml}\n",
            ),
            (
                "api/deep/two.yaml",
                "e: {$ref: '../one.yaml#/d'}\nf: {$ref: 'http://x/y'}\n",
            ),
            ("out.yaml", "g: 1"),
        ]);
        let all = read(folder.path(), "api/api.yaml", &Limits::default());
        let found = |from: &str, file: &str| match all.target(from, file) {
            Target::Found(document) => document.name.to_string(),
            Target::Faulty(faults) => faults.first().unwrap().code.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(found("x/api.yaml", "one.yaml"), "x/one.yaml");
        assert_eq!(found("x/api.yaml", ""), "x/api.yaml");
        assert_eq!(found("x/one.yaml", "./deep/two.yaml"), "x/deep/two.yaml");
        assert_eq!(found("x/deep/two.yaml", "../one.yaml"), "x/one.yaml");
        assert_eq!(found("x/deep/two.yaml", "../api.yaml"), "x/api.yaml");
        assert_eq!(found("x/one.yaml", "../out.yaml"), "Outside");
        assert_eq!(found("x/one.yaml", "none.yaml"), "unreadable-file");
        assert_eq!(found("x/one.yaml", "http://x/y"), "Network");
        assert_eq!(found("x/api.yaml", "no.yaml"), "Outside");
    }

    #[test]
    fn what_is_beside_a_document_by_its_own_name_is_beside_it_here() {
        let folder = written(&[
            (
                "api.yaml",
                "$self: http://x/a/api.yaml\na: {$ref: 'http://x/a/b/c.yaml#/d'}\n",
            ),
            ("b/c.yaml", "d: {$ref: 'http://x/a/api.yaml#/a'}\n"),
        ]);
        let all = read(folder.path(), "api.yaml", &Limits::default());
        let found = |from: &str, text: &str| match all.find(&Origin::root(&from.into()), text) {
            Found::Value(document, at, _) => format!("{}{at}", document.name),
            Found::Nowhere(document) => format!("nowhere in {}", document.name),
            Found::No(target) => format!("{target:?}"),
        };
        assert_eq!(
            found("x/api.yaml", "http://x/a/b/c.yaml#/d"),
            "x/b/c.yaml/d"
        );
        assert_eq!(
            found("x/b/c.yaml", "http://x/a/api.yaml#/a"),
            "x/api.yaml/a"
        );
        assert_eq!(
            found("x/b/c.yaml", "http://x/a/b/c.yaml#/e"),
            "nowhere in x/b/c.yaml"
        );
        assert_eq!(found("x/api.yaml", "http://x/a/../../out.yaml"), "Outside");
        for network in [
            "http://x/b.yaml",
            "http://y/a/b/c.yaml",
            "http://x/a/",
            "//x/a/b/c.yaml",
        ] {
            assert_eq!(found("x/api.yaml", network), "Network", "{network}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let folder = written(&[
            ("api/api.yaml", "a: {$ref: link.yaml}"),
            ("out.yaml", "g: 1"),
        ]);
        let link = folder.path().join("api/link.yaml");
        std::os::unix::fs::symlink(folder.path().join("out.yaml"), link).unwrap();
        let all = read(folder.path(), "api/api.yaml", &Limits::default());
        assert!(matches!(
            all.target("x/api.yaml", "link.yaml"),
            Target::Outside
        ));
        let allowed = [folder.path().to_owned()];
        let path = folder.path().join("api/api.yaml");
        let mut sources = Sources::new();
        let limits = Limits::default();
        let all =
            Documents::read(&mut sources, &path, "x/api.yaml", &limits, &allowed, false).unwrap();
        assert!(matches!(
            all.target("x/api.yaml", "link.yaml"),
            Target::Found(_)
        ));
    }

    #[test]
    fn many_files_are_bounded_as_one_is() {
        let text = format!("a: [{}]\nb: {{$ref: b.yaml}}", "1,".repeat(400));
        let folder = written(&[("api.yaml", &text), ("b.yaml", &text)]);
        let limits = Limits {
            nodes: 600,
            ..Limits::default()
        };
        let all = read(folder.path(), "api.yaml", &limits);
        let Target::Faulty(faults) = all.target("x/api.yaml", "b.yaml") else {
            panic!("a file beyond the limit was read");
        };
        assert_eq!(faults.first().unwrap().code, Code::LimitExceeded);
    }
}
