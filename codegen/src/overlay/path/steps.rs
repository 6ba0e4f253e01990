//! How much may be asked.

/// Steps that are left to queries: a value looked at is one.
#[derive(Debug)]
pub(in crate::overlay) struct Steps {
    left: usize,
}

impl Steps {
    pub(in crate::overlay) fn new(most: usize) -> Self {
        Self { left: most }
    }

    /// Takes some; `false` where that is too much, and from then on.
    pub(in crate::overlay) fn take(&mut self, steps: usize) -> bool {
        self.left = self.left.saturating_sub(steps);
        self.left > 0
    }

    pub(in crate::overlay) fn are_done(&self) -> bool {
        self.left == 0
    }
}
