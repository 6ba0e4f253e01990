//! What is left in a folder when writing goes well, goes wrong, is stopped or is done twice at once.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot run its command has failed, and one that is skipped says so"
)]

use std::{
    collections::BTreeMap,
    fs::{self, File},
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    thread,
    time::Duration,
};

/// A document of so many operations.
fn document(operations: usize) -> String {
    let head = "openapi: 3.0.3\ninfo: {title: Pets API, version: '1'}\npaths:\n";
    let paths = (0..operations).map(|n| {
        format!("  /pets{n}: {{delete: {{operationId: deletePet{n}, responses: {{'204': {{description: Gone.}}}}}}}}\n")
    });
    head.to_owned() + &paths.collect::<String>()
}

/// A folder with a small document and a large one.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.yaml"), document(1)).unwrap();
    fs::write(folder.path().join("large.yaml"), document(120)).unwrap();
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outspoken"));
    command.args(arguments).current_dir(folder);
    command
}

fn arguments<'a>(spec: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let usual = ["generate", spec, "--out", "client", "--name", "pets"];
    [&usual, more].concat()
}

fn generate(folder: &Path, spec: &str, more: &[&str]) -> Output {
    command(folder, &arguments(spec, more)).output().unwrap()
}

#[track_caller]
fn ends(done: &Output, code: i32) -> String {
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(code), "{said}");
    said
}

/// The files below a folder with what is in them; links as such.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let kind = fs::symlink_metadata(&path).unwrap().file_type();
        if kind.is_dir() {
            files.insert(path.clone(), b"a folder".to_vec());
            files.extend(snapshot(&path));
        } else if kind.is_file() {
            files.insert(path.clone(), fs::read(&path).unwrap());
        } else {
            files.insert(path.clone(), b"no file".to_vec());
        }
    }
    files
}

#[test]
fn nobody_reads_the_output() {
    let folder = folder();
    let mut child = command(folder.path(), &arguments("small.yaml", &[]))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    assert_eq!(child.wait().unwrap().code(), Some(0));
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
}

#[test]
fn a_full_disk_behind_the_output_is_told() {
    let folder = folder();
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let wanted: [(&[&str], i32); 5] = [
        (&["explain", "ref-cycle"], 2),
        (&["check", "small.yaml"], 2),
        (&["--help"], 2),
        (&["--version"], 2),
        (&arguments("small.yaml", &[]), 2),
    ];
    for (arguments, code) in wanted {
        let mut command = command(folder.path(), arguments);
        let done = command
            .stdout(full())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = ends(&done, code);
        assert!(
            said.contains("cannot write the output"),
            "{arguments:?}: {said}"
        );
    }
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
    // That nobody can be told of a fault does not make it none.
    fs::write(folder.path().join("bad.yaml"), "a: b").unwrap();
    let mut command = command(folder.path(), &["check", "bad.yaml"]);
    assert_eq!(
        command.stderr(full()).output().unwrap().status.code(),
        Some(1)
    );
}

/// A file system that holds little, or is read only; taken away again in the end.
struct Mounted(PathBuf);

impl Mounted {
    fn new(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mut command = Command::new("mount");
        let command = command
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(at);
        let done = command.stderr(Stdio::null()).status();
        if done.is_ok_and(|status| status.success()) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("skipped: no file system can be mounted here");
        None
    }

