//! Where the header is, and which columns are what.

use crate::domain::Frequency;

use super::super::super::extract::span;
use super::super::super::extract::{Mark, TimePeriod};
use super::super::super::mapping::Mapping;
use super::super::super::rows::Row;
use super::super::words;
use super::mark::mark;
use super::periods::Spelling;
use super::{MISSING, cell};

/// What was found out about a table.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Rows above the header.
    pub header: usize,
    /// Names of the columns.
    pub names: Vec<String>,
    /// Periods stand across the header.
    pub periods_across: bool,
    /// The column of periods, where they stand down.
    pub period: usize,
    /// The column of months, where that of periods has years alone.
    pub month: Option<usize>,
    /// Quarters stand in the place of months.
    pub quarters: bool,
    /// The column of years, where months stand across the header.
    pub years: Option<usize>,
    /// How its periods, or those of the header, are written.
    pub spelling: Spelling,
    /// The decimal mark.
    pub mark: Mark,
    /// Columns whose cells are numbers.
    pub numbers: Vec<usize>,
    /// Columns whose cells are words or codes.
    pub texts: Vec<usize>,
}

/// So many columns may stand before that of periods: 16 do in Eurostat's files of detailed trade.
const MOST_BEFORE_PERIOD: usize = 30;

/// Columns of years and months in two.
const YEARS: [&str; 7] = ["year", "연도", "년도", "年", "jahr", "ano", "co_ano"];
const QUARTERS: [&str; 8] = ["quarter", "qtr", "분기", "季", "季度", "quartal", "trimestre", "trimester"];
const MONTHS: [&str; 8] = ["month", "월", "月", "monat", "mês", "mes", "mois", "co_mes"];

