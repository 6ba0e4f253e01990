//! OpenAPI Overlays 1.0 and 1.1: a document changed by others, before anything of it is read.
//!
//! A vendor's document stays as it came, and what is to be said otherwise stands in a file of one's
//! own. What stands where is kept, so that a fault is shown in the file that it is in.

mod apply;
mod explain;
mod extends;
mod file;
mod merge;
mod model;
mod path;
mod picked;
mod read;
mod remove;
mod room;
#[cfg(test)]
mod tests;
mod trace;

use std::path::Path;

use crate::{
    diagnostic::Diagnostics,
    source::{Document, Limits, Sources},
};
use apply::{Applying, TooMuch};
use room::Room;

pub use file::OverlayFile;
pub(crate) use trace::Traces;

/// Applies overlays to a document, in their order. What is at fault is reported, and the rest is done;
/// `None` where that is too much.
pub(crate) fn apply(
    document: &mut Document,
    path: &Path,
    overlays: &[OverlayFile],
    sources: &mut Sources,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Option<Traces> {
    let mut traces = Traces::new(&document.name);
    if overlays.is_empty() {
        return Some(traces);
    }
    let mut room = Room::beside(&document.root, limits);
    let mut left = limits.clone();
    for file in overlays {
        let overlay = match sources.read(&file.path, &file.name, &left) {
            Ok(overlay) => overlay,
            Err(faults) => {
                let said = |place| (place, "named here".to_owned());
                diagnostics.extend(faults.into_iter().map(|mut fault| {
                    fault.related.extend(file.place.clone().map(said));
                    fault
                }));
                continue;
            }
        };
        // Many overlays are bounded as one document is.
        left.bytes = left.bytes.saturating_sub(overlay.text.len());
        let Some(read) = read::read(&overlay, diagnostics) else {
            continue;
        };
        extends::check(&overlay, file, path, document, diagnostics);
        let mut applying = Applying {
            document: &mut *document,
            traces: &mut traces,
            room: &mut room,
            diagnostics: &mut *diagnostics,
        };
        if let Err(TooMuch) = applying.overlay(&read) {
            return None;
        }
    }
    Some(traces)
}
