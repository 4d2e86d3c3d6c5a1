//! Panel 4: the year's targets: done, the seasonal pace, what is still needed, where the year is heading.

mod path;
mod projection;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Flow, Frequency, Period, Ratio, SeriesKey, Target, TargetKind};
use crate::indicators::lensed::newest_for_each;
use crate::indicators::{Attainment, Deck, FigureId, Measured, Quantity, attainment};
use crate::say;
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::format::{self, Sign};
use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::super::series_words;
use super::super::widgets::bullet::Bullet;
use super::super::widgets::text;
use super::{Canvas, Panel, needs_description};

pub(super) struct Targets;

impl Panel for Targets {
    fn name(&self) -> &'static str {
        "targets"
    }

    fn title(&self, _: &Scene<'_>) -> String {
        word!("panels.targets").to_owned()
    }

    fn unit(&self, scene: &Scene<'_>, _: Canvas) -> String {
        say!("dates.year", year = scene.state.month().year())
    }

    fn refusals(&self, _: &Deck) -> Vec<(LensPart, &'static str)> {
        vec![
            (LensPart::Without, word!("targets.for-all-goods")),
            (LensPart::Span, word!("targets.counts-year-to-date")),
            (LensPart::Comparison, word!("targets.compared-with-pace")),
        ]
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        scene.wording().targets()
    }

    fn needs(&self, scene: &Scene<'_>) -> Option<&'static str> {
        needs_description(scene, scene.deck().targets.is_empty(), word!("panels.needs-targets"))
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        let targets = &scene.deck().targets;
        let (above, path) = parts(canvas);
        let mut y = above.area.y;
        let mut projected = None;
        for (n, target) in targets.iter().enumerate() {
            let left = above.area.bottom().saturating_sub(y);
            let wanted = rows_of(canvas, left, targets.len() - n);
            if wanted == 0 {
                break;
            }
            let drawn = draw_target(scene, Rect { y, height: wanted, ..above.area }, target, buf);
            y = drawn.below;
            projected = projected.or(drawn.projected.then_some(target.target.key));
            y += u16::from(above.area.bottom().saturating_sub(y) > wanted);
        }
        if canvas.zoomed {
            let left = above.area.bottom().saturating_sub(y + 1);
            draw_earlier(scene, Rect { y: y + 1, height: left, ..above.area }, buf);
        }
        if let Some((target, path)) = scene.deck().main_target().zip(path) {
            path::draw(scene, path, target, projected == Some(target.target.key), buf);
        }
    }

    fn figures(&self, _: &Scene<'_>) -> Vec<FigureId> {
        vec![FigureId::ExportsYtd, FigureId::ExportsYtdYoy, FigureId::ImportsYtd, FigureId::BalanceYtd]
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::targets::content(scene)
    }

    fn month_at(&self, _: &Scene<'_>, _: Canvas, _: u16, _: u16) -> Option<Period> {
        None
    }
}

/// The bars, and the year's path beside or below them where there is room.
fn parts(canvas: Canvas) -> (Canvas, Option<Canvas>) {
    let area = canvas.area;
    if area.height >= 8 && area.width >= 90 {
        return canvas.split_right(area.width / 2 - 2, 4, 40);
    }
    // Zoomed, the projection with its interval and error comes before the path.
    if area.height >= if canvas.zoomed { 26 } else { 16 } {
        let (above, below) = canvas.split_below(area.height / 2, 1);
        return (above, Some(below));
    }
    (canvas, None)
}

/// Rows for the next target where `left` rows are to be shared by `count` targets.
fn rows_of(canvas: Canvas, left: u16, count: usize) -> u16 {
    let share = left / count.max(1) as u16;
    let most = if canvas.zoomed { 16 } else { 7 };
    share.clamp(2.min(left), most)
}

/// What came of drawing a target.
struct Drawn {
    /// The row below it.
    below: u16,
    /// The projection was said, with its interval and error: only then may it be drawn.
    projected: bool,
}

fn draw_target(scene: &Scene<'_>, area: Rect, target: &Attainment, buf: &mut Buffer) -> Drawn {
    let mut row = area.y;
    let name = name(scene, target);
    let goal = scene.numbers.money(Ratio::whole(i128::from(target.target.value)), 0, Sign::Never);
    // The amount has its cells first, whatever the length of the name.
    let room = area.width.saturating_sub(text::width(&goal) + 1);
    text::put(buf, area.x, row, &name, scene.style(Role::Text), room);
    text::put_right(buf, area.right(), row, &goal, scene.style(Role::Strong), area.width);
    row += 1;
    if row < area.bottom() && target.done.value.is_ok() {
        bullet(scene, target).render(Rect { y: row, height: 1, ..area }, buf);
        row += 1;
    }
    for (line, role) in words(scene, target) {
        if row >= area.bottom() {
            return Drawn { below: row, projected: false };
        }
        text::put(buf, area.x, row, text::clause(&line, area.width), scene.style(role), area.width);
        row += 1;
    }
    let below = Rect { y: row, height: area.bottom() - row, ..area };
    let said = projection::draw(scene, below, target, buf);
    Drawn { below: said.unwrap_or(row), projected: said.is_some() }
}

