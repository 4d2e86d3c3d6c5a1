//! The thread that reads again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use crate::config::Settings;
use crate::domain::{Problem, Scope};
use crate::import::Progress;
use crate::import::mapping::Mapped;
use crate::indicators::Lensed;
use crate::word;
use crate::words::{Language, in_language, language};

use super::super::crash;
use super::super::dashboard::Message;
use super::super::setup::{self, Request};
use super::super::wake::Mailbox;
use super::super::{sources, user_files};
use super::inbox::Inbox;
use super::watch::{self, Watch};
use super::{Order, Stir, Told, mapping};

/// Files are read once nothing changed for so long: most programs write a file in several steps.
const QUIET: Duration = Duration::from_millis(40);

/// Files that never come to rest are read after so long.
const LONGEST: Duration = Duration::from_millis(1000);

/// A file that is broken gets so long to be mended, before anybody is told: some programs take it away first.
const SECOND_CHANCE: Duration = Duration::from_millis(160);

pub(super) struct Feed {
    request: Request,
    settings: Settings,
    mailbox: Mailbox<Message>,
    stirs: Sender<Stir>,
    inbox: Inbox,
    /// Files that the dataset is read from, by their whole names, there or not.
    sources: BTreeSet<PathBuf>,
    /// The files that patterns and folders stood for when it was read.
    listed: Vec<PathBuf>,
    /// Files and folders of the configuration.
    configuration: BTreeSet<PathBuf>,
    watch: Option<Watch>,
    /// When the command was started last.
    started: Instant,
    /// Files that changed while it was waited whether a broken one is mended.
    waiting: Option<Vec<PathBuf>>,
    /// A broken source has had its second chance.
    is_broken: bool,
    /// Something was decided while the source was read, which is told in a language.
    has_decisions: bool,
    /// The configuration cannot be read.
    is_look_broken: bool,
    /// What messages are in.
    language: Language,
}

impl Feed {
    pub(super) fn new(
        request: Request,
        settings: Settings,
        mailbox: Mailbox<Message>,
        (stirs, inbox): (Sender<Stir>, Receiver<Stir>),
    ) -> Feed {
        let configuration = user_files::watched(request.config.as_deref());
        let named = request.sources.iter().chain(&request.claims).flat_map(|path| watch::names_of(path)).collect();
        Feed {
            configuration: configuration.iter().flat_map(|path| watch::names_of(path)).collect(),
            sources: named,
            listed: sources::listed(&request.sources),
            request,
            settings,
            mailbox,
            stirs,
            inbox: Inbox::of(inbox),
            watch: None,
            started: Instant::now(),
            waiting: None,
            is_broken: false,
            has_decisions: false,
            is_look_broken: false,
            language: language(),
        }
    }

    /// Reads the dataset, then goes on reading what changed until nobody listens.
    pub(super) fn run(mut self, progress: &Progress) {
        // Watched before it is read, so that no change is missed in between.
        let watched = self.start_watching();
        if !self.open(progress) || watched.is_err_and(|words| !self.tell(Told::Unwatched(words))) {
            return;
        }
        while let Some(stir) = self.next() {
            if !in_language(self.language, || self.answer(stir)) {
                return;
            }
        }
    }

    /// Does what it was woken for; false where nobody listens any more.
    fn answer(&mut self, stir: Option<Stir>) -> bool {
        match stir {
            None | Some(Stir::Ordered(Order::Again)) => self.read_again(),
            Some(Stir::Ordered(Order::Mapping)) => self.tell(mapping::told(&self.request)),
            Some(Stir::Ordered(Order::Map(mapped))) => self.map(*mapped),
            Some(Stir::Ordered(Order::SaveMapping(mapped))) => self.tell(mapping::saved(&self.request, &mapped)),
            Some(Stir::Ordered(Order::Look(scope))) => self.look(scope),
            Some(Stir::Ordered(Order::Speak(language))) => self.speak(language),
            Some(Stir::Touched(files)) => self.touched(files),
        }
    }

    /// Says what is wrong now, and all that follows, in another language.
    fn speak(&mut self, language: Language) -> bool {
        self.language = language;
        let is_command = self.request.every(&self.settings).is_some();
        in_language(language, || {
            let says_nothing = !self.is_broken && !self.has_decisions;
            (says_nothing || is_command || self.read_again()) && (!self.is_look_broken || self.read_look())
        })
    }

    fn tell(&self, told: Told) -> bool {
        self.mailbox.send(Message::Told(told))
    }

    fn open(&mut self, progress: &Progress) -> bool {
        let opened = crash::off_screen(|| {
            let read = setup::dataset(&self.request, &self.settings, Some(progress));
            let state = read.result.and_then(|dataset| setup::state_of(&self.request, &self.settings, dataset));
            state.iter().for_each(|state| state.lensed().work_out());
            (state, read.files)
        });
        match opened {
            Ok((state, files)) => {
                self.follow(files, state.is_ok());
                self.has_decisions = state.as_ref().is_ok_and(|state| !state.dataset().decisions.is_empty());
                self.tell(Told::Opened(Box::new(state)))
            }
            Err(panic) => {
                let problem = sources::broken(&self.request.sources, &panic);
                self.tell(Told::Opened(Box::new(Err(vec![problem]))))
            }
        }
    }

