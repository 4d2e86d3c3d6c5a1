//! Answer keys of real files: United Nations, SDMX, Eurostat, ECB, OECD, FRED, World Bank, DBnomics, CEPII.

use tradedeck::domain::{Flow, ItemId, PartnerId, SeriesKey, Window};
use tradedeck::import::Choices;
use tradedeck::import::extract::Unit;

use super::{amount, dataset, extract, real, reporter, source, sum, total, value};

const EXPORTS: SeriesKey = SeriesKey::total(Flow::Export);
const IMPORTS: SeriesKey = SeriesKey::total(Flow::Import);

#[test]
fn comtrade_csv() {
    let Some(files) = real() else { return };
    let name = "comtrade_new/TradeData_THA_8542_imports.csv";
    let extract = extract(&files, name, "comtrade");
    let imports = |partner: &str, year: &str| value(&extract, year, |subject| subject.partner.code == partner);
    assert_eq!(imports("0", "2014"), "9680795326");
    assert_eq!(imports("0", "2020"), "12197818311.501");
    assert_eq!(imports("0", "2024"), "24427995897.78");
    assert_eq!(imports("410", "2024"), "2076877128.19");
    assert_eq!(imports("792", "2022"), "1441.417");
    let labels: Vec<&str> = extract.subjects.iter().map(|subject| subject.partner.label.as_str()).collect();
    assert!(labels.contains(&"Türkiye") && labels.contains(&"Curaçao"), "windows-1252");
    assert_eq!(extract.subjects.len(), 206);
    let dataset = dataset(&files, name, &Choices::default());
    assert_eq!(amount(&dataset, IMPORTS, "2014"), Some(9_680_795_326));
    assert_eq!(amount(&dataset, IMPORTS, "2020"), Some(12_197_818_312));
    let partners = dataset.series.iter().filter(|series| series.key.partner != PartnerId::WORLD);
    let of_2014 = partners.flat_map(|series| &series.observations).filter(|row| row.period.year() == 2014);
    assert_eq!(of_2014.map(|row| row.value).sum::<i64>(), 9_680_795_329);
}

#[test]
fn comtrade_services() {
    let Some(files) = real() else { return };
    let name = "comtrade_new/TradeData_Services.csv";
    let total = |country: &str, key| amount(&dataset(&files, name, &reporter(country)), key, "2022");
    assert_eq!(total("CHN", IMPORTS), Some(461_255_524_753));
    assert_eq!(total("CHN", EXPORTS), Some(368_952_755_652));
    assert_eq!(total("DEU", IMPORTS), Some(462_002_972_391));
    assert_eq!(total("USA", EXPORTS), Some(928_533_000_000));
    assert_eq!(total("USA", IMPORTS), Some(696_709_000_000));
}

#[test]
fn comtrade_legacy() {
    let Some(files) = real() else { return };
    let name = "comtrade_legacy/comtrade.csv";
    let extract = extract(&files, name, "comtrade-legacy");
    let sum_of = |flow| {
        let of_flow = extract.facts.iter().filter(|fact| {
            fact.period.to_string() == "2017" && extract.subjects[fact.subject as usize].flow() == Some(flow)
        });
        of_flow.map(|fact| fact.value.unwrap().digits).sum::<i128>()
    };
    assert_eq!(sum_of(Flow::Import), 7_907_787_064);
    assert_eq!(sum_of(Flow::Export), 8_870_101_062);
    let korea = dataset(&files, name, &reporter("KOR"));
    assert_eq!(amount(&korea, IMPORTS, "2017"), Some(154_745_172));
    assert_eq!(amount(&korea, EXPORTS, "2017"), Some(2_633_229));
    assert_eq!(amount(&korea, IMPORTS, "2018"), Some(144_040_373));
    assert_eq!(amount(&korea, EXPORTS, "2019"), Some(3_320_248));
    let states = dataset(&files, name, &reporter("USA"));
    assert_eq!(amount(&states, IMPORTS, "2018"), Some(1_600_271_642));
}

