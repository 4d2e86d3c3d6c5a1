//! A dataset that takes another's place: what stays as it is, what moves along, and what is new.

use std::sync::Arc;

use crate::domain::{Dataset, Date, Matching, Member, PartnerId, Period, Problem, View};
use crate::import::Reached;
use crate::import::mapping::Mapped;
use crate::indicators::revisions::{Difference, differences};
use crate::indicators::{Deck, Lens, Lensed};

use super::briefing;
use super::judging::VerdictChange;
use super::rows::{self, About};
use super::state::State;
use super::viewpoint::Viewpoint;

/// What a dataset that was read again has brought.
#[derive(Debug, Clone)]
pub struct News {
    /// The month that it is about: a new latest one, else the latest of which a value is another.
    pub month: Period,
    /// True where nothing, or only one side, was known of the month before.
    pub is_new_month: bool,
    /// The panel that shows it.
    pub panel: &'static str,
    /// Every value that is another, new or gone; ordered by series and period.
    pub differences: Vec<Difference>,
    /// The month's figures before; `None` where nothing was known of it.
    pub before: Option<Box<Deck>>,
    /// The month's figures after.
    pub after: Box<Deck>,
}

/// How the dataset on the screen stands to its source.
#[derive(Debug, Clone, Default)]
pub struct Live {
    /// The date is that of the newest release, whichever that is.
    pub(super) follows_newest: bool,
    /// What was brought last, until it is forgotten.
    pub news: Option<News>,
    /// Why the source cannot be read now; what is shown was read before.
    pub source: Vec<Problem>,
    /// Why the configuration cannot be read now; the one in force was read before.
    pub configuration: Vec<Problem>,
    /// The sources that are tables of no known format, with what their columns are taken for, once somebody asked.
    pub tables: Vec<Mapped>,
    /// The one of them that is shown.
    pub table: usize,
    /// How far reading has come, while what is shown is only a part.
    pub incomplete: Option<Reached>,
}

impl Live {
    /// The table that is shown, with what its columns are taken for.
    pub fn mapped(&self) -> Option<&Mapped> {
        self.tables.get(self.table)
    }

    /// What is wrong now, the source before the configuration.
    pub fn problem(&self) -> Option<&Problem> {
        self.source.first().or(self.configuration.first())
    }
}

impl State {
    /// How the dataset stands to its source.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// The same, to be changed.
    pub fn live_mut(&mut self) -> &mut Live {
        &mut self.live
    }

    /// Shows another dataset, of which the newest view is handed over, from the same point of view. Cursor and date move along
    /// where they were at the latest; rows are found by what they are about. What is new is kept as [`Live::news`].
    ///
    /// # Errors
    /// That nothing of it was known on the date; then nothing changes.
    pub fn take_dataset(&mut self, newest: Arc<Lensed>) -> Result<(), Nothing> {
        if let Some(exchange) = self.exchange(newest)? {
            self.live.news = exchange.news();
            briefing::follow_news(self);
        }
        Ok(())
    }

    /// Shows more of a dataset that is being read: as [`State::take_dataset`], but months that are read only now are no news.
    ///
    /// # Errors
    /// That nothing of it was known on the date; then nothing changes.
    pub fn take_part(&mut self, newest: Arc<Lensed>) -> Result<(), Nothing> {
        self.exchange(newest)?;
        self.live.news = None;
        Ok(())
    }

    /// Puts another dataset in the place of this one; nothing where the two cannot be compared.
    fn exchange(&mut self, newest: Arc<Lensed>) -> Result<Option<Exchange>, Nothing> {
        let dataset = Arc::clone(newest.view().dataset());
        let as_of = (!self.live.follows_newest).then_some(self.viewpoint.as_of);
        let new = match as_of {
            None if newest.view().is_newest() => newest,
            _ => Arc::new(Lensed::plain(View::new(Arc::clone(&dataset), as_of))),
        };
        if new.published().span().is_none() {
            return Err(Nothing);
        }
        if dataset.frequency != self.dataset().frequency {
            return self.start_over(dataset, as_of).map(|()| None);
        }
        let before = Latest::of(&self.plain());
        let selected = self.selected_rows();
        let was = self.view().clone();
        let matching = Matching::between(was.dataset(), &dataset);
        self.judge_anew(was.clone(), dataset.statements.clone());
        let after = Latest::of(&new);
        self.swap(Arc::clone(&new));
        let dates = (was.as_of(), new.view().as_of());
        carry(&mut self.viewpoint, &matching, dates);
        self.viewpoint.month = before.moved_to(self.viewpoint.month, &after);
        self.earlier.iter_mut().for_each(|viewpoint| carry(viewpoint, &matching, dates));
        if let Some(from) = self.briefing.as_mut().map(|briefing| &mut briefing.from) {
            carry(from, &matching, dates);
            from.month = before.moved_to(from.month, &after);
        }
        self.settle();
        self.select_rows(selected, &matching);
        let is_other_part = was.dataset().scope != new.view().dataset().scope;
        if is_other_part {
            // Rows of another part of trade: the first is the largest.
            self.viewpoint.rows.fill(0);
            self.viewpoint.detail = None;
            self.live.news = None;
            return Ok(None);
        }
        Ok(Some(Exchange { was, new, before, after }))
    }

