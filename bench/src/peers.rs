//! This generator and others, called alike.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::seeds;

/// A generator that can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// This one.
    Outspoken,
    /// `openapi-to-rust`.
    OpenapiToRust,
    /// `cargo-progenitor`.
    Progenitor,
}

impl Kind {
    /// All, this one first.
    pub const ALL: [Self; 3] = [Self::Outspoken, Self::OpenapiToRust, Self::Progenitor];

    /// The name of its program.
    #[must_use]
    pub fn program(self) -> &'static str {
        match self {
            Self::Outspoken => "outspoken",
            Self::OpenapiToRust => "openapi-to-rust",
            Self::Progenitor => "cargo-progenitor",
        }
    }
}

/// A generator that is there.
#[derive(Debug, Clone)]
pub struct Peer {
    /// Which one.
    pub kind: Kind,
    /// Its program.
    pub path: PathBuf,
}

impl Peer {
    /// Those that are named as `NAME=PATH`, beside this program, or in `PATH`.
    ///
    /// # Errors
    /// When a name is none of theirs, or a path leads nowhere.
    pub fn find(named: &[String]) -> Result<Vec<Self>, String> {
        let mut given = Vec::new();
        for one in named {
            let (name, path) = one
                .split_once('=')
                .ok_or_else(|| format!("--peer {one}: it wants NAME=PATH"))?;
            let kind = Kind::ALL.into_iter().find(|kind| kind.program() == name);
            let kind = kind.ok_or_else(|| format!("--peer {name}: no such generator is known"))?;
            let path = fs::canonicalize(path).map_err(|error| format!("{path}: {error}"))?;
            given.push(Self { kind, path });
        }
        let found = Kind::ALL.into_iter().filter_map(|kind| {
            let of_kind = given.iter().find(|peer: &&Self| peer.kind == kind).cloned();
            of_kind.or_else(|| {
                Some(Self {
                    kind,
                    path: installed(kind.program())?,
                })
            })
        });
        Ok(found.collect())
    }

    /// The command that writes the client of a document into a folder.
    #[must_use]
    pub fn generate(&self, spec: &Path, out: &Path, name: &str) -> Command {
        let mut command = Command::new(&self.path);
        match self.kind {
            Kind::Outspoken => command
                .arg("generate")
                .arg(spec)
                .arg("--out")
                .arg(out)
                .args(["--name", name, "--runtime-path"])
                .arg(seeds::root().join("runtime")),
            Kind::OpenapiToRust => command
                .arg("generate")
                .arg(spec)
                .arg("--output-dir")
                .arg(out.join("src/generated"))
                .args(["--module-name", "api", "--quiet"]),
            Kind::Progenitor => command
                .args(["progenitor", "-i"])
                .arg(spec)
                .arg("-o")
                .arg(out)
                .args(["-n", name, "-v", "0.1.0", "--include-client", "false"]),
        };
        command.current_dir(out);
        command
    }

    /// Makes a crate of what was generated, where it is none yet.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn complete(&self, out: &Path, name: &str) -> std::io::Result<()> {
        if self.kind != Kind::OpenapiToRust {
            return Ok(());
        }
        let needs = fs::read_to_string(out.join("src/generated/REQUIRED_DEPS.toml"))?;
        let head =
            format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        fs::write(out.join("Cargo.toml"), format!("{head}\n{needs}"))?;
        fs::write(out.join("src/lib.rs"), "pub mod generated;\n")
    }
}

/// A program beside this one, or in `PATH`.
fn installed(name: &str) -> Option<PathBuf> {
    let beside = env::current_exe().ok()?.parent()?.join(name);
    let path = env::var_os("PATH").unwrap_or_default();
    let all = env::split_paths(&path).map(|folder| folder.join(name));
    std::iter::once(beside)
        .chain(all)
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_is_taken_and_must_be_there() {
        let this = env::current_exe().unwrap();
        let named = format!("cargo-progenitor={}", this.display());
        let found = Peer::find(&[named]).unwrap();
        assert!(found.iter().any(|peer| peer.kind == Kind::Progenitor));
        for wrong in ["cargo-progenitor", "other=/", "outspoken=/none"] {
            assert!(Peer::find(&[wrong.to_owned()]).is_err(), "{wrong}");
        }
    }
}
