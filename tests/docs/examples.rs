//! The blocks of pages that are written by hand:
//!
//! - `yaml document` is a document, and so is `yaml base`, in which blocks below it stand;
//! - `yaml at:PLACE` stands in the base, in the place of the comment `# PLACE`;
//! - `yaml overlay` is an overlay of the base;
//! - `refused:CODE` and `warned:CODE` say what there is to say of it; else there must be nothing;
//! - `yaml of:SPEC` is an excerpt of a document in `specs`;
//! - `text answers` are answers, each with what it becomes, of the document above, or of `of:SPEC`;
//! - `rust` is a documentation test, and `rust,ignore client:NAME` a program that calls the client of the
//!   document above by this name.

use outspoken_codegen::Generated;

use super::{
    answer::Answer,
    document,
    fence::{Fence, fences},
    program::{self, Client, Program},
};

const PAGES: &[&str] = &["docs/errors.md"];

#[derive(Default)]
struct Page {
    /// The document in which blocks stand.
    base: String,
    clients: Vec<Client>,
    /// Whether the last client is of the block above, which may be one that is refused.
    is_above: bool,
    faults: Vec<String>,
}

impl Page {
    fn read(&mut self, block: &Fence) -> Result<(), String> {
        let words: Vec<&str> = block.words.iter().map(String::as_str).collect();
        match (words.as_slice(), block.value("at"), block.value("of")) {
            // Run as a documentation test.
            (["rust"], ..) => Ok(()),
            (["rust,ignore", ..], ..) => self.program(block),
            (["yaml", "document", ..], ..) => self.client(block, &block.text()),
            (["yaml", "base", ..], ..) => {
                self.base = block.text();
                self.client(block, &block.text())
            }
            (["yaml", "overlay", ..], ..) => {
                let generated = document::read_with(&self.next_name(), &self.base, &block.text());
                self.judged(block, generated)
            }
            (["yaml", ..], Some(place), None) => {
                let whole = document::insert(&self.base, place, block)?;
                self.client(block, &whole)
            }
            (["yaml", ..], None, Some(spec)) if document::is_excerpt(spec, block) => Ok(()),
            (["yaml", ..], None, Some(spec)) => Err(format!("this is not so in specs/{spec}.yaml")),
            (["text", "answers", ..], None, spec) => {
                if let Some(spec) = spec {
                    self.add(document::of_spec(spec));
                    self.is_above = true;
                }
                self.answers(block)
            }
            _ => Err("nothing tests a block of this kind".to_owned()),
        }
    }

    fn client(&mut self, block: &Fence, text: &str) -> Result<(), String> {
        let generated = document::read(&self.next_name(), text);
        self.judged(block, generated)
    }

    fn next_name(&self) -> String {
        format!("page-{}", self.clients.len())
    }

    fn judged(&mut self, block: &Fence, generated: Generated) -> Result<(), String> {
        let judged = document::judge(block, &generated);
        self.is_above = !generated.files.is_empty();
        if self.is_above {
            self.add(generated);
        }
        judged
    }

    fn add(&mut self, generated: Generated) {
        self.clients.push(Client {
            name: format!("page_{}", self.clients.len()),
            generated,
            answers: Vec::new(),
            programs: Vec::new(),
        });
    }

    fn program(&mut self, block: &Fence) -> Result<(), String> {
        let name = block.value("client").ok_or("it has no `client:NAME`")?;
        let client = self.clients.last_mut().filter(|_| self.is_above);
        let client = client.ok_or("there is no client above")?;
        client.programs.push(Program {
            place: block.place.clone(),
            client: name.to_owned(),
            text: block.text(),
        });
        Ok(())
    }

    fn answers(&mut self, block: &Fence) -> Result<(), String> {
        let client = self.clients.last_mut().filter(|_| self.is_above);
        let client = client.ok_or("there is no client above")?;
        for line in &block.lines {
            let answer = Answer::parse(line);
            let answer = answer.ok_or_else(|| format!("this is no answer: {line}"))?;
            client.answers.push((block.place.clone(), answer));
        }
        Ok(())
    }
}

#[test]
fn every_block_is_as_the_page_says() {
    for page in PAGES {
        let mut read = Page::default();
        for block in fences(page) {
            if let Err(fault) = read.read(&block) {
                read.faults.push(format!("{}: {fault}", block.place));
            }
        }
        let Page {
            clients,
            mut faults,
            ..
        } = read;
        let made = program::write(&clients);
        faults.extend(program::run(&made, &clients));
        let became = program::tell(&made);
        let answers: Vec<_> = clients.iter().flat_map(|client| &client.answers).collect();
        assert_eq!(answers.len(), became.len(), "{page}");
        assert!(!answers.is_empty(), "{page}");
        for ((place, answer), became) in answers.into_iter().zip(&became) {
            let difference = answer.difference(became);
            faults.extend(difference.map(|difference| format!("{place}: {difference}")));
        }
        assert!(faults.is_empty(), "{page}:\n{}", faults.join("\n"));
    }
}
