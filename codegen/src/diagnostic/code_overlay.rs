//! The codes that are about overlays, beside those of documents.

/// Declares the codes that it is given, and those of overlays.
macro_rules! with_codes_of_overlays {
    ($($others:tt)*) => {
        codes! {
            $($others)*

            /// An overlay is not as it must be, or does not go with the document.
            ///
            /// A key is missing or of the wrong kind, a `target` is no JSONPath (RFC 9535), or
            /// what an action merges does not go with what it selects.
            ///
            /// ```yaml
            /// overlay: 1.1.0
            /// info: {title: Errors, version: "1"}
            /// actions:
            ///   - target: $.paths./pets          # $.paths['/pets']
            ///     update: [a, list]              # a path item is a mapping
            ///   - target: $.info
            ///     copy: $.tags[*]                # one value, not all tags
            /// ```
            ///
            /// What version an overlay is for decides: a target of 1.0 is a mapping or a list,
            /// and a list that is the target gets one entry; in 1.1 it may be any value, all
            /// that a target selects is of one kind, lists go together, and there is `copy`.
            ///
            /// To mend it, write what the help line says, or take out by an action before what
            /// is to be of another kind.
            InvalidOverlay = "invalid-overlay", Error;

            /// An action of an overlay changes nothing.
            ///
            /// Its `target` selects nothing in the document, or it has neither `update` nor
            /// `copy` nor `remove: true`. The document may have changed since the overlay was
            /// written.
            ///
            /// ```yaml
            /// actions:
            ///   - target: $.paths['/pet'].get    # the document has /pets
            ///     update: {operationId: listPets}
            /// ```
            ///
            /// To mend it, follow the help line, which says up to where there is something; or
            /// take the action out. A path does not go through a `$ref`.
            UnusedAction = "unused-action", Warning;

            /// An overlay says that it is for another document.
            ///
            /// `extends` is the path of a document from the overlay's own folder, and another
            /// document is read. The overlay is applied all the same. An address on the network
            /// is not compared.
            ///
            /// ```yaml
            /// overlay: 1.1.0
            /// extends: ../github.json     # outspoken check gitlab.json --overlay this.yaml
            /// ```
            ///
            /// To mend it, name another overlay, correct `extends`, or take it out.
            OtherDocument = "other-document", Warning;
        }
    };
}
