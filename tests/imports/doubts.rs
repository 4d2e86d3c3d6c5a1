//! What a file leaves open is said, and never guessed in silence.

use std::borrow::Cow;

use tradedeck::domain::{Flow, ItemId, PartnerId, Problem, SeriesKey, Window};
use tradedeck::import::extract::Unit;
use tradedeck::import::{self, Choices, Description, Files};

use super::amount;

/// One file in memory, `file.csv`.
pub struct Text(pub &'static str);

impl Files for Text {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        match name {
            "file.csv" => Ok(Cow::Borrowed(self.0.as_bytes())),
            _ => Err(Problem::whole_file(name, "not in memory", "")),
        }
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(self.read(name).ok())
    }
}

/// What `--describe` says of a text.
pub fn page(text: &'static str, choices: &Choices) -> String {
    let page = Description::of(&Text(text), &["file.csv"], choices);
    page.map(|page| page.text().to_owned()).unwrap_or_else(|problems| format!("{problems:?}"))
}

/// The total of a flow in a period, or what is wrong.
pub fn total(text: &'static str, choices: &Choices, flow: Flow, period: &str) -> Result<Option<i64>, String> {
    let dataset = import::load_all(&Text(text), &["file.csv"], choices);
    let dataset = dataset.map_err(|problems| problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n"))?;
    let key = SeriesKey { flow, item: ItemId::TOTAL, partner: PartnerId::WORLD, window: Window::Whole };
    Ok(amount(&dataset, key, period))
}

fn exports(text: &'static str, period: &str) -> Result<Option<i64>, String> {
    total(text, &Choices::default(), Flow::Export, period)
}

/// One file in memory with a name of its own.
struct Named(&'static str, &'static str);

impl Files for Named {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let is_it = name == self.0;
        is_it.then_some(Cow::Borrowed(self.1.as_bytes())).ok_or_else(|| Problem::whole_file(name, "not in memory", ""))
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(self.read(name).ok())
    }
}

#[test]
fn a_file_may_be_called_after_its_flow() {
    const DOWN: &str = "date,value (US$ bn),yoy\n2008-01-01,109.6,26.6\n2008-02-01,87.4,6.5\n2008-03-01,109.0,30.6\n";
    const ACROSS: &str = "Values in US$ million,,\nCountry,2021,2022\nJapan,500,600\nChina,900,950\n";
    let page = |name: &'static str, text: &'static str| {
        Description::of(&Named(name, text), &[name], &Choices::default()).unwrap().text().to_owned()
    };
    for (name, text, flow) in [("exports.csv", DOWN, "export"), ("imports_2022.csv", ACROSS, "import")] {
        let page = page(name, text);
        assert!(page.contains(&format!("read as {flow}s, as its name says")), "{page}");
        assert!(page.contains("dashboard   yes"), "{page}");
    }
    for name in ["export.csv", "trade.csv", "수출입.csv"] {
        assert!(page(name, DOWN).contains("dashboard   no"), "{name}");
    }
}

#[test]
fn taiwan_s_portal_asks_for_the_flow_that_was_queried() {
    const PORTAL: &str = "日期,貨品號列,中文貨名,國家,重量(公斤),價值(新臺幣千元),價值(美元千元)\n\
        112年01月,8542,積體電路,中國大陸,\"1,234\",\"123,456\",\"4,123\"\n112年01月,8542,積體電路,南韓,134,\"23,456\",\"1,123\"\n";
    assert!(page(PORTAL, &Choices::default()).contains("say so with --flow"));
    let choices = Choices { flow: Some(Flow::Export), ..Choices::default() };
    assert_eq!(total(PORTAL, &choices, Flow::Export, "2023-01"), Ok(Some(5_246_000)));
}

#[test]
fn a_page_with_a_table_is_a_sheet() {
    const PAGE: &str = "<html><body><table><tr><td colspan=3>수출입 총괄 (단위: 천 달러)</td></tr><tr><th>기간</th><th>수출</th><th>수입</th></tr>\
        <tr><td>2023.11</td><td>55,613</td><td>52,033</td></tr><tr><td>2023.12</td><td>57,577</td><td>53,121</td></tr></table></body></html>";
    assert_eq!(exports(PAGE, "2023-12"), Ok(Some(57_577_000)));
}

const MODES: &str = "period,reporterCode,flowCode,partnerCode,cmdCode,motCode,primaryValue\n\
    202401,999,X,0,TOTAL,1000,400\n202401,999,X,0,TOTAL,2000,600\n202401,999,X,0,TOTAL,2100,500.5\n\
    202402,999,X,0,TOTAL,0,1100\n202402,999,X,0,TOTAL,1000,300\n";

