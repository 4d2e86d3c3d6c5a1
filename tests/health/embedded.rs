//! The embedded figures: what is found there is true, and one wrong digit is found at once.

use std::borrow::Cow;
use std::sync::Arc;

use tradedeck::domain::{Flow, Problem, SeriesKey, View};
use tradedeck::import::{self, Files, embedded::Embedded};
use tradedeck::indicators::health::{Check, Severity, inspect};

use crate::support::korea;

#[test]
fn nothing_contradicts_itself_and_the_oddities_are_real() {
    let view = View::new(korea(), Some("2026-10-05".parse().unwrap()));
    let findings = inspect(&view);
    let of = |check: Check| -> Vec<String> {
        let found = findings.iter().filter(|finding| finding.check == check);
        found.map(|it| format!("{} {}", it.period, view.dataset().series_name(it.key))).collect()
    };
    assert!(findings.iter().all(|finding| finding.severity() == Severity::Warning), "{findings:#?}");
    // The crises of 1998 and 2008.
    assert_eq!(of(Check::Outlier), ["2008-11 export", "2008-11 import", "2008-10 import", "1998-01 import"]);
    // Exports are known to September 2026, imports were not found behind July.
    assert!(of(Check::Late).contains(&"2026-08 import".to_owned()));
    assert!(of(Check::Late).iter().all(|late| late.contains("import")));
    // Chips were printed now and then before 2021.
    assert!(of(Check::Gap).iter().all(|gap| gap.as_str() < "2021" && gap.ends_with("export:semiconductors")));
    // Whole years were printed with revisions of months that were not printed themselves.
    let years = of(Check::YearToDate);
    assert!(
        years.contains(&"2022-12 import:ytd".to_owned()) && years.iter().all(|year| year.contains("-12 ")),
        "{years:?}"
    );
    let counted = [Check::Outlier, Check::Late, Check::Gap, Check::YearToDate].map(|check| of(check).len());
    assert_eq!(findings.len(), counted.iter().sum::<usize>());
}

#[test]
fn no_morning_finds_a_contradiction() {
    for as_of in ["1995-06-01", "2010-03-01", "2021-12-15", "2022-06-01", "2023-03-03", "2024-07-20", "2026-01-15"] {
        let findings = inspect(&View::new(korea(), Some(as_of.parse().unwrap())));
        // Of some months of 2021 no first release was found: until they were settled they were not known.
        let is_real =
            |gap: &tradedeck::indicators::health::Finding| gap.check == Check::Gap && gap.period.year() == 2021;
        let errors: Vec<_> =
            findings.iter().filter(|finding| finding.severity() == Severity::Error && !is_real(finding)).collect();
        assert!(errors.is_empty(), "{as_of}: {errors:?}");
    }
}

/// The embedded files with one line replaced.
pub struct Corrupted {
    pub line: usize,
    pub text: String,
}

impl Files for Corrupted {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let bytes = Embedded.read(name)?;
        if name != "totals.csv" {
            return Ok(bytes);
        }
        let text = String::from_utf8(bytes.into_owned()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines[self.line - 1] = &self.text;
        Ok(Cow::Owned(lines.join("\n").into_bytes()))
    }
}

#[test]
fn one_cell_off_by_one_dollar_is_named_by_line() {
    let text = String::from_utf8(Embedded.read("totals.csv").unwrap().into_owned()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let exact = |flow: &str| {
        lines.iter().position(|line| line.starts_with(&format!("2022-03,,{flow},,,")) && line.contains(",USD,"))
    };
    for flow in ["export", "import", "balance"] {
        let at = exact(flow).unwrap();
        let mut cells: Vec<String> = lines[at].split(',').map(str::to_owned).collect();
        cells[5] = (cells[5].parse::<i64>().unwrap() + 1).to_string();
        let dataset =
            Arc::new(import::load(&Corrupted { line: at + 1, text: cells.join(",") }, "dataset.toml").unwrap());
        let view = View::new(Arc::clone(&dataset), None);
        let findings = inspect(&view);
        let [finding] = &findings.iter().filter(|it| it.check == Check::BalanceIdentity).collect::<Vec<_>>()[..] else {
            panic!("{flow}: {findings:?}")
        };
        assert_eq!((finding.found - finding.expected).abs(), 1, "{flow}");
        assert_eq!(finding.place(&dataset), Some(("totals.csv", exact("balance").unwrap() as u32 + 1)));
        let lines: Vec<u32> = finding.observations.iter().map(|id| dataset.observation(*id).origin.line).collect();
        assert!(lines.contains(&(at as u32 + 1)), "{flow}: {lines:?}");
        let balance = view.vintage(SeriesKey::total(Flow::Balance));
        assert!(finding.touches(balance.reading(finding.period).unwrap().inputs(), &dataset));
    }
}
