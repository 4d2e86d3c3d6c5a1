//! The report: every figure of a month with its evidence, as JSON or text. `docs/report.md` is its schema.

use serde::Serialize;

use crate::claims::judge_all;
use crate::domain::{Dataset, Date, Ratio, SourceId, View};
use crate::indicators::figure::Definition;
use crate::indicators::record::{Record, Standing};
use crate::indicators::{Attainment, Deck, Figure, Measured, Quantity, Run, Undefined};
use crate::ui::format::NumberStyle;
use crate::ui::sentences::Wording;

use super::claims::ClaimEntry;
use super::health::HealthEntry;
use super::input::Input;
use super::json;

/// Name and version of the JSON schema. The number changes when a field is removed or changes meaning.
pub const SCHEMA: &str = "tradedeck.report/1";

/// Decimals of ratios: enough to tell any two fractions of real figures apart.
const DIGITS: usize = 15;

/// The whole report.
#[derive(Debug, Serialize)]
pub struct Report {
    schema: &'static str,
    version: &'static str,
    dataset: About,
    month: String,
    as_of: String,
    /// One sentence for the whole and one for each panel.
    pub headlines: Headlines,
    /// Every figure, known or not.
    pub figures: Vec<FigureEntry>,
    streaks: Vec<RunEntry>,
    records: Vec<RecordEntry>,
    targets: Vec<TargetEntry>,
    claims: Vec<ClaimEntry>,
    health: HealthEntry,
    sources: Vec<SourceEntry>,
}

#[derive(Debug, Serialize)]
struct About {
    id: String,
    reporter: String,
    name: String,
    currency: String,
    basis: String,
    valuation: String,
}

/// Sentences by panel.
#[derive(Debug, Serialize)]
pub struct Headlines {
    /// Of the whole.
    pub headline: String,
    /// Of the Balance panel.
    pub balance: String,
    /// Of the Streaks panel.
    pub streaks: String,
    /// Of the focus item's panel.
    pub focus_item: String,
    /// Of the Targets panel.
    pub targets: String,
}

/// One figure.
#[derive(Debug, Serialize)]
pub struct FigureEntry {
    /// Stable name.
    pub id: String,
    period: String,
    value: serde_json::Value,
    /// `USD`, `percent` …
    pub unit: String,
    /// As the screen shows it.
    pub display: String,
    display_unit: String,
    /// `settled`, `provisional`, `estimated` or `undefined`.
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    undefined: Option<&'static str>,
    as_of: String,
    formula: String,
    inputs: Vec<Input>,
}

#[derive(Debug, Serialize)]
struct RunEntry {
    kind: &'static str,
    sign: i32,
    length: u32,
    start: String,
    end: String,
    exactness: &'static str,
    rank: u32,
    is_current: bool,
    provisional_periods: u32,
}

#[derive(Debug, Serialize)]
struct RecordEntry {
    series: &'static str,
    period: String,
    value: i64,
    rank: u32,
    count: u32,
    tied: bool,
    rank_same_month: u32,
    count_same_month: u32,
    highest: StandingEntry,
    lowest: StandingEntry,
}

#[derive(Debug, Serialize)]
struct StandingEntry {
    record: bool,
    since: String,
    tied: bool,
    gap: bool,
}

#[derive(Debug, Serialize)]
struct TargetEntry {
    id: String,
    series: String,
    year: i32,
    value: i64,
    unit: String,
    announced: String,
    issuer: String,
    done: serde_json::Value,
    achieved_percent: serde_json::Value,
    profile_percent: serde_json::Value,
    profile_years: Vec<i32>,
    pace: serde_json::Value,
    gap: serde_json::Value,
    remaining: serde_json::Value,
    needed_per_period: serde_json::Value,
    needed_per_working_day: serde_json::Value,
    working_days_left: serde_json::Value,
    needed_growth_percent: serde_json::Value,
    growth_asked_percent: serde_json::Value,
    status: &'static str,
}

#[derive(Debug, Serialize)]
struct SourceEntry {
    id: String,
    publisher: String,
    title: String,
    url: String,
}

