//! Everything that a Korean reads outside of the screen is Korean: sentences, reports, verdicts and what is wrong.

use std::collections::BTreeSet;

use super::Desk;

/// Codes, units and names of the program that are written in Latin letters in Korean too, and verdicts.
const CODES: &[&str] = &[
    "tradedeck",
    "USD",
    "FOB",
    "CIF",
    "EU",
    "CIS",
    "MTI",
    "MOTIE",
    "HHI",
    "ICT",
    "KST",
    "MB",
    "YYYY",
    "MM",
    "DD",
    "OK",
    "OFF",
    "REV",
    "ROUND",
    "BASE",
    "FR",
    "CSV",
    "TOML",
    "UTF",
];

/// Words in Latin letters of a text for people: not those of code (in backticks), files, addresses and identifiers, which have other
/// signs between their letters.
fn latin_words(text: &str) -> BTreeSet<String> {
    let outside: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let tokens = outside.split(|letter: char| letter.is_whitespace() || "()[]{}<>,;\"'|*#".contains(letter));
    let plain = tokens.filter(|token| !token.contains(['_', '/', '.', ':', '@', '=']) && !is_identifier(token));
    let words = plain.flat_map(|token| token.split(|letter: char| !letter.is_ascii_alphabetic()));
    words.filter(|word| word.len() > 1 && !CODES.contains(word)).map(str::to_owned).collect()
}

/// `sanupnews-2023-03`, `semi-share`, `export:semiconductors`.
fn is_identifier(token: &str) -> bool {
    token.is_ascii() && token.contains('-') && token.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// The text of a page, without what it is marked up with.
fn without_tags(page: &str) -> String {
    let body = page.split("</style>").last().unwrap_or(page);
    let parts = body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts
        .collect::<Vec<_>>()
        .join(" ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("&#39;", "'")
}

/// Two English words one after the other: values to choose from stand alone, what was typed is quoted, commands are named after
/// the program.
fn has_english_phrase(line: &str) -> bool {
    let outside: String = line.split(['`', '\'', '"']).step_by(2).collect::<Vec<_>>().join(" | ");
    let words: Vec<&str> = outside.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]) && pair[0] != "tradedeck")
}

/// What stands in a report in Latin letters by its nature: identifiers of figures and series, names of publishers.
fn identifiers(desk: &Desk, morning: &[&str]) -> BTreeSet<String> {
    let run = desk.run(&[&["report", "--format", "json", "--lang", "ko"], morning].concat());
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let texts = |list: &str, field: &str| -> Vec<String> {
        json[list].as_array().unwrap().iter().map(|entry| entry[field].as_str().unwrap().to_owned()).collect()
    };
    let publishers = texts("sources", "publisher").iter().flat_map(|name| latin_words(name)).collect::<Vec<_>>();
    let flows = ["export", "import", "balance"].map(str::to_owned);
    texts("figures", "id").into_iter().chain(publishers).chain(flows).collect()
}

/// Dates and months as machines write them.
fn iso_dates(text: &str) -> Vec<&str> {
    let tokens = text.split(|letter: char| letter.is_whitespace() || "(),".contains(letter));
    let is_iso = |token: &&str| {
        let parts: Vec<&str> = token.split('-').collect();
        (2..=3).contains(&parts.len())
            && parts[0].len() == 4
            && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    tokens.filter(is_iso).collect()
}

#[test]
fn sentences_reports_and_verdicts_have_no_english_word() {
    let desk = Desk::new("korean-texts");
    let mornings = [&[][..], &["--as-of", "2023-03-03", "--month", "2023-02"]];
    let commands = [
        &["say"][..],
        &["report"],
        &["report", "--format", "md"],
        &["report", "--format", "html"],
        &["check"],
        &["check", "--format", "md"],
    ];
    let mut found = Vec::new();
    for (morning, command) in mornings.into_iter().flat_map(|morning| commands.map(|command| (morning, command))) {
        let known = identifiers(&desk, morning);
        // Statements are judged as known on a day, not for a month.
        let morning = if command[0] == "check" { &morning[..morning.len().min(2)] } else { morning };
        let run = desk.run(&[command, &["--lang", "ko"], morning].concat());
        assert_eq!(run.err, "", "{command:?}");
        let text = if command.contains(&"html") { without_tags(&run.out) } else { run.out };
        let words = latin_words(&text).into_iter().filter(|word| !known.contains(word));
        found.extend(words.map(|word| format!("{word} in {command:?}")));
        found.extend(iso_dates(&text).into_iter().map(|date| format!("{date} in {command:?}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_report_of_several_months_names_them_as_they_are_read() {
    let desk = Desk::new("korean-months");
    let run = desk.run(&["report", "--lang", "ko", "--month", "2022-12..2023-02", "--as-of", "2023-03-03"]);
    assert!(run.out.starts_with("한국, 2022년 12월~2023년 2월(2023.3.3. 기준)\n"), "{}", run.out);
    assert_eq!(iso_dates(&run.out), Vec::<&str>::new());
}

#[test]
fn what_is_wrong_is_said_without_an_english_word() {
    let desk = Desk::new("korean-messages");
    desk.write(
        "bad.csv",
        "period,flow,value,unit\n2023-13,export,1,USD\n2023-01,export,x,USD\n2023-02,sideways,1,USD\n2023-03,export\n",
    );
    desk.write("empty.csv", "");
    desk.write("no.csv", "this is no table\n");
    desk.write("twice.csv", "period,flow,value,unit\n2023-01,export,1,USD\n2023-01,export,2,USD\n");
    desk.write("deck/dataset.toml", "id = \"x\"\nname = 3\n");
    desk.write("claims.toml", "[[claims]]\nid = \"a\"\nindicator = \"grwth(export)\"\nstatement = \"?\"\n");
    desk.write("config.toml", "language = \"kr\"\nglyphs = 3\nnonsense = true\n");
    let wrong = [
        &["report", "bad.csv"][..],
        &["report", "empty.csv"],
        &["report", "no.csv"],
        &["report", "twice.csv"],
        &["report", "nowhere.csv"],
        &["report", "deck"],
        &["check", "--claims", "claims.toml"],
        &["--config", "config.toml", "say"],
        &["report", "--month", "1950-01"],
        &["report", "--as-of", "1950-01-01"],
        &["report", "--as-of", "yesterday"],
        &["snapshot", "--page", "99"],
        &["snapshot", "--size", "9999999x1"],
        &["theme", "--check", "nothing"],
        &["say", "--every", "x"],
    ];
    let mut found = Vec::new();
    for arguments in wrong {
        let run = desk.run(&[arguments, &["--lang", "ko"]].concat());
        assert!(run.status != 0 && !run.err.is_empty(), "{arguments:?}");
        found.extend(
            run.err.lines().filter(|line| has_english_phrase(line)).map(|line| format!("{arguments:?}: {line}")),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}
