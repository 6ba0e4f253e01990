//! "Did you mean".

/// The candidate nearest to a mistyped word, if one is near enough to be meant.
///
/// Only the first 64 characters count, and of candidates equally near the first wins.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let Some(distance) = near(&word, candidate) else {
            continue;
        };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How far a candidate is from a word, if it is near enough to be meant.
fn near(word: &[char], candidate: &str) -> Option<usize> {
    let most = (word.len() / 3).max(1);
    let letters = letters(candidate);
    if letters.len().abs_diff(word.len()) > most {
        return None;
    }
    let distance = distance(word, &letters);
    // A word that would be replaced altogether is another word.
    let is_other = distance >= word.len().max(1);
    (distance <= most && !is_other).then_some(distance)
}

/// Case is left out: `operationid` for `operationId` is as near as can be.
fn letters(word: &str) -> Vec<char> {
    word.chars().take(64).flat_map(char::to_lowercase).collect()
}

/// Edits between two words: insert, delete, replace, swap neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut previous = None;
    for (row, &left) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &right) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let mut least = at(&above, column).saturating_add(usize::from(left != right));
            least = least.min(at(&above, column + 1).saturating_add(1));
            least = least.min(at(&current, column).saturating_add(1));
            let swapped = column > 0 && previous == Some(right) && b.get(column - 1) == Some(&left);
            if swapped {
                least = least.min(at(&before, column - 1).saturating_add(1));
            }
            current.push(least);
        }
        before = std::mem::replace(&mut above, current);
        previous = Some(left);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(a: &str, b: &str) -> usize {
        distance(&letters(a), &letters(b))
    }

    #[test]
    fn counts_edits() {
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("messgae", "message"), 1);
        assert_eq!(edits("operationid", "operationId"), 0);
        assert_eq!(edits("é", "e"), 1);
    }

    #[test]
    fn suggests_what_is_near() {
        let keys = ["success-when", "errors", "code", "message"];
        assert_eq!(closest("sucess-when", keys), Some("success-when"));
        assert_eq!(closest("error", keys), Some("errors"));
        assert_eq!(closest("Code", keys), Some("code"));
        assert_eq!(closest("payload", keys), None);
        assert_eq!(closest("", keys), None);
        assert_eq!(closest("anything", []), None);
    }

    #[test]
    fn stays_cheap_on_long_words() {
        let long = "a".repeat(1 << 20);
        assert_eq!(closest(&long, [long.as_str()]), Some(long.as_str()));
    }
}
