//! What patterns are held against.

/// What is known of an operation, or of a webhook, before it is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subject<'s> {
    /// Its method, as it is sent.
    pub method: Option<&'s str>,
    /// Its path as it is written; a webhook has none.
    pub path: Option<&'s str>,
    /// Its name, where it is a webhook.
    pub webhook: Option<&'s str>,
    /// Its `operationId`.
    pub id: Option<&'s str>,
    /// Its tags.
    pub tags: Vec<&'s str>,
}
