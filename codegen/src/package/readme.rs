//! The package's README.

use super::Package;
use crate::Generated;

pub(super) fn readme(package: &Package, generated: &Generated) -> String {
    let Generated {
        title, first_call, ..
    } = generated;
    let name = &package.name;
    let title = match title.as_str() {
        "" => "an API".to_owned(),
        title => escaped(title),
    };
    format!(
        "# {name}

A client of {title}, which Outspoken generated. Every operation has its own error enum.

```rust,no_run
{first_call}```

`cargo doc --open` shows the operations, and what can go wrong in each.
"
    )
}

/// Plain text within a line of Markdown (CommonMark §2.4): what could mean something is escaped.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if "\\`*_[]<>&~|!$".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
