//! From the command line, the environment and the user's files to a state and a look.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use supports_color::Stream;

use crate::app::{State, command_names};
use crate::config::settings::Names;
use crate::config::{Color, Depth, Keymap, Layout, Negative, Playlist, Settings, Theme, shipped};
use crate::domain::{Dataset, Date, Period, Problem, Statement};
use crate::import::{self, Progress};
use crate::say;
use crate::ui::widgets::Glyphs;
use crate::ui::{panels, view};
use crate::word;

use super::claims_file::ClaimsFile;
use super::dashboard::Look;
use super::sources::Read;
use super::width_probe;
use super::{disk, sources, user_files};

/// What the user asked for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// A dataset folder, its `dataset.toml`, or files in any known format, also as patterns of their names; the embedded
    /// dataset where there are none.
    pub sources: Vec<PathBuf>,
    /// What the user says about files in foreign formats.
    pub choices: import::Choices,
    /// The date as of which to look.
    pub as_of: Option<Date>,
    /// The month to look at.
    pub month: Option<Period>,
    /// Name of a theme, over the settings.
    pub theme: Option<String>,
    /// Name of a layout, over the settings.
    pub layout: Option<String>,
    /// Character set, over the settings.
    pub glyphs: Option<Glyphs>,
    /// Colours, over the settings and what the terminal says of itself.
    pub depth: Option<Depth>,
    /// A file of claims instead of those of the dataset.
    pub claims: Option<PathBuf>,
    /// A settings file instead of the user's own.
    pub config: Option<PathBuf>,
    /// What stands before negative numbers, over the settings.
    pub negative: Option<Negative>,
    /// Neither use nor keep sums of another run, whatever the settings say.
    pub no_cache: bool,
    /// How the briefing is to run, over its settings.
    pub briefing: BriefingRequest,
}

/// What the user asked of briefing mode.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct BriefingRequest {
    /// Begin with it.
    pub brief: bool,
    /// Turn pages after so many seconds.
    pub every: Option<u16>,
    /// The screen's diagonal, in inches.
    pub screen: Option<f64>,
    /// From how many metres it must be read.
    pub distance: Option<f64>,
    /// Only a chord leaves.
    pub kiosk: bool,
}

/// How the briefing runs: the shipped one, the user's own over it, and what was asked for.
///
/// # Errors
/// Everything that is wrong with the user's file.
pub fn playlist(request: &Request) -> Result<Playlist, Vec<Problem>> {
    let themes = theme_names();
    let themes = borrowed(&themes);
    let (names, panels) = (Names { themes: &themes, layouts: &[] }, panels::names());
    let mut playlist = Playlist::shipped(names, &panels)?;
    if let Some(file) = user_files::read("briefing.toml")? {
        playlist = playlist.merged(&file.name, &file.text, names, &panels)?;
    }
    let asked = request.briefing;
    playlist.theme = request.theme.clone().unwrap_or(playlist.theme);
    playlist.seconds = asked.every.unwrap_or(playlist.seconds);
    playlist.screen = asked.screen.unwrap_or(playlist.screen);
    playlist.distance = asked.distance.or(playlist.distance);
    playlist.kiosk |= asked.kiosk;
    Ok(playlist)
}

impl Request {
    /// The sources that there are now: patterns are replaced by the files whose names match.
    pub fn files(&self) -> Vec<PathBuf> {
        sources::expanded(&self.sources)
    }

    /// True where the source is the command of the settings.
    pub fn reads_command(&self, settings: &Settings) -> bool {
        self.sources.is_empty() && settings.source.is_some()
    }

    /// How often the source is to be read again, where it is a command that runs at an interval.
    pub fn every(&self, settings: &Settings) -> Option<Duration> {
        settings.source.as_ref().filter(|_| self.reads_command(settings))?.every
    }
}

/// Reads a file of claims about a dataset.
///
/// # Errors
/// Everything that is wrong with it.
pub fn claims(file: &Path, dataset: &Dataset) -> Result<Vec<Statement>, Vec<Problem>> {
    let bytes = disk::read(file).map_err(|problem| vec![problem])?;
    import::native::read_claims(&file.display().to_string(), &bytes, dataset)
}

/// What is to be judged: the claims of the file named; else those of the dataset, and those that were added to its file.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn statements(request: &Request, settings: &Settings, dataset: &Dataset) -> Result<Vec<Statement>, Vec<Problem>> {
    let own = if request.claims.is_some() { Vec::new() } else { dataset.statements.clone() };
    let added = match claims_file(request, settings) {
        Some(file) => file.read(dataset)?,
        None => Vec::new(),
    };
    Ok([own, added].concat())
}

