//! What `tradedeck import` writes reads back to the same dataset.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::Datelike;
use proptest::prelude::*;

use tradedeck::domain::{
    Dataset, Date, Decision, Flow, Frequency, Item, ItemId, ObsStatus, Observation, Origin, Partner, PartnerId, Period,
    Policy, PolicyEvent, Problem, Release, Series, SeriesKey, Source, SourceId, Statement, Target, TargetKind, Text,
    Window,
};
use tradedeck::import::{self, Choices, Files, native};

use super::{dataset, real};

struct Memory(BTreeMap<String, String>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.get(name).map(|text| Cow::Owned(text.clone().into_bytes()));
        found.ok_or_else(|| Problem::whole_file(name, "not written", ""))
    }
}

/// All that a dataset says, without the lines that it was read from.
fn said(mut dataset: Dataset) -> String {
    for row in dataset.series.iter_mut().flat_map(|series| &mut series.observations) {
        row.origin = Origin { file: 0, line: 0 };
    }
    dataset.files.clear();
    format!("{dataset:#?}")
}

fn reads_back(dataset: &Dataset) {
    let files = Memory(native::write(dataset).into_iter().collect());
    let again = import::load(&files, "dataset.toml").unwrap_or_else(|problems| panic!("{problems:?}\n{:?}", files.0));
    let (before, after) = (said(dataset.clone()), said(again));
    if before != after {
        let differs = before.lines().zip(after.lines()).enumerate().find(|(_, (before, after))| before != after);
        panic!("line {differs:?} differs");
    }
}

#[test]
fn the_embedded_dataset() {
    reads_back(&import::embedded::korea().unwrap());
}

#[test]
fn real_files() {
    let Some(files) = real() else { return };
    for name in [
        "comtrade_new/TradeData_THA_8542_imports.csv",
        "comtrade_legacy/comtrade_diamonds_2014.csv",
        "china_gacc/gacc_soy_2023.csv",
        "korea_customs/수출입총괄_202206173.xls",
        "dbnomics/chelem_first40_TRIMMED.json",
        "fred/BOPGSTB_vintage2024.csv",
        "us_xls/imctyall.xls",
        "datagokr_csv/komir_local_import_export.csv",
    ] {
        reads_back(&dataset(&files, name, &Choices::default()));
    }
}

fn text() -> impl Strategy<Value = Text> {
    let word = "[ -~가-힣\\n\\t\"\\\\]{0,12}";
    (word, word).prop_map(|(en, ko)| Text { en, ko })
}

/// An id: without blanks around it, for those are trimmed from cells, and none of the marks that end a list.
fn id() -> impl Strategy<Value = String> {
    "[A-Za-z0-9가-힣,;\"'#=\\[\\]][ -~가-힣]{0,6}[A-Za-z0-9가-힣\"']"
}

fn date() -> impl Strategy<Value = Date> {
    (1990..2030, 1_u32..=12, 1_u32..=28).prop_map(|(year, month, day)| Date::from_ymd_opt(year, month, day).unwrap())
}

fn observation(at: i32, frequency: Frequency, date: Option<Date>) -> impl Strategy<Value = Observation> {
    let first = match frequency {
        Frequency::Annual => Period::annual(1950),
        Frequency::Quarterly => Period::quarter(2000, 1),
        Frequency::Monthly => Period::month(2000, 1),
    };
    let period = first.plus(at);
    let statuses =
        [ObsStatus::Normal, ObsStatus::Break, ObsStatus::Provisional, ObsStatus::Estimated, ObsStatus::Forecast];
    let amount = (0_u32..=12).prop_flat_map(|zeros| {
        let unit = 10_i64.pow(zeros);
        let most = (9_999_999_999_999_999 / unit).max(1);
        (-most..=most, Just(unit)).prop_map(|(digits, unit)| (digits * unit, unit))
    });
    (amount, prop::sample::select(statuses.to_vec()), proptest::option::of(0_u16..2)).prop_map(
        move |((value, rounding), status, source)| Observation {
            period,
            value,
            rounding,
            status,
            release: Release { date, presumed: false },
            source: source.map(SourceId),
            origin: Origin { file: 0, line: 0 },
        },
    )
}

