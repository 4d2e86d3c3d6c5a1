//! Every sentence, read back: each claim in it is looked up in the bare series and must be true there, and
//! each number must be the figure at the precision shown.
//!
//! A gap is taken at its worst: what is not known may have been anything.

use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Frequency, Period};
use tradedeck::ui::format::{NumberStyle, ordinal, period, period_long, period_word, periods_word};
use tradedeck::ui::panels;
use tradedeck::ui::sentences::Wording;

use super::support::Memory;

/// Exports, imports and the focus item in millions; whether they are provisional.
#[derive(Debug, Clone, Copy)]
struct Row {
    exports: Option<i64>,
    imports: Option<i64>,
    item: Option<i64>,
    provisional: bool,
}

/// A made-up history and what is needed to check sentences on its last period.
#[derive(Debug)]
struct History {
    first: Period,
    rows: Vec<Row>,
    target: i64,
}

impl History {
    fn state(&self) -> Option<State> {
        let mut csv = String::from("period,flow,item,value,unit,status\n");
        for (n, row) in self.rows.iter().enumerate() {
            let (period, status) = (self.at(n), if row.provisional { "P" } else { "A" });
            for (flow, item, value) in
                [("export", "", row.exports), ("import", "", row.imports), ("export", "chips", row.item)]
            {
                if let Some(value) = value {
                    let _ = writeln!(csv, "{period},{flow},{item},{value},USD million,{status}");
                }
            }
        }
        let last = self.at(self.rows.len() - 1);
        let toml = format!(
            "format = 1\n[dataset]\nname = \"X\"\nfiles = [\"a.csv\"]\nfocus_item = \"chips\"\n\
             [[items]]\nid = \"chips\"\nname = \"Chips\"\n\
             [[targets]]\nid = \"t\"\nyear = {}\nvalue = \"{}\"\nunit = \"USD million\"\nannounced = \"1990-01-01\"\n",
            last.year(),
            self.target
        );
        let files = Memory(vec![("a.toml".into(), toml), ("a.csv".into(), csv)]);
        let dataset = tradedeck::import::load(&files, "a.toml").ok()?;
        State::new(Arc::new(dataset), None, Some(last), panels::names(), Range::All)
    }

    fn at(&self, index: usize) -> Period {
        self.first.plus(index as i32)
    }
}

/// A series up to the period looked at, the last being that period.
struct Series {
    first: Period,
    values: Vec<Option<i64>>,
}

impl Series {
    fn new(history: &History, until: Period, of: impl Fn(&Row) -> Option<i64>) -> Series {
        let count = until.since(history.first) as usize + 1;
        Series { first: history.first, values: history.rows[..count].iter().map(of).collect() }
    }

    fn get(&self, back: usize) -> Option<i64> {
        let index = self.values.len().checked_sub(back + 1)?;
        self.values[index]
    }

    fn now(&self) -> Option<i64> {
        self.get(0)
    }

    fn period(&self, back: usize) -> Period {
        self.first.plus(self.values.len() as i32 - 1 - back as i32)
    }

    /// How far back the period lies that is called so.
    fn back_of(&self, name: &str, naming: impl Fn(Period) -> String) -> Option<usize> {
        (0..self.values.len()).find(|back| naming(self.period(*back)) == name)
    }

    /// True where nothing is missing from the first value on.
    fn is_whole(&self) -> bool {
        self.values.iter().skip_while(|value| value.is_none()).all(Option::is_some)
    }

    fn before(&self) -> impl Iterator<Item = i64> {
        self.values[..self.values.len() - 1].iter().flatten().copied()
    }

    /// The last `count` periods all pass, and the one before is known not to (if `bounded`).
    fn runs(&self, count: usize, bounded: bool, passes: impl Fn(&Series, usize) -> Option<bool>) -> bool {
        let all = count > 0 && (0..count).all(|back| passes(self, back) == Some(true));
        all && (!bounded || passes(self, count) == Some(false))
    }
}

/// `$12.3bn` of millions.
fn money(millions: i128) -> String {
    let tenths = rounded(millions.abs(), 100);
    format!("${}.{}bn", tenths / 10, tenths % 10)
}

/// The sizes that `100 * num / den` percent may be shown as, without a sign.
fn percent(num: i128, den: i128) -> String {
    let tenths = rounded(num.abs() * 1000, den.abs());
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn rounded(num: i128, den: i128) -> i128 {
    (2 * num + den) / (2 * den)
}

/// What follows `start`.
fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    text.split_once(start).map(|(_, rest)| rest)
}

