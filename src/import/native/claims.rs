//! `[[claims]]`: statements about the figures, in a `dataset.toml` or in a file of their own.

use std::collections::BTreeSet;

use crate::claims::language::{self, Codes, Kind};
use crate::domain::toml_tree::{Document, Table};
use crate::domain::{
    Dataset, Expression, ItemId, PartnerId, Period, Problem, Qualifier, Ratio, SourceId, Stated, StatedUnit, Statement,
};
use crate::say;
use crate::word;

use super::builder::Builder;
use super::fields::{required_date, text};
use super::table;

/// What statements may name.
trait Known: Codes {
    /// The source with this id, none for the empty one; a hint where there is none.
    fn source(&mut self, id: &str) -> Result<Option<SourceId>, String>;

    /// True where the dataset has periods of this frequency.
    fn has_frequency(&mut self, period: Period) -> bool;
}

impl Codes for Builder {
    fn item(&mut self, code: &str) -> Result<ItemId, String> {
        Builder::item(self, code)
    }

    fn partner(&mut self, code: &str) -> Result<PartnerId, String> {
        Builder::partner(self, code)
    }
}

impl Known for Builder {
    fn source(&mut self, id: &str) -> Result<Option<SourceId>, String> {
        Builder::source(self, id)
    }

    fn has_frequency(&mut self, period: Period) -> bool {
        self.accepts(period)
    }
}

impl Known for &Dataset {
    fn source(&mut self, id: &str) -> Result<Option<SourceId>, String> {
        if id.is_empty() {
            return Ok(None);
        }
        let found = self.sources.iter().position(|source| source.id == id);
        found.map(|index| Some(SourceId(index as u16))).ok_or_else(|| word!("native.use-id-source-dataset").to_owned())
    }

    fn has_frequency(&mut self, period: Period) -> bool {
        self.frequency == period.frequency()
    }
}

/// Reads a file of `[[claims]]` about a dataset.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_claims(name: &str, bytes: &[u8], dataset: &Dataset) -> Result<Vec<Statement>, Vec<Problem>> {
    let text = table::utf8(name, bytes).map_err(|problem| vec![problem])?;
    let document = Document::parse(name, text)?;
    let mut problems = Vec::new();
    document.root().integer_in("format", 1..=1, &mut problems);
    let statements = statements(document.root(), &mut &*dataset, &mut problems);
    document.root().finish(&mut problems);
    if statements.is_empty() && problems.is_empty() {
        problems.push(Problem::whole_file(name, word!("native.there-no-claim"), word!("native.add-claims-table-see")));
    }
    if problems.is_empty() { Ok(statements) } else { Err(problems) }
}

