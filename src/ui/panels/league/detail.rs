//! The series of one item or partner on the whole screen: amounts, growth, and the facts beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Flow, Member, Period, Ratio, Vintage};
use crate::indicators::lens::Net;
use crate::indicators::{LeagueOf, Lensed, Measured, Quantity, RunKind, Streaks, record};
use crate::say;
use crate::word;

use super::super::super::chart::{self, amount_label, months, percent_bars, percent_label, signed_bars};
use super::super::super::format::{self, Sign};
use super::super::super::lens_words::{self, flow_name, flow_word};
use super::super::super::scene::Scene;
use super::super::super::widgets::columns::{Bar, Columns};
use super::super::super::widgets::text;
use super::super::{Canvas, pair, place};

/// Cells of the facts at the right.
const FACTS: u16 = 34;

/// The item or partner whose series is shown, if one was entered.
pub(super) fn shown(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas) -> Option<Member> {
    let member = scene.state.viewpoint.detail.filter(|_| canvas.zoomed)?;
    let is_of = matches!((of, member), (LeagueOf::Items, Member::Item(_)) | (LeagueOf::Partners, Member::Partner(_)));
    is_of.then_some(member)
}

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChartOf {
    Amount,
    Balance,
    Growth,
    Share,
}

impl ChartOf {
    fn title(self, scene: &Scene<'_>, flow: Flow) -> String {
        let base = lens_words::short_base(scene.deck().lens().comparison, scene.state.month().frequency());
        match self {
            ChartOf::Amount => format!("{}, {}", flow_name(flow), scene.unit()),
            ChartOf::Balance => format!("{}, {}", flow_name(Flow::Balance), scene.unit()),
            ChartOf::Growth => format!("{base}, %"),
            ChartOf::Share => say!("leagues.chart-share", exports = flow_word(flow)),
        }
    }
}

struct Parts {
    charts: Vec<(ChartOf, Canvas)>,
    beside: Option<Canvas>,
}

fn parts(canvas: Canvas, has_balance: bool) -> Parts {
    let (charts, beside) = canvas.split_right(FACTS, 3, 40);
    let second = if has_balance { ChartOf::Balance } else { ChartOf::Share };
    let order = [ChartOf::Amount, ChartOf::Growth, second];
    let count = usize::from(charts.area.height / 8).clamp(1, order.len());
    let height = charts.area.height / count as u16;
    let place = |n: usize| {
        let y = charts.area.y + n as u16 * height;
        let last = n + 1 == count;
        let height = if last { charts.area.bottom() - y } else { height - 1 };
        charts.within(Rect { y, height, ..charts.area })
    };
    Parts { charts: (0..count).map(|n| (order[n], place(n))).collect(), beside }
}

struct Series<'a> {
    member: Member,
    lensed: &'a Lensed,
    flow: Flow,
    vintage: &'a Vintage,
    imports: &'a Vintage,
    balance: &'a Vintage,
    /// Through the lens.
    seen: Vintage,
    seen_balance: Vintage,
}

fn series<'a>(scene: &Scene<'a>, member: Member) -> Option<Series<'a>> {
    let lensed = scene.deck().lensed();
    let found = lensed.member(member)?;
    let flow = if found.exports.first().is_some() { Flow::Export } else { Flow::Import };
    let seen = |vintage: &Vintage| lensed.lens().vintage(vintage.into(), lensed.calendar());
    Some(Series {
        member,
        lensed,
        flow,
        vintage: found.flow(flow),
        imports: &found.imports,
        balance: &found.balance,
        seen: seen(found.flow(flow)),
        seen_balance: seen(&found.balance),
    })
}

impl Series<'_> {
    fn has_balance(&self) -> bool {
        self.balance.first().is_some()
    }

    fn total(&self) -> Net<'_> {
        if self.flow == Flow::Import { self.lensed.imports() } else { self.lensed.exports() }
    }

    fn share(&self, month: Period) -> Measured {
        self.lensed.part(self.vintage.into(), self.total(), month).share()
    }

    fn growth(&self, month: Period) -> Measured {
        self.lensed.growth(self.vintage.into(), month)
    }
}