/// What stands between two texts.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = after(text, start)?;
    Some(rest.split_once(end).map_or(rest, |(inside, _)| inside))
}

/// The number that an ordinal word names.
fn number(ordinal_word: &str) -> usize {
    (1..2000).find(|n| ordinal(*n) == ordinal_word).unwrap_or_else(|| panic!("`{ordinal_word}`")) as usize
}

fn sign_is(sign: i64) -> impl Fn(&Series, usize) -> Option<bool> {
    move |series, back| series.get(back).map(|value| value.signum() == sign)
}

/// On the period a year before.
fn moved(sign: i64, per_year: usize) -> impl Fn(&Series, usize) -> Option<bool> {
    move |series, back| Some((series.get(back)? - series.get(back + per_year)?).signum() == sign)
}

/// `rose 3.4%`, `fell 3.4%`, `were unchanged`: the words for a change, checked.
fn check_change(words: &str, now: i64, before: i64) {
    let change = i128::from(now) - i128::from(before);
    let shown = percent(change, i128::from(before).max(1));
    let verb = if change > 0 { "rose" } else { "fell" };
    if words.starts_with("were unchanged") {
        assert!(before > 0 && shown == "0.0%", "`{words}` for {before} to {now}");
    } else if let Some(times) = words.strip_prefix("rose x") {
        let times: i128 = times.split(' ').next().unwrap_or("").parse().unwrap();
        assert!(change > 0 && times == rounded(i128::from(now), i128::from(before)), "`{words}` for {before} to {now}");
    } else {
        assert!(words.starts_with(&format!("{verb} {shown}")), "`{words}` for {before} to {now}: {verb} {shown}");
        assert!(shown != "0.0%", "`{words}`");
    }
}

fn check_exports(clause: &str, exports: &Series, per_year: usize) {
    let Some(now) = exports.now() else {
        assert!(!clause.contains("xports rose") && !clause.contains("xports fell"), "{clause}");
        return;
    };
    let shown = money(i128::from(now));
    assert!(clause.contains(&shown), "{shown}: {clause}");
    match exports.get(per_year) {
        Some(before) if before > 0 => check_change(after(clause, "Exports ").unwrap(), now, before),
        _ => assert!(clause.starts_with(&format!("Exports were {shown}")), "{clause}"),
    }
    let word = period_word(exports.first.frequency());
    let above = exports.before().filter(|value| *value > now).count();
    let alike = exports.before().filter(|value| *value == now).count();
    for (claim, rank) in [("the highest", 0), ("the second-highest", 1), ("the third-highest", 2)] {
        if clause.contains(&format!("{claim} {word} on record")) {
            assert!(above == rank && alike == 0 && exports.is_whole(), "{clause}\n{:?}", exports.values);
        }
    }
    if let Some(name) = after(clause, "the highest for any ") {
        assert!(name.starts_with(&period_long(exports.period(0)).split(' ').next().unwrap()[..1]), "{clause}");
        let same: Vec<Option<i64>> = exports.values.iter().rev().step_by(per_year).copied().collect();
        let start = exports.values.iter().position(Option::is_some).unwrap();
        let known = same
            .iter()
            .enumerate()
            .all(|(n, value)| value.is_some() || exports.values.len() - 1 - n * per_year < start);
        assert!(known && same[1..].iter().flatten().all(|value| *value < now), "{clause}\n{:?}", exports.values);
    }
    if let Some(words) = between(clause, "at least the ", " fall in a row") {
        assert!(exports.runs(number(words), false, moved(-1, per_year)), "{clause}\n{:?}", exports.values);
    } else if let Some(words) = between(clause, ", the ", " fall in a row").filter(|_| clause.contains("fall in a row"))
    {
        let words = words.rsplit(", the ").next().unwrap();
        assert!(exports.runs(number(words), true, moved(-1, per_year)), "{clause}\n{:?}", exports.values);
    }
}

fn check_imports(clause: &str, imports: &Series, per_year: usize) {
    let now = imports.now().unwrap();
    let shown = money(i128::from(now));
    match imports.get(per_year) {
        Some(before) if before > 0 => {
            check_change(clause.strip_prefix("Imports ").unwrap(), now, before);
            assert!(clause.ends_with(&shown), "{shown}: {clause}");
        }
        _ => assert_eq!(clause, format!("Imports were {shown}")),
    }
}

