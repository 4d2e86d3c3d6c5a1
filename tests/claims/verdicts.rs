//! Every verdict, from a dataset small enough to reckon by hand.

use std::borrow::Cow;
use std::sync::Arc;

use tradedeck::claims::{Difference, Unknown, Verdict, words};
use tradedeck::domain::{Dataset, Flow, Period, Problem, SeriesKey, View};
use tradedeck::import::{self, Files};

use super::judged;

struct Small;

impl Files for Small {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let text: &'static str = match name {
            "dataset.toml" => DATASET,
            "trade.csv" => TRADE,
            "holidays.csv" => "date,name_en\n2022-01-01,New Year\n2023-12-25,Christmas\n",
            _ => return Err(Problem::whole_file(name, "not there", "")),
        };
        Ok(Cow::Borrowed(text.as_bytes()))
    }
}

const DATASET: &str = r#"
format = 1
[dataset]
unit = "USD billion"
files = ["trade.csv"]
[calendar]
saturday = "0"
holidays = "holidays.csv"
[[items]]
id = "chips"
classification = "A"
name = "Chips"
[[items]]
id = "chips_b"
classification = "B"
name = "Chips (wider)"
"#;

/// January 2023 exports were 50.1 and became 49.6; imports 40.2 became 40.7; a year before both were 40.0, exports another year before 36.0.
const TRADE: &str = "\
period,flow,item,value,status,released
2021-01,export,,36.0,A,2021-02-01
2022-01,export,,40.0,A,2022-02-01
2022-01,import,,40.0,A,2022-02-01
2022-12,export,,44.0,P,2023-01-01
2022-12,import,,46.0,P,2023-01-01
2023-01,export,,50.1,P,2023-02-01
2023-01,import,,40.2,P,2023-02-01
2023-01,export,chips,10.0,P,2023-02-01
2023-01,export,chips_b,12.5,P,2023-02-01
2023-01,export,,49.6,A,2023-06-01
2023-01,import,,40.7,A,2023-06-01
";

fn view(as_of: &str) -> View {
    let dataset: Arc<Dataset> = Arc::new(import::load(&Small, "dataset.toml").unwrap());
    View::new(dataset, Some(as_of.parse().unwrap()))
}

fn verdicts(stated: &str, unit: &str, indicator: &str, more: &str) -> (Verdict, Verdict) {
    let judgement = judgement(stated, unit, indicator, more);
    (judgement.then.verdict, judgement.now.verdict)
}

fn judgement(stated: &str, unit: &str, indicator: &str, more: &str) -> tradedeck::claims::Judgement {
    let lines = format!(
        "said = \"2023-02-10\"\nstated = \"{stated}\"\nunit = \"{unit}\"\nindicator = \"{indicator}\"\nperiod = \"2023-01\"\n{more}"
    );
    judged(&view("2023-07-01"), &lines)
}

