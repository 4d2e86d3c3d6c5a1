//! The key numbers: tiles with big digits where there is room, else a table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Flow, Period, Ratio, SeriesKey, Vintage};
use crate::indicators::{Comparison, FigureId, Quantity, RunKind, Span, Undefined};
use crate::say;
use crate::word;

use super::chart;
use super::format;
use super::lens_words::short_base;
use super::news;
use super::panels::card;
use super::scene::Scene;
use super::widgets::bigtext;
use super::widgets::spark::Sparkline;
use super::widgets::text;
use super::widgets::tile::Tile;

/// Below this width the key numbers are a table.
const LEAST_TILES: u16 = 60;

/// Months of a tile's sparkline.
const SPARK_MONTHS: i32 = 24;

/// Draws the key numbers.
pub fn draw(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if area.height >= 8 && area.width < LEAST_TILES {
        draw_table(scene, area, buf);
    } else {
        draw_tiles(scene, area, buf);
    }
}

/// `EXPORTS`, with what the lens makes of them.
fn tile_name(scene: &Scene<'_>, name: &str, flow: Flow) -> String {
    let span = match scene.deck().lens().span {
        Span::Single => "",
        Span::YearToDate => word!("tiles.year-to-date"),
        Span::OneYear => word!("tiles.one-year"),
        Span::ThreeMonths => word!("tiles.three-months"),
    };
    let excluded = if scene.deck().lensed().excludes(flow) { word!("tiles.excluded") } else { "" };
    format!("{name}{span}{excluded}")
}

/// `+62.8% y/y`, `전년비 +62.8%`.
fn rate(scene: &Scene<'_>, id: FigureId) -> String {
    let base = short_base(scene.deck().lens().comparison, scene.state.month().frequency());
    say!("tiles.rate", rate = shown(scene, id), base = base)
}

/// Stands for a figure that rests on numbers which contradict each other, as before what was found below the headline.
pub const WITHHELD: &str = "!";

/// A figure as all panels show it, unless it is withheld.
pub fn shown(scene: &Scene<'_>, id: FigureId) -> String {
    if scene.wording().is_withheld(id) { WITHHELD.to_owned() } else { scene.shown(id) }
}

struct Number {
    name: String,
    unit: String,
    /// In all digits, and in fewer.
    values: Vec<String>,
    /// What fits of these stands below the number, the first ones first.
    notes: Vec<String>,
    style: Style,
    spark: Vec<Option<i64>>,
}

/// How much of the width each tile gets: the balance has a sign more, the daily average a longer note.
const WEIGHTS: [u16; 5] = [25, 25, 30, 30, 30];

fn draw_tiles(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let numbers = numbers(scene);
    let gap = 2;
    let weight = |count: usize| WEIGHTS[..count].iter().sum::<u16>();
    let fits = |count: &usize| weight(*count) + gap * (*count as u16 - 1) <= area.width;
    let count = (1..=numbers.len()).rev().find(fits).unwrap_or(1);
    let room = area.width.saturating_sub(gap * (count as u16 - 1));
    let mut x = area.x;
    let mut tiles = Vec::with_capacity(count);
    for (n, number) in numbers.iter().take(count).enumerate() {
        let share = (u32::from(room) * u32::from(WEIGHTS[n]) / u32::from(weight(count))) as u16;
        // The last tile takes what the division left over, so that the right edges line up.
        let width = if n + 1 == count { area.right() - x } else { share };
        let inner = draw_card(scene, Rect { x, width, ..area }, (number, n), buf);
        tiles.push((number, inner, fitting(&number.notes, inner.width)));
        x += width + gap;
    }
    // Digits of all tiles are of one size.
    let sizes = tiles.iter().filter_map(|(number, inner, note)| {
        let rows = rows_of_digits(*inner, note);
        bigtext::best(in_big_type(&number.values, inner.width, rows), inner.width, rows)
    });
    let rows = sizes.map(bigtext::Size::rows).min().unwrap_or(0);
    for (number, inner, note) in &tiles {
        draw_tile(scene, *inner, (number, note, rows), buf);
    }
}

/// Rows that a tile has for its digits.
fn rows_of_digits(inner: Rect, note: &str) -> u16 {
    inner.height.saturating_sub(u16::from(!note.is_empty()))
}

/// The most digits that stand in big type; where none do, the fewest.
fn in_big_type(values: &[String], width: u16, rows: u16) -> &str {
    let found = values.iter().find(|value| bigtext::best(value, width, rows).is_some());
    found.or(values.last()).map_or("", String::as_str)
}

