//! What the dashboard does when the thread that keeps it live tells it something.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::app::{Notice, Overlay};
use crate::domain::{Problem, Scope};
use crate::import::Reached;
use crate::indicators::Lensed;
use crate::ui::news;
use crate::word;
use crate::words::Language;

use super::super::live::{Feeding, Order, Told};
use super::super::program::Outcome;
use super::{Dashboard, Look, Message};

/// How long what is new stands out, where no key is pressed.
const NEWS: Duration = Duration::from_secs(20);

/// Cells beside the words of a notice: its mark, and the margins.
const MARK: u16 = 6;

impl Dashboard {
    /// The same with a way to have the dataset read again; messages call the source by its name.
    #[must_use]
    pub fn fed_by(self, feeding: Feeding, source: String) -> Dashboard {
        Dashboard { feeding: Some(feeding), source, ..self }
    }

    /// Asks the thread that reads for something.
    pub(super) fn ask(&mut self, order: Order) -> Outcome<Message> {
        match &self.feeding {
            Some(feeding) => {
                feeding.order(order);
                Outcome::redraw()
            }
            None => self.tell(word!("live.no-source").to_owned()),
        }
    }

    /// What goes wrong while reading is told in the language of the screen.
    pub(super) fn reads_in_another_language(&self, spoken: Language) {
        if let Some(feeding) = self.feeding.as_ref().filter(|_| self.state.language != spoken) {
            feeding.order(Order::Speak(self.state.language));
        }
    }

    /// Asks for another part of the records.
    pub(super) fn look_into(&mut self, scope: Scope) -> Outcome<Message> {
        match &self.feeding {
            Some(feeding) => {
                feeding.order(Order::Look(scope));
                self.tell(word!("scope.reading").to_owned())
            }
            None => self.tell(word!("live.no-source").to_owned()),
        }
    }

    /// What was told, on the screen.
    pub(super) fn told(&mut self, told: Told, now: Instant) -> Outcome<Message> {
        match told {
            Told::Dataset(Ok(newest)) => self.take_dataset(newest, now),
            Told::Dataset(Err(problems)) => {
                self.forget_notice();
                self.state.live_mut().source = problems;
                Outcome::redraw()
            }
            Told::Look { look, is_other_theme } => self.take_look(*look, is_other_theme),
            Told::Unwatched(words) | Told::Words(words) => self.tell(words),
            Told::Mapped(tables) => {
                let live = self.state.live_mut();
                let shown = live.mapped().and_then(|shown| tables.iter().position(|table| table.file == shown.file));
                (live.table, live.tables) = (shown.unwrap_or(0), tables);
                self.state.overlay = Some(Overlay::Mapping);
                Outcome::redraw()
            }
            Told::NotLooked(problem) => self.tell(problem.to_string()),
            Told::Opened(_) => Outcome::unchanged(),
        }
    }

    /// Shows another dataset, and says what is new.
    fn take_dataset(&mut self, newest: Arc<Lensed>, now: Instant) -> Outcome<Message> {
        let was_stale = !std::mem::take(&mut self.state.live_mut().source).is_empty();
        let was_incomplete = self.state.live_mut().incomplete.take().is_some();
        // The rest of what was shown in part is no news.
        let taken = if was_incomplete { self.state.take_part(newest) } else { self.state.take_dataset(newest) };
        if taken.is_err() {
            let problem =
                Problem::whole_file(self.source.clone(), word!("live.nothing-known"), word!("live.nothing-known-hint"));
            self.state.live_mut().source = vec![problem];
            return Outcome::redraw();
        }
        self.follow();
        let words = news::words(&self.scene(), self.screen.width.saturating_sub(MARK));
        let words = words.or(was_stale.then(|| word!("live.mended").to_owned()));
        self.news_until = words.as_ref().map(|_| now + NEWS);
        match words {
            Some(words) => {
                log::info!("{words}");
                self.state.notices = vec![Notice::News(words)];
            }
            // What was done remains done: writing a file beside the dataset may itself have it read again.
            None => self.state.notices.retain(|notice| matches!(notice, Notice::Done(_))),
        }
        Outcome::redraw()
    }

    /// True where Esc has nothing to close.
    pub(in crate::runtime) fn shows_all(&self) -> bool {
        let state = &self.state;
        state.overlay.is_none() && state.prompt.is_none() && !state.viewpoint.zoomed
    }

    /// Shows how far reading has come, and another part of the dataset where there is one.
    pub(in crate::runtime) fn take_part(&mut self, part: Option<Arc<Lensed>>, reached: Reached) -> Outcome<Message> {
        if let Some(part) = part {
            // A part that knows nothing yet changes nothing.
            let _ = self.state.take_part(part);
        }
        let live = self.state.live_mut();
        live.incomplete = Some(reached);
        self.follow();
        Outcome::redraw()
    }

    fn take_look(&mut self, look: Result<Look, Vec<Problem>>, is_other_theme: bool) -> Outcome<Message> {
        match look {
            Ok(look) => {
                self.state.live_mut().configuration.clear();
                // The theme that a key has led to stays, unless the configuration asks for another one.
                if is_other_theme {
                    self.state.theme_steps = 0;
                }
                self.look = look;
                self.follow();
            }
            Err(problems) => {
                problems.iter().for_each(|problem| log::warn!("{problem}"));
                self.state.live_mut().configuration = problems;
            }
        }
        Outcome::redraw()
    }

    /// Says which verdicts have changed.
    pub(super) fn tell_verdicts(&mut self, now: Instant) -> Outcome<Message> {
        let words = news::verdicts(self.state.changed_verdicts());
        if let Some(words) = words.filter(|words| *words != self.verdicts_told) {
            self.verdicts_told.clone_from(&words);
            log::info!("{words}");
            self.news_until = Some(now + NEWS);
            match self.state.notices.last_mut() {
                Some(Notice::News(before)) => *before = format!("{before}; {words}"),
                _ => self.state.notices.push(Notice::News(words)),
            }
        }
        Outcome::redraw()
    }

    /// What is new is known after a key, or a while.
    pub(super) fn forget_news(&mut self) {
        self.news_until = None;
        self.state.live_mut().news = None;
    }

    /// The while is over.
    pub(super) fn tick(&mut self, now: Instant) -> Outcome<Message> {
        if self.news_until.is_none_or(|until| now < until) {
            return Outcome::unchanged();
        }
        self.forget_news();
        self.forget_notice();
        Outcome::redraw()
    }

    fn forget_notice(&mut self) {
        self.state.notices.retain(|notice| !matches!(notice, Notice::News(_)));
    }
}
