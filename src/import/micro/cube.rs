//! The sums of a whole text, or of several, joined from those of its parts.

use serde::{Deserialize, Serialize};

use crate::domain::{Flow, Period};

use super::faults::Faults;
use super::order::Span;
use super::table::Table;
use super::tally::{Tally, line_of};

/// Sums by period, flow and goods, and by period, flow and partner.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Cube {
    /// In the order in which they were met.
    #[serde(with = "printed")]
    pub periods: Vec<Period>,
    /// Codes of goods one level below the scope; a code that is the scope itself stands for rows that go no further down.
    pub goods: Vec<String>,
    /// Partners as the texts call them.
    pub partners: Vec<String>,
    by_goods: Table,
    by_partner: Table,
    /// Rows that are in the sums.
    pub rows: u64,
    /// Rows outside the scope.
    pub outside: u64,
    /// Rows of other reporters.
    pub foreign: u64,
    /// Bit n is set where a code has n digits.
    pub lengths: u32,
    /// Rows without.
    pub faults: Faults,
}

impl Cube {
    /// True where the sums have the lines and columns that there are names for.
    pub fn is_sound(&self) -> bool {
        let lines = 2 * self.periods.len();
        self.by_goods.is_of(lines, self.goods.len()) && self.by_partner.is_of(lines, self.partners.len())
    }

    /// Adds what was read of a part.
    pub fn add(&mut self, part: Tally<'_>) {
        let periods = numbers(&mut self.periods, &part.periods.meanings);
        let goods = numbers(&mut self.goods, &part.goods_codes());
        let partners = numbers(&mut self.partners, &part.partners.meanings);
        self.add_tables((&part.goods, &part.countries), (&periods, &goods, &partners));
        self.rows += part.rows;
        self.outside += part.outside;
        self.foreign += part.foreign;
        self.lengths |= part.lengths;
        self.faults.merge(part.faults);
    }

    /// Takes the sums out of a tally, which goes on counting; the first and the last period of them. `numbering` belongs to
    /// this tally and cube.
    pub fn drain(&mut self, tally: &mut Tally<'_>, numbering: &mut Numbering) -> Option<Span> {
        let Numbering { periods, goods, partners } = numbering;
        number_more(periods, &mut self.periods, &tally.periods.meanings);
        if goods.len() < tally.goods_count() {
            number_more(goods, &mut self.goods, &tally.goods_codes());
        }
        number_more(partners, &mut self.partners, &tally.partners.meanings);
        self.by_goods.reserve(2 * self.periods.len(), self.goods.len());
        self.by_partner.reserve(2 * self.periods.len(), self.partners.len());
        let lines: Vec<u32> = periods.iter().flat_map(|period| [2 * period, 2 * period + 1]).collect();
        let touched = self.by_goods.drain(&mut tally.goods, &lines, goods);
        self.by_partner.drain(&mut tally.countries, &lines, partners);
        let of = || touched.iter().map(|line| tally.periods.meanings[line / 2]);
        of().min().zip(of().max())
    }

    /// The sums of some periods; how many rows they have is not known.
    pub fn only(&self, is_kept: impl Fn(Period) -> bool) -> Cube {
        let kept: Vec<usize> = (0..self.periods.len()).filter(|at| is_kept(self.periods[*at])).collect();
        let lines: Vec<usize> = kept.iter().flat_map(|at| [2 * at, 2 * at + 1]).collect();
        Cube {
            periods: kept.iter().map(|at| self.periods[*at]).collect(),
            goods: self.goods.clone(),
            partners: self.partners.clone(),
            by_goods: self.by_goods.only(&lines),
            by_partner: self.by_partner.only(&lines),
            ..Cube::default()
        }
    }

    /// True where there are exports and imports of each period.
    pub fn has_both_flows(&self) -> bool {
        let has = |period, flow| self.total(period, flow, 0).is_some();
        (0..self.periods.len()).all(|period| has(period, Flow::Export) && has(period, Flow::Import))
    }

    /// Adds the sums of another text.
    pub fn join(&mut self, other: Cube) {
        let periods = numbers(&mut self.periods, &other.periods);
        let goods = numbers(&mut self.goods, &other.goods);
        let partners = numbers(&mut self.partners, &other.partners);
        self.add_tables((&other.by_goods, &other.by_partner), (&periods, &goods, &partners));
        self.rows += other.rows;
        self.outside += other.outside;
        self.foreign += other.foreign;
        self.lengths |= other.lengths;
        self.faults.merge(other.faults);
    }

    /// Adds tables whose periods, goods and partners have these numbers here.
    fn add_tables(&mut self, tables: (&Table, &Table), (periods, goods, partners): (&[u32], &[u32], &[u32])) {
        let lines: Vec<u32> = periods.iter().flat_map(|period| [2 * period, 2 * period + 1]).collect();
        self.by_goods.reserve(2 * self.periods.len(), self.goods.len());
        self.by_partner.reserve(2 * self.periods.len(), self.partners.len());
        self.by_goods.merge(tables.0, &lines, goods);
        self.by_partner.merge(tables.1, &lines, partners);
    }

    /// All goods and partners, in whole `10^-power` of the unit of the rows.
    pub fn total(&self, period: usize, flow: Flow, power: u32) -> Option<i128> {
        self.by_goods.line_sum(line_of(period, flow), power)
    }

    /// One of [`Cube::goods`] with all partners.
    pub fn of_goods(&self, period: usize, flow: Flow, goods: usize, power: u32) -> Option<i128> {
        self.by_goods.sum(line_of(period, flow), goods, power)
    }

    /// All goods with one of [`Cube::partners`].
    pub fn of_partner(&self, period: usize, flow: Flow, partner: usize, power: u32) -> Option<i128> {
        self.by_partner.sum(line_of(period, flow), partner, power)
    }
}

/// Periods as they are written everywhere.
mod printed {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::domain::Period;

    pub fn serialize<S: Serializer>(periods: &[Period], to: S) -> Result<S::Ok, S::Error> {
        periods.iter().map(ToString::to_string).collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<Period>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        let periods = texts.iter().map(|text| Period::parse(text).ok_or_else(|| D::Error::custom("no period")));
        periods.collect()
    }
}

/// The numbers that periods, goods and partners of a tally have in a cube.
#[derive(Debug, Default)]
pub struct Numbering {
    periods: Vec<u32>,
    goods: Vec<u32>,
    partners: Vec<u32>,
}

/// Goes on with the places of `theirs` in `ours`, of which the first are known.
fn number_more<T: Clone + PartialEq>(known: &mut Vec<u32>, ours: &mut Vec<T>, theirs: &[T]) {
    let more = numbers(ours, &theirs[known.len()..]);
    known.extend(more);
}

/// The place of each of `theirs` in `ours`, where those that are new are added.
fn numbers<T: Clone + PartialEq>(ours: &mut Vec<T>, theirs: &[T]) -> Vec<u32> {
    let mut number = |one: &T| {
        let place = ours.iter().position(|other| other == one);
        place.unwrap_or_else(|| {
            ours.push(one.clone());
            ours.len() - 1
        }) as u32
    };
    theirs.iter().map(&mut number).collect()
}