/// The statements of a dataset.
pub(super) fn read(root: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Vec<Statement> {
    statements(root, builder, problems)
}

fn statements(root: &Table, known: &mut dyn Known, problems: &mut Vec<Problem>) -> Vec<Statement> {
    let mut ids = BTreeSet::new();
    let mut statements = Vec::new();
    for table in root.tables("claims", problems) {
        let statement = statement(table, known, problems);
        table.finish(problems);
        let Some(statement) = statement else { continue };
        if !ids.insert(statement.id.clone()) {
            problems.push(table.problem_at(
                "id",
                word!("native.claim-id-stands-above"),
                word!("native.give-each-claim-its"),
            ));
        }
        statements.push(statement);
    }
    statements
}

fn statement(table: &Table, known: &mut dyn Known, problems: &mut Vec<Problem>) -> Option<Statement> {
    let id = table.required_str("id", problems).unwrap_or("").to_owned();
    let said = required_date(table, "said", problems);
    let period = period(table, "period", known, problems);
    let period_stated = table.optional_bool("period_stated", problems).unwrap_or(true);
    let (speaker, text, basis, note) = (
        text(table, "speaker", problems),
        text(table, "statement", problems),
        text(table, "basis", problems),
        text(table, "note", problems),
    );
    let qualifier = qualifier(table, problems);
    let stated = stated(table, period, known, problems);
    let indicator = expression(table, "indicator", known, problems);
    let arithmetic = expression(table, "arithmetic", known, problems);
    check_kinds(table, stated.as_ref(), indicator.as_ref(), problems);
    check_number(table, stated.as_ref(), qualifier, indicator.as_ref(), problems);
    let source = table.optional_str("source", problems).and_then(|id| {
        let fault = |hint| table.problem_at("source", say!("native.unknown-source", id = id.escape_debug()), hint);
        known.source(id).unwrap_or_else(|hint| {
            problems.push(fault(hint));
            None
        })
    });
    Some(Statement {
        id,
        said: said?,
        speaker,
        text,
        stated,
        qualifier,
        indicator,
        arithmetic,
        period,
        period_stated,
        basis,
        note,
        source,
    })
}

fn qualifier(table: &Table, problems: &mut Vec<Problem>) -> Qualifier {
    let words = Qualifier::ALL.map(|(word, _)| word);
    let word = table.one_of("qualifier", &words, problems);
    let found = Qualifier::ALL.into_iter().find(|(known, _)| Some(*known) == word);
    found.map_or(Qualifier::default(), |(_, qualifier)| qualifier)
}

fn period(table: &Table, key: &str, known: &mut dyn Known, problems: &mut Vec<Problem>) -> Option<Period> {
    let text = table.optional_str(key, problems)?;
    let Some(period) = Period::parse(text) else {
        let what = say!("native.not-period", text = text.escape_debug());
        problems.push(table.problem_at(key, what, word!("native.write-yyyy-mm-yyyy")));
        return None;
    };
    if !known.has_frequency(period) {
        let hint = word!("native.write-period-data-have");
        problems.push(table.problem_at(key, say!("native.another-frequency-than-data", period = period), hint));
        return None;
    }
    Some(period)
}

/// The number as said: digits and a unit; or, in the unit `since`, the period named.
fn stated(table: &Table, period: Option<Period>, known: &mut dyn Known, problems: &mut Vec<Problem>) -> Option<Stated> {
    let printed = table.optional_str("stated", problems);
    let unit_text = table.optional_str("unit", problems).unwrap_or("");
    let printed = printed?;
    if unit_text.is_empty() && table.get("unit").is_none() {
        let hint = word!("native.add-unit-usd-billion");
        problems.push(table.problem_at("stated", word!("native.unit-missing"), hint));
        return None;
    }
    if unit_text == "since" {
        let since = self::period(table, "stated", known, problems)?;
        let value = Ratio::whole(i128::from(period?.since(since)));
        let (unit, unit_text) = (StatedUnit::Periods, unit_text.to_owned());
        return Some(Stated {
            printed: printed.to_owned(),
            unit_text,
            unit,
            value,
            step: Ratio::whole(1),
            decimals: 0,
        });
    }
    let Some(unit) = StatedUnit::parse(unit_text) else {
        let what = say!("native.unknown-unit", unit_text = unit_text.escape_debug());
        let hint = word!("native.write-usd-billion-percent");
        problems.push(table.problem_at("unit", what, hint));
        return None;
    };
    let stated = Stated::parse(printed, unit_text, unit);
    if stated.is_none() {
        let what = say!("native.not-number", printed = printed.escape_debug());
        problems.push(table.problem_at("stated", what, word!("native.write-digits-printed-17")));
    }
    stated
}

fn expression(table: &Table, key: &str, known: &mut dyn Known, problems: &mut Vec<Problem>) -> Option<Expression> {
    let value = table.get(key)?;
    let text = value.read::<&str>(key, problems)?;
    let parsed = language::parse(text, known);
    parsed.map_err(|fault| problems.push(value.problem_within(fault.at, fault.what, fault.hint))).ok()
}

fn check_kinds(table: &Table, stated: Option<&Stated>, indicator: Option<&Expression>, problems: &mut Vec<Problem>) {
    let Some((stated, indicator)) = stated.zip(indicator) else { return };
    let kind = Kind::of(indicator);
    if !kind.fits(&stated.unit) {
        let what = say!("native.does-not-state", unit_text = stated.unit_text.escape_debug(), kind = kind.name());
        problems.push(table.problem_at("unit", what, word!("native.let-unit-indicator-speak")));
    }
}

/// Only "a record" and "the first ever" need no number.
fn check_number(
    table: &Table,
    stated: Option<&Stated>,
    qualifier: Qualifier,
    indicator: Option<&Expression>,
    problems: &mut Vec<Problem>,
) {
    let needs_none = matches!(qualifier, Qualifier::Record | Qualifier::First);
    if stated.is_none() && !needs_none && table.get("stated").is_none() {
        problems.push(table.problem(word!("native.stated-missing"), word!("native.add-stated-50-1")));
    }
    let is_first = matches!(indicator, None | Some(Expression::SinceHeld(_) | Expression::Since(..)));
    if qualifier == Qualifier::First && !is_first {
        let hint = word!("native.write-since-export-year");
        problems.push(table.problem_at("indicator", word!("native.first-needs-know-what"), hint));
    }
    let is_value = indicator.is_none_or(|indicator| Kind::of(indicator).is_amount());
    if qualifier == Qualifier::Record && !is_value {
        problems.push(table.problem_at(
            "indicator",
            word!("native.only-value-can-record"),
            word!("native.write-balance-example"),
        ));
    }
}
