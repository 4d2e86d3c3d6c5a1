//! A claim made from a figure: what somebody would write who states it as it is shown.

use crate::domain::{Dataset, Date, Expression, Flow, Frequency, Member, Period, Qualifier, Ratio};
use crate::indicators::{Attainment, Figure, FigureId, Measured, Quantity, RowFigure, Run, RunKind};

use super::{language, words};

/// The figure in the language of claims; `None` for counts of days, which nobody claims. The figures that a lens does
/// not change.
pub fn indicator(id: FigureId, dataset: &Dataset) -> Option<String> {
    let item = dataset.focus_item.map(|item| dataset.item(item).id.as_str());
    let formula = match id {
        FigureId::Exports => "export",
        FigureId::Imports => "import",
        FigureId::Balance => "balance",
        FigureId::ExportsYoy => "growth(export)",
        FigureId::ImportsYoy => "growth(import)",
        FigureId::ExportsMom => "growth_on_previous(export)",
        FigureId::ImportsMom => "growth_on_previous(import)",
        FigureId::BalanceChange => "balance - year_ago(balance)",
        FigureId::CoverRatio => "share(export, import)",
        FigureId::ExportsDailyAverage => "per_day(export)",
        FigureId::ImportsDailyAverage => "per_day(import)",
        FigureId::ExportsDailyAverageYoy => "growth(per_day(export))",
        FigureId::ExportsYtd => "ytd(export)",
        FigureId::ImportsYtd => "ytd(import)",
        FigureId::BalanceYtd => "ytd(balance)",
        FigureId::ExportsYtdYoy => "growth(ytd(export))",
        FigureId::ImportsYtdYoy => "growth(ytd(import))",
        FigureId::Balance12m => "last(12, balance)",
        FigureId::FocusExports => "export[ITEM]",
        FigureId::FocusYoy => "growth(export[ITEM])",
        FigureId::FocusShare => "share(export[ITEM], export)",
        FigureId::FocusShareChange => "share(export[ITEM], export) - year_ago(share(export[ITEM], export))",
        FigureId::FocusContribution => "share(export[ITEM] - year_ago(export[ITEM]), year_ago(export))",
        FigureId::ExFocus => "export - export[ITEM]",
        FigureId::ExFocusYoy => "growth(export - export[ITEM])",
        FigureId::ExFocusDailyYoy => "growth(per_day(export - export[ITEM]))",
        _ => return None,
    };
    match (formula.contains("ITEM"), item) {
        (true, None) => None,
        (_, item) => Some(formula.replace("ITEM", item.unwrap_or(""))),
    }
}

/// A number of an item or partner in the language of claims; `flow` is the one that its league is of.
pub fn indicator_of_row(member: Member, row: RowFigure, flow: Flow, dataset: &Dataset) -> String {
    let series = |flow: Flow| language::write(&Expression::Level(member.key(flow)), dataset);
    let (part, whole) = (series(flow), flow.code());
    match row {
        RowFigure::Value => part,
        RowFigure::Growth => format!("growth({part})"),
        RowFigure::OtherGrowth => format!("growth(per_day({part}))"),
        RowFigure::Share => format!("share({part}, {whole})"),
        RowFigure::ShareChange => format!("share({part}, {whole}) - year_ago(share({part}, {whole}))"),
        RowFigure::Contribution => format!("share({part} - year_ago({part}), year_ago({whole}))"),
        RowFigure::Imports => series(Flow::Import),
        RowFigure::Balance => series(Flow::Balance),
    }
}

/// A number as it is shown, to be stated as a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub name: String,
    /// The formula in the language of claims.
    pub indicator: String,
    /// The number: money in whole units of the currency.
    pub value: Ratio,
    /// What kind of number it is.
    pub quantity: Quantity,
    /// Decimals that it is shown with; of money, in billions.
    pub decimals: u32,
    /// The period that it is of.
    pub period: Period,
    /// The date as of which it is shown.
    pub said: Date,
}

impl Draft {
    /// An id that says which number of which period was stated when: `growth-export-2023-02-as-of-2023-03-03`.
    pub fn id(&self) -> String {
        let words = self.indicator.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        format!("{}-{}-as-of-{}", words.join("-"), self.period, self.said)
    }

    /// The `[[claims]]` table, to be appended to a file of claims; `None` for counts of days, which nobody claims.
    pub fn table(&self, dataset: &Dataset) -> Option<String> {
        self.qualified(Qualifier::Exact, dataset)
    }

