//! Sentences that rest on numbers which contradict each other are withheld, and say why.

use crate::domain::{Flow, ObservationId, Period, SeriesKey};
use crate::indicators::health::{Check, Finding, Severity};
use crate::indicators::{FigureId, LeagueOf, Measured, RunKind};
use crate::say;

use super::super::findings::short;
use super::Wording;

/// What a sentence rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Exports, their growth, the balance, and how long either has gone the same way.
    Headline,
    /// The balance of the month and of the one before.
    Balance,
    /// The run that the balance is in.
    Streaks,
    /// The focus item's share.
    Focus,
    /// The main target.
    Targets,
    /// The rows of a league.
    League(LeagueOf),
}

impl<'a> Wording<'a> {
    /// The sentence; in its place, where what it rests on contradicts itself, what is wrong.
    pub(super) fn unless_withheld(&self, topic: Topic, sentence: impl FnOnce() -> String) -> String {
        match self.contradiction(topic) {
            Some(finding) => say!("sentences.withheld", finding = short(finding, self.dataset)),
            None => sentence(),
        }
    }

    /// True where a figure rests on numbers that contradict each other: it is not shown as a key number.
    pub fn is_withheld(&self, figure: FigureId) -> bool {
        self.errors().any(|finding| self.figures_rest(finding, &[figure]))
    }

    /// True where the month's run of surpluses or deficits rests on such numbers.
    pub fn is_run_withheld(&self) -> bool {
        self.contradiction(Topic::Streaks).is_some()
    }

    /// The first error on which the sentence rests.
    pub fn contradiction(&self, topic: Topic) -> Option<&'a Finding> {
        self.errors().find(|finding| match topic {
            Topic::Headline => {
                use FigureId::{Balance, Exports, ExportsYoy};
                self.figures_rest(finding, &[Exports, ExportsYoy, Balance])
                    || self.runs_rest(finding, &[RunKind::Deficit, RunKind::Surplus, RunKind::ExportDecline])
            }
            Topic::Balance => {
                let month = self.deck.month;
                self.figures_rest(finding, &[FigureId::Balance]) || finding.lies_in(BALANCE, month.minus(1), month)
            }
            Topic::Streaks => {
                self.figures_rest(finding, &[FigureId::Balance])
                    || self.runs_rest(finding, &[RunKind::Deficit, RunKind::Surplus])
            }
            Topic::Focus => {
                use FigureId::{ExFocusYoy, FocusExports, FocusShare, FocusShareChange};
                self.figures_rest(finding, &[FocusExports, FocusShare, FocusShareChange, ExFocusYoy])
            }
            Topic::Targets => self.deck.main_target().is_some_and(|target| {
                let measured = [&target.done, &target.gap, &target.remaining, &target.needed_growth];
                measured.iter().any(|measured| self.rests(finding, &measured.inputs))
            }),
            Topic::League(of) => {
                let league = self.deck.league(of);
                let measured: Vec<&Measured> =
                    league.counted().chain([&league.total]).flat_map(|row| [&row.value, &row.growth]).collect();
                measured.iter().any(|measured| self.rests(finding, &measured.inputs))
            }
        })
    }

    /// True where a number of the totals up to the month contradicts another: then nothing is the most of all.
    pub(super) fn has_doubtful_history(&self, first: Period) -> bool {
        self.errors().any(|finding| finding.lies_in(BALANCE, first, self.deck.month))
    }

    /// True where a rank among all balances up to the month rests on such numbers.
    pub fn is_rank_withheld(&self) -> bool {
        self.deck.vintages.balance.first().is_some_and(|first| self.has_doubtful_history(first))
    }

    /// What contradicts itself. What is missing is told by the numbers themselves.
    fn errors(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let findings = self.findings.iter();
        findings.filter(|finding| finding.severity() == Severity::Error && finding.check != Check::Gap)
    }

    fn rests(&self, finding: &Finding, inputs: &[ObservationId]) -> bool {
        finding.touches(inputs, self.dataset)
    }

    fn figures_rest(&self, finding: &Finding, figures: &[FigureId]) -> bool {
        figures.iter().any(|id| self.rests(finding, &self.figure(*id).inputs))
    }

    /// A run rests on its months and on the one before, which bounds it.
    fn runs_rest(&self, finding: &Finding, kinds: &[RunKind]) -> bool {
        let runs = kinds.iter().filter_map(|kind| self.deck.streaks.current(*kind));
        runs.into_iter().any(|run| finding.lies_in(BALANCE, run.start.minus(1), run.end))
    }
}

const BALANCE: SeriesKey = SeriesKey::total(Flow::Balance);
