//! The sentences in Korean, in the clipped style of official releases (개조식), and the phrases that several of them
//! use.

pub(super) mod balance;
pub(super) mod focus;
pub(super) mod headline;
pub(super) mod league;
pub(super) mod member;
pub(super) mod streaks;
pub(super) mod targets;

use crate::domain::{Flow, Frequency, Period, Ratio};
use crate::indicators::{Comparison, RunKind, Span};

use super::super::format::{Sign, counted, month_name_long, period_long};
use super::super::lens_words::excluding;
use super::Wording;
use super::facts::{Missing, missing};

impl Wording<'_> {
    /// `7월`, `1~7월 누계`, `최근 12개월`: what the amounts are of.
    fn periods(&self) -> String {
        let month = self.deck.month;
        match self.lens().span {
            Span::YearToDate if month != month.first_of_year() => format!("{} 누계", self.year_to_date()),
            Span::Single | Span::YearToDate => month_name_long(month),
            Span::OneYear => {
                let frequency = month.frequency();
                format!("최근 {}", counted(frequency.per_year() as usize, frequency))
            }
            Span::ThreeMonths => "최근 3개월 평균".to_owned(),
        }
    }

    /// `1~7월`, `1~2분기`.
    fn year_to_date(&self) -> String {
        format!("1~{}", month_name_long(self.deck.month))
    }

    /// `수출`, `반도체 제외 일평균 수출`.
    fn subject_ko(&self, word: &str, flow: Flow) -> String {
        let without = excluding(self.lens(), self.dataset).filter(|_| self.deck.lensed().excludes(flow));
        let all = (flow == Flow::Balance && self.balance_keeps_all()).then(|| "전체 품목".to_owned());
        let per_day = self.lens().per_day.then(|| "일평균".to_owned());
        let parts = [without, all, per_day, Some(word.to_owned())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// `전년동월대비`, `전월대비`, `계획 대비`: of what a rate is measured on, with the span of the lens.
    fn on_base_ko(&self) -> &'static str {
        let single = self.lens().span == Span::Single;
        match (self.lens().comparison, self.deck.month.frequency()) {
            (Comparison::YearAgo, Frequency::Monthly) if single => "전년동월대비",
            (Comparison::YearAgo, Frequency::Monthly | Frequency::Quarterly) => "전년동기대비",
            (Comparison::YearAgo | Comparison::PeriodBefore, Frequency::Annual) => "전년대비",
            (Comparison::PeriodBefore, Frequency::Monthly) => "전월대비",
            (Comparison::PeriodBefore, Frequency::Quarterly) => "전분기대비",
            (Comparison::FiveYearMean, _) => "최근 5년 평균 대비",
            (Comparison::Plan, _) => "계획 대비",
        }
    }

    /// `+62.8%`; on another base than the year before it is named: `전월대비 +3.1%`.
    fn rate(&self, rate: Ratio) -> String {
        let percent = self.style.growth(rate, 1, Sign::Always);
        match self.lens().comparison {
            Comparison::YearAgo => percent,
            _ => format!("{} {percent}", self.on_base_ko()),
        }
    }

    /// `0.8% 증가`, `7.5% 감소`, `보합`; judged by what is shown.
    fn moved_ko(&self, rate: Ratio) -> String {
        match rate.rounded(1).signum() {
            1 => format!("{} 증가", self.percent(rate)),
            -1 => format!("{} 감소", self.percent(rate)),
            _ => "보합".to_owned(),
        }
    }

    /// `6월`; of another year `2022년 6월`.
    fn near(&self, period: Period) -> String {
        if period.year() == self.deck.month.year() { month_name_long(period) } else { period_long(period) }
    }

    /// Why there is no balance: `2026년 8월 수입 미집계`.
    fn missing_side_ko(&self) -> String {
        let month = period_long(self.deck.month);
        match missing(self) {
            Missing::ImportsNotLoaded => "수입 자료 없음".to_owned(),
            Missing::ExportsNotLoaded => "수출 자료 없음".to_owned(),
            Missing::Imports => format!("{month} 수입 미집계"),
            Missing::Exports => format!("{month} 수출 미집계"),
            Missing::Both => format!("{month} 수출입 미집계"),
        }
    }
}

/// `역대`; where the lens needs series that begin later, `1995년 이후`.
fn record_of(begins: Option<i32>) -> String {
    begins.map_or_else(|| "역대".to_owned(), |year| format!("{year}년 이후"))
}

/// `흑자`, `적자`.
fn balance_noun(kind: RunKind) -> &'static str {
    if kind == RunKind::Deficit { "적자" } else { "흑자" }
}

/// `18개월 연속`; `최소 18개월 연속` where it may be longer.
fn in_a_row(length: u32, exact: bool, frequency: Frequency) -> String {
    format!("{}{} 연속", if exact { "" } else { "최소 " }, counted(length as usize, frequency))
}
