//! From the concepts of an observation (REF_AREA, FLOW, UNIT_MEASURE …) to what it is about.

use crate::domain::{Flow, Frequency};

use super::super::super::extract::{Area, Goods, Measure, Subject, TimePeriod, Unit};
use super::super::{areas, words};
use super::role::{Role, role};

/// One dimension or attribute of an observation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concept {
    /// Its id, in upper case.
    pub id: String,
    /// Its value.
    pub code: String,
    /// The value's name; may be empty.
    pub label: String,
}

/// What an observation with these concepts is about. `measure` is its name where no concept has one.
pub(in super::super) fn subject(concepts: &[Concept], measure: &str) -> Subject {
    let of = |wanted: Role| concepts.iter().find(|concept| role(&concept.id) == wanted && !concept.code.is_empty());
    let area = |wanted: Role| of(wanted).map(|concept| areas::area(&concept.code, &concept.label));
    let unit = unit(concepts);
    let flow = flow(concepts);
    let name = || {
        let indicator = concepts.iter().find(|it| role(&it.id) == Role::Indicator && !it.code.is_empty());
        indicator.map_or(measure, |it| if it.label.is_empty() { &it.code } else { &it.label }).to_owned()
    };
    let is_volume = indicator_unit(concepts).is_some_and(|unit| unit.as_currency().is_none());
    Subject {
        reporter: area(Role::Reporter).unwrap_or_default(),
        measure: match flow {
            Some(flow) if !is_volume => Measure::Flow(flow),
            _ => Measure::Other(name()),
        },
        item: of(Role::Item).map_or_else(Goods::all, item),
        partner: area(Role::Partner).unwrap_or_else(Area::world),
        unit,
        dimensions: dimensions(concepts, flow),
    }
}

fn item(concept: &Concept) -> Goods {
    let classification = match concept.id.as_str() {
        "SITC06" | "SITC" => "SITC",
        "CPA2_1" | "CPA" => "CPA",
        "BCLAS_BEC" => "BEC",
        "HS" => "HS",
        _ if matches!(concept.code.len(), 2 | 4 | 6 | 8) && concept.code.bytes().all(|byte| byte.is_ascii_digit()) => {
            "HS"
        }
        _ => "",
    };
    let goods = Goods::kind(&concept.code, &concept.label, classification);
    let is_all = |name: &&String| words::is_total(name) || ["Commodities", "TTT"].contains(&name.as_str());
    let is_all = [&concept.code, &concept.label].iter().any(is_all);
    if is_all { goods.being(super::super::super::extract::Extent::Whole) } else { goods }
}

/// The flow named by a column of flows, or by an indicator.
fn flow(concepts: &[Concept]) -> Option<Flow> {
    let of = |wanted: Role| concepts.iter().filter(move |concept| role(&concept.id) == wanted);
    if let Some(entry) = entry(concepts) {
        return entry;
    }
    // Some offices write the name where others have the code.
    let by_label = |concept: &Concept| {
        words::flow_of_heading(if concept.label.is_empty() { &concept.code } else { &concept.label })
    };
    let stated = of(Role::Flow).find_map(|it| words::flow_of_code(&it.code).or_else(|| by_label(it)));
    let indicated = || of(Role::Indicator).find_map(|it| flow_of_indicator(&it.code).or_else(|| by_label(it)));
    let told = || {
        let others = of(Role::Dimension).filter(|it| !words::has_services(&it.label) && it.id != ENTRY);
        others.map(by_label).find(Option::is_some).flatten()
    };
    stated.or_else(indicated).or_else(told)
}

/// Codes of measures: `XG_FOB_USD`; `EX` and `IM` are those of the key indicators of the OECD.
fn flow_of_indicator(code: &str) -> Option<Flow> {
    match code {
        "EX" => Some(Flow::Export),
        "IM" => Some(Flow::Import),
        _ => words::flow_of_indicator(code),
    }
}

/// Imports are valued with freight or without, and a file may have both. Not that of exports, which are valued in one way.
fn valuation(concepts: &[Concept], flow: Option<Flow>) -> Option<(String, String)> {
    let indicators = || concepts.iter().filter(|it| role(&it.id) == Role::Indicator);
    let has = |word: &str| {
        let names = |it: &Concept| [&it.code, &it.label].iter().any(|name| is_word_of(word, name));
        indicators().any(names)
    };
    let kinds = ["CIF", "FOB"].into_iter().filter(|_| flow == Some(Flow::Import));
    kinds.filter(|kind| has(kind)).map(|kind| ("VALUATION".to_owned(), kind.to_owned())).next()
}

fn is_word_of(word: &str, name: &str) -> bool {
    name.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|other| other == word)
}

/// In a balance of payments: the flow that an entry is where its item is goods or services; none for income, the current
/// account and what else has credits and debits. Nothing where there is no such entry.
fn entry(concepts: &[Concept]) -> Option<Option<Flow>> {
    let of = |ids: &[&str]| concepts.iter().find(|it| ids.contains(&it.id.as_str()) && !it.code.is_empty());
    let (item, entry) = of(&["BOP_ITEM", "INT_ACC_ITEM"]).zip(of(&["STK_FLOW", ENTRY]))?;
    let is_trade = item.code.starts_with(['G', 'S']);
    Some(is_trade.then_some(match entry.code.as_str() {
        "C" | "CRE" => Flow::Export,
        "D" | "DEB" => Flow::Import,
        "B" | "BAL" => Flow::Balance,
        _ => return Some(None),
    }))
}

