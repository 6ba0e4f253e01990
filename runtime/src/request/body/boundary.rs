//! What stands between the parts of a body (RFC 2046 §5.1.1).
//!
//! It must occur in none of them. Where all parts are in memory it is made from their heads, so that
//! one request is one text, and tried on the parts. Where one is a stream it cannot be tried before
//! it is sent: then it is made from the system's randomness, and the stream is watched; see
//! [`super::pieces`].

use std::{collections::hash_map::RandomState, hash::BuildHasher};

/// A text that none of these holds. `fixed` tells whether the same ones always give the same.
pub(super) fn choose<'p>(texts: impl Iterator<Item = &'p [u8]> + Clone, fixed: bool) -> String {
    let mut seed = if fixed {
        fingerprint(texts.clone())
    } else {
        random()
    };
    loop {
        let boundary = format!("Outspoken-{seed:032x}");
        if !texts
            .clone()
            .any(|text| contains(text, boundary.as_bytes()))
        {
            return boundary;
        }
        seed = seed.wrapping_add(1);
    }
}

/// FNV-1a of the first bytes of each text: enough to tell requests apart, cheap on large ones.
fn fingerprint<'p>(texts: impl Iterator<Item = &'p [u8]>) -> u128 {
    let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in texts.flat_map(|text| text.iter().take(1024)) {
        hash = (hash ^ u128::from(*byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
    }
    hash
}

/// The keys of a hash map of the standard library are random: nobody can guess what they hash to.
fn random() -> u128 {
    let keys = RandomState::new();
    let half = |number: u8| u128::from(keys.hash_one(number));
    (half(0) << 64) | half(1)
}

pub(super) fn contains(text: &[u8], wanted: &[u8]) -> bool {
    let Some((first, rest)) = wanted.split_first() else {
        return true;
    };
    let mut left = text;
    while let Some(at) = left.iter().position(|byte| byte == first) {
        left = left.get(at + 1..).unwrap_or_default();
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_in_a_part_is_not_taken() {
        let part = b"a part".as_slice();
        let first = choose([part].into_iter(), true);
        assert_eq!(first, choose([part].into_iter(), true));
        // The fingerprint looks at the head of a text; what it missed is found by the search.
        let mut long = vec![b'x'; 1024];
        let before = choose([long.as_slice()].into_iter(), true);
        long.extend_from_slice(before.as_bytes());
        let after = choose([long.as_slice()].into_iter(), true);
        assert_ne!(before, after);
        assert!(!contains(&long, after.as_bytes()));
    }

    #[test]
    fn streams_get_another_one_each_time() {
        let texts: [&[u8]; 0] = [];
        let twice = [
            choose(texts.into_iter(), false),
            choose(texts.into_iter(), false),
        ];
        assert_ne!(twice[0], twice[1]);
        assert!(
            twice.iter().all(|one| one.len() <= 70),
            "RFC 2046 allows no more"
        );
    }

    #[test]
    fn searches() {
        for (text, wanted, found) in [
            ("aab", "ab", true),
            ("aaa", "ab", false),
            ("", "ab", false),
            ("xab", "ab", true),
            ("abx", "ab", true),
        ] {
            assert_eq!(
                contains(text.as_bytes(), wanted.as_bytes()),
                found,
                "{text}"
            );
        }
    }
}