    /// The table of the number said in this way: "about 50.1".
    pub fn qualified(&self, qualifier: Qualifier, dataset: &Dataset) -> Option<String> {
        let (shown, unit) = self.shown(dataset)?;
        Some(self.stating(&shown, &unit, qualifier))
    }

    /// The digits and the unit.
    fn shown(&self, dataset: &Dataset) -> Option<(String, String)> {
        let (scale, unit) = match self.quantity {
            Quantity::Money | Quantity::MoneyChange | Quantity::Balance | Quantity::MoneyPerDay => {
                (1_000_000_000, format!("{} billion", dataset.currency))
            }
            Quantity::Growth | Quantity::Share => (1, "percent".to_owned()),
            Quantity::Points => (1, "points".to_owned()),
            Quantity::Days => return None,
        };
        Some((words::number(self.value.checked_over(Ratio::whole(scale))?, self.decimals), unit))
    }

    /// The table of a number as it is written, with its unit.
    fn stating(&self, shown: &str, unit: &str, qualifier: Qualifier) -> String {
        let (spoken, line) = match qualifier {
            Qualifier::Exact => (String::new(), String::new()),
            other => (format!("{} ", other.code()), format!("qualifier = {}\n", quoted(other.code()))),
        };
        let statement = format!("{}, {}: {spoken}{shown} {unit}", self.name, self.period);
        format!(
            "[[claims]]\nid = {}\nsaid = {}\nstatement = {}\nstated = {}\nunit = {}\n{line}indicator = {}\nperiod = \"{}\"\n",
            quoted(&self.id()),
            self.said,
            quoted(&statement),
            quoted(shown),
            quoted(unit),
            quoted(&self.indicator),
            self.period,
        )
    }
}

/// The `[[claims]]` table of a run up to `period`; `None` where it is only known to be at least that long, and where
/// periods are no months: claims count months.
pub fn of_run(run: &Run, period: Period, said: Date) -> Option<String> {
    if !run.exact || period.frequency() != Frequency::Monthly {
        return None;
    }
    let condition = match run.kind {
        RunKind::Deficit => "balance < 0",
        RunKind::Surplus => "balance > 0",
        RunKind::ExportDecline => "export < year_ago(export)",
        RunKind::ExportRise => "export > year_ago(export)",
    };
    let draft = Draft {
        name: format!("Run of {}", run.kind.code().replace('_', " ")),
        indicator: format!("streak({condition})"),
        value: Ratio::whole(i128::from(run.length)),
        quantity: Quantity::Days,
        decimals: 0,
        period,
        said,
    };
    Some(draft.stating(&run.length.to_string(), "months", Qualifier::Exact))
}

/// How far a target is reached: its share done, what is done, what remains, and the growth that it asks of the year.
pub fn of_target(attainment: &Attainment, dataset: &Dataset, said: Date) -> Vec<Draft> {
    let year = attainment.target.year;
    let series = language::write(&Expression::Level(attainment.target.key), dataset);
    let draft = |name: &str, formula: &str, measured: &Measured, quantity: Quantity, decimals: u32| {
        Some(Draft {
            name: format!("{name} the target for {year}"),
            indicator: formula.replace("SERIES", &series),
            value: measured.value.ok()?,
            quantity,
            decimals,
            period: attainment.period,
            said,
        })
    };
    let asked = "share(target(SERIES) - year(year_ago(SERIES)), year(year_ago(SERIES)))";
    let drafts = [
        draft("Done of", "share(ytd(SERIES), target(SERIES))", &attainment.achieved, Quantity::Share, 1),
        draft("Done towards", "ytd(SERIES)", &attainment.done, Quantity::Money, 1),
        draft("Remaining of", "target(SERIES) - ytd(SERIES)", &attainment.remaining, Quantity::Money, 1),
        draft("Growth asked by", asked, &attainment.growth_asked, Quantity::Growth, 1),
    ];
    drafts.into_iter().flatten().collect()
}

/// The draft of a figure; `None` where it is not known, or cannot be claimed.
pub fn draft(figure: &Figure, name: &str, dataset: &Dataset, said: Date) -> Option<Draft> {
    Some(Draft {
        name: name.to_owned(),
        indicator: indicator(figure.id, dataset)?,
        value: figure.value.ok()?,
        quantity: figure.quantity(),
        decimals: figure.id.definition().decimals,
        period: figure.period,
        said,
    })
}

/// A TOML string: without control characters, quotes and backslashes escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}
