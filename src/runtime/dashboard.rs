//! The dashboard as a program of the loop: events become actions, actions change the state, the state
//! is drawn.

mod claiming;
mod live;
mod taking;

use std::sync::Arc;
use std::time::Instant;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{self, Action, LineKey, Notice, State, command};
use crate::config::{Code, Key, Keymap, Layout, Negative, Playlist, Theme};
use crate::domain::Statement;
use crate::ui::format::NumberStyle;
use crate::ui::view::{Place, places};
use crate::ui::widgets::Glyphs;
use crate::ui::{Palette, Scene, overlay, pointer, typed_line};
use crate::words::in_language;

use super::claims_file::ClaimsFile;
use super::copies::Copies;
use super::line_keys::line_key;
use super::live::{Feeding, Order, Told};
use super::page_time::PageTime;
use super::program::{Event, Outcome, Program};

pub use taking::Taking;

/// Everything of the look that the configuration decides.
#[derive(Debug, Clone)]
pub struct Look {
    /// The theme at the start, then the others in turn.
    pub themes: Vec<Theme>,
    /// Which characters to draw with.
    pub glyphs: Glyphs,
    /// What stands before negative numbers at the start.
    pub negative: Negative,
    /// How the panels are arranged.
    pub layout: Layout,
    /// Which keys do what.
    pub keymap: Keymap,
    /// The mouse focuses panels and picks months.
    pub mouse: bool,
}

/// A statement and the file that it was appended to, or what went wrong.
type Added = Box<Result<(Statement, String), String>>;

/// What the worker reports back.
#[derive(Debug, Clone)]
pub enum Message {
    /// A claim was to be added.
    Claimed(Added),
    /// Something was to be written: in words, what came of it.
    Written(Result<String, String>),
    /// The statements are judged.
    Judged,
    /// The dataset or the configuration was read.
    Told(Told),
}

/// The dashboard.
#[derive(Debug)]
pub struct Dashboard {
    state: State,
    look: Look,
    palette: Palette,
    numbers: NumberStyle,
    screen: Rect,
    claims_file: Option<ClaimsFile>,
    copies: Copies,
    taking: Taking,
    page_time: PageTime,
    /// How messages call the source.
    source: String,
    feeding: Option<Feeding>,
    /// When what is new no longer stands out.
    news_until: Option<Instant>,
    /// What was said last of verdicts that changed.
    verdicts_told: String,
}

impl Dashboard {
    /// A dashboard on a state.
    pub fn new(mut state: State, look: Look) -> Dashboard {
        state.negative = look.negative;
        let numbers = numbers(&look, &state);
        let palette = palette(&look, theme_steps(&look, &state));
        Dashboard {
            state,
            look,
            palette,
            numbers,
            screen: Rect::default(),
            claims_file: None,
            copies: Copies::default(),
            taking: Taking::default(),
            page_time: PageTime::default(),
            source: String::new(),
            feeding: None,
            news_until: None,
            verdicts_told: String::new(),
        }
    }

    /// The same with a file that claims are added to.
    #[must_use]
    pub fn with_claims_file(self, claims_file: Option<ClaimsFile>) -> Dashboard {
        Dashboard { claims_file, ..self }
    }

    /// The same with a file that keeps what was copied last.
    #[must_use]
    pub fn with_copies(self, copies: Copies) -> Dashboard {
        Dashboard { copies, ..self }
    }

    /// Takes another briefing, which begins with its first page.
    pub fn set_playlist(&mut self, playlist: Playlist) {
        self.state.playlist = Arc::new(playlist);
        self.follow();
    }

    /// The same with a clock, for briefings.
    #[must_use]
    pub fn with_page_time(self, page_time: PageTime) -> Dashboard {
        Dashboard { page_time, ..self }
    }

    /// The same with statements judged by the worker, so that no frame waits for it.
    #[must_use]
    pub fn judging_beside(mut self) -> Dashboard {
        self.state.judge_elsewhere();
        self
    }

