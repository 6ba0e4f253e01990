//! Bytes of a file to text.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::Limits;
use super::failure::Failure;
use crate::{
    collection::order,
    diagnostic::{Code, closest},
};

/// Reads a file as text; `name` is how diagnostics call it.
pub(super) fn read(path: &Path, name: &str, limits: &Limits) -> Result<String, Failure> {
    let unreadable = |error: &io::Error| unreadable(path, name, error);
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(is_folder(path, name));
    }
    // Opening a pipe that nobody writes into would wait for ever, as would reading some devices.
    if !metadata.is_file() {
        let message = format!("`{name}` is a pipe or a device, not a file");
        let help = "save the document as a file first";
        return Err(Failure::new(Code::UnreadableFile, message).help(help));
    }
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    if metadata.len() > most {
        return Err(too_large(name, limits));
    }
    // The length may be a lie: some file systems tell none, and a file may grow while it is read.
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let mut file = file.take(most.saturating_add(1));
    file.read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() > limits.bytes {
        return Err(too_large(name, limits));
    }
    decode(bytes, name)
}

fn decode(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    let refused = |(what, help): (&str, &str)| {
        Failure::new(Code::NotUtf8, format!("`{name}` {what}")).help(help)
    };
    if let Some(other) = other_format(&bytes) {
        return Err(refused(other));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        if bytes.contains(&0) {
            return refused(NO_TEXT);
        }
        let line = bytes
            .iter()
            .take(good)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        let what = format!("is not UTF-8: line {line} holds a byte that is no character");
        refused((&what, LATIN))
    })
}

const LATIN: &str = "save it as UTF-8; if it is Latin-1 now, this converts it:\n\
    iconv -f LATIN1 -t UTF-8 OLD > NEW";
const WIDE: (&str, &str) = (
    "is UTF-16 or UTF-32, not UTF-8",
    "save it as UTF-8, or convert it:\niconv -f UTF-16 -t UTF-8 OLD > NEW",
);
const PACKED: (&str, &str) = ("is compressed", "unpack it, and name the document in it");
const NO_TEXT: (&str, &str) = (
    "is no text",
    "name the document itself: a file in JSON or YAML",
);

/// What the bytes are, if they are no UTF-8 text at first sight, and what to do then.
fn other_format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let is_marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    // UTF-16 without a mark is valid UTF-8 full of zeros.
    if is_marked || matches!(*bytes, [0, _, ..] | [_, 0, ..]) {
        Some(WIDE)
    } else if bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(b"PK\x03\x04") {
        Some(PACKED)
    } else {
        bytes.starts_with(b"%PDF").then_some(NO_TEXT)
    }
}

fn too_large(name: &str, limits: &Limits) -> Failure {
    let message = format!("`{name}` is larger than {} bytes", limits.bytes);
    Failure::new(Code::LimitExceeded, message).help("take out what the client does not need")
}

fn is_folder(path: &Path, name: &str) -> Failure {
    let message = format!("`{name}` is a folder, not a file");
    let failure = Failure::new(Code::UnreadableFile, message);
    let is_document = |name: &&String| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        matches!(ending, Some("yaml" | "yml" | "json"))
    };
    match names_in(path).iter().find(is_document) {
        Some(document) => failure.help(format!("did you mean `{document}`, which is in it?")),
        None => failure.help("name the document itself: a file in JSON or YAML"),
    }
}

fn unreadable(path: &Path, name: &str, error: &io::Error) -> Failure {
    if error.kind() != io::ErrorKind::NotFound {
        let message = format!("`{name}` cannot be read: {error}");
        let help = "check the path, and that this user may read what is there";
        return Failure::new(Code::UnreadableFile, message).help(help);
    }
    if let Ok(target) = fs::read_link(path) {
        let message = format!("`{name}` is a link, and what it leads to is not there");
        let help = format!("it leads to `{}`: name another file", target.display());
        return Failure::new(Code::UnreadableFile, message).help(help);
    }
    let message = format!("there is no file `{name}`");
    let failure = Failure::new(Code::UnreadableFile, message);
    match neighbour(path) {
        Some(near) => failure.help(format!("did you mean `{near}`, in the same folder?")),
        None => failure.help(
            "check the spelling: a path starts at the working folder, that of a `$ref` at its file",
        ),
    }
}

