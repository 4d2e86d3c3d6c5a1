//! The language: what is written is read back the same, and what is wrong is told by place.

use proptest::prelude::*;

use tradedeck::claims::{evaluate, language};
use tradedeck::domain::Period;
use tradedeck::import::native::read_claims;

use super::view;
use crate::figures::cases;
use crate::support::korea;

const FORMULAS: [&str; 16] = [
    "export",
    "since(export > 45500mn)",
    "import[crude with middle_east]",
    "balance[with china_kcs, days 1-20]",
    "balance[printed ytd]",
    "share(ytd(balance), year(year_ago(balance)))",
    "growth(per_day(export[semiconductors]))",
    "streak(export < year_ago(export))",
    "since(balance > 0)",
    "since_low(growth_on_previous(import))",
    "rank_low_in_month(balance)",
    "at(2022-12, last(3, export)) / previous(import)",
    "(export - import) * 100 / (export + import)",
    "export - (import - balance)",
    "printed(17.950) / 0.5",
    "target(export[semiconductors])",
];

#[test]
fn what_is_written_is_read_back() {
    let dataset = korea();
    for formula in FORMULAS {
        let expression =
            language::parse(formula, &mut &*dataset).unwrap_or_else(|fault| panic!("{formula}: {fault:?}"));
        let written = language::write(&expression, &dataset);
        assert_eq!(language::parse(&written, &mut &*dataset).as_ref(), Ok(&expression), "{formula} became {written}");
        assert_eq!(written, formula);
    }
}

#[test]
fn faults_are_told_by_place() {
    for (formula, at, what) in [
        ("exprt", 0, "`exprt` is neither a flow nor a function"),
        ("ytd(balance", 11, "`)` is missing here"),
        ("export + ", 9, "the expression ends too early"),
        ("export[semis]", 7, "unknown item `semis`"),
        ("export[ semiconductors to chyna]", 26, "unknown partner `chyna`"),
        ("export[days 1-30]", 7, "`1-30` are not days"),
        ("export + growth(export)", 7, "money + a percentage means nothing"),
        ("growth(growth(export))", 7, "growth of a percentage means nothing"),
        ("balance < 0", 8, "a comparison alone is no number"),
        ("streak(balance > 5)", 17, "money cannot be compared with a plain number"),
        ("streak(balance)", 14, "a comparison is missing here"),
        ("last(0, export)", 5, "`0` is no number of periods"),
        ("at(export, export)", 3, "a period is missing here"),
        ("1.2.3 * export", 0, "`1.2.3` is not a number"),
        ("export ? 3", 7, "`?` has no meaning here"),
        ("export[china", 6, "a bracket opens here and is never closed"),
        ("export import", 7, "the expression goes on where it should end"),
    ] {
        let fault = language::parse(formula, &mut &*korea()).unwrap_err();
        assert_eq!((fault.at, fault.what.as_str()), (at, what), "{formula}");
        assert!(!fault.hint.is_empty(), "{formula}");
    }
}

#[test]
fn a_file_names_line_and_column_inside_the_string() {
    let file = "[[claims]]\nid = \"한\"\nsaid = 2023-03-03\nstated = \"39\"\nunit = \"percent\"\nindicator = \"share(ytd(balanse), 1)\"\n";
    let problems = read_claims("said.toml", file.as_bytes(), &korea()).unwrap_err();
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages, ["said.toml:6:24: `balanse` is neither a flow nor a function; did you mean `balance`?"]);
}

#[test]
fn a_file_says_everything_that_is_wrong() {
    let file = "[[claims]]\nid = \"a\"\nsaid = \"2023-03\"\nstated = \"1,5\"\nunit = \"USD zillion\"\nindicator = \"export\"\nperiod = \"2023\"\nqualifier = \"roughly\"\nsource = \"nobody\"\n\
                [[claims]]\nid = \"b\"\nsaid = 2023-03-03\nstated = \"5\"\nunit = \"percent\"\nindicator = \"export\"\nspeeker = \"x\"\n\
                [[claims]]\nid = \"b\"\nsaid = 2023-03-03\nindicator = \"export\"\n";
    let problems = read_claims("said.toml", file.as_bytes(), &korea()).unwrap_err();
    let found: Vec<(usize, &str)> = problems.iter().map(|problem| (problem.line, problem.what.as_str())).collect();
    for expected in [
        (3, "`2023-03` is not a date"),
        (5, "unknown unit `USD zillion`"),
        (7, "2023 is of another frequency than the data"),
        (8, "`qualifier` cannot be `roughly`"),
        (9, "unknown source `nobody`"),
        (14, "`percent` does not state money"),
        (16, "unknown key `speeker`"),
        (17, "`stated` is missing"),
        (18, "a claim with this id stands above"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_text_breaks_the_reader_or_the_engine(text in "[a-z0-9 ()\\[\\],.<>+*/_-]{0,60}|(export|import|balance|ytd\\(|growth\\(|last\\(9,|year_ago\\(|rank\\(|streak\\(|<|0|\\)|\\+|\\*|/|9999999999999\\*|printed\\(0.1\\)){0,14}") {
        let view = view("2023-03-03");
        if let Ok(expression) = language::parse(&text, &mut &**view.dataset()) {
            let _ = evaluate(&view, &expression, Period::month(2023, 2));
            let written = language::write(&expression, view.dataset());
            let again = language::parse(&written, &mut &**view.dataset());
            prop_assert_eq!(again, Ok(expression), "{} became {}", text, written);
        }
    }
}
