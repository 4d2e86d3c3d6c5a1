//! Rows in which something is new, unusual, outside the scope or wrong: understood field by field.

use super::columns::FlowColumn;
use super::faults::Kind;
use super::meaning;
use super::row::Row;
use super::tally::{MOST_MEMBERS, MOST_PERIODS, PAIRS, Tally, number_of};
use super::vocabulary::{BAD, Meaning, OUTSIDE, TOTAL};

impl Tally<'_> {
    /// Adds a row in which something is new, unusual, outside or wrong.
    #[cold]
    #[inline(never)]
    pub(super) fn add_carefully(&mut self, row: Row<'_>) {
        let understood = self.understand(row);
        // What a row has brought that is not added may be met again in one that is.
        self.goods.reserve(self.periods.meanings.len() * 2, self.goods_count());
        self.countries.reserve(self.periods.meanings.len() * 2, self.partners.meanings.len());
        match understood {
            Ok(Some(entry)) => {
                self.rows += 1;
                for (flow, (whole, fraction)) in entry.amounts.into_iter().flatten() {
                    let line = 2 * entry.period + flow;
                    self.goods.add_exact(line, entry.goods, whole, fraction);
                    self.countries.add_exact(line, entry.partner, whole, fraction);
                }
            }
            Ok(None) => self.outside += 1,
            Err((kind, at)) => {
                let (start, _) = row.field(at);
                self.faults.note(kind, row.place(), start - row.ends[0] as usize - 1, row.text(at));
            }
        }
    }

    /// What a row says; nothing where it is outside the scope; else what is wrong in which column.
    fn understand(&mut self, row: Row<'_>) -> Result<Option<Entry>, (Kind, usize)> {
        let columns = self.columns;
        let period = self.period(row)?;
        let flows = self.flows_of(row)?;
        let goods = self.goods_of(row)?;
        let (start, end) = row.field(columns.partner);
        let wanted = self.scope.partner.as_deref();
        let partner = self.partners.learn(row.buffer, start, end, |text| match meaning::partner(&columns.text(text)) {
            Meaning::This(name) if wanted.is_some_and(|wanted| wanted != name) => Meaning::Outside,
            meaning => meaning,
        });
        let partner = if self.partners.meanings.len() > MOST_MEMBERS { BAD } else { partner };
        let partner = usable(partner, Kind::Partner, columns.partner)?;
        let mut amounts = [None; 2];
        for (amount, (flow, column)) in amounts.iter_mut().zip(flows.into_iter().flatten()) {
            let text = row.text(column);
            if !text.trim_ascii().is_empty() {
                let read = meaning::amount(&columns.text(text), columns).ok_or((Kind::Amount, column))?;
                *amount = Some((flow, read));
            }
        }
        if amounts == [None; 2] && flows != [None; 2] {
            return Err((Kind::Missing, columns.value));
        }
        let (Some(period), Some(goods), Some(partner), true) = (period, goods, partner, flows != [None; 2]) else {
            return Ok(None);
        };
        Ok(Some(Entry { period, goods, partner, amounts }))
    }

    /// The flows of a row; none where it is outside.
    fn flows_of(&mut self, row: Row<'_>) -> Result<Flows, (Kind, usize)> {
        let columns = self.columns;
        match columns.flow {
            FlowColumn::Always(flow) => Ok([Some((number_of(flow), columns.value)), None]),
            FlowColumn::Each { export, import } => Ok([Some((0, export)), Some((1, import))]),
            FlowColumn::At(at) => {
                let (start, end) = row.field(at);
                let flow = self.flows.learn(row.buffer, start, end, |text| meaning::flow(&columns.text(text)));
                Ok([usable(flow, Kind::Flow, at)?.map(|flow| (flow, columns.value)), None])
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
}

/// Numbers of flows, each with the column of its amount.
type Flows = [Option<(u32, usize)>; 2];

/// What a row says.
struct Entry {
    period: u32,
    goods: u32,
    partner: u32,
    /// Of each flow whole units and fractions.
    amounts: [Option<(u32, (i128, i128))>; 2],
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
