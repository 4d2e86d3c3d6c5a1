//! A native dataset and foreign files become one dataset: what the dataset says stands, what it lacks is added.

use std::borrow::Cow;

use tradedeck::domain::{Dataset, Flow, ItemId, PartnerId, Problem, SeriesKey, Window};
use tradedeck::import::{self, Choices, Description, Files};

use super::amount;

struct Memory(Vec<(&'static str, &'static str)>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        let found = found.map(|(_, text)| Cow::Borrowed(text.as_bytes()));
        found.ok_or_else(|| Problem::whole_file(name, "not in memory", ""))
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(self.read(name).ok())
    }
}

/// With a revision in January, one item, one partner and a policy.
const MAIN: &str = r#"
format = 1
[dataset]
id = "land"
name = "Land"
currency = "USD"
unit = "USD million"
files = ["totals.csv"]

[[items]]
id = "85"
classification = "HS"
name = { en = "Electrical machinery" }

[[partners]]
id = "china"
code = "CN"
name = { en = "China" }

[[policies]]
id = "act"
name = { en = "An act" }
[[policies.events]]
date = "2024-01-05"
status = "announced"
text = { en = "Announced" }
"#;

const TOTALS: &str = "period,flow,item,partner,value,released\n\
    2024-01,export,,,100,2024-02-01\n2024-01,export,,,100.5,2024-03-01\n2024-02,export,,,110,2024-03-01\n\
    2024-01,import,,,90,2024-02-01\n2024-01,export,85,,30,2024-02-01\n2024-01,export,,china,25,2024-02-01\n";

const ITEMS: &str = "Month,Product,Exports (USD million)\n2024-01,Clocks,40\n2024-02,Clocks,50\n2024-03,Clocks,51\n";

fn files(name: &'static str, text: &'static str) -> Memory {
    Memory(vec![("land/dataset.toml", MAIN), ("land/totals.csv", TOTALS), (name, text)])
}

fn joined(name: &'static str, text: &'static str) -> Dataset {
    let all = import::load_all(&files(name, text), &["land/dataset.toml", name], &Choices::default());
    all.unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn described(name: &'static str, text: &'static str) -> String {
    let page = Description::of(&files(name, text), &["land/dataset.toml", name], &Choices::default());
    page.unwrap_or_else(|problems| panic!("{problems:?}")).text().to_owned()
}

fn key(dataset: &Dataset, flow: Flow, item: &str, partner: &str) -> SeriesKey {
    let item = dataset.items.iter().position(|other| other.id == item).unwrap_or_else(|| panic!("{item}"));
    let partner = dataset.partners.iter().position(|other| other.id == partner).unwrap_or_else(|| panic!("{partner}"));
    SeriesKey { flow, item: ItemId(item as u16), partner: PartnerId(partner as u16), window: Window::Whole }
}

#[test]
fn items_of_another_file_are_added_and_the_totals_stay() {
    let dataset = joined("items.csv", ITEMS);
    let clocks = key(&dataset, Flow::Export, "Clocks", "");
    assert_eq!(amount(&dataset, clocks, "2024-03"), Some(51_000_000));
    let (_, totals) = dataset.series(SeriesKey::total(Flow::Export)).unwrap();
    let values: Vec<i64> = totals.observations.iter().map(|row| row.value).collect();
    assert_eq!(
        values,
        [100_000_000, 100_500_000, 110_000_000],
        "both prints of January, and no sum of clocks in March"
    );
    assert_eq!(dataset.policies.len(), 1);
    let observation = dataset.series(clocks).unwrap().1.observations[0];
    assert_eq!(dataset.files[usize::from(observation.origin.file)], "items.csv");
    assert!(dataset.source(observation.source.unwrap()).title.en.contains("items.csv"));
    let page = described("items.csv", ITEMS);
    assert!(page.contains("3 values added to the dataset, 0 agree with it"), "{page}");
    assert!(page.contains("no release dates"), "{page}");
}

#[test]
fn values_that_differ_are_told_and_those_of_the_dataset_hold() {
    // January agrees with its last print, February with a coarser one; March is new.
    let other = "Month,Exports (USD million),Imports (USD million)\n2024-01,100.5,91\n2024-02,110,95\n2024-03,120,99\n";
    let dataset = joined("other.csv", other);
    assert_eq!(amount(&dataset, SeriesKey::total(Flow::Import), "2024-01"), Some(90_000_000));
    assert_eq!(amount(&dataset, SeriesKey::total(Flow::Import), "2024-02"), Some(95_000_000));
    assert_eq!(amount(&dataset, SeriesKey::total(Flow::Export), "2024-03"), Some(120_000_000));
    let page = described("other.csv", other);
    assert!(page.contains("3 values added to the dataset, 2 agree with it"), "{page}");
    let told = "1 value differs from those of the dataset, which hold (import 2024-01: 90,000,000 in the dataset, 91,000,000 in the file)";
    assert!(page.contains(told), "{page}");
}

#[test]
fn goods_and_partners_are_found_by_their_codes() {
    let rows = "Month,HS code,Exports (USD million)\n2024-02,85,31\n2024-02,8542,20\n2024-01,8542,19\n";
    let dataset = joined("codes.csv", rows);
    assert_eq!(dataset.items.iter().filter(|item| item.id == "85").count(), 1);
    assert_eq!(amount(&dataset, key(&dataset, Flow::Export, "85", ""), "2024-02"), Some(31_000_000));
    let chips = key(&dataset, Flow::Export, "8542", "").item;
    assert_eq!(dataset.item(chips).part_of.map(|whole| dataset.item(whole).id.as_str()), Some("85"));
    let rows = "Month,Partner,Exports (USD million)\n2024-02,CHN,26\n2024-02,Chile,3\n";
    let dataset = joined("partners.csv", rows);
    assert_eq!(amount(&dataset, key(&dataset, Flow::Export, "", "china"), "2024-02"), Some(26_000_000));
    assert_eq!(amount(&dataset, key(&dataset, Flow::Export, "", "Chile"), "2024-02"), Some(3_000_000));
    assert_eq!(dataset.partners.len(), 3);
}

#[test]
fn a_file_about_one_kind_of_goods_is_no_total() {
    let rows = "Month,HS code,Exports (USD million)\n2024-02,8542,20\n2024-03,8542,19\n";
    let dataset = joined("chips.csv", rows);
    assert_eq!(amount(&dataset, SeriesKey::total(Flow::Export), "2024-03"), None);
    assert_eq!(amount(&dataset, key(&dataset, Flow::Export, "8542", ""), "2024-03"), Some(19_000_000));
}

#[test]
fn what_cannot_be_one_dataset_is_told() {
    let problem = |text: &'static str| {
        let all = import::load_all(&files("x.csv", text), &["land/dataset.toml", "x.csv"], &Choices::default());
        all.unwrap_err()[0].to_string()
    };
    let annual = problem("Year,Exports (USD million)\n2022,1000\n2023,1200\n");
    assert!(annual.starts_with("x.csv: another frequency than the dataset: annual, not monthly; "), "{annual}");
    let euro = problem("Month,Exports (EUR million)\n2024-01,1000\n2024-02,1200\n");
    assert!(euro.starts_with("x.csv: another currency than the dataset: EUR, not USD; "), "{euro}");
    // The problems of the dataset's own files are told by their paths.
    let torn = Memory(vec![("land/dataset.toml", MAIN), ("items.csv", ITEMS)]);
    let all = import::load_all(&torn, &["land/dataset.toml", "items.csv"], &Choices::default()).unwrap_err();
    assert!(all[0].to_string().starts_with("land/totals.csv: "), "{all:?}");
}