impl Report {
    /// The report of a deck.
    pub fn new(view: &View, deck: &Deck) -> Report {
        let dataset = view.dataset();
        // Machines read `-`, and so does whoever pastes the text into a spreadsheet.
        let style = NumberStyle::of(dataset, '-');
        let wording = Wording { deck, dataset, style: &style, findings: deck.lensed().findings() };
        let writer = Writer { dataset, style: &style, as_of: view.as_of() };
        let figures: Vec<FigureEntry> = deck.figures().iter().map(|figure| writer.figure(figure)).collect();
        let records = deck.records.named();
        Report {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            dataset: writer.about(),
            month: deck.month.to_string(),
            as_of: deck.as_of.to_string(),
            headlines: Headlines {
                headline: wording.headline(),
                balance: wording.balance(),
                streaks: wording.streaks(),
                focus_item: wording.focus(),
                targets: wording.targets(),
            },
            streaks: deck.streaks.runs.iter().map(run).collect(),
            records: records.iter().filter_map(|(name, found)| found.map(|found| record(name, found))).collect(),
            targets: deck.targets.iter().map(|target| writer.target(target)).collect(),
            claims: judge_all(view, &dataset.statements).iter().map(|it| ClaimEntry::of(it, dataset)).collect(),
            health: HealthEntry::of(view, deck, figures.iter().map(|figure| figure.id.as_str())),
            sources: writer.sources(deck),
            figures,
        }
    }

    /// As indented JSON with a final line break.
    pub fn to_json(&self) -> String {
        json::pretty(self)
    }

    /// As text of at most 100 columns.
    pub fn to_text(&self) -> String {
        super::report_text::write(self)
    }

    /// `Korea, February 2023, as known on 2023-03-03`.
    pub(super) fn title(&self) -> String {
        format!("{}, {}, as known on {}", self.dataset.name, self.month, self.as_of)
    }

    /// `customs basis; exports FOB, imports CIF; USD`.
    pub(super) fn basis(&self) -> String {
        let parts = [&self.dataset.basis, &self.dataset.valuation, &self.dataset.currency];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
    }
}

impl FigureEntry {
    /// The number with its unit, as a table shows it.
    pub(super) fn shown(&self) -> String {
        if self.display_unit.is_empty() {
            self.display.clone()
        } else {
            format!("{} {}", self.display, self.display_unit)
        }
    }

    /// Where the newest of its inputs came from.
    pub(super) fn newest_input(&self) -> Option<(&str, &str)> {
        let dated = self
            .inputs
            .iter()
            .filter_map(|input| Some((input.released.as_deref()?, input.source.as_deref().unwrap_or("-"))));
        dated.max_by_key(|(released, _)| *released)
    }
}

/// What entries are written with.
struct Writer<'a> {
    dataset: &'a Dataset,
    style: &'a NumberStyle,
    as_of: Date,
}

