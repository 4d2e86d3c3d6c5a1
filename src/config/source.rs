//! A command whose standard output is the dataset: the `[source]` of the settings.

use std::time::Duration;

use crate::domain::Problem;
use crate::domain::toml_tree::{Table, Value};
use crate::{say, word};

/// How long a command may take where the settings do not say.
const TIMEOUT: Duration = Duration::from_secs(60);

/// A command that is run for its standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommandSource {
    /// The program and its arguments; never empty.
    pub command: Vec<String>,
    /// How long after its last start it is run again; `None` to run it once.
    pub every: Option<Duration>,
    /// How long it may take.
    pub timeout: Duration,
}

impl CommandSource {
    /// How messages call it.
    pub fn name(&self) -> String {
        format!("`{}`", self.command.join(" "))
    }

    /// Reads the table; `None` where it is not one.
    pub(super) fn read(table: &Table, problems: &mut Vec<Problem>) -> Option<CommandSource> {
        let command: Vec<String> =
            table.list::<&str>("command", problems).into_iter().map(|(word, _)| word.to_owned()).collect();
        let every = length(table, "every", problems);
        let timeout = length(table, "timeout", problems).unwrap_or(TIMEOUT);
        table.finish(problems);
        if command.first().is_none_or(|program| program.is_empty()) {
            problems.push(table.problem(word!("live.no-command"), word!("live.no-command-hint")));
            return None;
        }
        Some(CommandSource { command, every, timeout })
    }
}

fn length(table: &Table, key: &str, problems: &mut Vec<Problem>) -> Option<Duration> {
    let value: &Value = table.optional(key, problems)?;
    let length = value.as_str().and_then(parsed);
    if length.is_none() {
        problems.push(value.problem(say!("live.no-length", key = key), word!("live.no-length-hint")));
    }
    length
}

/// `30s`, `10m`, `1h`; at least a second, at most a day.
fn parsed(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let seconds = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return None,
    };
    let number: u64 = number.parse().ok().filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))?;
    let length = number.checked_mul(seconds).filter(|length| (1..=86_400).contains(length))?;
    Some(Duration::from_secs(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_a_unit_and_are_a_second_to_a_day() {
        assert_eq!(parsed("30s"), Some(Duration::from_secs(30)));
        assert_eq!(parsed("10m"), Some(Duration::from_secs(600)));
        assert_eq!(parsed("24h"), Some(Duration::from_secs(86_400)));
        for wrong in ["", "s", "10", "0s", "25h", "-1m", "+1m", "1d", "10분", "99999999999999999999h"] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }
}