fn check_balance_clause(clause: &str, balance: &Series) {
    let values = &balance.values;
    let Some(now) = balance.now() else {
        assert!(clause.to_lowercase().starts_with("no balance: "), "{clause}");
        return;
    };
    if now == 0 {
        assert!(clause.to_lowercase().starts_with("exports and imports were equal"), "{clause}");
        return;
    }
    let (word, other) = if now > 0 { ("surplus", "deficit") } else { ("deficit", "surplus") };
    let shown = money(i128::from(now));
    let sign = now.signum();
    let place = clause.strip_prefix(&format!("the {word} ")).unwrap_or_else(|| panic!("{clause} for {now}"));
    if let Some(rest) = place.strip_prefix("was ") {
        assert!(rest.starts_with(&shown), "{clause}");
        return;
    }
    let place = place.strip_prefix(&format!("of {shown} ")).unwrap_or_else(|| panic!("{shown}: {clause}"));
    let place = place.trim_end_matches('.');
    let periods = periods_word(balance.first.frequency());
    if let Some(words) = between(place, "is at least the ", " in a row") {
        let count = number(words);
        assert!(balance.runs(count, false, sign_is(sign)) && balance.get(count).is_none(), "{clause}\n{values:?}");
        assert!(count > 1, "{clause}");
    } else if let Some(since) = after(place, "is the first since ") {
        let back = balance.back_of(since, period_long).unwrap_or_else(|| panic!("{clause}\n{values:?}"));
        let same = |back| balance.get(back).map(|value: i64| value.signum() == sign);
        assert!(back > 1 && same(back) == Some(true), "{clause}\n{values:?}");
        assert!((1..back).all(|back| same(back) == Some(false)), "{clause}\n{values:?}");
    } else if let Some(words) = between(place, "is the ", " in a row") {
        assert!(balance.runs(number(words), true, sign_is(sign)), "{clause}\n{values:?}");
        assert!(number(words) > 1, "{clause}");
    } else if let Some(words) = place.strip_prefix("ends ") {
        let (count, rest) = words.split_once(' ').unwrap();
        assert_eq!(rest, format!("{periods} of {other}"), "{clause}");
        let count: usize = count.parse().unwrap();
        let opposite = |back| balance.get(back).map(|value| value.signum() == -sign);
        assert!((1..=count).all(|back| opposite(back) == Some(true)), "{clause}\n{values:?}");
        assert_eq!(opposite(count + 1), Some(false), "{clause}\n{values:?}");
    } else {
        panic!("unknown claim: {clause}");
    }
}

fn check_balance_sentence(sentence: &str, balance: &Series) {
    let values = &balance.values;
    let Some(now) = balance.now() else {
        assert!(sentence.starts_with("No balance: "), "{sentence}");
        return;
    };
    if now == 0 {
        assert_eq!(sentence, "Exports and imports were equal");
        return;
    }
    let word = if now > 0 { "Surplus" } else { "Deficit" };
    let head = format!("{word} of {}", money(i128::from(now)));
    let rest = sentence.strip_prefix(&head).unwrap_or_else(|| panic!("{head}: {sentence}"));
    let beyond = |value: i64| if now > 0 { value > now } else { value < now };
    if rest.is_empty() {
    } else if let Some(year) = rest.strip_prefix(", the largest since the data start in ") {
        let start = values.iter().position(Option::is_some).unwrap();
        assert_eq!(year, balance.first.plus(start as i32).year().to_string(), "{sentence}");
        let largest = balance.before().all(|value| !beyond(value) && value != now);
        assert!(balance.is_whole() && largest && balance.before().count() > 0, "{sentence}\n{values:?}");
    } else if let Some(words) = rest.strip_prefix(", second only to ") {
        let (name, amount) = words.trim_end_matches(')').split_once(" (").unwrap();
        let back = balance.back_of(name, period_long).unwrap();
        assert_eq!(amount, money(i128::from(balance.get(back).unwrap())), "{sentence}");
        let higher: Vec<i64> = balance.before().filter(|value| *value >= now).collect();
        assert!(
            balance.is_whole() && higher == [balance.get(back).unwrap()] && higher[0] > now,
            "{sentence}\n{values:?}"
        );
    } else if let Some(name) = rest.strip_prefix(", the largest since ") {
        let back = balance.back_of(name, period_long).unwrap();
        assert!(beyond(balance.get(back).unwrap()), "{sentence}\n{values:?}");
        let less = |back| balance.get(back).is_some_and(|value| !beyond(value) && value != now);
        assert!((1..back).all(less), "{sentence}\n{values:?}");
    } else if let Some(words) = rest.strip_prefix(", after ") {
        let before = balance.get(1).unwrap();
        let (amount, name) = words.split_once(" in ").unwrap();
        assert_eq!(name, period(balance.period(1)), "{sentence}");
        let same = before.signum() == now.signum();
        let expected = match (before.signum(), same) {
            (0, _) => "a balance of zero".to_owned(),
            (_, true) => money(i128::from(before)),
            (1, false) => format!("a surplus of {}", money(i128::from(before))),
            _ => format!("a deficit of {}", money(i128::from(before))),
        };
        assert_eq!(amount, expected, "{sentence}\n{values:?}");
    } else {
        panic!("unknown claim: {sentence}");
    }
}

