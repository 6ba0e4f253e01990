//! Where the API is: `schemes`, `host` and `basePath` (Swagger 2.0 §5.2.1).

use super::super::{
    expect::Wanted,
    node::Node,
    reader::Reader,
    server::{is_reachable, is_usable},
};
use crate::{
    diagnostic::{Code, Diagnostic, Origin},
    model::Server,
};

/// Schemes that a client of HTTP speaks: what is encrypted goes first.
const SPOKEN: [&str; 2] = ["https", "http"];
/// Schemes that there are beside those.
const OTHERS: [&str; 2] = ["wss", "ws"];

impl<'a> Reader<'a> {
    /// The servers of the document: one for each scheme.
    pub(in crate::front) fn v20_servers(&mut self, root: &Node<'a>) -> Vec<Server> {
        let path = self.base_path(root);
        let Some((host, at)) = self.host(root) else {
            // Without a host it is where the document was found, which only the caller knows.
            return path.into_iter().map(server).collect();
        };
        if host.contains("://") {
            return vec![server(format!("{host}{}", path.unwrap_or_default()))];
        }
        let mut schemes = self.schemes(root);
        if schemes.is_empty() {
            let usual = usual_scheme(host);
            let message = format!("nothing says how the host is reached: `{usual}` is taken");
            let help = format!("write `schemes: [{usual}]`");
            self.report(Diagnostic::new(Code::Tolerated, at.key(), message).help(help));
            schemes.push(usual);
        }
        let path = path.unwrap_or_default();
        let urls = schemes
            .into_iter()
            .map(|scheme| format!("{scheme}://{host}{path}"));
        urls.map(server).collect()
    }

    /// The servers of an operation, where its own schemes lead to others than the document's.
    pub(in crate::front) fn v20_own_servers(
        &mut self,
        root: &Node<'a>,
        operation: &Node<'a>,
    ) -> Vec<Server> {
        let own = self.schemes(operation);
        let of_all = self.schemes(root);
        let Some((host, _)) = self.host(root).filter(|(host, _)| !host.contains("://")) else {
            return Vec::new();
        };
        let first = of_all.first().copied();
        let first = first.unwrap_or_else(|| usual_scheme(host));
        if own.first().is_none_or(|own| *own == first) {
            return Vec::new();
        }
        let path = self.base_path(root).unwrap_or_default();
        let urls = own
            .into_iter()
            .map(|scheme| format!("{scheme}://{host}{path}"));
        urls.map(server).collect()
    }

    /// The schemes of HTTP among those of a level, `https` first.
    fn schemes(&mut self, level: &Node<'a>) -> Vec<&'static str> {
        let listed = self.list(level, "schemes");
        let mut found = Vec::new();
        for one in &listed {
            let name = one.value.as_str().unwrap_or_default().to_ascii_lowercase();
            if let Some(spoken) = SPOKEN.iter().find(|known| **known == name) {
                found.push(*spoken);
                continue;
            }
            let is_other = OTHERS.contains(&&*name);
            let shown = name.escape_debug();
            let message = match is_other {
                true => format!("`{shown}` is no HTTP, and is left out"),
                false => format!("`{shown}` is no scheme, and has no effect"),
            };
            let help = match self.closest(&name, SPOKEN) {
                Some(near) if !is_other => format!("did you mean `{near}`?"),
                _ => "the client speaks `https` and `http`".to_owned(),
            };
            let place = self.value_place(&one.at);
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
        }
        SPOKEN
            .into_iter()
            .filter(|one| found.contains(one))
            .collect()
    }

    /// The host, and where it stands. Some write a scheme before it, or a slash behind it.
    fn host(&mut self, root: &Node<'a>) -> Option<(&'a str, Origin)> {
        let member = root.get("host")?;
        let Some(text) = member.value.as_str() else {
            self.wrong_kind(&member, "`host`", Wanted::Text);
            return None;
        };
        let host = text.trim_end_matches('/');
        if host.contains("://") {
            let message = "`host` is a host, and this is a URL, which is read as one";
            let help = "write the host alone, and the scheme in `schemes`";
            let place = member.at.value();
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        let can_be_called = match host.contains("://") {
            true => is_usable(host),
            false => is_reachable(host),
        };
        if !can_be_called {
            let message = "no request can go to this host, so the client needs a `base_url`";
            let help = "write it like `api.example.com`";
            let place = member.at.value();
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return None;
        }
        Some((host, member.at))
    }

    /// The path before all paths, without a slash at its end.
    fn base_path(&mut self, root: &Node<'a>) -> Option<String> {
        let member = root.get("basePath")?;
        let Some(text) = member.value.as_str() else {
            self.wrong_kind(&member, "`basePath`", Wanted::Text);
            return None;
        };
        if !text.starts_with('/') && !text.is_empty() {
            let message = "`basePath` begins with a slash, and is read as if it did";
            let help = format!("write `/{}`", text.escape_debug());
            let place = member.at.value();
            self.report(Diagnostic::new(Code::Tolerated, place, message).help(help));
        }
        let odd = |c: char| c.is_whitespace() || c.is_control() || "?#\\<>\"{}|^`".contains(c);
        if text.contains(odd) {
            let message = "no request can go to this path, so it is left out";
            let help = "write it like `/v1`";
            let place = member.at.value();
            self.report(Diagnostic::new(Code::Ignored, place, message).help(help));
            return None;
        }
        let path = text.trim_matches('/');
        Some(if path.is_empty() {
            String::new()
        } else {
            format!("/{path}")
        })
    }
}

/// What is encrypted, but for this machine, where there is hardly a certificate.
fn usual_scheme(host: &str) -> &'static str {
    let name = host.split(':').next().unwrap_or_default();
    if name == "localhost" || name.starts_with("127.") {
        "http"
    } else {
        "https"
    }
}

fn server(url: String) -> Server {
    Server {
        url,
        name: None,
        description: None,
        variables: Vec::new(),
    }
}
