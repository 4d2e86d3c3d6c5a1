//! The report: every figure of a month with its evidence. `docs/report.md` is its schema.

mod figures;
mod headlines;
mod history;
mod leagues;
mod lens;
mod number;
mod policies;
mod series;
mod sources;
mod targets;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::claims::judge_all;
use crate::config::Negative;
use crate::domain::{Dataset, View, said_of};
use crate::indicators::Deck;
use crate::indicators::policy::standings;
use crate::say;
use crate::ui::format::NumberStyle;
use crate::ui::panels::{NoteForm, PANELS, lens_note};
use crate::ui::sentences::Wording;

use super::claims::ClaimEntry;
use super::health::HealthEntry;
use super::page::Page;
use super::{html, json, markdown, provenance, text, tidy};

pub use figures::FigureEntry;
pub(super) use figures::panel_of as panel_of_figure;
pub use headlines::Headlines;
pub(super) use history::{RecordEntry, RunEntry};
pub(super) use leagues::{LeagueEntry, NumberEntry, RowEntry};
pub(super) use policies::PolicyEntry;
pub(super) use series::{Series, SeriesOf};
pub(super) use sources::SourceEntry;
pub(super) use targets::TargetEntry;

/// Name and version of the JSON schema. The number changes when a field is removed or changes meaning.
pub const SCHEMA: &str = "tradedeck.report/1";

/// The whole report.
#[derive(Debug, Serialize)]
pub struct Report {
    schema: &'static str,
    version: &'static str,
    pub(super) dataset: About,
    pub(super) month: String,
    pub(super) as_of: String,
    pub(super) lens: lens::LensEntry,
    /// One sentence for the whole and one for each panel.
    pub headlines: Headlines,
    /// Every figure, known or not.
    pub figures: Vec<FigureEntry>,
    pub(super) leagues: Vec<LeagueEntry>,
    pub(super) streaks: Vec<RunEntry>,
    pub(super) records: Vec<RecordEntry>,
    pub(super) targets: Vec<TargetEntry>,
    pub(super) claims: Vec<ClaimEntry>,
    pub(super) policies: Vec<PolicyEntry>,
    pub(super) health: HealthEntry,
    pub(super) sources: Vec<SourceEntry>,
    /// By panel, what it does with the lens.
    #[serde(skip)]
    pub(super) lens_notes: BTreeMap<&'static str, String>,
    /// What charts are drawn from.
    #[serde(skip)]
    pub(super) series: Series,
    /// What amounts are shown in: `$bn`, `$bn a day`.
    #[serde(skip)]
    pub(super) money_unit: String,
    /// Whole units of the currency in one of those.
    #[serde(skip)]
    scale: f64,
    /// Id of the source of the month's totals.
    #[serde(skip)]
    main_source: Option<String>,
    /// The one panel that it is about; all where there is none.
    #[serde(skip)]
    panel: Option<&'static str>,
    /// What stands before negative numbers, where people read them.
    #[serde(skip)]
    pub(super) minus: char,
}

#[derive(Debug, Serialize)]
pub(super) struct About {
    id: String,
    reporter: String,
    pub(super) name: String,
    currency: String,
    basis: String,
    valuation: String,
    /// The focus item's name.
    #[serde(skip)]
    pub(super) focus: String,
}

impl Report {
    /// The report of a deck.
    pub fn new(view: &View, deck: &Deck) -> Report {
        let dataset = view.dataset();
        // Machines read `-`, and so does whoever pastes the text into a spreadsheet.
        let style = NumberStyle::of(dataset, '-');
        let wording = Wording { deck, dataset, style: &style, findings: deck.lensed().findings() };
        let judgements = judge_all(view, &dataset.statements);
        let standings = standings(view);
        let figures = figures::entries(&wording);
        let leagues = leagues::entries(dataset, deck, &style);
        let note =
            |panel: &&dyn crate::ui::panels::Panel| (panel.name(), lens_note(deck, dataset, *panel, NoteForm::Full));
        Report {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            dataset: About::of(dataset),
            month: deck.month.to_string(),
            as_of: deck.as_of.to_string(),
            lens: lens::LensEntry::of(deck.lens(), dataset),
            headlines: Headlines::of(&wording, &judgements, &standings),
            streaks: history::runs(deck),
            records: history::records(deck),
            targets: targets::entries(dataset, deck, &style),
            claims: judgements.iter().map(|judgement| ClaimEntry::of(judgement, dataset)).collect(),
            policies: policies::entries(view, &standings),
            health: HealthEntry::of(view, deck, figures.iter().map(|figure| figure.id.as_str())),
            sources: sources::entries(dataset, deck, &leagues, &judgements, &standings),
            lens_notes: PANELS.iter().map(note).collect(),
            series: Series::of(deck),
            money_unit: if deck.lens().per_day { say!("report.a-day", unit = style.unit()) } else { style.unit() },
            scale: 10_f64.powi(style.power as i32),
            main_source: provenance::source(dataset, deck).map(str::to_owned),
            panel: None,
            minus: '-',
            figures,
            leagues,
        }
    }

