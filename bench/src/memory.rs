//! How much memory and time this process has taken, as Linux tells it (proc(5)).

use std::{fs, time::Duration};

use rustix::time::{ClockId, clock_gettime};

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

/// Seconds of processor time, which other programs' work does not lengthen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Processor {
    /// In the program itself and in the kernel.
    pub whole: f64,
    /// In the kernel, to a hundredth of a second: most of it for pages of memory, which take longer
    /// where the machine is a guest.
    pub kernel: f64,
}

impl Processor {
    /// What came since.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            whole: self.whole - before.whole,
            kernel: self.kernel - before.kernel,
        }
    }
}

/// The processor time so far; what the system does not tell of it is nothing.
#[must_use]
pub fn processor() -> Processor {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    let spent = Duration::try_from(spent).unwrap_or_default();
    Processor {
        whole: spent.as_secs_f64(),
        kernel: kernel().unwrap_or_default(),
    }
}

fn kernel() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // What stands before the last parenthesis is the program's name.
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks: f64 = fields.split_whitespace().nth(12)?.parse().ok()?;
    Some(ticks / 100.0)
}

/// Forgets the peak so far, where the system can.
pub fn reset() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