#[test]
fn comtrade_levels_are_not_added() {
    let Some(files) = real() else { return };
    let name = "comtrade_legacy/comtrade_diamonds_2014.csv";
    let exports = |country| amount(&dataset(&files, name, &reporter(country)), EXPORTS, "2014");
    assert_eq!(exports("KOR"), Some(573_074_773_090));
    assert_eq!(exports("USA"), Some(1_619_742_863_865));
    assert_eq!(exports("Germany"), Some(1_498_157_777_816));
    let korea = dataset(&files, name, &reporter("KOR"));
    assert_eq!(amount(&korea, SeriesKey::item(Flow::Export, ItemId(1)), "2014"), Some(1_984_809));
    let extract = extract(&files, name, "comtrade-legacy");
    let of = |code: &str| {
        let facts = extract.facts.iter().filter(|fact| extract.subjects[fact.subject as usize].item.code == code);
        facts.map(|fact| fact.value.unwrap().digits).sum::<i128>()
    };
    assert_eq!((of("7102"), of("TOTAL")), (145_133_054_500, 17_782_015_595_479));
}

#[test]
fn comtrade_json() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "comtrade_json/comtrade_data_v1_get_C_A_HS.json", "comtrade-json");
    let of = |flow, partner: &str| {
        value(&extract, "2010", |subject| subject.flow() == Some(flow) && subject.partner.label == partner)
    };
    assert_eq!(of(Flow::Import, "Argentina"), "6804128143");
    assert_eq!(of(Flow::Export, "Germany"), "68047133397");
    assert_eq!(of(Flow::Import, "Germany"), "74251272075");
    assert_eq!(of(Flow::Export, "Argentina"), "6115764185");
    let row = super::extract(&files, "fixtures/comtrade_preview_monthly_row.json", "comtrade-json");
    assert_eq!(value(&row, "2023-01", |subject| subject.item.code == "090111"), "10127757.599");
}

#[test]
fn fred() {
    let Some(files) = real() else { return };
    let won = extract(&files, "fred/DEXKOUS.csv", "fred");
    let on = |day| value(&won, day, |_| true);
    assert_eq!(
        (on("2009-01-26"), on("2009-02-16"), on("2009-03-02")),
        ("1390.8000".into(), "-".into(), "1570.1000".into())
    );
    assert_eq!((on("2018-12-31"), on("2019-01-25")), ("1112.85".into(), "1117.58".into()));
    assert_eq!(won.facts.iter().filter(|fact| fact.value.is_some()).count(), 2506);
    for (name, april) in [("2022", "-52959"), ("2024", "-53116")] {
        let balance = extract(&files, &format!("fred/BOPGSTB_vintage{name}.csv"), "fred");
        let read = |month| value(&balance, month, total(Flow::Balance));
        assert!(read("2020-04").starts_with(april), "{name}");
        assert_eq!(read("1992-01"), "-2026");
    }
    let now = dataset(&files, "fred/BOPGSTB_observation_date.csv", &Choices::default());
    assert_eq!(amount(&now, SeriesKey::total(Flow::Balance), "2024-12"), Some(-98_431_000_000));
    assert_eq!(amount(&now, SeriesKey::total(Flow::Balance), "2022-03"), Some(-101_914_000_000));
}

#[test]
fn fred_json() {
    let Some(files) = real() else { return };
    let rates = extract(&files, "fixtures/fred_observations_excerpt.json", "fred-json");
    assert_eq!(value(&rates, "2023-05", |_| true), "5.09");
    let days = extract(&files, "fixtures/fred_missing_dot.json", "fred-json");
    assert_eq!(
        (value(&days, "2026-09-21", |_| true), value(&days, "2026-09-22", |_| true)),
        ("14.87".into(), "-".into())
    );
}

#[test]
fn two_vintages_of_one_series() {
    let Some(files) = real() else { return };
    let names = ["fred/BOPGSTB_vintage2022.csv", "fred/BOPGSTB_vintage2024.csv"];
    let joined = tradedeck::import::load_all(&files, &names, &Choices::default()).unwrap();
    assert_eq!(amount(&joined, SeriesKey::total(Flow::Balance), "2020-04"), Some(-53_116_000_000));
    let page = tradedeck::import::Description::of(&files, &names, &Choices::default()).unwrap();
    assert!(page.text().contains("values differ between files; the later file holds"), "{}", page.text());
}

#[test]
fn eurostat_tsv() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "eurostat_tsv/teina200.tsv", "eurostat-tsv");
    let euros = |geo: &str, year: &str| {
        value(&extract, year, |subject| subject.reporter.code == geo && subject.unit == Unit::money("EUR", 6))
    };
    assert_eq!((euros("DE", "2010"), euros("DE", "2014")), ("-108904.0".into(), "8931.0".into()));
    assert_eq!((euros("EL", "2009"), euros("EE", "2003")), ("-35990.0".into(), "157.0".into()));
    assert_eq!((euros("EA19", "2010"), euros("NO", "2003")), ("-589224.0".into(), "-".into()));
}

