//! The sentences of the panels.

use serde::Serialize;

use crate::claims::Judgement;
use crate::indicators::{LeagueOf, PolicyStanding};
use crate::ui::sentences::Wording;

/// Sentences by panel.
#[derive(Debug, Serialize)]
pub struct Headlines {
    /// Of the whole.
    pub headline: String,
    /// Of the Balance panel.
    pub balance: String,
    /// Of the Streaks panel.
    pub streaks: String,
    /// Of the focus item's panel.
    pub focus_item: String,
    /// Of the Targets panel.
    pub targets: String,
    /// Of the Items panel.
    pub items: String,
    /// Of the Partners panel.
    pub partners: String,
    /// Of the Claims panel.
    pub claims: String,
    /// Of the Policy panel.
    pub policy: String,
}

impl Headlines {
    pub(super) fn of(wording: &Wording<'_>, judgements: &[Judgement], standings: &[PolicyStanding<'_>]) -> Headlines {
        Headlines {
            headline: wording.headline(),
            balance: wording.balance(),
            streaks: wording.streaks(),
            focus_item: wording.focus(),
            targets: wording.targets(),
            items: wording.league(LeagueOf::Items),
            partners: wording.league(LeagueOf::Partners),
            claims: wording.claims(judgements),
            policy: wording.policy(standings),
        }
    }

    /// Each with the name of its panel, in the order of the panels.
    pub fn by_panel(&self) -> [(&'static str, &str); 8] {
        [
            ("balance", &self.balance),
            ("streaks", &self.streaks),
            ("focus_item", &self.focus_item),
            ("targets", &self.targets),
            ("items", &self.items),
            ("partners", &self.partners),
            ("claims", &self.claims),
            ("policy", &self.policy),
        ]
    }
}
