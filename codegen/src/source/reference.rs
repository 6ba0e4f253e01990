//! The files that references name, as seen from the document that was asked for.

use std::borrow::Cow;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What stands before and behind the `#` of a reference (RFC 3986 §4.1).
#[must_use]
pub(crate) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// Whether this has a scheme, and so leads to the network. A single letter is a drive.
pub(super) fn is_url(file: &str) -> bool {
    let scheme = file.split_once(':').map(|(scheme, _)| scheme);
    file.starts_with("//")
        || scheme.is_some_and(|scheme| {
            scheme.len() > 1
                && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        })
}

/// A text in which `%41` stands for `A` (RFC 3986 §2.1).
#[must_use]
pub(crate) fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let escaped = match (byte, ahead.next().and_then(hex), ahead.next().and_then(hex)) {
            (b'%', Some(high), Some(low)) => Some(high * 16 + low),
            _ => None,
        };
        if escaped.is_some() {
            rest = ahead;
        }
        bytes.push(escaped.unwrap_or(byte));
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    let digit = char::from(digit).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// The folder of the document that was asked for, and those that may be read beside it.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// What names of files begin with: the name of the document without its last part.
    prefix: String,
    path: PathBuf,
    /// Real paths: what is read lies below one of them.
    allowed: Vec<PathBuf>,
}

impl Folder {
    pub(super) fn of(path: &Path, name: &str, allowed: &[PathBuf]) -> Self {
        let path = match path.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let allowed = std::iter::once(&path).chain(allowed);
        Self {
            prefix: folder_of(name).to_owned(),
            allowed: allowed
                .filter_map(|one| fs::canonicalize(one).ok())
                .collect(),
            path,
        }
    }

    /// The name of the file that a reference in the document `from` names.
    pub(super) fn name(&self, from: &str, file: &str) -> String {
        if file.is_empty() {
            return from.to_owned();
        }
        let file = percent_decoded(file).replace('\\', "/");
        if file.starts_with('/') {
            return file;
        }
        let below = from.strip_prefix(&self.prefix).unwrap_or(from);
        let mut parts: Vec<&str> = Vec::new();
        for part in folder_of(below).split('/').chain(file.split('/')) {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|last| *last != "..") => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        format!("{}{}", self.prefix, parts.join("/"))
    }

    /// Where a file of this name is, if it may be read. One that is missing may be: that is said
    /// where it is missed.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        let below = name.strip_prefix(&self.prefix).unwrap_or(name);
        let path = self.path.join(below);
        let is_allowed = |path: &Path| self.allowed.iter().any(|folder| path.starts_with(folder));
        match fs::canonicalize(&path) {
            Ok(real) => is_allowed(&real).then_some(path),
            // Whether there is a file elsewhere is nothing that a document may ask.
            Err(_) => (!below.starts_with("..") && !below.starts_with('/')).then_some(path),
        }
    }
}

/// Whether a reference in a file cannot lead to a document: nothing is read for that, and what is on the
/// network may be the same document.
pub(crate) fn is_other_file(document: &Path, from: &Path, reference: &str) -> bool {
    let (file, _) = split(reference);
    if file.is_empty() || is_url(file) {
        return false;
    }
    let file = percent_decoded(file).replace('\\', "/");
    let parent = match from.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let (Ok(folder), Ok(document)) = (fs::canonicalize(parent), fs::canonicalize(document)) else {
        return false;
    };
    let mut meant = folder;
    for part in Path::new(&file).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                meant.pop();
            }
            part => meant.push(part),
        }
    }
    meant != document
}

/// A name up to its last part.
fn folder_of(name: &str) -> &str {
    let end = name.rfind(['/', '\\']).map_or(0, |at| at + 1);
    name.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(percent_decoded("/a%20b/%7Bid%7d/%zz/%"), "/a b/{id}/%zz/%");
    }

    #[test]
    fn knows_addresses() {
        for url in ["http://a/b", "https:a", "urn:x", "file:///etc", "//host/a"] {
            assert!(is_url(url), "{url}");
        }
        for file in ["", "a.yaml", "../a", "C:/a", "a b:c", "/a"] {
            assert!(!is_url(file), "{file}");
        }
    }

    #[test]
    fn names_are_those_of_the_user() {
        let folder = Folder::of(Path::new("specs/api.yaml"), "specs/api.yaml", &[]);
        assert_eq!(
            folder.name("specs/api.yaml", "./a/../b%20c.yaml"),
            "specs/b c.yaml"
        );
        assert_eq!(folder.name("specs/a/b.yaml", "../c.yaml"), "specs/c.yaml");
        assert_eq!(
            folder.name("specs/a/b.yaml", "../../../c.yaml"),
            "specs/../../c.yaml"
        );
        assert_eq!(folder.name("specs/a/b.yaml", "/etc/x"), "/etc/x");
        assert_eq!(
            Folder::of(Path::new("api.yaml"), "api.yaml", &[]).name("api.yaml", "b"),
            "b"
        );
    }
}
