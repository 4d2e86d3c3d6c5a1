//! What `y` copies: with its evidence, true as a claims file, and safe to paste.

use tradedeck::app::{self, Action};
use tradedeck::claims::{Verdict, judge_all};
use tradedeck::export::copied::{Form, write};
use tradedeck::import::native::read_claims;
use tradedeck::ui::panels;

use crate::support::{korea, report_of, state};

use super::{figure, list, text};

const MORNINGS: [(Option<&str>, Option<&str>); 3] =
    [(Some("2023-03-03"), Some("2023-02")), (None, Some("2026-07")), (None, Some("2026-09"))];

/// Every panel, pasted into a file as it is, is claims that hold.
#[test]
fn what_was_copied_is_a_claims_file_that_holds() {
    for (as_of, month) in MORNINGS {
        let state = state(&korea(), as_of, month);
        let panels = [("balance", 5), ("streaks", 1), ("focus_item", 2), ("targets", 3), ("items", 0), ("partners", 0)];
        for (panel, least) in panels {
            let copied = write(&state, panel, Form::Text);
            if !copied.contains("[[claims]]") {
                assert_eq!(least, 0, "{panel}");
                continue;
            }
            let claims = read_claims("pasted.toml", copied.as_bytes(), &korea());
            let claims = claims.unwrap_or_else(|problems| panic!("{panel}: {problems:?}"));
            assert!(claims.len() >= least, "{panel} {month:?}: {} claims", claims.len());
            for judgement in judge_all(state.view(), &claims) {
                let verdict = judgement.now.verdict;
                assert_eq!(verdict, Verdict::Ok, "{month:?}: {:?}", judgement.statement);
            }
        }
    }
}

/// Runs and targets are claims, too; of the panel of claims these come as they stand, with the verdicts they have there.
#[test]
fn streaks_targets_and_claims_are_claims() {
    let state = state(&korea(), Some("2023-03-03"), Some("2023-02"));
    let streaks = write(&state, "streaks", Form::Text);
    for stated in
        ["stated = \"12\"\nunit = \"months\"\nindicator = \"streak(balance < 0)\"", "stated = \"5\"\nunit = \"months\""]
    {
        assert!(streaks.contains(stated), "{stated}: {streaks}");
    }
    let targets = write(&state, "targets", Form::Text);
    assert!(targets.contains("indicator = \"share(ytd(export), target(export))\""), "{targets}");
    let copied = write(&state, "claims", Form::Text);
    let pasted = judge_all(state.view(), &read_claims("pasted.toml", copied.as_bytes(), &korea()).unwrap());
    let verdicts = |judgements: &[tradedeck::claims::Judgement]| -> Vec<(String, Verdict, Verdict)> {
        judgements.iter().map(|it| (it.statement.id.clone(), it.then.verdict, it.now.verdict)).collect()
    };
    assert_eq!(verdicts(&pasted), verdicts(state.judgements()));
    assert_eq!(pasted.len(), 12);
    let mut unjudged = crate::support::state(&korea(), Some("2023-03-03"), Some("2023-02"));
    unjudged.judge_elsewhere();
    assert_eq!(write(&unjudged, "claims", Form::Text).matches("[[claims]]").count(), 12);
}

/// What is no claim is a remark: the text of any panel is a TOML file.
#[test]
fn every_panel_is_toml() {
    let state = state(&korea(), Some("2023-03-03"), Some("2023-02"));
    for panel in panels::names() {
        let copied = write(&state, panel, Form::Text);
        assert!(toml::from_str::<toml::Table>(&copied).is_ok() && copied.lines().count() > 3, "{panel}: {copied}");
    }
}

#[test]
fn the_text_has_sentence_figures_release_source_vintage_and_series() {
    let state = state(&korea(), Some("2023-03-03"), Some("2023-02"));
    let copied = write(&state, "balance", Form::Text);
    for expected in [
        "# Korea, 2023-02, as known on 2023-03-03; customs basis;",
        "# Balance: ",
        "# balance: -5.3 $bn (provisional; released 2023-03-01; source sanupnews-2023-03; series ",
        "# Source sanupnews-2023-03: ",
        "stated = \"-5.3\"",
    ] {
        assert!(copied.contains(expected), "{expected}: {copied}");
    }
    let report = report_of(&state);
    for entry in list(&report, "figures").iter().filter(|entry| !text(entry, "id").contains("semiconductor")) {
        assert!(copied.contains(&format!("# {}: {}", text(entry, "id"), text(entry, "display"))), "{entry}");
    }
    assert_eq!(text(figure(&report, "balance"), "display"), "-5.3");
}

#[test]
fn tables_as_markdown_and_with_tabs() {
    let state = state(&korea(), None, Some("2026-07"));
    let markdown = write(&state, "items", Form::Markdown);
    assert!(markdown.starts_with("Items: Korea, 2026-07, as known on 2026-10-01. Source: kcs-api.\n"), "{markdown}");
    assert!(markdown.contains("\n| Semiconductors | 41.01 | +178.8% |"), "{markdown}");
    let tsv = write(&state, "items", Form::Tsv);
    assert!(tsv.contains("\nSemiconductors\t41.01\t+178.8%\t"), "{tsv}");
    let widths: Vec<usize> = tsv.lines().skip(1).map(|line| line.split('\t').count()).collect();
    assert!(widths.len() > 20 && widths.windows(2).all(|pair| pair[0] == pair[1]), "{widths:?}");
    assert_eq!([Form::Text.next(), Form::Markdown.next(), Form::Tsv.next()], [Form::Markdown, Form::Tsv, Form::Text]);
}

/// Claims speak of figures as published.
#[test]
fn through_a_lens_there_are_no_claims() {
    let mut state = state(&korea(), None, Some("2026-07"));
    app::update(&mut state, Action::PerDay);
    let copied = write(&state, "balance", Form::Text);
    assert!(copied.contains("(per working day)") && !copied.contains("[[claims]]"), "{copied}");
    assert!(copied.lines().all(|line| line.starts_with('#')), "{copied}");
}
