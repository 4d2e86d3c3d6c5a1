//! Slips in a `dataset.toml`.

use super::Desk;

const TRADE: &str = "period,flow,item,value,unit\n2023-01,export,,10,EUR\n2023-01,import,,9,EUR\n";

/// A `[dataset]` with these lines, then `rest`; the messages about it.
fn found(name: &str, about: &str, rest: &str) -> Vec<String> {
    let desk = Desk::new(&format!("dataset-{name}"));
    desk.write("trade.csv", TRADE);
    desk.write("dataset.toml", format!("format = 1\n[dataset]\nfiles = [\"trade.csv\"]\n{about}\n{rest}\n"));
    desk.problems(".").into_iter().map(|line| line.trim_start_matches("./").to_owned()).collect()
}

#[test]
fn the_toml_itself() {
    assert_eq!(
        found("syntax", "name = Land", ""),
        ["dataset.toml:4:8: string values must be quoted; write a text between double quotes"]
    );
    assert_eq!(
        found("twice", "name = \"a\"\nname = \"b\"", ""),
        ["dataset.toml:5:1: duplicate key; keep one of the two"]
    );
    let desk = Desk::new("dataset-utf8");
    desk.write("dataset.toml", b"format = 1\n[dataset]\nname = \"\xB4\"\n");
    assert_eq!(
        desk.problems("dataset.toml"),
        ["dataset.toml:3:9: not valid UTF-8 from here on; save the file as UTF-8"]
    );
    desk.write("dataset.toml", b"\xEF\xBB\xBFformat = 2\n[dataset]\n");
    assert_eq!(desk.problems("dataset.toml")[0], "dataset.toml:1:10: `format` is 2; use 1 to 1");
}

#[test]
fn unknown_keys_have_a_suggestion() {
    assert_eq!(found("key", "naem = \"Land\"", ""), ["dataset.toml:4:1: unknown key `naem`; did you mean `name`?"]);
    assert_eq!(
        found("section", "", "[calender]\nsaturday = \"0\""),
        ["dataset.toml:5:2: unknown key `calender`; did you mean `calendar`?"]
    );
    assert_eq!(
        found("nested", "", "[[items]]\nid = \"a\"\nshrot = \"A\""),
        ["dataset.toml:7:1: unknown key `shrot`; did you mean `short`?"]
    );
}

#[test]
fn wrong_types_and_words() {
    assert_eq!(
        found("type", "reporter = 5", ""),
        ["dataset.toml:4:12: `reporter` is a whole number; write a string in double quotes"]
    );
    assert_eq!(
        found("frequency", "frequency = \"weekly\"", ""),
        ["dataset.toml:4:13: `frequency` cannot be `weekly`; known: monthly, quarterly, annual"]
    );
    assert_eq!(
        found("window", "", "[[schedule]]\nwindow = \"1-15\"\nday = 16"),
        ["dataset.toml:6:10: `window` cannot be `1-15`; did you mean `1-10`?"]
    );
    assert_eq!(
        found("leap-day", "", "[release_rule]\nsettled = \"02-29\""),
        ["dataset.toml:6:11: `02-29` is not a month and day; write \"MM-DD\""]
    );
}

#[test]
fn the_frequency_is_that_of_the_rows() {
    assert_eq!(
        found("quarters", "frequency = \"quarterly\"", "")[0],
        "trade.csv:2:1: `2023-01` is of another frequency \
        than the rest; keep months, quarters and years in datasets of their own"
    );
}

#[test]
fn a_dataset_without_a_name_is_called_by_its_id_or_file() {
    let desk = Desk::new("dataset-name");
    let series = "unit = \"EUR\"\n[[series]]\nflow = \"export\"\nstart = \"2023-01\"\nvalues = [5]\n";
    let title = |about: &str| {
        desk.write("land.toml", format!("format = 1\n[dataset]\n{about}{series}"));
        desk.run(&["report", "land.toml"]).out.lines().next().unwrap_or("").to_owned()
    };
    assert!(title("").starts_with("land, 2023-01, "));
    assert!(title("id = \"rt\"\n").starts_with("rt, 2023-01, "));
    assert!(title("name = { ko = \"나라\" }\n").starts_with("나라, 2023-01, "));
}

#[test]
fn one_currency() {
    assert_eq!(
        found("currency-word", "currency = \"euro\"", ""),
        ["dataset.toml:4:12: `euro` is not a currency; write an ISO 4217 code: USD, EUR, KRW"]
    );
    assert_eq!(
        found("currency-unit", "currency = \"EUR\"\nunit = \"USD million\"", "")[0],
        "dataset.toml:5:8: USD is another currency; `currency` is EUR; one dataset has one currency"
    );
    assert_eq!(
        found(
            "target-currency",
            "",
            "[[targets]]\nid = \"t\"\nyear = 2023\nvalue = \"5\"\nunit = \"KRW trillion\"\nannounced = \"2023-01-01\""
        ),
        ["dataset.toml:9:8: KRW is another currency; the dataset is in EUR"]
    );
}

