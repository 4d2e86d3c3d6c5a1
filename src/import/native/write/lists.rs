//! The small CSV files beside a dataset. `None` where there is nothing to list.

use crate::domain::{Dataset, DaysBasis};

/// `id,publisher,title,url`.
pub(super) fn sources(dataset: &Dataset) -> Option<String> {
    let row = |source: &crate::domain::Source| {
        vec![source.id.clone(), source.publisher.clone(), source.title.clone(), source.url.clone()]
    };
    let rows = dataset.sources.iter().map(row);
    (!dataset.sources.is_empty()).then(|| super::csv(&["id", "publisher", "title", "url"], rows))
}

/// `date,name_en`.
pub(super) fn holidays(dataset: &Dataset) -> Option<String> {
    let holidays = &dataset.calendar.holidays;
    let rows = holidays.iter().map(|(date, name)| vec![date.to_string(), name.clone()]);
    (!holidays.is_empty()).then(|| super::csv(&["date", "name_en"], rows))
}

/// `period,window,days,basis`.
pub(super) fn working_days(dataset: &Dataset) -> Option<String> {
    let counts = &dataset.calendar.counts;
    let rows = counts.iter().map(|((period, window), count)| {
        let days = format!("{}.{}", count.half_days / 2, if count.half_days % 2 == 1 { 5 } else { 0 });
        let basis = if count.basis == DaysBasis::Published { "published" } else { "computed" };
        vec![period.to_string(), window.code().to_owned(), days, basis.to_owned()]
    });
    (!counts.is_empty()).then(|| super::csv(&["period", "window", "days", "basis"], rows))
}
