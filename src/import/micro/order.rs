//! Whether the rows of a text stand in order of their periods, and which periods are complete while it is read.

use std::collections::BTreeMap;

use crate::domain::Period;

use super::scan::Found;

/// The first and the last period, in time, of the rows of a part.
pub type Span = (Period, Period);

/// How periods follow each other from the start of a text to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The earliest first.
    Rising,
    /// The latest first.
    Falling,
}

impl Order {
    /// The order of parts taken here and there from the start to the end; nothing where they are in none.
    pub fn of(spans: &[Span]) -> Option<Order> {
        let is = |order: Order| spans.windows(2).all(|pair| !order.is_before(order.start(pair[1]), order.end(pair[0])));
        [Order::Rising, Order::Falling].into_iter().find(|order| is(*order))
    }

    fn is_before(self, a: Period, b: Period) -> bool {
        match self {
            Order::Rising => a < b,
            Order::Falling => a > b,
        }
    }

    fn start(self, span: Span) -> Period {
        if self == Order::Rising { span.0 } else { span.1 }
    }

    fn end(self, span: Span) -> Period {
        if self == Order::Rising { span.1 } else { span.0 }
    }
}

/// An order is seen in so many parts, where it is not known before.
const SURE: usize = 4;

/// How far a text is read without a gap, by parts that are read in any order.
#[derive(Debug)]
pub struct Front {
    /// Nothing until it is seen.
    order: Option<Order>,
    /// Parts in which it is not seen yet.
    unsure: Vec<(u64, Found, Option<Span>)>,
    /// The part that is the first not to be read.
    next: u64,
    /// Where the row after the last one before it begins.
    end: Option<u64>,
    /// The last period, in order, of all parts before it.
    period: Option<Period>,
    /// Parts behind a gap.
    beyond: BTreeMap<u64, (Found, Option<Span>)>,
    is_broken: bool,
}

impl Front {
    /// Nothing is read yet of a text that seems to have this order; nothing where that is to be seen in its parts, which
    /// then come one after the other.
    pub fn new(order: Option<Order>) -> Front {
        let (unsure, beyond) = Default::default();
        Front { order, unsure, next: 0, end: None, period: None, beyond, is_broken: false }
    }

    /// A part is read, whose rows are of these periods; nothing where it has none.
    pub fn add(&mut self, part: u64, found: Found, span: Option<Span>) {
        match self.order {
            Some(order) => self.add_in(order, part, found, span),
            None => self.see((part, found, span)),
        }
    }

    /// Looks whether the parts so far are in an order: those of one period alone would be in any.
    fn see(&mut self, part: (u64, Found, Option<Span>)) {
        self.unsure.push(part);
        let spans: Vec<Span> = self.unsure.iter().filter_map(|(.., span)| *span).collect();
        if spans.len() < SURE || spans.first() == spans.last() {
            return;
        }
        self.order = Order::of(&spans);
        self.is_broken |= self.order.is_none();
        for (part, found, span) in std::mem::take(&mut self.unsure) {
            self.order.into_iter().for_each(|order| self.add_in(order, part, found, span));
        }
    }

    fn add_in(&mut self, order: Order, part: u64, found: Found, span: Option<Span>) {
        self.beyond.insert(part, (found, span));
        while let Some((found, span)) = self.beyond.remove(&self.next) {
            self.is_broken |= self.end.is_some_and(|end| end != found.begin) || self.is_late(order, span);
            self.next += 1;
            self.end = Some(found.end);
            self.period = span.map(|span| order.end(span)).or(self.period);
        }
        self.is_broken |= self.beyond.values().any(|(_, span)| self.is_late(order, *span));
    }

    /// True of rows of a period that was taken for complete.
    fn is_late(&self, order: Order, span: Option<Span>) -> bool {
        span.zip(self.period).is_some_and(|(span, period)| order.is_before(order.start(span), period))
    }

    /// True once rows were found that are out of order, or that a cut has torn: nothing is known to be complete.
    pub fn is_broken(&self) -> bool {
        self.is_broken
    }

