//! From the parser's tree to ours.

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::place::SourceText;
use super::value::Kind;
use super::{Date, Entry, Place, Table, Value};
use crate::domain::Problem;
use crate::word;

/// Builds the top-level table; numbers that fit nowhere are reported.
pub(super) fn root(file: &str, text: &str, tree: DeTable<'_>) -> (Table, Vec<Problem>) {
    let source = Arc::new(SourceText::new(file.to_owned(), text.to_owned()));
    let place = Place::whole(Arc::clone(&source));
    let mut builder = Builder { source, problems: Vec::new() };
    let root = builder.table(place, tree);
    (root, builder.problems)
}

struct Builder {
    source: Arc<SourceText>,
    problems: Vec<Problem>,
}

impl Builder {
    fn table(&mut self, place: Place, tree: DeTable<'_>) -> Table {
        let mut pairs: Vec<_> = tree.into_iter().collect();
        pairs.sort_by_key(|(key, _)| key.span().start);
        let entries = pairs.into_iter().map(|(key, value)| self.entry(key, value)).collect();
        Table::new(place, entries)
    }

    fn entry(&mut self, key: Spanned<DeString<'_>>, value: Spanned<DeValue<'_>>) -> Entry {
        let place = self.place(key.span());
        Entry::new(key.into_inner().into_owned(), place, self.value(value))
    }

    fn value(&mut self, value: Spanned<DeValue<'_>>) -> Value {
        let place = self.place(value.span());
        let kind = match value.into_inner() {
            DeValue::String(text) => Kind::Text(text.into_owned()),
            DeValue::Boolean(truth) => Kind::Truth(truth),
            DeValue::Integer(digits) => {
                Kind::Integer(self.number(&place, i64::from_str_radix(digits.as_str(), digits.radix())))
            }
            DeValue::Float(digits) => Kind::Float(self.number(&place, digits.as_str().parse())),
            DeValue::Datetime(moment) => match (moment.date, moment.time) {
                (Some(date), None) => Kind::Date(Date { year: date.year, month: date.month, day: date.day }),
                _ => Kind::Moment,
            },
            DeValue::Array(items) => Kind::Array(items.into_iter().map(|item| self.value(item)).collect()),
            DeValue::Table(tree) => Kind::Table(self.table(place.clone(), tree)),
        };
        Value::new(place, kind)
    }

    fn number<N: Default, E>(&mut self, place: &Place, parsed: Result<N, E>) -> N {
        parsed.unwrap_or_else(|_| {
            self.problems.push(place.problem(word!("domain.number-too-large"), word!("domain.use-smaller-one")));
            N::default()
        })
    }

    fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::at(&self.source, span.start)
    }
}