/// The file that claims are added to; what a command tells has none but one that is named.
pub fn claims_file(request: &Request, settings: &Settings) -> Option<ClaimsFile> {
    if request.reads_command(settings) && request.claims.is_none() {
        return None;
    }
    ClaimsFile::of(request.claims.as_deref(), &request.files())
}

/// What the user says about files, with the folder that sums are kept in, unless they are not to be kept.
pub(super) fn choices(request: &Request, settings: &Settings) -> import::Choices {
    let keeps = settings.cache && !request.no_cache;
    import::Choices { cache: keeps.then(user_files::cache_folder).flatten(), ..request.choices.clone() }
}

/// Reads the dataset with the statements about it.
pub fn dataset(request: &Request, settings: &Settings, progress: Option<&Progress>) -> Read<Arc<Dataset>> {
    let command = settings.source.as_ref();
    let mut read = sources::read((&request.files(), command), &choices(request, settings), progress);
    read.files.extend(claims_file(request, settings).map(|file| file.path().to_owned()));
    let result = read.result.and_then(|mut dataset| {
        dataset.statements = statements(request, settings, &dataset)?;
        Ok(Arc::new(dataset))
    });
    Read { result, files: read.files }
}

/// The state to start with.
///
/// # Errors
/// Everything that is wrong with the dataset, or that nothing of it was known on the date.
pub fn state(request: &Request, settings: &Settings) -> Result<State, Vec<Problem>> {
    let dataset = dataset(request, settings, None).result?;
    state_of(request, settings, dataset)
}

/// The request with the glyph set that the terminal needs, where it is left to the program: so that it stays the same
/// when the configuration is read again.
#[must_use]
pub fn probed(request: &Request, settings: &Settings) -> Request {
    let is_open = request.glyphs.is_none() && glyphs(settings) == Glyphs::Unicode;
    let asks = is_open && settings.glyphs == crate::config::Glyphs::Auto;
    let wide = (asks && width_probe::draws_blocks_wide()).then_some(Glyphs::Cjk);
    Request { glyphs: request.glyphs.or(wide), ..request.clone() }
}

/// The state to start with, of a dataset that has been read.
///
/// # Errors
/// That nothing of it was known on the date, or nothing of the month.
pub fn state_of(request: &Request, settings: &Settings, dataset: Arc<Dataset>) -> Result<State, Vec<Problem>> {
    let name = sources::name(&request.files());
    if let (Some(month), Some((first, _))) = (request.month, dataset.span())
        && month.frequency() != first.frequency()
    {
        let hint = say!("runtime.write-like", first = first);
        return Err(vec![Problem::whole_file(
            name,
            say!("runtime.another-frequency-than-dataset", month = month),
            hint,
        )]);
    }
    let date = request.as_of.map_or_else(String::new, |date| say!("runtime.on-date", date = date));
    let problem = |what: String, hint: String| vec![Problem::whole_file(name.clone(), what, hint)];
    let mut state =
        State::new(dataset, request.as_of, request.month, panels::names(), settings.range).ok_or_else(|| {
            let hint = word!("runtime.choose-later-date-add");
            problem(say!("runtime.no-totals-known", date = date), hint.to_owned())
        })?;
    state.playlist = Arc::new(playlist(request)?);
    let (first, last) = state.span();
    match request.month {
        Some(month) if month != state.month() => Err(problem(
            say!("runtime.nothing-of-month", month = month, date = date),
            say!("runtime.choose-month", first = first, last = last),
        )),
        _ => Ok(state),
    }
}

/// The settings: defaults, with the user's file over them.
///
/// # Errors
/// Everything that is wrong with the file.
pub fn settings(request: &Request) -> Result<Settings, Vec<Problem>> {
    let (themes, layouts) = (theme_names(), user_files::names_with(shipped::layout_names(), "layouts"));
    let (themes, layouts) = (borrowed(&themes), borrowed(&layouts));
    let names = Names { themes: &themes, layouts: &layouts };
    let file = match &request.config {
        Some(file) => Some(user_files::read_at(file)?),
        None => user_files::read("config.toml")?,
    };
    let settings = match file {
        None => Settings::default(),
        Some(file) => Settings::default().merged(&file.name, &file.text, names)?,
    };
    Ok(Settings { negative: request.negative.unwrap_or(settings.negative), ..settings })
}

