//! Runs a command for its standard output.

use std::io::Read as _;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::config::CommandSource;
use crate::domain::Problem;
use crate::import::Progress;
use crate::{say, word};

use super::piped::{Piped, Stream};

/// What is kept of what it complains, in bytes.
const COMPLAINT: u64 = 4096;

/// Everything that the command writes to standard output.
///
/// # Errors
/// That it cannot be started, takes too long, writes too much, or ends with another status than 0; with the last line
/// that it wrote to standard error.
pub(super) fn output(source: &CommandSource, progress: Option<&Progress>) -> Result<Piped, Problem> {
    let name = source.name();
    if let Some(progress) = progress {
        progress.begin(&name, 0);
    }
    let mut child = start(source).map_err(|error| {
        Problem::whole_file(&*name, say!("live.not-started", error = error), word!("live.check-command"))
    })?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let complaint = thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stderr {
            let _ = stream.by_ref().take(COMPLAINT).read_to_end(&mut bytes);
            // It must not wait for somebody to read the rest.
            let _ = std::io::copy(&mut stream, &mut std::io::sink());
        }
        String::from_utf8_lossy(&bytes).trim().lines().last().unwrap_or_default().to_owned()
    });
    let stream = stdout.map_or_else(|| Stream::of(std::io::empty(), &name), |stream| Stream::of(stream, &name));
    let end = Instant::now() + source.timeout;
    let output = stream.wait(&name, Some(end), progress).inspect_err(|_| stop(&mut child))?;
    let ended = output.and_then(|output| Some((output, ended(&mut child, end)?)));
    let Some((output, status)) = ended else {
        stop(&mut child);
        return Err(too_long(source));
    };
    if status.success() {
        return Ok(output);
    }
    let complaint = complaint.join().unwrap_or_default();
    let status = status.code().map_or_else(|| status.to_string(), |code| say!("live.status", code = code));
    let what =
        if complaint.is_empty() { status } else { say!("live.complaint", status = status, complaint = complaint) };
    Err(Problem::whole_file(name, what, word!("live.check-command")))
}

fn start(source: &CommandSource) -> std::io::Result<Child> {
    let mut command = Command::new(&source.command[0]);
    command.args(&source.command[1..]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // In a group of its own it hears nothing of the keys that are meant for the dashboard, and ends as a whole.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.spawn()
}

/// How it ended, once its output has; `None` where it does not end in time.
fn ended(child: &mut Child, end: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < end => thread::sleep(Duration::from_millis(2)),
            Ok(None) | Err(_) => return None,
        }
    }
}

/// Ends the command and what it has started.
fn stop(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // Where it has ended already, there is nobody to tell.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn too_long(source: &CommandSource) -> Problem {
    let what = say!("live.too-long", seconds = source.timeout.as_secs());
    Problem::whole_file(source.name(), what, word!("live.too-long-hint"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::runtime::disk;

    fn run(script: &str, timeout: u64) -> Result<Vec<u8>, String> {
        let command = ["sh", "-c", script].map(str::to_owned).to_vec();
        let source = CommandSource { command, every: None, timeout: Duration::from_millis(timeout) };
        let piped = output(&source, None).map_err(|problem| problem.what)?;
        disk::whole(&piped, "output").map_err(|problem| problem.what)
    }

    #[test]
    fn what_it_writes_is_taken_and_how_it_fails_is_told() {
        assert_eq!(run("printf 'a,b'", 5000), Ok(b"a,b".to_vec()));
        assert_eq!(
            run("printf x; echo first >&2; echo no network >&2; exit 3", 5000),
            Err("exit status 3: no network".to_owned())
        );
        assert_eq!(run("exit 1", 5000), Err("exit status 1".to_owned()));
        assert!(run("kill -9 $$", 5000).unwrap_err().contains("signal"));
    }

    #[test]
    fn what_takes_too_long_ends_with_all_that_it_started() {
        let before = Instant::now();
        assert!(run("sleep 60 & sleep 60", 300).unwrap_err().contains("took longer than"));
        assert!(run("exec >&-; sleep 60", 300).unwrap_err().contains("took longer than"));
        assert!(before.elapsed() < Duration::from_secs(30));
    }

    #[test]
    fn much_of_either_stream_does_not_stall_it() {
        assert_eq!(
            run("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2", 20_000).map(|bytes| bytes.len()),
            Ok(3_000_000)
        );
    }
}
