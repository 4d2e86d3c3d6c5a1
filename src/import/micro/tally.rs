//! The sums of a part of a text, row by row.

use crate::domain::{Flow, Period, Scope};

use super::columns::{Columns, FlowColumn};
use super::digits;
use super::faults::{Faults, Kind};
use super::fields::MARGIN;
use super::meaning;
use super::table::Table;
use super::vocabulary::{BAD, Meaning, OUTSIDE, TOTAL, UNKNOWN, Vocabulary};

/// More partners, or more codes within one subheading, than these are none.
pub const MOST_MEMBERS: usize = 4096;

/// More periods than these are none.
const MOST_PERIODS: usize = 4096;

/// Goods by the two digits below the scope: their number, and the number of goods whose code ends at the scope.
const PAIRS: u32 = 100;

/// Sums by period, flow and part.
#[derive(Debug)]
pub struct Tally<'p> {
    columns: &'p Columns,
    scope: &'p Scope,
    prefix: Prefix,
    /// Periods; line `2n` of the tables is exports of period n, `2n + 1` imports.
    pub periods: Vocabulary<Period>,
    flows: Vocabulary<Flow>,
    /// Partners.
    pub partners: Vocabulary<String>,
    /// Goods, where the scope is a subheading; else they are told by two digits.
    codes: Vocabulary<String>,
    /// Sums by goods.
    pub goods: Table,
    /// Sums by partner.
    pub countries: Table,
    /// Rows with the sums in them, inside the scope.
    pub rows: u64,
    /// Rows outside the scope.
    pub outside: u64,
    /// Bit n is set where a code has n digits.
    pub lengths: u32,
    /// Rows without.
    pub faults: Faults,
}

/// The digits of the scope, for comparison with eight bytes.
#[derive(Debug, Clone, Copy)]
struct Prefix {
    digits: u64,
    length: usize,
    /// True where codes below are told by the next two digits.
    by_pairs: bool,
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

/// A row of a buffer.
#[derive(Clone, Copy)]
pub struct Row<'b> {
    /// The buffer.
    pub buffer: &'b [u8],
    /// The place before the first field, then the end of each field.
    pub ends: &'b [u32],
    /// Where the text of the buffer, behind its margin, begins in the whole text.
    pub base: u64,
}

impl Row<'_> {
    /// Where a field begins and ends, without quotes around it and without a carriage return.
    #[inline(always)]
    fn field(&self, at: usize) -> (usize, usize) {
        let (mut start, mut end) = (self.ends[at] as usize + 1, self.ends[at + 1] as usize);
        if at + 2 == self.ends.len() && self.buffer[end - 1] == b'\r' && end > start {
            end -= 1;
        }
        if self.buffer[start] == b'"' && end > start + 1 {
            start += 1;
            end -= 1;
        }
        (start, end)
    }

    fn text(&self, at: usize) -> &[u8] {
        let (start, end) = self.field(at);
        &self.buffer[start..end]
    }

    /// Where the row begins in the text, in bytes.
    fn place(&self) -> u64 {
        self.base + u64::from(self.ends[0]) + 1 - MARGIN as u64
    }
}

