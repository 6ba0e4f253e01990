//! Which fields were there.

/// A set of field indices: structs may have more fields than a word has bits.
pub(in crate::schema) struct Seen {
    first: u64,
    rest: Vec<u64>,
}

impl Seen {
    pub(in crate::schema) fn new(fields: usize) -> Self {
        let words = fields.div_ceil(64).saturating_sub(1);
        Self {
            first: 0,
            rest: vec![0; words],
        }
    }

    pub(in crate::schema) fn insert(&mut self, index: usize) {
        let bit = 1 << (index % 64);
        match (index / 64).checked_sub(1) {
            None => self.first |= bit,
            Some(word) => {
                if let Some(word) = self.rest.get_mut(word) {
                    *word |= bit;
                }
            }
        }
    }

    pub(in crate::schema) fn contains(&self, index: usize) -> bool {
        let word = match (index / 64).checked_sub(1) {
            None => self.first,
            Some(word) => self.rest.get(word).copied().unwrap_or_default(),
        };
        word & (1 << (index % 64)) != 0
    }
}
