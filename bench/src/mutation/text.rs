//! Mutations of the text, whatever it means.

use super::Mutator;
use crate::random::Random;

/// Bytes that mean something to a reader of JSON or YAML.
const MARKS: &[u8] = b"{}[]:,\"'\\#&*!|>%@`-?~<\n\r\t \0\x7f\xff\xc3\xef";

impl Mutator {
    /// Changes the bytes in one place.
    pub(super) fn bytes(&self, bytes: &mut Vec<u8>, random: &mut Random) {
        let at = random.below(bytes.len() + 1);
        match random.below(9) {
            0 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
            1 => insert(
                bytes,
                at,
                random.pick(MARKS).map_or(&[], std::slice::from_ref),
            ),
            2 => {
                let end = (at + 1 + random.below(20)).min(bytes.len());
                bytes.drain(at.min(end)..end);
            }
            3 => {
                let part = part(bytes, random, 200).to_vec();
                insert(bytes, at, &part);
            }
            4 => bytes.truncate(at),
            5 => {
                let other = self.start(random).map(|seed| seed.text.as_bytes());
                let part = part(other.unwrap_or_default(), random, 500).to_vec();
                insert(bytes, at, &part);
            }
            6 => {
                let text = random.pick(&self.hostile).cloned().unwrap_or_default();
                insert(bytes, at, text.as_bytes());
            }
            7 => swap_lines(bytes, random),
            _ => {
                let mark = random.pick(MARKS).copied().unwrap_or(b'[');
                let many = vec![mark; random.below(2000)];
                insert(bytes, at, &many);
            }
        }
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    let at = at.min(bytes.len());
    bytes.splice(at..at, part.iter().copied());
}

fn part<'a>(bytes: &'a [u8], random: &mut Random, most: usize) -> &'a [u8] {
    let start = random.below(bytes.len() + 1);
    let end = (start + random.below(most)).min(bytes.len());
    bytes.get(start..end).unwrap_or_default()
}

fn swap_lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = bytes
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let (one, other) = (random.below(lines.len()), random.below(lines.len()));
    lines.swap(one, other);
    *bytes = lines.join(&b'\n');
}
