//! One place where the extension stands.

use crate::{front::node::Node, model::Status};

/// An `x-outspoken`, and the response in which it stands.
#[derive(Debug, Clone)]
pub(super) struct Level<'a> {
    pub(super) node: Node<'a>,
    /// The key of the response, where it stands in one.
    pub(super) status: Option<Status>,
}
