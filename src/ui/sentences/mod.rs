//! The one sentence that each panel says, worked out from its figures.
//!
//! A sentence that would need a missing figure says what is missing instead. Superlatives are
//! dropped wherever a tie or a gap would make them false. That is decided once, in `facts`; each language
//! has its own words for what was decided, since sentences of official releases are not built alike.

mod claims;
mod english;
mod facts;
mod korean;
mod policy;
mod through;
mod withheld;

use crate::claims::Judgement;
use crate::domain::{Dataset, ItemId, Member, Period, Ratio, Vintage};
use crate::indicators::health::Finding;
use crate::indicators::league::Row;
use crate::indicators::{Deck, Figure, FigureId, LeagueOf, PolicyStanding, Run, RunKind};

use crate::words::{Language, language};

use super::format::{NumberStyle, Sign};
use super::lens_words;
use facts::league::Moves;
use withheld::Topic;

/// A sentence in the language of the thread.
macro_rules! in_either {
    ($topic:ident::$sentence:ident($($argument:expr),+)) => {
        match language() {
            Language::English => english::$topic::$sentence($($argument),+),
            Language::Korean => korean::$topic::$sentence($($argument),+),
        }
    };
}

/// What sentences are made from.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// The month and its figures.
    pub deck: &'a Deck,
    /// Names of items.
    pub dataset: &'a Dataset,
    /// How numbers are written.
    pub style: &'a NumberStyle,
    /// What the health checks found: sentences that rest on an error are withheld.
    pub findings: &'a [Finding],
}

impl Wording<'_> {
    /// The sentence at the top of the screen.
    pub fn headline(&self) -> String {
        self.unless_withheld(Topic::Headline, || in_either!(headline::sentence(self)))
    }

    /// A shorter headline for narrow screens.
    pub fn headline_short(&self) -> String {
        self.unless_withheld(Topic::Headline, || in_either!(headline::short(self)))
    }

    /// Of the Balance panel.
    pub fn balance(&self) -> String {
        self.unless_withheld(Topic::Balance, || in_either!(balance::sentence(self)))
    }

    /// Of the Streaks panel.
    pub fn streaks(&self) -> String {
        self.unless_withheld(Topic::Streaks, || in_either!(streaks::sentence(self)))
    }

    /// Of the focus item's panel.
    pub fn focus(&self) -> String {
        self.unless_withheld(Topic::Focus, || in_either!(focus::sentence(self)))
    }

    /// Of the Targets panel.
    pub fn targets(&self) -> String {
        self.unless_withheld(Topic::Targets, || in_either!(targets::sentence(self)))
    }

    /// Of the panels of items and partners.
    pub fn league(&self, of: LeagueOf) -> String {
        self.unless_withheld(Topic::League(of), || in_either!(league::sentence(self, of)))
    }

    /// The row that a league's sentence names as the largest; where it says something else, or is withheld, none.
    pub fn leader(&self, of: LeagueOf) -> Option<Member> {
        match facts::league::moves(self, self.deck.league(of)) {
            Moves::Lead(lead) if !lead.tied && lead.known > 1 => lead.row.member,
            _ => None,
        }
        .filter(|_| self.contradiction(Topic::League(of)).is_none())
    }

    /// Of one item or partner.
    pub fn member(&self, member: Member) -> String {
        in_either!(member::sentence(self, member))
    }

    /// Of the Claims panel.
    pub fn claims(&self, judgements: &[Judgement]) -> String {
        claims::sentence(judgements)
    }

    /// Of the Policy panel.
    pub fn policy(&self, standings: &[PolicyStanding<'_>]) -> String {
        policy::sentence(standings)
    }

    /// What would end the current balance run.
    pub fn run_ender(&self) -> Option<String> {
        self.contradiction(Topic::Streaks).is_none().then(|| in_either!(streaks::run_ender(self))).flatten()
    }

    /// What makes the current balance run doubtful.
    pub fn run_doubt(&self) -> Option<String> {
        in_either!(streaks::run_doubt(self))
    }

    /// The run of falling or rising exports, where it is longer than a month.
    pub fn exports_run(&self) -> Option<String> {
        self.contradiction(Topic::Headline).is_none().then(|| in_either!(streaks::run_of_exports(self))).flatten()
    }

    fn figure(&self, id: FigureId) -> &Figure {
        self.deck.figure(id)
    }

    /// True where no period up to the month is missing or contradicts itself: only then is anything the most of all.
    pub fn is_complete(&self, vintage: &Vintage) -> bool {
        let known = |period| vintage.reading(period).is_some();
        let is_sound = |first| Period::span(first, self.deck.month).all(known) && !self.has_doubtful_history(first);
        vintage.first().is_some_and(is_sound)
    }

    /// The last period before a run of which the same held, if all between are known.
    fn last_of_kind_before(&self, run: &Run) -> Option<Period> {
        let before = self.deck.streaks.of(run.kind).rev().find(|earlier| earlier.end < run.start)?.end;
        let series = match run.kind {
            RunKind::Deficit | RunKind::Surplus => &self.deck.lensed().by_period().balance,
            RunKind::ExportDecline | RunKind::ExportRise => &self.deck.lensed().by_period().exports,
        };
        Period::span(before, run.start).all(|period| series.reading(period).is_some()).then_some(before)
    }

    fn money(&self, value: Ratio, decimals: u32) -> String {
        self.style.money(value, decimals, Sign::Never)
    }

    fn percent(&self, value: Ratio) -> String {
        self.style.growth(value, 1, Sign::Never)
    }

    /// The focus item's short name; `Chips`.
    fn focus_name(&self) -> &str {
        let item = self.deck.focus_item.unwrap_or(ItemId::TOTAL);
        let item = self.dataset.item(item);
        if item.short.en.is_empty() { item.name.here() } else { item.short.here() }
    }

    /// The name of a league's row.
    fn member_of(&self, row: &Row) -> String {
        row.member.map_or_else(String::new, |member| lens_words::in_sentence(self.dataset, member))
    }
}