    /// True for a period all rows of which are read, if those that are yet to come are in order as well.
    pub fn is_complete(&self, period: Period) -> bool {
        let front = self.order.zip(self.period).filter(|_| !self.is_broken);
        front.is_some_and(|(order, front)| order.is_before(period, front))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(first: u32, last: u32) -> Option<Span> {
        Some((Period::month(2024, first), Period::month(2024, last)))
    }

    fn part(number: u64) -> Found {
        Found { begin: number * 10, end: number * 10 + 10 }
    }

    fn complete(front: &Front) -> Vec<u32> {
        (1..=12).filter(|month| front.is_complete(Period::month(2024, *month))).collect()
    }

    #[test]
    fn months_are_complete_once_a_later_one_has_begun_and_nothing_before_it_is_missing() {
        let mut front = Front::new(Some(Order::Rising));
        front.add(0, part(0), months(1, 2));
        assert_eq!(complete(&front), [1]);
        front.add(2, part(2), months(4, 6));
        assert_eq!(complete(&front), [1], "a part between is not read");
        front.add(1, part(1), months(2, 4));
        assert_eq!(complete(&front), [1, 2, 3, 4, 5]);
        front.add(3, part(3), None);
        assert_eq!(complete(&front), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn the_latest_may_come_first() {
        let mut front = Front::new(Some(Order::Falling));
        front.add(0, part(0), months(11, 12));
        front.add(1, part(1), months(9, 11));
        assert_eq!(complete(&front), [10, 11, 12]);
    }

    #[test]
    fn nothing_is_complete_once_a_row_is_out_of_order_or_torn() {
        let mut front = Front::new(Some(Order::Rising));
        front.add(0, part(0), months(1, 5));
        front.add(2, part(2), months(4, 6));
        assert!(front.is_broken() && complete(&front).is_empty(), "also behind a gap");
        let mut front = Front::new(Some(Order::Rising));
        front.add(0, part(0), months(1, 5));
        front.add(1, part(1), months(3, 6));
        assert!(front.is_broken());
        let mut front = Front::new(Some(Order::Rising));
        front.add(0, part(0), months(1, 5));
        front.add(1, Found { begin: 12, end: 20 }, months(5, 6));
        assert!(front.is_broken());
    }

    #[test]
    fn an_order_is_seen_in_the_first_parts() {
        let front_of = |spans: &[(u32, u32)]| {
            let mut front = Front::new(None);
            for (number, (first, last)) in (0..).zip(spans) {
                front.add(number, part(number), months(*first, *last));
            }
            (complete(&front), front.is_broken())
        };
        assert_eq!(front_of(&[(1, 2), (2, 3), (3, 3)]), (vec![], false), "too few");
        assert_eq!(front_of(&[(1, 2), (2, 3), (3, 3), (3, 4)]), (vec![1, 2, 3], false));
        assert_eq!(front_of(&[(12, 12), (11, 12), (11, 11), (10, 11)]), (vec![11, 12], false));
        assert_eq!(front_of(&[(12, 12), (12, 12), (12, 12), (12, 12), (11, 12)]), (vec![12], false));
        assert_eq!(front_of(&[(1, 12), (1, 12), (1, 12), (1, 12), (1, 11)]), (vec![], true));
        assert_eq!(front_of(&[(1, 2), (2, 3), (3, 3), (3, 4), (1, 1)]), (vec![], true));
    }

    #[test]
    fn samples_tell_the_order() {
        let spans = |spans: &[(u32, u32)]| -> Vec<Span> { spans.iter().filter_map(|(a, b)| months(*a, *b)).collect() };
        assert_eq!(Order::of(&spans(&[(1, 1), (1, 2), (5, 6)])), Some(Order::Rising));
        assert_eq!(Order::of(&spans(&[(12, 12), (11, 12), (2, 3)])), Some(Order::Falling));
        assert_eq!(Order::of(&spans(&[(1, 12), (1, 12)])), None);
        assert_eq!(Order::of(&spans(&[(1, 1), (5, 5), (1, 1)])), None);
    }
}
