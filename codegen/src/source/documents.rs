//! A document and the files that it refers to.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Document, Limits, Sources, reference};
use crate::diagnostic::{Code, Diagnostic, Place};

/// All files of one API: they are read before the first reference is followed, so that following
/// one costs nothing.
#[derive(Debug, Clone)]
pub struct Documents {
    /// The document that was asked for.
    pub root: Document,
    /// The files that references lead to, by name; or why they are no documents.
    others: BTreeMap<String, Result<Document, Vec<Diagnostic>>>,
    folder: reference::Folder,
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
    ///
    /// # Errors
    /// Why the document itself could not be read.
    pub fn read(
        sources: &mut Sources,
        path: &Path,
        name: &str,
        limits: &Limits,
        allowed: &[PathBuf],
    ) -> Result<Self, Vec<Diagnostic>> {
        let root = sources.read(path, name, limits)?;
        let mut documents = Self {
            others: BTreeMap::new(),
            folder: reference::Folder::of(path, &root.name, allowed),
            root,
        };
        documents.read_others(sources, limits);
        Ok(documents)
    }

    /// The document of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Document> {
        if *self.root.name == *name {
            return Some(&self.root);
        }
        self.others.get(name)?.as_ref().ok()
    }

    /// The file that a reference in the document `from` names; nothing before the `#` is `from`
    /// itself.
    #[must_use]
    pub fn target(&self, from: &str, file: &str) -> Target<'_> {
        if reference::is_url(file) {
            return Target::Network;
        }
        let name = self.folder.name(from, file);
        if let Some(document) = self.get(&name) {
            return Target::Found(document);
        }
        match self.others.get(&name) {
            Some(Err(faults)) => Target::Faulty(faults),
            Some(Ok(document)) => Target::Found(document),
            None => Target::Outside,
        }
    }

    fn read_others(&mut self, sources: &mut Sources, limits: &Limits) {
        let mut left = limits.clone();
        let mut wanted = VecDeque::new();
        self.take_from(&self.root, &mut left, &mut wanted);
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
                self.take_from(document, &mut left, &mut wanted);
            }
            self.others.insert(name, read);
        }
    }

    /// Notes which files a document refers to, and takes its size from what may still be read: a
    /// thousand files are bounded as one is.
    fn take_from(&self, document: &Document, left: &mut Limits, wanted: &mut VecDeque<String>) {
        left.bytes = left.bytes.saturating_sub(document.text.len());
        let mut open = vec![&document.root];
        while let Some(value) = open.pop() {
            left.nodes = left.nodes.saturating_sub(1);
            match value {
                Value::Object(members) => {
                    if let Some(Value::String(text)) = members.get("$ref") {
                        let (file, _) = reference::split(text);
                        if !file.is_empty() && !reference::is_url(file) {
                            wanted.push_back(self.folder.name(&document.name, file));
                        }
                    }
                    let members = members.iter().filter(|(key, _)| !is_unread(key));
                    open.extend(members.map(|(_, value)| value));
                }
                Value::Array(items) => open.extend(items),
                _ => {}
            }
        }
    }
}

fn too_many(name: &str, limits: &Limits) -> Diagnostic {
    let message = format!("the document refers to more than {} files", limits.files);
    Diagnostic::new(Code::LimitExceeded, Place::file(&name.into()), message)
}

/// What nobody looks into for references: examples, and extensions of others.
fn is_unread(key: &str) -> bool {
    key.starts_with("x-") && key != "x-outspoken" || matches!(key, "example" | "examples")
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
        Documents::read(&mut Sources::new(), &path, "x/api.yaml", limits, &[]).unwrap()
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
        let all = Documents::read(&mut sources, &path, "x/api.yaml", &limits, &allowed).unwrap();
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
