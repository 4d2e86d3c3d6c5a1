//! Rows and columns of a league.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::app::{self, Action};
use crate::config::Role;
use crate::domain::{Member, Period};
use crate::indicators::league::Row;
use crate::indicators::{League, LeagueOf, SortBy};
use crate::word;

use super::super::super::news;
use super::super::super::scene::Scene;
use super::super::super::widgets::databar::BarScale;
use super::super::super::widgets::spark::Sparkline;
use super::super::super::widgets::text;
use super::super::{Canvas, panel_of, rows};
use super::columns::{Column, GAP, LEAST_NAME, bar_value};
use super::from;

/// Cells before the name: the selection's mark and the user's.
const GUTTER: u16 = 3;

/// Narrower tables would have names without numbers.
const LEAST_WIDTH: u16 = GUTTER + LEAST_NAME;

/// Tables from this height on show the total.
const TALL: u16 = 9;

struct Table<'a> {
    league: &'a League,
    /// Rows in their order.
    order: Vec<usize>,
    columns: Vec<(Column, u16)>,
    name: u16,
    /// First row shown, and how many.
    first: usize,
    shown: usize,
    selected: Option<usize>,
    decimals: u32,
    area: Rect,
}

impl<'a> Table<'a> {
    fn of(scene: &Scene<'a>, of: LeagueOf, canvas: Canvas) -> Table<'a> {
        let (league, area) = (scene.deck().league(of), canvas.area);
        let dataset = scene.state.dataset();
        let order = league.order(dataset, scene.state.viewpoint.sort);
        let widest =
            league.rows.iter().filter_map(|row| row.member).map(|member| text::width(name(scene, member, canvas)));
        let name = (widest.max().unwrap_or(0) + 2).clamp(LEAST_NAME, (area.width / 3).max(LEAST_NAME));
        let columns = Column::fitting(scene, of, GUTTER + name, area.width);
        let panel = panel_of(of);
        let selected = (scene.state.focused_panel() == panel).then(|| scene.state.selected_row());
        // Header and others have a row each, and the total where there is room for it.
        let below = if area.height >= TALL { 3 } else { 2 };
        let shown = usize::from(area.height.saturating_sub(below)).min(order.len());
        let first = selected.map_or(0, |row| row.saturating_sub(shown.saturating_sub(1))).min(order.len() - shown);
        let decimals = if canvas.zoomed { 2 } else { 1 };
        Table { league, order, columns, name, first, shown, selected, decimals, area }
    }

    fn rows(&self) -> impl Iterator<Item = (usize, &'a Row)> {
        let league = self.league;
        let shown = self.order.iter().enumerate().skip(self.first).take(self.shown);
        shown.map(move |(place, row)| (place, &league.rows[*row])).collect::<Vec<_>>().into_iter()
    }

    /// What the rows that are shown leave of the total, so that what is seen adds up; nothing where none is known.
    fn rest(&self) -> Option<Row> {
        let known: Vec<&Row> = self.rows().map(|(_, row)| row).filter(|row| row.value.value.is_ok()).collect();
        let is_within = |row: &Row| row.within.is_some() && known.iter().any(|whole| whole.member == row.within);
        let counted: Vec<&Row> = known.iter().copied().filter(|row| !is_within(row)).collect();
        (!counted.is_empty()).then(|| self.league.rest(&counted))
    }
}

pub(super) fn draw(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, buf: &mut Buffer) {
    let table = Table::of(scene, of, canvas);
    if table.area.height < 2 || table.area.width < LEAST_WIDTH || table.order.is_empty() {
        return;
    }
    draw_header(scene, of, &table, buf);
    let bar = table.columns.iter().find(|(column, _)| *column == Column::Bar).map_or(0, |(_, width)| *width);
    let by = scene.state.viewpoint.sort;
    let rest = table.rest();
    let barred = table.league.counted().chain(&rest).filter_map(|row| bar_value(row, by));
    let scale = BarScale::over(barred, bar);
    let mut y = table.area.y + 1;
    for (place, row) in table.rows() {
        if table.selected == Some(place) {
            rows::draw_selected(scene, Rect { y, height: 1, ..table.area }, buf);
        }
        draw_row(scene, &table, canvas, (y, row), &scale, buf);
        y += 1;
    }
    draw_rest(scene, &table, rest.as_ref(), (y, &scale), buf);
}

fn draw_header(scene: &Scene<'_>, of: LeagueOf, table: &Table<'_>, buf: &mut Buffer) {
    let (area, by) = (table.area, scene.state.viewpoint.sort);
    let mark = scene.glyphs().pick('▾', 'v');
    let header = |title: String, sorted: bool| if sorted { format!("{mark}{title}") } else { title };
    let style = |sorted: bool| if sorted { scene.style(Role::Text) } else { scene.style(Role::Muted) };
    let word = match of {
        LeagueOf::Items => word!("leagues.item"),
        LeagueOf::Partners => word!("leagues.partner"),
    };
    let by_name = by == SortBy::Name;
    text::put(buf, area.x + GUTTER, area.y, &header(word.to_owned(), by_name), style(by_name), table.name);
    let mut x = area.x + GUTTER + table.name;
    for (column, width) in &table.columns {
        let sorted = column.sorted_by() == Some(by);
        let title = header(column.title(scene), sorted);
        match column {
            Column::Spark => _ = text::put(buf, x + GAP, area.y, &title, style(sorted), *width),
            _ => _ = text::put_right(buf, x + GAP + width, area.y, &title, style(sorted), width + GAP - 1),
        }
        x += GAP + width;
    }
}

fn name<'a>(scene: &Scene<'a>, member: Member, canvas: Canvas) -> &'a str {
    let dataset = scene.state.dataset();
    let full = dataset.member_name(member);
    match member {
        Member::Item(item) if canvas.area.width < 60 && !dataset.item(item).short.en.is_empty() => {
            dataset.item(item).short.here()
        }
        _ => full.here(),
    }
}