impl<'p> Tally<'p> {
    /// Nothing yet.
    pub fn new(columns: &'p Columns, scope: &'p Scope) -> Tally<'p> {
        let (goods, countries) = (Table::default(), Table::default());
        let prefix = Prefix::of(&scope.product);
        let flows = Vocabulary::of(vec![Flow::Export, Flow::Import]);
        let (periods, partners, codes) = Default::default();
        let (rows, outside, lengths, faults) = (0, 0, 0, Faults::default());
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
            lengths,
            faults,
        }
    }

    /// Rows that were read, whatever came of them.
    pub fn seen(&self) -> u64 {
        self.rows + self.outside + self.faults.bad()
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
        let Columns { product, partner, value, .. } = *self.columns;
        let buffer = row.buffer;
        let period = match self.columns.month {
            None => found(&self.periods, row, self.columns.period),
            Some(_) => UNKNOWN,
        };
        let flow = match self.columns.flow {
            FlowColumn::At(flow) => found(&self.flows, row, flow),
            FlowColumn::Always(flow) => number_of(flow),
        };
        let partner = found(&self.partners, row, partner);
        let (start, end) = row.field(product);
        let goods = self.pair(buffer, start, end);
        let (from, to) = row.field(value);
        let amount = digits::whole(buffer, from, to);
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

    /// Adds a row in which something is new, unusual, outside or wrong.
    #[cold]
    #[inline(never)]
    fn add_carefully(&mut self, row: Row<'_>) {
        let understood = self.understand(row);
        // What a row has brought that is not added may be met again in one that is.
        self.goods.reserve(self.periods.meanings.len() * 2, self.goods_room());
        self.countries.reserve(self.periods.meanings.len() * 2, self.partners.meanings.len());
        match understood {
            Ok(Some(entry)) => {
                self.rows += 1;
                self.goods.add_exact(entry.line, entry.goods, entry.whole, entry.fraction);
                self.countries.add_exact(entry.line, entry.partner, entry.whole, entry.fraction);
            }
            Ok(None) => self.outside += 1,
            Err((kind, at)) => {
                let (start, _) = row.field(at);
                self.faults.note(kind, row.place(), start - row.ends[0] as usize - 1, row.text(at));
            }
        }
    }

    fn goods_room(&self) -> usize {
        if self.prefix.by_pairs { PAIRS as usize + 1 } else { self.codes.meanings.len() }
    }

    /// What a row says; nothing where it is outside the scope; else what is wrong in which column.
    fn understand(&mut self, row: Row<'_>) -> Result<Option<Entry>, (Kind, usize)> {
        let columns = self.columns;
        let period = self.period(row)?;
        let flow = self.flow(row)?;
        let goods = self.goods_of(row)?;
        let (start, end) = row.field(columns.partner);
        let wanted = self.scope.partner.as_deref();
        let partner = self.partners.learn(row.buffer, start, end, |text| match meaning::partner(&columns.text(text)) {
            Meaning::This(name) if wanted.is_some_and(|wanted| wanted != name) => Meaning::Outside,
            meaning => meaning,
        });
        let partner = if self.partners.meanings.len() > MOST_MEMBERS { BAD } else { partner };
        let partner = usable(partner, Kind::Partner, columns.partner)?;
        let text = row.text(columns.value);
        if text.trim_ascii().is_empty() {
            return Err((Kind::Missing, columns.value));
        }
        let (whole, fraction) = meaning::amount(&columns.text(text), columns).ok_or((Kind::Amount, columns.value))?;
        let (Some(period), Some(flow), Some(goods), Some(partner)) = (period, flow, goods, partner) else {
            return Ok(None);
        };
        Ok(Some(Entry { line: 2 * period + flow, goods, partner, whole, fraction }))
    }

    fn flow(&mut self, row: Row<'_>) -> Result<Option<u32>, (Kind, usize)> {
        let columns = self.columns;
        match columns.flow {
            FlowColumn::Always(flow) => Ok(Some(number_of(flow))),
            FlowColumn::At(at) => {
                let (start, end) = row.field(at);
                let flow = self.flows.learn(row.buffer, start, end, |text| meaning::flow(&columns.text(text)));
                usable(flow, Kind::Flow, at)
            }
        }
    }

    fn period(&mut self, row: Row<'_>) -> Result<Option<u32>, (Kind, usize)> {
        let columns = self.columns;
        let at = columns.period;
        let period = match columns.month {
            None => {
                let (start, end) = row.field(at);
                self.periods.learn(row.buffer, start, end, |text| meaning::period(&columns.text(text)))
            }
            Some(month) => {
                let both = [row.text(at), b"-", row.text(month)].concat();
                match meaning::period(&columns.text(&both)) {
                    Meaning::This(period) => self.periods.number_of(period),
                    _ => BAD,
                }
            }
        };
        let period = if self.periods.meanings.len() > MOST_PERIODS { BAD } else { period };
        usable(period, Kind::Period, at)
    }

    /// The number of the goods of a row, however their code is written.
    fn goods_of(&mut self, row: Row<'_>) -> Result<Option<u32>, (Kind, usize)> {
        let at = self.columns.product;
        let text = self.columns.text(row.text(at));
        let Some(code) = meaning::product(&text) else {
            let kind = if meaning::is_total(&text) { Kind::Total } else { Kind::Product };
            return Err((kind, at));
        };
        self.lengths |= 1 << code.len();
        if !self.scope.has_product(&code) {
            return Ok(None);
        }
        if !self.prefix.by_pairs {
            return Ok(Some(self.codes.number_of(code)).filter(|_| self.codes.meanings.len() <= MOST_MEMBERS));
        }
        let pair = code.get(self.prefix.length..self.prefix.length + 2).and_then(|pair| pair.parse().ok());
        Ok(Some(pair.unwrap_or(PAIRS)))
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

/// What a row says.
struct Entry {
    line: u32,
    goods: u32,
    partner: u32,
    whole: i128,
    fraction: i128,
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
fn number_of(flow: Flow) -> u32 {
    u32::from(flow != Flow::Export)
}

/// The number where it is one, nothing where the text is outside the scope.
fn usable(number: u32, kind: Kind, at: usize) -> Result<Option<u32>, (Kind, usize)> {
    match number {
        BAD => Err((kind, at)),
        TOTAL => Err((Kind::Total, at)),
        OUTSIDE => Ok(None),
        number => Ok(Some(number)),
    }
}
