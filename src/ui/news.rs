//! What a dataset that was read again has brought, in words and as marks.

use ratatui::style::Style;

use crate::app::{News, VerdictChange};
use crate::config::Role;
use crate::domain::{Flow, Period, Ratio, SeriesKey};
use crate::indicators::revisions::{Change, Difference};
use crate::indicators::streak::RunKind;
use crate::{say, word};

use super::format::{self, Sign};
use super::scene::Scene;
use super::series_words;
use super::vintages;
use super::widgets::text;

/// Values of goods and partners that are named; more are counted.
const NAMED: usize = 2;

/// Verdicts that are named; more are counted.
const VERDICTS: usize = 2;

/// True where the value stands out: it was brought last and no key was pressed since.
pub fn is_fresh(scene: &Scene<'_>, key: SeriesKey, period: Period) -> bool {
    let news = scene.state.live().news.as_ref().filter(|_| scene.deck().lens().keeps_values());
    let place = |difference: &Difference| (difference.key, difference.period).cmp(&(key, period));
    news.is_some_and(|news| news.differences.binary_search_by(place).is_ok())
}

/// The style of a value: its own, or another where it stands out.
pub fn style(scene: &Scene<'_>, key: SeriesKey, period: Period, own: Style) -> Style {
    if is_fresh(scene, key, period) { scene.style(Role::Accent) } else { own }
}

/// `February 2023: exports 50.1, balance −5.3; new: deficit for 12 months in a row`; `None` where no value is another.
/// Where `width` cells have no room for all of it, the other values are not counted, then imports not named.
pub fn words(scene: &Scene<'_>, width: u16) -> Option<String> {
    let news = scene.state.live().news.as_ref()?;
    let totals: Vec<&Difference> = Flow::ALL.into_iter().filter_map(|flow| of_total(news, flow)).collect();
    let others = || news.differences.iter().filter(|other| other.period == news.month && !other.is_of_total());
    let named: Vec<&Difference> = if totals.is_empty() { others().take(NAMED).collect() } else { totals };
    let more = news.differences.len() - named.len();
    let values = |left_out: Option<Flow>| -> Vec<String> {
        let told = named.iter().filter(|difference| !difference.is_of_total() || Some(difference.key.flow) != left_out);
        told.map(|difference| value(scene, difference)).collect()
    };
    let (standing, month) = (standings(scene, news).join(", "), format::period_long(news.month));
    let sentence = |parts: Vec<String>| match standing.is_empty() {
        true => say!("news.values", month = month, values = parts.join(", ")),
        false => say!("news.values-and-standing", month = month, values = parts.join(", "), standing = standing),
    };
    let counted = (more > 0).then(|| say!("news.more", n = more));
    let forms = [values(None).into_iter().chain(counted).collect(), values(None), values(Some(Flow::Import))];
    let mut forms: Vec<String> = forms.into_iter().filter(|parts| !parts.is_empty()).map(sentence).collect();
    let fitting = forms.iter().position(|form| text::width(form) <= width);
    Some(forms.swap_remove(fitting.unwrap_or(forms.len().checked_sub(1)?)))
}

fn of_total(news: &News, flow: Flow) -> Option<&Difference> {
    let is_it = |difference: &&Difference| difference.key == SeriesKey::total(flow) && difference.period == news.month;
    news.differences.iter().find(is_it)
}

/// `exports 50.1`, `exports 50.12, was 50.11`, `exports gone`.
fn value(scene: &Scene<'_>, difference: &Difference) -> String {
    let name = name(scene, difference.key);
    let Some(after) = difference.after else { return say!("news.gone", name = name) };
    match difference.before {
        Some(before) if before.value != after.value => {
            let Difference { key, period, .. } = *difference;
            let told = vintages::told(scene, &Change { key, period, before: Some(before), after });
            say!("news.was", name = name, value = told.after, before = told.before)
        }
        _ => {
            let exact = Ratio::whole(i128::from(after.value));
            let sign = if difference.key.flow == Flow::Balance { Sign::Always } else { Sign::Minus };
            let value = scene.numbers.amount(exact, scene.decimals(), sign);
            say!("news.is", name = name, value = value)
        }
    }
}

fn name(scene: &Scene<'_>, key: SeriesKey) -> String {
    if key != SeriesKey::total(key.flow) {
        return series_words::name(scene.state.dataset(), key);
    }
    match key.flow {
        Flow::Export => word!("news.exports"),
        Flow::Import => word!("news.imports"),
        Flow::Balance => word!("news.balance"),
    }
    .to_owned()
}

/// What the month is that it was not before: the length of its run, a record.
fn standings(scene: &Scene<'_>, news: &News) -> Vec<String> {
    let run = news.after.streaks.current_balance();
    let was = news.before.as_ref().and_then(|before| before.streaks.current_balance());
    let is_other = run.map(|run| (run.kind, run.length)) != was.map(|was| (was.kind, was.length));
    let run = run.filter(|run| is_other && run.length > 1).map(|run| {
        let count = format::counted(run.length as usize, news.month.frequency());
        match run.kind {
            RunKind::Surplus => say!("news.surpluses", count = count),
            _ => say!("news.deficits", count = count),
        }
    });
    let is_high = |deck: &crate::indicators::Deck| {
        deck.records.exports.as_ref().is_some_and(|record| record.rank == 1 && record.count > 24 && !record.tied)
    };
    let is_sound = scene.wording().is_complete(&news.after.vintages.exports);
    let is_record = is_sound && is_high(&news.after) && !news.before.as_deref().is_some_and(is_high);
    run.into_iter().chain(is_record.then(|| word!("news.record").to_owned())).collect()
}

/// `verdicts changed: exports-feb OK > OFF`; `None` where none has.
pub fn verdicts(changes: &[VerdictChange]) -> Option<String> {
    let told = changes.iter().take(VERDICTS).map(|change| {
        let (before, after) = (change.before.1.code(), change.after.1.code());
        let (before, after) = match before == after {
            true => (change.before.0.code(), change.after.0.code()),
            false => (before, after),
        };
        say!("news.verdict", id = change.id, before = before, after = after)
    });
    let more = changes.len().saturating_sub(VERDICTS);
    let more = (more > 0).then(|| say!("news.more-verdicts", n = more));
    let told: Vec<String> = told.chain(more).collect();
    (!told.is_empty()).then(|| say!("news.verdicts", verdicts = told.join(", ")))
}
