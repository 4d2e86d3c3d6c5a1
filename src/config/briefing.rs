//! Briefing mode: `config/briefing.toml` with a user's file over it.

use crate::config::{Names, shipped};
use crate::domain::toml_tree::{Document, Table, settled};
use crate::domain::{Period, Problem};

/// How a briefing runs, and its pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Playlist {
    /// Name of the theme while briefing.
    pub theme: String,
    /// Seconds after which a page turns by itself; 0 for never.
    pub seconds: u16,
    /// The screen's diagonal, in inches.
    pub screen: f64,
    /// From how many metres it must be read, if that is asked for.
    pub distance: Option<f64>,
    /// Only a chord leaves.
    pub kiosk: bool,
    /// The pages in their order; never none.
    pub pages: Vec<PlaylistPage>,
}

/// What a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaylistPage {
    /// Name of the panel.
    pub panel: String,
    /// Of which month.
    pub month: PageMonth,
    /// Through which lens; the one in force where there is none.
    pub lens: Vec<PageLens>,
    /// How long it stands, in seconds.
    pub seconds: Option<u16>,
    /// A line of the user's.
    pub note: String,
}

/// The month of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageMonth {
    /// The one that is looked at.
    #[default]
    LookedAt,
    /// The newest complete one.
    Latest,
    /// This one.
    At(Period),
}

/// A part of a page's lens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageLens {
    /// Per working day.
    PerDay,
    /// Without the focus item.
    WithoutFocus,
    /// Sums since January.
    YearToDate,
    /// Sums of twelve months.
    TwelveMonths,
    /// Means of three months.
    ThreeMonths,
}

impl PageLens {
    /// All, by name.
    const NAMED: [(&'static str, PageLens); 5] = [
        ("per-day", PageLens::PerDay),
        ("without-focus", PageLens::WithoutFocus),
        ("year-to-date", PageLens::YearToDate),
        ("twelve-months", PageLens::TwelveMonths),
        ("three-months", PageLens::ThreeMonths),
    ];
}

/// The longest that a page may stand, in seconds: an hour.
pub const LONGEST: u16 = 3600;

/// Diagonals, in inches.
pub const SCREENS: std::ops::RangeInclusive<f64> = 5.0..=1000.0;

/// Distances, in metres.
pub const DISTANCES: std::ops::RangeInclusive<f64> = 0.3..=200.0;

impl Playlist {
    /// The shipped briefing, about these panels.
    ///
    /// # Errors
    /// Never, which a test sees to.
    pub fn shipped(names: Names<'_>, panels: &[&str]) -> Result<Playlist, Vec<Problem>> {
        Playlist::default().merged(shipped::BRIEFING.file, shipped::BRIEFING.text, names, panels)
    }