    /// The answer, with the judging that the panels on the screen are waiting for.
    fn with_judging(&mut self, outcome: Outcome<Message>) -> Outcome<Message> {
        let waits = |place: &Place| place.panel.is_some_and(|panel| self.state.panels[panel] == "claims");
        let is_wanted = self.state.is_judging_anew() || places(&self.scene(), self.screen).iter().any(waits);
        if !self.state.is_judging() || !is_wanted {
            return outcome;
        }
        match self.state.judging_job() {
            Some(job) => outcome.with(move || {
                job();
                Message::Judged
            }),
            None => outcome,
        }
    }

    /// What is drawn.
    pub fn scene(&self) -> Scene<'_> {
        Scene {
            state: &self.state,
            palette: &self.palette,
            numbers: &self.numbers,
            layout: &self.look.layout,
            keymap: &self.look.keymap,
        }
    }

    /// Does what an action says.
    pub fn act(&mut self, action: Action) -> app::Outcome {
        if action != Action::Copy {
            self.copies.forget();
        }
        let spoken = self.state.language;
        let outcome = in_language(spoken, || app::update(&mut self.state, action));
        self.reads_in_another_language(spoken);
        self.follow();
        outcome
    }

    /// Takes over from the state what only the drawing needs, and keeps scrolling within what is drawn.
    fn follow(&mut self) {
        in_language(self.state.language, || self.follow_in_language());
    }

    fn follow_in_language(&mut self) {
        self.palette = palette(&self.look, theme_steps(&self.look, &self.state));
        self.numbers = numbers(&self.look, &self.state);
        // Only what is drawn knows where its rows end.
        let furthest = overlay::furthest_scroll(&self.scene(), self.screen);
        self.state.scroll = self.state.scroll.min(furthest);
    }

    fn key(&mut self, event: KeyEvent) -> Outcome<Message> {
        self.forget_news();
        // What a line does not take, such as the key that leaves the program, keeps its meaning.
        if let Some(key) = line_key(event).filter(|_| self.state.prompt.is_some()) {
            return self.typed(key);
        }
        let action = key(event).and_then(|key| command::action(self.look.keymap.command(&key)?, &self.state.panels));
        // A chord is pressed by nobody by accident.
        let is_chord = event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let action = action.map(|action| if is_chord && action == Action::Quit { Action::QuitAtOnce } else { action });
        action.map_or_else(Outcome::unchanged, |action| self.answer(action))
    }

    fn mouse(&mut self, event: MouseEvent) -> Outcome<Message> {
        if self.state.prompt.is_some() {
            return self.mouse_on_line(event);
        }
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) if self.state.briefing.is_some() => self.answer(Action::MonthBy(1)),
            _ if self.state.briefing.is_some() => Outcome::unchanged(),
            MouseEventKind::Down(MouseButton::Left) => {
                let actions = pointer::clicked(&self.scene(), self.screen, event.column, event.row);
                let outcomes = actions.into_iter().map(|action| self.answer(action));
                outcomes.reduce(|_, last| last).unwrap_or_else(Outcome::unchanged)
            }
            MouseEventKind::ScrollUp => self.answer(Action::RowBy(-1)),
            MouseEventKind::ScrollDown => self.answer(Action::RowBy(1)),
            _ => Outcome::unchanged(),
        }
    }

    /// While a line is typed, the mouse is for its completions; a click elsewhere leaves the line.
    fn mouse_on_line(&mut self, event: MouseEvent) -> Outcome<Message> {
        let key = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let candidate = typed_line::candidate_at(&self.scene(), self.screen, event.column, event.row);
                candidate.map_or(LineKey::Escape, LineKey::Choose)
            }
            MouseEventKind::ScrollUp => LineKey::CompleteBack,
            MouseEventKind::ScrollDown => LineKey::Complete,
            _ => return Outcome::unchanged(),
        };
        self.typed(key)
    }

    fn answer(&mut self, action: Action) -> Outcome<Message> {
        let done = self.act(action);
        self.outcome(done)
    }

    fn outcome(&mut self, outcome: app::Outcome) -> Outcome<Message> {
        match outcome {
            app::Outcome::Redraw => Outcome::redraw(),
            app::Outcome::Quit => Outcome::quit(),
            app::Outcome::Suspend => Outcome::suspend(),
            app::Outcome::AddClaim => self.add_claim(),
            app::Outcome::Copy => self.copy(),
            app::Outcome::Reload => self.ask(Order::Again),
            app::Outcome::Mapping => self.ask(Order::Mapping),
            app::Outcome::Map(mapped) => self.ask(Order::Map(mapped)),
            app::Outcome::SaveMapping(mapped) => self.ask(Order::SaveMapping(mapped)),
            app::Outcome::Save => self.save(),
            app::Outcome::Pack => self.pack(),
            app::Outcome::Look(scope) => self.look_into(scope),
        }
    }

    fn tell(&mut self, words: String) -> Outcome<Message> {
        self.state.notices = vec![Notice::Words(words)];
        Outcome::redraw()
    }

    fn done(&mut self, words: String) -> Outcome<Message> {
        self.state.notices = vec![Notice::Done(words)];
        Outcome::redraw()
    }

    /// Applies a key to the open line.
    fn typed(&mut self, key: LineKey) -> Outcome<Message> {
        let done = app::update_line(&mut self.state, key);
        self.follow();
        self.outcome(done)
    }
}