/// Ends (as periods back) and lengths of all earlier runs of a sign, newest first.
fn earlier_runs(balance: &Series, sign: i64, skip: usize) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for back in skip..balance.values.len() {
        if balance.get(back).map(i64::signum) != Some(sign) {
            continue;
        }
        match runs.last_mut() {
            Some((end, length)) if *end + *length == back => *length += 1,
            _ => runs.push((back, 1)),
        }
    }
    runs
}

fn check_streaks(sentence: &str, balance: &Series, latest_is_provisional: bool) {
    let values = &balance.values;
    let Some(now) = balance.now() else {
        assert!(sentence.starts_with("No run: ") || sentence.contains("is not known yet"), "{sentence}");
        if let Some((count, rest)) = sentence.split_once(' ').filter(|_| sentence.contains(" to ")) {
            let (noun, rest) = rest.split_once(" to ").unwrap();
            let back = balance.back_of(rest.split_once(';').unwrap().0, period).unwrap();
            let sign = if noun.starts_with("deficit") { -1 } else { 1 };
            let count: usize = count.parse().unwrap();
            let all = (back..back + count).all(|back| balance.get(back).map(i64::signum) == Some(sign));
            assert!(all && (count == 1) == (noun == "deficit" || noun == "surplus"), "{sentence}\n{values:?}");
        }
        return;
    };
    if now == 0 {
        assert_eq!(sentence, "No run: exports and imports were equal");
        return;
    }
    let sign = now.signum();
    let (one, many) = if now > 0 { ("surplus", "surpluses") } else { ("deficit", "deficits") };
    let sentence_was = sentence;
    let sentence = match sentence.strip_suffix(", latest provisional") {
        Some(sentence) => {
            assert!(latest_is_provisional, "{sentence_was}");
            sentence
        }
        None => sentence.strip_suffix(", partly provisional").unwrap_or(sentence),
    };
    if let Some(rest) = sentence.strip_prefix(&format!("First {one}")) {
        assert!(balance.runs(1, true, sign_is(sign)), "{sentence}\n{values:?}");
        if let Some(year) = rest.strip_prefix(" since the data start in ") {
            let start = values.iter().position(Option::is_some).unwrap();
            assert_eq!(year, balance.first.plus(start as i32).year().to_string(), "{sentence}\n{values:?}");
            assert!(balance.is_whole() && earlier_runs(balance, sign, 1).is_empty(), "{sentence}\n{values:?}");
        } else if let Some(name) = rest.strip_prefix(" since ") {
            let back = balance.back_of(name, period).unwrap();
            assert_eq!(balance.get(back).map(i64::signum), Some(sign), "{sentence}\n{values:?}");
            let none = (1..back).all(|back| balance.get(back).is_some_and(|value| value.signum() != sign));
            assert!(back > 1 && none, "{sentence}\n{values:?}");
        } else {
            panic!("unknown claim: {sentence}");
        }
        return;
    }
    if sentence.starts_with(&format!("A {one}")) {
        let none_before = balance.get(1).map(|value| value.signum() != sign);
        let expected = if sentence.contains("before is not known") { None } else { Some(true) };
        assert_eq!(none_before, expected, "{sentence}\n{values:?}");
        return;
    }
    if let Some(rest) = sentence.strip_prefix("At least ") {
        let count: usize = rest.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(rest, format!("{count} {many} in a row"), "{sentence}");
        assert!(count > 1 && balance.runs(count, false, sign_is(sign)) && balance.get(count).is_none(), "{sentence}");
        return;
    }
    let count: usize = sentence.split(' ').next().unwrap().parse().unwrap();
    let rest = sentence.strip_prefix(&format!("{count} {many} in a row")).unwrap();
    assert!(balance.runs(count, true, sign_is(sign)), "{sentence}\n{values:?}");
    let runs = earlier_runs(balance, sign, count);
    if rest == ", the longest run on record" {
        assert!(balance.is_whole() && runs.iter().all(|(_, length)| *length < count), "{sentence}\n{values:?}");
    } else if let Some(year) = rest.strip_prefix(", the longest run since ") {
        let longer = runs.iter().find(|(_, length)| *length >= count).unwrap();
        assert!(longer.1 > count && balance.period(longer.0).year().to_string() == year, "{sentence}\n{values:?}");
        assert!((0..longer.0).all(|back| balance.get(back).is_some()), "{sentence}\n{values:?}");
    } else if let Some(name) = rest.strip_prefix(", as many as to ") {
        let back = balance.back_of(name, period).unwrap();
        assert!(runs.contains(&(back, count)), "{sentence}\n{values:?}");
    } else {
        assert!(rest.is_empty(), "unknown claim: {sentence}");
    }
}

