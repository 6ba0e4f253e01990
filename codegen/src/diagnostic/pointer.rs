//! RFC 6901 JSON Pointers.

use std::borrow::Cow;
use std::fmt;

/// A JSON Pointer in its escaped form: `""` is the root, `/paths/~1pets/get` an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(
    /// `None` for the root, so that it can be a constant.
    Option<Box<str>>,
);

impl Pointer {
    /// The pointer to the whole document.
    #[must_use]
    pub const fn root() -> Self {
        Self(None)
    }

    /// Reads an escaped pointer; `None` where RFC 6901 has no such thing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let well_escaped = text
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']));
        let well_started = text.is_empty() || text.starts_with('/');
        (well_started && well_escaped).then(|| Self::from_escaped(text))
    }

    /// The pointer one key deeper. `token` is the plain key, unescaped.
    #[must_use]
    pub fn child(&self, token: &str) -> Self {
        let mut text = String::with_capacity(self.as_str().len() + token.len() + 1);
        text.push_str(self.as_str());
        text.push('/');
        for part in token.chars() {
            match part {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self(Some(text.into()))
    }

    /// The pointer to an element of the array this one points to.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(Some(format!("{self}/{index}").into()))
    }

    /// The pointer one level up; the root has none.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.as_str().rsplit_once('/')?;
        Some(Self::from_escaped(parent))
    }

    /// The plain keys on the way down.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.as_str().split('/').skip(1).map(unescape)
    }

    /// The last plain key; the root has none.
    #[must_use]
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.as_str()
            .rsplit_once('/')
            .map(|(_, token)| unescape(token))
    }

    /// Whether this points to the whole document.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_none()
    }

    fn from_escaped(text: &str) -> Self {
        Self((!text.is_empty()).then(|| text.into()))
    }

    /// The escaped text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // `~01` is an escaped `~` before a `1`, so the slash goes first.
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_as_they_went_in() {
        let keys = ["", "/pets/{id}", "a~b", "~1", "~0", "~01", "é ", "%7B"];
        let pointer = keys.iter().fold(Pointer::root(), |at, key| at.child(key));
        assert_eq!(pointer.tokens().collect::<Vec<_>>(), keys);
        assert_eq!(Pointer::parse(pointer.as_str()), Some(pointer));
    }

    #[test]
    fn goes_down_and_up() {
        let pointer = Pointer::root().child("servers").index(3);
        assert_eq!(pointer.to_string(), "/servers/3");
        assert_eq!(pointer.last().as_deref(), Some("3"));
        let parent = pointer.parent().unwrap();
        assert_eq!(parent.as_str(), "/servers");
        assert!(parent.parent().unwrap().is_root());
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().tokens().count(), 0);
    }

    #[test]
    fn refuses_what_is_no_pointer() {
        for text in ["a", "#/a", "/a~", "/a~2", "/~~0"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
    }
}
