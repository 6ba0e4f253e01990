//! What a build script says, and the file of settings that it names.

use std::path::PathBuf;

#[cfg(feature = "config-file")]
use super::cargo;
use super::documents::Document;
use crate::diagnostic::{closest, shown};
use crate::{Config, FormatTypes, OverlayFile, Selection};
#[cfg(feature = "config-file")]
use crate::{ConfigFile, ConfigRefused};

/// What the script says itself: it goes before what a file says.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    #[cfg(feature = "config-file")]
    pub(super) file: Option<PathBuf>,
    pub(super) deny_warnings: bool,
    pub(super) require_bodies: bool,
    pub(super) unused_types: bool,
    pub(super) ref_dirs: Vec<PathBuf>,
    pub(super) format_types: FormatTypes,
    pub(super) selection: Selection,
    /// Overlays, each with the document that it is for.
    pub(super) overlays: Vec<(String, OverlayFile)>,
}

/// What holds for all documents.
pub(super) struct Settings<'s> {
    said: &'s Said,
    #[cfg(feature = "config-file")]
    file: Option<ConfigFile>,
}

impl Said {
    /// What is wrong with an overlay of a document that is not there.
    pub(super) fn overlay_of_none(&self, documents: &[Document]) -> Option<String> {
        let stems = || documents.iter().map(|one| one.stem.as_str());
        let mut overlays = self.overlays.iter();
        let (stem, overlay) = overlays.find(|(stem, _)| stems().all(|other| other != stem))?;
        let near = match closest(stem, stems()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "name a file of the folder, without its ending".to_owned(),
        };
        Some(format!(
            "there is no document `{}` for the overlay `{}`: {near}",
            shown(stem),
            shown(&overlay.name)
        ))
    }
}

#[cfg(feature = "config-file")]
impl Said {
    /// With the file read. What is wrong with that is told to cargo, which fails the build; `None` where
    /// nothing can be generated then.
    pub(super) fn settings(&self, documents: &[Document]) -> Option<Settings<'_>> {
        let Some(path) = &self.file else {
            return Some(Settings {
                said: self,
                file: None,
            });
        };
        cargo::rerun_if_changed(path);
        let name = path.display().to_string().replace('\\', "/");
        let file = match ConfigFile::read(path, &name) {
            Ok(file) => file,
            Err(refused) => {
                cargo::show(&refused.diagnostics, &refused.sources, &name);
                return None;
            }
        };
        let ConfigRefused {
            diagnostics,
            sources,
        } = file.for_others_than(documents.iter().map(|one| one.stem.as_str()));
        cargo::show(&diagnostics, &sources, &name);
        Some(Settings {
            said: self,
            file: Some(file),
        })
    }
}

impl Settings<'_> {
    /// The settings for a document.
    pub(super) fn config(&self, document: &Document) -> Config {
        let mut config = Config::new(&document.stem);
        #[cfg(feature = "config-file")]
        if let Some(file) = &self.file {
            file.apply(&document.stem, &mut config);
        }
        let Said {
            deny_warnings,
            require_bodies,
            unused_types,
            ref_dirs,
            format_types,
            selection: Selection { include, exclude },
            overlays,
            ..
        } = self.said;
        config.deny_warnings |= deny_warnings;
        config.require_bodies |= require_bodies;
        config.unused_types |= unused_types;
        config.format_types.extend(format_types.choices());
        let own = overlays.iter().filter(|(stem, _)| *stem == document.stem);
        let own: Vec<_> = own.map(|(_, overlay)| overlay.clone()).collect();
        if !own.is_empty() {
            config.overlays = own;
        }
        if !ref_dirs.is_empty() {
            config.ref_dirs.clone_from(ref_dirs);
        }
        if !include.is_empty() {
            config.selection.include.clone_from(include);
        }
        if !exclude.is_empty() {
            config.selection.exclude.clone_from(exclude);
        }
        config
    }
}

#[cfg(not(feature = "config-file"))]
impl Said {
    pub(super) fn settings(&self, _: &[Document]) -> Option<Settings<'_>> {
        Some(Settings { said: self })
    }
}
