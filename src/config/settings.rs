//! The settings: `config/default.toml` with a user's file over it.

use crate::config::Depth;
use crate::config::source::CommandSource;
use crate::domain::Problem;
use crate::domain::toml_tree::{Document, Table, Value, settled};
use crate::say;
use crate::word;
use crate::words::Language;

/// How many colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// What the terminal says of itself.
    Auto,
    /// This depth, whatever the terminal says.
    Fixed(Depth),
}

/// Which characters to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyphs {
    /// Unicode where the locale allows it.
    Auto,
    /// Blocks, box lines, braille.
    Unicode,
    /// Nothing that a terminal may draw two cells wide.
    Cjk,
    /// Nothing beyond ASCII.
    Ascii,
    /// ASCII, with bars and big type in whole and half blocks.
    Console,
}

/// What stands before a negative number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Negative {
    /// A minus sign.
    #[default]
    Minus,
    /// `△`, as Korean statistics write it.
    Triangle,
}

impl Negative {
    /// The other one.
    #[must_use]
    pub const fn next(self) -> Negative {
        match self {
            Negative::Minus => Negative::Triangle,
            Negative::Triangle => Negative::Minus,
        }
    }
}

/// How many months the charts show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// That many.
    Months(u16),
    /// Every month there is.
    All,
}

impl Range {
    /// From the shortest to the longest.
    pub const STEPS: [Self; 5] = [Self::Months(12), Self::Months(24), Self::Months(36), Self::Months(60), Self::All];
}

/// The names that a settings file may refer to: shipped ones and the user's own.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Known themes.
    pub themes: &'a [&'a str],
    /// Known layouts.
    pub layouts: &'a [&'a str],
}

/// The settings. `default()` equals `config/default.toml`, which a test checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Name of the theme.
    pub theme: String,
    /// How many colours to use.
    pub color: Color,
    /// Which characters to draw with.
    pub glyphs: Glyphs,
    /// Whether the program takes the mouse.
    pub mouse: bool,
    /// Whether the page is painted in the theme's colour.
    pub paint_page: bool,
    /// How many months the charts show at first.
    pub range: Range,
    /// Name of the layout.
    pub layout: String,
    /// The language; `None` for that of the locale.
    pub language: Option<Language>,
    /// What stands before a negative number.
    pub negative: Negative,
    /// The folder that pictures are saved in, from the folder that the program was started in.
    pub pictures: String,
    /// Endings of the files that a picture is saved as.
    pub picture_formats: Vec<String>,
    /// The folder of the morning pack, from the same.
    pub pack: String,
    /// Keep the sums of customs records from one run to the next.
    pub cache: bool,
    /// Where the dataset comes from when the command line names none.
    pub source: Option<CommandSource>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "dark".to_owned(),
            color: Color::Auto,
            glyphs: Glyphs::Auto,
            mouse: true,
            paint_page: true,
            range: Range::Months(24),
            layout: "default".to_owned(),
            language: None,
            negative: Negative::Minus,
            pictures: ".".to_owned(),
            picture_formats: vec!["png".to_owned(), "svg".to_owned()],
            pack: "tradedeck-pack".to_owned(),
            cache: true,
            source: None,
        }
    }
}

/// Endings of the files that a screen can be saved as.
const PICTURE_FORMATS: [&str; 5] = ["png", "svg", "html", "ans", "txt"];

impl Settings {
    /// These settings with a file's over them; every problem of the file if it has any.
    pub fn merged(&self, file: &str, text: &str, names: Names<'_>) -> Result<Self, Vec<Problem>> {
        let document = Document::parse(file, text)?;
        let mut problems = Vec::new();
        let merged = self.overlaid(document.root(), names, &mut problems);
        document.root().finish(&mut problems);
        settled(merged, problems)
    }

    fn overlaid(&self, table: &Table, names: Names<'_>, problems: &mut Vec<Problem>) -> Self {
        Self {
            theme: name(table, "theme", names.themes, &self.theme, problems),
            color: color(table, problems).unwrap_or(self.color),
            glyphs: glyphs(table, problems).unwrap_or(self.glyphs),
            mouse: table.optional_bool("mouse", problems).unwrap_or(self.mouse),
            paint_page: table.optional_bool("paint_page", problems).unwrap_or(self.paint_page),
            range: range(table, problems).unwrap_or(self.range),
            layout: name(table, "layout", names.layouts, &self.layout, problems),
            language: language(table, problems).unwrap_or(self.language),
            negative: negative(table, problems).unwrap_or(self.negative),
            pictures: folder(table, "pictures", &self.pictures, problems),
            picture_formats: picture_formats(table, problems).unwrap_or_else(|| self.picture_formats.clone()),
            pack: folder(table, "pack", &self.pack, problems),
            cache: table.optional_bool("cache", problems).unwrap_or(self.cache),
            source: table
                .optional_table("source", problems)
                .and_then(|source| CommandSource::read(source, problems))
                .or_else(|| self.source.clone()),
        }
    }
}

