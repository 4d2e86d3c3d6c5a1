//! `tradedeck check` on the real binary: verdicts, formats, exit codes, bad files.

use serde_json::Value;

use super::{Desk, is_tame};

const HOLDS: &str = "[[claims]]\nid = \"imports\"\nsaid = 2023-03-03\nstatement = \"Imports\\u001b[2J came to 55.4.\"\nstated = \"55.4\"\nunit = \"USD billion\"\nindicator = \"import\"\nperiod = \"2023-02\"\n";

#[test]
fn an_off_claim_is_status_1_and_none_is_0() {
    let desk = Desk::new("check-exit");
    let run = desk.run(&["check", "--as-of", "2023-03-03"]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    assert!(run.out.contains("12 claims on Korea, as known on 2023-03-03: 6 OK, 3 ROUND, 3 OFF"), "{}", run.out);
    let run = desk.write("said.toml", HOLDS).run(&["check", "--claims", "said.toml"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let odd = HOLDS.replace("id = \"imports\"", "id = \"im\\u001b[2Jports\"");
    let run = desk.write("said.toml", odd).run(&["check", "--claims", "said.toml", "--format", "md"]);
    assert!(run.out.contains("Imports") && is_tame(&run.out), "{}", run.out);
    let run = desk.run(&["check", "--as-of", "2023-03-02"]);
    assert_eq!(run.status, 0, "nothing had been said: {}", run.out);
}

#[test]
fn bad_claims_are_status_2_and_told_by_place() {
    let desk = Desk::new("check-bad");
    for (content, expected) in [
        ("", "said.toml: there is no claim; add a [[claims]] table; see docs/formats.md"),
        ("[[claims]]\nid = ", "said.toml:2:"),
        (
            &HOLDS.replace("\"import\"", "\"imort\""),
            "said.toml:7:14: `imort` is neither a flow nor a function; did you mean `import`?",
        ),
        (&HOLDS.replace("2023-02\"", "2023\""), "said.toml:8:10: 2023 is of another frequency"),
    ] {
        let run = desk.write("said.toml", content).run(&["check", "--claims", "said.toml"]);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{content}");
        assert!(run.err.starts_with(expected), "{}", run.err);
    }
    let run = desk.run(&["check", "--claims", "nowhere.toml"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("nowhere.toml: there is no such file"), "{}", run.err);
}

#[test]
fn json_and_markdown_say_the_same() {
    let desk = Desk::new("check-formats");
    let run = desk.run(&["check", "--format", "json", "--as-of", "2026-10-05"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((json["schema"].as_str(), json["as_of"].as_str()), (Some("tradedeck.check/1"), Some("2026-10-05")));
    let markdown = desk.run(&["check", "--format", "md", "--as-of", "2026-10-05"]).out;
    let claims = json["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 12);
    for claim in claims {
        let row =
            markdown.lines().find(|line| line.starts_with(&format!("| {}", claim["statement"].as_str().unwrap())));
        let row = row.unwrap_or_else(|| panic!("{claim}"));
        for side in ["then", "now"] {
            let verdict = claim[side]["verdict"].as_str().unwrap();
            assert!(row.contains(&format!("| {verdict} |")), "{row}");
            assert!(!claim[side]["inputs"].as_array().unwrap().is_empty() || claim["id"] == "target-2023");
        }
        for found in claim["explanations"].as_array().unwrap() {
            assert_eq!(found["established"], false);
        }
    }
}

#[test]
fn health_lists_findings_with_file_and_line() {
    let desk = Desk::new("check-health");
    let csv = "period,flow,value,unit,released\n2026-01,export,65.85,USD billion,2026-02-01\n2026-01,import,57.11,USD billion,2026-02-01\n2026-01,balance,9.99,USD billion,2026-02-01\n";
    let run = desk.write("trade.csv", csv).run(&["check", "trade.csv", "--health"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let line = "trade.csv:4: error: balance is not exports less imports: 2026-01 balance: 9,990,000,000 printed, \
                exports less imports of the same release are 8,740,000,000: off by 1,250,000,000";
    assert!(run.out.contains(line), "{}", run.out);
    let json: Value =
        serde_json::from_str(&desk.run(&["check", "trade.csv", "--health", "--format", "json"]).out).unwrap();
    assert_eq!((&json["health"][0]["file"], &json["health"][0]["line"]), (&"trade.csv".into(), &4.into()));
    let report: Value = serde_json::from_str(&desk.run(&["report", "trade.csv", "--format", "json"]).out).unwrap();
    let figures = report["health"]["findings"][0]["figures"].as_array().unwrap();
    assert!(figures.contains(&"balance".into()) && !figures.contains(&"working_days".into()), "{figures:?}");
    let plain: Value = serde_json::from_str(&desk.run(&["check", "trade.csv", "--format", "json"]).out).unwrap();
    assert!(plain.get("health").is_none());
}

#[test]
fn the_table_of_the_embedded_claims() {
    let desk = Desk::new("check-golden");
    let then = desk.run(&["check", "--as-of", "2023-03-03"]).out;
    crate::screen::compare("check-2023-03-03", &then);
    crate::screen::compare("check-2026-10-05", &desk.run(&["check", "--as-of", "2026-10-05", "--health"]).out);
    for later in ["2023-04", "2024", "2025", "2026"] {
        assert!(!then.contains(later), "{later} on 3 March 2023:\n{then}");
    }
}

#[test]
fn claims_beside_a_dataset_are_judged_with_its_own() {
    let desk = Desk::new("check-beside");
    desk.write("trade.csv", "period,flow,value,unit\n2026-01,export,658.5,억 달러\n2026-01,import,571.1,억 달러\n");
    let claim = "[[claims]]\nid = \"jan\"\nsaid = \"2026-02-01\"\nstated = \"65.9\"\nunit = \"USD billion\"\n\
                 indicator = \"export\"\nperiod = \"2026-01\"\n";
    desk.write("trade.claims.toml", claim).write("said.toml", claim.replace("65.9", "66.9"));
    let beside = desk.run(&["check", "trade.csv", "--as-of", "2026-03-01"]);
    assert!(beside.status == 0 && beside.out.contains("65.9"), "{beside:?}");
    let named = desk.run(&["check", "trade.csv", "--claims", "said.toml", "--as-of", "2026-03-01"]);
    assert!(named.status == 1 && named.out.contains("66.9") && !named.out.contains("65.9 USD"), "{named:?}");
    // What is wrong with it is said by place; and the dashboard's state reads the same file.
    desk.write("trade.claims.toml", "[[claims]]\nid = 1\n");
    for command in ["check", "report"] {
        let broken = desk.run(&[command, "trade.csv"]);
        assert!(broken.status == 2 && broken.err.contains("trade.claims.toml:2:6"), "{broken:?}");
    }
}