    /// As indented JSON with a final line break.
    pub fn to_json(&self) -> String {
        json::pretty(self)
    }

    /// The same about one panel alone, in all formats but JSON.
    #[must_use]
    pub fn only(self, panel: &'static str) -> Report {
        Report { panel: Some(panel), ..self }
    }

    /// The same with another sign of negative numbers, in all formats but JSON and CSV.
    #[must_use]
    pub fn noting(self, negative: Negative) -> Report {
        Report { minus: negative.in_report(), ..self }
    }

    /// As text for a terminal.
    pub fn to_text(&self) -> String {
        text::write(&Page::of(self))
    }

    /// As Markdown with tables.
    pub fn to_markdown(&self) -> String {
        markdown::write(&Page::of(self))
    }

    /// As tidy CSV: one row for each number or statement.
    pub fn to_csv(&self) -> String {
        tidy::write([(self, true)])
    }

    /// As one page of HTML that needs nothing else.
    pub fn to_html(&self) -> String {
        html::write(&Page::of(self))
    }

    /// True of panels that say the same of every month: they are about the date alone.
    pub(super) fn is_of_the_date(panel: &str) -> bool {
        ["claims", "policy", "health"].contains(&panel)
    }

    /// True where a panel, or what belongs to none, is part of the report.
    pub(super) fn shows(&self, panel: &str) -> bool {
        self.panel.is_none_or(|only| only == panel)
    }

    /// True where it is about all panels.
    pub(super) fn shows_all(&self) -> bool {
        self.panel.is_none()
    }

    /// What a chart shows of a series: amounts in display units, shares in percent.
    pub(super) fn charted(&self, of: SeriesOf) -> Vec<Option<f64>> {
        let scale = if of == SeriesOf::Share { 100.0 } else { self.scale };
        self.series.values(of).iter().map(|value| value.map(|value| value as f64 / scale)).collect()
    }

    /// `As known on 2023-03-03; source: motir`: what stands below every picture.
    pub(super) fn provenance(&self) -> String {
        match &self.main_source {
            Some(source) => say!("report.known-from", as_of = said_of(&self.as_of), source = source),
            None => say!("report.known", as_of = said_of(&self.as_of)),
        }
    }

    /// `Source: motir.`; empty where none is named.
    pub(super) fn source(&self) -> String {
        self.main_source.as_ref().map_or_else(String::new, |source| say!("report.from-source", source = source))
    }

    /// `Korea, February 2023, as known on 2023-03-03`.
    pub(super) fn title(&self) -> String {
        say!("report.title-line", name = self.dataset.name, month = said_of(&self.month), as_of = said_of(&self.as_of))
    }

    /// `customs basis; exports FOB, imports CIF; USD`.
    pub(super) fn basis(&self) -> String {
        let parts = [&self.dataset.basis, &self.dataset.valuation, &self.dataset.currency];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
    }

    /// What made it.
    pub(super) fn maker(&self) -> String {
        format!("tradedeck {}", self.version)
    }
}

impl About {
    fn of(dataset: &Dataset) -> About {
        About {
            id: dataset.id.clone(),
            reporter: dataset.reporter.clone(),
            name: dataset.name.here().to_owned(),
            currency: dataset.currency.clone(),
            basis: dataset.basis.here().to_owned(),
            valuation: dataset.valuation.here().to_owned(),
            focus: dataset.focus_item.map(|item| dataset.item(item).name.here().to_owned()).unwrap_or_default(),
        }
    }
}
