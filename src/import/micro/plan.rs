//! Whether a file holds customs records, and which column is what: by headings and by content, or as a mapping says.

use std::borrow::Cow;
use std::collections::BTreeMap;

use encoding_rs::Encoding;

use crate::domain::Flow;

use super::super::choices::Choices;
use super::super::document::Document;
use super::super::extract::{Extent, Unit};
use super::super::formats::guess::headings::{Words, words_of};
use super::super::formats::guess::shape::Shape;
use super::super::formats::{areas, words};
use super::super::mapping::Mapping;
use super::super::rows::Row;
use super::super::{importer_below_title, native};
use super::columns::{Columns, FlowColumn, Reporter};
use super::{meaning, names};

/// So much of a file tells what it is, in bytes.
pub const HEAD: usize = 64 * 1024;

/// Codes of fewer digits than these are no records of customs but figures of chapters.
const FEWEST_DIGITS: usize = 6;

/// Columns that tidy CSV files have and records have not: a file with one is read with all its checks.
const NATIVE: [&str; 5] = ["item", "window", "status", "released", "source"];

/// The unit that an office documents and does not write into its files, by a heading of these: Brazil, United Kingdom.
const UNITS: [(&str, &str); 2] = [("CO_PAIS", "USD"), ("FlowTypeDescription", "GBP")];

/// How to read a file of records.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Which column is what.
    pub columns: Columns,
    /// The names of all columns.
    pub names: Vec<String>,
    /// Where the first row below the header begins, in bytes.
    pub first_row: u64,
    /// ISO 4217 code of the values; empty where nobody has said it.
    pub currency: String,
    /// Values are in ten to this power of the currency.
    pub power: u32,
    /// The flow is that which the file is called after.
    pub is_flow_of_name: bool,
}

impl Plan {
    /// What the first bytes of a file (at least [`HEAD`], where it has so many) say; nothing where it holds no records, or
    /// is in a format that has an importer of its own.
    pub fn of(name: &str, head: &[u8], choices: &Choices, mapping: Option<&Mapping>) -> Option<Plan> {
        let is_cut = head.len() >= HEAD;
        let whole = head.iter().rposition(|byte| *byte == b'\n').filter(|_| is_cut).map_or(head, |end| &head[..=end]);
        if choices.format.is_some() {
            return None;
        }
        let whole = Cow::Borrowed(whole);
        let mut document = Document::open(name, &whole, None, None).ok()?;
        let encoding = Encoding::for_label(document.encoding.as_bytes())?;
        if !document.sheets.is_empty()
            || !encoding.is_ascii_compatible()
            || !is_any_table(&mut document, choices, mapping)
        {
            return None;
        }
        let rows = document.sample().rows;
        let shape = Shape::find(&rows, mapping).filter(|shape| !shape.periods_across && shape.has_usual_periods())?;
        if native::is_table(&whole) && shape.names.iter().any(|name| NATIVE.contains(&name.as_str())) {
            return None;
        }
        let below = &rows[shape.header + 1..];
        let of_name = words::flow_of_file(name).filter(|_| choices.flow.is_none());
        let found = Columns::in_table(&shape, below, choices, (mapping, of_name))?;
        // Beside rows of the world others need not add up to it: that is for an importer that compares them.
        if below.iter().any(|row| is_world(row.cell(found.partner))) {
            return None;
        }
        let is_flow_of_name = of_name.is_some() && matches!(found.flow, FlowColumn::Always(_));
        let written = |reporter: Reporter| {
            let text = String::from_utf8_lossy(&reporter.text);
            Reporter { text: encoding.encode(&text).0.into_owned(), ..reporter }
        };
        let reporter = found.reporter.clone().map(written);
        let columns = Columns { separator: document.separator, encoding, reporter, ..found };
        let first_row = line_end(&whole, rows[shape.header].line)?;
        let heading = shape.names[columns.value].as_str();
        let said = mapping.and_then(|mapping| mapping.unit.as_deref()).map(Unit::parse);
        let of_office = UNITS.iter().find(|(name, _)| shape.names.iter().any(|other| other == name));
        let known = of_office.map(|(_, unit)| Unit::parse(unit));
        let unit = [said, choices.unit.clone(), Some(Unit::parse(heading)), known].into_iter().flatten();
        let (currency, power) = unit.filter_map(money).next().unwrap_or_default();
        Some(Plan { columns, names: shape.names, first_row, currency, power, is_flow_of_name })
    }