    fn again(&self, options: &str) -> bool {
        let mut command = Command::new("mount");
        let command = command
            .args(["-o", &format!("remount,{options}")])
            .arg(&self.0);
        command.status().is_ok_and(|status| status.success())
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_changes_nothing() {
    let folder = folder();
    let out = folder.path().join("client");
    let Some(_disk) = Mounted::new(&out, "size=64k") else {
        return;
    };
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    let before = snapshot(&out);
    let said = ends(&generate(folder.path(), "large.yaml", &[]), 2);
    assert!(said.contains("cannot write to `client`: client/"), "{said}");
    assert!(said.contains("No space left"), "{said}");
    assert!(snapshot(&out) == before);
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
}

#[test]
fn a_read_only_folder_is_named_and_can_be_checked() {
    let folder = folder();
    let out = folder.path().join("client");
    let Some(disk) = Mounted::new(&out, "size=1m") else {
        return;
    };
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    if !disk.again("ro") {
        eprintln!("skipped: what is mounted cannot be made read only");
        return;
    }
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    let said = ends(&generate(folder.path(), "large.yaml", &[]), 2);
    assert!(
        said.contains("client") && said.contains("Read-only"),
        "{said}"
    );
}

#[test]
fn what_stands_in_the_way_is_named_and_kept() {
    let in_the_way = [
        ("client", 2, 1, "client"),
        ("client/src", 2, 1, "client/src"),
        ("client/src/lib.rs/", 1, 1, "src/lib.rs"),
        ("client/.outspoken/", 2, 2, "client/.outspoken"),
    ];
    for (path, code, check, named) in in_the_way {
        let folder = folder();
        let whole = folder.path().join(path);
        if path.ends_with('/') {
            fs::create_dir_all(&whole).unwrap();
        } else {
            fs::create_dir_all(whole.parent().unwrap()).unwrap();
            fs::write(&whole, "theirs").unwrap();
        }
        let before = snapshot(folder.path());
        let said = ends(&generate(folder.path(), "small.yaml", &[]), code);
        assert!(said.contains(named), "{path}: {said}");
        ends(&generate(folder.path(), "small.yaml", &["--check"]), check);
        ends(&generate(folder.path(), "small.yaml", &["--force"]), 2);
        assert!(snapshot(folder.path()) == before, "{path}");
    }
}

#[test]
fn a_crate_of_somebody_else_is_left_alone() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("client/src")).unwrap();
    fs::write(folder.path().join("client/Cargo.toml"), "[package]").unwrap();
    fs::write(folder.path().join("client/src/main.rs"), "fn main() {}").unwrap();
    let before = snapshot(folder.path());
    let said = ends(&generate(folder.path(), "small.yaml", &[]), 1);
    assert!(
        said.contains("Cargo.toml") && !said.contains("main.rs"),
        "{said}"
    );
    assert!(snapshot(folder.path()) == before);
}

#[test]
fn files_of_cargo_and_of_people_stay() {
    let folder = folder();
    ends(&generate(folder.path(), "large.yaml", &[]), 0);
    let out = folder.path().join("client");
    let others = [
        "Cargo.lock",
        "target/debug/x",
        "src/mine.rs",
        "src/lib.rs.new",
        ".gitignore",
    ];
    for other in others {
        fs::create_dir_all(out.join(other).parent().unwrap()).unwrap();
        fs::write(out.join(other), "theirs").unwrap();
    }
    ends(&generate(folder.path(), "large.yaml", &["--check"]), 0);
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
    for other in others {
        assert_eq!(fs::read(out.join(other)).unwrap(), b"theirs", "{other}");
    }
}

#[test]
fn checking_writes_nothing() {
    let folder = folder();
    let said = ends(&generate(folder.path(), "small.yaml", &["--check"]), 1);
    assert!(said.contains("stale: client/src/lib.rs"), "{said}");
    assert!(!folder.path().join("client").exists());

    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    let stopped = folder.path().join("client/.outspoken-1-1.new");
    fs::write(&stopped, "left by a run that was stopped").unwrap();
    fs::write(folder.path().join("client/README.md"), "mine").unwrap();
    let before = snapshot(folder.path());
    let said = ends(&generate(folder.path(), "large.yaml", &["--check"]), 1);
    assert!(said.contains("stale: client/README.md"), "{said}");
    assert!(said.contains("stale: client/src/operations.rs"), "{said}");
    assert!(!said.contains("Cargo.toml"), "{said}");
    assert!(snapshot(folder.path()) == before);
}

