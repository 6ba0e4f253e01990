//! Bytes of a file to text.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use super::Limits;
use super::failure::Failure;
use crate::diagnostic::{Code, closest};

/// Reads a file as text; `name` is how diagnostics call it.
pub(super) fn read(path: &Path, name: &str, limits: &Limits) -> Result<String, Failure> {
    let unreadable = |error: &io::Error| unreadable(path, name, error);
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        let message = format!("`{name}` is a folder, not a file");
        return Err(Failure::new(Code::UnreadableFile, message));
    }
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    if metadata.len() > most {
        return Err(too_large(name, limits));
    }
    // The length may be a lie: pipes and devices have none.
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
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let wide = matches!(*bytes, [0, _, ..] | [_, 0, ..]);
    String::from_utf8(bytes)
        .map_err(|error| error.utf8_error().valid_up_to())
        .and_then(|text| {
            // UTF-16 without a mark is valid UTF-8 full of zeros.
            if wide { Err(0) } else { Ok(text) }
        })
        .map_err(|at| {
            let (message, help) = if utf16 || wide {
                (
                    format!("`{name}` is UTF-16 or UTF-32, not UTF-8"),
                    format!("convert it: iconv -f UTF-16 -t UTF-8 {name}"),
                )
            } else {
                (
                    format!("`{name}` is not UTF-8: byte {at} is no character"),
                    "save it as UTF-8; if it is Latin-1 now, convert it with iconv".to_owned(),
                )
            };
            Failure::new(Code::NotUtf8, message).help(help)
        })
}

fn too_large(name: &str, limits: &Limits) -> Failure {
    let message = format!("`{name}` is larger than {} bytes", limits.bytes);
    Failure::new(Code::LimitExceeded, message)
}

fn unreadable(path: &Path, name: &str, error: &io::Error) -> Failure {
    if error.kind() != io::ErrorKind::NotFound {
        let message = format!("`{name}` cannot be read: {error}");
        return Failure::new(Code::UnreadableFile, message);
    }
    let message = format!("there is no file `{name}`");
    let failure = Failure::new(Code::UnreadableFile, message);
    match neighbour(path) {
        Some(near) => failure.help(format!("did you mean `{near}`, in the same folder?")),
        None => failure
            .help("relative paths start at the working folder, those of a `$ref` at its file"),
    }
}

/// The file beside a missing one whose name is nearest.
fn neighbour(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let entries = fs::read_dir(folder).ok()?.take(10_000);
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    // Folders list their files in any order; the suggestion must not.
    let mut names: Vec<_> = names.collect();
    names.sort_unstable();
    closest(wanted, names.iter().map(String::as_str)).map(str::to_owned)
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
            "`api.yaml` is not UTF-8: byte 10 is no character"
        );
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
    fn an_endless_file_is_refused() {
        let limits = Limits {
            bytes: 1 << 20,
            ..Limits::default()
        };
        let diagnostic = read(Path::new("/dev/zero"), &limits).unwrap_err();
        assert_eq!(diagnostic.code, Code::LimitExceeded);
    }
}
