//! What is said of examples that are not what their schemas say.

use super::{Fault, Verdict, Weight};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// One message for an example, about the worst of its faults.
pub(super) fn report(verdict: &Verdict, diagnostics: &mut Diagnostics) {
    let broken = verdict.broken();
    let Some(fault) = broken.or(verdict.faults.first()) else {
        return;
    };
    let is_alike = |other: &&Fault| (other.weight == Weight::Broken) == broken.is_some();
    let others = verdict.faults.iter().filter(is_alike).count() - 1;
    let more = match others {
        0 => String::new(),
        1 => ", and one fault more".to_owned(),
        more => format!(", and {more} faults more"),
    };
    let (code, help) = match broken {
        Some(_) => (
            Code::FaultyExample,
            "mend the example or its schema: its test is written, and ignored until then",
        ),
        None => (
            Code::LooseExample,
            "mend the example or its schema: its test leaves out what the schema does not have",
        ),
    };
    let subject = match fault.path.last() {
        None => "this example ".to_owned(),
        Some(_) => "here this example ".to_owned(),
    };
    let at = verdict.shown.origin(&fault.path);
    let message = format!("{subject}{}{more}", fault.what);
    let diagnostic = Diagnostic::new(code, at.value(), message);
    diagnostics.push(
        diagnostic
            .also(fault.schema.value(), "its schema")
            .help(help),
    );
}
