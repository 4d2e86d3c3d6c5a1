//! The loop against ratatui's test backend and a host that only writes down what was asked.

use std::sync::mpsc::{self, Sender};
use std::thread;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use ratatui::backend::TestBackend;

use super::*;

#[derive(Default)]
struct Counter {
    draws: usize,
    seen: Vec<Event<u32>>,
    keys: usize,
    ticks: usize,
    wake_at: Option<Instant>,
    silent: bool,
    area: Rect,
}

impl Program for Counter {
    type Message = u32;

    fn update(&mut self, event: Event<u32>, _now: Instant) -> Outcome<u32> {
        match event {
            Event::Key(key) => {
                self.keys += 1;
                match key.code {
                    KeyCode::Char('q') => return Outcome::quit(),
                    KeyCode::Char('z') => return Outcome::suspend(),
                    KeyCode::Char('e') => return Outcome::unchanged().with(|| 7),
                    KeyCode::Char('c') => {
                        return Outcome { copy: Some("text".into()), ..Outcome::unchanged() };
                    }
                    _ => {}
                }
            }
            Event::Tick => self.ticks += 1,
            other => self.seen.push(other),
        }
        if self.silent { Outcome::unchanged() } else { Outcome::redraw() }
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.draws += 1;
        self.area = frame.area();
    }

    fn wake_at(&self) -> Option<Instant> {
        self.wake_at
    }
}

#[derive(Default)]
struct Notes {
    log: Vec<String>,
    refuse: bool,
}

impl Host<u32> for Notes {
    fn set_mouse(&mut self, _: bool) {}
    fn copy(&mut self, text: &str) {
        self.log.push(format!("copy {text}"));
    }
    fn start(&mut self, effect: Effect<u32>) {
        self.log.push(format!("effect {}", effect()));
    }
    fn suspend(&mut self) -> Result<(), String> {
        self.log.push("suspend".into());
        if self.refuse { Err("no shell".into()) } else { Ok(()) }
    }
    fn resume(&mut self) -> io::Result<Size> {
        self.log.push("resume".into());
        Ok(Size { width: 30, height: 9 })
    }
}

fn key(code: char) -> Wake<u32> {
    Wake::Event(Event::Key(KeyEvent::new(KeyCode::Char(code), KeyModifiers::NONE)))
}

/// Runs a program on what `feed` sends, from a thread of its own so that it may take its time.
fn run(program: &mut Counter, notes: &mut Notes, feed: impl FnOnce(Sender<Wake<u32>>) + Send) -> Ending {
    let (wakes, inbox) = mpsc::channel();
    let mut terminal = Terminal::new(TestBackend::new(20, 5)).unwrap();
    thread::scope(|scope| {
        scope.spawn(|| feed(wakes));
        Pump::new(&inbox, program, &mut terminal, notes).run().unwrap()
    })
}

/// The same with everything queued before the loop starts.
fn run_queued(program: &mut Counter, notes: &mut Notes, wakes: Vec<Wake<u32>>) -> Ending {
    let (sender, inbox) = mpsc::channel();
    for wake in wakes {
        sender.send(wake).unwrap();
    }
    drop(sender);
    let mut terminal = Terminal::new(TestBackend::new(20, 5)).unwrap();
    Pump::new(&inbox, program, &mut terminal, notes).run().unwrap()
}

#[test]
fn a_flood_of_keys_is_a_handful_of_frames() {
    let mut program = Counter::default();
    let wakes = (0..100_000).map(|_| key('j')).chain([key('q')]).collect();
    assert_eq!(run_queued(&mut program, &mut Notes::default(), wakes), Ending::Quit);
    assert_eq!(program.keys, 100_001);
    assert!((1..=40).contains(&program.draws), "{} draws", program.draws);
}

/// A key arrives while a frame is drawn that nobody asked for.
struct Interrupted {
    hand: Sender<Wake<u32>>,
    drawn: Vec<Instant>,
}

impl Program for Interrupted {
    type Message = u32;

    fn update(&mut self, _: Event<u32>, _: Instant) -> Outcome<u32> {
        if self.drawn.len() < 2 { Outcome::redraw() } else { Outcome::quit() }
    }

    fn draw(&mut self, _: &mut Frame<'_>) {
        self.drawn.push(Instant::now());
        self.hand.send(key('j')).unwrap();
    }
}

