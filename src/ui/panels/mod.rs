//! The panels: one file each, and one line in [`PANELS`].

mod balance;
mod claims;
mod focus_item;
mod items;
mod league;
mod partners;
mod policy;
mod rows;
mod streaks;
pub(super) mod targets;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::app::Action;
use crate::config::Role;
use crate::domain::{Dataset, Flow, Period};
use crate::indicators::{Deck, FigureId, LeagueOf};
use crate::say;
use crate::word;

use super::briefing::content::{self, Content, Number};
use super::format;
use super::lens_words::{self, LensPart};
use super::scene::Scene;
use super::widgets::card::Card;
use super::widgets::text;

/// A panel: what it says and shows of the month. It holds no state.
pub trait Panel: Sync {
    /// Its name in layouts and commands.
    fn name(&self) -> &'static str;

    /// What it is called on the screen.
    fn title(&self, scene: &Scene<'_>) -> String;

    /// Unit and span, at the right of the title.
    fn unit(&self, scene: &Scene<'_>, canvas: Canvas) -> String;

    /// The parts of a lens that it cannot follow, each with the reason.
    fn refusals(&self, _: &Deck) -> Vec<(LensPart, &'static str)> {
        Vec::new()
    }

    /// Its one message.
    fn sentence(&self, scene: &Scene<'_>) -> String;

    /// What would fill it, in a line, where the files have nothing for it.
    fn needs(&self, _: &Scene<'_>) -> Option<&'static str> {
        None
    }

    /// Draws what lies below the sentence.
    fn draw(&self, scene: &Scene<'_>, place: Canvas, buf: &mut Buffer);

    /// Its page of a briefing, without the message, which is its sentence.
    fn briefing(&self, scene: &Scene<'_>) -> Content {
        let main = self.figures(scene).first().copied();
        let number = main.map(|id| Number::new(content::shown(scene, id), scene.style(Role::Strong)));
        Content { number, ..Content::default() }
    }

    /// The figures that it shows, the main one first: those that `w` explains.
    fn figures(&self, _: &Scene<'_>) -> Vec<FigureId> {
        Vec::new()
    }

    /// The month drawn at a cell, for the mouse.
    fn month_at(&self, scene: &Scene<'_>, place: Canvas, x: u16, y: u16) -> Option<Period>;

    /// What else a click at a cell means.
    fn action_at(&self, _: &Scene<'_>, _: Canvas, _x: u16, _y: u16) -> Option<Action> {
        None
    }
}

/// All panels, in the order of their numbers.
pub const PANELS: &[&dyn Panel] = &[
    &balance::Balance,
    &streaks::Streaks,
    &focus_item::FocusItem,
    &targets::Targets,
    &items::Items,
    &partners::Partners,
    &claims::Claims,
    &policy::Policy,
];

/// The names of all panels.
pub fn names() -> Vec<&'static str> {
    PANELS.iter().map(|panel| panel.name()).collect()
}

/// The name of the panel that shows a league.
pub fn panel_of(of: LeagueOf) -> &'static str {
    match of {
        LeagueOf::Items => items::Items.name(),
        LeagueOf::Partners => partners::Partners.name(),
    }
}

/// A panel's place in [`PANELS`].
fn index_of(name: &str) -> usize {
    PANELS.iter().position(|panel| panel.name() == name).unwrap_or(0)
}

/// Where a panel draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    /// The cells.
    pub area: Rect,
    /// The panel has the screen to itself.
    pub zoomed: bool,
    /// The role of what it lies on.
    pub surface: Role,
}

impl Canvas {
    /// The same with another area.
    #[must_use]
    pub fn within(self, area: Rect) -> Canvas {
        Canvas { area, ..self }
    }

    /// Two parts side by side: the right one `right` wide with a gap between, or nothing at the right
    /// where the left would be narrower than `least`.
    pub fn split_right(self, right: u16, gap: u16, least: u16) -> (Canvas, Option<Canvas>) {
        let area = self.area;
        if area.width < least + gap + right {
            return (self, None);
        }
        let left = Rect { width: area.width - gap - right, ..area };
        let right = Rect::new(left.right() + gap, area.y, right, area.height);
        (self.within(left), Some(self.within(right)))
    }

    /// Two parts one above the other: the lower one `below` high with a gap between.
    pub fn split_below(self, below: u16, gap: u16) -> (Canvas, Canvas) {
        let area = self.area;
        let below = below.min(area.height);
        let above = area.height.saturating_sub(below + gap);
        let lower = Rect::new(area.x, area.bottom() - below, area.width, below);
        (self.within(Rect { height: above, ..area }), self.within(lower))
    }
}

/// Draws a panel with its card and sentence.
pub fn draw_card(scene: &Scene<'_>, panel: &dyn Panel, index: usize, area: Rect, buf: &mut Buffer) {
    let focused = index == scene.state.focus();
    let inner = card(scene, "", "", "", focused).inner(area);
    let sentence = panel.sentence(scene);
    let canvas = canvas(scene, index, &sentence, inner);
    let (title, unit, number) = (panel.title(scene), panel.unit(scene, canvas), (index + 1).to_string());
    let taken = text::width(&title) + 8;
    let forms = [NoteForm::Full, NoteForm::WithoutReasons, NoteForm::Short]
        .map(|form| lens_note(scene.deck(), scene.state.dataset(), panel, form));
    let note = forms.iter().find(|note| text::width(note) + taken <= area.width).unwrap_or(&forms[2]);
    Card { note, ..card(scene, &number, &title, &unit, focused) }.render(area, buf);
    for (row, line) in (0..).zip(sentence_lines(&sentence, inner)) {
        text::put(buf, inner.x, inner.y + row, &line, scene.style(Role::Strong), inner.width);
    }
    match panel.needs(scene) {
        Some(needs) => draw_needs(scene, needs, canvas.area, buf),
        None => panel.draw(scene, canvas, buf),
    }
}

/// What would fill a panel, on as many rows as it takes; nothing where they are too few.
fn draw_needs(scene: &Scene<'_>, needs: &str, area: Rect, buf: &mut Buffer) {
    let lines = text::wrap(needs, area.width);
    if lines.len() > usize::from(area.height) {
        return;
    }
    for (row, line) in (0..).zip(&lines) {
        text::put(buf, area.x, area.y + row, line, scene.style(Role::Muted), area.width);
    }
}

/// What a `dataset.toml` would bring, where `is_empty` at the date and the files have none. One that there is may
/// bring it at a later date, of which nothing is told.
fn needs_description(scene: &Scene<'_>, is_empty: bool, needs: &'static str) -> Option<&'static str> {
    let is_described = scene.state.dataset().files.iter().any(|name| name.ends_with(".toml"));
    (is_empty && !is_described).then_some(needs)
}

/// How much a title says of a lens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteForm {
    /// In words, and why the panel cannot follow a part.
    Full,
    /// In words.
    WithoutReasons,
    /// In signs.
    Short,
}

/// What a lens does to a panel, for its title: what it follows, and what it cannot follow.
pub fn lens_note(deck: &Deck, dataset: &Dataset, panel: &dyn Panel, form: NoteForm) -> String {
    let (lens, refusals) = (deck.lens(), panel.refusals(deck));
    let words = |part: LensPart| {
        let words = if form == NoteForm::Short { part.short(lens, dataset) } else { part.words(lens, dataset) }?;
        Some(match refusals.iter().find(|(refused, _)| *refused == part) {
            None => words,
            Some((_, reason)) if form == NoteForm::Full => say!("panels.not-because", lens = words, reason = reason),
            Some(_) => say!("panels.not", lens = words),
        })
    };
    LensPart::ALL.into_iter().filter_map(words).collect::<Vec<_>>().join(", ")
}

/// Why the balance keeps what the lens takes out of exports; nothing where it does not.
fn balance_refusal(deck: &Deck) -> Option<(LensPart, &'static str)> {
    let lensed = deck.lensed();
    let keeps = lensed.excludes(Flow::Export) && !lensed.excludes(Flow::Balance);
    keeps.then_some((LensPart::Without, word!("panels.no-imports")))
}

/// What a click at a cell of panel `index`, drawn in `area`, means.
pub fn clicked(scene: &Scene<'_>, index: usize, area: Rect, x: u16, y: u16) -> Vec<Action> {
    let Some(panel) = PANELS.get(index).copied() else { return Vec::new() };
    let inner = card(scene, "", "", "", index == scene.state.focus()).inner(area);
    let canvas = canvas(scene, index, &panel.sentence(scene), inner);
    let month = panel.month_at(scene, canvas, x, y).map(Action::GoTo);
    [month, panel.action_at(scene, canvas, x, y)].into_iter().flatten().collect()
}

fn canvas(scene: &Scene<'_>, index: usize, sentence: &str, inner: Rect) -> Canvas {
    let rows = sentence_lines(sentence, inner).len() as u16;
    let gap = u16::from(inner.height >= rows + 9);
    let used = (rows + gap).min(inner.height);
    let area = Rect { y: inner.y + used, height: inner.height - used, ..inner };
    let surface = if index == scene.state.focus() { Role::SurfaceFocus } else { Role::Surface };
    Canvas { area, zoomed: scene.state.viewpoint.zoomed, surface }
}

/// The sentence on as many rows as it needs, at most two, one where space is short. What does not fit
/// is cut where a clause ends, so that what stands is still true.
fn sentence_lines(sentence: &str, inner: Rect) -> Vec<String> {
    let most = if inner.height >= 9 { 2 } else { usize::from(inner.height.min(1)) };
    let clauses =
        ["; ", ", ", ": "].into_iter().flat_map(|end| sentence.match_indices(end)).map(|(at, _)| &sentence[..at]);
    let mut forms: Vec<&str> = clauses.chain([sentence]).collect();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let mut forms = forms.into_iter().map(|form| without_orphan(form, inner.width));
    let shortest = forms.clone().next_back().unwrap_or_default();
    let mut lines = forms.find(|lines| lines.len() <= most).unwrap_or(shortest);
    lines.truncate(most);
    lines
}

/// A sentence on lines, of about one length where the last would hold a word alone.
fn without_orphan(sentence: &str, width: u16) -> Vec<String> {
    let lines = text::wrap(sentence, width);
    let is_orphan = lines.len() > 1 && lines.last().is_some_and(|last| !last.contains(' '));
    if is_orphan { text::evenly(width, |width| text::wrap(sentence, width), |_| true) } else { lines }
}

/// The card around a panel.
pub fn card<'a>(scene: &Scene<'_>, number: &'a str, name: &'a str, right: &'a str, focused: bool) -> Card<'a> {
    let surface = if focused { Role::SurfaceFocus } else { Role::Surface };
    Card {
        number,
        name,
        note: "",
        right,
        focused,
        surface: scene.style(surface),
        border: scene.style(Role::Faint),
        title: scene.style(Role::Strong),
        muted: scene.style(Role::Muted),
        // Reversed lines would be bars: where the accent is reversal, heavy lines say it alone.
        accent: scene.style(Role::Accent).remove_modifier(Modifier::REVERSED),
        glyphs: scene.glyphs(),
    }
}

/// `24 months`: how much a chart shows.
pub fn months_words(scene: &Scene<'_>, months: usize) -> String {
    format::counted(months, scene.state.month().frequency())
}

/// `on a year earlier`, `전년동월대비`: what a change is measured on.
fn on_the_base(scene: &Scene<'_>) -> String {
    let base = lens_words::the_base(scene.deck().lens().comparison, scene.state.month().frequency());
    say!("panels.on-base", base = base)
}

/// `3 of 440`, `440개 중 3위`.
fn place(rank: u32, count: u32) -> String {
    say!("panels.place", rank = rank, count = count)
}

/// A name and a value on one row: the name at the left, the value at the right.
pub fn pair(scene: &Scene<'_>, area: Rect, row: u16, name: &str, value: &str, buf: &mut Buffer) {
    if row >= area.height {
        return;
    }
    let y = area.y + row;
    // The number has its cells first, whatever the length of the name.
    let room = area.width.saturating_sub(text::width(value) + 1);
    text::put(buf, area.x, y, name, scene.style(Role::Muted), room);
    text::put_right(buf, area.right(), y, value, scene.style(Role::Text), area.width);
}
