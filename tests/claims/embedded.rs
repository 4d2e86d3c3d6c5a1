//! The twelve statements of 3 March 2023, from the data alone.

use tradedeck::claims::{Difference, Evidence, Fit, Judgement, Verdict, words};
use tradedeck::domain::{ObsStatus, Period};

use super::{embedded, judged, view};

const NOW: &str = "2026-10-05";

fn of<'a>(judgements: &'a [Judgement], id: &str) -> &'a Judgement {
    judgements.iter().find(|judgement| judgement.statement.id == id).unwrap()
}

fn evidence(side: &tradedeck::claims::Side) -> &Evidence {
    side.evidence.as_ref().unwrap_or_else(|reason| panic!("{reason:?}"))
}

#[test]
fn the_verdicts_on_both_dates() {
    let expected = [
        ("exports-feb", "OK", "REV"),
        ("imports-feb", "OK", "OK"),
        ("deficit-feb", "OK", "REV"),
        ("deficit-ytd", "ROUND", "REV"),
        ("deficit-ytd-share", "OFF", "OFF"),
        ("deficit-2022", "OFF", "OFF"),
        ("deficit-run", "OK", "OK"),
        ("decline-run", "OK", "OK"),
        ("semi-share", "OFF", "BASE"),
        ("semi-jan", "ROUND", "ROUND"),
        ("semi-feb", "ROUND", "OK"),
        ("target-2023", "OK", "OK"),
    ];
    let judgements = embedded(NOW);
    let found = judgements.iter().map(|judgement| {
        let Judgement { statement, then, now, .. } = judgement;
        assert_eq!(then.as_of, statement.said);
        (statement.id.as_str(), then.verdict.code(), now.verdict.code())
    });
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn the_numbers_and_their_bounds() {
    let judgements = embedded(NOW);
    for (id, then, bounds, now) in [
        ("exports-feb", "50.10", "50.10 to 50.11", "49.99"),
        ("deficit-ytd", "-17.950", "-17.960 to -17.940", "-18.074"),
        ("deficit-ytd-share", "37.56", "37.54 to 37.59", "37.82"),
        ("deficit-2022", "-47.78", "", "-47.78"),
        ("semi-share", "11.90", "11.89 to 11.91", "11.93"),
        ("semi-jan", "-44.55", "-44.62 to -44.48", "-44.55"),
        ("semi-feb", "-42.50", "-42.55 to -42.45", "-42.47"),
        ("target-2023", "685.00", "", "685.00"),
    ] {
        let judgement = of(&judgements, id);
        let stated = judgement.statement.stated.as_ref();
        assert_eq!(words::computed(&judgement.then, &judgement.statement), then, "{id}");
        assert_eq!(words::bounds(evidence(&judgement.then), stated), bounds, "{id}");
        assert_eq!(words::computed(&judgement.now, &judgement.statement), now, "{id}");
    }
}

#[test]
fn the_text_contradicts_itself() {
    let judgements = embedded(NOW);
    let itself = of(&judgements, "deficit-ytd-share").itself.as_ref().unwrap();
    assert_eq!(itself.verdict, Verdict::Off);
    assert_eq!(evidence(itself).evaluation.value.rounded(2), 4204);
    assert_eq!(of(&judgements, "deficit-feb").itself.as_ref().unwrap().verdict, Verdict::Round);
}

#[test]
fn thirty_nine_percent_is_that_of_the_twenty_day_release() {
    let judgements = embedded(NOW);
    let [found] = of(&judgements, "deficit-ytd-share").explanations.as_slice() else { panic!() };
    assert_eq!((&found.difference, found.as_of.to_string().as_str()), (&Difference::Flash, "2023-02-21"));
    assert_eq!(found.evaluation.value.rounded(1), 391);
    let view = view(NOW);
    let said = words::explanation(found, &of(&judgements, "deficit-ytd-share").statement, view.dataset());
    assert!(said.contains(words::not_established()), "{said}");
}

#[test]
fn the_deficit_of_2022_looks_like_two_digits_exchanged() {
    let judgements = embedded(NOW);
    let [printed, months] = of(&judgements, "deficit-2022").explanations.as_slice() else { panic!() };
    for found in [printed, months] {
        assert_eq!(found.difference, Difference::Transposed);
        assert_eq!(found.corrected.as_ref().unwrap().printed, "-47.2");
        assert!(found.as_of < "2023-02-15".parse().unwrap(), "not in the settled figures");
    }
    assert_eq!((printed.fit, printed.as_of.to_string().as_str()), (Fit::Reproduced, "2023-01-01"));
    assert_eq!(printed.evaluation.value.num(), -47_200_000_000);
}

#[test]
fn a_fifth_fits_another_year_and_no_classification_that_was_known() {
    let judgements = embedded(NOW);
    let judgement = of(&judgements, "semi-share");
    let [found] = judgement.explanations.as_slice() else { panic!("{:?}", judgement.explanations) };
    assert_eq!((&found.difference, found.period), (&Difference::Window, Period::month(2021, 12)));
    assert_eq!(found.evaluation.value.rounded(1), 199);
    assert!(!evidence(&judgement.then).fits_loosely(), "11.9 is no fifth either way");
    assert!(!judgement.statement.period_stated);
}

#[test]
fn twelve_months_hang_on_march_2022_and_the_vintage() {
    let judgements = embedded(NOW);
    let [hinge] = of(&judgements, "deficit-run").hinges.as_slice() else { panic!() };
    assert_eq!(hinge.period, Period::month(2022, 3));
    let values: Vec<(String, i128)> =
        hinge.steps.iter().map(|(date, value)| (date.to_string(), value.num() / 10_000_000)).collect();
    let step = |date: &str, value| (date.to_owned(), value);
    let expected = [step("2022-04-01", -14), step("2022-04-15", -12), step("2022-06-01", 21), step("2023-02-15", -2)];
    assert_eq!(values, expected);
    let run = |as_of: &str, said: &str, period: &str| {
        let lines = format!(
            "said = \"{said}\"\nstated = \"12\"\nunit = \"months\"\nindicator = \"streak(balance < 0)\"\nperiod = \"{period}\""
        );
        evidence(&judged(&view(as_of), &lines).now).evaluation.value.num()
    };
    assert_eq!(run("2023-01-15", "2023-01-15", "2022-12"), 9, "since April, as the ministry counted then");
    assert_eq!(run("2023-02-14", "2023-02-14", "2023-01"), 10);
    assert_eq!(run("2023-02-15", "2023-02-15", "2023-01"), 11, "since March");
}

#[test]
fn nothing_newer_than_the_date_is_used() {
    for as_of in ["2023-03-03", "2023-06-15", "2024-12-31"] {
        let view = view(as_of);
        for judgement in embedded(as_of) {
            let sides = [&judgement.then, &judgement.now].into_iter().filter_map(|side| side.evidence.as_ref().ok());
            let cells = sides.flat_map(|evidence| &evidence.evaluation.cells);
            let explained = judgement.explanations.iter().flat_map(|found| &found.evaluation.cells);
            for id in cells.chain(explained).flat_map(|cell| &cell.observations) {
                let observation = view.dataset().observation(*id);
                assert!(observation.release.is_known_on(view.as_of()), "{as_of}: {}", judgement.statement.id);
            }
            assert!(judgement.history.iter().all(|step| step.from <= view.as_of()));
        }
    }
    assert!(embedded("2023-03-02").is_empty(), "not yet said");
}

#[test]
fn estimates_are_said() {
    let judgements = embedded(NOW);
    let judgement = of(&judgements, "semi-feb");
    assert_eq!(evidence(&judgement.then).evaluation.status, ObsStatus::Estimated);
    let remarks = words::remarks(judgement, view(NOW).dataset());
    assert!(
        remarks.iter().any(|line| line.contains(
            "rests on estimates, perhaps worked out from the very number stated: export:semiconductors 2022-02"
        )),
        "{remarks:?}"
    );
}

#[test]
fn a_target_is_known_from_its_announcement_and_has_an_outcome() {
    let lines = "said = \"2023-02-22\"\nstated = \"680\"\nunit = \"USD billion\"\nindicator = \"target(export)\"\nperiod = \"2023-12\"";
    let judgement = judged(&view(NOW), lines);
    assert_eq!((judgement.then.verdict, judgement.now.verdict), (Verdict::Ok, Verdict::Rev), "raised the day after");
    assert_eq!(judgement.outcome.unwrap().value.num() / 100_000_000, 6322);
    assert!(judged(&view("2023-12-31"), lines).outcome.is_none(), "the year is not complete");
}
