//! The sums of a part of a text, row by row.

use crate::domain::{Flow, Period, Scope};

use super::columns::{Columns, FlowColumn};
use super::digits;
use super::faults::{Faults, Kind};
use super::row::Row;
use super::table::Table;
use super::vocabulary::{BAD, UNKNOWN, Vocabulary};

/// More partners, or more codes within one subheading, than these are none.
pub const MOST_MEMBERS: usize = 4096;

/// More periods than these are none.
pub(super) const MOST_PERIODS: usize = 4096;

/// Goods by the two digits below the scope: their number, and the number of goods whose code ends at the scope.
pub(super) const PAIRS: u32 = 100;

/// Sums by period, flow and part.
#[derive(Debug)]
pub struct Tally<'p> {
    pub(super) columns: &'p Columns,
    pub(super) scope: &'p Scope,
    pub(super) prefix: Prefix,
    /// Periods; line `2n` of the tables is exports of period n, `2n + 1` imports.
    pub periods: Vocabulary<Period>,
    pub(super) flows: Vocabulary<Flow>,
    /// Partners.
    pub partners: Vocabulary<String>,
    /// Goods, where the scope is a subheading; else they are told by two digits.
    pub(super) codes: Vocabulary<String>,
    /// Sums by goods.
    pub goods: Table,
    /// Sums by partner.
    pub countries: Table,
    /// Rows with the sums in them, inside the scope.
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

/// The digits of the scope, for comparison with eight bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prefix {
    digits: u64,
    pub(super) length: usize,
    /// True where codes below are told by the next two digits.
    pub(super) by_pairs: bool,
}

impl Prefix {
    fn of(product: &str) -> Prefix {
        let mut bytes = [0; 8];
        for (byte, digit) in bytes.iter_mut().zip(product.bytes()) {
            *byte = digit;
        }
        Prefix { digits: u64::from_le_bytes(bytes), length: product.len(), by_pairs: product.len() < 6 }
    }
}