    /// Periods of another length: no point of view can be kept but the panel.
    fn start_over(&mut self, dataset: Arc<Dataset>, as_of: Option<Date>) -> Result<(), Nothing> {
        let new = State::new(dataset, as_of, None, self.panels.clone(), self.viewpoint.range).ok_or(Nothing)?;
        let (focus, zoomed, units) = (self.viewpoint.focus, self.viewpoint.zoomed, self.viewpoint.units);
        let viewpoint = Viewpoint { focus, zoomed, units, ..new.viewpoint.clone() };
        let follows_newest = self.live.follows_newest;
        let (theme_steps, history) = (self.theme_steps, self.history.clone());
        let (language, negative) = (self.language, self.negative);
        let elsewhere = self.judges_elsewhere();
        let (playlist, briefing) = (Arc::clone(&self.playlist), self.briefing.take());
        *self = new;
        self.playlist = playlist;
        (self.viewpoint, self.theme_steps, self.history) = (viewpoint, theme_steps, history);
        (self.language, self.negative) = (language, negative);
        self.live.follows_newest = follows_newest;
        if elsewhere {
            self.judge_elsewhere();
        }
        self.settle();
        if let Some(briefing) = briefing {
            briefing::resume(self, &briefing);
        }
        Ok(())
    }

    /// The published series, without a lens.
    fn plain(&self) -> Lensed {
        self.deck.lensed().through(Lens::default()).unwrap_or_else(|_| Lensed::plain(self.view().clone()))
    }

    fn selected_rows(&self) -> Vec<Option<About>> {
        let about = |panel: usize| {
            let mut subjects = rows::subjects(self, self.panels[panel]);
            let row = self.viewpoint.rows[panel].min(subjects.len().checked_sub(1)?);
            Some(subjects.swap_remove(row))
        };
        (0..self.panels.len()).map(about).collect()
    }

    /// Selects the rows about the same again, wherever they are now.
    fn select_rows(&mut self, selected: Vec<Option<About>>, matching: &Matching) {
        for (panel, about) in selected.into_iter().enumerate() {
            let Some(about) = about.and_then(|about| about.carried(matching)) else { continue };
            if let Some(row) = rows::subjects(self, self.panels[panel]).iter().position(|other| *other == about) {
                self.viewpoint.rows[panel] = row;
            }
        }
    }

    /// The verdicts that the last reading has changed.
    pub fn changed_verdicts(&self) -> &[VerdictChange] {
        self.judging.changed()
    }
}

/// A dataset and the one that took its place.
struct Exchange {
    was: View,
    new: Arc<Lensed>,
    before: Latest,
    after: Latest,
}

impl Exchange {
    fn news(&self) -> Option<News> {
        news(&self.was, &self.new, (&self.before, &self.after))
    }
}

/// That nothing of a dataset was known on the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nothing;

/// The last periods of a view.
struct Latest {
    last: Period,
    complete: Period,
}

impl Latest {
    fn of(lensed: &Lensed) -> Latest {
        let published = lensed.published();
        let last = published.span().map_or(Period::month(1, 1), |(_, last)| last);
        Latest { last, complete: published.latest_complete().unwrap_or(last) }
    }

    /// Where a cursor goes that stood on `month`: along with the latest it stood on, else nowhere.
    fn moved_to(&self, month: Period, new: &Latest) -> Period {
        match month {
            month if month == self.complete && new.complete > self.complete => new.complete,
            month if month == self.last && new.last > self.last => new.last,
            month => month,
        }
    }
}

/// The same point of view on another dataset; parts that it does not have are let go.
fn carry(viewpoint: &mut Viewpoint, matching: &Matching, (was, is): (Date, Date)) {
    let known = |members: &[Member]| members.iter().filter_map(|member| matching.member(*member)).collect();
    viewpoint.lens.without = known(&viewpoint.lens.without);
    viewpoint.marked = known(&viewpoint.marked);
    viewpoint.detail = viewpoint.detail.and_then(|member| matching.member(member));
    if viewpoint.as_of == was {
        viewpoint.as_of = is;
    }
}

fn news(was: &View, new: &Arc<Lensed>, (before, after): (&Latest, &Latest)) -> Option<News> {
    let differences = differences(was, new.view());
    let of_totals = || differences.iter().filter(|difference| difference.is_of_total());
    let others = || differences.iter().filter(|difference| difference.is_whole());
    let grown = if after.complete > before.complete { Some(after.complete) } else { None };
    let grown = grown.or((after.last > before.last).then_some(after.last));
    let latest = of_totals().map(|difference| difference.period).max();
    let month = grown.or(latest).or(others().map(|difference| difference.period).max());
    let month = month.or(differences.iter().map(|difference| difference.period).max())?;
    let panel = match differences.iter().find(|difference| difference.period == month) {
        Some(_) if of_totals().any(|difference| difference.period == month) => "balance",
        Some(difference) if difference.key.partner != PartnerId::WORLD => "partners",
        Some(_) => "items",
        None => "balance",
    };
    let old = Arc::new(Lensed::plain(was.clone()));
    let was_known = old.published().span().is_some_and(|(first, last)| (first..=last).contains(&month));
    let before = was_known.then(|| Box::new(Deck::compute(old, month)));
    let after = Box::new(Deck::compute(Arc::clone(new), month));
    Some(News { month, is_new_month: grown.is_some(), panel, differences, before, after })
}