/// The figure of each tile and the total that it hangs on: where that was brought last, the name stands out.
const FRESH: [(FigureId, Flow); 5] = [
    (FigureId::Exports, Flow::Export),
    (FigureId::Imports, Flow::Import),
    (FigureId::Balance, Flow::Balance),
    (FigureId::ExportsDailyAverage, Flow::Export),
    (FigureId::FocusShare, Flow::Export),
];

/// The card of a tile; gives what is inside.
fn draw_card(scene: &Scene<'_>, area: Rect, (number, at): (&Number, usize), buf: &mut Buffer) -> Rect {
    let mut card = card(scene, "", &number.name, &number.unit, false);
    let (figure, flow) = FRESH[at];
    card.title = scene.style(Role::Muted);
    // What is not known is not new either.
    if scene.figure(figure).is_known() {
        card.title = news::style(scene, SeriesKey::total(flow), scene.state.month(), card.title);
    }
    card.render(area, buf)
}

fn draw_tile(scene: &Scene<'_>, inner: Rect, (number, note, most_rows): (&Number, &str, u16), buf: &mut Buffer) {
    Tile {
        name: "",
        unit: "",
        value: in_big_type(&number.values, inner.width, rows_of_digits(inner, note)),
        note,
        most_rows,
        spark: Some(Sparkline {
            values: &number.spark,
            style: scene.style(Role::SeriesAlt),
            negative: scene.style(Role::SeriesAlt),
            last: Some(scene.style(Role::Series)),
            glyphs: scene.glyphs(),
        }),
        value_style: number.style,
        name_style: scene.style(Role::Muted),
        muted: scene.style(Role::Muted),
        note_style: scene.style(Role::Muted),
        glyphs: scene.glyphs(),
    }
    .render(inner, buf);
}

fn numbers(scene: &Scene<'_>) -> Vec<Number> {
    let vintages = &scene.deck().vintages;
    let strong = scene.style(Role::Strong);
    let unit = |id| unit(scene, id);
    let mut numbers = vec![
        Number {
            name: tile_name(scene, word!("tiles.exports"), Flow::Export),
            unit: unit(FigureId::Exports),
            values: big(scene, FigureId::Exports),
            notes: exports_notes(scene),
            style: strong,
            spark: spark(scene, &vintages.exports),
        },
        Number {
            name: tile_name(scene, word!("tiles.imports"), Flow::Import),
            unit: unit(FigureId::Imports),
            values: big(scene, FigureId::Imports),
            notes: known_or(scene, FigureId::Imports, || vec![rate(scene, FigureId::ImportsYoy)]),
            style: strong,
            spark: spark(scene, &vintages.imports),
        },
        Number {
            name: tile_name(scene, word!("tiles.balance"), Flow::Balance),
            unit: unit(FigureId::Balance),
            values: big(scene, FigureId::Balance),
            notes: balance_notes(scene),
            style: balance_style(scene),
            spark: spark(scene, &vintages.balance),
        },
    ];
    numbers.push(per_day(scene, strong));
    if scene.deck().focus_item.is_some() {
        numbers.push(focus(scene, strong));
    }
    numbers
}

/// Surplus or deficit; neither where the balance is withheld.
fn balance_style(scene: &Scene<'_>) -> Style {
    match scene.wording().is_withheld(FigureId::Balance) {
        true => scene.style(Role::Strong),
        false => scene.palette.of_sign(scene.figure(FigureId::Balance).signum()),
    }
}

/// A figure in the digits that sentences have, and in three significant ones where big type has no room for more.
fn big(scene: &Scene<'_>, id: FigureId) -> Vec<String> {
    let figure = scene.figure(id);
    let full = shown(scene, id);
    if full == WITHHELD {
        return vec![full];
    }
    let is_percent = matches!(figure.quantity(), Quantity::Share);
    let Ok(value) = figure.value else { return vec![full] };
    let unit = if is_percent { 0 } else { scene.numbers.power };
    let hundred = Ratio::whole(100 * 10_i128.pow(unit));
    let magnitude = if value.signum() < 0 { Ratio::whole(0).minus(value) } else { value };
    let digits = full.trim_start_matches('+').trim_end_matches('%').to_owned();
    match (magnitude >= hundred, is_percent) {
        (true, false) => vec![digits, scene.numbers.amount(value, 0, format::Sign::Minus)],
        _ => vec![digits],
    }
}

fn unit(scene: &Scene<'_>, id: FigureId) -> String {
    let figure = scene.figure(id);
    let mark = if figure.is_known() { format::status_mark(figure.status) } else { "" };
    let per_day = scene.deck().lens().per_day && figure.quantity() != Quantity::MoneyPerDay;
    let unit = format!("{}{}", scene.numbers.unit(), if per_day { word!("tiles.per-day") } else { "" });
    if mark.is_empty() { unit } else { format!("{unit}  {mark}") }
}