#[test]
fn a_target_is_whole_or_a_problem() {
    let target = |lines: &str| found("target", "", &format!("[[targets]]\nid = \"t\"\n{lines}"));
    let rest = "value = \"5\"\nunit = \"EUR\"";
    assert_eq!(
        target(&format!("year = 2023\n{rest}")),
        ["dataset.toml:5:1: `announced` is missing; add announced = \"YYYY-MM-DD\""]
    );
    assert_eq!(
        target(&format!("announced = \"2023-01-01\"\n{rest}")),
        ["dataset.toml:5:1: `year` is missing; add year = 2026"]
    );
    assert_eq!(
        target(&format!("announced = \"2023-01-01\"\nyear = 20230\n{rest}")),
        ["dataset.toml:8:8: `year` is 20230; use 1 to 9999"]
    );
    assert_eq!(
        target("announced = \"2023-01-01\"\nyear = 2023\nunit = \"EUR\"\nvalue = \"many\""),
        ["dataset.toml:10:9: `many` cannot be read as an amount; write value = \"685\" and unit = \"USD billion\""]
    );
}

#[test]
fn a_claim_is_whole_or_a_problem() {
    assert_eq!(
        found("claim", "", "[[claims]]\nid = \"c\"\nperiod = \"May\""),
        [
            "dataset.toml:5:1: `said` is missing; add said = \"YYYY-MM-DD\"",
            "dataset.toml:7:10: `May` is not a period; write \"YYYY-MM\", \"YYYY-Q1\" or \"YYYY\"",
            "dataset.toml:5:1: `stated` is missing; add stated = \"50.1\" and unit = \"USD billion\"",
        ]
    );
    let claim = "[[claims]]\nid = \"c\"\nsaid = 2023-03-03\nstated = \"5\"\nperiod = \"2023-02\"\n";
    assert_eq!(
        found("claim-unit", "", claim),
        ["dataset.toml:8:10: `unit` is missing; add unit = \"USD billion\", \"percent\" or \"months\""]
    );
    assert_eq!(
        found("claim-language", "", &format!("{claim}unit = \"percent\"\nindicator = \"growth(expart)\"\n")),
        ["dataset.toml:11:21: `expart` is neither a flow nor a function; did you mean `export`?"]
    );
}

#[test]
fn lists_are_closed() {
    let desk = Desk::new("dataset-lists");
    desk.write(
        "dataset.toml",
        "format = 1\n[dataset]\nfiles = [\"trade.csv\"]\nsources = \"sources.csv\"\n[[items]]\nid = \"clocks\"\n",
    );
    desk.write("sources.csv", "id,title\ngazette,Gazette\ngazette,Another\n");
    desk.write(
        "trade.csv",
        "period,flow,item,value,unit,source\n2023-01,export,clocsk,10,EUR,\n2023-01,export,,10,EUR,gazete\n",
    );
    assert_eq!(
        desk.problems("dataset.toml"),
        [
            "sources.csv:3:1: a source `gazette` stands above; give each source its own id",
            "trade.csv:2:16: unknown item `clocsk`; did you mean `clocks`?",
            "trade.csv:3:24: unknown source `gazete`; did you mean `gazette`?",
        ]
    );
}

#[test]
fn files_beside_it() {
    let desk = Desk::new("dataset-files");
    desk.write("folder/x", "");
    desk.write("dataset.toml", "format = 1\n[dataset]\nfiles = [\"trade.csv\", \"folder\"]\n");
    assert_eq!(
        desk.problems("dataset.toml"),
        [
            "trade.csv: there is no such file; the dataset names this file: put it in its place, or take its name out",
            "folder: this is a folder; name a file in it",
        ]
    );
}

#[test]
fn inline_series() {
    let desk = Desk::new("dataset-inline");
    let series = |lines: &str| {
        desk.write("land.toml", format!("format = 1\n[dataset]\nunit = \"EUR million\"\n[[series]]\n{lines}\n"));
        desk.problems("land.toml")
    };
    assert_eq!(
        series("flow = \"export\"\nstart = \"2023-01\"\nvalues = [1.5]"),
        ["land.toml:7:11: a number with a decimal point is not exact; put decimal numbers in quotes: \"50.10\""]
    );
    assert_eq!(
        series("flow = \"exprot\"\nstart = \"2023-13\"\nvalues = [1]"),
        [
            "land.toml:6:9: `2023-13` is not a period; write \"YYYY-MM\", \"YYYY-Q1\" or \"YYYY\"",
            "land.toml:5:8: `exprot` is not a flow; write export, import or balance",
        ]
    );
    assert_eq!(
        series("start = \"2023-01\"\nvalues = []"),
        ["land.toml:4:1: `flow` is missing; add `flow`: a string in double quotes"]
    );
}