#[test]
fn sdmx_csv_of_four_offices() {
    let Some(files) = real() else { return };
    let ecb = extract(&files, "fixtures/ecb_sdmxcsv_exr.csv", "sdmx-csv");
    let months = ["2024-01", "2024-02", "2024-03"].map(|month| value(&ecb, month, |_| true));
    assert_eq!(months, ["1.0905", "1.0795", "1.0872"]);
    let oecd = extract(&files, "fixtures/oecd_csvfilewithlabels_cli.csv", "sdmx-csv");
    assert_eq!(value(&oecd, "2024-02", |subject| subject.reporter.code == "TUR"), "100.6");
    assert_eq!(value(&oecd, "2024-01", |subject| subject.reporter.label == "United States"), "99.8");
    let eurostat = source(&files, "fixtures/eurostat_sdmxcsv_live_20260619.csv", &Choices::default()).extract;
    assert_eq!(
        (value(&eurostat, "2021", |_| true), value(&eurostat, "2022", |_| true)),
        ("66.5".into(), "66.6".into())
    );
    assert_eq!(eurostat.facts[0].status, tradedeck::domain::ObsStatus::Break);
    let comext = dataset(&files, "fixtures/eurostat_comext_sdmxcsv_shape.csv", &Choices::default());
    assert_eq!((amount(&comext, IMPORTS, "2026-01"), comext.currency.as_str()), (Some(1_000_000_000), "EUR"));
}

#[test]
fn sdmx_csv_by_the_book() {
    let Some(files) = real() else { return };
    let of = |name: &str| extract(&files, &format!("sdmx_csv_{name}.csv"), "sdmx-csv");
    for name in ["01", "05", "06", "07", "08", "10", "11", "15"] {
        let found = of(&format!("spec/v2_example-{name}"));
        assert_eq!(
            (value(&found, "2014-01", |_| true), value(&found, "2014-02", |_| true)),
            ("12.4".into(), "10.8".into()),
            "{name}"
        );
    }
    for name in ["02", "03"] {
        let found = of(&format!("spec/v2_example-{name}"));
        assert_eq!(value(&found, "2014-02", |subject| subject.measure.to_string() == "OBS_VALUE2"), "10.9", "{name}");
        assert!(found.subjects[0].dimensions.contains(&("DIM_1".into(), "A".into())), "{name}");
    }
    for name in ["12", "14", "17", "18"] {
        assert!(
            of(&format!("spec/v2_example-{name}")).facts.is_empty(),
            "{name}: nothing but attributes and deletions"
        );
    }
    let derivatives = of("pysdmx/v1_data_v1");
    assert_eq!((derivatives.facts.len(), value_of_hkd(&derivatives)), (1000, "14206.490766".into()));
    assert!(derivatives.facts.iter().filter(|fact| fact.value.is_none()).count() > 600);
    for name in ["v2_data_v2", "v2_data_v2_action_col"] {
        assert_eq!(value_of_hkd(&of(&format!("pysdmx/{name}"))), "14206.490766", "{name}");
    }
    for name in ["v1_csv_labels_both", "v2_csv_labels_both", "v2_csv_labels_name"] {
        let found = of(&format!("pysdmx/{name}"));
        assert_eq!(
            value(&found, "2020", |subject| subject.dimensions[0] == ("DIM1".into(), "A".into())),
            "1",
            "{name}"
        );
    }
}

fn value_of_hkd(extract: &tradedeck::import::extract::Extract) -> String {
    let has = |subject: &tradedeck::import::extract::Subject, name: &str, code: &str| {
        subject.dimensions.contains(&(name.into(), code.into()))
    };
    value(extract, "2004", |subject| has(subject, "DER_CURR_LEG1", "HKD") && has(subject, "DER_CURR_LEG2", "TO1"))
}

#[test]
fn sdmx_json() {
    let Some(files) = real() else { return };
    for name in ["sdmx_json/ECB_EXR_ts.json", "sdmx_json/v3_exr-time-series.json"] {
        let extract = extract(&files, name, "sdmx-json");
        let of = |currency: &str, day: &str| {
            value(&extract, day, |subject| subject.dimensions.contains(&("CURRENCY".into(), currency.into())))
        };
        assert_eq!((of("NZD", "2013-01-18"), of("NZD", "2013-01-21")), ("1.5931".into(), "1.5925".into()), "{name}");
        assert_eq!((of("RUB", "2013-01-18"), of("RUB", "2013-01-21")), ("40.3426".into(), "40.3".into()), "{name}");
    }
}