/// Themes, keys and layout for a terminal.
///
/// # Errors
/// Everything that is wrong with the user's files.
pub fn look(request: &Request, settings: &Settings, depth: Depth) -> Result<Look, Vec<Problem>> {
    let panels = panels::names();
    let commands = command_names(&panels);
    let commands = borrowed(&commands);
    Ok(Look {
        themes: themes(request, settings, depth)?,
        glyphs: request.glyphs.unwrap_or_else(|| glyphs(settings)),
        negative: settings.negative,
        layout: layout(request.layout.as_deref().unwrap_or(&settings.layout))?,
        keymap: keymap(&commands)?,
        mouse: settings.mouse,
    })
}

/// A file `layouts/NAME.toml` of the user's goes before a shipped layout of that name.
pub(super) fn layout(name: &str) -> Result<Layout, Vec<Problem>> {
    match user_files::read(&format!("layouts/{name}.toml"))? {
        Some(file) => Layout::parse(&file.name, &file.text, &view::layout_names()),
        None if shipped::layout(name).is_some() => Layout::shipped(name, &view::layout_names()),
        None => {
            let names = user_files::names_with(shipped::layout_names(), "layouts");
            let hint = crate::domain::spelling::suggestion(name, &borrowed(&names));
            Err(vec![Problem::whole_file("--layout", say!("runtime.there-no-layout", name = name), hint)])
        }
    }
}

pub(super) fn keymap(commands: &[&str]) -> Result<Keymap, Vec<Problem>> {
    let keymap = Keymap::shipped(commands)?;
    match user_files::read("keymap.toml")? {
        None => Ok(keymap),
        Some(file) => keymap.merged(&file.name, &file.text, commands),
    }
}

/// The theme asked for, then the shipped ones in their order. A file `themes/NAME.toml` of the user's
/// goes before a shipped theme of that name.
fn themes(request: &Request, settings: &Settings, depth: Depth) -> Result<Vec<Theme>, Vec<Problem>> {
    let first = request.theme.as_deref().unwrap_or(&settings.theme);
    let others = shipped::theme_names().into_iter().filter(|name| *name != first);
    let themes = [first].into_iter().chain(others).map(|name| theme(name, depth)).collect::<Result<Vec<_>, _>>()?;
    let painted = settings.paint_page;
    Ok(themes.into_iter().map(|theme| if painted { theme } else { theme.unpainted() }).collect())
}

/// A theme of the user's or a shipped one, for a depth.
///
/// # Errors
/// Everything that is wrong with its file, or that there is none.
pub fn theme(name: &str, depth: Depth) -> Result<Theme, Vec<Problem>> {
    match user_files::read(&format!("themes/{name}.toml"))? {
        Some(file) => Theme::parse(&file.name, &file.text, depth),
        None if shipped::theme(name).is_some() => Theme::shipped(name, depth),
        None => {
            let hint = crate::domain::spelling::suggestion(name, &borrowed(&theme_names()));
            Err(vec![Problem::whole_file("--theme", say!("runtime.there-no-theme", name = name), hint)])
        }
    }
}

fn theme_names() -> Vec<String> {
    user_files::names_with(shipped::theme_names(), "themes")
}

fn borrowed(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// The colours of the terminal: asked for, set, or as the terminal says of itself.
pub fn depth(request: &Request, settings: &Settings) -> Depth {
    match (request.depth, settings.color) {
        (Some(depth), _) | (None, Color::Fixed(depth)) => depth,
        (None, Color::Auto) => match supports_color::on(Stream::Stdout) {
            None => Depth::None,
            Some(level) if level.has_16m && !is_in_screen() => Depth::True,
            Some(level) if level.has_256 || level.has_16m => Depth::X256,
            Some(_) => Depth::X16,
        },
    }
}

/// Inside of GNU screen, which hands on what the terminal around it says of itself but takes 24-bit colours for other
/// attributes.
fn is_in_screen() -> bool {
    std::env::var_os("STY").is_some()
}

fn glyphs(settings: &Settings) -> Glyphs {
    match settings.glyphs {
        crate::config::Glyphs::Unicode => Glyphs::Unicode,
        crate::config::Glyphs::Cjk => Glyphs::Cjk,
        crate::config::Glyphs::Ascii => Glyphs::Ascii,
        crate::config::Glyphs::Console => Glyphs::Console,
        // The Linux console has letters and a few blocks, and a dumb terminal not even these.
        crate::config::Glyphs::Auto => match std::env::var("TERM").as_deref() {
            Ok("linux") => Glyphs::Console,
            Ok("dumb") => Glyphs::Ascii,
            _ => Glyphs::Unicode,
        },
    }
}