fn name(table: &Table, key: &str, known: &[&str], old: &str, problems: &mut Vec<Problem>) -> String {
    table.one_of(key, known, problems).unwrap_or(old).to_owned()
}

fn folder(table: &Table, key: &str, old: &str, problems: &mut Vec<Problem>) -> String {
    match table.optional_str(key, problems) {
        Some("") => {
            problems.push(table.problem_at(
                key,
                say!("config.names-no-folder", key = key),
                word!("config.write-present-one"),
            ));
            old.to_owned()
        }
        folder => folder.unwrap_or(old).to_owned(),
    }
}

/// At least one format; each unknown one is a problem at its place.
fn picture_formats(table: &Table, problems: &mut Vec<Problem>) -> Option<Vec<String>> {
    let before = problems.len();
    let listed = table.optional_array("picture_formats", problems)?;
    let mut formats = Vec::new();
    for value in listed {
        match value.as_str().filter(|ending| PICTURE_FORMATS.contains(ending)) {
            Some(ending) => formats.push(ending.to_owned()),
            None => problems.push(value.problem(word!("config.no-kind-picture"), one_of_formats())),
        }
    }
    if listed.is_empty() {
        problems.push(table.problem_at("picture_formats", word!("config.picture-formats-empty"), one_of_formats()));
    }
    (problems.len() == before).then_some(formats)
}

fn one_of_formats() -> String {
    say!("config.use-2", ending = PICTURE_FORMATS.map(|ending| format!("\"{ending}\"")).join(", "))
}

fn color(table: &Table, problems: &mut Vec<Problem>) -> Option<Color> {
    Some(match table.one_of("color", &["auto", "true", "256", "16", "none"], problems)? {
        "true" => Color::Fixed(Depth::True),
        "256" => Color::Fixed(Depth::X256),
        "16" => Color::Fixed(Depth::X16),
        "none" => Color::Fixed(Depth::None),
        _ => Color::Auto,
    })
}

fn glyphs(table: &Table, problems: &mut Vec<Problem>) -> Option<Glyphs> {
    Some(match table.one_of("glyphs", &["auto", "unicode", "cjk", "console", "ascii"], problems)? {
        "unicode" => Glyphs::Unicode,
        "cjk" => Glyphs::Cjk,
        "console" => Glyphs::Console,
        "ascii" => Glyphs::Ascii,
        _ => Glyphs::Auto,
    })
}

fn language(table: &Table, problems: &mut Vec<Problem>) -> Option<Option<Language>> {
    Some(table.one_of("language", &["auto", "en", "ko"], problems)?.parse().ok())
}

fn negative(table: &Table, problems: &mut Vec<Problem>) -> Option<Negative> {
    Some(match table.one_of("negative", &["minus", "triangle"], problems)? {
        "triangle" => Negative::Triangle,
        _ => Negative::Minus,
    })
}

fn range(table: &Table, problems: &mut Vec<Problem>) -> Option<Range> {
    let value: &Value = table.optional("range", problems)?;
    let range = value.as_integer().and_then(months).or((value.as_str() == Some("all")).then_some(Range::All));
    if range.is_none() {
        problems.push(value.problem(word!("config.range-not-range"), word!("config.use-12-24-36")));
    }
    range
}

fn months(number: i64) -> Option<Range> {
    Range::STEPS.into_iter().find(|step| matches!(step, Range::Months(months) if i64::from(*months) == number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::shipped;

    const NAMES: Names<'_> = Names { themes: &["dark", "light"], layouts: &["default", "wall"] };

    #[test]
    fn the_shipped_file_says_every_default() {
        let odd = Settings {
            theme: "x".into(),
            color: Color::Fixed(Depth::None),
            glyphs: Glyphs::Ascii,
            mouse: false,
            paint_page: false,
            range: Range::All,
            layout: "x".into(),
            language: Some(Language::Korean),
            negative: Negative::Triangle,
            pictures: "x".into(),
            picture_formats: Vec::new(),
            pack: "x".into(),
            cache: false,
            source: None,
        };
        let shipped = odd.merged(shipped::SETTINGS.file, shipped::SETTINGS.text, NAMES).unwrap();
        assert_eq!(shipped, Settings::default());
    }

    #[test]
    fn a_user_file_lies_over_the_defaults() {
        let text = "theme = \"light\"\nrange = \"all\"\ncolor = \"16\"\nlanguage = \"ko\"\n";
        let merged = Settings::default().merged("u.toml", text, NAMES).unwrap();
        assert_eq!(
            merged,
            Settings {
                theme: "light".into(),
                range: Range::All,
                color: Color::Fixed(Depth::X16),
                language: Some(Language::Korean),
                ..Settings::default()
            }
        );
        assert_eq!(Settings::default().merged("u.toml", "", NAMES), Ok(Settings::default()));
    }
}