/// As many of the notes as fit a width.
fn fitting(notes: &[String], width: u16) -> String {
    let mut fitted = String::new();
    for note in notes {
        let gap = if fitted.is_empty() { 0 } else { 2 };
        if !fitted.is_empty() && text::width(&fitted) + gap + text::width(note) > width {
            break;
        }
        fitted.push_str(if gap == 0 { "" } else { "  " });
        fitted.push_str(note);
    }
    fitted
}

/// False where the dataset has nothing of the flow that a figure is about.
fn is_loaded(scene: &Scene<'_>, id: FigureId) -> bool {
    let has = |flow| scene.state.dataset().has_total(flow);
    match id {
        FigureId::Exports | FigureId::ExportsDailyAverage => has(Flow::Export),
        FigureId::Imports => has(Flow::Import),
        FigureId::Balance => has(Flow::Balance) || has(Flow::Export) && has(Flow::Import),
        _ => true,
    }
}

/// What a tile says below the number: why there is none, or the notes.
fn known_or(scene: &Scene<'_>, id: FigureId, notes: impl FnOnce() -> Vec<String>) -> Vec<String> {
    if scene.wording().is_withheld(id) {
        return vec![word!("tiles.withheld").to_owned()];
    }
    match scene.figure(id).value {
        Ok(_) => notes(),
        Err(_) if !is_loaded(scene, id) => vec![word!("tiles.not-loaded").to_owned()],
        Err(Undefined::NotLoaded) => vec![word!("tiles.not-loaded").to_owned()],
        Err(Undefined::NoWorkingDays) => vec![word!("tiles.no-calendar").to_owned()],
        Err(_) => vec![word!("tiles.not-known").to_owned()],
    }
}

fn exports_notes(scene: &Scene<'_>) -> Vec<String> {
    known_or(scene, FigureId::Exports, || {
        let growth = rate(scene, FigureId::ExportsYoy);
        let record =
            scene.deck().records.exports.filter(|record| record.rank <= 3 && record.count > 24 && !record.tied);
        // Years to date are only comparable month by month, and have no runs.
        let has_runs = scene.deck().lens().span != Span::YearToDate;
        let record = record.filter(|_| has_runs && scene.wording().is_complete(&scene.deck().vintages.exports));
        let decline =
            scene.deck().streaks.current(RunKind::ExportDecline).filter(|run| has_runs && run.length > 1 && run.exact);
        let standing = match (record, decline) {
            (Some(record), _) if record.rank == 1 => Some(word!("tiles.record-high").to_owned()),
            (Some(record), _) => Some(say!("tiles.nth-highest", nth = format::rank(record.rank))),
            (None, Some(run)) => Some(say!("tiles.falls", nth = format::nth_in_a_row(run.length, run.end.frequency()))),
            (None, None) => None,
        };
        [Some(growth), standing].into_iter().flatten().collect()
    })
}

fn balance_notes(scene: &Scene<'_>) -> Vec<String> {
    known_or(scene, FigureId::Balance, || {
        let Some(run) = scene.deck().streaks.current_balance() else {
            return vec![word!("tiles.zero").to_owned()];
        };
        let is_surplus = run.kind == RunKind::Surplus;
        let word = if is_surplus { word!("tiles.surplus") } else { word!("tiles.deficit") };
        let at_least = if run.exact { "" } else { word!("tiles.at-least") };
        let change = match scene.deck().lens().comparison {
            Comparison::YearAgo => say!("tiles.on-the-year", change = shown(scene, FigureId::BalanceChange)),
            _ => rate(scene, FigureId::BalanceChange),
        };
        let place = match run.length {
            1 if run.exact => say!("tiles.first", surplus = word),
            1 => word.to_owned(),
            n => {
                let nth = format::nth_in_a_row(n, run.end.frequency());
                say!("tiles.in-a-row", at_least = at_least, nth = nth, surplus = word)
            }
        };
        let has_run = scene.deck().lens().span != Span::YearToDate && !scene.wording().is_run_withheld();
        if !has_run { vec![change] } else { vec![place, change] }
    })
}