fn check_exports_run(sentence: &str, exports: &Series, per_year: usize) {
    let rest = sentence.strip_prefix("Exports: ").unwrap();
    let at_least = rest.starts_with("at least ");
    let rest = rest.trim_start_matches("at least ");
    let count: usize = rest.split(' ').next().unwrap().parse().unwrap();
    let sign = if rest.contains("falling") { -1 } else { 1 };
    assert!(exports.runs(count, !at_least, moved(sign, per_year)) && count > 1, "{sentence}\n{:?}", exports.values);
    if sentence.contains("longest on record") {
        let passes = moved(sign, per_year);
        let mut length = 0;
        for back in count..exports.values.len() {
            length = if passes(exports, back) == Some(true) { length + 1 } else { 0 };
            assert!(length < count && exports.is_whole(), "{sentence}\n{:?}", exports.values);
        }
    }
}

fn check_ender(sentence: &str, exports: &Series, imports: &Series, sign: i64) {
    let (exports, imports) = (exports.now().unwrap(), imports.now().unwrap());
    let verb = if sign < 0 { "pass" } else { "fall to" };
    let expected = format!("Ends if exports {verb} {} at these imports (", money(i128::from(imports)));
    let rest = sentence.strip_prefix(&expected).unwrap_or_else(|| panic!("{expected}: {sentence}"));
    let change = i128::from(imports - exports);
    if !rest.starts_with('x') {
        let shown = percent(change, i128::from(exports));
        let sign = match change.signum() {
            _ if shown == "0.0%" => "",
            1 => "+",
            _ => "-",
        };
        assert_eq!(rest, format!("{sign}{shown})"), "{sentence}");
    }
}

fn check_focus(sentence: &str, item: &Series, exports: &Series, per_year: usize) {
    let (Some(now), Some(total)) = (item.now(), exports.now().filter(|total| *total > 0)) else {
        assert_eq!(sentence, format!("Chips: no figure for {}", period_long(exports.period(0))));
        return;
    };
    let share = percent(i128::from(now), i128::from(total));
    let head = format!("Chips are {share} of exports");
    let rest = sentence.strip_prefix(&head).unwrap_or_else(|| panic!("{head}: {sentence}"));
    let (change, without) = rest.split_once("; without them exports ").map_or((rest, None), |(a, b)| (a, Some(b)));
    let before = item.get(per_year).zip(exports.get(per_year).filter(|total| *total > 0));
    match before {
        None => assert_eq!(change, "", "{sentence}"),
        Some((item_before, total_before)) => {
            let (a, b) = (i128::from(now), i128::from(total));
            let (c, d) = (i128::from(item_before), i128::from(total_before));
            let change_of = a * d - c * b;
            let points = percent(change_of, b * d);
            let points = points.trim_end_matches('%');
            let expected = match change_of.signum() {
                _ if points == "0.0" => ", as a year earlier".to_owned(),
                1 => format!(", up {points} points in a year"),
                _ => format!(", down {points} points in a year"),
            };
            assert_eq!(change, expected, "{sentence}");
        }
    }
    if let Some(words) = without {
        let (item_before, total_before) = (item.get(per_year).unwrap(), exports.get(per_year).unwrap());
        check_change(words, total - now, total_before - item_before);
    }
}

