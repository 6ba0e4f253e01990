//! Settings: from a file, then from arguments.

use std::path::{Path, PathBuf};

use outspoken_codegen::{Config, ConfigFile, ConfigRefused, OverlayFile, render};

use crate::{
    args::{Format, Messages, Settings, Types},
    out, terminal,
};

/// The file that is looked for where none is named.
const USUAL: &str = "outspoken.toml";

/// The settings for a document, which may be called `name`. `None` where the file of settings is at
/// fault, which is told then.
pub(crate) fn config(
    spec: &Path,
    name: Option<&str>,
    settings: &Settings,
    types: &Types,
    messages: &Messages,
) -> Option<Config> {
    // A module is called after the file, as in build scripts.
    let stem = spec.file_stem().unwrap_or_default().to_string_lossy();
    let mut config = Config::new(&*stem);
    if let Some(path) = file(settings) {
        match ConfigFile::read(&path, &path.display().to_string()) {
            Ok(file) => file.apply(&stem, &mut config),
            Err(refused) => {
                show(&refused, &path, messages.format);
                return None;
            }
        }
    }
    arguments(&mut config, name, settings, types, messages);
    if !config.is_said("tag-features") {
        // Whoever gets the crate can have all of it, or less.
        config.tag_features = true;
    }
    Some(config)
}

fn file(settings: &Settings) -> Option<PathBuf> {
    let usual = Path::new(USUAL);
    let found = || usual.exists().then(|| usual.to_owned());
    settings.config.clone().or_else(found)
}

fn show(refused: &ConfigRefused, path: &Path, format: Format) {
    let ConfigRefused {
        diagnostics,
        sources,
    } = refused;
    if format == Format::Json {
        return out::say(&render::json(diagnostics, sources));
    }
    let style = terminal::style();
    out::say(&render::text(diagnostics, sources, &style));
    let name = path.display().to_string();
    out::say(&render::closing(diagnostics, &name, &style));
    out::say("\n");
}

/// What is said by arguments goes before what a file says: a list takes the place of the file's.
fn arguments(
    config: &mut Config,
    name: Option<&str>,
    settings: &Settings,
    types: &Types,
    messages: &Messages,
) {
    let Settings {
        config: _,
        overlay,
        allow_ref_dir,
        require_bodies,
        unused_types,
        include,
        exclude,
    } = settings;
    if let Some(name) = name {
        name.clone_into(&mut config.name);
        config.note_argument("name");
    }
    if !overlay.is_empty() {
        config.overlays = overlay.iter().map(OverlayFile::new).collect();
        config.note_argument("overlays");
    }
    if !include.is_empty() {
        config.selection.include.clone_from(include);
        config.note_argument("include");
    }
    if !exclude.is_empty() {
        config.selection.exclude.clone_from(exclude);
        config.note_argument("exclude");
    }
    if !allow_ref_dir.is_empty() {
        config.ref_dirs.clone_from(allow_ref_dir);
        config.note_argument("ref-dirs");
    }
    if *require_bodies {
        config.require_bodies = true;
        config.note_argument("require-bodies");
    }
    if *unused_types {
        config.unused_types = true;
        config.note_argument("unused-types");
    }
    if messages.deny_warnings {
        config.deny_warnings = true;
        config.note_argument("deny-warnings");
    }
    for choice in &types.format_types {
        config.format_types.choose(*choice);
        config.note_argument(&format!("formats.{}", choice.format()));
    }
}
