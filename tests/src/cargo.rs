//! Cargo, run on crates that tests write.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::repo;

/// A crate outside the workspace.
#[derive(Debug, Clone)]
pub struct Crate {
    folder: PathBuf,
    target: PathBuf,
}

/// What a run of cargo came to.
#[derive(Debug, Clone)]
pub struct Run {
    /// Whether it succeeded.
    pub success: bool,
    /// What it printed for programs.
    pub stdout: String,
    /// What it printed for people.
    pub stderr: String,
}

impl Crate {
    /// A crate in this folder, which builds into `target`. Versions of dependencies are those of
    /// the workspace, so that nothing is downloaded.
    ///
    /// # Errors
    /// When files cannot be written.
    pub fn new(folder: impl Into<PathBuf>, target: impl Into<PathBuf>) -> io::Result<Self> {
        let made = Self {
            folder: folder.into(),
            target: target.into(),
        };
        made.write(
            "Cargo.lock",
            &fs::read_to_string(repo::root().join("Cargo.lock"))?,
        )?;
        Ok(made)
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes one of its files.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &str, text: &str) -> io::Result<()> {
        repo::write(&self.folder.join(path), text)
    }

    /// Runs cargo on it, offline.
    ///
    /// # Errors
    /// When cargo cannot be run.
    pub fn cargo(&self, arguments: &[&str]) -> io::Result<Run> {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // What cargo set for this test is not meant for that crate.
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy();
            let own = [
                "CARGO_PKG_",
                "CARGO_MANIFEST_",
                "CARGO_FEATURE_",
                "CARGO_BIN_",
            ];
            if own.iter().any(|start| name.starts_with(start)) {
                command.env_remove(&*name);
            }
        }
        let output = command
            .args(arguments)
            .arg("--offline")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUST_BACKTRACE")
            .output()?;
        Ok(Run {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }
}
