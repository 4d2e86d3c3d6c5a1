//! A child process in a pseudo terminal, its screen as text, and patience with an end.

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Generous: a loaded machine must not fail a test.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the child wrote so far.
struct Written {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

impl Written {
    /// Lets the emulator read. It subtracts below zero at widths of one or two columns; what it showed
    /// is then forgotten, and the next frame fills a new screen.
    fn show(&mut self, bytes: &[u8]) {
        let (rows, columns) = self.screen.screen().size();
        let read = catch_unwind(AssertUnwindSafe(|| self.screen.process(bytes)));
        if read.is_err() {
            self.screen = vt100::Parser::new(rows, columns, 0);
        }
    }
}

/// A running child.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    written: Arc<(Mutex<Written>, Condvar)>,
}

/// The command line of a child with the environment of a plain terminal.
pub fn command(program: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    command.env("COLORTERM", "truecolor");
    command.env_remove("NO_COLOR");
    command
}

/// The same behind a shell that takes no notice of the end of its terminal, so that the child is not told of it.
pub fn behind_a_deaf_shell(mut command: CommandBuilder) -> CommandBuilder {
    let shell = ["sh", "-c", "trap '' HUP; \"$@\"; exit $?", "sh"];
    command.get_argv_mut().splice(0..0, shell.map(Into::into));
    command
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Pty {
    pub fn spawn(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(pty_size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = vt100::Parser::new(rows, columns, 0);
        let written = Arc::new((Mutex::new(Written { bytes: Vec::new(), screen }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let sink = Arc::clone(&written);
        thread::spawn(move || {
            let mut chunk = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                let Ok(mut written) = sink.0.lock() else {
                    return;
                };
                written.bytes.extend_from_slice(&chunk[..count]);
                written.show(&chunk[..count]);
                sink.1.notify_all();
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { master: pair.master, keys, child, written }
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.0.lock().unwrap()
    }

    /// Types bytes as they are.
    pub fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Resizes the terminal, as its window would.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.written().screen.screen_mut().set_size(rows, columns);
        self.master.resize(pty_size(columns, rows)).unwrap();
    }

    /// Sends a signal by name to the child itself.
    pub fn signal(&self, name: &str) {
        signal(self.child.process_id().unwrap(), name);
    }

    /// Stops the shell's job with Ctrl-Z, types a command into the shell, and brings the job back, twice;
    /// each time it must show `shown` again. Then leaves the job with `q` and the shell with `exit`.
    pub fn stop_and_continue(mut self, shown: &str) {
        for round in 1..=2 {
            self.send("\x1a");
            self.wait_stopped(round);
            self.send(&format!("echo round $((10 + {round}))\r"));
            self.wait_for(&format!("round {}", 10 + round));
            self.send("fg\r");
            self.wait_taken();
            self.wait_for(shown);
        }
        self.send("q");
        self.wait_prompt();
        self.send("echo status $?\r");
        self.wait_for("status 0");
        self.send("exit\r");
        assert_eq!(self.wait_exit(), 0);
        self.wait_given_back();
    }

    /// Waits until the shell says for the `times`-th time that its job has stopped, and prompts: what it
    /// said earlier is still on its screen, and what is typed before the prompt may be thrown away.
    #[track_caller]
    pub fn wait_stopped(&self, times: usize) {
        self.wait_until("the shell", |screen| {
            let contents = screen.contents();
            let said = contents.matches("Stopped").count() >= times;
            !screen.alternate_screen() && said && contents.trim_end().ends_with('$')
        });
    }

    /// Waits for the shell: typing sooner would be typing into the program that is about to leave.
    pub fn wait_prompt(&self) {
        self.wait_until("a prompt", |screen| !screen.alternate_screen() && screen.contents().trim_end().ends_with('$'));
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.written().screen.screen().contents()
    }

    /// Everything written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.written().bytes.clone()
    }

    /// How much was written so far.
    pub fn count(&self) -> usize {
        self.written().bytes.len()
    }

    /// Waits for a state of the screen.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        let mut written = self.written();
        while !holds(written.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited for {what}; the screen:\n{}", written.screen.screen().contents());
            written = self.written.1.wait_timeout(written, left).unwrap().0;
        }
    }

    /// Waits for text on the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until nothing was written for this long.
    pub fn wait_quiet(&self, quiet: Duration) {
        let end = Instant::now() + PATIENCE;
        loop {
            let before = self.count();
            thread::sleep(quiet);
            if self.count() == before {
                return;
            }
            assert!(Instant::now() < end, "never quiet");
        }
    }

    /// Waits for the child's end; its exit status.
    #[track_caller]
    pub fn wait_exit(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last may still be on its way through the pseudo terminal.
                self.wait_quiet(Duration::from_millis(50));
                return status.exit_code();
            }
            assert!(Instant::now() < end, "still runs; the screen:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// True while the line discipline edits lines and echoes, as a shell expects to find it.
    pub fn cooked(&self) -> bool {
        let flags = self.master.get_termios().unwrap().local_flags;
        let line = flags.bits();
        line & 0o2 != 0 && line & 0o10 != 0
    }

    /// Waits until the program has the terminal.
    #[track_caller]
    pub fn wait_taken(&self) {
        self.wait_until("the alternate screen", |screen| screen.alternate_screen() && screen.hide_cursor());
        assert!(!self.cooked(), "raw mode");
    }

    /// Waits until the terminal is as it was.
    #[track_caller]
    pub fn wait_given_back(&self) {
        self.wait_until("the terminal back", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
        });
        let end = Instant::now() + PATIENCE;
        while !self.cooked() {
            assert!(Instant::now() < end, "line mode is back");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// The child's own children; Linux only.
    pub fn children(&self) -> Vec<u32> {
        let own = self.child.process_id().unwrap();
        let list = std::fs::read_to_string(format!("/proc/{own}/task/{own}/children")).unwrap();
        list.split_whitespace().map(|process| process.parse().unwrap()).collect()
    }

    /// CPU time used so far, in clock ticks; Linux only.
    pub fn cpu_ticks(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id()?)).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a signal by name.
pub fn signal(process: u32, name: &str) {
    let status = Command::new("kill").args(["-s", name, &process.to_string()]).status().unwrap();
    assert!(status.success(), "kill -s {name}");
}

/// Opens a terminal, waits for the text, closes the terminal, and tells how the child ended.
pub fn hang_up_after(command: CommandBuilder, text: &str) -> u32 {
    let pair = native_pty_system().openpty(pty_size(80, 24)).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut screen = vt100::Parser::new(24, 80, 0);
    let mut chunk = [0; 65536];
    while !screen.screen().contents().contains(text) {
        let count = reader.read(&mut chunk).unwrap();
        assert!(count > 0, "the child ended early");
        screen.process(&chunk[..count]);
    }
    drop((reader, pair.master));
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.exit_code();
        }
        if Instant::now() > end {
            child.kill().unwrap();
            panic!("the child outlived its terminal");
        }
        thread::sleep(Duration::from_millis(5));
    }
}
