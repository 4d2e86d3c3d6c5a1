//! The figures of the month as a report lists them.

use serde::Serialize;

use crate::domain::{Dataset, Date};
use crate::indicators::figure::Definition;
use crate::indicators::{Comparison, Deck, Derivation, Figure, FigureId, Lens, Quantity, Undefined};
use crate::say;
use crate::ui::format::{NumberStyle, with_unit};
use crate::ui::lens_words;
use crate::ui::sentences::Wording;
use crate::ui::why::figure_name;
use crate::word;

use super::super::input::Input;
use super::number::{number, unit};

/// One figure.
#[derive(Debug, Serialize)]
pub struct FigureEntry {
    /// Stable name.
    pub id: String,
    /// What people call it.
    #[serde(skip)]
    pub(in crate::export) name: String,
    pub(in crate::export) period: String,
    pub(in crate::export) value: serde_json::Value,
    /// `USD`, `percent` …
    pub unit: String,
    /// As the screen shows it.
    pub display: String,
    pub(in crate::export) display_unit: String,
    /// `settled`, `provisional`, `estimated` or `undefined`.
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::export) undefined: Option<&'static str>,
    /// What the lens does to this figure; only where the report looks through one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::export) lens: Option<String>,
    as_of: String,
    formula: String,
    pub(in crate::export) inputs: Vec<Input>,
    #[serde(skip)]
    pub(in crate::export) figure: FigureId,
    /// It rests on numbers that contradict each other: it is listed, but not put in front.
    #[serde(skip)]
    pub(in crate::export) is_withheld: bool,
}

impl FigureEntry {
    /// The number with its unit, as a table shows it.
    pub(in crate::export) fn shown(&self) -> String {
        if self.display_unit.is_empty() || self.undefined.is_some() {
            self.display.clone()
        } else {
            with_unit(&self.display, &self.display_unit)
        }
    }

    /// Name of the panel that it belongs to.
    pub(in crate::export) fn panel(&self) -> &'static str {
        panel_of(self.figure)
    }

    /// True where it is about the focus item.
    pub(in crate::export) fn is_focus(&self) -> bool {
        self.panel() == FOCUS
    }

    /// Where the newest of its inputs came from.
    pub(in crate::export) fn newest_input(&self) -> Option<(&str, &str)> {
        super::super::input::newest(&self.inputs)
    }
}

/// Names of the panels that figures belong to.
const TOTALS: &str = "balance";
const FOCUS: &str = "focus_item";

/// Name of the panel that a figure belongs to: those of the focus item have it in their names.
pub(in crate::export) fn panel_of(id: FigureId) -> &'static str {
    let name = id.definition().name;
    if name.contains("{one}") || name.contains("{item}") { FOCUS } else { TOTALS }
}

/// All figures of a deck.
pub(super) fn entries(wording: &Wording<'_>) -> Vec<FigureEntry> {
    let Wording { dataset, deck, style, .. } = *wording;
    let writer = Writer { dataset, deck, style, wording, as_of: deck.as_of };
    deck.figures().iter().map(|figure| writer.figure(figure)).collect()
}

struct Writer<'a> {
    dataset: &'a Dataset,
    deck: &'a Deck,
    style: &'a NumberStyle,
    wording: &'a Wording<'a>,
    as_of: Date,
}

impl Writer<'_> {
    fn figure(&self, figure: &Figure) -> FigureEntry {
        let definition: &Definition = figure.id.definition();
        let focus = self.dataset.focus_item.map_or("item", |item| self.dataset.item(item).id.as_str());
        let lens = lens_of(&self.deck.derivation(figure.id));
        let per_day = lens.per_day;
        let decimals = definition.decimals + u32::from(per_day && is_money(definition.quantity));
        FigureEntry {
            id: figure.id.name(focus),
            name: figure_name(self.dataset, self.deck.lens().comparison, figure.id),
            period: figure.period.to_string(),
            value: number(figure.value, definition.quantity),
            unit: unit(definition.quantity, &self.dataset.currency, per_day),
            display: self.style.value(figure.value, figure.quantity(), decimals),
            display_unit: self.display_unit(definition.quantity, per_day),
            status: if figure.is_known() { figure.status.keyword() } else { "undefined" },
            undefined: figure.value.err().map(Undefined::code),
            lens: (!self.deck.lens().is_plain()).then(|| lens_words::all(&lens, self.dataset)),
            as_of: self.as_of.to_string(),
            formula: definition.formula.to_owned(),
            inputs: figure.inputs.iter().map(|id| Input::of(self.dataset, *id)).collect(),
            figure: figure.id,
            is_withheld: self.wording.is_withheld(figure.id),
        }
    }

    fn display_unit(&self, quantity: Quantity, per_day: bool) -> String {
        match quantity {
            Quantity::MoneyPerDay => say!("report.a-day", unit = self.style.unit()),
            _ if is_money(quantity) && per_day => say!("report.a-day", unit = self.style.unit()),
            _ if is_money(quantity) => self.style.unit(),
            Quantity::Days => word!("report.days").to_owned(),
            _ => String::new(),
        }
    }
}

fn is_money(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::Money | Quantity::MoneyChange | Quantity::Balance)
}

/// The lens that a figure was really worked out through: some are year to date, or on the month before, whatever
/// the lens of the deck.
fn lens_of(derivation: &Derivation) -> Lens {
    let of_first = derivation.terms.first().map(|term| term.lens.clone()).unwrap_or_default();
    let without = derivation.terms.iter().map(|term| &term.lens.without).find(|without| !without.is_empty());
    let comparison = derivation.terms.iter().find_map(|term| term.base).unwrap_or(Comparison::YearAgo);
    Lens { without: without.cloned().unwrap_or_default(), comparison, ..of_first }
}
