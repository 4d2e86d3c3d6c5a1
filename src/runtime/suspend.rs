//! Stopping the process, as Ctrl-Z does in a program that leaves the terminal alone.

use crate::word;

/// Stops this process until it is continued. Call [`check`] first, and give the terminal back.
pub fn stop() {
    // SIGTSTP is caught by us, so the stop itself has to be the one that cannot be.
    #[cfg(unix)]
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

/// Says why the process should not stop, if so.
///
/// Started without a job-control shell (`ssh -t host tradedeck`, `docker run -it`, a terminal's
/// own command) nobody could continue it. The kernel ignores SIGTSTP in that case, but not SIGSTOP.
pub fn check() -> Result<(), String> {
    if cfg!(not(unix)) {
        return Err(word!("runtime.there-no-suspending-system").to_owned());
    }
    let own = std::process::id();
    if orphaned(own, |pid| std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()) {
        return Err(word!("runtime.cannot-suspend-no-shell").to_owned());
    }
    Ok(())
}

/// The numbers of a process that decide about job control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kin {
    parent: u32,
    group: u32,
    session: u32,
}

/// True if no ancestor outside the process group is in the same session. Where there is no `/proc`,
/// the answer is no.
fn orphaned(own: u32, stat: impl Fn(u32) -> Option<String>) -> bool {
    let kin = |pid| stat(pid).as_deref().and_then(parse);
    let Some(me) = kin(own) else { return false };
    let mut ancestor = kin(me.parent);
    while let Some(found) = ancestor {
        if found.session != me.session {
            return true;
        }
        if found.group != me.group {
            return false;
        }
        ancestor = kin(found.parent);
    }
    true
}

/// Reads `pid (any name) state parent group session …`; the name may hold blanks and brackets.
fn parse(stat: &str) -> Option<Kin> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(1).map(|field| field.parse().ok());
    Some(Kin { parent: fields.next()??, group: fields.next()??, session: fields.next()?? })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A process table of (pid, parent, group, session).
    fn table(rows: &'static [(u32, u32, u32, u32)]) -> impl Fn(u32) -> Option<String> {
        move |pid| {
            let row = rows.iter().find(|row| row.0 == pid)?;
            Some(format!("{pid} (a) b) S {} {} {} 34816 1", row.1, row.2, row.3))
        }
    }

    #[test]
    fn a_job_of_a_shell_can_stop() {
        assert!(!orphaned(9, table(&[(9, 5, 9, 5), (5, 1, 5, 5), (1, 0, 1, 1)])));
    }

    #[test]
    fn a_job_behind_a_wrapper_can_stop() {
        assert!(!orphaned(9, table(&[(9, 8, 8, 5), (8, 5, 8, 5), (5, 1, 5, 5)])));
    }

    #[test]
    fn the_first_program_of_a_terminal_cannot() {
        assert!(orphaned(9, table(&[(9, 4, 9, 9), (4, 1, 4, 4), (1, 0, 1, 1)])));
        assert!(orphaned(1, table(&[(1, 0, 1, 1)])), "the first process of a container");
    }

    #[test]
    fn without_a_process_table_nothing_is_forbidden() {
        assert!(!orphaned(9, |_| None));
    }
}
