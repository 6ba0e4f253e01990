//! How much memory this process has taken, as Linux tells it (proc(5)).

use std::fs;

/// The most bytes of memory so far, or since [`reset`]; `None` where the system does not tell.
#[must_use]
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Forgets the peak so far, where the system can.
pub fn reset() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