fn draw_row(
    scene: &Scene<'_>,
    table: &Table<'_>,
    canvas: Canvas,
    (y, row): (u16, &Row),
    scale: &BarScale,
    buf: &mut Buffer,
) {
    let area = table.area;
    let Some(member) = row.member else { return };
    let is_known = row.value.value.is_ok();
    let (ink, strong) = if is_known { (Role::Text, Role::Strong) } else { (Role::Muted, Role::Muted) };
    if scene.state.viewpoint.marked.contains(&member) {
        let mark = scene.glyphs().pick('●', '*').to_string();
        text::put(buf, area.x + 1, y, &mark, scene.style(Role::Accent), 1);
    }
    let indent = if table.league.is_within(row) { 2 } else { 0 };
    let x = area.x + GUTTER + indent;
    text::put(buf, x, y, name(scene, member, canvas), scene.style(ink), (table.name - indent).min(from(area, x)));
    let value = news::style(scene, member.key(table.league.flow), scene.state.month(), scene.style(strong));
    let styles = Styles { value, other: scene.style(ink) };
    draw_cells(scene, table, (y, row), styles, scale, buf);
    if let Some(x) = spark_at(table) {
        draw_spark(scene, table, member, x, y, buf);
    }
}

struct Styles {
    value: Style,
    other: Style,
}

fn draw_cells(
    scene: &Scene<'_>,
    table: &Table<'_>,
    (y, row): (u16, &Row),
    styles: Styles,
    scale: &BarScale,
    buf: &mut Buffer,
) {
    let mut x = table.area.x + GUTTER + table.name;
    let is_total = std::ptr::eq(row, &raw const table.league.total);
    for (column, width) in &table.columns {
        let right = x + GAP + width;
        let style = match column {
            Column::Value => styles.value,
            Column::Balance => scene.palette.of_sign(row.balance.as_ref().map_or(0, sign)),
            _ => styles.other,
        };
        match column {
            Column::Bar => {
                // A row within another would be counted twice by the eye.
                let value = bar_value(row, scene.state.viewpoint.sort);
                if let Some(value) = value.filter(|_| !is_total && !table.league.is_within(row)) {
                    let role = if value < 0 { Role::SeriesAlt } else { Role::Series };
                    scale.draw(buf, (x + GAP, y), value, scene.style(role), scene.glyphs());
                }
            }
            _ => {
                text::put_right(buf, right, y, &column.text(scene, row, table.decimals), style, width + GAP - 1);
            }
        }
        x = right;
    }
}

fn sign(measured: &crate::indicators::Measured) -> i32 {
    measured.value.map_or(0, crate::domain::Ratio::signum)
}

/// Where the sparklines stand, and how wide.
fn spark_at(table: &Table<'_>) -> Option<(u16, u16)> {
    let mut x = table.area.x + GUTTER + table.name;
    for (column, width) in &table.columns {
        if *column == Column::Spark {
            return Some((x + GAP, *width));
        }
        x += GAP + width;
    }
    None
}

fn draw_spark(scene: &Scene<'_>, table: &Table<'_>, member: Member, (x, width): (u16, u16), y: u16, buf: &mut Buffer) {
    let lensed = scene.deck().lensed();
    let Some(series) = lensed.member(member) else { return };
    let month = scene.state.month();
    let months = Period::span(month.minus(i32::from(width) - 1), month);
    let values: Vec<Option<i64>> =
        months.map(|month| lensed.glimpse(series.flow(table.league.flow).into(), month)).collect();
    if values.iter().flatten().count() < 2 {
        return;
    }
    Sparkline {
        values: &values,
        style: scene.style(Role::SeriesAlt),
        negative: scene.style(Role::SeriesAlt),
        last: Some(scene.style(Role::Series)),
        glyphs: scene.glyphs(),
    }
    .render(Rect::new(x, y, width, 1), buf);
}

/// The row of what is not shown, and the total.
fn draw_rest(scene: &Scene<'_>, table: &Table<'_>, rest: Option<&Row>, (y, scale): (u16, &BarScale), buf: &mut Buffer) {
    let area = table.area;
    let others = rest.map(|rest| (word!("leagues.others"), rest, Role::Muted));
    let total = (area.height >= TALL).then(|| (word!("leagues.total"), &table.league.total, Role::Strong));
    for (y, (name, row, role)) in (y..area.bottom()).zip(others.into_iter().chain(total)) {
        text::put(buf, area.x + GUTTER, y, name, scene.style(role), table.name);
        draw_cells(scene, table, (y, row), Styles { value: scene.style(role), other: scene.style(role) }, scale, buf);
    }
}

/// What a click means: a row is selected, a header sorts.
pub(super) fn action_at(scene: &Scene<'_>, of: LeagueOf, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
    let table = Table::of(scene, of, canvas);
    if y == table.area.y {
        let mut left = table.area.x + GUTTER + table.name;
        if (table.area.x..left).contains(&x) {
            return Some(Action::Sort(SortBy::Name));
        }
        for (column, width) in &table.columns {
            if (left..left + GAP + width).contains(&x) {
                return column.sorted_by().map(Action::Sort);
            }
            left += GAP + width;
        }
        return None;
    }
    let row = usize::from(y.checked_sub(table.area.y + 1)?);
    (row < table.shown && app::rows::count(scene.state, panel_of(of)) > 0).then_some(Action::Row(table.first + row))
}