/// The targets of earlier years for total exports, the newest of each year, with what came of them.
fn draw_earlier(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let rows = earlier(scene);
    if rows.is_empty() || area.height < 2 {
        return;
    }
    text::put(buf, area.x, area.y, word!("targets.earlier"), scene.style(Role::Strong), area.width);
    for (row, attainment) in (1..area.height).zip(&rows) {
        let numbers = scene.numbers;
        let goal = numbers.money(Ratio::whole(i128::from(attainment.target.value)), 0, Sign::Never);
        let outcome = match (attainment.done.value, attainment.remaining.value) {
            (Ok(done), Ok(left)) => {
                let (done, gap) = (numbers.money(done, 1, Sign::Never), numbers.money(left, 1, Sign::Never));
                match left.signum() <= 0 {
                    true => say!("targets.was-reached", done = done, gap = gap),
                    false => say!("targets.was-missed", done = done, gap = gap),
                }
            }
            _ => word!("targets.year-open").to_owned(),
        };
        let line = format!("{}  {goal}  {outcome}", attainment.target.year);
        text::put(buf, area.x, area.y + row, &line, scene.style(Role::Text), area.width);
    }
}

fn earlier(scene: &Scene<'_>) -> Vec<Attainment> {
    let (dataset, deck) = (scene.state.dataset(), scene.deck());
    let key = SeriesKey::total(Flow::Export);
    let known = |target: &&Target| {
        target.key == key
            && target.kind == TargetKind::Target
            && target.announced <= deck.as_of
            && target.year < deck.month.year()
    };
    let mut newest = newest_for_each(dataset.targets.iter().filter(known), |target| target.year);
    newest.sort_by_key(|target| std::cmp::Reverse(target.year));
    let at_end_of_year = |target: &&Target| {
        let december =
            deck.month.plus((target.year - deck.month.year()) * deck.month.frequency().per_year()).last_of_year();
        attainment(target, &deck.lensed().published().exports, &dataset.calendar, december)
    };
    newest.iter().map(at_end_of_year).collect()
}

/// `Exports`, `Exports of semiconductors`, `Exports to China`.
pub(in super::super) fn name(scene: &Scene<'_>, target: &Attainment) -> String {
    series_words::name(scene.state.dataset(), target.target.key)
}

fn bullet(scene: &Scene<'_>, target: &Attainment) -> Bullet {
    let whole = |value: Result<Ratio, _>| value.ok().map(|value: Ratio| value.rounded(0));
    let done = whole(target.done.value).unwrap_or(0);
    Bullet {
        done,
        pace: whole(target.pace.value),
        target: Some(i128::from(target.target.value)),
        extent: i128::from(target.target.value) * 21 / 20,
        done_style: scene.style(Role::Series),
        track_style: scene.style(Role::Track),
        pace_style: scene.style(Role::Accent),
        target_style: scene.style(Role::Strong),
        glyphs: scene.glyphs(),
        ..Bullet::default()
    }
}

/// What the bar says, in words, the most important first.
fn words(scene: &Scene<'_>, target: &Attainment) -> Vec<(String, Role)> {
    let numbers = scene.numbers;
    let money = |value: &Measured, decimals| value.value.ok().map(|value| numbers.money(value, decimals, Sign::Never));
    let mut lines = Vec::new();
    let Some(done) = money(&target.done, 1) else {
        let series = name(scene, target).to_lowercase();
        let known = cumulative_to_last_known(target);
        return vec![(say!("targets.incomplete", series = series, known = known), Role::Muted)];
    };
    let achieved = numbers.measured(&target.achieved, Quantity::Share, 1);
    let pace = match target.profile.value {
        Ok(_) => say!(
            "targets.pace",
            pace = money(&target.pace, 1).unwrap_or_default(),
            share = numbers.measured(&target.profile, Quantity::Share, 1)
        ),
        Err(_) => String::new(),
    };
    lines.push((say!("targets.done", done = done, share = achieved, pace = pace), Role::Text));
    let frequency = target.period.frequency();
    if let Some(each) = money(&target.needed_per_period, 1) {
        let day = money(&target.needed_per_day, 2).map(|day| say!("targets.a-day", day = day)).unwrap_or_default();
        lines
            .push((say!("targets.needs", each = each, period = format::period_word(frequency), day = day), Role::Text));
        if let Ok(growth) = target.needed_growth.value {
            let growth = numbers.growth(growth, 1, Sign::Always);
            lines.push((
                match frequency {
                    Frequency::Quarterly => say!("targets.growth-in-quarters", rate = growth),
                    _ => say!("targets.growth-in-months", rate = growth),
                },
                Role::Muted,
            ));
        }
    } else if let Ok(remaining) = target.remaining.value {
        let beyond = numbers.money(remaining, 1, Sign::Never);
        let words = if remaining.signum() <= 0 {
            say!("targets.reached", gap = beyond)
        } else {
            say!("targets.missed", gap = beyond)
        };
        lines.push((words, Role::Text));
    }
    let issuer = target.target.issuer.here();
    let asked = numbers.measured(&target.growth_asked, Quantity::Growth, 1);
    let announced = format::date(target.target.announced);
    lines.push((say!("targets.announced", date = announced, rate = asked), Role::Muted));
    if !issuer.is_empty() {
        lines.push((issuer.to_owned(), Role::Muted));
    }
    if target.profile_years.len() > 1 {
        let years = (target.profile_years.last().copied().unwrap_or(0), target.profile_years[0]);
        lines.push((
            say!(
                "targets.profile",
                period = format::period_word(target.period.frequency()),
                first = years.0,
                last = years.1
            ),
            Role::Muted,
        ));
    }
    lines
}

fn cumulative_to_last_known(target: &Attainment) -> String {
    if target.done.inputs.is_empty() {
        String::new()
    } else {
        let all = format::counted(target.period.index() as usize, target.period.frequency());
        say!("targets.known", n = target.done.inputs.len(), all = all)
    }
}