impl Program for Dashboard {
    type Message = Message;

    fn update(&mut self, event: Event<Message>, now: Instant) -> Outcome<Message> {
        in_language(self.state.language, || {
            let mut outcome = match event {
                Event::Message(Message::Told(told)) => self.told(told, now),
                Event::Message(Message::Judged) => self.tell_verdicts(now),
                Event::Tick => self.tick(now),
                event => self.answered(event),
            };
            if self.page_time.go_on(&mut self.state, now) {
                self.follow();
                outcome.redraw = true;
            }
            self.with_judging(outcome)
        })
    }

    fn draw(&mut self, frame: &mut Frame<'_>) {
        self.screen = frame.area();
        crate::ui::draw(&self.scene(), frame.buffer_mut());
    }

    fn wants_mouse(&self) -> bool {
        self.look.mouse
    }

    fn wake_at(&self) -> Option<Instant> {
        [self.page_time.wake_at(&self.state), self.news_until].into_iter().flatten().min()
    }
}

impl Dashboard {
    fn answered(&mut self, event: Event<Message>) -> Outcome<Message> {
        match event {
            Event::Key(event) => self.key(event),
            Event::Mouse(event) => self.mouse(event),
            Event::Resize(width, height) => {
                self.screen = Rect::new(0, 0, width, height);
                Outcome::redraw()
            }
            Event::Problem(problem) => {
                log::error!("{problem}");
                self.state.notices.push(Notice::Words(problem));
                Outcome::redraw()
            }
            Event::Paste(text) if self.state.prompt.is_some() => {
                // What is pasted is one line: the first.
                let line = text.lines().next().unwrap_or_default();
                line.chars().map(|letter| self.typed(LineKey::Char(letter))).last().unwrap_or_else(Outcome::unchanged)
            }
            Event::Message(Message::Claimed(added)) => self.claimed(added),
            Event::Message(Message::Written(Ok(words))) => {
                log::info!("{words}");
                self.done(words)
            }
            Event::Message(Message::Written(Err(words))) => {
                log::error!("{words}");
                self.tell(words)
            }
            Event::Message(Message::Judged | Message::Told(_)) | Event::Paste(_) | Event::Tick => Outcome::unchanged(),
        }
    }
}

/// By how many steps the theme is on from the first: a briefing has its own to start with.
fn theme_steps(look: &Look, state: &State) -> usize {
    let of_briefing = |theme: &Theme| theme.name() == state.playlist.theme;
    let first = state.briefing.as_ref().and_then(|_| look.themes.iter().position(of_briefing));
    first.unwrap_or(0) + state.theme_steps
}

fn numbers(look: &Look, state: &State) -> NumberStyle {
    NumberStyle::on_screen(state.dataset(), look.glyphs, state.viewpoint.units, state.negative)
}

pub(super) fn palette(look: &Look, steps: usize) -> Palette {
    let theme = &look.themes[steps % look.themes.len()];
    Palette::new(theme, look.glyphs)
}

/// A key event in the words of the keymap.
fn key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::PageUp => Code::PgUp,
        KeyCode::PageDown => Code::PgDn,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => Code::ShiftTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::ShiftTab,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        _ => return None,
    };
    Some(Key::new(code, event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT)))
}
