//! A dashboard without a terminal: it takes keys by their names and gives frames back.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::app::{Action, State, command_names};
use tradedeck::config::{Depth, Keymap, Layout, Names, Negative, Playlist, Range, Theme, shipped};
use tradedeck::domain::{Dataset, Date, Period, Problem};
use tradedeck::export::snapshot;
use tradedeck::import::{self, Files};
use tradedeck::runtime::dashboard::{Dashboard, Look, Message};
use tradedeck::runtime::{Event, Outcome, Program};
use tradedeck::ui::view::{self, Place, places};
use tradedeck::ui::widgets::Glyphs;
use tradedeck::ui::{self, panels};

pub use crate::support::korea;

/// Files in memory.
pub struct Memory(pub Vec<(String, String)>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.iter().find(|(known, _)| known == name);
        let text = found.map(|(_, text)| Cow::Owned(text.clone().into_bytes()));
        text.ok_or_else(|| Problem::whole_file(name, "not in memory", "give it to the test"))
    }
}

/// A dataset from the text of one file; the name's ending says which kind.
pub fn load(name: &str, text: &str) -> Arc<Dataset> {
    let files = Memory(vec![(name.to_owned(), text.to_owned())]);
    Arc::new(import::load(&files, name).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}")))
}

/// A date that must exist.
pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A period that must exist.
pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// The shipped briefing.
pub fn playlist() -> Playlist {
    let names = Names { themes: &shipped::theme_names(), layouts: &[] };
    Playlist::shipped(names, &panels::names()).unwrap()
}

/// How a dashboard is started.
#[derive(Clone)]
pub struct Setup {
    pub dataset: Arc<Dataset>,
    pub as_of: Option<Date>,
    pub month: Option<Period>,
    pub theme: &'static str,
    pub depth: Depth,
    pub glyphs: Glyphs,
    pub range: Range,
    pub negative: Negative,
}

impl Setup {
    /// A dataset as everything is known, on the default look.
    pub fn of(dataset: Arc<Dataset>) -> Setup {
        let (theme, depth, glyphs) = ("dark", Depth::True, Glyphs::Unicode);
        let negative = Negative::Minus;
        Setup { dataset, as_of: None, month: None, theme, depth, glyphs, range: Range::Months(24), negative }
    }

    /// The embedded dataset as known on a date.
    pub fn korea(as_of: &str) -> Setup {
        Setup { as_of: Some(date(as_of)), ..Setup::of(korea()) }
    }

    /// The same in another month.
    pub fn at(self, month: &str) -> Setup {
        Setup { month: Some(period(month)), ..self }
    }

    /// The dashboard, or nothing where nothing was known on the date. No file of the user's is read.
    pub fn dashboard(&self) -> Option<Dashboard> {
        let mut state = State::new(Arc::clone(&self.dataset), self.as_of, self.month, panels::names(), self.range)?;
        state.playlist = Arc::new(playlist());
        let commands = command_names(&panels::names());
        let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
        let others = shipped::theme_names().into_iter().filter(|name| *name != self.theme);
        let themes = [self.theme].into_iter().chain(others).map(|name| Theme::shipped(name, self.depth).unwrap());
        let look = Look {
            themes: themes.collect(),
            glyphs: self.glyphs,
            negative: self.negative,
            layout: Layout::shipped("default", &view::layout_names()).unwrap(),
            keymap: Keymap::shipped(&commands).unwrap(),
            mouse: true,
        };
        Some(Dashboard::new(state, look))
    }

    /// The dashboard on a screen.
    pub fn screen(&self, width: u16, height: u16) -> Screen {
        let dashboard = self.dashboard().expect("something is known on the date");
        let mut screen = Screen { dashboard, width, height };
        screen.resize(width, height);
        screen
    }
}

/// A dashboard and the size of its screen.
pub struct Screen {
    pub dashboard: Dashboard,
    pub width: u16,
    pub height: u16,
}

impl Screen {
    pub fn resize(&mut self, width: u16, height: u16) {
        (self.width, self.height) = (width, height);
        self.dashboard.update(Event::Resize(width, height), Instant::now());
    }

