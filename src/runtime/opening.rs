//! The program while it opens: the dashboard once the dataset is read, and until then how far reading has come.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

use crate::app::{Action, State};
use crate::config::Settings;
use crate::domain::{Dataset, Problem};
use crate::import::{Progress, Reached};
use crate::ui::{Palette, opening};
use crate::words::{Language, in_language, language};

use super::copies::Copies;
use super::dashboard::{Dashboard, Look, Message, Taking, palette};
use super::live::{self, Told};
use super::page_time::{PageTime, local_time};
use super::program::{Event, Outcome, Program};
use super::session::{Runtime, RuntimeError};
use super::setup::{self, Request};
use super::sources;

/// How often the screen tells how far reading has come.
const STEP: Duration = Duration::from_millis(100);

/// Less of a file says nothing about its pace.
const FIRST_GUESS: Duration = Duration::from_millis(500);

/// How a dataset becomes a dashboard.
pub struct Making {
    /// The state to start with; `None` where nothing of the dataset was known on the date.
    pub state: Box<dyn Fn(Arc<Dataset>) -> Option<State> + Send>,
    /// The dashboard of it.
    pub dashboard: Box<dyn FnOnce(State, Look) -> Dashboard + Send>,
}

/// Files beyond this many bytes in all are not small.
const SMALL: u64 = 4 << 20;

/// From this many bytes on, files take longer to read than anybody should look at nothing.
const LARGE: u64 = 32 << 20;

/// Sums of another run are there so soon that nothing need be shown before.
const KEPT: Duration = Duration::from_millis(60);

/// How often it is looked whether reading has begun.
const GLANCE: Duration = Duration::from_millis(1);

/// How long a source may take to be read before a screen tells how far reading has come.
fn patience(bytes: Option<u64>) -> Duration {
    match bytes {
        // What is wrong with a small file is told before the terminal is taken.
        Some(..=SMALL) => Duration::from_secs(1),
        Some(LARGE..) => Duration::ZERO,
        // Two screens within a blink would flicker.
        _ => Duration::from_millis(60),
    }
}

/// Reads the source and runs the dashboard on it, until it ends; its exit status.
///
/// # Errors
/// Everything that is wrong with the source; within it, that there is no terminal or no more.
pub fn run(request: &Request, settings: Settings, look: Look) -> Result<Result<u8, RuntimeError>, Vec<Problem>> {
    let runtime = Runtime::new();
    let progress = Arc::new(Progress::default());
    let claims_file = setup::claims_file(request, &settings);
    let files = request.files();
    let source = sources::name(&files);
    let bytes = if request.reads_command(&settings) { None } else { sources::bytes(&files) };
    let taking = Taking::of(request, &settings);
    let feeding = live::start(request.clone(), settings.clone(), Arc::clone(&progress), runtime.mailbox());
    let feeding = match feeding {
        Ok(feeding) => feeding,
        Err(error) => return Ok(Err(error.into())),
    };
    let patience = patience(bytes);
    let begins_with_briefing = request.briefing.brief;
    let dashboard = move |state: State, look: Look| {
        let dashboard = Dashboard::new(state, look).with_claims_file(claims_file).judging_beside();
        let dashboard =
            dashboard.with_copies(Copies::kept_in(Copies::own_file())).with_taking(taking).fed_by(feeding, source);
        let mut dashboard = dashboard.with_page_time(PageTime::with_clock(local_time));
        if begins_with_briefing {
            dashboard.act(Action::Briefing);
        }
        dashboard
    };
    let asked = request.clone();
    let state = move |dataset| setup::state_of(&asked, &settings, dataset).ok();
    let making = Making { state: Box::new(state), dashboard: Box::new(dashboard) };
    let mut opening = Opening::new(look, Arc::clone(&progress), Instant::now(), making);
    if let Some(Message::Told(Told::Opened(state))) = first_message(&runtime, &progress, patience) {
        opening.opened(*state);
    }
    let ended = if opening.is_failed() { Ok(0) } else { runtime.run(&mut opening) };
    opening.failure().map_or(Ok(ended), Err)
}

/// What is told first, if it comes in time. Of a large file it is known at the first of its bytes to be read whether
/// they are read at all, or sums of another run are there in a moment: so long it is waited.
fn first_message(runtime: &Runtime<Message>, progress: &Progress, patience: Duration) -> Option<Message> {
    let end = Instant::now() + if patience.is_zero() { KEPT } else { patience };
    loop {
        let left = end.saturating_duration_since(Instant::now());
        let step = if patience.is_zero() { left.min(GLANCE) } else { left };
        let message = runtime.first_message(step);
        let is_begun = patience.is_zero() && progress.has_begun();
        if message.is_some() || is_begun || Instant::now() >= end {
            return message;
        }
    }
}

/// A dashboard that is there at once or later.
pub struct Opening {
    stage: Stage,
    progress: Arc<Progress>,
    /// True until all is read.
    is_reading: bool,
    now: Instant,
    screen: (u16, u16),
}

enum Stage {
    Waiting(Box<Waiting>),
    Open(Box<Dashboard>),
    Failed(Vec<Problem>),
}

/// Nothing to show yet.
struct Waiting {
    look: Look,
    palette: Palette,
    language: Language,
    making: Making,
    /// Bytes that were read when it was looked last, and when reading began: it begins again with a file whose bytes
    /// are counted from nought.
    begun: (u64, Instant),
}

