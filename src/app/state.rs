//! What the program knows at any moment.

use std::sync::Arc;

use crate::config::Range;
use crate::domain::{Dataset, Date, Period, View};
use crate::indicators::Deck;
use crate::indicators::deck::Vintages;

/// What lies over the panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The keys.
    Help,
}

/// Something the user should know, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice(pub String);

/// Everything that the screen is drawn from.
#[derive(Debug, Clone)]
pub struct State {
    view: View,
    vintages: Arc<Vintages>,
    /// The month's figures, worked out once per change of month or view.
    pub deck: Deck,
    /// Names of the panels, in their order.
    pub panels: Vec<&'static str>,
    /// The focused panel's place in the list.
    pub focus: usize,
    /// The focused panel has the whole screen.
    pub zoomed: bool,
    /// What lies over the panels.
    pub overlay: Option<Overlay>,
    /// Rows scrolled down in the overlay or the zoomed panel.
    pub scroll: u16,
    /// How many periods the charts show.
    pub range: Range,
    /// The last period that the charts show.
    pub window_end: Period,
    /// Counts the changes of theme asked for.
    pub theme_steps: usize,
    /// Shown until the next key.
    pub notices: Vec<Notice>,
}

impl State {
    /// The state at the start: `month`, or the last complete one. `None` where nothing was known on
    /// the date.
    pub fn new(
        dataset: Arc<Dataset>,
        as_of: Option<Date>,
        month: Option<Period>,
        panels: Vec<&'static str>,
        range: Range,
    ) -> Option<State> {
        let view = View::new(dataset, as_of);
        let vintages = Arc::new(Vintages::read(&view));
        let (first, last) = vintages.span()?;
        let start = month.or(vintages.latest_complete()).unwrap_or(last).clamp(first, last);
        let deck = Deck::compute(&view, Arc::clone(&vintages), start);
        Some(
            State {
                view,
                vintages,
                deck,
                panels,
                focus: 0,
                zoomed: false,
                overlay: None,
                scroll: 0,
                range,
                window_end: last,
                theme_steps: 0,
                notices: Vec::new(),
            }
            .settled(),
        )
    }

    fn settled(mut self) -> State {
        self.keep_cursor_in_window();
        self
    }

    /// The dataset as known on the date.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The dataset. Numbers are to be read through the view.
    pub fn dataset(&self) -> &Dataset {
        self.view.dataset()
    }

    /// The month looked at.
    pub fn month(&self) -> Period {
        self.deck.month
    }

    /// The focused panel's name.
    pub fn focused_panel(&self) -> &'static str {
        self.panels.get(self.focus).copied().unwrap_or("")
    }

    /// First and last period in which anything is known.
    pub fn span(&self) -> (Period, Period) {
        self.vintages.span().unwrap_or((self.month(), self.month()))
    }

    /// How many periods the charts are to show.
    pub fn range_length(&self) -> usize {
        let (first, last) = self.span();
        let all = last.since(first) + 1;
        let length = match self.range {
            Range::All => all,
            Range::Months(months) => (i32::from(months) * first.frequency().per_year() / 12).clamp(1, all),
        };
        length as usize
    }

    /// First and last period of a chart that has room for `count`: it ends where all charts end, unless
    /// the cursor would not be on it.
    pub fn window(&self, count: usize) -> (Period, Period) {
        let (first, last) = self.span();
        let back = i32::try_from(count.max(1)).unwrap_or(i32::MAX) - 1;
        let back = back.min(last.since(first));
        let start = self.window_end.min(last).minus(back).min(self.month()).max(first);
        (start, start.plus(back))
    }

    /// Moves the cursor, within what is known, and works out the figures anew.
    pub fn go_to(&mut self, month: Period) {
        let (first, last) = self.span();
        let month = month.clamp(first, last);
        if month != self.month() {
            self.deck = Deck::compute(&self.view, Arc::clone(&self.vintages), month);
        }
        self.keep_cursor_in_window();
    }

    /// Shifts the window as little as needed to show the cursor.
    pub fn keep_cursor_in_window(&mut self) {
        let (first, last) = self.span();
        let reach = self.range_length() as i32 - 1;
        let earliest_end = self.month().max(first.plus(reach).min(last));
        let latest_end = self.month().plus(reach).min(last);
        self.window_end = self.window_end.clamp(earliest_end.min(latest_end), latest_end);
    }
}