    pub fn state(&self) -> &State {
        self.dashboard.scene().state
    }

    /// Presses a key by its name in the keymap; a jamo arrives as it would from an input method.
    pub fn press(&mut self, name: &str) -> Outcome<Message> {
        self.dashboard.update(Event::Key(key_event(name)), Instant::now())
    }

    pub fn click(&mut self, column: u16, row: u16) -> Outcome<Message> {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    pub fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> Outcome<Message> {
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        self.dashboard.update(Event::Mouse(event), Instant::now())
    }

    /// Focuses a panel and gives it the screen, or takes it back.
    pub fn show(&mut self, panel: usize, zoomed: bool) {
        self.dashboard.act(Action::Focus(panel));
        if self.state().viewpoint.zoomed != zoomed {
            self.dashboard.act(Action::Zoom);
        }
    }

    pub fn go_to(&mut self, month: Period) {
        self.dashboard.act(Action::GoTo(month));
    }

    pub fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.width, self.height));
        ui::draw(&self.dashboard.scene(), &mut buffer);
        buffer
    }

    pub fn text(&self) -> String {
        snapshot::to_text(&self.buffer())
    }

    /// Where the panels stand now.
    pub fn places(&self) -> Vec<Place> {
        places(&self.dashboard.scene(), Rect::new(0, 0, self.width, self.height))
    }

    /// A cell at which a panel on the screen shows a month, for the mouse.
    pub fn cell_of(&self, panel: &str, month: Period) -> Option<(u16, u16)> {
        let scene = self.dashboard.scene();
        let index = panels::names().iter().position(|name| *name == panel)?;
        let area = self.places().into_iter().find(|place| place.panel == Some(index))?.area;
        let rows = area.top()..area.bottom();
        rows.flat_map(|y| (area.left()..area.right()).map(move |x| (x, y)))
            .find(|&(x, y)| panels::clicked(&scene, index, area, x, y).contains(&Action::GoTo(month)))
    }
}

/// A key event from the name of a key: `q`, `ㅂ`, `Left`, `Shift-Tab`, `Ctrl-c`.
pub fn key_event(name: &str) -> KeyEvent {
    let (name, modifiers) = match name.strip_prefix("Ctrl-") {
        Some(rest) => (rest, KeyModifiers::CONTROL),
        None => (name, KeyModifiers::NONE),
    };
    let mut letters = name.chars();
    let code = match (letters.next(), letters.next()) {
        (Some(letter), None) => KeyCode::Char(letter),
        _ => named(name),
    };
    KeyEvent::new(code, modifiers)
}

fn named(name: &str) -> KeyCode {
    match name {
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Tab" => KeyCode::Tab,
        "Shift-Tab" => KeyCode::BackTab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        _ => match name.strip_prefix('F').and_then(|number| number.parse().ok()) {
            Some(number) => KeyCode::F(number),
            None => panic!("`{name}` is no key"),
        },
    }
}

/// A small generator of repeatable numbers.
pub struct Random(pub u64);

impl Random {
    /// The next number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

/// Every look: theme, colours, characters.
pub fn looks() -> Vec<(&'static str, Depth, Glyphs)> {
    let mut looks = Vec::new();
    for theme in shipped::theme_names() {
        for depth in Depth::ALL {
            looks.extend([Glyphs::Unicode, Glyphs::Ascii].map(|glyphs| (theme, depth, glyphs)));
        }
    }
    looks
}

/// All small sizes, and some large ones.
pub fn sizes() -> Vec<(u16, u16)> {
    let small = (0..=40).flat_map(|width| (0..=20).map(move |height| (width, height)));
    let large = [60, 76, 79, 80, 99, 100, 120, 179, 180, 200, 350, 500];
    let large = large.into_iter().flat_map(|width| [1, 5, 7, 12, 20, 24, 30, 34, 36, 48, 56].map(|h| (width, h)));
    small.chain(large).chain([(500, 200), (200, 200), (10, 200), (3, 120)]).collect()
}