    /// The next reason to act: `Some(None)` where the command is due.
    #[allow(clippy::option_option)]
    fn next(&mut self) -> Option<Option<Stir>> {
        if let Some(files) = self.waiting.take() {
            return Some(Some(Stir::Touched(files)));
        }
        let due = self.request.every(&self.settings).map(|every| self.started + every);
        match self.inbox.next(due) {
            Ok(stir) => Some(Some(stir)),
            Err(RecvTimeoutError::Timeout) => Some(None),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// Waits until the files come to rest, and reads again what they belong to.
    fn touched(&mut self, files: Vec<PathBuf>) -> bool {
        let touched = self.at_rest(files);
        let concerns = |files: &BTreeSet<PathBuf>| touched.iter().any(|file| watch::concerns(file, files));
        let is_own = |file: &PathBuf| self.configuration.iter().any(|own| file.parent() == Some(own));
        let (is_source, is_configuration) =
            (concerns(&self.sources), concerns(&self.configuration) || touched.iter().any(is_own));
        // Sources alone: the log may itself lie in a folder that is watched.
        let sources = touched.iter().filter(|file| watch::concerns(file, &self.sources));
        sources.for_each(|file| log::info!("changed: {}", file.display()));
        self.follow_again();
        let is_source = is_source || sources::listed(&self.request.sources) != self.listed;
        (!is_configuration || self.read_look()) && (!is_source || self.read_again())
    }

    /// All files that changed until nothing changed for a while.
    fn at_rest(&mut self, mut files: Vec<PathBuf>) -> Vec<PathBuf> {
        let start = Instant::now();
        while start.elapsed() < LONGEST
            && let Some(more) = self.inbox.touched(QUIET)
        {
            files.extend(more);
        }
        files
    }

    fn read_again(&mut self) -> bool {
        self.started = Instant::now();
        self.listed = sources::listed(&self.request.sources);
        let read = crash::off_screen(|| setup::dataset(&self.request, &self.settings, None));
        let (result, files) = match read {
            Ok(read) => (read.result, read.files),
            Err(panic) => (Err(vec![sources::broken(&self.request.sources, &panic)]), Vec::new()),
        };
        self.follow(files, result.is_ok());
        self.has_decisions = result.as_ref().is_ok_and(|dataset| !dataset.decisions.is_empty());
        let result = result.map_err(|problems| problems.into_iter().map(|problem| self.with_hint(problem)).collect());
        let has_chance = result.is_err() && !self.is_broken;
        self.is_broken = result.is_err();
        if has_chance && let Some(files) = self.inbox.touched(SECOND_CHANCE) {
            self.waiting = Some([files, self.sources.iter().cloned().collect()].concat());
            return true;
        }
        self.tell(Told::Dataset(result.map(Lensed::ready)))
    }

    /// A file that is watched and gone is to be put back, whatever else would be said of a name that leads nowhere.
    fn with_hint(&self, problem: Problem) -> Problem {
        let file = Path::new(&problem.file);
        let is_watched = watch::names_of(file).any(|name| self.sources.contains(&name));
        match file.try_exists() {
            Ok(false) if is_watched => Problem { hint: word!("live.gone-hint").to_owned(), ..problem },
            _ => problem,
        }
    }

    fn map(&mut self, mapped: Mapped) -> bool {
        self.request.choices.mappings.insert(mapped.file, mapped.mapping);
        self.read_again()
    }

    /// Reads another part of the records; where there is none, the one before stays.
    fn look(&mut self, scope: Scope) -> bool {
        let before = std::mem::replace(&mut self.request.choices.scope, scope);
        let read = crash::off_screen(|| setup::dataset(&self.request, &self.settings, None));
        let result = match read {
            Ok(read) => read.result,
            Err(panic) => Err(vec![sources::broken(&self.request.sources, &panic)]),
        };
        match result {
            Ok(dataset) => self.tell(Told::Dataset(Ok(Lensed::ready(dataset)))),
            Err(problems) => {
                self.request.choices.scope = before;
                problems.into_iter().next().is_none_or(|problem| self.tell(Told::NotLooked(problem)))
            }
        }
    }

    fn read_look(&mut self) -> bool {
        let read = crash::off_screen(|| {
            let settings = setup::settings(&self.request)?;
            let look = setup::look(&self.request, &settings, setup::depth(&self.request, &settings))?;
            Ok((settings, look))
        });
        let theme = self.settings.theme.clone();
        let look = match read {
            Ok(Ok((settings, look))) => {
                self.settings = settings;
                Ok(look)
            }
            Ok(Err(problems)) => Err(problems),
            Err(panic) => Err(vec![sources::broken(&[], &panic)]),
        };
        self.is_look_broken = look.is_err();
        let is_other_theme = self.request.theme.is_none() && self.settings.theme != theme;
        self.tell(Told::Look { look: Box::new(look), is_other_theme })
    }

    fn start_watching(&mut self) -> Result<(), String> {
        let stirs = self.stirs.clone();
        let tell = move |files| _ = stirs.send(Stir::Touched(files));
        let mut watch = Watch::new(tell).map_err(|error| error.to_string())?;
        let followed = watch.follow(&self.watched()).map_err(|error| error.to_string());
        self.watch = Some(watch);
        followed
    }

    fn watched(&self) -> BTreeSet<PathBuf> {
        // A file in the folder of a configuration makes that folder the one to watch.
        let configuration = self.configuration.iter().flat_map(|path| [path.clone(), path.join("*")]);
        self.sources.iter().cloned().chain(configuration).collect()
    }

    /// Watches the files that were read; where reading failed, those of before as well.
    fn follow(&mut self, files: Vec<PathBuf>, is_good: bool) {
        let files = files.iter().chain(&self.request.sources).flat_map(|file| watch::names_of(file));
        let files: BTreeSet<PathBuf> = files.collect();
        self.sources = if is_good { files } else { self.sources.union(&files).cloned().collect() };
        self.follow_again();
    }

    fn follow_again(&mut self) {
        let watched = self.watched();
        if let Some(watch) = &mut self.watch {
            // What cannot be watched now is tried again at the next change.
            let _ = watch.follow(&watched);
        }
    }
}
