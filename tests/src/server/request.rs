//! A request as it came.

use std::fmt;

/// The bytes of one request, up to its end or to where they stopped coming.
#[derive(Clone, PartialEq, Eq)]
pub struct Received(pub(super) Vec<u8>);

impl Received {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes as text; what is not UTF-8 is replaced.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }

    /// The first line.
    #[must_use]
    pub fn line(&self) -> String {
        self.text().lines().next().unwrap_or_default().to_owned()
    }

    /// The request target: what stands between method and version.
    #[must_use]
    pub fn target(&self) -> String {
        self.line().split(' ').nth(1).unwrap_or_default().to_owned()
    }

    /// The values of a header as bytes, without the optional whitespace around them
    /// (RFC 9110 §5.5).
    #[must_use]
    pub fn header(&self, name: &str) -> Vec<Vec<u8>> {
        let head = self.0.get(..head_length(&self.0)).unwrap_or(&self.0);
        head.split(|byte| *byte == b'\n')
            .skip(1)
            .filter_map(|line| {
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                let colon = line.iter().position(|byte| *byte == b':')?;
                let (found, value) = line.split_at(colon);
                let value = value.get(1..)?;
                found
                    .eq_ignore_ascii_case(name.as_bytes())
                    .then(|| without_whitespace(value).to_vec())
            })
            .collect()
    }

    /// Whether all of a request has come: its head, and as much body as the head announces, or all
    /// chunks.
    pub(super) fn is_whole(&self) -> bool {
        let head = head_length(&self.0);
        if self.header("transfer-encoding") == [b"chunked"] {
            // Of the bodies of these tests no chunk looks like the last one.
            return self.0.len() > head && self.0.ends_with(b"0\r\n\r\n");
        }
        let announced = self.header("content-length").first().map_or(0, |value| {
            String::from_utf8_lossy(value).parse().unwrap_or(0)
        });
        self.0.get(head.saturating_sub(4)..head) == Some(b"\r\n\r\n")
            && self.0.len() >= head + announced
    }
}

fn without_whitespace(value: &[u8]) -> &[u8] {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let start = value.iter().position(|byte| !blank(byte));
    let end = value.iter().rposition(|byte| !blank(byte));
    match (start, end) {
        (Some(start), Some(end)) => value.get(start..=end).unwrap_or_default(),
        _ => &[],
    }
}

/// Where the head ends, after its empty line; all there is where it does not end.
fn head_length(bytes: &[u8]) -> usize {
    bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .map_or(bytes.len(), |at| at + 4)
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text(), f)
    }
}
