//! The month from its first flash to its settled value.

use crate::config::Role;
use crate::domain::{Flow, Ratio, SeriesKey};
use crate::indicators::revisions::{self, Link, Stage, words};
use crate::{say, word};

use super::super::format::{self, Sign};
use super::super::prose::{Row, wrapped};
use super::super::scene::Scene;
use super::{amount, difference};

/// Right edges of the columns after the stage: value, step, step in percent; and the column of the date.
const VALUE: u16 = 21;
const STEP: u16 = VALUE + 9;
const PERCENT: u16 = STEP + 9;
const RELEASED: u16 = PERCENT + 2;

/// A row for each value that the month had.
pub(super) fn rows(scene: &Scene<'_>, key: SeriesKey, width: u16) -> Vec<Row> {
    let (strong, muted) = (scene.style(Role::Strong), scene.style(Role::Muted));
    let (view, month) = (scene.state.view(), scene.state.month());
    let links = revisions::chain(view, key, month);
    let title = say!("revisions.flash-to-settled", month = format::period(month));
    let mut rows = vec![Row::of(title, strong).until(PERCENT, word!("revisions.step"), muted).at(
        RELEASED,
        word!("revisions.released"),
        muted,
    )];
    rows.extend(links.iter().map(|link| row(scene, key, link)));
    if let Some(said) = words::known(revisions::known(view, key, month)) {
        rows.extend(wrapped(&said, 0, width, scene.style(Role::Warning)));
    }
    rows
}

/// What a further ten days bring is no revision: it has no percent.
fn row(scene: &Scene<'_>, key: SeriesKey, link: &Link) -> Row {
    let (plain, strong, muted) = (scene.style(Role::Text), scene.style(Role::Strong), scene.style(Role::Muted));
    let step = link.step.map(|step| difference(scene, step)).unwrap_or_default();
    let date = link.release.date.map_or_else(|| word!("revisions.not-dated").to_owned(), format::date);
    let date = if link.release.presumed { say!("vintages.presumed", date = date) } else { date };
    Row::of(words::stage(link.stage), plain)
        .until(VALUE, amount(scene, key, link.reading.value), strong)
        .at(VALUE, format::status_mark(link.reading.status), muted)
        .until(STEP, step, plain)
        .until(PERCENT, percent(scene, key, link).unwrap_or_default(), plain)
        .at(RELEASED, date, muted)
}

fn percent(scene: &Scene<'_>, key: SeriesKey, link: &Link) -> Option<String> {
    let is_revision = matches!(link.stage, Stage::Revised | Stage::Settled) && key.flow != Flow::Balance;
    let step = link.step.filter(|_| is_revision)?;
    let before = link.reading.value - step;
    let rate = Ratio::new(100 * i128::from(step), i128::from(before)).filter(|_| before > 0)?;
    Some(scene.numbers.growth(rate, 2, Sign::Always))
}