pub(super) fn draw(scene: &Scene<'_>, member: Member, canvas: Canvas, buf: &mut Buffer) {
    let Some(series) = series(scene, member) else { return };
    let parts = parts(canvas, series.has_balance());
    for (chart, canvas) in &parts.charts {
        let title = chart.title(scene, series.flow);
        text::put(buf, canvas.area.x, canvas.area.y, &title, scene.style(Role::Strong), canvas.area.width);
        let area = below_heading(canvas.area);
        columns(scene, &series, *chart, canvas.within(area), |columns, area| columns.render(area, buf));
    }
    if let Some(beside) = parts.beside {
        facts(scene, &series, beside.area, buf);
    }
}

pub(super) fn month_at(scene: &Scene<'_>, member: Member, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
    let series = series(scene, member)?;
    let parts = parts(canvas, series.has_balance());
    let (chart, canvas) = parts.charts.iter().find(|(_, canvas)| canvas.area.contains((x, y).into()))?;
    let mut hit = None;
    columns(scene, &series, *chart, canvas.within(below_heading(canvas.area)), |columns, area| {
        hit = columns.hit(area, x, y);
    });
    months_of(scene, &series, canvas.area.width).get(hit?).copied()
}

fn below_heading(area: Rect) -> Rect {
    let head = area.height.min(1);
    Rect { y: area.y + head, height: area.height - head, ..area }
}

/// The months of a chart: those of all charts, unless the series ends before them.
fn months_of(scene: &Scene<'_>, series: &Series<'_>, width: u16) -> Vec<Period> {
    let shown = months(scene, width);
    let last = series.vintage.last().map(|last| last.max(scene.state.month()));
    let beyond = last.zip(shown.last()).map_or(0, |(last, end)| end.since(last).max(0));
    shown.into_iter().map(|month| month.minus(beyond)).collect()
}

