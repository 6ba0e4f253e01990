//! `extends`: for which document an overlay is made (Overlay 1.1.0, Overlay Object).

use std::path::Path;

use serde_json::Value;

use super::{OverlayFile, read::kind};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics, Origin, shown},
    source::{Document, is_other_file},
};

/// Reports an overlay that says it is made for another document. Nothing is read by `extends`: which
/// document is meant is said by whoever names the overlay.
pub(super) fn check(
    overlay: &Document,
    file: &OverlayFile,
    path: &Path,
    document: &Document,
    diagnostics: &mut Diagnostics,
) {
    let Some(extends) = overlay.root.get("extends") else {
        return;
    };
    let at = Origin::root(&overlay.name).child("extends");
    let Value::String(extends) = extends else {
        let message = format!("`extends` must be text, and this is {}", kind(extends));
        let diagnostic = Diagnostic::new(Code::InvalidOverlay, at.value(), message);
        let help = "write the path of the document from here, such as `./api.yaml`";
        diagnostics.push(diagnostic.help(help));
        return;
    };
    if !is_other_file(path, &file.path, extends) {
        return;
    }
    let message = format!(
        "this overlay is for another document than `{}`",
        shown(&document.name)
    );
    let diagnostic = Diagnostic::new(Code::OtherDocument, at.value(), message);
    let help = "take `extends` out, or write the path of the document from here";
    diagnostics.push(diagnostic.help(help));
}