/// Some periods, each released up to three times.
fn series(key: SeriesKey, frequency: Frequency) -> impl Strategy<Value = Series> {
    let dates = || proptest::collection::btree_set(proptest::option::of(date()), 1..4);
    proptest::collection::btree_map(0_i32..60, dates(), 1..8).prop_flat_map(move |periods| {
        let released = periods.into_iter().flat_map(|(at, dates)| dates.into_iter().map(move |date| (at, date)));
        let rows: Vec<_> = released.map(|(at, date)| observation(at, frequency, date)).collect();
        rows.prop_map(move |observations| Series { key, observations })
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    let status = prop::sample::select(vec!["announced", "requested", "stalled", "passed", "in_force", "completed"]);
    let event =
        (date(), any::<bool>(), status, proptest::option::of(date()), text(), text(), proptest::option::of(0..2_u16));
    let event = event.prop_map(|(date, day_unknown, status, due, amount, text, source)| PolicyEvent {
        date: if day_unknown { date.with_day(1).unwrap() } else { date },
        day_unknown,
        status: status.to_owned(),
        due,
        amount,
        text,
        source: source.map(SourceId),
    });
    (id(), text(), text(), proptest::collection::vec(event, 1..4)).prop_map(|(id, name, amount, mut events)| {
        events.sort_by_key(|event| event.date);
        Policy { id, name, amount, events }
    })
}

/// A statement with the numbers and periods of an embedded one, in other words.
fn statement() -> impl Strategy<Value = Statement> {
    let embedded = prop::sample::select(crate::support::korea().statements.clone());
    (embedded, date(), text(), text(), any::<bool>(), proptest::option::of(0..2_u16)).prop_map(
        |(statement, said, speaker, note, period_stated, source)| Statement {
            said,
            speaker,
            note,
            period_stated: period_stated || statement.period.is_none(),
            indicator: None,
            arithmetic: None,
            source: source.map(SourceId),
            ..statement
        },
    )
}

fn any_dataset() -> impl Strategy<Value = Dataset> {
    let ids = proptest::collection::btree_set(id(), 4);
    let names = (text(), text(), text(), text());
    let frequency = prop::sample::select(vec![Frequency::Annual, Frequency::Quarterly, Frequency::Monthly]);
    let claims = (proptest::collection::vec(policy(), 0..3), proptest::collection::vec(statement(), 0..3));
    (ids, names, frequency, "[A-Z]{3}", date(), claims).prop_flat_map(
        |(ids, names, frequency, currency, announced, (policies, statements))| {
            let ids: Vec<String> = ids.into_iter().collect();
            let key = |flow, item, partner, window| SeriesKey {
                flow,
                item: ItemId(item),
                partner: PartnerId(partner),
                window,
            };
            let mut keys = vec![
                key(Flow::Export, 0, 0, Window::Whole),
                key(Flow::Export, 1, 0, Window::Whole),
                key(Flow::Export, 2, 1, Window::Whole),
                key(Flow::Import, 0, 2, Window::Whole),
                key(Flow::Balance, 0, 0, Window::Whole),
            ];
            if frequency == Frequency::Monthly {
                let flash = [Window::First10, Window::First20, Window::YearToDate];
                keys.splice(1..1, flash.map(|window| key(Flow::Export, 0, 0, window)));
            }
            let all: Vec<_> = keys.into_iter().map(|key| series(key, frequency)).collect();
            all.prop_map(move |series| {
                let mut dataset = frame(&ids, &names, frequency, &currency, announced);
                dataset.series = series;
                (dataset.policies, dataset.statements) = (numbered(&policies), statements.clone());
                let mut said = 0;
                for statement in &mut dataset.statements {
                    said += 1;
                    statement.id = format!("said-{said}");
                    statement.period = statement.period.map(|_| Period::containing(statement.said, frequency));
                }
                dataset
            })
        },
    )
}

fn numbered(policies: &[Policy]) -> Vec<Policy> {
    let numbered = policies.iter().enumerate();
    numbered.map(|(at, policy)| Policy { id: format!("{}{at}", policy.id), ..policy.clone() }).collect()
}

type Names = (Text, Text, Text, Text);

fn frame(ids: &[String], names: &Names, frequency: Frequency, currency: &str, announced: Date) -> Dataset {
    // Everything that importers leave empty, as the embedded dataset has it.
    let mut dataset = (*crate::support::korea()).clone();
    dataset.series.clear();
    let name = if names.0.en.is_empty() { Text::plain("x") } else { names.0.clone() };
    dataset.name = name;
    dataset.basis = names.1.clone();
    dataset.valuation = names.2.clone();
    dataset.currency = currency.to_owned();
    dataset.frequency = frequency;
    dataset.focus_item = Some(ItemId(2));
    dataset.sources = vec![
        Source {
            id: "a".into(),
            publisher: Text { en: "P, \"Q\"".into(), ko: "발".into() },
            title: Text::plain("T"),
            url: String::new(),
        },
        Source { id: "b".into(), ..Source::default() },
    ];
    dataset.items.truncate(1);
    dataset.items.push(Item {
        id: ids[0].clone(),
        classification: "HS".into(),
        name: names.3.clone(),
        ..Item::default()
    });
    dataset.items.push(Item {
        id: ids[1].clone(),
        classification: "HS".into(),
        part_of: Some(ItemId(1)),
        ..Item::default()
    });
    dataset.partners.truncate(1);
    dataset.partners.push(Partner {
        id: ids[2].clone(),
        scheme: "countries".into(),
        code: "XX".into(),
        ..Partner::default()
    });
    dataset.partners.push(Partner {
        id: ids[3].clone(),
        aggregate: true,
        short: names.3.clone(),
        ..Partner::default()
    });
    dataset.policies.clear();
    dataset.statements.clear();
    dataset.calendar.counts.clear();
    let words = |text: &Text| format!("{}{}", text.en, text.ko);
    dataset.decisions = vec![
        Decision { file: "a.csv".into(), words: words(&names.1), is_doubtful: true },
        Decision { file: String::new(), words: words(&names.2), is_doubtful: false },
    ];
    dataset.targets = vec![Target {
        id: "t".into(),
        year: 2024,
        key: SeriesKey::item(Flow::Import, ItemId(1)),
        value: 123_456_789,
        announced,
        kind: TargetKind::Forecast,
        issuer: names.3.clone(),
        note: Text::default(),
        source: Some(SourceId(1)),
    }];
    dataset
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back(dataset in any_dataset()) {
        reads_back(&dataset);
    }
}
