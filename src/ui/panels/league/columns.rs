//! The columns of a league table: which there are, how wide, what stands in them.

use crate::domain::{Frequency, Ratio};
use crate::indicators::league::Row;
use crate::indicators::{LeagueOf, Measured, Quantity, SortBy};
use crate::say;
use crate::word;
use crate::words::{Language, language};

use super::super::super::format::{self, Sign};
use super::super::super::lens_words;
use super::super::super::scene::Scene;

/// A column after the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Value,
    Growth,
    OtherGrowth,
    Share,
    ShareChange,
    Contribution,
    Bar,
    Imports,
    Balance,
    Run,
    Spark,
}

/// Least cells of the name.
pub(super) const LEAST_NAME: u16 = 10;

/// Most cells of the bars.
const MOST_BAR: u16 = 40;

/// Least cells of the bars.
const LEAST_BAR: u16 = 8;

/// Cells between columns.
pub(super) const GAP: u16 = 2;

impl Column {
    /// What stands in a table of items, from left to right.
    const ITEMS: [Column; 9] = [
        Column::Value,
        Column::Growth,
        Column::OtherGrowth,
        Column::Share,
        Column::ShareChange,
        Column::Contribution,
        Column::Bar,
        Column::Run,
        Column::Spark,
    ];

    /// The same of partners.
    const PARTNERS: [Column; 11] = [
        Column::Value,
        Column::Growth,
        Column::OtherGrowth,
        Column::Share,
        Column::ShareChange,
        Column::Contribution,
        Column::Bar,
        Column::Imports,
        Column::Balance,
        Column::Run,
        Column::Spark,
    ];

    /// The most important first: what is left when there is no room for all.
    const IMPORTANCE: [Column; 11] = [
        Column::Value,
        Column::Growth,
        Column::Contribution,
        Column::Bar,
        Column::Share,
        Column::Balance,
        Column::Imports,
        Column::OtherGrowth,
        Column::Run,
        Column::Spark,
        Column::ShareChange,
    ];

    fn width(self, wide: bool) -> u16 {
        match self {
            // The unit of amounts, and what is counted a day, are longer in Korean.
            Column::Value if language() == Language::Korean => 10,
            Column::OtherGrowth if language() == Language::Korean => 13,
            Column::Value | Column::Imports | Column::Balance => 7,
            Column::Growth => 9,
            Column::OtherGrowth => 10,
            Column::Share => 6,
            Column::ShareChange | Column::Contribution => 7,
            Column::Bar => LEAST_BAR,
            Column::Run => 6,
            Column::Spark => {
                if wide {
                    24
                } else {
                    12
                }
            }
        }
    }

    /// The columns that fit beside a name `name` cells wide, each with its width. What is left over goes to the bars.
    pub(super) fn fitting(scene: &Scene<'_>, of: LeagueOf, name: u16, room: u16) -> Vec<(Column, u16)> {
        let all: &[Column] = match of {
            LeagueOf::Items => &Column::ITEMS,
            LeagueOf::Partners => &Column::PARTNERS,
        };
        let useful = |column: Column| match column {
            Column::OtherGrowth => scene.state.month().frequency() == Frequency::Monthly,
            Column::Imports | Column::Balance => {
                scene.deck().league(of).rows.iter().any(|row| row.imports.is_some() || row.balance.is_some())
            }
            _ => true,
        };
        let wide = room > 130;
        let mut left = room.saturating_sub(name);
        let mut taken: Vec<Column> = Vec::new();
        for column in Column::IMPORTANCE.into_iter().filter(|column| all.contains(column) && useful(*column)) {
            let cost = column.width(wide) + GAP;
            if cost > left {
                break;
            }
            left -= cost;
            taken.push(column);
        }
        let in_order = all.iter().filter(|column| taken.contains(column));
        let width = |column: Column| match column {
            Column::Bar => (column.width(wide) + left).min(MOST_BAR),
            _ => column.width(wide),
        };
        in_order.map(|column| (*column, width(*column))).collect()
    }

