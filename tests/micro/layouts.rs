//! Records in other layouts: amounts of both flows in one row, several reporters, UTF-16.

use std::fs;

use encoding_rs::UTF_16LE;

use tradedeck::domain::{Dataset, Flow, SeriesKey};
use tradedeck::import::Choices;
use tradedeck::import::extract::Unit;
use tradedeck::runtime::sources;

use super::files::{HEADER, folder, rows, total};

fn read(name: &str, bytes: impl AsRef<[u8]>, choices: &Choices) -> Dataset {
    let path = folder(&format!("layouts-{name}")).join("x.csv");
    fs::write(&path, bytes).unwrap();
    sources::dataset(&[path], choices).unwrap()
}

fn totals(dataset: &Dataset) -> (i64, i64) {
    (total(dataset, Flow::Export), total(dataset, Flow::Import))
}

/// Numbered rows with exports of n and imports of 2n: of every third one no imports, of every fifth none at all.
#[test]
fn both_flows_in_one_row() {
    let row = |n: i64| {
        let export = if n % 7 == 0 { "\"1,000\"".to_owned() } else { n.to_string() };
        let import = match n {
            n if n % 3 == 0 => String::new(),
            n if n % 5 == 0 => "0".to_owned(),
            n => (2 * n).to_string(),
        };
        format!("2023-{:02},85423100{:02},CN,{n},{export},{import},9\n", n % 12 + 1, n % 90)
    };
    for heading in ["expDlr,impDlr", "exp_usd,imp_usd", "수출금액,수입금액", "Exports (US$),Imports (US$)"] {
        let text: String = (1..=3000).map(row).collect();
        let text = format!("period,hs10,country,exp_kg,{heading},imp_kg\n{text}");
        let export: i64 = (1..=3000).map(|n| if n % 7 == 0 { 1000 } else { n }).sum();
        let import: i64 = (1..=3000).filter(|n| n % 3 != 0 && n % 5 != 0).map(|n| 2 * n).sum();
        // No heading but the last says that these are dollars.
        let choices = Choices { unit: Some(Unit::money("USD", 0)), ..Choices::default() };
        assert_eq!(totals(&read("both", text, &choices)), (export, import), "{heading}");
    }
}

#[test]
fn of_several_reporters_one_is_added_up_and_the_others_are_told() {
    let plain = totals(&read("plain", format!("{HEADER}{}", rows(600)), &Choices::default()));
    let of = |reporter: &str, count: usize| -> String {
        rows(count).lines().map(|line| format!("{reporter},{line}\n")).collect()
    };
    let text = format!("reporter,{HEADER}{}{}", of("\"KR\"", 600), of("JP", 200));
    let most = read("reporters", &text, &Choices::default());
    assert_eq!((totals(&most), most.name.en.as_str(), most.reporter.as_str()), (plain, "South Korea", "KR"));
    assert!(most.sources[0].title.en.contains("200 rows of other reporters left out"), "{}", most.sources[0].title.en);
    let japan = Choices { reporter: Some("Japan".to_owned()), ..Choices::default() };
    let sum = |from: i64| (from..=200).step_by(2).sum::<i64>();
    let japan = read("reporters", &text, &japan);
    assert_eq!((totals(&japan), japan.name.ko.as_str()), ((sum(1), sum(2)), "일본"));
}

#[test]
fn in_utf_16() {
    let text = format!("{HEADER}{}", rows(3_000));
    let plain = totals(&read("utf-8", &text, &Choices::default()));
    let units = |mark: &str| -> Vec<u8> { format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect() };
    assert_eq!(UTF_16LE.decode(&units("\u{feff}")).0, text);
    for mark in ["\u{feff}", ""] {
        assert_eq!(totals(&read("utf-16", units(mark), &Choices::default())), plain);
    }
}

/// Brazil's, Britain's and Eurostat's files of detailed trade, of which none says its unit, and Brazil's not the flow.
#[test]
fn files_of_offices_that_say_less_than_they_document() {
    let sums = |dataset: &Dataset| {
        let sum = |flow: Flow| dataset.series(SeriesKey::total(flow)).map_or(0, |_| total(dataset, flow));
        (sum(Flow::Export), sum(Flow::Import))
    };
    let of = |name: &str, text: &str| {
        let path = folder("offices").join(name);
        fs::write(&path, text).unwrap();
        let dataset = sources::dataset(&[path], &Choices::default()).unwrap();
        (sums(&dataset), dataset.currency.clone(), dataset.decisions.iter().any(|decision| decision.is_doubtful))
    };
    let brazil = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"KG_LIQUIDO\";\"VL_FOB\"\n\
                  \"2021\";\"01\";\"85423190\";\"11\";\"190\";\"SP\";5;40\n\"2021\";\"02\";\"85423190\";\"11\";\"160\";\"SP\";50;60\n";
    assert_eq!(of("EXP_2021.csv", brazil), ((100, 0), "USD".to_owned(), true));
    assert_eq!(of("IMP_2021.csv", brazil), ((0, 100), "USD".to_owned(), true));
    let britain = "MonthId,FlowTypeId,FlowTypeDescription,CommodityId,CountryCodeAlpha,CountryName,Value,NetMass\n\
                   202301,1,EU Imports,85423111,DE,Germany,12,100\n202301,4,Non-EU Exports,85423111,AW,Aruba,23,100\n";
    assert_eq!(of("uk.csv", britain), ((23, 12), "GBP".to_owned(), false));
    let comext = "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_CPA2002,PRODUCT_CPA2008,\
                  PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_BEC5,PRODUCT_SECTION,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_IN_EUROS,\
                  QUANTITY_IN_KG,SUP_QUANTITY\n\
                  001,FR,0728,KR,E,85423111,77640,32100,26110,26110,521,513021,16,1,1,A,202301,30,345,7000\n\
                  001,FR,0728,KR,E,85423111,77640,32100,26110,26110,521,513021,16,1,9,A,202301,3,345,7000\n\
                  001,FR,0728,KR,E,22042111,11217,15930,11021,11021,122,6120,04,2,1,Z,202301,20,234567,300000\n";
    assert_eq!(of("full202301.dat", comext), ((20, 33), "EUR".to_owned(), false));
}

#[test]
fn where_nobody_says_the_unit_it_is_asked_for() {
    let path = folder("unit").join("x.csv");
    fs::write(&path, "period,flow,hs6,partner,value\n202301,export,854231,CN,5\n202302,export,854232,CN,6\n").unwrap();
    let problems = sources::dataset(std::slice::from_ref(&path), &Choices::default()).unwrap_err();
    assert!(problems[0].to_string().contains("in which unit its values are"), "{problems:?}");
    let choices = Choices { unit: Some(Unit::parse("GBP")), ..Choices::default() };
    assert_eq!(sources::dataset(&[path], &choices).unwrap().currency, "GBP");
}

/// Beside the world some partners need not be all of it.
#[test]
fn rows_of_the_world_are_the_total() {
    let text = "Reporter,TradeFlow,ProductCode,Year,Partner,Trade Value 1000USD\n\
                Japan,Import,854231,2023, World,81\nJapan,Import,854231,2023,Other Asia nes,41\nJapan,Import,854231,2023,Korea Rep.,11\n";
    assert_eq!(total(&read("world", text, &Choices::default()), Flow::Import), 81_000);
    assert_eq!(total(&read("codes", text.replace("World", "WLD"), &Choices::default()), Flow::Import), 81_000);
}
