//! Judgements as the report and `tradedeck check` write them for machines. Numbers are decimal strings in the
//! statement's own unit: billions where it speaks of billions.

use serde::Serialize;

use crate::claims::words;
use crate::claims::{Evidence, Explanation, Fit, Hinge, Judgement, Side, Step, language};
use crate::domain::{Dataset, Ratio, Stated, Statement};

use super::input::Input;

/// Decimals of computed numbers.
const DIGITS: usize = 15;

/// One statement with both verdicts.
#[derive(Debug, Serialize)]
pub struct ClaimEntry {
    pub(super) id: String,
    pub(super) statement: String,
    speaker: String,
    pub(super) said: String,
    pub(super) indicator: Option<String>,
    pub(super) period: Option<String>,
    period_stated: bool,
    pub(super) stated: Option<String>,
    pub(super) unit: Option<String>,
    qualifier: &'static str,
    basis: String,
    note: String,
    pub(super) source: Option<String>,
    pub(super) then: SideEntry,
    pub(super) now: SideEntry,
    itself: Option<SideEntry>,
    outcome: Option<String>,
    pub(super) remarks: Vec<String>,
    history: Vec<StepEntry>,
    hinges: Vec<HingeEntry>,
    explanations: Vec<ExplanationEntry>,
    /// As people read it.
    #[serde(skip)]
    pub(super) shown: Shown,
}

/// The numbers of a statement as tables show them.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// As said, with its unit.
    pub(super) stated: String,
    /// What the figures gave when it was said.
    pub(super) then: String,
    /// What they give now.
    pub(super) now: String,
}

#[derive(Debug, Serialize)]
pub(super) struct SideEntry {
    pub(super) as_of: String,
    pub(super) verdict: &'static str,
    pub(super) computed: Option<String>,
    low: Option<String>,
    high: Option<String>,
    stated_low: Option<String>,
    stated_high: Option<String>,
    gap: Option<String>,
    pub(super) status: Option<&'static str>,
    pub(super) missing: Option<String>,
    inputs: Vec<Input>,
}

#[derive(Debug, Serialize)]
struct StepEntry {
    from: String,
    computed: Option<String>,
    missing: Option<String>,
}

#[derive(Debug, Serialize)]
struct HingeEntry {
    period: String,
    values: Vec<HingeValue>,
}

#[derive(Debug, Serialize)]
struct HingeValue {
    from: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct ExplanationEntry {
    difference: &'static str,
    indicator: String,
    period: String,
    as_of: String,
    computed: String,
    corrected: Option<String>,
    established: bool,
}

impl ClaimEntry {
    /// The entry of a judgement.
    pub fn of(judgement: &Judgement, dataset: &Dataset) -> ClaimEntry {
        let statement = &judgement.statement;
        let writer = Writer { dataset, stated: statement.stated.as_ref() };
        ClaimEntry {
            then: writer.side(&judgement.then),
            now: writer.side(&judgement.now),
            itself: judgement.itself.as_ref().map(|side| writer.side(side)),
            outcome: judgement.outcome.as_ref().map(|outcome| writer.number(outcome.value)),
            remarks: words::remarks(judgement, dataset),
            history: judgement.history.iter().map(|step| writer.step(step)).collect(),
            hinges: judgement.hinges.iter().map(hinge).collect(),
            shown: Shown {
                stated: words::stated(statement),
                then: words::computed(&judgement.then, statement),
                now: words::computed(&judgement.now, statement),
            },
            explanations: judgement.explanations.iter().map(|found| writer.explanation(found)).collect(),
            ..ClaimEntry::unjudged(statement, dataset)
        }
    }

    fn unjudged(statement: &Statement, dataset: &Dataset) -> ClaimEntry {
        let stated = statement.stated.as_ref();
        ClaimEntry {
            id: statement.id.clone(),
            statement: words::said(statement).to_owned(),
            speaker: statement.speaker.here().to_owned(),
            said: statement.said.to_string(),
            indicator: statement.indicator.as_ref().map(|indicator| language::write(indicator, dataset)),
            period: statement.period.map(|period| period.to_string()),
            period_stated: statement.period_stated,
            stated: stated.map(|stated| stated.printed.clone()),
            unit: stated.map(|stated| stated.unit_text.clone()),
            qualifier: statement.qualifier.code(),
            basis: statement.basis.here().to_owned(),
            note: statement.note.here().to_owned(),
            source: statement.source.map(|source| dataset.source(source).id.clone()),
            then: SideEntry::default(),
            now: SideEntry::default(),
            itself: None,
            outcome: None,
            remarks: Vec::new(),
            history: Vec::new(),
            hinges: Vec::new(),
            explanations: Vec::new(),
            shown: Shown::default(),
        }
    }
}

impl Default for SideEntry {
    fn default() -> SideEntry {
        SideEntry {
            as_of: String::new(),
            verdict: "?",
            computed: None,
            low: None,
            high: None,
            stated_low: None,
            stated_high: None,
            gap: None,
            status: None,
            missing: None,
            inputs: Vec::new(),
        }
    }
}

struct Writer<'a> {
    dataset: &'a Dataset,
    stated: Option<&'a Stated>,
}

impl Writer<'_> {
    fn number(&self, value: Ratio) -> String {
        self.stated.map_or(value, |stated| stated.in_unit(value)).decimal(DIGITS)
    }

    fn side(&self, side: &Side) -> SideEntry {
        let bare = SideEntry { as_of: side.as_of.to_string(), verdict: side.verdict.code(), ..SideEntry::default() };
        match &side.evidence {
            Err(reason) => SideEntry { missing: Some(words::unknown(reason, self.dataset)), ..bare },
            Ok(evidence) => self.known(evidence, bare),
        }
    }

    fn known(&self, evidence: &Evidence, bare: SideEntry) -> SideEntry {
        let Evidence { evaluation, allowed, fit, .. } = evidence;
        let observations = evaluation.cells.iter().flat_map(|cell| &cell.observations);
        SideEntry {
            computed: Some(self.number(evaluation.value)),
            low: Some(self.number(evaluation.bounds.low)),
            high: Some(self.number(evaluation.bounds.high)),
            stated_low: allowed.map(|allowed| self.number(allowed.low)),
            stated_high: allowed.map(|allowed| self.number(allowed.high)),
            gap: match fit {
                Fit::Off(gap) => Some(self.number(*gap)),
                _ => None,
            },
            status: Some(evaluation.status.keyword()),
            inputs: observations.map(|id| Input::of(self.dataset, *id)).collect(),
            ..bare
        }
    }

    fn step(&self, step: &Step) -> StepEntry {
        StepEntry {
            from: step.from.to_string(),
            computed: step.result.as_ref().ok().map(|evaluation| self.number(evaluation.value)),
            missing: step.result.as_ref().err().map(|reason| words::unknown(reason, self.dataset)),
        }
    }

    fn explanation(&self, found: &Explanation) -> ExplanationEntry {
        ExplanationEntry {
            difference: found.difference.code(),
            indicator: language::write(&found.expression, self.dataset),
            period: found.period.to_string(),
            as_of: found.as_of.to_string(),
            computed: self.number(found.evaluation.value),
            corrected: found.corrected.as_ref().map(|stated| stated.printed.clone()),
            established: false,
        }
    }
}

fn hinge(hinge: &Hinge) -> HingeEntry {
    let value = |(from, value): &(crate::domain::Date, Ratio)| HingeValue {
        from: from.to_string(),
        value: value.decimal(DIGITS),
    };
    HingeEntry { period: hinge.period.to_string(), values: hinge.steps.iter().map(value).collect() }
}