#[test]
fn a_key_does_not_wait_for_a_frame_that_it_did_not_ask_for() {
    // The least of many, for a busy machine may take its time.
    let least = (0..50).map(|_| {
        let (hand, inbox) = mpsc::channel();
        let mut program = Interrupted { hand, drawn: Vec::new() };
        let mut terminal = Terminal::new(TestBackend::new(20, 5)).unwrap();
        Pump::new(&inbox, &mut program, &mut terminal, &mut Notes::default()).run().unwrap();
        program.drawn[1] - program.drawn[0]
    });
    assert!(least.min().unwrap() < FRAME);
}

#[test]
fn a_resize_storm_is_one_more_frame_with_the_last_size() {
    let mut program = Counter::default();
    run(&mut program, &mut Notes::default(), |wakes| {
        for width in 1..=500 {
            wakes.send(Wake::Event(Event::Resize(width, 10))).unwrap();
        }
        thread::sleep(Duration::from_millis(60));
        wakes.send(key('q')).unwrap();
    });
    assert_eq!(program.area, Rect::new(0, 0, 500, 10));
    assert!(program.draws <= 3, "{} draws", program.draws);
}

#[test]
fn idle_is_one_frame_and_no_tick() {
    let mut program = Counter::default();
    run(&mut program, &mut Notes::default(), |wakes| {
        thread::sleep(Duration::from_millis(150));
        wakes.send(key('q')).unwrap();
    });
    assert_eq!((program.draws, program.ticks), (1, 0));
}

#[test]
fn an_unchanged_answer_draws_nothing() {
    let mut program = Counter { silent: true, ..Counter::default() };
    run(&mut program, &mut Notes::default(), |wakes| {
        for _ in 0..5 {
            wakes.send(key('j')).unwrap();
            thread::sleep(Duration::from_millis(20));
        }
        wakes.send(key('q')).unwrap();
    });
    assert_eq!(program.draws, 1);
}

#[test]
fn the_size_comes_first() {
    let mut program = Counter::default();
    run_queued(&mut program, &mut Notes::default(), vec![Wake::Event(Event::Message(1)), key('q')]);
    assert_eq!(program.seen, [Event::Resize(20, 5), Event::Message(1)]);
}

#[test]
fn a_tick_that_is_never_moved_on_does_not_spin() {
    let mut program = Counter { wake_at: Some(Instant::now()), ..Counter::default() };
    run(&mut program, &mut Notes::default(), |wakes| {
        thread::sleep(Duration::from_millis(160));
        wakes.send(key('q')).unwrap();
    });
    assert!((2..=14).contains(&program.ticks), "{} ticks", program.ticks);
}

#[test]
fn effects_and_copies_reach_the_host() {
    let mut notes = Notes::default();
    run_queued(&mut Counter::default(), &mut notes, vec![key('e'), key('c'), key('q')]);
    assert_eq!(notes.log, ["effect 7", "copy text"]);
}

#[test]
fn suspended_means_no_frames_until_resumed_and_then_the_whole_screen() {
    let mut program = Counter::default();
    let mut notes = Notes::default();
    run(&mut program, &mut notes, |wakes| {
        wakes.send(key('z')).unwrap();
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(30));
            wakes.send(key('j')).unwrap();
        }
        wakes.send(Wake::Resume).unwrap();
        thread::sleep(Duration::from_millis(60));
        wakes.send(key('q')).unwrap();
    });
    assert_eq!(notes.log, ["suspend", "resume"]);
    assert!(program.draws <= 2, "{} draws", program.draws);
    assert_eq!(program.area, Rect::new(0, 0, 30, 9));
}

#[test]
fn a_refused_suspension_is_a_problem_on_the_screen() {
    let mut program = Counter::default();
    let mut notes = Notes { refuse: true, ..Notes::default() };
    run_queued(&mut program, &mut notes, vec![key('z'), key('q')]);
    assert!(program.seen.contains(&Event::Problem("no shell".into())));
}

#[test]
fn a_signal_ends_the_loop_before_later_events() {
    let mut program = Counter::default();
    let wakes = vec![Wake::Stop(Ending::Signal(15)), key('j')];
    assert_eq!(run_queued(&mut program, &mut Notes::default(), wakes), Ending::Signal(15));
    assert_eq!(program.keys, 0);
}

#[test]
fn without_senders_the_loop_ends() {
    let ending = run_queued(&mut Counter::default(), &mut Notes::default(), Vec::new());
    assert!(matches!(ending, Ending::InputLost(_)));
}
