//! The log file: only where it is asked for, line by line, and nothing that commands a terminal.

use super::Desk;

const GOOD: &str = "period,flow,value,unit\n2026-01,export,658.5,억 달러\n2026-01,import,571.1,억 달러\n";

fn lines(desk: &Desk) -> Vec<String> {
    desk.read("run.log").lines().map(str::to_owned).collect()
}

#[test]
fn it_tells_what_was_read_and_that_the_program_ended() {
    let desk = Desk::new("log");
    desk.write("one.csv", GOOD);
    let run = desk.run(&["report", "one.csv", "--log", "run.log"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let log = lines(&desk);
    assert!(log[0].contains("INFO  tradedeck ") && log[0].ends_with(" started"), "{log:?}");
    assert!(log[1].contains("one.csv in ") && log[1].ends_with(": 2 series, 2 observations"), "{log:?}");
    assert!(log[2].ends_with("INFO  ended") && log.len() == 3, "{log:?}");
    let time = log[0].split(' ').next().unwrap();
    assert!(time.len() == "2026-01-01T00:00:00.000Z".len() && time.ends_with('Z'), "{time}");
    desk.run(&["report", "one.csv", "--log", "run.log"]);
    assert_eq!(lines(&desk).len(), 6, "a second run is added");
}

#[test]
fn what_was_refused_stands_in_it_without_commanding_a_terminal() {
    let desk = Desk::new("log-refused");
    desk.write("bad.csv", GOOD.replace("658.5", "\x1b[2J"));
    let run = desk.run(&["--log", "run.log", "--say", "bad.csv"]);
    assert_eq!(run.status, 2);
    let log = desk.read("run.log");
    assert!(log.contains(" ERROR bad.csv:2:") && !log.contains('\x1b'), "{log}");
}

#[test]
fn without_it_nothing_is_written() {
    let desk = Desk::new("log-none");
    desk.write("one.csv", GOOD);
    desk.run(&["report", "one.csv"]);
    let files: Vec<_> = std::fs::read_dir(&desk.0).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(files.iter().all(|name| name != "run.log") && files.len() == 2, "{files:?}");
}

#[test]
fn a_log_that_cannot_be_written_is_refused_before_anything_is_done() {
    let desk = Desk::new("log-nowhere");
    let run = desk.run(&["report", "--log", "no/such/folder/run.log"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("no/such/folder/run.log: cannot be written: "), "{}", run.err);
}
