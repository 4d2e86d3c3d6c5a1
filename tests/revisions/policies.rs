//! Policy measures as of a date.

use tradedeck::domain::{Date, Policy, View};
use tradedeck::indicators::policy::standings;

use crate::support::korea;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn policy(id: &str) -> Policy {
    korea().policies.iter().find(|policy| policy.id == id).unwrap().clone()
}

#[test]
fn the_tax_amendment_from_day_to_day() {
    let act = policy("k-chips-act");
    for (day, status) in [
        ("2023-01-18", None),
        ("2023-01-19", Some("submitted")),
        ("2023-03-03", Some("stalled")),
        ("2023-03-16", Some("review")),
        ("2023-03-29", Some("review")),
        ("2023-03-30", Some("passed")),
        ("2023-03-31", Some("passed")),
    ] {
        assert_eq!(act.status_on(date(day)).map(|event| event.status.as_str()), status, "{day}");
    }
}

#[test]
fn what_was_due_and_has_not_come_about_is_overdue() {
    assert_eq!(policy("advanced-packaging-study").events[0].due, Some(date("2023-12-31")), "a month is due at its end");
    let overdue = |day: &str| -> Vec<String> {
        let view = View::new(korea(), Some(date(day)));
        standings(&view).into_iter().filter(|it| it.overdue).map(|it| it.policy.id.clone()).collect()
    };
    assert!(!overdue("2023-12-31").contains(&"advanced-packaging-study".to_owned()));
    assert!(overdue("2024-01-01").contains(&"advanced-packaging-study".to_owned()), "selected, not passed");
    assert!(!overdue("2024-06-26").contains(&"advanced-packaging-study".to_owned()), "passed");
}

#[test]
fn every_due_date_of_the_file_is_kept() {
    let due = korea().policies.iter().flat_map(|policy| &policy.events).filter(|event| event.due.is_some()).count();
    let file = std::fs::read_to_string(format!("{}/assets/korea/dataset.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert_eq!(due, file.matches("due = \"").count());
    assert!(due >= 8);
}
