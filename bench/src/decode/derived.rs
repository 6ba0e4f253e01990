//! A client whose types are read by serde's derive: the same text, which finds other macros.

use outspoken_codegen::Generated;

/// The name of the package.
pub(super) fn name(client: &str) -> String {
    format!("derived_{client}")
}

/// What macros cannot change: without a client and webhooks nothing else of the runtime is asked for.
pub(super) fn derive(generated: &mut Generated) {
    generated.tests.clear();
    let is_kept = |path: &str| !matches!(path, "client.rs" | "webhooks.rs");
    generated.files.retain(|(path, _)| is_kept(path));
    for (path, text) in &mut generated.files {
        if path == "mod.rs" {
            *text = root(text);
        }
    }
}

/// The root without the client, for which two names stand that others import.
fn root(text: &str) -> String {
    let lines = text.lines().filter(|line| {
        !line.starts_with("//!")
            && !line.contains("mod client;")
            && !line.contains("mod webhooks;")
            && !line.starts_with("pub use client::")
    });
    let mut root: String = lines.map(|line| format!("{line}\n")).collect();
    root.push_str("pub struct Call;\npub struct Client;\n");
    root
}
