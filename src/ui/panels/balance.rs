//! Panel 1: the monthly balance.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Flow, Frequency, Period, Ratio, SeriesKey, Vintage};
use crate::indicators::{Comparison, Deck, FigureId, Span};
use crate::say;
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::chart::{self, amount_label, flags, frame, months, signed_bars, time_axis};
use super::super::format::{self, Sign};
use super::super::key_numbers::{WITHHELD, shown};
use super::super::lens_words::{LensPart, flow_word};
use super::super::scene::Scene;
use super::super::widgets::chart::AxisLabel;
use super::super::widgets::columns::{Bar, Columns};
use super::super::widgets::line::{Line, Lines};
use super::super::widgets::text;
use super::{Canvas, Panel, balance_refusal, months_words, on_the_base, pair, place};

pub(super) struct Balance;

/// Years before this one whose cumulative balance is drawn beside it.
const EARLIER_YEARS: i32 = 4;

impl Panel for Balance {
    fn name(&self) -> &'static str {
        "balance"
    }

    fn title(&self, _: &Scene<'_>) -> String {
        word!("panels.balance").to_owned()
    }

    fn unit(&self, scene: &Scene<'_>, canvas: Canvas) -> String {
        let months = months(scene, parts(canvas).columns.area.width).len();
        let flow = match drawn(scene) {
            Flow::Balance => String::new(),
            alone => format!("{} ", flow_word(alone)),
        };
        format!("{flow}{}  {}", scene.unit(), months_words(scene, months))
    }

    fn refusals(&self, deck: &Deck) -> Vec<(LensPart, &'static str)> {
        let plan = (deck.lens().comparison == Comparison::Plan)
            .then_some((LensPart::Comparison, word!("panels.plan-of-total-only")));
        balance_refusal(deck).into_iter().chain(plan).collect()
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        scene.wording().balance()
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        let parts = parts(canvas);
        columns(scene, parts.columns, |columns, area| columns.render(area, buf));
        if let Some(beside) = parts.beside {
            facts(scene, beside.area, buf);
        }
        if let Some(flows) = parts.flows {
            draw_flows(scene, flows, buf);
        }
        if let Some(paths) = parts.paths {
            draw_paths(scene, paths, buf);
        }
    }

    fn figures(&self, _: &Scene<'_>) -> Vec<FigureId> {
        vec![
            FigureId::Balance,
            FigureId::BalanceChange,
            FigureId::Exports,
            FigureId::ExportsYoy,
            FigureId::Imports,
            FigureId::ImportsYoy,
            FigureId::CoverRatio,
            FigureId::ExportsDailyAverage,
            FigureId::ExportsDailyAverageYoy,
            FigureId::ImportsDailyAverage,
            FigureId::WorkingDays,
            FigureId::WorkingDaysYearAgo,
            FigureId::ExportsMom,
            FigureId::ImportsMom,
            FigureId::BalanceYtd,
            FigureId::Balance12m,
            FigureId::ExportsYtd,
            FigureId::ExportsYtdYoy,
            FigureId::ImportsYtd,
            FigureId::ImportsYtdYoy,
        ]
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::balance::content(scene)
    }

    fn month_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
        let mut hit = None;
        let canvas = parts(canvas).columns;
        columns(scene, canvas, |columns, area| hit = columns.hit(area, x, y));
        months(scene, canvas.area.width).get(hit?).copied()
    }
}

struct Parts {
    columns: Canvas,
    beside: Option<Canvas>,
    flows: Option<Canvas>,
    paths: Option<Canvas>,
}

/// The columns, and as much of the rest as there is room for.
fn parts(canvas: Canvas) -> Parts {
    let facts_width = 26;
    if !canvas.zoomed {
        let (columns, beside) = canvas.split_right(facts_width, 3, 72);
        return Parts { columns, beside, flows: None, paths: None };
    }
    if canvas.area.height < 18 {
        let (columns, beside) = canvas.split_right(facts_width, 3, 50);
        return Parts { columns, beside, flows: None, paths: None };
    }
    let (above, below) = canvas.split_below(canvas.area.height * 2 / 5, 1);
    let (columns, beside) = above.split_right(facts_width, 3, 50);
    let (flows, paths) = below.split_right((below.area.width / 2).saturating_sub(2), 4, 36);
    Parts { columns, beside, flows: Some(flows), paths }
}

fn columns(scene: &Scene<'_>, canvas: Canvas, then: impl FnOnce(&Columns<'_>, Rect)) {
    let months = months(scene, canvas.area.width);
    let (flow, vintages) = (drawn(scene), &scene.deck().vintages);
    let (series, sign) = match flow {
        Flow::Export => (&vintages.exports, Sign::Minus),
        Flow::Import => (&vintages.imports, Sign::Minus),
        Flow::Balance => (&vintages.balance, Sign::Always),
    };
    let bars: Vec<Bar> = signed_bars(scene, (SeriesKey::total(flow), series), &months);
    let label = |month| series.value(month).map(|value| amount(scene, value, sign));
    let format = |value| amount_label(scene, value);
    chart::columns(scene, (canvas.surface, canvas.area), (&months, &bars), label, &format, then);
}

/// What the columns are: the balance; where the dataset has one flow alone, and so no balance, that.
fn drawn(scene: &Scene<'_>) -> Flow {
    let has = |flow| scene.state.dataset().has_total(flow);
    match (has(Flow::Balance), has(Flow::Export), has(Flow::Import)) {
        (false, true, false) => Flow::Export,
        (false, false, true) => Flow::Import,
        _ => Flow::Balance,
    }
}