#[test]
fn links_are_never_written_through() {
    let folder = folder();
    let (out, elsewhere) = (
        folder.path().join("client"),
        folder.path().join("elsewhere"),
    );
    ends(&generate(folder.path(), "small.yaml", &[]), 0);

    // A file that is a link: its target stays, whatever happens to the link.
    fs::rename(out.join("src/operations.rs"), &elsewhere).unwrap();
    symlink(&elsewhere, out.join("src/operations.rs")).unwrap();
    let old = fs::read(&elsewhere).unwrap();
    ends(&generate(folder.path(), "small.yaml", &["--check"]), 0);
    let said = ends(&generate(folder.path(), "large.yaml", &[]), 1);
    assert!(said.contains("src/operations.rs"), "{said}");
    ends(&generate(folder.path(), "large.yaml", &["--force"]), 0);
    assert_eq!(fs::read(&elsewhere).unwrap(), old);
    assert!(!out.join("src/operations.rs").is_symlink());

    // A folder that is a link: nobody knows whose the files behind it are.
    let away = folder.path().join("away");
    fs::rename(out.join("src"), &away).unwrap();
    symlink(&away, out.join("src")).unwrap();
    let before = snapshot(folder.path());
    ends(&generate(folder.path(), "large.yaml", &["--check"]), 0);
    for more in [&[][..], &["--force"]] {
        let said = ends(&generate(folder.path(), "small.yaml", more), 2);
        assert!(said.contains("`src` is a link"), "{said}");
    }
    assert!(snapshot(folder.path()) == before);
}

#[test]
fn a_folder_that_the_user_names_may_be_a_link() {
    let folder = folder();
    fs::create_dir(folder.path().join("real")).unwrap();
    symlink("real", folder.path().join("client")).unwrap();
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    assert!(folder.path().join("real/src/lib.rs").is_file());
    ends(&generate(folder.path(), "large.yaml", &[]), 0);
}

#[test]
fn a_pipe_keeps_nobody_waiting() {
    let folder = folder();
    let pipe = |path: &str| {
        let status = Command::new("mkfifo")
            .arg(folder.path().join(path))
            .status();
        assert!(status.unwrap().success());
    };
    pipe("pipe.yaml");
    let said = ends(&generate(folder.path(), "pipe.yaml", &[]), 1);
    assert!(
        said.contains("pipe.yaml") && said.contains("not a file"),
        "{said}"
    );
    fs::create_dir_all(folder.path().join("client/src")).unwrap();
    pipe("client/src/lib.rs");
    pipe("client/.outspoken");
    let said = ends(&generate(folder.path(), "small.yaml", &[]), 1);
    assert!(said.contains("src/lib.rs"), "{said}");
    ends(&generate(folder.path(), "small.yaml", &["--force"]), 0);
}

#[test]
fn a_run_that_was_stopped_is_no_obstacle() {
    let folder = folder();
    ends(&generate(folder.path(), "small.yaml", &[]), 0);
    for round in 0..24 {
        let spec = if round % 2 == 0 {
            "large.yaml"
        } else {
            "small.yaml"
        };
        let mut command = command(folder.path(), &arguments(spec, &[]));
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(round * 2));
        let _ = child.kill();
        child.wait().unwrap();
        // Whatever is there now is known to be ours, and each file is whole.
        for (path, bytes) in snapshot(&folder.path().join("client/src")) {
            let is_temporary = path.extension().is_some_and(|ending| ending == "new");
            assert!(is_temporary || bytes.ends_with(b"\n"));
        }
        if round % 5 == 0 {
            ends(&generate(folder.path(), "small.yaml", &[]), 0);
        }
    }
    ends(&generate(folder.path(), "large.yaml", &[]), 0);
    ends(&generate(folder.path(), "large.yaml", &["--check"]), 0);
    let left = snapshot(folder.path()).into_keys();
    let left: Vec<_> = left
        .filter(|path| path.extension().is_some_and(|it| it == "new"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn runs_at_once_wait_for_each_other() {
    let folder = folder();
    for _ in 0..3 {
        let children: Vec<Child> = (0..8)
            .map(|n| {
                let spec = if n % 2 == 0 {
                    "large.yaml"
                } else {
                    "small.yaml"
                };
                let mut command = command(folder.path(), &arguments(spec, &[]));
                command
                    .stdout(Stdio::null())
                    .stderr(Stdio::piped())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for child in children {
            ends(&child.wait_with_output().unwrap(), 0);
        }
        let specs = ["small.yaml", "large.yaml"];
        let current = specs.map(|spec| generate(folder.path(), spec, &["--check"]).status.code());
        assert!(current.contains(&Some(0)), "files of two runs are mixed");
    }
}