fn check_targets(sentence: &str, exports: &Series, target: i64) {
    let now = exports.period(0);
    let (elapsed, per_year) = (now.index() as usize, now.frequency().per_year() as usize);
    let goal = format!("${}bn", rounded(i128::from(target), 1000));
    let done: Option<i64> = (0..elapsed).map(|back| exports.get(back)).sum();
    let Some(done) = done else {
        assert_eq!(sentence, format!("The year to date is incomplete, so the pace for {goal} cannot be told"));
        return;
    };
    let remaining = target - done;
    let sentence = sentence.trim_end_matches(" (provisional)");
    if remaining <= 0 {
        assert_eq!(sentence, format!("The target of {goal} is reached"));
        return;
    }
    let left = (per_year - elapsed) as i128;
    if left == 0 {
        assert_eq!(sentence, format!("The target of {goal} was missed by {}", money(i128::from(remaining))));
        return;
    }
    // The mean share of the year that was done by now in up to three complete years.
    let year = |years: usize, part: usize| -> Option<i64> {
        let december = elapsed + per_year * (years - 1);
        (0..part).map(|n| exports.get(december + per_year - 1 - n)).sum()
    };
    let shares: Vec<f64> = (1..=3)
        .map_while(|years| Some((year(years, elapsed)?, year(years, per_year).filter(|whole| *whole > 0)?)))
        .map(|(part, whole)| part as f64 / whole as f64)
        .collect();
    let pace = shares.iter().sum::<f64>() / shares.len() as f64 * target as f64;
    let (stand, rest) = sentence.split_once(&goal).unwrap_or_else(|| panic!("{goal}: {sentence}"));
    let gap = done as f64 - pace;
    match stand {
        "Ahead of the pace for " => assert!(shares.len() > 1 && gap > -1e-3, "{sentence}: {gap}"),
        "Behind the pace for " => assert!(shares.len() > 1 && gap < 1e-3, "{sentence}: {gap}"),
        "On the pace for " => assert!(shares.len() > 1 && gap.abs() < 1e-3, "{sentence}: {gap}"),
        "For " => assert!(shares.len() < 2, "{sentence}"),
        _ => panic!("unknown claim: {sentence}"),
    }
    let each = rounded(i128::from(remaining), 100 * left);
    let head = format!(": ${}.{}bn a {} needed", each / 10, each % 10, period_word(now.frequency()));
    let rest = rest.strip_prefix(&head).unwrap_or_else(|| panic!("{head}: {sentence}"));
    let last: Option<i64> = year(1, per_year).zip(year(1, elapsed)).map(|(whole, part)| whole - part);
    match last.filter(|last| *last > 0) {
        None => assert_eq!(rest, "", "{sentence}"),
        Some(last) if !rest.starts_with(", x") => {
            let shown = percent(i128::from(remaining - last), i128::from(last));
            let expected = match (remaining - last).signum() {
                _ if shown == "0.0%" => ", as much as last year".to_owned(),
                1 => format!(", {shown} above last year"),
                _ => format!(", {shown} below last year"),
            };
            assert_eq!(rest, expected, "{sentence}");
        }
        Some(last) => assert!(remaining > 10 * last, "{sentence}"),
    }
}

fn value() -> impl Strategy<Value = Option<i64>> {
    // Few values make ties and equal sides, many make records; some round to nothing.
    prop_oneof![
        12 => (0_i64..12).prop_map(|n| Some(n * 1000)),
        12 => (1000_i64..90_000).prop_map(Some),
        4 => (49_900_i64..50_100).prop_map(Some),
        1 => Just(None),
    ]
}

fn row() -> impl Strategy<Value = Row> {
    (value(), value(), prop::bool::weighted(0.15), 0_i64..40).prop_map(|(exports, imports, provisional, part)| Row {
        exports,
        imports,
        item: exports.map(|exports| exports * part / 100).filter(|_| part > 0),
        provisional,
    })
}

