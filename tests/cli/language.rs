//! Which language the program answers in, and that it speaks it on the command line.

use std::process::{Command, Stdio};

use super::{Desk, Run};

impl Desk {
    /// Asks for a file that is not there, with these variables of the locale alone.
    fn in_locale(&self, locale: &[(&str, &str)], arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tradedeck"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LC_CTYPE"] {
            command.env_remove(name);
        }
        command.envs(locale.iter().copied()).env("HOME", &self.0).env("XDG_CONFIG_HOME", self.0.join("config"));
        Run::of(&command.current_dir(&self.0).args(arguments).stdin(Stdio::null()).output().unwrap())
    }
}

const ENGLISH: &str = "no.csv: there is no such file; ";
const KOREAN: &str = "no.csv: 그런 파일이 없습니다; ";

#[test]
fn what_is_asked_for_goes_before_settings_and_these_before_the_locale() {
    let desk = Desk::new("language");
    let said = |locale: &[(&str, &str)], arguments: &[&str]| {
        let arguments = [arguments, &["report", "no.csv"]].concat();
        desk.in_locale(locale, &arguments).err
    };
    assert!(said(&[], &[]).starts_with(ENGLISH));
    assert!(said(&[("LANG", "ko_KR.UTF-8")], &[]).starts_with(KOREAN));
    assert!(said(&[("LANG", "ko_KR.UTF-8"), ("LC_MESSAGES", "C")], &[]).starts_with(ENGLISH));
    assert!(said(&[("LC_ALL", "ko_KR"), ("LC_MESSAGES", "C")], &[]).starts_with(KOREAN));
    assert!(said(&[("LANG", "fr_FR.UTF-8")], &[]).starts_with(ENGLISH));
    assert!(said(&[], &["--lang", "ko"]).starts_with(KOREAN));
    assert!(said(&[("LANG", "ko_KR.UTF-8")], &["--lang=en"]).starts_with(ENGLISH));
    desk.write("config/tradedeck/config.toml", "language = \"ko\"\n");
    assert!(said(&[("LANG", "en_US.UTF-8")], &[]).starts_with(KOREAN));
    assert!(said(&[], &["--lang", "en"]).starts_with(ENGLISH));
    // Settings that cannot be read are reported in the language of the locale.
    desk.write("config/tradedeck/config.toml", "language = \"kr\"\n");
    let wrong = said(&[("LANG", "ko_KR.UTF-8")], &[]);
    assert!(wrong.contains("config.toml:1:12: `language`에는 `kr`를 쓸 수 없습니다; `ko` 아닙니까?"), "{wrong}");
}

/// Words of the help that are the same in both languages: names of files, options, commands and their values.
fn is_english(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic()) && word.to_lowercase() == word
}

#[test]
fn the_help_and_what_is_wrong_with_arguments_are_korean() {
    let desk = Desk::new("language-help");
    for command in [&[][..], &["report"], &["check"], &["snapshot"], &["import"], &["pack"], &["config"]] {
        let run = desk.run(&[&["--lang", "ko"], command, &["--help"]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(run.out.contains("사용법: ") && run.out.contains("옵션:"), "{}", run.out);
        // What an option says; names of options and examples stand before it, choices in brackets behind.
        let body = run.out.split("\n예:").next().unwrap();
        for line in body.lines().filter(|line| line.trim_start().starts_with('-')) {
            assert!(line.chars().any(|letter| ('가'..='힣').contains(&letter)), "{command:?}: {line}");
        }
        for heading in ["Usage", "Options", "Arguments", "Commands", "Print ", "possible values", "default:"] {
            assert!(!run.out.contains(heading), "{command:?}: {heading} in {}", run.out);
        }
    }
    let wrong = |arguments: &[&str]| {
        let run = desk.run(&[&["--lang", "ko"], arguments].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.split_whitespace().any(is_english_of_clap), "{}", run.err);
        run.err
    };
    assert!(wrong(&["--frobnicate"]).starts_with("오류: 알 수 없는 인수 '--frobnicate'\n"));
    assert!(wrong(&["report", "--format", "pdf"]).contains("'pdf'는 '--format <형식>'에 쓸 수 없습니다"));
    assert!(wrong(&["--month", "2023-13"]).contains("기간이 아닙니다; YYYY-MM"));
    assert!(wrong(&["config"]).starts_with("오류: 필요한 인수가 없습니다: "));
    assert!(wrong(&["--lang", "kr"]).contains("[쓸 수 있는 값: en, ko]"));
}

/// The words with which clap builds its own messages.
fn is_english_of_clap(word: &str) -> bool {
    is_english(word)
        && ["error", "invalid", "value", "unexpected", "argument", "found", "required", "tip"].contains(&word)
}

#[test]
fn reports_and_verdicts_are_korean() {
    let desk = Desk::new("language-report");
    let run = desk.run(&["report", "--lang", "ko", "--as-of", "2023-03-03", "--month", "2023-02"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("한국, 2023년 2월, 2023.3.3. 현재 공표 기준\n"), "{}", run.out);
    for words in ["무역수지", "역대 순위(가장 높은 값이 1위)", "출처:", "자료 점검"] {
        assert!(run.out.contains(words), "{words}");
    }
    let check = desk.run(&["check", "--lang", "ko", "--as-of", "2023-03-03"]);
    assert!(check.out.starts_with("한국에 관한 발언 "), "{}", check.out);
    for english in ["claims on", "when spoken", "not established", " is assumed"] {
        assert!(!check.out.contains(english), "{english}: {}", check.out);
    }
    // Keys and codes are for machines, in any language.
    let json = |lang: &str| desk.run(&["report", "--lang", lang, "--format", "json"]).out;
    let keys = |text: &str| -> Vec<String> {
        let parsed: serde_json::Value = serde_json::from_str(text).unwrap();
        parsed["figures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|figure| format!("{} {}", figure["id"], figure["status"]))
            .collect()
    };
    assert_eq!(keys(&json("ko")), keys(&json("en")));
}

#[test]
fn a_wrong_file_is_told_by_place_in_korean() {
    let desk = Desk::new("language-file");
    desk.write("bad.csv", "period,flow,value,unit\n2023-13,export,1,USD\n2023-01,export,x,USD\n");
    let run = desk.run(&["report", "bad.csv", "--lang", "ko"]);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(
        lines,
        [
            "bad.csv:2:1: `2023-13`은 기간이 아닙니다; YYYY-MM, YYYY-Q1~Q4, YYYY 꼴로 쓰십시오",
            "bad.csv:3:16: `x`는 숫자가 아닙니다; 숫자에 부호와 소수점만 붙여 쓰십시오",
        ]
    );
}
