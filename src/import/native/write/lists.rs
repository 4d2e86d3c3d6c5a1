//! The small CSV files beside a dataset. `None` where there is nothing to list.

use crate::domain::{Dataset, DaysBasis, Source};

/// `id,publisher,title,url`, and `publisher_ko,title_ko` where there are any.
pub(super) fn sources(dataset: &Dataset) -> Option<String> {
    let has_korean =
        dataset.sources.iter().any(|source| !source.publisher.ko.is_empty() || !source.title.ko.is_empty());
    let columns = if has_korean { 6 } else { 4 };
    let row = |source: &Source| {
        let Source { id, publisher, title, url } = source;
        let cells = [id, &publisher.en, &title.en, url, &publisher.ko, &title.ko].map(String::clone);
        cells.into_iter().take(columns).collect()
    };
    let names = ["id", "publisher", "title", "url", "publisher_ko", "title_ko"];
    (!dataset.sources.is_empty()).then(|| super::csv(&names[..columns], dataset.sources.iter().map(row)))
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