impl<'p> Tally<'p> {
    /// Nothing yet.
    pub fn new(columns: &'p Columns, scope: &'p Scope) -> Tally<'p> {
        let (goods, countries) = (Table::default(), Table::default());
        let prefix = Prefix::of(&scope.product);
        let flows = Vocabulary::of(vec![Flow::Export, Flow::Import]);
        let (periods, partners, codes) = Default::default();
        let (rows, outside, foreign, lengths, faults) = (0, 0, 0, 0, Faults::default());
        Tally {
            columns,
            scope,
            prefix,
            periods,
            flows,
            partners,
            codes,
            goods,
            countries,
            rows,
            outside,
            foreign,
            lengths,
            faults,
        }
    }

    /// Rows that were read, whatever came of them.
    pub fn seen(&self) -> u64 {
        self.rows + self.outside + self.foreign + self.faults.bad()
    }

    /// What separates fields.
    pub fn separator(&self) -> u8 {
        self.columns.separator
    }

    /// How many fields a row has.
    pub fn width(&self) -> usize {
        self.columns.width
    }

    /// Counts a row with too many or too few fields; lines with nothing on them are none.
    #[cold]
    pub fn misfit(&mut self, row: Row<'_>) {
        let last = row.ends.len() - 1;
        let text = &row.buffer[row.ends[0] as usize + 1..row.ends[last] as usize];
        if !text.iter().all(|byte| byte.is_ascii_whitespace() || *byte == self.columns.separator) {
            self.faults.note(Kind::Width, row.place(), 0, text);
        }
    }

    /// Adds a row that has the right number of fields.
    #[inline(always)]
    pub fn add(&mut self, row: Row<'_>) {
        if self.is_foreign(row) {
            self.foreign += 1;
            return;
        }
        let flow = match self.columns.flow {
            FlowColumn::At(flow) => found(&self.flows, row, flow),
            FlowColumn::Always(flow) => number_of(flow),
            FlowColumn::Each { export, import } => return self.add_each(row, [export, import]),
        };
        let period = self.period_of(row);
        let partner = found(&self.partners, row, self.columns.partner);
        let (start, end) = row.field(self.columns.product);
        let goods = self.pair(row.buffer, start, end);
        let (from, to) = row.field(self.columns.value);
        let amount = digits::whole(row.buffer, from, to);
        match amount {
            Some(amount @ 1..) if period.max(flow).max(partner).max(goods) < BAD => {
                self.lengths |= 1 << (end - start);
                self.rows += 1;
                let line = 2 * period + flow;
                self.goods.add(line, goods, amount as i64);
                self.countries.add(line, partner, amount as i64);
            }
            _ => self.add_carefully(row),
        }
    }

    /// Adds a row that has an amount for each flow; where nothing stands, there is nothing to add.
    #[inline(never)]
    fn add_each(&mut self, row: Row<'_>, columns: [usize; 2]) {
        let period = self.period_of(row);
        let partner = found(&self.partners, row, self.columns.partner);
        let (start, end) = row.field(self.columns.product);
        let goods = self.pair(row.buffer, start, end);
        let amounts = columns.map(|column| match row.field(column) {
            (from, to) if from == to => Some(None),
            (from, to) => digits::whole(row.buffer, from, to).map(Some),
        });
        let ([Some(export), Some(import)], true) = (amounts, period.max(partner).max(goods) < BAD) else {
            return self.add_carefully(row);
        };
        if export.or(import).is_none() {
            return self.add_carefully(row);
        }
        self.lengths |= 1 << (end - start);
        self.rows += 1;
        for (flow, amount) in [(0, export), (1, import)] {
            let line = 2 * period + flow;
            match amount {
                Some(0) => {
                    self.goods.add_exact(line, goods, 0, 0);
                    self.countries.add_exact(line, partner, 0, 0);
                }
                Some(amount) => {
                    self.goods.add(line, goods, amount as i64);
                    self.countries.add(line, partner, amount as i64);
                }
                None => {}
            }
        }
    }

    #[inline(always)]
    fn period_of(&self, row: Row<'_>) -> u32 {
        match self.columns.month {
            None => found(&self.periods, row, self.columns.period),
            Some(_) => UNKNOWN,
        }
    }

    /// True of rows of other reporters than the one that is added up.
    #[inline(always)]
    fn is_foreign(&self, row: Row<'_>) -> bool {
        self.columns.reporter.as_ref().is_some_and(|reporter| row.text(reporter.column) != reporter.text)
    }

    /// The number of the goods where a code is digits in order and told by two of them.
    #[inline(always)]
    fn pair(&self, buffer: &[u8], start: usize, end: usize) -> u32 {
        let Prefix { digits, length, by_pairs } = self.prefix;
        let size = end - start;
        if !by_pairs || size % 2 == 1 || size < length + 2 || !digits::is_code(buffer, start, end) {
            return UNKNOWN;
        }
        let word = digits::word(buffer, start);
        if digits::first(word ^ digits, length) != 0 {
            return UNKNOWN;
        }
        let pair = (word >> (8 * length)) as u32;
        (pair & 15) * 10 + (pair >> 8 & 15)
    }

    /// How many of [`Tally::goods_codes`] there are.
    pub fn goods_count(&self) -> usize {
        if self.prefix.by_pairs { PAIRS as usize + 1 } else { self.codes.meanings.len() }
    }

    /// The codes of the goods that the columns of [`Tally::goods`] stand for.
    pub fn goods_codes(&self) -> Vec<String> {
        if !self.prefix.by_pairs {
            return self.codes.meanings.clone();
        }
        let own = self.scope.product.clone();
        (0..PAIRS).map(|pair| format!("{own}{pair:02}")).chain([own.clone()]).collect()
    }
}

#[inline(always)]
fn found<T: PartialEq>(vocabulary: &Vocabulary<T>, row: Row<'_>, at: usize) -> u32 {
    let (start, end) = row.field(at);
    vocabulary.find(row.buffer, start, end)
}

/// The line of a flow of a period in the tables.
pub fn line_of(period: usize, flow: Flow) -> usize {
    2 * period + number_of(flow) as usize
}

/// Lines of exports are even, of imports odd.
pub(super) fn number_of(flow: Flow) -> u32 {
    u32::from(flow != Flow::Export)
}
