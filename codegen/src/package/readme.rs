//! The package's README.

use super::Package;
use crate::Generated;

pub(super) fn readme(package: &Package, generated: &Generated) -> String {
    let Generated {
        title, first_call, ..
    } = generated;
    let name = &package.name;
    format!(
        "# {name}

{title}: a client that Outspoken generated. Every operation has its own error enum.

```rust,no_run
{first_call}```

`cargo doc --open` shows the operations, and what can go wrong in each.
"
    )
}
