//! `tradedeck check`: statements with both verdicts, as text, Markdown or JSON.

mod markdown;
mod text;

use serde::Serialize;

use crate::claims::Judgement;
use crate::config::Negative;
use crate::domain::{Dataset, Said as _, View};
use crate::indicators::health::Finding;
use crate::say;
use crate::ui::format::with_minus;
use crate::word;

use super::claims::ClaimEntry;
use super::health::{self, FindingEntry};
use super::json;

/// Name and version of the JSON schema. The number changes when a field is removed or changes meaning.
pub const SCHEMA: &str = "tradedeck.check/1";

/// All judgements on one view.
#[derive(Debug)]
pub struct Check<'a> {
    view: &'a View,
    judgements: &'a [Judgement],
    findings: Option<&'a [Finding]>,
    minus: char,
}

#[derive(Debug, Serialize)]
struct Entries {
    schema: &'static str,
    version: &'static str,
    dataset: String,
    as_of: String,
    claims: Vec<ClaimEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    health: Option<Vec<FindingEntry>>,
}

impl<'a> Check<'a> {
    /// A table of judgements made on `view`.
    pub fn new(view: &'a View, judgements: &'a [Judgement]) -> Check<'a> {
        Check { view, judgements, findings: None, minus: '-' }
    }

    /// The same with the list of what the health checks found.
    #[must_use]
    pub fn with_health(self, findings: &'a [Finding]) -> Check<'a> {
        Check { findings: Some(findings), ..self }
    }

    /// The same with another sign of negative numbers, but in JSON.
    #[must_use]
    pub fn noting(self, negative: Negative) -> Check<'a> {
        Check { minus: negative.in_report(), ..self }
    }

    fn dataset(&self) -> &Dataset {
        self.view.dataset()
    }

    /// For people: a table, then what there is to say about each.
    pub fn to_text(&self) -> String {
        let health = self.findings.map(|findings| health::text(findings, self.dataset()));
        let text = [Some(text::write(self)), health].into_iter().flatten().collect::<Vec<_>>().join("\n");
        with_minus(&text, self.minus).into_owned()
    }

    /// For documents.
    pub fn to_markdown(&self) -> String {
        with_minus(&markdown::write(self), self.minus).into_owned()
    }

    /// For machines: `docs/report.md` has the fields.
    pub fn to_json(&self) -> String {
        json::pretty(&Entries {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            dataset: self.dataset().id.clone(),
            as_of: self.view.as_of().to_string(),
            claims: self.judgements.iter().map(|judgement| ClaimEntry::of(judgement, self.dataset())).collect(),
            health: self
                .findings
                .map(|findings| findings.iter().map(|finding| FindingEntry::of(finding, self.dataset())).collect()),
        })
    }

    /// `12 claims on Korea: 6 OK, 2 ROUND …`, by what they come to as known now.
    fn summary(&self) -> String {
        let count = |verdict| self.judgements.iter().filter(|judgement| judgement.now.verdict == verdict).count();
        let counts: Vec<String> = crate::claims::Verdict::ALL
            .into_iter()
            .filter(|verdict| count(*verdict) > 0)
            .map(|verdict| format!("{} {}", count(verdict), verdict.code()))
            .collect();
        let number = self.judgements.len();
        let counts = if counts.is_empty() { word!("report.none") } else { &counts.join(", ") };
        let (name, as_of) = (self.dataset().name.here(), self.view.as_of().said());
        say!("report.claims-on", n = number, name = name, as_of = as_of, counts = counts)
    }
}
