//! Which operations become a client.

mod glob;
mod pattern;
mod subject;

pub(crate) use pattern::Kind;
pub use pattern::{Pattern, PatternError};
pub(crate) use subject::Subject;

/// Which operations become a client: all of them, unless something is said.
///
/// ```
/// use outspoken_codegen::{Config, Pattern};
///
/// let mut config = Config::new("github");
/// config.selection.include.push("tag:repos".parse()?);
/// config.selection.exclude.push("DELETE /repos/**".parse()?);
/// # Ok::<(), outspoken_codegen::PatternError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// What is taken; all where there are none.
    pub include: Vec<Pattern>,
    /// What is left out of that.
    pub exclude: Vec<Pattern>,
}

impl Selection {
    /// Whether nothing is said, so that everything is taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// The patterns, those of `include` first.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.include.iter().chain(&self.exclude)
    }

    /// Whether something is taken; `fits` is asked of every pattern, by its number in
    /// [`patterns`](Self::patterns).
    pub(crate) fn takes(&self, mut fits: impl FnMut(usize, &Pattern) -> bool) -> bool {
        let mut included = self.include.is_empty();
        let mut excluded = false;
        for (number, pattern) in self.patterns().enumerate() {
            if fits(number, pattern) {
                match number < self.include.len() {
                    true => included = true,
                    false => excluded = true,
                }
            }
        }
        included && !excluded
    }
}
