//! A document as its overlays make it.

use std::path::Path;

use crate::{Config, diagnostic::Diagnostics, overlay, source::Sources};

/// What overlays make of a document.
#[derive(Debug)]
#[non_exhaustive]
pub struct Overlaid {
    /// The document in JSON, in its own order; `None` where it could not be read, or an overlay could not
    /// be applied.
    pub text: Option<String>,
    /// What there is to say of the overlays.
    pub diagnostics: Diagnostics,
    /// The texts that were read, for showing diagnostics.
    pub sources: Sources,
}

/// Applies the overlays of a document, and generates nothing. `name` is how diagnostics call the file.
///
/// ```no_run
/// use outspoken_codegen::{Config, OverlayFile, overlaid};
///
/// let mut config = Config::new("pets");
/// config.overlays.push(OverlayFile::new("pets.overlay.yaml"));
/// let done = overlaid("pets.yaml".as_ref(), "pets.yaml", &config);
/// println!("{}", done.text.unwrap_or_default());
/// ```
#[must_use]
pub fn overlaid(path: &Path, name: &str, config: &Config) -> Overlaid {
    let mut sources = Sources::new();
    for (name, text) in config.origins.files() {
        sources.add(name, text);
    }
    let mut diagnostics = Diagnostics::new();
    let Config {
        overlays, limits, ..
    } = config;
    let root = match sources.read(path, name, limits) {
        Ok(mut root) => {
            let to = &mut root;
            overlay::apply(to, path, overlays, &mut sources, limits, &mut diagnostics)
                .map(|_| root.root)
        }
        Err(faults) => {
            diagnostics.extend(faults);
            None
        }
    };
    if config.deny_warnings {
        diagnostics.deny_warnings();
    }
    let root = root.filter(|_| !diagnostics.has_errors());
    Overlaid {
        text: root.map(|root| format!("{root:#}\n")),
        diagnostics,
        sources,
    }
}