    /// The columns by name, to be written down and corrected.
    pub fn mapping(&self) -> Mapping {
        let name = |at: usize| Some(self.names[at].clone());
        let Columns { period, month, flow, product, partner, value, mark, .. } = self.columns;
        let flow = match flow {
            FlowColumn::At(at) => name(at),
            FlowColumn::Always(_) | FlowColumn::Each { .. } => None,
        };
        let unit = Unit::Money { currency: self.currency.clone(), power: self.power as i32 };
        Mapping {
            period: name(period),
            month: month.and_then(name),
            flow,
            value: name(value),
            item: name(product),
            partner: name(partner),
            unit: Some(unit.to_string()),
            decimal: Some(mark),
            ..Mapping::default()
        }
    }

    /// What a problem with the rows of a file says of a column.
    pub fn heading(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }
}

fn is_world(partner: &str) -> bool {
    names::country(partner).is_none() && areas::area(partner, "").extent == Extent::Whole
}

fn money(unit: Unit) -> Option<(String, u32)> {
    match unit {
        Unit::Money { currency, power } => Some((currency, u32::try_from(power).ok()?)),
        _ => None,
    }
}

/// True where no importer of a known format takes it.
fn is_any_table(document: &mut Document<'_>, choices: &Choices, mapping: Option<&Mapping>) -> bool {
    importer_below_title(document, choices, mapping.is_some()).is_ok_and(|importer| importer.name == "guess")
}

/// The byte after the end of a line.
fn line_end(bytes: &[u8], line: u32) -> Option<u64> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    ends.map(|(at, _)| at as u64 + 1).nth(line as usize - 1)
}

