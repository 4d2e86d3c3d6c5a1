//! Syntax errors of the TOML parser as problems.

use crate::domain::Problem;
use crate::say;
use crate::word;

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
    let (said, hint) = match known(what) {
        Some((said, hint)) => (said, hint.map(str::to_owned)),
        None => (what, None),
    };
    let general = || match expected {
        Some(expected) => say!("domain.expected", expected = expected),
        None => word!("domain.correct-toml").to_owned(),
    };
    Problem::at_span(file, text, error.span().unwrap_or(0..0), said, hint.unwrap_or_else(general))
}

/// What the parser means and, where one thing always helps, what to do; none for what is rare.
fn known(what: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match what {
        "string values must be quoted" => {
            (word!("domain.toml-string-values-must-be-quoted"), Some(word!("domain.write-text-between-double")))
        }
        "duplicate key" => (word!("domain.toml-duplicate-key"), Some(word!("domain.keep-one-two"))),
        "invalid basic string" => {
            (word!("domain.toml-invalid-basic-string"), Some(word!("domain.close-text-double-quote")))
        }
        "missing escaped value" => (word!("domain.toml-missing-escaped-value"), Some(word!("domain.write-backslash"))),
        "invalid unquoted key" => {
            (word!("domain.toml-invalid-unquoted-key"), Some(word!("domain.write-key-between-double")))
        }
        "key with no value" => (word!("domain.toml-key-with-no-value"), Some(word!("domain.write-key-value"))),
        "missing opening quote" => (word!("domain.toml-missing-opening-quote"), None),
        "missing comma between array elements" => (word!("domain.toml-missing-comma-between-array-elements"), None),
        "missing assignment between key-value pairs" => {
            (word!("domain.toml-missing-assignment-between-key-value-pairs"), None)
        }
        "missing value" => (word!("domain.toml-missing-value"), None),
        "missing value for key" => (word!("domain.toml-missing-value-for-key"), None),
        "missing comma between key-value pairs" => (word!("domain.toml-missing-comma-between-key-value-pairs"), None),
        "invalid value" => (word!("domain.toml-invalid-value"), None),
        "invalid key-value pair" => (word!("domain.toml-invalid-key-value-pair"), None),
        "unclosed array" => (word!("domain.toml-unclosed-array"), None),
        "unclosed table" => (word!("domain.toml-unclosed-table"), None),
        "unclosed array table" => (word!("domain.toml-unclosed-array-table"), None),
        "unclosed inline table" => (word!("domain.toml-unclosed-inline-table"), None),
        "unexpected content" => (word!("domain.toml-unexpected-content"), None),
        "unexpected key or value" => (word!("domain.toml-unexpected-key-or-value"), None),
        "extra comma in inline table" => (word!("domain.toml-extra-comma-in-inline-table"), None),
        "extra comma in array" => (word!("domain.toml-extra-comma-in-array"), None),
        "extra `=`" => (word!("domain.toml-extra-equals"), None),
        "unexpected leading zero" => (word!("domain.toml-unexpected-leading-zero"), None),
        "cannot recurse further; max recursion depth met" => {
            (word!("domain.toml-cannot-recurse-further-max-recursion-depth-met"), None)
        }
        "integer number overflowed" => (word!("domain.toml-integer-number-overflowed"), None),
        _ => return None,
    })
}
