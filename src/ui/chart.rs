//! Charts over the months of the window, made from vintages.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::config::Role;
use crate::domain::{Period, Ratio, SeriesKey, Vintage};
use crate::indicators::{Measured, PolicyStanding, policy};

use super::format;
use super::news;
use super::scene::Scene;
use super::vintages::marks;
use super::widgets::chart::{AxisLabel, Chart, ChartStyle, Flag};
use super::widgets::columns::{Bar, Columns};
use super::widgets::layout::ColumnLayout;
use super::widgets::{paints, ticks};

/// Ratios are charted in hundredths of a percent: finer than any cell.
pub const PERCENT: i64 = 100;

/// Cells beside a plot that the scale's labels take.
pub const GUTTER: u16 = 6;

/// Least cells for labels on a whole screen, where charts stand one above the other.
const ALIGNED: u16 = 5;

/// Months that a chart shows even without gaps between them.
const LEAST_COLUMNS: usize = 12;

/// Ranges beyond this many months are asked for to see them all.
const LONG_RANGE: usize = 36;

/// The months that fill a chart `width` cells wide.
pub fn months(scene: &Scene<'_>, width: u16) -> Vec<Period> {
    let plot = width.saturating_sub(GUTTER);
    let wanted = scene.state.range_length();
    // Among other panels a short range on a narrow chart is rather cut than drawn as a block without gaps.
    let with_gaps = usize::from(plot / 2).max(LEAST_COLUMNS);
    let may_cut = wanted <= LONG_RANGE && !scene.state.viewpoint.zoomed;
    let wanted = if may_cut { wanted.min(with_gaps) } else { wanted };
    scene.window(ColumnLayout::filling(plot, wanted))
}

/// Cells of a column in a chart around one month, and the most columns of it.
const AROUND: (u16, u16) = (4, 48);

/// The months around one that a chart `width` cells wide shows, up to the last that is known.
pub fn months_around(width: u16, month: Period, last: Period) -> Vec<Period> {
    let (cells, most) = AROUND;
    let count = i32::from((width.saturating_sub(GUTTER) / cells).clamp(1, most));
    let end = last.max(month).min(month.minus(-count / 2));
    Period::span(end.minus(count - 1), end).collect()
}

/// The styles around charts that lie on a surface.
pub fn style(scene: &Scene<'_>, surface: Role) -> ChartStyle {
    ChartStyle {
        surface: scene.style(surface),
        band: if paints(scene.style(Role::Band)) { scene.style(Role::Band) } else { scene.style(Role::Muted) },
        grid: Style { bg: None, ..scene.style(Role::Track) },
        zero: scene.style(Role::Faint),
        label: scene.style(Role::Muted),
        strong: scene.style(Role::Strong),
        new: scene.style(Role::Accent),
    }
}

/// The frame of a chart of `values` over `months`.
pub fn frame<'a>(
    scene: &Scene<'_>,
    surface: Role,
    months: &[Period],
    values: impl IntoIterator<Item = Option<i64>>,
    (labels, flags): (&'a [AxisLabel<'a>], &'a [Flag<'a>]),
    format: &'a dyn Fn(i64) -> String,
) -> Chart<'a> {
    let cursor = months.iter().position(|month| *month == scene.state.month());
    Chart {
        domain: ticks::span(values),
        format,
        labels,
        flags,
        cursor,
        gutter: if scene.state.viewpoint.zoomed { ALIGNED } else { 0 },
        style: style(scene, surface),
        glyphs: scene.glyphs(),
    }
}

/// The letters of policy measures at the months of a chart; none where they are switched off.
pub fn flags(scene: &Scene<'_>, months: &[Period]) -> Vec<Flag<'static>> {
    if !scene.state.viewpoint.flags {
        return Vec::new();
    }
    let standings = policy::standings(scene.state.view());
    let flag = |standing: PolicyStanding<'_>| {
        let month = Period::containing(standing.marked, scene.state.month().frequency());
        let index = months.iter().position(|other| *other == month)?;
        Some(Flag { index, text: Cow::Owned(standing.letter.to_string()), style: scene.style(Role::Flag) })
    };
    standings.into_iter().filter_map(flag).collect()
}

