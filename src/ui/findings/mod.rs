//! What the data-health checks found: in a line, and all of it as an overlay.

pub mod decisions;

use ratatui::layout::Rect;

use crate::config::Role;
use crate::domain::Dataset;
use crate::indicators::health::{Finding, Severity, words};
use crate::{say, word};

use super::format;
use super::overlay::{self, Page};
use super::prose::{Row, wrapped};
use super::scene::Scene;
use super::series_words;

/// Widest page: longer rows of words are hard to read.
const WIDEST: u16 = 110;

/// `Balance, Mar 2022: balance is not exports less imports (totals.csv:123)`.
pub fn short(finding: &Finding, dataset: &Dataset) -> String {
    let series = series_words::name(dataset, finding.key);
    let place = finding.placed(dataset).map(|place| format!(" ({place})")).unwrap_or_default();
    format!("{series}, {}: {}{place}", format::period(finding.period), words::name(finding.check))
}

/// The first error, and how many there are.
pub fn errors<'a>(scene: &Scene<'a>) -> (Option<&'a Finding>, usize) {
    let mut errors = scene.state.deck.lensed().findings().iter().filter(|it| it.severity() == Severity::Error);
    let first = errors.next();
    (first, usize::from(first.is_some()) + errors.count())
}

/// All findings, errors first.
pub fn page(scene: &Scene<'_>, screen: Rect) -> Page {
    let width = overlay::room(screen).width.min(WIDEST);
    let findings = scene.state.deck.lensed().findings();
    let mut rows = wrapped(&summary(scene, findings), 0, width, scene.style(Role::Text));
    for severity in [Severity::Error, Severity::Warning] {
        let of = findings.iter().filter(|finding| finding.severity() == severity);
        let listed: Vec<Row> = of.flat_map(|finding| rows_of(scene, finding, width)).collect();
        if listed.is_empty() {
            continue;
        }
        let title = match severity {
            Severity::Error => word!("health.errors"),
            Severity::Warning => word!("health.warnings"),
        };
        rows.extend([Row::blank(), Row::of(title, scene.style(Role::Strong))]);
        rows.extend(listed);
    }
    rows.extend(decisions::rows(scene, width));
    Page { title: word!("health.title").to_owned(), right: overlay::as_of(scene), width, rows }
}

fn summary(scene: &Scene<'_>, findings: &[Finding]) -> String {
    let checked = scene.deck().health.identities_checked;
    let balances = match checked {
        0 => word!("health.no-balances").to_owned(),
        n => say!("health.balances", n = n),
    };
    let found = match findings.len() {
        0 => word!("health.nothing-found").to_owned(),
        n => say!("health.found", n = n),
    };
    say!("health.summary", balances = balances, found = found)
}

fn rows_of(scene: &Scene<'_>, finding: &Finding, width: u16) -> Vec<Row> {
    let dataset = scene.state.dataset();
    let sign = if finding.severity() == Severity::Error { "! " } else { "- " };
    let place = finding.placed(dataset).map(|place| format!("; {place}")).unwrap_or_default();
    let below = format!("{}{place}", words::name(finding.check));
    signed(scene, (sign, Role::Warning), &words::what(finding, dataset), Some(&below), width)
}

/// What is said behind a sign, and below it what is less of interest.
fn signed(scene: &Scene<'_>, sign: (&str, Role), said: &str, below: Option<&str>, width: u16) -> Vec<Row> {
    let mut rows = wrapped(said, 2, width, scene.style(Role::Text));
    if let Some(first) = rows.first_mut() {
        *first = std::mem::take(first).at(0, sign.0, scene.style(sign.1));
    }
    rows.extend(below.into_iter().flat_map(|below| wrapped(below, 2, width, scene.style(Role::Muted))));
    rows
}