    pub(super) fn title(self, scene: &Scene<'_>) -> String {
        let lens = scene.deck().lens();
        let base = lens_words::short_base(lens.comparison, scene.state.month().frequency());
        match self {
            Column::Value => scene.unit(),
            Column::Growth => base.to_owned(),
            Column::OtherGrowth if lens.per_day => say!("leagues.total-growth", base = base),
            Column::OtherGrowth => say!("leagues.daily-growth", base = base),
            Column::Share => word!("leagues.share").to_owned(),
            Column::ShareChange => word!("leagues.share-change").to_owned(),
            Column::Contribution => word!("leagues.contribution").to_owned(),
            Column::Bar => String::new(),
            Column::Imports => word!("flows.imports").to_owned(),
            Column::Balance => word!("leagues.balance").to_owned(),
            Column::Run => word!("leagues.run").to_owned(),
            Column::Spark => format::periods_word(scene.state.month().frequency()).to_owned(),
        }
    }

    /// The order that a column shows.
    pub(super) fn sorted_by(self) -> Option<SortBy> {
        match self {
            Column::Value => Some(SortBy::Value),
            Column::Growth => Some(SortBy::Growth),
            Column::Contribution => Some(SortBy::Contribution),
            Column::ShareChange => Some(SortBy::Share),
            _ => None,
        }
    }

    /// What stands in a row; empty for bars and sparklines, which are drawn.
    pub(super) fn text(self, scene: &Scene<'_>, row: &Row, decimals: u32) -> String {
        let numbers = scene.numbers;
        let percent = |measured: &Measured| match measured.value {
            Ok(value) => numbers.growth(value, 1, Sign::Always),
            Err(reason) => format::undefined(reason).to_owned(),
        };
        let points = |measured: &Measured| match measured.value {
            Ok(value) => numbers.decimal(value, 1, Sign::Always),
            Err(_) => "..".to_owned(),
        };
        let money = |measured: Option<&Measured>, quantity: Quantity| {
            measured.map_or_else(String::new, |measured| numbers.measured(measured, quantity, decimals))
        };
        match self {
            Column::Value => money(Some(&row.value), Quantity::Money),
            Column::Growth => percent(&row.growth),
            Column::OtherGrowth if row.other_growth.value.is_err() && row.member.is_none() => String::new(),
            Column::OtherGrowth => percent(&row.other_growth),
            Column::Share => match row.share.value {
                Ok(value) => numbers.decimal(value, 1, Sign::Minus),
                Err(_) => "..".to_owned(),
            },
            Column::ShareChange if row.member.is_none() => String::new(),
            Column::ShareChange => points(&row.share_change),
            Column::Contribution => points(&row.contribution),
            Column::Imports => money(row.imports.as_ref(), Quantity::Money),
            Column::Balance => money(row.balance.as_ref(), Quantity::Balance),
            Column::Run => run(row),
            Column::Bar | Column::Spark => String::new(),
        }
    }
}

/// `up 17`, `down 2+` where the run may be longer.
fn run(row: &Row) -> String {
    let Some(run) = row.run.filter(|run| run.length > 1) else { return String::new() };
    let word = if run.rises { word!("leagues.up") } else { word!("leagues.down") };
    format!("{word} {}{}", run.length, if run.exact { "" } else { "+" })
}

/// What the bars show of a row: the number that the table is sorted by, in any unit that all rows share.
pub(super) fn bar_value(row: &Row, by: SortBy) -> Option<i64> {
    let value: Ratio = match by {
        SortBy::Value | SortBy::Name => return i64::try_from(row.value.value.ok()?.rounded(0)).ok(),
        SortBy::Growth => row.growth.value.ok()?,
        SortBy::Contribution => row.contribution.value.ok()?,
        SortBy::Share => row.share_change.value.ok()?,
    };
    i64::try_from(value.rounded(2)).ok()
}
