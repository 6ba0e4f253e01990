//! What stands around an operation.

use super::node::Node;
use crate::model::SecurityScheme;

/// Where an operation stands, and what holds for it there.
pub(super) struct Context<'c, 'a> {
    pub(super) root: &'c Node<'a>,
    pub(super) item: &'c Node<'a>,
    /// The path as it is written.
    pub(super) path: &'c str,
    /// What of it is sent.
    pub(super) template: &'c str,
    pub(super) schemes: &'c [SecurityScheme],
}