#[test]
fn modes_of_transport_are_added_up_where_their_total_is_not_given() {
    assert_eq!(exports(MODES, "2024-01"), Ok(Some(1000)), "2100 lies in 2000");
    assert_eq!(exports(MODES, "2024-02"), Ok(Some(1100)), "as given");
    let page = page(MODES, &Choices::default());
    assert!(page.contains("1 value added up over mode of transport: the file does not give the whole"), "{page}");
}

#[test]
fn one_mode_of_transport_is_shown_where_it_is_asked_for() {
    let choices = Choices { only: vec![("mode of transport".to_owned(), "1000".to_owned())], ..Choices::default() };
    assert_eq!(total(MODES, &choices, Flow::Export, "2024-01"), Ok(Some(400)));
    assert_eq!(total(MODES, &choices, Flow::Export, "2024-02"), Ok(Some(300)));
}

#[test]
fn a_second_row_without_a_flow_may_be_of_the_other_one() {
    let text = "Year,Month,Country,US$ FOB\n2024,01,China,100\n2024,01,China,100\n";
    let told = exports(text, "2024-01").unwrap_err();
    assert!(told.contains("file.csv:3:15: a second row for the same month, country and goods"), "{told}");
}

const NO_MULTIPLIER: &str = "DATAFLOW,FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n\
    XX:TRADE(1.0),M,KR,X,USD,2024-01,501\nXX:TRADE(1.0),M,KR,M,USD,2024-01,402\n";

#[test]
fn values_without_a_multiplier_are_said_to_be_taken_as_whole_units() {
    let page = page(NO_MULTIPLIER, &Choices::default());
    assert!(page.contains("no multiplier (UNIT_MULT) is in the file: values are taken as whole units"), "{page}");
    assert_eq!(exports(NO_MULTIPLIER, "2024-01"), Ok(Some(501)));
    let choices = Choices { unit: Some(Unit::money("USD", 6)), ..Choices::default() };
    assert_eq!(total(NO_MULTIPLIER, &choices, Flow::Export, "2024-01"), Ok(Some(501_000_000)));
}

#[test]
fn domestic_exports_alone_are_said_to_be_so() {
    let text = "Month,Imports (HKD mn),Domestic exports (HKD mn),Re-exports (HKD mn)\n2024-01,95,10,90\n";
    let page = page(text, &Choices::default());
    assert!(page.contains("domestic exports are shown as exports, without re-exports"), "{page}");
}

#[test]
fn a_mark_that_may_be_of_decimals_or_of_thousands_is_said() {
    let text = "Month,Exports (USD mn),Imports (USD mn)\n2024-01,1.234,1.000\n2024-02,1.334,1.100\n";
    let said = page(text, &Choices::default());
    assert!(said.contains("like `1.234`, which is read as decimals and may be thousands; decimal = \",\""), "{said}");
    let sure = page("Month,Exports (USD mn)\n2024-01,1.234\n2024-02,1.33\n", &Choices::default());
    assert!(!sure.contains("may be thousands"), "{sure}");
    let semicolons = page("Month;Exports (USD mn)\n2024-01;1,234\n2024-02;1,334\n", &Choices::default());
    assert!(semicolons.contains("which is read as"), "{semicolons}");
}

/// Exports of all goods, of which cars and ships are half; no total of imports.
const SOME: &str = "Period,Flow,Product,Value (USD million)\n\
    2024-01,Exports,Total,100\n2024-01,Exports,Cars,30\n2024-01,Exports,Ships,20\n\
    2024-01,Imports,Cars,10\n2024-01,Imports,Ships,5\n";

#[test]
fn goods_that_are_not_all_of_one_flow_are_not_all_of_the_other() {
    let imports = |text| total(text, &Choices::default(), Flow::Import, "2024-01");
    assert_eq!(imports(SOME), Ok(None));
    assert_eq!(exports(SOME, "2024-01"), Ok(Some(100_000_000)));
    let said = "imports of all goods: not added up, as the same goods are not all exports of the file";
    assert!(page(SOME, &Choices::default()).contains(said), "{}", page(SOME, &Choices::default()));
    let partners: &'static str = SOME.replace("Product", "Partner").replace("Total", "World").leak();
    let partners = partners.replace("Cars", "France").replace("Ships", "Italy").leak();
    assert_eq!(imports(partners), Ok(None));
    // As good as all of them.
    let all: &'static str = SOME.replace(",Ships,20", ",Ships,69").leak();
    assert_eq!(imports(all), Ok(Some(15_000_000)));
    // Goods that the other flow has not may be all the rest.
    let more = (SOME.to_owned() + "2024-01,Imports,Oil,50\n").leak();
    assert_eq!(imports(more), Ok(Some(65_000_000)));
}