impl Shape {
    /// Looks at the first rows; a mapping, where there is one, says which column holds the periods.
    pub fn find(rows: &[Row<'_>], mapping: Option<&Mapping>) -> Option<Shape> {
        let named = mapping.and_then(|mapping| Some((mapping.period.as_deref()?, mapping.month.as_deref())));
        let at = mapping.and_then(|mapping| mapping.header_row);
        let decimal = mapping.and_then(|mapping| mapping.decimal);
        let candidates = rows.iter().enumerate().filter(|(_, row)| at.is_none_or(|line| row.line == line)).take(40);
        candidates.map(|(header, _)| header).find_map(|header| match named {
            None => Shape::below_header(rows, header, decimal),
            Some(_) => Shape::down(rows, header, named, decimal),
        })
    }

    /// The table whose header is the first row.
    pub(super) fn at(rows: &[Row<'_>], decimal: Option<Mark>) -> Option<Shape> {
        if rows.is_empty() { None } else { Shape::below_header(rows, 0, decimal) }
    }

    fn below_header(rows: &[Row<'_>], header: usize, decimal: Option<Mark>) -> Option<Shape> {
        Shape::months_across(rows, header, decimal)
            .or_else(|| Shape::down(rows, header, None, decimal))
            .or_else(|| Shape::across(rows, header, decimal))
    }

    /// Periods down a column.
    fn down(
        rows: &[Row<'_>],
        header: usize,
        named: Option<(&str, Option<&str>)>,
        decimal: Option<Mark>,
    ) -> Option<Shape> {
        let names: Vec<String> = rows[header].cells().map(str::to_owned).collect();
        let is_total = |row: &Row<'_>| words::is_total(row.cell(0));
        // The units of the columns may stand below their names.
        let is_of_units =
            |row: &Row<'_>| row.cell(0).is_empty() && !row.cells().any(|cell| cell::is_number(cell, Mark::Point));
        let is_row = |row: &&Row<'_>| row.width() > 1 && !is_total(row) && !is_of_units(row);
        let below: Vec<&Row<'_>> = rows[header + 1..].iter().filter(is_row).collect();
        let width = names.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
        if width < 2
            || below.is_empty()
            || rows[header]
                .cells()
                .filter(|cell| cell::is_number(cell, Mark::Point) || cell::is_number(cell, Mark::Comma))
                .count()
                * 2
                > width
        {
            return None;
        }
        let column = |called: &[&str]| names.iter().position(|name| called.contains(&name.to_lowercase().as_str()));
        let month = column(&MONTHS).or_else(|| column(&QUARTERS));
        let quarters = month.is_some() && column(&MONTHS).is_none();
        let is_period = |at: usize| match month {
            Some(month) if YEARS.contains(&names[at].to_lowercase().as_str()) => {
                most(&below, |row| {
                    let cell = row.cell(month);
                    joined(row, at, month, quarters).is_some()
                        || span::is_cumulative(cell)
                        || words::is_of_no_period(cell)
                }) && below.iter().any(|row| joined(row, at, month, quarters).is_some())
            }
            _ => {
                most(&below, |row| is_period_like(row.cell(at)))
                    && below.iter().any(|row| TimePeriod::parse(cell::unmarked(row.cell(at)).0).is_some())
                    && plausible(&names[at], &below, at)
            }
        };
        let spelling = |at: usize| {
            let cells: Vec<&str> = below.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect();
            Spelling::of_column(&names[at], &cells)
        };
        let period = match named {
            Some((named, _)) => names.iter().position(|name| name == named)?,
            None => (0..width.min(MOST_BEFORE_PERIOD)).find(|at| is_period(*at) || spelling(*at).is_some())?,
        };
        let month = match named {
            Some((_, month)) => month.and_then(|month| names.iter().position(|name| name == month)),
            None => month.filter(|_| YEARS.contains(&names[period].to_lowercase().as_str())),
        };
        let mark = decimal.unwrap_or_else(|| mark(&below, width));
        let others = || (0..width).filter(|at| *at != period && Some(*at) != month && !counts_rows(&names[*at]));
        // What a heading calls exports is no column of words for a few marks that nobody knows: those are told as problems.
        let least = |at: usize| if words::flow_of_heading(&names[at]).is_some() { 5 } else { 9 };
        let is_number = |at: &usize| {
            let filled = || below.iter().filter(|row| !row.cell(*at).is_empty() && !MISSING.contains(&row.cell(*at)));
            filled().count() > 0
                && filled().filter(|row| cell::is_number(row.cell(*at), mark)).count() * 10
                    >= filled().count() * least(*at)
        };
        let numbers: Vec<usize> = others().filter(is_number).collect();
        let is_blank = |at: usize| names[at].is_empty() && below.iter().all(|row| row.cell(at).is_empty());
        let texts = others().filter(|at| !numbers.contains(at) && !is_blank(*at)).collect();
        let spelling = spelling(period).filter(|_| month.is_none()).unwrap_or(Spelling::Plain);
        (!numbers.is_empty()).then_some(Shape {
            header,
            names,
            periods_across: false,
            period,
            month,
            quarters,
            years: None,
            spelling,
            mark,
            numbers,
            texts,
        })
    }

    /// Periods across the header.
    fn across(rows: &[Row<'_>], header: usize, decimal: Option<Mark>) -> Option<Shape> {
        let names: Vec<String> = rows[header].cells().map(str::to_owned).collect();
        let spelling = Spelling::of_header(&names);
        let numbers: Vec<usize> = (0..names.len()).filter(|at| headed(&names[*at], spelling).is_some()).collect();
        let first = *numbers.first()?;
        let below: Vec<&Row<'_>> = rows[header + 1..].iter().filter(|row| row.width() > first).collect();
        if numbers.len() < 2 || first == 0 || below.is_empty() {
            return None;
        }
        let mark = decimal.unwrap_or_else(|| mark(&below, names.len()));
        let are_years = numbers.iter().all(|at| is_year(&names[*at]));
        // Numbers may be codes of goods.
        let quarters = (0..first).any(|at| below.iter().any(|row| span::quarter(row.cell(at)).is_some()));
        let is_month = |at: usize, cell: &str| {
            let is_told = MONTHS.contains(&names[at].to_lowercase().as_str()) || cell.chars().any(char::is_alphabetic);
            is_told && if quarters { span::quarter(cell) } else { span::month(cell) }.is_some()
        };
        let are_months = |at: &usize| {
            most(&below, |row| is_month(*at, row.cell(*at)) || words::is_of_no_period(row.cell(*at)))
                && below.iter().any(|row| is_month(*at, row.cell(*at)))
        };
        let month = (0..first).find(are_months).filter(|_| are_years);
        let texts = (0..first).filter(|at| Some(*at) != month && !counts_rows(&names[*at])).collect();
        Some(Shape { month, quarters, spelling, ..Shape::wide(header, names, numbers, texts, mark) })
    }

    /// A row for each year, with the months across the header.
    fn months_across(rows: &[Row<'_>], header: usize, decimal: Option<Mark>) -> Option<Shape> {
        let names: Vec<String> = rows[header].cells().map(str::to_owned).collect();
        let of = |part: fn(&str) -> Option<u32>| -> Vec<(usize, u32)> {
            names.iter().enumerate().filter_map(|(at, name)| Some((at, part(name)?))).collect()
        };
        let (months, quarters) = (of(span::month), of(span::quarter));
        let are_quarters = quarters.len() > months.len();
        let months = if are_quarters { quarters } else { months };
        let are_in_order = months.windows(2).all(|pair| pair[0].1 + 1 == pair[1].1);
        // Numbers alone are months where there are all twelve of them.
        let are_numbers = months.iter().all(|(at, _)| names[*at].bytes().all(|byte| byte.is_ascii_digit()));
        let first = months.first().map(|(at, _)| *at).filter(|first| *first > 0)?;
        if !are_in_order || months.len() < if are_numbers { 12 } else { 3 } {
            return None;
        }
        let below: Vec<&Row<'_>> = rows[header + 1..].iter().filter(|row| row.width() > first).collect();
        let years = (0..first).find(|at| below.iter().any(|row| is_year(row.cell(*at).trim_end_matches(".0"))))?;
        let texts = (0..first).filter(|at| *at != years).collect();
        let mark = decimal.unwrap_or_else(|| mark(&below, names.len()));
        let numbers = months.into_iter().map(|(at, _)| at).collect();
        Some(Shape { years: Some(years), quarters: are_quarters, ..Shape::wide(header, names, numbers, texts, mark) })
    }

    /// True where periods tell by themselves, or by the order of their parts.
    pub fn has_usual_periods(&self) -> bool {
        !matches!(self.spelling, Spelling::Fiscal | Spelling::Serial)
    }

    fn wide(header: usize, names: Vec<String>, numbers: Vec<usize>, texts: Vec<usize>, mark: Mark) -> Shape {
        Shape {
            header,
            names,
            periods_across: true,
            period: 0,
            month: None,
            quarters: false,
            years: None,
            spelling: Spelling::Plain,
            mark,
            numbers,
            texts,
        }
    }
}

/// True for a column that counts the rows.
fn counts_rows(name: &str) -> bool {
    let counts = [
        "no", "no.", "s.no.", "s.no", "s. no.", "s no", "sno", "sl.no.", "sl. no.", "#", "nr", "nr.", "순번", "번호",
        "연번", "序号", "番号",
    ];
    counts.contains(&name.trim().to_lowercase().as_str())
}

fn is_year(cell: &str) -> bool {
    headed(cell, Spelling::Plain)
        .and_then(TimePeriod::period)
        .is_some_and(|period| period.frequency() == Frequency::Annual)
}

/// The period of a column, alone or beside what its values are called: `2023`, `Exports 2023 (US$ mn)`, `수출_2023`, `2023: Value`.
pub(super) fn headed(name: &str, spelling: Spelling) -> Option<TimePeriod> {
    spelling.heading(name).or_else(|| {
        let is_value = words::flow_of_heading(name).is_some() || words::is_amount(name);
        if !is_value || spelling != Spelling::Plain {
            return None;
        }
        let words: Vec<&str> = name.split([' ', '_', '(', ')', ',', ':']).filter(|word| !word.is_empty()).collect();
        let pairs = words.windows(2).map(|pair| pair.join(" "));
        let periods = pairs.chain(words.iter().map(|word| (*word).to_owned()));
        periods
            .filter(|words| words.chars().any(|letter| letter.is_ascii_digit()))
            .find_map(|words| TimePeriod::parse(&words))
    })
}

/// True for a period, or for months of a year up to one.
fn is_period_like(cell: &str) -> bool {
    let cell = cell::unmarked(cell).0;
    let is_none = || !cell.is_empty() && words::is_of_no_period(cell);
    TimePeriod::parse(cell).is_some() || span::is_cumulative(cell) || is_none()
}

/// The period that a year and a month, or a quarter, in two columns name.
pub(super) fn joined(row: &Row<'_>, year: usize, month: usize, quarters: bool) -> Option<TimePeriod> {
    let cell = row.cell(month).trim_end_matches(".0");
    let year = row.cell(year).trim_end_matches(".0");
    if quarters {
        // `1`, `Q1`, `1Q`, `1분기`.
        let mut digits = cell.chars().filter(char::is_ascii_digit);
        let quarter = digits.next().filter(|digit| matches!(digit, '1'..='4') && digits.next().is_none())?;
        return TimePeriod::parse(&format!("{year}-Q{quarter}"));
    }
    TimePeriod::parse(&format!("{year}-{cell}")).or_else(|| TimePeriod::parse(&format!("{cell} {year}")))
}

/// Four-digit numbers may be years or amounts: they are years where the heading or their order says so.
fn plausible(name: &str, below: &[&Row<'_>], at: usize) -> bool {
    let years: Vec<i32> = below.iter().filter_map(|row| row.cell(at).parse().ok()).collect();
    let lower = name.to_lowercase();
    let is_named = [
        "year", "date", "period", "time", "month", "quarter", "기간", "연도", "년도", "시점", "年", "jahr", "ano", "t",
    ]
    .iter()
    .any(|word| lower == *word || word.len() > 1 && lower.contains(word));
    years.len() * 2 < below.len() || is_named || at == 0 && years.iter().all(|year| (1900..=2100).contains(year))
}

/// True for at least seven rows in ten, and for all where there are three or fewer: a last row may be a note or a total.
fn most(rows: &[&Row<'_>], test: impl Fn(&Row<'_>) -> bool) -> bool {
    let passed = rows.iter().filter(|row| test(row)).count();
    passed > 0 && passed * 10 >= rows.len() * 7 && (passed == rows.len() || rows.len() > 3)
}
