//! Answer keys of real files: customs and statistical offices of Korea, China, Japan, Brazil and the United States.

use tradedeck::domain::{Flow, SeriesKey};
use tradedeck::import::Choices;

use super::{amount, dataset, extract, real, sum, total, value};

const EXPORTS: SeriesKey = SeriesKey::total(Flow::Export);
const IMPORTS: SeriesKey = SeriesKey::total(Flow::Import);

#[test]
fn customs_korea_excel() {
    let Some(files) = real() else { return };
    let name = "korea_customs/수출입총괄_202206173.xls";
    let extract = extract(&files, name, "customs-korea");
    let of = |flow, month: &str| value(&extract, month, total(flow));
    assert_eq!((of(Flow::Export, "2000-01"), of(Flow::Import, "2000-01")), ("12162425".into(), "12594623".into()));
    assert_eq!(of(Flow::Balance, "2000-01"), "-432198");
    assert_eq!((of(Flow::Export, "2008-07"), of(Flow::Import, "2008-07")), ("40961223".into(), "42952491".into()));
    assert_eq!(of(Flow::Export, "2020-05"), "34854511");
    assert_eq!((of(Flow::Export, "2022-05"), of(Flow::Import, "2022-05")), ("61509507".into(), "63219536".into()));
    assert!(extract.remarks.words().any(|remark| remark.contains("9593998651") && remark.contains("9593998655")));
    let korea = dataset(&files, name, &Choices::default());
    assert_eq!(amount(&korea, EXPORTS, "2022-05"), Some(61_509_507_000));
    let (_, exports) = korea.series(EXPORTS).unwrap();
    let of_2021 = exports.observations.iter().filter(|row| row.period.year() == 2021).map(|row| row.value);
    assert_eq!((exports.observations.len(), of_2021.sum::<i64>()), (269, 644_400_368_000));
}

#[test]
fn customs_korea_xml() {
    let Some(files) = real() else { return };
    let name = "fixtures/kcs_nitemtrade_3305_2026.xml";
    let extract = extract(&files, name, "customs-korea-api");
    let of = |flow, month: &str| value(&extract, month, |subject| subject.flow() == Some(flow));
    assert_eq!(
        (of(Flow::Export, "2026-01"), of(Flow::Export, "2026-02"), of(Flow::Import, "2026-02")),
        ("39378".into(), "200".into(), "100".into())
    );
    assert_eq!(sum(&dataset(&files, name, &Choices::default()), EXPORTS), 39_578);
    let refused = tradedeck::import::load(&files, "fixtures/kcs_gateway_error.xml").unwrap_err();
    assert!(refused[0].what.contains("LIMITED_NUMBER_OF_SERVICE_REQUESTS_EXCEEDS_ERROR"), "{refused:?}");
}

#[test]
fn data_go_kr() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "datagokr_csv/komir_local_import_export.csv", "data-go-kr");
    let of = |goods: &str, flow| {
        value(&extract, "2021", |subject| subject.item.label == goods && subject.flow() == Some(flow))
    };
    assert_eq!((of("동광", Flow::Import), of("동광", Flow::Export)), ("6017233".into(), "1185720".into()));
    assert_eq!((of("금광", Flow::Import), of("금광", Flow::Export)), ("67000".into(), "116".into()));
}

#[test]
fn kosis_and_ecos() {
    let Some(files) = real() else { return };
    let share = extract(&files, "kosis_csv/KOSIS_WORK_11_2025.csv", "kosis");
    let of = |sex: &str, month: &str| value(&share, month, |subject| subject.dimensions[0].1 == sex);
    assert_eq!([of("_T", "2003-08"), of("남자", "2003-08"), of("여자", "2003-08")], ["21.8", "23.5", "21.2"]);
    assert_eq!([of("_T", "2025-08"), of("남자", "2025-08"), of("여자", "2025-08")], ["18.1", "18.9", "17.8"]);
    assert_eq!(share.facts.len(), 99);
    let people = extract(&files, "fixtures/kosis_parameterdata_row.json", "kosis-json");
    assert_eq!(value(&people, "2026-06", |_| true), "51091769");
    let rate = extract(&files, "fixtures/ecos_statisticsearch.json", "ecos");
    assert_eq!(value(&rate, "2026-04", |_| true), "3.5");
    let refused = tradedeck::import::load(&files, "fixtures/ecos_no_data.json").unwrap_err();
    assert!(refused[0].what.contains("INFO-200"), "{refused:?}");
}