fn per_day(scene: &Scene<'_>, strong: Style) -> Number {
    let (lensed, daily_lens) = (scene.deck().lensed(), scene.deck().lens().daily());
    let daily = |month: Period| {
        let value = daily_lens.value(lensed.exports(), lensed.calendar(), month).value.ok()?;
        i64::try_from(value.rounded(0)).ok()
    };
    Number {
        name: tile_name(scene, word!("tiles.exports-per-day"), Flow::Export),
        unit: unit(scene, FigureId::ExportsDailyAverage),
        values: big(scene, FigureId::ExportsDailyAverage),
        notes: known_or(scene, FigureId::ExportsDailyAverage, || {
            let days = |id| scene.shown(id).trim_end_matches(".0").to_owned();
            let (now, before) = (days(FigureId::WorkingDays), days(FigureId::WorkingDaysYearAgo));
            vec![rate(scene, FigureId::ExportsDailyAverageYoy), say!("tiles.days", now = now, before = before)]
        }),
        style: strong,
        spark: spark_months(scene).map(daily).collect(),
    }
}

fn focus(scene: &Scene<'_>, strong: Style) -> Number {
    let lensed = scene.deck().lensed();
    let share = |month| lensed.part(lensed.focus(), lensed.around_focus(), month).share();
    Number {
        name: say!("tiles.share", name = scene.focus_name().to_uppercase()),
        unit: word!("tiles.of-exports").into(),
        values: big(scene, FigureId::FocusShare),
        notes: known_or(scene, FigureId::FocusShare, || {
            let name = scene.focus_name().to_lowercase();
            let without = say!("tiles.without", name = name, rate = shown(scene, FigureId::ExFocusYoy));
            vec![shown(scene, FigureId::FocusShareChange), without]
        }),
        style: strong,
        spark: spark_months(scene).map(|month| chart::percent(&share(month))).collect(),
    }
}

fn spark_months(scene: &Scene<'_>) -> impl Iterator<Item = Period> {
    let month = scene.state.month();
    Period::span(month.minus(SPARK_MONTHS - 1), month)
}

fn spark(scene: &Scene<'_>, vintage: &Vintage) -> Vec<Option<i64>> {
    spark_months(scene).map(|month| vintage.value(month)).collect()
}

fn draw_table(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let month = format::period(scene.state.month());
    let inner = card(scene, "", word!("tiles.title"), &month, false).render(area, buf);
    let focus = scene.focus_name();
    let rows: [TableRow; 8] = [
        (word!("flows.Exports").into(), FigureId::Exports, Some(FigureId::ExportsYoy)),
        (word!("flows.Imports").into(), FigureId::Imports, Some(FigureId::ImportsYoy)),
        (word!("flows.Balance").into(), FigureId::Balance, Some(FigureId::BalanceChange)),
        (word!("tiles.row-per-day").into(), FigureId::ExportsDailyAverage, Some(FigureId::ExportsDailyAverageYoy)),
        (word!("tiles.row-days").into(), FigureId::WorkingDays, None),
        (focus.clone(), FigureId::FocusExports, Some(FigureId::FocusYoy)),
        (word!("tiles.row-share").into(), FigureId::FocusShare, Some(FigureId::FocusShareChange)),
        (say!("tiles.row-without", name = focus.to_lowercase()), FigureId::ExFocus, Some(FigureId::ExFocusYoy)),
    ];
    // The last three are about the focus item.
    let count = if scene.deck().focus_item.is_some() { rows.len() } else { rows.len() - 3 };
    let values = inner.x + values_end(scene, &rows[..count], inner.width);
    for (row, (name, value, change)) in (0..inner.height).zip(&rows[..count]) {
        let y = inner.y + row;
        let style = if *value == FigureId::Balance { balance_style(scene) } else { scene.style(Role::Strong) };
        let (right, value_shown) = (values.min(inner.right()), shown(scene, *value));
        // The number has its cells first: a name that runs into it would lose it.
        let room = (right - inner.x).saturating_sub(text::width(&value_shown).min(7) + 1);
        text::put(buf, inner.x, y, name, scene.style(Role::Muted), room);
        text::put_right(buf, right, y, &value_shown, style, inner.width.min(7));
        if let Some(change) = change {
            text::put_right(
                buf,
                inner.right(),
                y,
                &shown(scene, *change),
                scene.style(Role::Text),
                inner.right().saturating_sub(values),
            );
        }
    }
}

/// A row of the table: name, value, change.
type TableRow = (String, FigureId, Option<FigureId>);

/// Where the values of the table end, from its left: so far on that the longest name has room, as far as the changes
/// leave any.
fn values_end(scene: &Scene<'_>, rows: &[TableRow], width: u16) -> u16 {
    let needed = rows.iter().map(|(name, value, _)| text::width(name) + text::width(&shown(scene, *value)) + 1).max();
    let changes = rows.iter().filter_map(|row| row.2).map(|change| text::width(&shown(scene, change))).max();
    let most = width.saturating_sub(changes.unwrap_or(0) + 1).max(VALUES_END);
    needed.unwrap_or(VALUES_END).clamp(VALUES_END, most)
}

/// The same where names are short.
const VALUES_END: u16 = 15;
