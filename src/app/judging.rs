//! The judgements on one date: worked out when they are first asked for, or by a worker beside the screen.

use std::sync::{Arc, OnceLock};

use crate::claims::{self, Judgement};
use crate::domain::{Statement, View};

/// Work that fills in the judgements.
pub type Job = Box<dyn FnOnce() + Send>;

/// Judgements that may still be to come.
#[derive(Debug, Clone, Default)]
pub struct Judging {
    judged: Arc<OnceLock<Vec<Judgement>>>,
    elsewhere: bool,
    is_asked_for: bool,
}

impl Judging {
    /// From now on somebody takes the work as a [`Job`]: the search for explanations can take longer than a frame.
    pub fn leave_to_others(&mut self) {
        self.elsewhere = true;
    }

    /// Forgets them: the date or the statements changed.
    pub fn start_again(&mut self) {
        *self = Judging { elsewhere: self.elsewhere, ..Judging::default() };
    }

    /// The judgements; none as long as they are being worked out.
    pub fn judgements(&self, view: &View, statements: &[Statement]) -> &[Judgement] {
        match self.elsewhere {
            true => self.judged.get().map_or(&[], Vec::as_slice),
            false => self.judged.get_or_init(|| claims::judge_all(view, statements)),
        }
    }

    /// True while there are none yet.
    pub fn is_pending(&self) -> bool {
        self.elsewhere && self.judged.get().is_none()
    }

    /// The work that is to be done, once.
    pub fn job(&mut self, view: &View, statements: &[Statement]) -> Option<Job> {
        if !self.is_pending() || self.is_asked_for {
            return None;
        }
        self.is_asked_for = true;
        let (judged, view, statements) = (Arc::clone(&self.judged), view.clone(), statements.to_vec());
        Some(Box::new(move || {
            judged.get_or_init(|| claims::judge_all(&view, &statements));
        }))
    }
}
