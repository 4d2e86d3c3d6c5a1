//! League tables: the items, or the partners, that a month's total is made of.

mod build;
mod rest;

use std::cmp::Ordering;

use crate::domain::{Dataset, Flow, Member, Ratio};

use super::Measured;
use super::concentration::Concentration;

pub use build::league;

/// What the rows of a league are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeagueOf {
    /// Kinds of goods, of one classification.
    Items,
    /// Countries or groups of them, of one scheme.
    Partners,
}

/// The order of a league.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum SortBy {
    /// The largest first.
    #[default]
    Value,
    /// The fastest growing first.
    Growth,
    /// Those that added most to the total's growth first.
    Contribution,
    /// The largest change of the share first.
    Share,
    /// By name.
    Name,
}

impl SortBy {
    /// All, in the order in which a key goes through them.
    pub const ALL: [SortBy; 5] = [SortBy::Value, SortBy::Growth, SortBy::Contribution, SortBy::Share, SortBy::Name];
}

/// How long a part has grown or fallen without a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowRun {
    /// It grew; otherwise it fell.
    pub rises: bool,
    /// Number of periods.
    pub length: u32,
    /// False where a gap or the start of the data bounds it.
    pub exact: bool,
}

/// One line of a league.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which part; `None` for the total and for the rest.
    pub member: Option<Member>,
    /// The part that it lies within: such a row is not counted again.
    pub within: Option<Member>,
    /// Amount through the lens.
    pub value: Measured,
    /// What the amount is compared with.
    pub base: Measured,
    /// Growth on the base, in percent.
    pub growth: Measured,
    /// The same per working day; in total where the lens is per working day.
    pub other_growth: Measured,
    /// Share of the total, in percent.
    pub share: Measured,
    /// Change of the share, in points.
    pub share_change: Measured,
    /// Contribution to the total's growth, in points.
    pub contribution: Measured,
    /// Current run of growth or decline.
    pub run: Option<RowRun>,
    /// The other flow (imports), where partners have it.
    pub imports: Option<Measured>,
    /// Balance, where partners have it.
    pub balance: Option<Measured>,
}

/// Whether the parts make up the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartsSum {
    /// The total of the month is not known.
    NoTotal,
    /// No part is known.
    NoParts,
    /// They do, within their rounding.
    Complete,
    /// With the others they do.
    WithOthers,
    /// They exceed it, by this amount.
    Exceed(Ratio),
}

/// The parts of one month's total.
#[derive(Debug, Clone)]
pub struct League {
    /// Items or partners.
    pub of: LeagueOf,
    /// Classification of the items, or scheme of the partners.
    pub scheme: String,
    /// Exports, or imports where nothing else is known by part.
    pub flow: Flow,
    /// In the order of the dataset.
    pub rows: Vec<Row>,
    /// The total.
    pub total: Row,
    /// What the known rows leave of the total, column by column: the rest of its growth is that of all that has
    /// no growth of its own here.
    pub others: Row,
    /// Whether they add up.
    pub sum: PartsSum,
    /// How concentrated the total is.
    pub concentration: Option<Concentration>,
    /// False where the lens takes something out that this league cannot leave out.
    pub keeps_lens: bool,
}

impl League {
    /// Indices of the rows in an order: unknown values last, equals as in the dataset. A row within another
    /// follows it.
    pub fn order(&self, dataset: &Dataset, by: SortBy) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.rows.len()).filter(|row| self.parent(*row).is_none()).collect();
        order.sort_by(|a, b| compare(dataset, &self.rows[*a], &self.rows[*b], by));
        let within = |whole: usize| (0..self.rows.len()).filter(move |row| self.parent(*row) == Some(whole));
        order.into_iter().flat_map(|row| std::iter::once(row).chain(within(row))).collect()
    }

    /// The row of this league that a row lies within.
    fn parent(&self, row: usize) -> Option<usize> {
        let whole = self.rows[row].within?;
        self.rows.iter().position(|other| other.member == Some(whole) && other.value.value.is_ok())
    }

    /// True where a row lies within another one, and so is not counted again.
    pub fn is_within(&self, row: &Row) -> bool {
        row.within
            .is_some_and(|whole| self.rows.iter().any(|other| other.member == Some(whole) && other.value.value.is_ok()))
    }

    /// Rows whose amount is known and that count towards the total.
    pub fn counted(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.value.value.is_ok() && !self.is_within(row))
    }

    /// The row of a part.
    pub fn row(&self, member: Member) -> Option<&Row> {
        self.rows.iter().find(|row| row.member == Some(member))
    }
}

fn compare(dataset: &Dataset, a: &Row, b: &Row, by: SortBy) -> Ordering {
    let name = |row: &Row| row.member.map(|member| dataset.member_name(member).en.as_str());
    let number = |row: &Row| match by {
        SortBy::Value | SortBy::Name => row.value.value.ok(),
        SortBy::Growth => row.growth.value.ok(),
        SortBy::Contribution => row.contribution.value.ok(),
        SortBy::Share => row.share_change.value.ok(),
    };
    // Rows of which the month tells nothing come last in any order.
    let known = |row: &Row| row.value.value.is_ok();
    let by_number = || number(b).cmp(&number(a));
    known(b).cmp(&known(a)).then_with(|| if by == SortBy::Name { name(a).cmp(&name(b)) } else { by_number() })
}
