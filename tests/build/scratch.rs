//! A small crate with a build script, and what building it did.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use outspoken_codegen::{
    Config, generate,
    render::{self, Style},
};
use outspoken_tests::{
    cargo::{Crate, Run},
    repo,
};
use serde_json::Value;

/// A crate whose build script generates clients from its folder `specs`.
pub(crate) struct Scratch {
    made: Crate,
}

/// A build, whether it worked or not.
pub(crate) struct Build {
    pub(crate) run: Run,
    /// Where the build script writes.
    out: Option<PathBuf>,
}

/// A document with one operation and two types that are named after it.
pub(crate) fn document(operation: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{title: Scratch, version: '1'}}\npaths:\n  /{operation}:\n    get:\n      \
         operationId: {operation}\n      responses:\n        '200':\n          description: Done.\n          \
         content: {{application/json: {{schema: {{$ref: '#/components/schemas/{operation}-answer'}}}}}}\n        \
         '404': {{description: Not there.}}\ncomponents:\n  schemas:\n    {operation}-answer:\n      \
         {{type: object, required: [ok], properties: {{ok: {{type: boolean}}}}}}\n"
    )
}

impl Scratch {
    /// A crate with these features and no documents, whatever it was before. All such crates share
    /// what they have in common, so that it is compiled once.
    pub(crate) fn new(name: &str, features: &str) -> Self {
        let tmp = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("build");
        let folder = tmp.join(name);
        for left in ["specs", "examples"] {
            let _ = fs::remove_dir_all(folder.join(left));
        }
        let made = Crate::new(&folder, tmp.join("target")).unwrap();
        fs::create_dir_all(folder.join("specs")).unwrap();
        let root = repo::root();
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [workspace]\n\n[features]\n{features}\n[dependencies]\n\
             outspoken = {{ path = {:?}, default-features = false }}\n\n[build-dependencies]\n\
             outspoken-codegen = {{ path = {:?} }}\n",
            root.join("runtime"),
            root.join("codegen")
        );
        made.write("Cargo.toml", &manifest).unwrap();
        made.write(
            "build.rs",
            "fn main() -> Result<(), outspoken_codegen::BuildFailed> {\n    \
             outspoken_codegen::Build::new().emit()\n}\n",
        )
        .unwrap();
        made.write(
            "src/lib.rs",
            "#![deny(warnings)]\ninclude!(concat!(env!(\"OUT_DIR\"), \"/outspoken/mod.rs\"));\n",
        )
        .unwrap();
        Self { made }
    }

    /// Lets the build script read settings from `outspoken.toml`.
    pub(crate) fn with_settings(self, settings: &str) -> Self {
        let path = self.made.folder().join("Cargo.toml");
        let manifest = fs::read_to_string(path).unwrap();
        let plain = format!("{:?} }}", repo::root().join("codegen"));
        let more = plain.replace(" }", ", features = [\"config-file\"] }");
        self.write("Cargo.toml", &manifest.replace(&plain, &more));
        self.write(
            "build.rs",
            "fn main() -> Result<(), outspoken_codegen::BuildFailed> {\n    \
             outspoken_codegen::Build::new().config(\"outspoken.toml\").emit()\n}\n",
        );
        self.write("outspoken.toml", settings);
        self
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.made.write(path, text).unwrap();
    }

    /// What there is to say of one of its documents, and how it ended.
    pub(crate) fn said_of(&self, name: &str) -> String {
        let path = self.made.folder().join(name);
        let done = generate(&path, name, &Config::new("said"));
        let style = Style::default();
        let said = render::text(&done.diagnostics, &done.sources, &style);
        said + &render::closing(&done.diagnostics, name, &style)
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.made.folder().join(path)).unwrap();
    }

    pub(crate) fn build(&self, arguments: &[&str]) -> Build {
        let fixed = ["build", "--message-format=json-render-diagnostics"];
        let run = self.made.cargo(&[&fixed[..], arguments].concat()).unwrap();
        let messages = run
            .stdout
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok());
        // Other packages have build scripts too: this one's lies in the folder of the crate.
        let own = self.made.folder().display().to_string();
        let out = messages
            .filter(|message| message["reason"] == "build-script-executed")
            .filter(|message| {
                let package = message["package_id"].as_str();
                package.is_some_and(|id| id.contains(&format!("{own}#")))
            })
            .find_map(|message| Some(PathBuf::from(message["out_dir"].as_str()?)));
        Build { run, out }
    }
}

impl Build {
    /// The build, which must have worked.
    pub(crate) fn ok(self) -> Self {
        assert!(self.run.success, "{}", self.run.stderr);
        self
    }

    /// What a person reads of a build, which must have failed.
    pub(crate) fn refused(self) -> String {
        let shown = self.run.stderr;
        assert!(!self.run.success, "this should not build:\n{shown}");
        assert!(!shown.contains("panicked"), "{shown}");
        assert!(!shown.contains("RUST_BACKTRACE"), "{shown}");
        shown
    }

    /// What cargo worked on: it says `Compiling` of a crate whose build script runs, too.
    pub(crate) fn work(&self) -> Vec<&str> {
        let lines = self.run.stderr.lines().map(str::trim_start);
        lines.filter(|line| line.starts_with("Compiling")).collect()
    }

    /// Whether every artifact was there already.
    pub(crate) fn all_fresh(&self) -> bool {
        let messages = self.run.stdout.lines();
        let artifacts: Vec<Value> = messages
            .filter_map(|line| serde_json::from_str(line).ok())
            .filter(|message: &Value| message["reason"] == "compiler-artifact")
            .collect();
        !artifacts.is_empty() && artifacts.iter().all(|artifact| artifact["fresh"] == true)
    }

    /// The generated files: text, and when they were written.
    pub(crate) fn files(&self) -> BTreeMap<String, (String, SystemTime)> {
        let out = self.out.as_deref().expect("the build script has run");
        let folder = out.join("outspoken");
        let files = repo::files_below(&folder).unwrap().into_iter();
        files
            .map(|path| {
                let name = path.strip_prefix(&folder).unwrap();
                let changed = fs::metadata(&path).unwrap().modified().unwrap();
                let text = fs::read_to_string(&path).unwrap();
                (shown(name), (text, changed))
            })
            .collect()
    }

    /// The modules, as the root declares them.
    pub(crate) fn modules(&self) -> Vec<String> {
        let files = self.files();
        let (root, _) = &files["mod.rs"];
        let lines = root
            .lines()
            .filter_map(|line| line.strip_prefix("pub mod "))
            .map(|name| name.trim_end_matches(';').to_owned());
        lines.collect()
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