#[test]
fn ecb_portal() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "ecb_csv/ECB Data Portal_20251124224945.csv", "ecb-portal");
    let of = |country: &str, year: &str| value(&extract, year, |subject| subject.reporter.code == country);
    assert_eq!(
        (of("DE", "2024"), of("AT", "2024"), of("B6", "2024")),
        ("62.227".into(), "79.903".into(), "80.745".into())
    );
    assert!(
        extract
            .facts
            .iter()
            .any(|fact| fact.period.to_string() == "1960" && fact.value.is_some_and(|v| v.to_string() == "55.918"))
    );
}

#[test]
fn oecd_legacy() {
    let Some(files) = real() else { return };
    let growth = extract(&files, "oecd_legacy/DP_LIVE_23102022054035282.csv", "oecd-legacy");
    let of = |place: &str, quarter: &str| value(&growth, quarter, |subject| subject.reporter.code == place);
    assert_eq!(of("KOR", "2020-Q2"), "-3.026935758");
    assert_eq!(of("KOR", "2022-Q1"), "0.633967885");
    assert_eq!(of("OECD", "2020-Q2"), "-10.323035218");
    let provisional =
        growth.facts.iter().filter(|fact| fact.status == tradedeck::domain::ObsStatus::Provisional).count();
    assert_eq!((growth.facts.len(), provisional), (547, 104));
    let index = extract(&files, "oecd_legacy/DP_LIVE_23102022054016532.csv", "oecd-legacy");
    assert_eq!(value(&index, "2020-Q2", |subject| subject.reporter.code == "KOR"), "108.5");
    assert_eq!(value(&index, "2022-Q2", |subject| subject.reporter.code == "KOR"), "118.7");
}

#[test]
fn world_bank() {
    let Some(files) = real() else { return };
    let json = extract(&files, "fixtures/worldbank_v2.json", "world-bank-json");
    assert_eq!(value(&json, "2023", |subject| subject.reporter.code == "TUR"), "1108022000000");
    assert_eq!(value(&json, "2022", |subject| subject.reporter.code == "USA"), "-");
    let csv = extract(&files, "fixtures/worldbank_wdi_api_shape.csv", "world-bank");
    assert_eq!(value(&csv, "2021", |subject| subject.reporter.code == "TGO"), "125.1");
    assert_eq!(value(&csv, "2021", |subject| subject.reporter.code == "ALB"), "-");
}

#[test]
fn dbnomics() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "dbnomics/chelem_first40_TRIMMED.json", "dbnomics");
    let of = |code: &str, year: &str| value(&extract, year, |subject| subject.item.code == code);
    assert_eq!(of("CAT_BA", "1967"), "4.4180715605");
    assert_eq!((of("CAT_BA", "2021"), of("CAT_BB", "2021")), ("1005.251046".into(), "1194.140426".into()));
    assert_eq!(of("CAT_CA", "2021"), "7390.957837");
    assert_eq!(extract.facts.len(), 40 * 55);
    assert!(
        extract
            .subjects
            .iter()
            .all(|subject| (subject.reporter.code.as_str(), subject.partner.code.as_str()) == ("AES", "AES"))
    );
}

#[test]
fn baci() {
    let Some(files) = real() else { return };
    let extract = source(&files, "fixtures/baci_shape.csv", &reporter("4")).extract;
    let of = |goods: &str, partner: &str| {
        let is_it = |subject: &tradedeck::import::extract::Subject| {
            subject.flow() == Some(Flow::Export) && subject.item.code == goods && subject.partner.code == partner
        };
        value(&extract, "1995", is_it)
    };
    assert_eq!(
        (of("010111", "12"), of("9999AA", "12"), of("010111", "490")),
        ("5.5".into(), "4".into(), "0.25".into())
    );
    let four = dataset(&files, "fixtures/baci_shape.csv", &reporter("4"));
    assert_eq!(amount(&four, EXPORTS, "1995"), Some(11_250));
    assert_eq!(sum(&four, SeriesKey { partner: PartnerId(1), window: Window::Whole, ..EXPORTS }), 11_000);
}