/// Long spells of one sign, so that runs are compared with each other.
fn spells() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((1_usize..9, any::<bool>(), row()), 2..12).prop_map(|spells| {
        let spell = |(length, surplus, row): (usize, bool, Row)| {
            let base = row.exports.unwrap_or(30_000).max(500);
            (0..length as i64).map(move |n| {
                let other = base + 500 + n * 13;
                let (exports, imports) = if surplus { (other, base) } else { (base, other) };
                Row { exports: Some(exports), imports: Some(imports), item: Some(exports / 5), ..row }
            })
        };
        let mut rows: Vec<Row> = spells.iter().copied().flat_map(spell).collect();
        // Some of them have a hole.
        if let Some((length, _, row)) = spells.first().filter(|spell| spell.2.provisional) {
            let at = (length * 5) % rows.len();
            rows[at].imports = row.imports.filter(|imports| imports % 2 == 0);
        }
        rows
    })
}

fn history() -> impl Strategy<Value = History> {
    let first = prop_oneof![
        4 => (1_u32..=12).prop_map(|month| Period::month(2000, month)),
        1 => (1_u32..=4).prop_map(|quarter| Period::quarter(2000, quarter)),
        1 => Just(Period::annual(1990)),
    ];
    let rows =
        prop_oneof![3 => prop::collection::vec(row(), 1..60), 2 => spells(), 1 => prop::collection::vec(row(), 1..4)];
    (first, rows, 1_000_i64..900_000).prop_map(|(first, rows, target)| History { first, rows, target })
}

/// Reads every sentence of the history's last period back.
fn check(history: &History) {
    let Some(state) = history.state() else { return };
    let style = NumberStyle { symbol: "$".into(), power: 9, suffix: "bn", fewer_decimals: 0, minus: '-' };
    let wording = Wording { deck: &state.deck, dataset: state.dataset(), style: &style, findings: &[] };
    let at = state.month();
    let per_year = at.frequency().per_year() as usize;
    let exports = Series::new(history, at, |row| row.exports);
    let imports = Series::new(history, at, |row| row.imports);
    let item = Series::new(history, at, |row| row.item);
    let balance = Series::new(history, at, |row| Some(row.exports? - row.imports?));

    let headline = wording.headline();
    let (first, second) = headline.split_once("; ").unwrap_or(("", &headline));
    if exports.now().is_some() {
        check_exports(first, &exports, per_year);
        check_balance_clause(second, &balance);
    } else if history.rows.iter().all(|row| row.exports.is_none()) && imports.now().is_some() {
        check_imports(first, &imports, per_year);
        assert_eq!(second, "no balance: no exports are loaded.");
    } else {
        check_balance_clause(&headline, &balance);
    }
    let short = wording.headline_short();
    if let Some(now) = balance.now().filter(|now| *now != 0) {
        let place = short.rsplit("; ").next().unwrap();
        let word = if now > 0 { "surplus" } else { "deficit" };
        let head = format!("{word} {}", money(i128::from(now)));
        let place = place.to_lowercase();
        let rest = place.strip_prefix(&head).unwrap_or_else(|| panic!("{head}: {short}"));
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        if !digits.is_empty() {
            let bounded = !rest.contains("at least");
            assert!(balance.runs(digits.parse().unwrap(), bounded, sign_is(now.signum())), "{short}");
        }
    }
    check_balance_sentence(&wording.balance(), &balance);
    let provisional = history.rows[balance.values.len() - 1].provisional;
    check_streaks(&wording.streaks(), &balance, provisional);
    if let Some(sentence) = wording.exports_run() {
        check_exports_run(&sentence, &exports, per_year);
    }
    if let Some(sentence) = wording.run_ender() {
        check_ender(&sentence, &exports, &imports, balance.now().unwrap().signum());
    }
    if item.values.iter().any(Option::is_some) {
        check_focus(&wording.focus(), &item, &exports, per_year);
    }
    if at.year() == history.at(history.rows.len() - 1).year() {
        check_targets(&wording.targets(), &exports, history.target);
    } else {
        assert!(wording.targets().starts_with("No target for "), "{}", wording.targets());
    }
    let others = [wording.balance(), wording.streaks(), wording.focus(), wording.targets(), short, headline];
    for sentence in others {
        assert!(!sentence.contains("rose 0.0%") && !sentence.contains("fell 0.0%"), "{sentence}");
        assert!(!sentence.contains("  ") && !sentence.contains(" ,") && !sentence.contains(" ."), "{sentence}");
        if at.frequency() != Frequency::Monthly {
            assert!(!sentence.contains("month"), "{at}: {sentence}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_is_true(history in history()) {
        check(&history);
    }
}