impl Columns {
    /// The columns that the mapping names, else those that headings and cells tell; nothing where one is wanting.
    /// The flow is, where no column has it, that which the user names, or that of the file's name.
    fn in_table(
        shape: &Shape,
        below: &[Row<'_>],
        choices: &Choices,
        (mapping, of_name): (Option<&Mapping>, Option<Flow>),
    ) -> Option<Columns> {
        let by_name = |pick: fn(&Mapping) -> &Option<String>| {
            let name = pick(mapping?).as_ref()?;
            shape.names.iter().position(|other| other == name)
        };
        let kinds = kinds(shape, below);
        let of = |wanted: &[Words]| kinds.iter().find(|(_, words)| wanted.contains(words)).map(|(at, _)| *at);
        let product = by_name(|mapping| &mapping.item).or_else(|| {
            let goods = kinds.iter().filter(|(_, words)| matches!(words, Words::Item | Words::ItemCode));
            goods.map(|(at, _)| *at).find(|at| are_codes(below, *at))
        })?;
        let partner = by_name(|mapping| &mapping.partner).or_else(|| of(&[Words::Partner]))?;
        let flow = match by_name(|mapping| &mapping.flow).or_else(|| of(&[Words::Flow])) {
            Some(at) => FlowColumn::At(at),
            None => match by_name(|mapping| &mapping.value).is_none().then(|| each(shape)).flatten() {
                Some(each) => each,
                None => FlowColumn::Always(choices.flow.or(of_name).filter(|flow| *flow != Flow::Balance)?),
            },
        };
        let taken = |at: &usize| *at == product || *at == partner || flow == FlowColumn::At(*at);
        let first = if let FlowColumn::Each { export, .. } = flow { Some(export) } else { None };
        let value = by_name(|mapping| &mapping.value).or(first).or_else(|| {
            let values: Vec<usize> = shape.numbers.iter().copied().filter(|at| !taken(at)).collect();
            let is_plain = |at: &&usize| !words::is_no_value(&shape.names[**at]) && !is_weight(&shape.names[**at]);
            let has_currency = |at: &&usize| Unit::parse(&shape.names[**at]).as_currency().is_some();
            let is_amount = |at: &&usize| words::is_amount(&shape.names[**at]);
            let told = values.iter().find(has_currency).or_else(|| values.iter().find(is_amount));
            told.or_else(|| values.iter().find(is_plain)).copied()
        })?;
        if !are_codes(below, product) {
            return None;
        }
        let reporter = reporter(&kinds, below, choices)?;
        Some(Columns {
            separator: b',',
            width: shape.names.len(),
            period: shape.period,
            month: shape.month,
            flow,
            product,
            partner,
            value,
            reporter,
            mark: mapping.and_then(|mapping| mapping.decimal).unwrap_or(shape.mark),
            encoding: encoding_rs::UTF_8,
        })
    }
}

/// Columns of words and codes, with what their heading says.
fn kinds(shape: &Shape, below: &[Row<'_>]) -> Vec<(usize, Words)> {
    let columns = shape.texts.iter().chain(&shape.numbers);
    let kind = |at: usize| {
        let cells: Vec<&str> = below.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect();
        words_of(&shape.names[at], &cells)
    };
    columns.map(|at| (*at, kind(*at))).collect()
}

/// The two columns of amounts whose headings name exports and imports, where there is one of each.
fn each(shape: &Shape) -> Option<FlowColumn> {
    let of = |wanted: Flow| {
        let named = |at: &&usize| words::flow_of_heading(&shape.names[**at]) == Some(wanted);
        let mut found = shape.numbers.iter().filter(named).filter(|at| !is_weight(&shape.names[**at]));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    Some(FlowColumn::Each { export: of(Flow::Export)?, import: of(Flow::Import)? })
}

/// The reporter that the user names, else the one of most rows; `Some(None)` where no column names one, nothing where the
/// file has not the one that is asked for.
fn reporter(kinds: &[(usize, Words)], below: &[Row<'_>], choices: &Choices) -> Option<Option<Reporter>> {
    let found = kinds.iter().find(|(_, words)| *words == Words::Reporter);
    let Some((column, _)) = found else { return choices.reporter.is_none().then_some(None) };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in below.iter().map(|row| row.cell(*column)) {
        *counts.entry(cell).or_default() += 1;
    }
    let is_by_two_letters = counts.keys().all(|text| text.len() == 2);
    let is_wanted = |text: &str| match &choices.reporter {
        Some(wanted) => is_called(text, wanted),
        None => true,
    };
    let most = counts.into_iter().filter(|(text, _)| is_wanted(text)).max_by_key(|(_, count)| *count);
    // One that comes further down is written as its like.
    let further = || Some(names::code_of(choices.reporter.as_deref()?).filter(|_| is_by_two_letters));
    let text = most.map(|(text, _)| text).or_else(|| further().flatten().or(choices.reporter.as_deref()));
    text.map(|text| Some(Reporter { column: *column, text: text.as_bytes().to_vec() }))
}

/// True where a user who writes `wanted` means the reporter of this code or name.
fn is_called(text: &str, wanted: &str) -> bool {
    let code = names::country(text).map(|(code, _)| code);
    text.eq_ignore_ascii_case(wanted) || code.is_some() && code == names::code_of(wanted)
}

fn is_weight(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ["_kg", "kg", "tonne", "qty", "ton)"].iter().any(|word| lower.contains(word))
}

/// True where most cells are codes of goods of one length (but for a nought at the start), that of subheadings at least.
fn are_codes(below: &[Row<'_>], at: usize) -> bool {
    let filled = || below.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty() && !meaning::is_total(cell));
    let lengths: Vec<usize> = filled().filter_map(meaning::product).map(|code| code.len()).collect();
    lengths.first().is_some_and(|first| {
        let alike = lengths.iter().filter(|length| *length == first).count();
        *first >= FEWEST_DIGITS && alike * 10 >= filled().count() * 7
    })
}
