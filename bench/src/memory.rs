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

/// Seconds of processor time, which other programs' work does not lengthen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Processor {
    /// In the program itself.
    pub own: f64,
    /// In the kernel: most of it for pages of memory, which take longer where the machine is a guest.
    pub kernel: f64,
}

impl Processor {
    /// All of it.
    #[must_use]
    pub fn whole(self) -> f64 {
        self.own + self.kernel
    }

    /// What came since.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            own: self.own - before.own,
            kernel: self.kernel - before.kernel,
        }
    }
}

/// The processor time so far; `None` where the system does not tell.
#[must_use]
pub fn processor() -> Option<Processor> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // What stands before the last parenthesis is the program's name.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut ticks = fields.split_whitespace().skip(11);
    let mut seconds = || Some(ticks.next()?.parse::<f64>().ok()? / 100.0);
    Some(Processor {
        own: seconds()?,
        kernel: seconds()?,
    })
}

/// Forgets the peak so far, where the system can.
pub fn reset() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}
