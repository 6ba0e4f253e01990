//! Texts with stars.

/// A text in which stars stand for others. Whatever it is, matching takes no longer than its
/// length times that of what it is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glob {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Letter(char),
    /// `*` in a path: anything but a slash.
    Within,
    /// `**`, and `*` in what is no path: anything.
    Any,
    /// The slash of `/**`: it, or neither it nor what follows.
    Below,
}

impl Glob {
    /// A path: `*` stays within a segment, and `/**` is any number of further segments.
    pub(super) fn path(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let is_whole = |after: &&str| after.is_empty() || after.starts_with('/');
            rest = if let Some(after) = rest.strip_prefix("/**").filter(is_whole) {
                parts.extend([Part::Below, Part::Any]);
                after
            } else if let Some(after) = rest.strip_prefix("**") {
                parts.push(Part::Any);
                after
            } else if let Some(after) = rest.strip_prefix('*') {
                parts.push(Part::Within);
                after
            } else {
                parts.push(Part::Letter(next));
                rest.get(next.len_utf8()..).unwrap_or_default()
            };
        }
        Self { parts }
    }

    /// A name: `*` is anything.
    pub(super) fn name(text: &str) -> Self {
        let parts = text.chars().map(|letter| match letter {
            '*' => Part::Any,
            letter => Part::Letter(letter),
        });
        Self {
            parts: parts.collect(),
        }
    }

    /// Whether it stands for this text.
    pub(super) fn fits(&self, text: &str) -> bool {
        // How much of the pattern may be behind us, after each letter.
        let mut here = vec![false; self.parts.len() + 1];
        self.reach(&mut here, 0);
        for letter in text.chars() {
            let mut next = vec![false; here.len()];
            let mut goes_on = false;
            for (at, part) in self.parts.iter().enumerate() {
                if here.get(at) != Some(&true) {
                    continue;
                }
                let to = match part {
                    Part::Letter(own) if *own == letter => at + 1,
                    Part::Below if letter == '/' => at + 1,
                    Part::Within if letter != '/' => at,
                    Part::Any => at,
                    Part::Letter(_) | Part::Below | Part::Within => continue,
                };
                goes_on = true;
                self.reach(&mut next, to);
            }
            if !goes_on {
                return false;
            }
            here = next;
        }
        here.last() == Some(&true)
    }

    /// Marks a place, and those behind what may stand for nothing.
    fn reach(&self, places: &mut [bool], mut at: usize) {
        while let Some(place) = places.get_mut(at).filter(|place| !**place) {
            *place = true;
            at += match self.parts.get(at) {
                Some(Part::Within | Part::Any) => 1,
                Some(Part::Below) => 2,
                Some(Part::Letter(_)) | None => return,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_in_paths() {
        for (pattern, fitting, others) in [
            ("/a", &["/a"][..], &["/", "/a/", "/ab", ""][..]),
            ("/a/*", &["/a/b", "/a/{id}", "/a/"], &["/a", "/a/b/c"]),
            ("/a/**", &["/a", "/a/b", "/a/b/c"], &["/ab", "/", "/b/a"]),
            ("/**", &["/", "/a", "/a/b", ""], &[]),
            (
                "/a/**/z",
                &["/a/z", "/a/b/z", "/a/b/c/z"],
                &["/az", "/a/z/b"],
            ),
            ("**/z", &["/z", "/a/z", "/a/b/z"], &["/az", "z"]),
            ("/a*", &["/a", "/abc"], &["/a/b"]),
            ("/a**", &["/a", "/abc", "/a/b"], &["/b"]),
            ("/ä/{x}", &["/ä/{x}"], &["/ä/x"]),
        ] {
            let glob = Glob::path(pattern);
            for text in fitting {
                assert!(glob.fits(text), "{pattern} is no {text}");
            }
            for text in others {
                assert!(!glob.fits(text), "{pattern} is {text}");
            }
        }
    }

    #[test]
    fn stars_in_names() {
        let glob = Glob::name("repos/*get*");
        assert!(glob.fits("repos/get") && glob.fits("repos/a/get-b"));
        assert!(!glob.fits("repos/list") && !glob.fits("get"));
        assert!(Glob::name("*").fits("") && Glob::name("***").fits("x"));
    }

    #[test]
    fn no_pattern_takes_long() {
        let pattern = "/**a".repeat(250);
        let text = "/a".repeat(2_000);
        assert!(!Glob::path(&format!("{pattern}b")).fits(&text));
        assert!(!Glob::name(&format!("{}b", "*a".repeat(500))).fits(&text));
    }
}
