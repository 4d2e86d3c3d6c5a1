//! Panel 3: the focus item (in the Korean dataset, semiconductors): its share, and growth without it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Member, Period};
use crate::indicators::{Comparison, Deck, FigureId, Lensed, Measured};
use crate::say;
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::chart::{self, months, percent_bars, percent_label};
use super::super::format;
use super::super::lens_words::{LensPart, short_base};
use super::super::scene::Scene;
use super::super::widgets::columns::{Bar, Columns};
use super::super::widgets::text;
use super::{Canvas, Panel, months_words, on_the_base, pair};

pub(super) struct FocusItem;

impl Panel for FocusItem {
    fn name(&self) -> &'static str {
        "focus_item"
    }

    fn title(&self, scene: &Scene<'_>) -> String {
        match scene.focus_name_long() {
            name if name.is_empty() => word!("panels.focus").to_owned(),
            name => name,
        }
    }

    fn unit(&self, scene: &Scene<'_>, canvas: Canvas) -> String {
        if scene.deck().focus_item.is_none() {
            return String::new();
        }
        let width = parts(canvas).charts.first().map_or(0, |(_, chart)| chart.area.width);
        say!("panels.focus-unit", months = months_words(scene, months(scene, width).len()))
    }

    fn refusals(&self, deck: &Deck) -> Vec<(LensPart, &'static str)> {
        let (lens, focus) = (deck.lens(), deck.focus_item.map(Member::Item));
        let mut refused = Vec::new();
        if lens.without.iter().any(|member| Some(*member) == focus) {
            refused.push((LensPart::Without, word!("panels.about-them")));
        } else if lens.without.iter().any(|member| matches!(member, Member::Partner(_))) {
            refused.push((LensPart::Without, word!("panels.no-items-by-partner")));
        }
        if lens.comparison == Comparison::Plan {
            refused.push((LensPart::Comparison, word!("panels.plan-of-total-only")));
        }
        refused
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        scene.wording().focus()
    }

    fn needs(&self, scene: &Scene<'_>) -> Option<&'static str> {
        let no_items = scene.state.dataset().items.len() <= 1;
        no_items.then(|| word!("panels.needs-focus"))
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        if scene.deck().focus_item.is_none() {
            return;
        }
        let parts = parts(canvas);
        for (chart, canvas) in &parts.charts {
            let area = heading(scene, *canvas, chart.title(scene), buf);
            columns(scene, *chart, canvas.within(area), |columns, area| columns.render(area, buf));
        }
        if let Some(beside) = parts.beside {
            facts(scene, beside.area, buf);
        }
    }

    fn figures(&self, _: &Scene<'_>) -> Vec<FigureId> {
        vec![
            FigureId::FocusShare,
            FigureId::FocusExports,
            FigureId::FocusYoy,
            FigureId::FocusShareChange,
            FigureId::FocusContribution,
            FigureId::ExFocus,
            FigureId::ExFocusYoy,
            FigureId::ExFocusDailyYoy,
            FigureId::ExportsYoy,
        ]
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::focus_item::content(scene)
    }

    fn month_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
        let parts = parts(canvas);
        let (chart, canvas) = parts.charts.iter().find(|(_, canvas)| canvas.area.contains((x, y).into()))?;
        let mut hit = None;
        let area = below_heading(*canvas);
        columns(scene, *chart, canvas.within(area), |columns, area| hit = columns.hit(area, x, y));
        months(scene, canvas.area.width).get(hit?).copied()
    }
}

/// What a chart of the zoomed panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChartOf {
    Share,
    Growth,
    Contribution,
    GrowthWithout,
}

impl ChartOf {
    fn title(self, scene: &Scene<'_>) -> String {
        let name = scene.focus_name();
        let base = short_base(scene.deck().lens().comparison, scene.state.month().frequency());
        match self {
            ChartOf::Share => say!("panels.chart-share", name = name),
            ChartOf::Growth => format!("{name}, {base} %"),
            ChartOf::Contribution => say!("panels.chart-contribution", name = name),
            ChartOf::GrowthWithout => say!("panels.chart-without", name = name, base = base),
        }
    }

    fn measure(self, lensed: &Lensed, month: Period) -> Measured {
        let part = || lensed.part(lensed.focus(), lensed.around_focus(), month);
        match self {
            ChartOf::Share => part().share(),
            ChartOf::Growth => lensed.growth(lensed.focus(), month),
            ChartOf::Contribution => part().contribution(),
            ChartOf::GrowthWithout => part().rest_growth(),
        }
    }
}

struct Parts {
    charts: Vec<(ChartOf, Canvas)>,
    beside: Option<Canvas>,
}

fn parts(canvas: Canvas) -> Parts {
    let (charts, beside) = canvas.split_right(30, 2, 20);
    if !canvas.zoomed || charts.area.height < 18 {
        return Parts { charts: vec![(ChartOf::Share, charts)], beside };
    }
    let (above, below) = charts.split_below(charts.area.height / 2, 1);
    let half = (charts.area.width / 2).saturating_sub(1);
    let rows = [(above, ChartOf::Share, ChartOf::Growth), (below, ChartOf::Contribution, ChartOf::GrowthWithout)];
    let mut placed = Vec::new();
    for (row, first, second) in rows {
        let (left, right) = row.split_right(half, 3, 30);
        placed.push((first, left));
        placed.extend(right.map(|right| (second, right)));
    }
    Parts { charts: placed, beside }
}

fn below_heading(canvas: Canvas) -> Rect {
    let head = u16::from(canvas.zoomed && canvas.area.height > 4);
    Rect { y: canvas.area.y + head, height: canvas.area.height - head, ..canvas.area }
}

fn heading(scene: &Scene<'_>, canvas: Canvas, words: String, buf: &mut Buffer) -> Rect {
    let below = below_heading(canvas);
    if below.y > canvas.area.y {
        text::put(buf, canvas.area.x, canvas.area.y, &words, scene.style(Role::Strong), canvas.area.width);
    }
    below
}

fn columns(scene: &Scene<'_>, chart: ChartOf, canvas: Canvas, then: impl FnOnce(&Columns<'_>, Rect)) {
    let months = months(scene, canvas.area.width);
    let measure = |month| chart.measure(scene.deck().lensed(), month);
    let bars: Vec<Bar> = percent_bars(&months, scene.style(Role::Series), measure);
    let label = |month: Period| {
        let value = measure(month).value.ok()?;
        Some(scene.numbers.decimal(value, 1, format::Sign::Minus))
    };
    let format = |value| percent_label(scene, value);
    chart::columns(scene, (canvas.surface, canvas.area), (&months, &bars), label, &format, then);
}

fn facts(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let name = scene.focus_name();
    let rows = [
        (format!("{name}, {}", scene.unit()), FigureId::FocusExports),
        (on_the_base(scene), FigureId::FocusYoy),
        (word!("panels.share-change").into(), FigureId::FocusShareChange),
        (word!("panels.contribution").into(), FigureId::FocusContribution),
        (say!("panels.exports-without", name = name.to_lowercase()), FigureId::ExFocusYoy),
        (word!("panels.per-working-day").into(), FigureId::ExFocusDailyYoy),
        (word!("panels.all-exports").into(), FigureId::ExportsYoy),
        (word!("panels.share-of-exports").into(), FigureId::FocusShare),
    ];
    for (row, (label, id)) in (0..).zip(rows) {
        let figure = scene.figure(id);
        let mark = format::status_mark(figure.status);
        let estimated = if mark == "E" && figure.is_known() { " E" } else { "" };
        pair(scene, area, row, &label, &format!("{}{estimated}", scene.shown(id)), buf);
    }
}
