//! The same document gives the same bytes, wherever it lies and however it is called.

use std::{env, fs, path::Path};

use outspoken_codegen::{Config, generate};
use outspoken_tests::repo;

use super::document::{self, Document};

/// A folder whose name would be noticed.
const SOMEONE: &str = "home-of-mallory-6f3a";

type Files = Vec<(String, String)>;

fn generated(path: &Path, name: &str, stem: &str) -> Files {
    generate(path, name, &Config::new(stem)).files
}

#[test]
fn the_folder_does_not_matter() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let deep = folders[1].path().join(SOMEONE).join("a/b");
    fs::create_dir_all(&deep).unwrap();
    let mut documents = document::all();
    let runs = [folders[0].path(), &deep].map(|folder| {
        // In the other order: nothing that one document leaves behind may reach the next.
        documents.reverse();
        let run = documents.iter().map(|document| {
            let copy = document.copy(folder);
            let files = generated(&copy, &copy.display().to_string(), &document.stem);
            (document.stem.clone(), files)
        });
        let mut run: Vec<_> = run.collect();
        run.sort();
        run
    });
    let [one, other] = runs;
    assert!(one.iter().all(|(_, files)| !files.is_empty()));
    assert!(one == other, "two folders, two outcomes");
    for (stem, files) in other {
        for (file, text) in files {
            let folder = folders[1].path().display().to_string();
            let told = text.contains(SOMEONE) || text.contains(&folder);
            assert!(!told, "{file} of {stem} says where it was generated");
        }
    }
}

#[test]
fn relative_and_absolute_paths_are_one() {
    for document in document::all() {
        let Document { path, stem, .. } = &document;
        let below = path.strip_prefix(repo::root()).unwrap();
        // Tests run in the folder of their crate.
        assert_eq!(env::current_dir().unwrap(), repo::tests());
        let relative = Path::new("..").join(below);
        let absolute = generated(path, "absolute", stem);
        assert!(!absolute.is_empty());
        assert!(
            absolute == generated(&relative, "relative", stem),
            "{stem} depends on how its path is written"
        );
    }
}

#[test]
fn nothing_of_this_machine_is_told() {
    let root = repo::root().display().to_string();
    let home = env::var("HOME").unwrap_or_default();
    let secrets: Vec<_> = [root, home].into_iter().filter(|s| s.len() > 3).collect();
    for document in document::all() {
        let source = fs::read_to_string(&document.path).unwrap();
        for (file, text) in document.generate().files {
            let told = secrets.iter().find(|secret| text.contains(*secret));
            assert_eq!(told, None, "{file} of {}", document.stem);
            for line in text.lines() {
                let dated = dates(line).find(|date| !source.contains(date));
                assert_eq!(dated, None, "{file} of {}: {line}", document.stem);
            }
        }
    }
}

/// What looks like a date of this century, or a year.
fn dates(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_ascii_digit() && c != '-' && c != ':');
    words.filter(|word| {
        let year = word.split('-').next().unwrap_or_default();
        year.len() == 4 && year.starts_with("20")
    })
}
