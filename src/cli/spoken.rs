//! What clap says of its own, in Korean: it knows English only, which is left as it is.

use clap::builder::Str;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use tradedeck::words::{Language, language, with_particle};

/// What options ask for, as the help names it.
const VALUES: [(&str, &str); 20] = [
    ("SOURCE", "자료"),
    ("NAME", "이름"),
    ("NAME=VALUE", "이름=값"),
    ("FILE", "파일"),
    ("DIR", "폴더"),
    ("UNIT", "단위"),
    ("SPAN", "구간"),
    ("SCOPE", "범위"),
    ("BASE", "기준"),
    ("FLOW", "구분"),
    ("N", "번호"),
    ("WxH", "열x행"),
    ("LANGUAGE", "언어"),
    ("SECONDS", "초"),
    ("INCHES", "인치"),
    ("METRES", "미터"),
    ("GLYPHS", "문자"),
    ("COLOR", "색"),
    ("FORMAT", "형식"),
    ("SHELL", "셸"),
];

/// The command with its help in the language of the thread.
pub(super) fn command(mut command: Command) -> Command {
    if language() == Language::English {
        return command;
    }
    // Only a built command has the options and the subcommand that clap adds.
    command.build();
    korean(command)
}

fn korean(command: Command) -> Command {
    let command = command
        .subcommand_value_name("명령")
        .subcommand_help_heading("명령")
        .help_template("{before-help}{about-with-newline}\n사용법: {usage}\n\n{all-args}{after-help}")
        .mut_args(argument);
    let command = if command.get_name() == "help" {
        command.about("이 도움말이나 명령의 도움말을 보입니다")
    } else {
        command
    };
    let mut command = command.mut_subcommands(korean);
    let usage = command.render_usage().to_string();
    command.override_usage(translated(&usage))
}

/// A usage of clap's, without its heading.
fn translated(usage: &str) -> String {
    let usage =
        usage.trim_start_matches("Usage:").trim().replace("[OPTIONS]", "[옵션]").replace("\n       ", "\n        ");
    VALUES.iter().fold(usage, |usage, (english, korean)| {
        usage
            .replace(&format!("<{english}>"), &format!("<{korean}>"))
            .replace(&format!("[{english}]"), &format!("[{korean}]"))
    })
}

/// The heading, the help and the value of an argument. What clap would add in English is said in the help itself.
fn argument(argument: Arg) -> Arg {
    let help = match argument.get_id().as_str() {
        "help" => "도움말을 보입니다".to_owned(),
        "version" => "버전을 보입니다".to_owned(),
        _ => argument.get_help().map(ToString::to_string).unwrap_or_default(),
    };
    let takes_value = argument.get_action().takes_values();
    let shown = |values: Vec<String>, name: &str| {
        if values.is_empty() { String::new() } else { format!(" [{name}: {}]", values.join(", ")) }
    };
    let default = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let possible = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let help = match takes_value {
        true => format!("{help}{}{}", shown(default, "기본값"), shown(possible, "값")),
        false => help,
    };
    let names = argument.get_value_names().map(|names| names.iter().map(value_name).collect::<Vec<_>>());
    let heading = if argument.is_positional() { "인수" } else { "옵션" };
    let argument = argument.help(help).help_heading(heading).hide_default_value(true).hide_possible_values(true);
    match names {
        Some(names) if takes_value => argument.value_names(names),
        _ => argument,
    }
}

fn value_name(name: &Str) -> Str {
    VALUES.iter().find(|(english, _)| *name == *english).map_or_else(|| name.clone(), |(_, korean)| Str::from(*korean))
}

/// The manual with its headings.
pub(super) fn manual(page: &str) -> String {
    const HEADINGS: [(&str, &str); 7] = [
        ("NAME", "이름"),
        ("SYNOPSIS", "사용법"),
        ("DESCRIPTION", "설명"),
        ("OPTIONS", "옵션"),
        ("SUBCOMMANDS", "명령"),
        ("EXTRA", "덧붙임"),
        ("VERSION", "버전"),
    ];
    let known = |heading: &str| HEADINGS.iter().find(|(english, _)| *english == heading).map(|(_, korean)| *korean);
    let line = |line: &str| match line.strip_prefix(".SH ").and_then(known).filter(|_| language() == Language::Korean) {
        Some(heading) => format!(".SH {heading}\n"),
        None => format!("{line}\n"),
    };
    page.lines().map(line).collect()
}

/// What is wrong with the arguments.
pub(super) fn error(error: &clap::Error) -> String {
    let said = match language() {
        Language::English => None,
        Language::Korean => what(error),
    };
    let Some(said) = said else { return error.to_string() };
    let usage = text(error, ContextKind::Usage).map(|usage| format!("\n사용법: {}\n", translated(&usage)));
    format!("오류: {said}\n{}\n자세한 것은 '--help'로 볼 수 있습니다.\n", usage.unwrap_or_default())
}

fn what(error: &clap::Error) -> Option<String> {
    let argument = || text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = || text(error, ContextKind::InvalidValue).unwrap_or_default();
    Some(match error.kind() {
        ErrorKind::InvalidValue if value().is_empty() => format!("'{}'에 값이 필요합니다{}", argument(), known(error)),
        ErrorKind::InvalidValue => {
            format!("'{} '{}'에 쓸 수 없습니다{}", with_particle(&value(), "'은"), argument(), known(error))
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|source| format!(": {source}")).unwrap_or_default();
            format!("'{} '{}'에 쓸 수 없습니다{reason}", with_particle(&value(), "'은"), argument())
        }
        ErrorKind::UnknownArgument => {
            format!("알 수 없는 인수 '{}'{}", argument(), near(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("알 수 없는 명령 '{name}'{}", near(error, ContextKind::SuggestedSubcommand))
        }
        ErrorKind::ArgumentConflict => match text(error, ContextKind::PriorArg) {
            Some(other) if other != argument() => {
                format!("'{} '{} 함께 쓸 수 없습니다", with_particle(&argument(), "'과"), with_particle(&other, "'을"))
            }
            _ => format!("'{} 여러 번 쓸 수 없습니다", with_particle(&argument(), "'을")),
        },
        ErrorKind::MissingRequiredArgument => format!("필요한 인수가 없습니다: {}", argument()),
        ErrorKind::MissingSubcommand => "명령이 필요합니다".to_owned(),
        ErrorKind::TooManyValues => format!("'{}'에 값 '{} 더 있습니다", argument(), with_particle(&value(), "'이")),
        ErrorKind::InvalidUtf8 => "UTF-8이 아닌 글자가 인수에 있습니다".to_owned(),
        _ => return None,
    })
}

/// What may stand there.
fn known(error: &clap::Error) -> String {
    let known = text(error, ContextKind::ValidValue).map(|values| format!("\n  [쓸 수 있는 값: {values}]"));
    known.unwrap_or_default() + &near(error, ContextKind::SuggestedValue)
}

fn near(error: &clap::Error, kind: ContextKind) -> String {
    text(error, kind).map(|near| format!("\n\n  비슷한 것: '{near}'")).unwrap_or_default()
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}