/// The file beside a missing one whose name is nearest.
fn neighbour(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let names = names_in(folder);
    closest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
}

/// The names in a folder, in order: folders list their files in any, and suggestions must not.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(10_000);
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<_> = names.collect();
    order::sort(&mut names);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path, limits: &Limits) -> Result<String, Failure> {
        super::read(path, "api.yaml", limits)
    }

    fn refused(bytes: &[u8]) -> Failure {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("api.yaml");
        fs::write(&path, bytes).unwrap();
        read(&path, &Limits::default()).unwrap_err()
    }

    #[test]
    fn other_encodings_are_refused() {
        let wide: Vec<u8> = "a: 1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [&b"\xff\xfea\0"[..], b"\xfe\xff\0a", &wide] {
            let diagnostic = refused(bytes);
            assert_eq!(diagnostic.code, Code::NotUtf8);
            assert!(diagnostic.message.contains("UTF-16"));
        }
        let latin = refused(b"title: caf\xe9");
        assert_eq!(
            latin.message,
            "`api.yaml` is not UTF-8: line 1 holds a byte that is no character"
        );
        for (bytes, what) in [
            (&b"\x1f\x8b\x08\0"[..], "is compressed"),
            (b"PK\x03\x04\xff", "is compressed"),
            (b"%PDF-1.7\n\xff", "is no text"),
            (b"\x7fELF\x02\x01\0\xff", "is no text"),
        ] {
            assert_eq!(refused(bytes).message, format!("`api.yaml` {what}"));
        }
    }

    #[test]
    fn a_missing_file_suggests_its_neighbour() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("nexvio.yaml"), "a: 1").unwrap();
        let missing = read(&folder.path().join("nexivo.yaml"), &Limits::default()).unwrap_err();
        assert_eq!(missing.code, Code::UnreadableFile);
        let help = missing.help.unwrap();
        assert_eq!(help, "did you mean `nexvio.yaml`, in the same folder?");
        let folder = read(folder.path(), &Limits::default()).unwrap_err();
        assert_eq!(folder.message, "`api.yaml` is a folder, not a file");
        let help = folder.help.unwrap();
        assert_eq!(help, "did you mean `nexvio.yaml`, which is in it?");
    }

    #[test]
    fn a_gigabyte_is_refused_unread() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("api.yaml");
        File::create(&path).unwrap().set_len(1 << 30).unwrap();
        let start = std::time::Instant::now();
        let diagnostic = read(&path, &Limits::default()).unwrap_err();
        assert_eq!(diagnostic.code, Code::LimitExceeded);
        assert!(start.elapsed().as_millis() < 500);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("api.yaml");
        std::os::unix::fs::symlink("gone.yaml", &path).unwrap();
        let failure = read(&path, &Limits::default()).unwrap_err();
        assert_eq!(
            failure.message,
            "`api.yaml` is a link, and what it leads to is not there"
        );
        let help = failure.help.unwrap();
        assert_eq!(help, "it leads to `gone.yaml`: name another file");
    }

    #[cfg(unix)]
    #[test]
    fn what_has_no_end_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.yaml");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [Path::new("/dev/zero"), Path::new("/dev/full"), &pipe] {
            let diagnostic = read(path, &Limits::default()).unwrap_err();
            assert_eq!(diagnostic.code, Code::UnreadableFile);
            assert!(diagnostic.message.contains("pipe or a device"));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_lies_about_its_length_is_read() {
        let text = read(Path::new("/proc/self/status"), &Limits::default()).unwrap();
        assert!(text.contains("VmHWM"));
        let limits = Limits {
            bytes: 10,
            ..Limits::default()
        };
        let diagnostic = read(Path::new("/proc/self/status"), &limits).unwrap_err();
        assert_eq!(diagnostic.code, Code::LimitExceeded);
    }
}