#[test]
fn tidy_csv_files_are_joined_like_a_dataset() {
    let tidy = "period,flow,value,unit\n2024-01,export,100,USD million\n";
    let files = Memory(vec![("tidy.csv", tidy), ("items.csv", ITEMS)]);
    let dataset = import::load_all(&files, &["items.csv", "tidy.csv"], &Choices::default()).unwrap();
    assert_eq!(amount(&dataset, SeriesKey::total(Flow::Export), "2024-01"), Some(100_000_000));
    assert_eq!(amount(&dataset, key(&dataset, Flow::Export, "Clocks", ""), "2024-02"), Some(50_000_000));
}

#[test]
fn what_is_lost_with_a_coarser_frequency_or_another_currency_is_a_doubt() {
    let totals = "Month,Exports (USD million)\n2024-01,100\n2024-02,110\n";
    let doubts = |other: &'static str| {
        let files = Memory(vec![("a.csv", totals), ("b.csv", other)]);
        let dataset = import::load_all(&files, &["a.csv", "b.csv"], &Choices::default()).unwrap();
        let doubtful = dataset.decisions.into_iter().filter(|decision| decision.is_doubtful);
        doubtful.map(|decision| decision.words).collect::<Vec<_>>()
    };
    let lost =
        "2 series are left out as a whole, since nothing monthly is known of them (export Cars); open that file alone";
    assert_eq!(doubts("Year,Product,Exports (USD million)\n2023,Clocks,400\n2023,Cars,300\n"), [lost]);
    let lost =
        "1 series is left out as a whole, since nothing USD is known of it (export Clocks); open that file alone";
    assert_eq!(doubts("Month,Product,Exports (EUR million)\n2024-01,Clocks,40\n"), [lost]);
    // The totals of the years are in the months.
    assert_eq!(doubts("Year,Exports (USD million)\n2023,1200\n"), Vec::<String>::new());
}

/// Only what figures cannot say.
const PLAN: &str = r#"
format = 1
[dataset]
name = "Ruritania"
[[targets]]
id = "t"
year = 2024
value = "1500"
unit = "USD million"
announced = "2024-01-10"
"#;

const MONTHS: &str = "Month,Exports (USD million)\n2024-01,100\n2024-02,120\n";

#[test]
fn a_toml_without_values_brings_targets_to_files_that_have_them() {
    let files = Memory(vec![("plan.toml", PLAN), ("trade.csv", MONTHS)]);
    for names in [["trade.csv", "plan.toml"], ["plan.toml", "trade.csv"]] {
        let dataset = import::load_all(&files, &names, &Choices::default()).unwrap();
        assert_eq!((dataset.name.en.as_str(), dataset.currency.as_str()), ("Ruritania", "USD"));
        assert_eq!(dataset.targets[0].value, 1_500_000_000);
        let exports = dataset.series(SeriesKey::total(Flow::Export)).unwrap().1;
        assert_eq!(exports.observations.iter().map(|row| row.value).collect::<Vec<_>>(), [100_000_000, 120_000_000]);
    }
    let alone = import::load(&files, "plan.toml").unwrap_err();
    assert_eq!(alone[0].what, "there is no observation");
}

#[test]
fn its_currency_and_frequency_are_those_of_the_files() {
    let euros = PLAN.replace("USD", "EUR");
    let years = "Year,Exports (USD million)\n2022,100\n2023,120\n";
    for (plan, table, what) in [(euros.as_str(), MONTHS, "EUR"), (PLAN, years, "monthly")] {
        let files = Memory(vec![("plan.toml", plan.to_owned().leak()), ("trade.csv", table)]);
        let problems = import::load_all(&files, &["trade.csv", "plan.toml"], &Choices::default()).unwrap_err();
        assert!(problems[0].what.contains(what), "{problems:?}");
    }
}
