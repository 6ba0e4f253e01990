//! How much memory and time this process has taken, as Linux tells it (proc(5)).

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

/// Seconds of processor time so far, which other programs' work does not lengthen; `None` where the
/// system does not tell.
#[must_use]
pub fn processor() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // What stands before the last parenthesis is the program's name.
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: Option<f64> = ticks.map(|ticks| ticks.parse::<f64>().ok()).sum();
    Some(ticks? / 100.0)
}

/// Forgets the peak so far, where the system can.
pub fn reset() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
