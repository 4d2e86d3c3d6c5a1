//! When figures come out, which days count as worked, and who published what is shown.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::domain::{DaysBasis, Period, SourceId, Window};
use crate::{say, word};

use super::super::format;
use super::super::scene::Scene;
use super::{Section, line};

/// Release dates: given, presumed, missing; the calendar of releases.
pub(super) fn releases(scene: &Scene<'_>) -> Section {
    let dataset = scene.state.dataset();
    let as_of = scene.state.view().as_of();
    let all = || dataset.series.iter().flat_map(|series| &series.observations);
    let observations = || all().filter(|observation| observation.release.is_known_on(as_of));
    let presumed = observations().filter(|observation| observation.release.presumed).count();
    let undated = observations().filter(|observation| observation.release.date.is_none()).count();
    let presumed = match presumed {
        0 => String::new(),
        n => say!("notes.presumed-dates", n = n),
    };
    let undated = match undated {
        0 => String::new(),
        n => say!("notes.undated-values", n = n),
    };
    let mut lines = vec![
        line(word!("notes.shown"), say!("notes.known-then", date = format::date(scene.state.view().as_of()))),
        line(word!("notes.presumed"), presumed),
        line(word!("notes.undated"), undated),
    ];
    for release in &dataset.schedule {
        let what = match release.window {
            Window::Whole => word!("notes.month-before").to_owned(),
            window => say!("notes.days-of-month", days = window.code()),
        };
        let time = [release.time.as_str(), dataset.timezone.as_str()].join(" ");
        lines.push(line(&say!("notes.day", n = release.day), format!("{what}, {}", time.trim())));
    }
    Section::new(word!("notes.releases"), lines)
}

/// The basis of working days.
pub(super) fn days(scene: &Scene<'_>) -> Section {
    let calendar = &scene.state.dataset().calendar;
    let month = scene.state.month();
    let years = calendar.holidays.keys().next().zip(calendar.holidays.keys().next_back());
    let holidays = years.map_or_else(String::new, |(first, last)| {
        say!("notes.holiday-years", n = calendar.holidays.len(), first = first.year(), last = last.year())
    });
    let saturday = match calendar.saturday_half_days {
        0 => word!("notes.saturday-none"),
        1 => word!("notes.saturday-half"),
        _ => word!("notes.saturday-full"),
    };
    let printed = calendar
        .counts
        .iter()
        .filter(|((_, window), days)| *window == Window::Whole && days.basis == DaysBasis::Published);
    let printed = printed.count();
    let shown = calendar.days(month, Window::Whole).map_or_else(
        || word!("notes.not-known").to_owned(),
        |days| {
            let basis = match days.basis {
                DaysBasis::Published => word!("notes.as-printed"),
                DaysBasis::Computed => word!("notes.counted"),
            };
            format!("{}, {basis}", scene.numbers.decimal(days.days(), 1, format::Sign::Minus))
        },
    );
    if holidays.is_empty() && printed == 0 {
        return Section::new(word!("notes.working-days"), [line(word!("notes.days"), word!("notes.no-days"))]);
    }
    Section::new(
        word!("notes.working-days"),
        [
            line(&format::period(month), shown),
            line(word!("notes.weekday"), word!("notes.weekday-counts")),
            line(word!("notes.saturday"), say!("notes.saturday-counts", how = saturday)),
            line(word!("notes.holidays"), holidays),
            line(
                word!("notes.printed"),
                say!("notes.printed-win", count = format::counted(printed, month.frequency())),
            ),
        ],
    )
}

/// Who published the figures of the month.
pub(super) fn sources(scene: &Scene<'_>) -> Section {
    let dataset = scene.state.dataset();
    let mut sources: BTreeSet<SourceId> = BTreeSet::new();
    let mut unnamed = 0;
    let month: Period = scene.state.month();
    for id in scene.deck().figures().iter().flat_map(|figure| &figure.inputs) {
        let observation = dataset.observation(*id);
        // Sums rest on many months: named are those of the month itself and its base.
        if observation.period != month && observation.period != month.year_ago() {
            continue;
        }
        match observation.source {
            Some(source) => _ = sources.insert(source),
            None => unnamed += 1,
        }
    }
    let named = sources.into_iter().map(|id| {
        let source = dataset.source(id);
        let words = [source.publisher.here(), source.title.here(), &source.url].map(str::trim);
        let words: Vec<&str> = words.into_iter().filter(|part| !part.is_empty()).collect();
        (String::new(), format!("{}: {}", source.id, words.join(", ")))
    });
    let unnamed = (unnamed > 0).then(|| line("", word!("notes.no-source")));
    Section { column: 0, ..Section::new(word!("notes.sources"), named.chain(unnamed)) }
}
