//! Letting the screen go first where processors are few.

/// From now on this thread, and those that it starts, leave the processor to the threads of the screen whenever they have
/// something to do: a key is answered in the midst of reading. Elsewhere than on Linux the call would be for the whole process.
pub fn give_way() {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    if let Err(error) = rustix::process::setpriority_process(None, NICE) {
        log::debug!("reading has the same priority as the screen: {error}");
    }
}

/// So far below the usual priority.
#[cfg(any(target_os = "linux", target_os = "android"))]
const NICE: i32 = 5;