impl Writer<'_> {
    fn about(&self) -> About {
        let dataset = self.dataset;
        About {
            id: dataset.id.clone(),
            reporter: dataset.reporter.clone(),
            name: dataset.name.en.clone(),
            currency: dataset.currency.clone(),
            basis: dataset.basis.en.clone(),
            valuation: dataset.valuation.en.clone(),
        }
    }

    fn figure(&self, figure: &Figure) -> FigureEntry {
        let definition: &Definition = figure.id.definition();
        let focus = self.dataset.focus_item.map_or("item", |item| self.dataset.item(item).id.as_str());
        FigureEntry {
            id: figure.id.name(focus),
            period: figure.period.to_string(),
            value: number(figure.value, definition.quantity),
            unit: self.unit(definition.quantity),
            display: self.style.figure(figure),
            display_unit: self.display_unit(definition.quantity),
            status: if figure.is_known() { figure.status.word() } else { "undefined" },
            undefined: figure.value.err().map(Undefined::code),
            as_of: self.as_of.to_string(),
            formula: definition.formula.to_owned(),
            inputs: figure.inputs.iter().map(|id| Input::of(self.dataset, *id)).collect(),
        }
    }

    fn unit(&self, quantity: Quantity) -> String {
        let currency = &self.dataset.currency;
        match quantity {
            Quantity::Money | Quantity::MoneyChange | Quantity::Balance => currency.clone(),
            Quantity::MoneyPerDay => format!("{currency} per working day"),
            Quantity::Growth | Quantity::Share => "percent".to_owned(),
            Quantity::Points => "percentage points".to_owned(),
            Quantity::Days => "working days".to_owned(),
        }
    }

    fn display_unit(&self, quantity: Quantity) -> String {
        match quantity {
            Quantity::Money | Quantity::MoneyChange | Quantity::Balance => self.style.unit(),
            Quantity::MoneyPerDay => format!("{} a day", self.style.unit()),
            Quantity::Growth | Quantity::Share | Quantity::Points => String::new(),
            Quantity::Days => "days".to_owned(),
        }
    }

    fn target(&self, attainment: &Attainment) -> TargetEntry {
        let money = |measured: &Measured| number(measured.value, Quantity::Money);
        let percent = |measured: &Measured| number(measured.value, Quantity::Share);
        let target = &attainment.target;
        TargetEntry {
            id: target.id.clone(),
            series: self.dataset.series_name(target.key),
            year: target.year,
            value: target.value,
            unit: self.dataset.currency.clone(),
            announced: target.announced.to_string(),
            issuer: target.issuer.en.clone(),
            done: money(&attainment.done),
            achieved_percent: percent(&attainment.achieved),
            profile_percent: percent(&attainment.profile),
            profile_years: attainment.profile_years.clone(),
            pace: money(&attainment.pace),
            gap: money(&attainment.gap),
            remaining: money(&attainment.remaining),
            needed_per_period: money(&attainment.needed_per_period),
            needed_per_working_day: money(&attainment.needed_per_day),
            working_days_left: attainment
                .days_left
                .map_or(serde_json::Value::Null, |days| number(Ok(days), Quantity::Days)),
            needed_growth_percent: percent(&attainment.needed_growth),
            growth_asked_percent: percent(&attainment.growth_asked),
            status: attainment.done.status.word(),
        }
    }

    /// The sources of all inputs, each once, in the order of the dataset.
    fn sources(&self, deck: &Deck) -> Vec<SourceEntry> {
        let inputs = deck.figures().iter().flat_map(|figure| &figure.inputs);
        let mut ids: Vec<SourceId> = inputs.filter_map(|id| self.dataset.observation(*id).source).collect();
        ids.sort_unstable();
        ids.dedup();
        let entry = |id: SourceId| {
            let source = self.dataset.source(id).clone();
            SourceEntry { id: source.id, publisher: source.publisher, title: source.title, url: source.url }
        };
        ids.into_iter().map(entry).collect()
    }
}

/// Money that is a whole number of currency units as an integer; every other number as a decimal
/// string, for JSON numbers are floats to most readers.
fn number(value: Result<Ratio, Undefined>, quantity: Quantity) -> serde_json::Value {
    let is_money = matches!(quantity, Quantity::Money | Quantity::MoneyChange | Quantity::Balance);
    match value {
        Err(_) => serde_json::Value::Null,
        Ok(value) if is_money && value.den() == 1 => {
            i64::try_from(value.num()).map_or(serde_json::Value::Null, Into::into)
        }
        Ok(value) => value.decimal(DIGITS).into(),
    }
}

fn run(run: &Run) -> RunEntry {
    RunEntry {
        kind: run.kind.code(),
        sign: run.kind.sign(),
        length: run.length,
        start: run.start.to_string(),
        end: run.end.to_string(),
        exactness: if run.exact { "exact" } else { "at_least" },
        rank: run.rank,
        is_current: run.is_current,
        provisional_periods: run.provisional,
    }
}

fn record(series: &'static str, record: &Record) -> RecordEntry {
    RecordEntry {
        series,
        period: record.period.to_string(),
        value: record.value,
        rank: record.rank,
        count: record.count,
        tied: record.tied,
        rank_same_month: record.rank_same_month,
        count_same_month: record.count_same_month,
        highest: standing(record.highest),
        lowest: standing(record.lowest),
    }
}

fn standing(standing: Standing) -> StandingEntry {
    match standing {
        Standing::Since { period, tied, gap } => StandingEntry { record: false, since: period.to_string(), tied, gap },
        Standing::Record { start, gap } => StandingEntry { record: true, since: start.to_string(), tied: false, gap },
    }
}