fn amount(scene: &Scene<'_>, value: i64, sign: Sign) -> String {
    scene.numbers.amount(Ratio::whole(i128::from(value)), scene.decimals(), sign)
}

/// The numbers behind the month's balance.
fn facts(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let frequency = scene.state.month().frequency();
    let mut rows: Vec<(String, String)> = vec![
        (word!("flows.Exports").into(), shown(scene, FigureId::Exports)),
        (word!("flows.Imports").into(), shown(scene, FigureId::Imports)),
        (word!("flows.Balance").into(), shown(scene, FigureId::Balance)),
        (on_the_base(scene), shown(scene, FigureId::BalanceChange)),
        (word!("panels.cover-ratio").into(), shown(scene, FigureId::CoverRatio)),
        (say!("panels.so-far", year = scene.state.month().year()), shown(scene, FigureId::BalanceYtd)),
        (format::counted(frequency.per_year() as usize, frequency), shown(scene, FigureId::Balance12m)),
    ];
    if scene.deck().lens().per_day {
        let days = |id| scene.shown(id).trim_end_matches(".0").to_owned();
        let counts = format!("{} ({})", days(FigureId::WorkingDays), days(FigureId::WorkingDaysYearAgo));
        rows.push((word!("panels.working-days").into(), counts));
    }
    // Years to date are only comparable month by month.
    let of_all = scene.deck().lens().span != Span::YearToDate;
    if let Some(record) = scene.deck().records.balance.as_ref().filter(|_| of_all) {
        let is_withheld = scene.wording().is_rank_withheld();
        let place = |rank, count| if is_withheld { WITHHELD.to_owned() } else { place(rank, count) };
        rows.push((word!("panels.rank-of-all").into(), place(record.rank, record.count)));
        if frequency != Frequency::Annual {
            let month = format::month_name(record.period);
            let rank = place(record.rank_same_month, record.count_same_month);
            rows.push((say!("panels.rank-same-month", month = month), rank));
        }
    }
    for (row, (name, value)) in (0..).zip(&rows) {
        pair(scene, area, row, name, value, buf);
    }
}

fn heading(scene: &Scene<'_>, area: Rect, words: &str, buf: &mut Buffer) -> Rect {
    if area.is_empty() {
        return area;
    }
    text::put(buf, area.x, area.y, words, scene.style(Role::Strong), area.width);
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

fn draw_flows(scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
    let area = heading(scene, canvas.area, &say!("panels.chart-flows", unit = scene.unit()), buf);
    let months = scene.window(scene.state.range_length());
    let values = |vintage: &Vintage| -> Vec<Option<i64>> { months.iter().map(|month| vintage.value(*month)).collect() };
    let vintages = &scene.deck().vintages;
    let (exports, imports) = (values(&vintages.exports), values(&vintages.imports));
    let lines = [
        Line {
            values: &exports,
            style: scene.style(Role::Surplus),
            label: word!("flows.exports").into(),
            thick: false,
            dashed: false,
        },
        Line {
            values: &imports,
            style: scene.style(Role::Deficit),
            label: word!("flows.imports").into(),
            thick: false,
            dashed: false,
        },
    ];
    let (labels, flags) = (time_axis(&months), flags(scene, &months));
    let format = |value| amount_label(scene, value);
    let chart =
        frame(scene, canvas.surface, &months, exports.iter().chain(&imports).copied(), (&labels, &flags), &format);
    Lines { lines: &lines, chart, area: None }.render(area, buf);
}

/// Cumulative balance of this year and of the years before, month by month, through all of the lens but its span.
fn draw_paths(scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
    let month = scene.state.month();
    let area = heading(scene, canvas.area, &say!("panels.chart-paths", unit = scene.unit()), buf);
    let year_months: Vec<Period> = Period::span(month.first_of_year(), month.last_of_year()).collect();
    let paths: Vec<Vec<Option<i64>>> = (0..=EARLIER_YEARS).map(|back| path(scene, &year_months, back)).collect();
    let style = |back: usize| match back {
        0 => scene.style(Role::Strong),
        1 => scene.style(Role::Series),
        _ => scene.style(Role::SeriesAlt),
    };
    let lines: Vec<Line<'_>> = paths
        .iter()
        .enumerate()
        .map(|(back, values)| Line {
            values,
            style: style(back),
            label: (month.year() - back as i32).to_string().into(),
            thick: false,
            dashed: back > 1,
        })
        .collect();
    let labels: Vec<AxisLabel<'_>> = year_months
        .iter()
        .enumerate()
        .map(|(index, month)| AxisLabel { index, text: format::month_name(*month).into(), strong: false })
        .collect();
    let format = |value| amount_label(scene, value);
    let flags = flags(scene, &year_months);
    let chart = frame(scene, canvas.surface, &year_months, paths.iter().flatten().copied(), (&labels, &flags), &format);
    Lines { lines: &lines, chart, area: None }.render(area, buf);
}

fn path(scene: &Scene<'_>, year_months: &[Period], back: i32) -> Vec<Option<i64>> {
    let lensed = scene.deck().lensed();
    let lens = lensed.lens().over(Span::YearToDate);
    let sum = |month: &Period| {
        let month = month.minus(back * month.frequency().per_year());
        if back == 0 && month > scene.state.month() {
            return None;
        }
        lens.seen(lensed.balance(), lensed.calendar(), month).map(|reading| reading.value)
    };
    year_months.iter().map(sum).collect()
}