impl Opening {
    /// Waits for a dataset, or a part of it.
    pub fn new(look: Look, progress: Arc<Progress>, now: Instant, making: Making) -> Opening {
        let (palette, language) = (palette(&look, 0), language());
        let waiting = Waiting { look, palette, language, making, begun: (0, now) };
        Opening { stage: Stage::Waiting(Box::new(waiting)), progress, is_reading: true, now, screen: (0, 0) }
    }

    /// Takes the state, or why there is none.
    pub fn opened(&mut self, state: Result<State, Vec<Problem>>) -> Outcome<Message> {
        self.is_reading = false;
        match (&mut self.stage, state) {
            (Stage::Waiting(_), Ok(state)) => self.open(state),
            (Stage::Waiting(_), Err(problems)) => {
                self.stage = Stage::Failed(problems);
                Outcome::quit()
            }
            (Stage::Open(dashboard), state) => {
                let read = state.map(|state| Arc::clone(state.lensed()));
                dashboard.update(Event::Message(Message::Told(Told::Dataset(read))), self.now)
            }
            (Stage::Failed(_), _) => Outcome::unchanged(),
        }
    }

    fn open(&mut self, state: State) -> Outcome<Message> {
        let stage = std::mem::replace(&mut self.stage, Stage::Failed(Vec::new()));
        let Stage::Waiting(waiting) = stage else { return Outcome::unchanged() };
        let Waiting { look, making, .. } = *waiting;
        let mut dashboard = (making.dashboard)(state, look);
        let (width, height) = self.screen;
        let outcome = dashboard.update(Event::Resize(width, height), self.now);
        self.stage = Stage::Open(Box::new(dashboard));
        outcome
    }

    /// Shows what is read so far, if it is another part than before; else how far reading has come.
    fn step(&mut self, now: Instant) -> Outcome<Message> {
        self.now = now;
        let reached = self.progress.reached();
        let mut part = self.progress.take_partial();
        if let Stage::Waiting(waiting) = &mut self.stage {
            let began = if reached.done < waiting.begun.0 { now } else { waiting.begun.1 };
            waiting.begun = (reached.done, began);
            let state = part.take().and_then(|part| (waiting.making.state)(Arc::clone(part.view().dataset())));
            let Some(state) = state else { return Outcome::redraw() };
            self.open(state);
        }
        match &mut self.stage {
            Stage::Open(dashboard) => dashboard.take_part(part, reached),
            Stage::Waiting(_) | Stage::Failed(_) => Outcome::redraw(),
        }
    }

    /// A key before all is read: `None` where it is for the dashboard.
    fn stopped_by(&mut self, key: KeyEvent) -> Option<Outcome<Message>> {
        let is_chord = key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c');
        match &self.stage {
            Stage::Waiting(_)
                if is_chord || matches!(key.code, KeyCode::Esc | KeyCode::Char('q' | 'Q' | 'ㅂ' | 'ㅃ')) =>
            {
                self.progress.cancel();
                self.stage = Stage::Failed(vec![Progress::stopped(&self.progress.reached().file)]);
                Some(Outcome::quit())
            }
            Stage::Waiting(_) => Some(Outcome::unchanged()),
            Stage::Open(dashboard) if key.code == KeyCode::Esc && dashboard.shows_all() => {
                self.progress.cancel();
                Some(Outcome::unchanged())
            }
            Stage::Open(_) | Stage::Failed(_) => None,
        }
    }

    fn is_failed(&self) -> bool {
        matches!(self.stage, Stage::Failed(_))
    }

    /// Why nothing was opened.
    pub fn failure(self) -> Option<Vec<Problem>> {
        match self.stage {
            Stage::Failed(problems) => Some(problems),
            Stage::Waiting(_) | Stage::Open(_) => None,
        }
    }
}

impl Waiting {
    /// What the rest of the file takes at the pace so far.
    fn left(&self, reached: &Reached, now: Instant) -> Option<Duration> {
        let taken = now.checked_duration_since(self.begun.1).filter(|taken| *taken >= FIRST_GUESS)?;
        let rest = reached.bytes.checked_sub(reached.done).filter(|_| reached.done > 0)?;
        Some(Duration::from_secs_f64(taken.as_secs_f64() * rest as f64 / reached.done as f64))
    }
}

impl Program for Opening {
    type Message = Message;

    fn update(&mut self, event: Event<Message>, now: Instant) -> Outcome<Message> {
        match event {
            Event::Message(Message::Told(Told::Opened(state))) => return self.opened(*state),
            Event::Resize(width, height) => self.screen = (width, height),
            Event::Key(key) if self.is_reading => {
                if let Some(outcome) = self.stopped_by(key) {
                    return outcome;
                }
            }
            Event::Tick if self.is_reading => return self.step(now),
            _ => {}
        }
        match &mut self.stage {
            Stage::Open(dashboard) => dashboard.update(event, now),
            Stage::Waiting(_) | Stage::Failed(_) => Outcome::redraw(),
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        match &mut self.stage {
            Stage::Open(dashboard) => dashboard.draw(frame),
            Stage::Waiting(waiting) => in_language(waiting.language, || {
                let reached = self.progress.reached();
                opening::draw(&waiting.palette, &reached, waiting.left(&reached, self.now), frame.buffer_mut());
            }),
            Stage::Failed(_) => {}
        }
    }

    fn wants_mouse(&self) -> bool {
        matches!(&self.stage, Stage::Open(dashboard) if dashboard.wants_mouse())
    }

    fn wake_at(&self) -> Option<Instant> {
        let step = self.is_reading.then(|| self.now + STEP);
        match &self.stage {
            Stage::Open(dashboard) => [dashboard.wake_at(), step].into_iter().flatten().min(),
            Stage::Waiting(_) => step,
            Stage::Failed(_) => None,
        }
    }
}
