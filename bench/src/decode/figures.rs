//! What the program printed, and what comes of it.

use crate::median::median;

/// Most times the time of the derive.
pub const MOST: f64 = 1.1;

/// The figures of one document, or of all.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// What the document is called.
    pub document: String,
    /// The bodies that both read.
    pub bodies: Vec<Body>,
    /// Bodies that one does not read: its name, whose types they are, and why.
    pub left: Vec<[String; 3]>,
}

/// A body, and seconds of reading it in each run: ours, and the derive's.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// The name of its example.
    pub name: String,
    /// How long it is.
    pub bytes: f64,
    /// The runs.
    pub pairs: Vec<[f64; 2]>,
}

impl Body {
    /// How many times the time ours takes: the median of pairs, so that what slows the machine slows
    /// both.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        median(self.pairs.iter().map(|[ours, derived]| ours / derived))
    }

    /// The median of ours (`0`), or of the derive (`1`).
    fn seconds(&self, way: usize) -> f64 {
        median(self.pairs.iter().filter_map(|pair| pair.get(way).copied()))
    }
}

impl Figures {
    /// Reads what the program printed.
    ///
    /// # Errors
    /// When a line is none of its lines.
    pub fn read(said: &str) -> Result<Vec<Self>, String> {
        let mut all: Vec<Self> = Vec::new();
        for line in said.lines() {
            let mut fields = line.split('\t');
            let (Some(document), Some(name), Some(what)) =
                (fields.next(), fields.next(), fields.next())
            else {
                return Err(format!("`{line}` is no figure"));
            };
            if all.last().is_none_or(|last| last.document != document) {
                all.push(Self {
                    document: document.to_owned(),
                    ..Self::default()
                });
            }
            let Some(figures) = all.last_mut() else {
                continue;
            };
            match what.parse() {
                Ok(bytes) => figures.bodies.push(Body {
                    name: name.to_owned(),
                    bytes,
                    pairs: fields.map(pair).collect::<Option<_>>().unwrap_or_default(),
                }),
                Err(_) => {
                    let why = fields.next().unwrap_or_default();
                    figures.left.push([name, what, why].map(str::to_owned));
                }
            }
        }
        Ok(all)
    }

    /// Those of all documents.
    #[must_use]
    pub fn whole(all: &[Self]) -> Self {
        Self {
            document: format!("{} documents", all.len()),
            bodies: all.iter().flat_map(|one| one.bodies.clone()).collect(),
            left: all.iter().flat_map(|one| one.left.clone()).collect(),
        }
    }

    /// How many times the time ours takes for all bodies together.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        let runs = self.bodies.first().map_or(0, |body| body.pairs.len());
        let sum = |run: usize, way: usize| -> f64 {
            let pairs = self.bodies.iter().filter_map(|body| body.pairs.get(run));
            pairs.filter_map(|pair| pair.get(way)).sum()
        };
        median((0..runs).map(|run| sum(run, 0) / sum(run, 1)))
    }

    /// The same for the body in the middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        median(self.bodies.iter().map(Body::ratio))
    }

    /// Whether both are as they should be.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.ratio() <= MOST && self.middle() <= MOST
    }

    /// The bodies for which ours takes most times the time, worst first.
    #[must_use]
    pub fn worst(&self, count: usize) -> Vec<&Body> {
        let mut bodies: Vec<&Body> = self.bodies.iter().collect();
        bodies.sort_by(|one, other| other.ratio().total_cmp(&one.ratio()));
        bodies.truncate(count);
        bodies
    }

    /// A line of the table.
    #[must_use]
    pub fn line(&self) -> String {
        let sum = |of: &dyn Fn(&Body) -> f64| self.bodies.iter().map(of).sum::<f64>();
        format!(
            "{:>6} {:>8} {:>9} {:>10.1} {:>10.1} {:>6.2} {:>7.2}  {}{}",
            self.bodies.len(),
            self.left.len(),
            sum(&|body| body.bytes),
            sum(&|body| body.seconds(0) * 1e6),
            sum(&|body| body.seconds(1) * 1e6),
            self.ratio(),
            self.middle(),
            self.document,
            if self.is_good() { "" } else { "  FAIL" },
        )
    }
}

/// Seconds of both.
fn pair(text: &str) -> Option<[f64; 2]> {
    let (ours, derived) = text.split_once(' ')?;
    Some([ours.parse().ok()?, derived.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = "\
a.json\tx\t100\t3 2\t1 1\t9 10
a.json\ty\t50\t1 10\t1 10\t1 10
a.json\tz\tderived\tmissing field `id`
b.json\tx\t10\t5 1\t5 1\t5 1
";

    #[test]
    fn medians_of_ratios_count() {
        let all = Figures::read(SAID).unwrap();
        let [a, b] = all.as_slice() else {
            panic!("{all:?}")
        };
        assert!((a.ratio() - 4.0 / 12.0).abs() < 1e-9, "{}", a.ratio());
        assert!((a.middle() - 0.55).abs() < 1e-9, "{}", a.middle());
        assert_eq!(a.left, [["z", "derived", "missing field `id`"]]);
        assert!(a.is_good() && !b.is_good());
        assert_eq!(a.worst(1).first().unwrap().name, "x");
        let whole = Figures::whole(&all);
        assert_eq!((whole.bodies.len(), whole.left.len()), (3, 1));
    }

    #[test]
    fn without_bodies_nothing_is_good() {
        assert!(!Figures::default().is_good());
        assert!(Figures::read("warning").is_err());
    }
}
