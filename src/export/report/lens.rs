//! The lens of a report.

use serde::Serialize;

use crate::domain::Dataset;
use crate::indicators::{Comparison, Lens, Span};
use crate::ui::lens_words;

/// How every series is looked at; in the words of the command line.
#[derive(Debug, Serialize)]
pub(in crate::export) struct LensEntry {
    per_day: bool,
    without: Vec<String>,
    span: &'static str,
    comparison: &'static str,
    /// In words; empty where figures are as published.
    pub(in crate::export) words: String,
}

impl LensEntry {
    pub(super) fn of(lens: &Lens, dataset: &Dataset) -> LensEntry {
        LensEntry {
            per_day: lens.per_day,
            without: lens.without.iter().map(|member| dataset.member_code(*member).to_owned()).collect(),
            span: match lens.span {
                Span::Single => "month",
                Span::YearToDate => "year-to-date",
                Span::OneYear => "twelve-months",
                Span::ThreeMonths => "three-months",
            },
            comparison: match lens.comparison {
                Comparison::YearAgo => "last-year",
                Comparison::PeriodBefore => "last-month",
                Comparison::FiveYearMean => "five-year-mean",
                Comparison::Plan => "plan",
            },
            words: lens_words::all(lens, dataset),
        }
    }
}
