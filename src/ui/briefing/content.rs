//! What a page says: one message, one number, one chart, two or three dates.

use ratatui::style::Style;

use crate::config::Role;
use crate::domain::{Period, Ratio, Vintage};
use crate::indicators::{FigureId, Measured, Quantity};
use crate::say;

use super::super::chart;
use super::super::format::{self, Sign};
use super::super::scene::Scene;

/// A page, before it is set.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// The message, and shorter forms of it that are true too, the longest first; of a panel, those that its sentence does
    /// not begin with.
    pub message: Vec<String>,
    /// The number.
    pub number: Option<Number>,
    /// Dates and other numbers, the most important first.
    pub facts: Vec<String>,
    /// The chart.
    pub chart: Chart,
}

/// The number of a page.
#[derive(Debug, Clone, Default)]
pub struct Number {
    /// With its unit, and shorter forms, the longest first.
    pub forms: Vec<String>,
    /// Its colour.
    pub style: Style,
}

impl Number {
    /// One that can be said in one way alone.
    pub fn new(words: String, style: Style) -> Number {
        Number { forms: vec![words], style }
    }

    /// Money, which may go without its currency: the message above names it.
    pub fn money(words: String, style: Style) -> Number {
        let bare = words.rsplit_once(' ').map(|(amount, _)| amount).filter(|amount| amount.ends_with(is_syllable));
        let bare = bare.map(str::to_owned);
        Number { forms: std::iter::once(words).chain(bare).collect(), style }
    }
}

/// A Hangul syllable.
pub fn is_syllable(letter: char) -> bool {
    matches!(letter, '가'..='힣')
}

/// A chart without labels of its own: what must be read stands in big type.
#[derive(Debug, Clone, Default)]
pub enum Chart {
    /// None.
    #[default]
    None,
    /// Signed columns over months, the last one the page's.
    Columns(fn(&Scene<'_>, Period) -> Column),
    /// Bars with names.
    Bars(Vec<NamedBar>),
}

/// A column of a month: its value, where there is one, and its colour.
pub type Column = (Option<i64>, Style);

/// A bar with a name before it and a number behind.
#[derive(Debug, Clone, Default)]
pub struct NamedBar {
    /// The name, and shorter ones.
    pub names: Vec<String>,
    /// The number as text, and shorter ones.
    pub shown: Vec<String>,
    /// How long the bar is; none where nothing is to be measured.
    pub length: Option<i64>,
    /// Where a mark stands on it.
    pub mark: Option<i64>,
    /// Its colour.
    pub style: Style,
}

/// A sentence and its beginnings that end where a clause does: what stands is still true.
pub fn forms(sentence: &str) -> Vec<String> {
    let whole = sentence.trim_end_matches('.');
    let ends = whole.match_indices([';', ',', ':', '(']).filter(|(at, _)| ends_clause(whole, *at));
    let ends = ends.map(|(at, _)| whole[..at].trim_end());
    let mut forms: Vec<String> = ends.chain([whole]).filter(|form| !form.is_empty()).map(str::to_owned).collect();
    forms.reverse();
    forms
}

/// Whether a clause ends before the mark at a place: not at the comma of `7,400`, nor at a bracket that the clause goes
/// on after, as in `6월(359.1억 달러)에 이어`.
fn ends_clause(sentence: &str, at: usize) -> bool {
    let rest = &sentence[at..];
    let after = if rest.starts_with('(') { rest.split_once(')').map_or("", |(_, after)| after) } else { &rest[1..] };
    after.is_empty() || after.starts_with(if rest.starts_with('(') { &[';', ',', ':'][..] } else { &[' '] })
}

/// A figure with its unit.
pub fn shown(scene: &Scene<'_>, id: FigureId) -> String {
    let figure = scene.figure(id);
    money_or(scene, figure.value.ok(), figure.quantity(), scene.decimals_of(id)).unwrap_or_else(|| scene.shown(id))
}

/// Something measured, with its unit.
pub fn measured(scene: &Scene<'_>, measured: &Measured, quantity: Quantity, decimals: u32) -> String {
    money_or(scene, measured.value.ok(), quantity, decimals)
        .unwrap_or_else(|| scene.numbers.measured(measured, quantity, decimals))
}

fn money_or(scene: &Scene<'_>, value: Option<Ratio>, quantity: Quantity, decimals: u32) -> Option<String> {
    let sign = match quantity {
        Quantity::Money | Quantity::MoneyPerDay => Sign::Minus,
        Quantity::MoneyChange | Quantity::Balance => Sign::Always,
        _ => return None,
    };
    Some(scene.numbers.money(value?, decimals, sign))
}

/// `Jul ’26`: a month below a chart.
pub fn axis_month(scene: &Scene<'_>, month: Period) -> String {
    if month.frequency().per_year() == 1 {
        return month.year().to_string();
    }
    let year = format!("{:02}", month.year().rem_euclid(100));
    let apostrophe = |text: String| {
        if text.contains('’') && !scene.glyphs().has_typography() { text.replace('’', "'") } else { text }
    };
    apostrophe(say!("briefing.axis-month", month = format::month_name(month), year = year))
}

/// The value of a month as signed money, if it is known; the year stands where it is another.
pub fn of_month(scene: &Scene<'_>, vintage: &Vintage, month: Period) -> Option<String> {
    let value = Ratio::whole(i128::from(vintage.value(month)?));
    let shown = scene.numbers.amount(value, scene.decimals(), Sign::Always);
    let is_same_year = month.year() == scene.state.month().year();
    let name = if is_same_year { format::month_name(month) } else { axis_month(scene, month) };
    Some(say!("briefing.fact", name = name, value = shown))
}

/// The balance of a month as a column.
pub fn balance_column(scene: &Scene<'_>, month: Period) -> Column {
    let value = scene.deck().vintages.balance.value(month);
    (value, scene.palette.of_sign(value.unwrap_or(0).signum() as i32))
}

/// A percentage of a month as a column.
pub fn percent_column(scene: &Scene<'_>, measured: &Measured) -> Column {
    (chart::percent(measured), scene.style(Role::Series))
}