#[test]
fn each_verdict_has_its_case() {
    use Verdict::{Base, Off, Ok, Rev, Round, Unchecked};
    let money = "USD billion";
    for (expected, stated, unit, indicator, more) in [
        ((Ok, Ok), "50", money, "export", ""),
        ((Ok, Rev), "50.1", money, "export", ""),
        ((Rev, Ok), "49.6", money, "export", ""),
        ((Round, Rev), "9.9", money, "export - import", ""),
        ((Off, Off), "51.5", money, "export", ""),
        ((Off, Off), "25", "percent", "share(export[chips], export)", "basis = \"classification A\""),
        ((Base, Base), "25", "percent", "share(export[chips], export)", ""),
        ((Unchecked, Unchecked), "12", "percent", "growth(export[chips])", ""),
        ((Unchecked, Unchecked), "50.1", "EUR billion", "export", ""),
    ] {
        assert_eq!(verdicts(stated, unit, indicator, more), expected, "{stated} {unit} of {indicator}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let reason = |stated, unit, indicator| judgement(stated, unit, indicator, "").now.evidence.unwrap_err();
    assert!(matches!(reason("3", "months", "streak(growth(export[chips]) < 0)"), Unknown::Missing(..)));
    assert!(matches!(reason("3", "percent", "growth(balance[chips])"), Unknown::Missing(..)));
    let in_words =
        |stated, unit, indicator| words::unknown(&reason(stated, unit, indicator), view("2023-07-01").dataset());
    for (stated, unit, indicator, expected) in [
        ("9", "USD billion", "year(export)", "export was not known for 2023-02, 2023-03, 2023-04 and 8 more"),
        ("9", "USD billion", "export[days 1-20]", "the data have no export:1-20"),
        ("9", "USD billion", "target(export)", "no target for 2023 was known"),
        ("9", "EUR billion", "export", "stated in another currency; the data are in USD"),
        ("9", "percent", "growth(balance)", "growth of, or on, a value below zero means nothing"),
    ] {
        if indicator != "growth(balance)" {
            assert_eq!(in_words(stated, unit, indicator), expected, "{indicator}");
        }
    }
    let deficit = "growth(previous(balance) + 1 * import - import)";
    assert_eq!(
        reason("9", "percent", deficit),
        Unknown::Missing(SeriesKey::total(Flow::Balance), vec![Period::month(2021, 12)])
    );
}

#[test]
fn a_run_that_a_gap_cuts_is_at_least_that_long() {
    let run = |stated| judgement(stated, "months", "streak(export > 40bn)", "");
    assert_eq!(run("3").now.verdict, Verdict::Unchecked);
    assert_eq!(words::computed(&run("3").now, &run("3").statement), "at least 2");
    assert_eq!(run("1").now.verdict, Verdict::Off, "at least two are more than one");
}

#[test]
fn words_change_what_is_allowed() {
    let verdict = |stated, word| verdicts(stated, "USD billion", "export", &format!("qualifier = \"{word}\"")).0;
    assert_eq!(verdict("52", "about"), Verdict::Ok);
    assert_eq!(verdict("50", "more than"), Verdict::Ok);
    assert_eq!(verdict("51", "nearly"), Verdict::Ok);
    assert_eq!(verdict("51", "more than"), Verdict::Off);
    assert_eq!(verdict("49", "less than"), Verdict::Off);
}

#[test]
fn records_and_firsts_need_no_number() {
    let lines = |indicator: &str, qualifier: &str| {
        format!("said = \"2023-02-10\"\nindicator = \"{indicator}\"\nqualifier = \"{qualifier}\"\nperiod = \"2023-01\"")
    };
    let verdict =
        |indicator: &str, qualifier: &str| judged(&view("2023-07-01"), &lines(indicator, qualifier)).now.verdict;
    assert_ne!(verdict("export", "record"), Verdict::Off);
    assert_eq!(verdict("import", "record"), Verdict::Off, "those of December were higher");
    assert_eq!(verdict("since(export > 45bn)", "first"), Verdict::Unchecked, "2022-02 to 2022-11 are missing");
    assert_eq!(verdict("since(balance > 9bn)", "first"), Verdict::Off, "it is not so now");
}

#[test]
fn slips_of_the_pen_are_possible_explanations() {
    for (stated, difference) in [
        ("51.0", Difference::Transposed),
        ("501", Difference::Power(-1)),
        ("-50.1", Difference::Sign),
        ("58.1", Difference::Misprint),
    ] {
        let judgement = judgement(stated, "USD billion", "export", "");
        assert_eq!(judgement.now.verdict, Verdict::Off, "{stated}");
        let found = &judgement.explanations;
        let first = found.iter().find(|it| it.corrected.is_some()).unwrap_or_else(|| panic!("{stated}: nothing found"));
        assert_eq!(first.difference, difference, "{stated}");
    }
}

#[test]
fn another_year_and_another_window_are_tried() {
    let found = judgement("40.0", "USD billion", "export", "").explanations;
    assert!(found.iter().any(|it| it.difference == Difference::Year), "{found:?}");
    let found = judgement("139", "percent", "share(export, year_ago(export))", "").explanations;
    assert!(
        found.iter().any(|it| it.difference == Difference::Year && it.period == Period::month(2023, 1)),
        "{found:?}"
    );
    let found = judgement("44.0", "USD billion", "export", "").explanations;
    assert!(found.iter().any(|it| it.difference == Difference::Window), "{found:?}");
}

#[test]
fn a_reload_tells_which_verdicts_changed() {
    let early = vec![judged(&view("2023-02-10"), &lines_of("50.1"))];
    let late = vec![judged(&view("2023-07-01"), &lines_of("50.1"))];
    assert_eq!(tradedeck::claims::changed(&early, &late).len(), 1);
    assert!(tradedeck::claims::changed(&late, &late).is_empty());
}

fn lines_of(stated: &str) -> String {
    format!(
        "said = \"2023-02-10\"\nstated = \"{stated}\"\nunit = \"USD billion\"\nindicator = \"export\"\nperiod = \"2023-01\""
    )
}
