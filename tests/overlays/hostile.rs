//! Names, sources and files that try to be more than text: escape sequences, wide letters, letters that turn the
//! reading direction.

use tradedeck::export::snapshot::to_text;

use super::super::screen::support::{Memory, Setup};

const NAME: &str = "\\u001b[31mRed\\u001b[2J\\u0007 반도체 \\u202eevil\\u200b 🚢";

#[test]
fn hostile_names_stay_text_in_every_overlay() {
    let toml = format!(
        "format = 1\n[dataset]\nname = \"{NAME}\"\nbasis = \"{NAME}\"\nfiles = [\"a.csv\"]\nfocus_item = \"chips\"\n\
         sources = \"s.csv\"\n[[items]]\nid = \"chips\"\nname = \"{NAME}\"\n"
    );
    let rows = (1..=24).map(|n| {
        let (year, month) = (2022 + (n - 1) / 12, (n - 1) % 12 + 1);
        format!(
            "{year}-{month:02},export,,5{n}.1,USD billion,P,s1\n{year}-{month:02},import,,4{n}.2,USD billion,,s1\n\
             {year}-{month:02},export,chips,1{n}.3,USD billion,E,s1\n"
        )
    });
    let csv = format!("period,flow,item,value,unit,status,source\n{}", rows.collect::<String>());
    let sources =
        "id,publisher,title,url\ns1,\u{1b}]0;title\u{7}P 한국,\u{202e}T\u{1b}[2J,http://x/\u{1b}[5m\n".to_owned();
    let files = Memory(vec![("a.toml".into(), toml), ("a.csv".into(), csv), ("s.csv".into(), sources)]);
    let dataset = match tradedeck::import::load(&files, "a.toml") {
        Ok(dataset) => std::sync::Arc::new(dataset),
        Err(problems) => panic!("{problems:#?}"),
    };
    let is_hostile = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
    };
    for size in [(20, 6), (80, 24), (120, 36), (200, 56)] {
        let mut screen = Setup::of(dataset.clone()).screen(size.0, size.1);
        for keys in
            [&["3", "w"][..], &["r"], &["i"], &["/", "R", "e", "Tab"], &[":", "s", "h", "o", "w", " ", "R", "e", "Tab"]]
        {
            screen.press("Esc");
            screen.press("Esc");
            keys.iter().for_each(|key| drop(screen.press(key)));
            let buffer = screen.buffer();
            for cell in &buffer.content {
                assert!(!cell.symbol().chars().any(is_hostile), "{keys:?} at {size:?}\n{}", to_text(&buffer));
            }
            assert!(size.0 < 80 || to_text(&buffer).contains("반도체"), "{keys:?} at {size:?}\n{}", to_text(&buffer));
        }
    }
}
