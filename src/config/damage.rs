//! Damaged files give problems at places in the file; they never panic.

use proptest::prelude::*;

use super::*;
use crate::domain::Problem;

const WORDS: &[&str] = &["balance", "streaks", "focus_item", "targets", "quit", "help", "dark", "default"];

/// A text with a stretch of it replaced.
fn damaged(text: &str, at: usize, length: usize, by: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = at % (chars.len() + 1);
    let end = (at + length).min(chars.len());
    chars[..at].iter().copied().chain(by.chars()).chain(chars[end..].iter().copied()).collect()
}

fn load(text: &str) -> Vec<Problem> {
    let names = Names { themes: WORDS, layouts: WORDS };
    let themes = Depth::ALL.into_iter().filter_map(|depth| Theme::parse("f", text, depth).err());
    let others = [
        Settings::default().merged("f", text, names).err(),
        Keymap::default().merged("f", text, WORDS).err(),
        Layout::parse("f", text, WORDS).err(),
    ];
    others.into_iter().flatten().chain(themes).flatten().collect()
}

fn shipped_text() -> impl Strategy<Value = &'static str> {
    let files = [shipped::SETTINGS, shipped::KEYMAP].into_iter();
    let files = files.chain(shipped::THEMES.iter().copied()).chain(shipped::LAYOUTS.iter().copied());
    prop::sample::select(files.map(|file| file.text).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damage_is_reported_in_place(
        text in shipped_text(), at in 0usize..9_999, length in 0usize..9, by in "[\\[\\]{}=\"#,.한 \n0-9a-z]{0,4}",
    ) {
        let text = damaged(text, at, length, &by);
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in load(&text) {
            prop_assert_eq!(&problem.file, "f");
            prop_assert!(problem.line <= lines.len(), "{}", problem);
            if problem.line > 0 {
                prop_assert!(problem.column <= lines[problem.line - 1].chars().count() + 1, "{}", problem);
            }
            prop_assert!(!problem.hint.is_empty(), "{}", problem);
        }
    }
}
