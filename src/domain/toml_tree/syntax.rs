//! Syntax errors of the TOML parser as problems.

use crate::domain::Problem;

/// The errors in the order of the text, one per line: what follows on the same line is an echo of the first.
pub(super) fn problems(file: &str, text: &str, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = errors.iter().map(|error| problem(file, text, error)).collect();
    problems.sort_by_key(|problem| problem.line);
    problems.dedup_by_key(|problem| problem.line);
    problems
}

fn problem(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let (what, expected) = match error.message().split_once(", expected ") {
        Some((what, expected)) => (what, Some(expected)),
        None => (error.message(), None),
    };
    Problem::at_span(file, text, error.span().unwrap_or(0..0), what, hint(what, expected))
}

fn hint(what: &str, expected: Option<&str>) -> String {
    let fixed = match what {
        "string values must be quoted" => "write a text between double quotes",
        "duplicate key" => "keep one of the two",
        "invalid basic string" => "close the text with a double quote",
        "missing escaped value" => "write a backslash as \\\\",
        "invalid unquoted key" => "write this key between double quotes",
        "key with no value" => "write key = value",
        _ => {
            return expected.map_or_else(|| "correct the TOML".to_owned(), |expected| format!("expected {expected}"));
        }
    };
    fixed.to_owned()
}
