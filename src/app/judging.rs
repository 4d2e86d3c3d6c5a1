//! The judgements on one date: worked out when they are first asked for, or by a worker beside the screen.

use std::sync::{Arc, OnceLock};

use crate::claims::{self, Judgement, Verdict};
use crate::domain::{Statement, View};

/// Work that fills in the judgements.
pub type Job = Box<dyn FnOnce() + Send>;

/// A statement whose verdicts are others since the figures were read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictChange {
    /// The statement's id.
    pub id: String,
    /// Before, as spoken and as known now.
    pub before: (Verdict, Verdict),
    /// After, the same.
    pub after: (Verdict, Verdict),
}

/// Judgements that may still be to come.
#[derive(Debug, Clone, Default)]
pub struct Judging {
    judged: Arc<OnceLock<Vec<Judgement>>>,
    before: Option<Before>,
    changed: Arc<OnceLock<Vec<VerdictChange>>>,
    /// What changed at an earlier reading, told as long as no later one has changed anything.
    changed_earlier: Vec<VerdictChange>,
    elsewhere: bool,
    is_asked_for: bool,
}

/// The figures before they were read again, and what was judged on them so far.
#[derive(Debug, Clone)]
struct Before {
    view: View,
    statements: Vec<Statement>,
    judged: Arc<OnceLock<Vec<Judgement>>>,
}

impl Judging {
    /// From now on somebody takes the work as a [`Job`]: the search for explanations can take longer than a frame.
    pub fn leave_to_others(&mut self) {
        self.elsewhere = true;
    }

    /// True where somebody takes the work.
    pub fn is_left_to_others(&self) -> bool {
        self.elsewhere
    }

    /// Forgets them: the date or the statements changed.
    pub fn start_again(&mut self) {
        let changed_earlier = self.changed().to_vec();
        *self = Judging { elsewhere: self.elsewhere, changed_earlier, ..Judging::default() };
    }

    /// Forgets them because the figures were read again; their changes against the figures before are worked out too.
    pub fn judge_anew(&mut self, view: View, statements: Vec<Statement>) {
        let before = Before { view, statements, judged: Arc::clone(&self.judged) };
        let changed_earlier = self.changed().to_vec();
        *self = Judging { elsewhere: self.elsewhere, before: Some(before), changed_earlier, ..Judging::default() };
    }

    /// The judgements; none as long as they are being worked out.
    pub fn judgements(&self, view: &View, statements: &[Statement]) -> &[Judgement] {
        match self.elsewhere {
            true => self.judged.get().map_or(&[], Vec::as_slice),
            false => self.judged.get_or_init(|| self.work_out(view, statements)),
        }
    }

    fn work_out(&self, view: &View, statements: &[Statement]) -> Vec<Judgement> {
        let judged = claims::judge_all(view, statements);
        if let Some(before) = &self.before {
            self.changed.get_or_init(|| before.changes(&judged));
        }
        judged
    }

    /// The verdicts that changed when the figures were read again; of an earlier reading as long as they are being worked
    /// out, and where none has changed since.
    pub fn changed(&self) -> &[VerdictChange] {
        self.changed.get().filter(|changed| !changed.is_empty()).unwrap_or(&self.changed_earlier)
    }

    /// True while there are none yet.
    pub fn is_pending(&self) -> bool {
        self.elsewhere && self.judged.get().is_none()
    }

    /// True where changes are to be worked out even if nobody looks at the judgements.
    pub fn is_anew(&self) -> bool {
        self.is_pending() && self.before.is_some()
    }

    /// The work that is to be done, once.
    pub fn job(&mut self, view: &View, statements: &[Statement]) -> Option<Job> {
        if !self.is_pending() || self.is_asked_for {
            return None;
        }
        self.is_asked_for = true;
        let (this, view, statements) = (self.clone(), view.clone(), statements.to_vec());
        Some(Box::new(move || {
            this.judged.get_or_init(|| this.work_out(&view, &statements));
        }))
    }
}

impl Before {
    fn changes(&self, after: &[Judgement]) -> Vec<VerdictChange> {
        let before = self.judged.get_or_init(|| claims::judge_all(&self.view, &self.statements));
        let verdicts = |judgement: &Judgement| (judgement.then.verdict, judgement.now.verdict);
        let change = |after: &Judgement| {
            let id = &after.statement.id;
            let was = before.iter().find(|earlier| earlier.statement.id == *id)?;
            Some(VerdictChange { id: id.clone(), before: verdicts(was), after: verdicts(after) })
        };
        claims::changed(before, after).into_iter().filter_map(change).collect()
    }
}