    /// This briefing with a file's settings over it.
    ///
    /// # Errors
    /// Everything that is wrong with the file.
    pub fn merged(&self, file: &str, text: &str, names: Names<'_>, panels: &[&str]) -> Result<Playlist, Vec<Problem>> {
        let document = Document::parse(file, text)?;
        let (root, mut problems) = (document.root(), Vec::new());
        let theme = root.one_of("theme", names.themes, &mut problems).map(str::to_owned);
        let pages = pages(root, panels, &mut problems);
        let merged = Playlist {
            theme: theme.unwrap_or_else(|| self.theme.clone()),
            seconds: seconds(root, 0, &mut problems).unwrap_or(self.seconds),
            screen: measure(root, "screen", SCREENS, &mut problems).unwrap_or(self.screen),
            distance: measure(root, "distance", DISTANCES, &mut problems).or(self.distance),
            kiosk: root.optional_bool("kiosk", &mut problems).unwrap_or(self.kiosk),
            pages: if pages.is_empty() { self.pages.clone() } else { pages },
        };
        root.finish(&mut problems);
        settled(merged, problems)
    }
}

fn seconds(table: &Table, least: i64, problems: &mut Vec<Problem>) -> Option<u16> {
    let number = table.integer_in("seconds", least..=i64::from(LONGEST), problems)?;
    u16::try_from(number).ok()
}

fn measure(
    table: &Table,
    key: &str,
    allowed: std::ops::RangeInclusive<f64>,
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let value = table.optional_float(key, problems)?;
    if !allowed.contains(&value) {
        let hint = format!("use {} to {}", allowed.start(), allowed.end());
        problems.push(table.problem_at(key, format!("`{key}` is {value}"), hint));
    }
    Some(value)
}

fn pages(root: &Table, panels: &[&str], problems: &mut Vec<Problem>) -> Vec<PlaylistPage> {
    if root.get("pages").is_none() {
        return Vec::new();
    }
    root.tables("pages", problems).into_iter().filter_map(|table| page(table, panels, problems)).collect()
}

fn page(table: &Table, panels: &[&str], problems: &mut Vec<Problem>) -> Option<PlaylistPage> {
    if table.get("panel").is_none() {
        problems.push(table.problem("`panel` is missing", format!("name one of {}", panels.join(", "))));
    }
    let page = PlaylistPage {
        panel: table.one_of("panel", panels, problems).unwrap_or_default().to_owned(),
        month: month(table, problems),
        lens: lens(table, problems),
        seconds: seconds(table, 1, problems),
        note: table.optional_str("note", problems).unwrap_or_default().to_owned(),
    };
    table.finish(problems);
    (!page.panel.is_empty()).then_some(page)
}

fn month(table: &Table, problems: &mut Vec<Problem>) -> PageMonth {
    match table.optional_str("month", problems) {
        None => PageMonth::LookedAt,
        Some("latest") => PageMonth::Latest,
        Some(text) => match Period::parse(text) {
            Some(period) => PageMonth::At(period),
            None => {
                let what = format!("`{text}` is not a month");
                problems.push(table.problem_at("month", what, "write \"2026-07\" or \"latest\""));
                PageMonth::LookedAt
            }
        },
    }
}

fn lens(table: &Table, problems: &mut Vec<Problem>) -> Vec<PageLens> {
    if table.get("lens").is_none() {
        return Vec::new();
    }
    let mut parts = Vec::new();
    for item in table.required_array("lens", problems).unwrap_or_default() {
        let Some(name) = item.read::<&str>("lens", problems) else { continue };
        match PageLens::NAMED.iter().find(|(known, _)| *known == name) {
            Some((_, part)) => parts.push(*part),
            None => {
                let names = PageLens::NAMED.map(|(name, _)| name);
                let hint = crate::domain::spelling::suggestion(name, &names);
                problems.push(item.problem(format!("unknown lens `{name}`"), hint));
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: Names<'_> = Names { themes: &["dark", "light"], layouts: &[] };
    const PANELS: [&str; 8] = ["balance", "streaks", "focus_item", "targets", "items", "partners", "claims", "policy"];

    fn shipped() -> Playlist {
        Playlist::shipped(NAMES, &PANELS).unwrap()
    }

    #[test]
    fn the_shipped_briefing_has_a_page_for_every_panel() {
        let shipped = shipped();
        assert_eq!(shipped.pages.iter().map(|page| page.panel.as_str()).collect::<Vec<_>>(), PANELS);
        assert_eq!((shipped.theme.as_str(), shipped.seconds, shipped.screen), ("light", 0, 65.0));
        assert!(!shipped.kiosk && shipped.distance.is_none());
    }

    #[test]
    fn a_users_pages_replace_the_shipped_ones() {
        let text = "seconds = 20\ndistance = 5\n[[pages]]\npanel = \"targets\"\nmonth = \"2023-02\"\nlens = [\"per-day\"]\nseconds = 40\nnote = \"see page 3\"\n";
        let own = shipped().merged("briefing.toml", text, NAMES, &PANELS).unwrap();
        assert_eq!((own.seconds, own.distance, own.theme.as_str()), (20, Some(5.0), "light"));
        let page = PlaylistPage {
            panel: "targets".into(),
            month: PageMonth::At(Period::month(2023, 2)),
            lens: vec![PageLens::PerDay],
            seconds: Some(40),
            note: "see page 3".into(),
        };
        assert_eq!(own.pages, [page]);
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let text = "screen = 2\nhold = 1\n[[pages]]\npanel = \"balanse\"\nmonth = \"July\"\nlens = [\"per-month\"]\n[[pages]]\nnote = \"x\"\n";
        let problems = shipped().merged("b.toml", text, NAMES, &PANELS).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let begins = [
            "b.toml:1:10: `screen` is 2; use 5 to 1000",
            "b.toml:2:1: unknown key `hold`",
            "b.toml:4:9: `panel` cannot be `balanse`; did you mean `balance`?",
            "b.toml:5:9: `July` is not a month",
            "b.toml:6:9: unknown lens `per-month`",
            "b.toml:7:1: `panel` is missing",
        ];
        for begin in begins {
            assert!(told.iter().any(|told| told.starts_with(begin)), "{begin}\n{told:#?}");
        }
        assert_eq!(told.len(), begins.len(), "{told:#?}");
    }
}