#[test]
fn customs_china() {
    let Some(files) = real() else { return };
    let name = "china_gacc/gacc_soy_2023.csv";
    let china = dataset(&files, name, &Choices::default());
    assert_eq!((sum(&china, IMPORTS), china.currency.as_str()), (402_526_956_940, "CNY"));
    assert_eq!(amount(&china, IMPORTS, "2023-01"), Some(34_423_063_365));
    let extract = extract(&files, name, "customs-china");
    let january =
        value(&extract, "2023-01", |subject| subject.partner.label == "美国" && subject.item.code == "12019019");
    assert_eq!((january.as_str(), extract.facts.len()), ("19871761143", 40));
    let out = dataset(&files, "china_gacc/gacc_soy_2025out.csv", &Choices::default());
    assert!(out.has_total(Flow::Export) && !out.has_total(Flow::Import));
}

#[test]
fn customs_japan() {
    let Some(files) = real() else { return };
    let extract = extract(&files, "fixtures/estat_japan_ssd.csv", "customs-japan");
    let of = |month: &str| {
        value(&extract, month, |subject| subject.flow() == Some(Flow::Export) && subject.partner.code == "106")
    };
    let months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"].map(of);
    assert_eq!(months, ["544477", "92551", "355826", "664647", "390151"]);
    assert_eq!(extract.subjects[0].item.code, "852351000");
    let taiwan = tradedeck::domain::PartnerId(2);
    let japan = dataset(&files, "fixtures/estat_japan_ssd.csv", &Choices::default());
    assert_eq!(sum(&japan, SeriesKey { partner: taiwan, ..EXPORTS }), 2_047_652_000);
}

#[test]
fn census() {
    let Some(files) = real() else { return };
    let json = extract(&files, "fixtures/census_intltrade_shape.json", "census-api");
    assert_eq!(value(&json, "2026-06", |subject| subject.partner.code == "5800"), "5600000000");
    let states = dataset(&files, "fixtures/census_intltrade_shape.json", &Choices::default());
    assert_eq!(amount(&states, EXPORTS, "2026-06"), Some(170_000_000_000));
    assert!(states.partners.iter().any(|partner| partner.id == "0003" && partner.aggregate));
    let alabama = dataset(&files, "us_xls/imctyall.xls", &super::reporter("Alabama"));
    assert_eq!(amount(&alabama, IMPORTS, "2014"), Some(22_241_800_000));
    assert_eq!(amount(&alabama, IMPORTS, "2017"), Some(23_628_660_000));
}

#[test]
fn comexstat() {
    let Some(files) = real() else { return };
    let name = "misc_southam/brazil_comexstat.csv";
    let extract = extract(&files, name, "comexstat");
    let of = |country: &str, month: &str| value(&extract, month, |subject| subject.partner.label == country);
    assert_eq!((of("China", "2025-10"), of("South Korea", "2025-08")), ("2651925049".into(), "23160821".into()));
    assert_eq!(extract.facts.len(), 894);
    assert_eq!(amount(&dataset(&files, name, &Choices::default()), EXPORTS, "2025-10"), Some(3_047_351_069));
}

#[test]
fn every_real_file_is_known_for_what_it_is() {
    let Some(files) = real() else { return };
    let not_data = ["SOURCES.md", "README.md", "ecos_no_data.json", "kcs_gateway_error.xml"];
    let mut seen = 0;
    for folder in std::fs::read_dir(&files.0).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.strip_prefix(&files.0).unwrap().to_str().unwrap().to_owned();
            if not_data.iter().any(|other| name.ends_with(other)) {
                continue;
            }
            let source = super::source(&files, &name, &Choices::default());
            assert_ne!(source.format, "guess", "{name}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
