//! Good files, damaged at random: loading never panics, a problem always has a file, and what still
//! loads can be reported and drawn.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::app::State;
use tradedeck::config::{Depth, Range, Settings};
use tradedeck::domain::Problem;
use tradedeck::export::Report;
use tradedeck::import::{self, Files};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup::{self, Request};
use tradedeck::ui::{self, panels};

struct Memory(BTreeMap<&'static str, Vec<u8>>);

impl Files for Memory {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = self.0.get(name).map(|bytes| Cow::Owned(bytes.clone()));
        found.ok_or_else(|| Problem::whole_file(name, "there is no such file", "check the name"))
    }
}

const CSV: &str = "\
period,flow,item,partner,window,value,unit,status,released,source
2022-01,export,,,,553.2,억 달러,A,,bulletin
2022-01,import,,,,602.1,억 달러,A,,bulletin
2022-02,export,,,,54.16,USD billion,P,2022-03-01,
2022-02,import,,,,53.08,USD billion,P,2022-03-01,\"a, quoted \"\"source\"\"\"
2022-02,balance,,,,1.08,USD billion,P,2022-03-15,
2022-02,export,chips,,,10365,USD million,E,2022-03-01,
2023-01,export,,,,46.266,USD billion,P,2023-02-01,
2023-01,import,,,,58.955,USD billion,P,2023-02-01,
2023-01,balance,,,,-12.65,USD billion,P,2023-03-01,
2023-02,export,,,1-20,33549000000,USD,P,2023-02-21,
2023-02,export,,,,50.10,USD billion,P,2023-03-01,
2023-02,import,,,,..,USD billion,P,2023-03-01,
2023-02,export,chips,us,,5.96,USD billion,,2023-03-01,
";

const TOML: &str = r#"format = 1
[dataset]
id = "land"
name = { en = "Land", ko = "나라" }
currency = "USD"
unit = "USD million"
frequency = "monthly"
focus_item = "chips"
files = ["trade.csv"]
[release_rule]
settled = "02-15"
[calendar]
saturday = "0.5"
holidays = "holidays.csv"
extra_holidays = ["05-01"]
working_days = "days.csv"
[[schedule]]
window = "1-20"
day = 21
[[items]]
id = "chips"
name = "Chips"
[[partners]]
id = "us"
[[targets]]
id = "t2023"
year = 2023
value = "685"
unit = "USD billion"
announced = "2023-01-10"
[[policies]]
id = "act"
events = [{ date = "2023-02", status = "announced", text = "x" }]
[[claims]]
id = "c"
said = 2023-03-03
stated = "50.1"
unit = "percent"
qualifier = "about"
indicator = "share(ytd(export[chips]), year(export) + 45bn)"
period = "2023-02"
[[series]]
flow = "import"
item = "chips"
start = "2022-11"
values = ["1.5", 2, "", "3"]
"#;

const HOLIDAYS: &str = "date,name_en\n2022-01-01,New Year\n2023-01-01,New Year\n2023-12-25,Christmas\n";
const DAYS: &str = "period,window,days,basis\n2022-02,,20.0,published\n2023-02,,22,\n2023-02,1-20,14.5,computed\n";

/// What replaces a stretch of a file.
fn scrap() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "",
        "\"",
        ",",
        "\n",
        "\r\n",
        "\r",
        ",,,,",
        "\"\"",
        "0",
        "-",
        "9999999999999999",
        "-9999999999999999",
        "9999-12",
        "0001-01",
        "2023-13",
        "2023-Q1",
        "export",
        "import",
        "balance",
        "USD",
        "USD trillion",
        "EUR",
        "억 달러",
        "1-10",
        "9999-12-31",
        "0000-00-00",
        "262142-12-31",
        "02-29",
        "[[series]]\n",
        "[",
        "]",
        "{",
        "}",
        "=",
        "#",
        "'''",
        "\\u0000",
        "nan",
        "1e999",
        "\u{1b}[2J",
        "한",
        "\u{feff}",
        "values = [\"1\", \"0\", \"-5\"]\n",
        "0.5",
        "chips",
    ];
    prop_oneof![
        8 => prop::sample::select(words.map(|word| word.as_bytes().to_vec()).to_vec()),
        2 => prop::collection::vec(any::<u8>(), 0..4),
    ]
}

/// Where a stretch begins, how long it is, what stands there instead; counted in parts of the file.
fn damage() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, Vec<u8>)>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, scrap()), 1..5)
}

