//! Values that stand in several sections of a `dataset.toml`: texts, dates, sources.

use crate::domain::toml_tree::Table;
use crate::domain::{Date, Problem, SourceId, Text};
use crate::say;
use crate::word;

use super::builder::Builder;

/// A text in one language, or a table of `en` and `ko`.
pub(super) fn text(table: &Table, key: &str, problems: &mut Vec<Problem>) -> Text {
    match table.get(key) {
        None => Text::default(),
        Some(value) => match value.as_str() {
            Some(text) => Text::plain(text),
            None => match table.optional_table(key, problems) {
                None => Text::default(),
                Some(languages) => {
                    let of = |key, problems: &mut Vec<Problem>| {
                        languages.optional_str(key, problems).unwrap_or("").to_owned()
                    };
                    let text = Text { en: of("en", problems), ko: of("ko", problems) };
                    languages.finish(problems);
                    text
                }
            },
        },
    }
}

pub(super) fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::from_ymd_opt(2000, month, day).map(|_| (month, day))
}

pub(super) fn required_date(table: &Table, key: &str, problems: &mut Vec<Problem>) -> Option<Date> {
    must_be_there(table, key, &format!("{key} = \"YYYY-MM-DD\""), problems);
    date(table, key, problems)
}

pub(super) fn must_be_there(table: &Table, key: &str, example: &str, problems: &mut Vec<Problem>) {
    if table.get(key).is_none() {
        problems.push(table.problem(say!("native.missing", key = key), say!("native.add", example = example)));
    }
}

/// A date written as a TOML date or as a string.
pub(super) fn date(table: &Table, key: &str, problems: &mut Vec<Problem>) -> Option<Date> {
    let value = table.get(key)?;
    if let Some(text) = value.as_str() {
        let date = text.parse::<Date>().ok();
        if date.is_none() {
            problems.push(table.problem_at(
                key,
                say!("native.not-date", text = text),
                word!("native.write-yyyy-mm-dd"),
            ));
        }
        return date;
    }
    let date = table.optional_date(key, problems)?;
    Date::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

/// The source that a table names.
pub(super) fn source(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<SourceId> {
    let id = table.optional_str("source", problems)?;
    match builder.source(id) {
        Ok(source) => source,
        Err(hint) => {
            problems.push(table.problem_at("source", say!("native.unknown-source", id = id), hint));
            None
        }
    }
}