/// Years at their first month, strong; months between where there is room.
pub fn time_axis(months: &[Period]) -> Vec<AxisLabel<'static>> {
    let years = months.len() / 12;
    let every = match years {
        0..=1 => 1,
        2..=3 => 6,
        _ => 12,
    };
    let year_step = match years {
        0..=12 => 1,
        13..=25 => 2,
        _ => 5,
    };
    let label = |(index, month): (usize, &Period)| {
        let of_year = month.index() - 1;
        if of_year == 0 && month.year() % year_step == 0 {
            Some(AxisLabel { index, text: Cow::Owned(month.year().to_string()), strong: true })
        } else if of_year != 0 && of_year.is_multiple_of(every) && month.frequency().per_year() == 12 {
            Some(AxisLabel { index, text: Cow::Owned(format::month_name(*month)), strong: false })
        } else {
            None
        }
    };
    months.iter().enumerate().filter_map(label).collect()
}

/// The columns of a chart over `months`, with the values of the cursor's month and of the last one written at them.
pub fn columns(
    scene: &Scene<'_>,
    (surface, area): (Role, Rect),
    (months, bars): (&[Period], &[Bar]),
    label: impl Fn(Period) -> Option<String>,
    format: &dyn Fn(i64) -> String,
    then: impl FnOnce(&Columns<'_>, Rect),
) {
    let (labels, flags) = (time_axis(months), flags(scene, months));
    let cursor_label = label(scene.state.month());
    let last_label = months.last().and_then(|last| label(*last));
    let columns = Columns {
        bars,
        chart: frame(scene, surface, months, bars.iter().map(|bar| bar.value), (&labels, &flags), format),
        negative: scene.palette.negative_fill(),
        cursor_label: cursor_label.as_deref(),
        last_label: last_label.as_deref(),
    };
    then(&columns, area);
}

/// Columns of a series' vintage, coloured by sign, with a mark where a value may still change, and another where the
/// release in force has revised it or it was brought last.
pub fn signed_bars(scene: &Scene<'_>, (key, vintage): (SeriesKey, &Vintage), months: &[Period]) -> Vec<Bar> {
    let bar = |month: &Period| match vintage.reading(*month) {
        None => Bar::default(),
        Some(reading) => {
            let is_new = news::is_fresh(scene, key, *month);
            let is_other = is_new || marks::is_revised(scene, key, *month);
            let open = reading.status.is_open().then_some('p');
            Bar {
                value: Some(reading.value),
                style: scene.palette.of_sign(reading.value.signum() as i32),
                mark: if is_other { marks::REVISED.chars().next() } else { open },
                hollow: false,
                is_new,
            }
        }
    };
    months.iter().map(bar).collect()
}

/// Columns of percentages without a sign's colour.
pub fn percent_bars(months: &[Period], style: Style, measure: impl Fn(Period) -> Measured) -> Vec<Bar> {
    let bar = |month: &Period| Bar { value: percent(&measure(*month)), style, ..Bar::default() };
    months.iter().map(bar).collect()
}

/// A percentage for a chart.
pub fn percent(measured: &Measured) -> Option<i64> {
    measured.value.ok().and_then(|value| i64::try_from(value.rounded(2)).ok())
}

/// The text of a charted percentage on a scale.
pub fn percent_label(scene: &Scene<'_>, value: i64) -> String {
    let exact = Ratio::new(i128::from(value), i128::from(PERCENT)).unwrap_or(Ratio::whole(0));
    scene.numbers.decimal(exact, u32::from(value % PERCENT != 0), format::Sign::Minus)
}

/// The text of an amount on a scale: `−10`, `2.5`.
pub fn amount_label(scene: &Scene<'_>, value: i64) -> String {
    let unit = 10_i64.pow(scene.numbers.power);
    let decimals = u32::from(value % unit != 0);
    let exact = Ratio::whole(i128::from(value));
    scene.numbers.amount(exact, decimals, format::Sign::Minus)
}