fn damaged(text: &str, damage: &[(prop::sample::Index, usize, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, length, scrap) in damage {
        let start = at.index(bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, scrap.iter().copied());
    }
    bytes
}

fn land(csv: Vec<u8>, toml: Vec<u8>, holidays: Vec<u8>, days: Vec<u8>) -> Memory {
    Memory(BTreeMap::from([("trade.csv", csv), ("dataset.toml", toml), ("holidays.csv", holidays), ("days.csv", days)]))
}

fn whole() -> Memory {
    land(CSV.into(), TOML.into(), HOLIDAYS.into(), DAYS.into())
}

/// Loads; then reports and draws what was loaded.
fn survives(files: &Memory, main: &str) {
    match import::load(files, main) {
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(
                    files.0.contains_key(problem.file.as_str()) || problem.what == "there is no such file",
                    "{problem}"
                );
                assert!(!problem.what.is_empty() && (problem.line > 0 || problem.column == 0), "{problem}");
                let lines = files.0.get(problem.file.as_str()).map_or(0, |bytes| bytes.len() + 1);
                assert!(problem.line <= lines, "{problem}");
            }
        }
        Ok(dataset) => {
            let Some(state) = State::new(Arc::new(dataset), None, None, panels::names(), Range::Months(24)) else {
                return;
            };
            let report = Report::new(state.view(), &state.deck);
            let json = report.to_json();
            assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
            assert!(!report.to_text().is_empty());
            let look = setup::look(&Request::default(), &Settings::default(), Depth::None).unwrap();
            let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
            ui::draw(&Dashboard::new(state, look).scene(), &mut buffer);
        }
    }
}

/// A row that can be read, with an extreme number.
fn row() -> impl Strategy<Value = String> {
    let values =
        ["0", "1", "-1", "9999999999999999", "10000000000000000", "-9999999999999999", "9999999999999998", "3", "7"];
    (
        2021..2024,
        1..13,
        prop::sample::select(vec!["export,", "import,", "balance,", "export,chips"]),
        prop::sample::select(vec!["", "", "", "1-20"]),
        prop::sample::select(values.to_vec()),
        prop::sample::select(vec!["A", "P", "E", "F", "B"]),
        prop::sample::select(vec!["", "", "2023-02-01", "2023-03-01", "9999-12-31"]),
    )
        .prop_map(|(year, month, series, window, value, status, released)| {
            format!("{year:04}-{month:02},{series},{window},{value},USD,{status},{released}\n")
        })
}

#[test]
fn undamaged_they_load() {
    for main in ["dataset.toml", "trade.csv"] {
        import::load(&whole(), main).unwrap_or_else(|problems| panic!("{problems:?}"));
        survives(&whole(), main);
    }
}

#[test]
fn a_span_of_ten_thousand_years() {
    let row = |period: &str, flow: &str| format!("{period},{flow},5,USD\n");
    let rows =
        ["0000-01", "0001-01", "2023-02", "9999-12"].map(|period| row(period, "export") + &row(period, "import"));
    let text = format!("period,flow,value,unit\n{}", rows.concat());
    survives(&Memory(BTreeMap::from([("trade.csv", text.into_bytes())])), "trade.csv");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_table(damage in damage()) {
        survives(&Memory(BTreeMap::from([("trade.csv", damaged(CSV, &damage))])), "trade.csv");
    }

    #[test]
    fn a_damaged_toml(damage in damage()) {
        survives(&land(CSV.into(), damaged(TOML, &damage), HOLIDAYS.into(), DAYS.into()), "dataset.toml");
    }

    #[test]
    fn a_damaged_list(damage in damage(), of_holidays in any::<bool>()) {
        let (holidays, days) = match of_holidays {
            true => (damaged(HOLIDAYS, &damage), DAYS.into()),
            false => (HOLIDAYS.into(), damaged(DAYS, &damage)),
        };
        survives(&land(CSV.into(), TOML.into(), holidays, days), "dataset.toml");
    }

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        survives(&Memory(BTreeMap::from([("trade.csv", bytes.clone())])), "trade.csv");
        survives(&Memory(BTreeMap::from([("dataset.toml", bytes)])), "dataset.toml");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_of_the_largest_and_smallest_numbers(rows in prop::collection::vec(row(), 1..40)) {
        let text = format!("period,flow,item,window,value,unit,status,released\n{}", rows.concat());
        let toml = TOML.replace("value = \"685\"", "value = \"9999999.999999999\"");
        survives(&Memory(BTreeMap::from([("trade.csv", text.clone().into_bytes())])), "trade.csv");
        survives(&land(text.into_bytes(), toml.into_bytes(), HOLIDAYS.into(), DAYS.into()), "dataset.toml");
    }
}
