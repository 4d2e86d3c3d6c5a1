//! `docs/claims.md`: the language is the program's, and the example is judged as it says.

use std::sync::Arc;

use tradedeck::claims::language::{self, function_names};
use tradedeck::claims::words;
use tradedeck::claims::{Verdict, judge_all};
use tradedeck::domain::View;
use tradedeck::import::native::read_claims;

use super::{document, load};

/// The first column of the table under a heading.
fn first_column(heading: &str) -> Vec<String> {
    let text = document("claims.md");
    let section = text.split(heading).nth(1).unwrap().split("\n## ").next().unwrap().to_owned();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| format!("`{}", row.split(" | ").next().unwrap())).collect()
}

#[test]
fn every_form_that_is_listed_is_read_and_every_function_is_listed() {
    let dataset = load("folder", "dataset.toml");
    let mut listed = String::new();
    for cell in first_column("## What a claim speaks of") {
        for form in cell.split('`').skip(1).step_by(2).filter(|form| *form != "( )") {
            let formula = form.replace("< y", "< import").replace("> y", "> import").replace("(x", "(export");
            let formula = formula.replace(", x)", ", export)").replace(", y)", ", import)").replace("x ", "export ");
            let formula = match form {
                "x * y" => "2 * export".to_owned(),
                "export[printed ytd]" => form.to_owned(),
                _ => formula.replace(" y", " import"),
            };
            language::parse(&formula, &mut &*dataset).unwrap_or_else(|fault| panic!("{formula}: {fault:?}"));
            listed.push_str(form);
        }
    }
    for name in function_names() {
        assert!(listed.contains(&format!("{name}(")), "{name} is not in docs/claims.md");
    }
}

#[test]
fn every_verdict_is_listed() {
    let listed = first_column("## How a claim is judged");
    assert_eq!(listed, Verdict::ALL.map(|verdict| format!("`{}`", verdict.code())));
}

#[test]
fn the_example_is_judged_as_the_document_says() {
    let text = document("claims.md");
    let example = text.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let dataset = load("folder", "dataset.toml");
    let statements = read_claims("said.toml", example.as_bytes(), &dataset).unwrap();
    let judged = |as_of: &str| {
        let view = View::new(Arc::clone(&dataset), Some(as_of.parse().unwrap()));
        judge_all(&view, &statements)
    };
    assert!(judged("2024-02-10").is_empty());
    let judgements = judged("2024-02-20");
    let [judgement] = judgements.as_slice() else { panic!("{judgements:?}") };
    assert_eq!((judgement.then.verdict, judgement.now.verdict), (Verdict::Ok, Verdict::Ok));
    assert!(words::computed(&judgement.now, &judgement.statement).starts_with("25.8"));
    assert_eq!(words::stated(&judgement.statement), "more than 25%");
}

/// The claim of the guide is one, and holds.
#[test]
fn the_example_of_the_guide_holds() {
    let text = document("guide.md");
    let example = text.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned();
    let korea = crate::support::korea();
    let statements = read_claims("said.toml", example.as_bytes(), &korea).unwrap();
    let view = View::new(korea, None);
    let judged = judge_all(&view, &statements);
    assert_eq!(
        judged.iter().map(|it| (it.then.verdict, it.now.verdict)).collect::<Vec<_>>(),
        [(Verdict::Ok, Verdict::Ok)]
    );
}
