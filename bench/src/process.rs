//! Commands that are run, and what they took.

use std::{
    fs,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What a command took.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// Seconds on the clock.
    pub wall: f64,
    /// Seconds of processor time, of it and all that it started, which other programs' work lengthens
    /// far less.
    pub processor: f64,
    /// The most bytes of memory that it had itself; zero where the system does not tell.
    pub peak: f64,
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or does not succeed: what it said.
pub fn run(command: &mut Command) -> Result<Took, String> {
    let said = tempfile::tempfile().map_err(|error| error.to_string())?;
    let copy = said.try_clone().map_err(|error| error.to_string())?;
    let shown = format!("{command:?}");
    let before = children();
    let start = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(said.try_clone().map_err(|error| error.to_string())?)
        .stderr(copy)
        .spawn();
    let mut child = child.map_err(|error| format!("{shown}: {error}"))?;
    let peak = watch(&mut child)?;
    let status = child.wait().map_err(|error| error.to_string())?;
    let took = Took {
        wall: start.elapsed().as_secs_f64(),
        processor: children() - before,
        peak,
    };
    if status.success() {
        Ok(took)
    } else {
        Err(format!("{shown} ended with {status}\n{}", text(said)))
    }
}

/// Waits until a process has ended, and looks at its memory meanwhile: the system keeps its peak for
/// as long as it runs, so that the last look is as good as all.
fn watch(child: &mut Child) -> Result<f64, String> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    while child
        .try_wait()
        .map_err(|error| error.to_string())?
        .is_none()
    {
        let now = fs::read_to_string(&status).ok().as_deref().and_then(most);
        peak = peak.max(now.unwrap_or_default());
        thread::sleep(Duration::from_millis(1));
    }
    Ok(peak)
}

/// The peak that a status of proc(5) tells.
fn most(status: &str) -> Option<f64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}

/// Seconds of processor time of all that this process has started and waited for, and what those have.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // What stands before the last parenthesis is the program's name.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(13).take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

fn text(mut file: fs::File) -> String {
    use std::io::{Read as _, Seek as _};
    let mut bytes = Vec::new();
    let _ = file.rewind().and_then(|()| file.read_to_end(&mut bytes));
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(20);
    lines.get(from..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_read() {
        assert_eq!(most("Name:\tx\nVmHWM:\t    12 kB\n"), Some(12288.0));
        assert_eq!(most("Name:\tx\n"), None);
    }

    #[test]
    fn what_fails_says_why() {
        let fault = run(Command::new("sh").args(["-c", "echo no; exit 3"])).unwrap_err();
        assert!(fault.contains("3") && fault.ends_with("no"), "{fault}");
    }
}
