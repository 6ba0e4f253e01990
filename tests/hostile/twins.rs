//! Every position × every payload.

use std::{path::Path, thread};

use outspoken_codegen::{
    Generated,
    render::{self, Style},
};

use super::{
    cases::{self, Payload, Template},
    markdown::{self, Page},
    shape::{Shape, shape},
};

/// What is generated from the harmless document.
struct Twin {
    files: Vec<(String, String)>,
    shape: Shape,
    /// Links to items, over all pages.
    links: usize,
    warnings: usize,
}

impl Twin {
    fn of(template: &Template) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let generated = cases::generated(folder.path(), &template.harmless());
        let said = rendered(&generated);
        assert!(!generated.diagnostics.has_errors(), "{said}");
        let shape = shape(&generated.files).unwrap();
        let links = pages(&shape).iter().map(|page| page.items).sum();
        Self {
            files: generated.files,
            shape,
            links,
            warnings: generated.diagnostics.warnings(),
        }
    }

    /// Whether a document is accepted, or what is wrong with what came of it.
    fn compare(&self, folder: &Path, text: &str) -> Result<bool, String> {
        let generated = cases::generated(folder, text);
        let said = rendered(&generated);
        if said.chars().any(|c| c.is_control() && c != '\n') {
            return Err("a message holds a control character".to_owned());
        }
        if generated.diagnostics.has_errors() {
            return if said.contains("twin.json:1:") && generated.files.is_empty() {
                Ok(false)
            } else {
                Err(format!("refused without a place:\n{said}"))
            };
        }
        if generated.files == self.files {
            // What is said there is not generated at all.
            return Ok(true);
        }
        if names(&generated.files) != names(&self.files) {
            return Err(format!("other files: {:?}", names(&generated.files)));
        }
        for (name, text) in &generated.files {
            if let Some(unseen) = text.chars().find(|c| is_unseen(*c)) {
                return Err(format!("{name} holds {unseen:?}"));
            }
        }
        let found = shape(&generated.files)?;
        if generated.diagnostics.warnings() > self.warnings {
            // What it is in has no effect then, of which the document's author is told.
            return self.compare_rest(&found).map(|()| false);
        }
        self.compare_items(&found)?;
        self.compare_pages(&found)?;
        Ok(true)
    }

    /// What is generated where something was left out: no more than of the twin.
    fn compare_rest(&self, found: &Shape) -> Result<(), String> {
        if found.items.len() > self.shape.items.len() {
            return Err("something was left out, and more came of it".to_owned());
        }
        let pages = pages(found).into_iter().zip(&found.docs);
        let is_harmful = |page: &Page| page.rust > 0 || !page.html.is_empty();
        match pages.into_iter().find(|(page, _)| is_harmful(page)) {
            Some((page, text)) => Err(format!("harmful documentation: {page:?}\n{text}")),
            None => Ok(()),
        }
    }

    fn compare_items(&self, found: &Shape) -> Result<(), String> {
        if found.items.len() != self.shape.items.len() {
            let (here, there) = (found.items.len(), self.shape.items.len());
            return Err(format!("{here} items, and its twin has {there}"));
        }
        let mut both = found.items.iter().zip(&self.shape.items);
        match both.find(|(here, there)| here != there) {
            Some((here, there)) => Err(format!("an item differs:\n{here}\n{there}")),
            None => Ok(()),
        }
    }

    fn compare_pages(&self, found: &Shape) -> Result<(), String> {
        let mut links = 0;
        for (text, page) in found.docs.iter().zip(pages(found)) {
            links += page.items;
            let harmless = Page {
                items: page.items,
                ..Page::default()
            };
            if page != harmless {
                return Err(format!("harmful documentation: {page:?}\n{text}"));
            }
        }
        if links != self.links {
            return Err(format!(
                "{links} links to items, and its twin has {}",
                self.links
            ));
        }
        Ok(())
    }
}

fn names(files: &[(String, String)]) -> Vec<&str> {
    files.iter().map(|(name, _)| name.as_str()).collect()
}

fn pages(shape: &Shape) -> Vec<Page> {
    shape.docs.iter().map(|text| markdown::page(text)).collect()
}

fn rendered(generated: &Generated) -> String {
    render::text(
        &generated.diagnostics,
        &generated.sources,
        &Style::default(),
    )
}

/// Characters that no one should find in source code.
fn is_unseen(c: char) -> bool {
    let moves = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    moves || (c.is_control() && c != '\n')
}

#[test]
fn hostile_text_is_inert() {
    let templates = cases::templates();
    let payloads = cases::payloads();
    let twins: Vec<_> = templates.iter().map(Twin::of).collect();
    let jobs = templates.iter().zip(&twins);
    let jobs: Vec<_> = jobs
        .flat_map(|(template, twin)| {
            template
                .positions
                .iter()
                .map(move |at| (template, twin, at))
        })
        .collect();
    let halves = jobs.chunks(jobs.len().div_ceil(2));
    let tried: Vec<Tried> = thread::scope(|scope| {
        let workers: Vec<_> = halves
            .map(|half| {
                scope.spawn(|| {
                    half.iter()
                        .map(|job| fill(*job, &payloads))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().unwrap())
            .collect()
    });
    let faults: Vec<_> = tried
        .iter()
        .flat_map(|one| &one.faults)
        .map(String::as_str)
        .collect();
    assert!(
        faults.is_empty(),
        "{}\n{} faults",
        faults.join("\n"),
        faults.len()
    );
    let never = tried.iter().filter(|one| one.accepted == 0);
    let never: Vec<_> = never.map(|one| &one.position).collect();
    assert!(never.is_empty(), "nothing was accepted in {never:?}");
    let accepted: usize = tried.iter().map(|one| one.accepted).sum();
    let all = tried.len() * payloads.len();
    assert!(
        accepted * 10 >= all * 8,
        "only {accepted} of {all} were accepted"
    );
}

/// What came of the payloads in one position.
struct Tried {
    position: String,
    accepted: usize,
    faults: Vec<String>,
}

fn fill((template, twin, position): (&Template, &Twin, &String), payloads: &[Payload]) -> Tried {
    let folder = tempfile::tempdir().unwrap();
    let mut tried = Tried {
        position: format!("{position} of {}", template.name),
        accepted: 0,
        faults: Vec::new(),
    };
    for payload in payloads {
        let text = template.filled(|other| match other == position {
            true => template.fitted(position, payload),
            false => cases::word(other),
        });
        match twin.compare(folder.path(), &text) {
            Ok(accepted) => tried.accepted += usize::from(accepted),
            Err(fault) => {
                let fault = format!("{} in {}: {fault}", payload.name, tried.position);
                tried.faults.push(fault);
            }
        }
    }
    tried
}