/// Credit, debit or balance, in the balance of payments and in national accounts.
const ENTRY: &str = "ACCOUNTING_ENTRY";

/// The unit that Eurostat hides in its indicators: `VALUE_EUR` and `QUANTITY_IN_100KG` of Comext, `TRD_VAL` (million euro,
/// also adjusted: `TRD_VAL_SCA`) of the monthly short-term tables.
fn indicator_unit(concepts: &[Concept]) -> Option<Unit> {
    if concepts.iter().any(|concept| concept.id == "INDIC_ET" && concept.code.starts_with("TRD_VAL")) {
        return Some(Unit::money("EUR", 6));
    }
    let indicator = concepts.iter().find(|concept| concept.id == "INDICATORS")?;
    Some(match indicator.code.strip_prefix("VALUE_") {
        Some(rest) => Unit::parse(rest.trim_start_matches("IN_")),
        None => Unit::Other(indicator.code.clone()),
    })
}

fn unit(concepts: &[Concept]) -> Unit {
    let of = |wanted: Role| concepts.iter().find(|concept| role(&concept.id) == wanted && !concept.code.is_empty());
    let stated = of(Role::Unit).map(|unit| match Unit::parse(&unit.code) {
        Unit::Other(code) => match Unit::parse(&unit.label) {
            money @ Unit::Money { .. } => money,
            _ => Unit::Other(if unit.label.is_empty() { code } else { unit.label.clone() }),
        },
        known => known,
    });
    // `XG_FOB_USD`, or `Exports of goods, US dollar`
    let indicated = || {
        let indicators = concepts.iter().filter(|concept| role(&concept.id) == Role::Indicator);
        let texts = indicators.flat_map(|it| [it.code.replace('_', " "), it.label.clone()]);
        texts.map(|text| Unit::parse(&text)).find(|unit| unit.as_currency().is_some())
    };
    // Eurostat's balance of payments has `CURRENCY` `MIO_EUR`.
    let in_currency = || {
        let currency = concepts.iter().find(|it| it.id == "CURRENCY").map(|it| Unit::parse(&it.code));
        currency.filter(|unit| unit.as_currency().is_some())
    };
    let unit = stated.or_else(|| indicator_unit(concepts)).or_else(indicated).or_else(in_currency).unwrap_or_default();
    match of(Role::Multiplier) {
        Some(multiplier) => unit.times(multiplier_power(multiplier)),
        None => unit,
    }
}

/// True where values in money have no multiplier, and no unit that has one: they may be whole units, or millions.
pub(in super::super) fn lacks_scale(concepts: &[Concept], subject: &Subject) -> bool {
    let is_whole = subject.flow().is_some() && matches!(subject.unit, Unit::Money { power: 0, .. });
    is_whole
        && !concepts.iter().any(|it| role(&it.id) == Role::Multiplier && !it.code.is_empty())
        && indicator_unit(concepts).is_none()
}

/// `6`, or `Millions`.
fn multiplier_power(multiplier: &Concept) -> i32 {
    Unit::multiplier(&multiplier.code).or_else(|| Unit::multiplier(&multiplier.label)).unwrap_or(0)
}

/// What is left: neither a place in the dataset nor an attribute. An indicator that names a flow is used up.
fn dimensions(concepts: &[Concept], flow: Option<Flow>) -> Vec<(String, String)> {
    let is_left = |concept: &&Concept| match role(&concept.id) {
        Role::Dimension if concept.id == ENTRY => flow.is_none(),
        Role::Dimension => true,
        Role::Indicator => {
            let heading = if concept.label.is_empty() { &concept.code } else { &concept.label };
            flow.is_none() || flow_of_indicator(&concept.code).or(words::flow_of_heading(heading)).is_none()
        }
        Role::Flow => flow.is_none(),
        _ => false,
    };
    let pair = |concept: &Concept| (concept.id.clone(), concept.code.clone());
    let left = concepts.iter().filter(is_left).filter(|concept| !concept.code.is_empty());
    left.map(pair).chain(valuation(concepts, flow)).collect()
}

/// The period of an observation whose frequency another concept may tell.
pub(in super::super) fn period(text: &str, concepts: &[Concept]) -> Option<TimePeriod> {
    let frequency = concepts.iter().find(|concept| role(&concept.id) == Role::Frequency);
    match frequency.map_or("", |concept| concept.code.as_str()) {
        "A" | "Annual" => TimePeriod::parse_as(text, Frequency::Annual),
        "Q" | "Quarterly" => TimePeriod::parse_as(text, Frequency::Quarterly),
        "M" | "Monthly" => TimePeriod::parse_as(text, Frequency::Monthly),
        _ => TimePeriod::parse(text),
    }
}
