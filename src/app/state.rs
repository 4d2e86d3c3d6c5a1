//! What the program knows at any moment.

use std::sync::{Arc, OnceLock};

use crate::claims::Judgement;
use crate::config::{Negative, Playlist, Range};
use crate::domain::{Dataset, Date, Period, Scope, Statement, View};
use crate::indicators::revisions::{Change, ReleaseDay, Usual};
use crate::indicators::{Conflict, Deck, Lens, Lensed};
use crate::words::{self, Language};

use super::briefing::{Briefing, Clock};
use super::judging::{Job, Judging};
use super::live::Live;
use super::overlay::Overlay;
use super::prompt::{History, Prompt};
use super::rows;
use super::viewpoint::{Units, Viewpoint};

/// Something the user should know, shown until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// In words.
    Words(String),
    /// What was asked for is done, in words.
    Done(String),
    /// Something new that is no problem, in words.
    News(String),
    /// A lens was asked for that means nothing here.
    Refused(Conflict),
}

/// Everything that the screen is drawn from.
#[derive(Debug, Clone)]
pub struct State {
    lensed: Arc<Lensed>,
    /// The month's figures, worked out once per change of month, lens or view.
    pub deck: Deck,
    /// Names of the panels, in their order.
    pub panels: Vec<&'static str>,
    statements: Vec<Statement>,
    pub(super) judging: Judging,
    pub(super) live: Live,
    /// The days of releases of the whole dataset; read them as far as the view's date.
    pub(super) releases: Arc<OnceLock<Vec<ReleaseDay>>>,
    /// The view's date before this one.
    pub(super) looked_at_before: Option<Date>,
    /// What changed since then.
    pub(super) changed: Arc<OnceLock<Vec<Change>>>,
    /// How much each total is usually revised.
    pub(super) usual: Arc<OnceLock<[Usual; 3]>>,
    /// What is looked at.
    pub viewpoint: Viewpoint,
    /// Earlier viewpoints, the latest last.
    pub(super) earlier: Vec<Viewpoint>,
    /// Scopes that were left for narrower ones, the latest last.
    pub(super) trail: Vec<Scope>,
    /// What lies over the panels.
    pub overlay: Option<Overlay>,
    /// Rows scrolled down in the overlay, or the number picked there.
    pub scroll: u16,
    /// The panel in focus was gone to: it is not merely the first, which a layout may leave out.
    pub is_focus_chosen: bool,
    /// Screenfuls read on in an explanation that has more rows than there is room for.
    pub read_on: u16,
    /// The line being typed.
    pub prompt: Option<Prompt>,
    /// Lines typed before.
    pub history: History,
    /// Counts the changes of theme asked for.
    pub theme_steps: usize,
    /// What the screen speaks; at the start the language of the thread.
    pub language: Language,
    /// What stands before negative numbers, on the screen and in what is copied for people.
    pub negative: Negative,
    /// Shown until the next key.
    pub notices: Vec<Notice>,
    /// How a briefing runs.
    pub playlist: Arc<Playlist>,
    /// The briefing that is going on.
    pub briefing: Option<Briefing>,
    /// The time of day, where the screen shows it.
    pub clock: Option<Clock>,
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
        let lensed = Arc::new(Lensed::plain(View::new(dataset, as_of)));
        let (first, last) = lensed.published().span()?;
        let start = month.or(lensed.published().latest_complete()).unwrap_or(last).clamp(first, last);
        let viewpoint = Viewpoint {
            month: start,
            as_of: lensed.view().as_of(),
            lens: Lens::default(),
            units: Units::default(),
            range,
            window_end: last,
            focus: 0,
            zoomed: false,
            detail: None,
            rows: vec![0; panels.len()],
            marked: Vec::new(),
            sort: Default::default(),
            flags: true,
        };
        let mut state = State {
            deck: Deck::compute(Arc::clone(&lensed), start),
            statements: lensed.view().dataset().statements.clone(),
            lensed,
            judging: Judging::default(),
            live: Live { follows_newest: as_of.is_none(), ..Live::default() },
            releases: Arc::default(),
            looked_at_before: None,
            changed: Arc::default(),
            usual: Arc::default(),
            panels,
            viewpoint,
            earlier: Vec::new(),
            trail: Vec::new(),
            overlay: None,
            scroll: 0,
            is_focus_chosen: false,
            read_on: 0,
            prompt: None,
            history: History::default(),
            theme_steps: 0,
            language: words::language(),
            negative: Negative::default(),
            notices: Vec::new(),
            playlist: Arc::default(),
            briefing: None,
            clock: None,
        };
        state.keep_cursor_in_window();
        Some(state)
    }

    /// The series of the view, through the lens.
    pub fn lensed(&self) -> &Arc<Lensed> {
        &self.lensed
    }

    /// The dataset as known on the date.
    pub fn view(&self) -> &View {
        self.lensed.view()
    }

    /// The dataset. Numbers are to be read through the view.
    pub fn dataset(&self) -> &Dataset {
        self.view().dataset()
    }

    /// The statements made by the date, judged once for a date; none while they are being judged.
    pub fn judgements(&self) -> &[Judgement] {
        self.judging.judgements(self.view(), &self.statements)
    }

    /// The statements made by the date, in the order of their judgements.
    pub fn statements_made(&self) -> impl Iterator<Item = &Statement> {
        self.statements.iter().filter(|statement| statement.said <= self.view().as_of())
    }

    /// True while the statements are being judged.
    pub fn is_judging(&self) -> bool {
        self.judging.is_pending()
    }

    /// Leaves judging to whoever takes the jobs from [`State::judging_job`].
    pub fn judge_elsewhere(&mut self) {
        self.judging.leave_to_others();
    }

    /// True where somebody else judges.
    pub(super) fn judges_elsewhere(&self) -> bool {
        self.judging.is_left_to_others()
    }

    /// True while it is being worked out which verdicts the last reading has changed.
    pub fn is_judging_anew(&self) -> bool {
        self.judging.is_anew()
    }

    /// Other statements, to be judged on figures that take the place of the view's.
    pub(super) fn judge_anew(&mut self, before: View, statements: Vec<Statement>) {
        let judged = std::mem::replace(&mut self.statements, statements);
        self.judging.judge_anew(before, judged);
    }

    /// Judging that is to be done, once for a date.
    pub fn judging_job(&mut self) -> Option<Job> {
        let view = self.view().clone();
        self.judging.job(&view, &self.statements)
    }

    /// Takes one more statement, which is judged with the others and selected in their panel.
    pub fn add_statement(&mut self, statement: Statement) {
        self.statements.push(statement);
        self.judging.start_again();
        let made = self.statements_made().count();
        if let Some(panel) = self.panels.iter().position(|name| *name == "claims") {
            self.viewpoint.rows[panel] = made.saturating_sub(1);
        }
    }

    /// The month looked at.
    pub fn month(&self) -> Period {
        self.viewpoint.month
    }

    /// How every series is looked at.
    pub fn lens(&self) -> &Lens {
        self.lensed.lens()
    }

    /// The focused panel's place in the list.
    pub fn focus(&self) -> usize {
        self.viewpoint.focus
    }

    /// The focused panel's name.
    pub fn focused_panel(&self) -> &'static str {
        self.panels.get(self.viewpoint.focus).copied().unwrap_or("")
    }

    /// The selected row of the focused panel.
    pub fn selected_row(&self) -> usize {
        self.row_of(self.viewpoint.focus)
    }

    /// The selected row of a panel.
    pub fn row_of(&self, panel: usize) -> usize {
        let last = self.panels.get(panel).map_or(0, |name| rows::count(self, name)).saturating_sub(1);
        self.viewpoint.rows.get(panel).copied().unwrap_or(0).min(last)
    }

    /// First and last period in which anything is known.
    pub fn span(&self) -> (Period, Period) {
        self.lensed.published().span().unwrap_or((self.month(), self.month()))
    }

    /// The last period of which both sides are known; else the last of which anything is.
    pub fn latest_complete(&self) -> Period {
        self.lensed.published().latest_complete().unwrap_or(self.span().1)
    }

    /// How many periods the charts are to show.
    pub fn range_length(&self) -> usize {
        let (first, last) = self.span();
        let all = last.since(first) + 1;
        let length = match self.viewpoint.range {
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
        let start = self.viewpoint.window_end.min(last).minus(back).min(self.month()).max(first);
        (start, start.plus(back))
    }

    /// Moves the cursor, within what is known.
    pub fn go_to(&mut self, month: Period) {
        let (first, last) = self.span();
        self.viewpoint.month = month.clamp(first, last);
        self.settle();
    }

    /// Looks through another lens.
    ///
    /// # Errors
    /// Why it means nothing here; then nothing changes.
    pub fn look_through(&mut self, lens: Lens) -> Result<(), Conflict> {
        self.lensed = Arc::new(self.lensed.through(lens.clone())?);
        self.viewpoint.lens = lens;
        self.settle();
        Ok(())
    }

    /// Goes to another viewpoint, of the same dataset.
    pub fn look_from(&mut self, viewpoint: Viewpoint) {
        self.viewpoint = viewpoint;
        self.settle();
    }

    /// Works out anew what the viewpoint needs: the view, the lens, the month.
    pub(super) fn settle(&mut self) {
        if self.viewpoint.as_of != self.view().as_of() {
            self.looked_at_before = Some(self.view().as_of());
            self.swap(Arc::new(Lensed::plain(self.view().on(self.viewpoint.as_of))));
            self.judging.start_again();
            self.live.follows_newest = self.view().is_newest();
        }
        if self.viewpoint.lens != *self.lens() {
            match self.lensed.through(self.viewpoint.lens.clone()) {
                Ok(lensed) => self.lensed = Arc::new(lensed),
                // An earlier date can know less than the lens needs.
                Err(conflict) => {
                    self.notices.push(Notice::Refused(conflict));
                    self.viewpoint.lens = self.lens().clone();
                }
            }
        }
        let (first, last) = self.span();
        self.viewpoint.month = self.viewpoint.month.clamp(first, last);
        let is_same =
            self.deck.month == self.viewpoint.month && std::ptr::eq(self.deck.lensed(), &raw const *self.lensed);
        if !is_same {
            self.deck = Deck::compute(Arc::clone(&self.lensed), self.viewpoint.month);
        }
        self.keep_cursor_in_window();
    }

    /// Puts a view as published in the place of the one before; [`State::settle`] works out what follows.
    pub(super) fn swap(&mut self, lensed: Arc<Lensed>) {
        if !Arc::ptr_eq(self.view().dataset(), lensed.view().dataset()) {
            self.releases = Arc::default();
        }
        self.lensed = lensed;
        self.changed = Arc::default();
        self.usual = Arc::default();
    }

    /// Shifts the window as little as needed to show the cursor.
    pub fn keep_cursor_in_window(&mut self) {
        let (first, last) = self.span();
        let reach = self.range_length() as i32 - 1;
        let earliest_end = self.month().max(first.plus(reach).min(last));
        let latest_end = self.month().plus(reach).min(last);
        let end = &mut self.viewpoint.window_end;
        *end = (*end).clamp(earliest_end.min(latest_end), latest_end);
    }
}