fn columns(
    scene: &Scene<'_>,
    series: &Series<'_>,
    chart: ChartOf,
    canvas: Canvas,
    then: impl FnOnce(&Columns<'_>, Rect),
) {
    let months = months_of(scene, series, canvas.area.width);
    let style = scene.style(Role::Series);
    let percent = |measure: &dyn Fn(Period) -> Measured| percent_bars(&months, style, measure);
    let bars: Vec<Bar> = match chart {
        ChartOf::Amount => {
            // What may still change is drawn lighter: letters within columns would be noise.
            let is_open = |month: &Period| series.seen.reading(*month).is_some_and(|reading| reading.status.is_open());
            let lighter = |(bar, month): (Bar, &Period)| Bar { style, hollow: is_open(month), mark: None, ..bar };
            let bars = signed_bars(scene, (series.member.key(series.flow), &series.seen), &months);
            bars.into_iter().zip(&months).map(lighter).collect()
        }
        ChartOf::Balance => signed_bars(scene, (series.member.key(Flow::Balance), &series.seen_balance), &months),
        ChartOf::Growth => percent(&|month| series.growth(month)),
        ChartOf::Share => percent(&|month| series.share(month)),
    };
    let label = |month: Period| {
        let numbers = scene.numbers;
        let money = |value: i64, sign| numbers.amount(Ratio::whole(i128::from(value)), scene.decimals(), sign);
        match chart {
            ChartOf::Amount => series.seen.value(month).map(|value| money(value, Sign::Minus)),
            ChartOf::Balance => series.seen_balance.value(month).map(|value| money(value, Sign::Always)),
            ChartOf::Growth => series.growth(month).value.ok().map(|value| numbers.growth(value, 1, Sign::Always)),
            ChartOf::Share => series.share(month).value.ok().map(|value| numbers.decimal(value, 1, Sign::Minus)),
        }
    };
    let is_money = matches!(chart, ChartOf::Amount | ChartOf::Balance);
    let format = |value| if is_money { amount_label(scene, value) } else { percent_label(scene, value) };
    chart::columns(scene, (canvas.surface, canvas.area), (&months, &bars), label, &format, then);
}

/// The month's numbers of the series, its runs and its place among its own months.
fn facts(scene: &Scene<'_>, series: &Series<'_>, area: Rect, buf: &mut Buffer) {
    let month = scene.state.month();
    let rows = [numbers(scene, series, month), places(scene, series, month), runs(series, month)];
    let mut y = 0;
    for group in rows {
        for (name, value) in group {
            pair(scene, area, y, &name, &value, buf);
            y += 1;
        }
        y += 1;
    }
}

fn numbers(scene: &Scene<'_>, series: &Series<'_>, month: Period) -> Vec<(String, String)> {
    let numbers = scene.numbers;
    let part = series.lensed.part(series.vintage.into(), series.total(), month);
    let base = lens_words::short_base(scene.deck().lens().comparison, month.frequency());
    let money =
        |vintage: &Vintage, quantity| numbers.measured(&series.lensed.value(vintage.into(), month), quantity, 2);
    let mut rows = vec![
        (format!("{}, {}", flow_name(series.flow), numbers.unit()), money(series.vintage, Quantity::Money)),
        (base.to_owned(), numbers.measured(&series.growth(month), Quantity::Growth, 1)),
        (
            say!("leagues.share-of", exports = flow_word(series.flow)),
            numbers.measured(&part.share(), Quantity::Share, 1),
        ),
        (word!("leagues.change").to_owned(), numbers.measured(&part.share_change(), Quantity::Points, 1)),
        (word!("panels.contribution").to_owned(), numbers.measured(&part.contribution(), Quantity::Points, 1)),
    ];
    if series.has_balance() {
        rows.push((flow_name(Flow::Import).to_owned(), money(series.imports, Quantity::Money)));
        rows.push((flow_name(Flow::Balance).to_owned(), money(series.balance, Quantity::Balance)));
    }
    rows
}

/// Ranks among the months that are known.
fn places(scene: &Scene<'_>, series: &Series<'_>, month: Period) -> Vec<(String, String)> {
    // Years to date are only comparable month by month.
    let in_year = scene.deck().lens().span == crate::indicators::Span::YearToDate;
    let Some(record) = record::record(&series.seen, month) else { return Vec::new() };
    let frequency = month.frequency();
    let of_month = say!("panels.rank-same-month", month = format::month_name(month));
    let mut rows = Vec::new();
    if !in_year {
        let all = say!("leagues.rank-known", periods = format::periods_word(frequency));
        rows.push((all, place(record.rank, record.count)));
    }
    if frequency.per_year() > 1 {
        rows.push((of_month, place(record.rank_same_month, record.count_same_month)));
    }
    let span = series.vintage.first().zip(series.vintage.last());
    if let Some((first, last)) = span {
        rows.push((word!("leagues.known-from").to_owned(), format::period(first)));
        rows.push((word!("leagues.known-to").to_owned(), format::period(last)));
        let known = series.vintage.iter().filter(|(_, reading)| reading.is_some()).count();
        let missing = (last.since(first) + 1) as usize - known;
        if missing > 0 {
            rows.push((word!("leagues.missing-between").to_owned(), format::counted(missing, frequency)));
        }
    }
    rows
}

/// The current runs.
fn runs(series: &Series<'_>, month: Period) -> Vec<(String, String)> {
    let base = series.lensed.lens().over(series.lensed.lens().running_span());
    let seen = base.vintage(series.vintage.into(), series.lensed.calendar());
    let bases = base.base_vintage(&seen, None, series.lensed.calendar());
    let balance = base.vintage(series.balance.into(), series.lensed.calendar());
    let streaks = Streaks::find_on(&balance, &seen, |period| bases.reading(period).copied(), month);
    let mut rows = Vec::new();
    for (kind, word) in [
        (RunKind::ExportRise, word!("leagues.rising")),
        (RunKind::ExportDecline, word!("leagues.falling")),
        (RunKind::Surplus, word!("leagues.in-surplus")),
        (RunKind::Deficit, word!("leagues.in-deficit")),
    ] {
        let words = |run: &crate::indicators::Run| {
            let at_least = if run.exact { "" } else { word!("tiles.at-least") };
            format!("{at_least}{}", format::counted(run.length as usize, month.frequency()))
        };
        rows.extend(streaks.current(kind).map(|run| (word.to_owned(), words(run))));
        let longest = streaks.longest(kind).filter(|longest| streaks.current(kind).is_some() && !longest.is_current);
        rows.extend(longest.map(|run| {
            (
                say!("leagues.longest", end = format::period(run.end)),
                format!("{}{}", run.length, if run.exact { "" } else { "+" }),
            )
        }));
    }
    rows
}
