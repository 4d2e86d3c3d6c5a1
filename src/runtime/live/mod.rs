//! What keeps the dashboard live: one thread that reads the dataset and the configuration, watches their files, and
//! reads them again when they change, when a command is due, or when it is asked to. It never waits for the screen.

mod feed;
mod inbox;
mod mapping;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::app::State;
use crate::config::Settings;
use crate::domain::{Problem, Scope};
use crate::import::Progress;
use crate::import::mapping::Mapped;
use crate::indicators::Lensed;
use crate::words::{Language, carried};

use super::dashboard::{Look, Message};
use super::setup::Request;
use super::wake::Mailbox;
use feed::Feed;

/// What the thread tells the dashboard.
#[derive(Debug, Clone)]
pub enum Told {
    /// The dataset was read for the first time.
    Opened(Box<Result<State, Vec<Problem>>>),
    /// The dataset was read again; with everything that is known of it.
    Dataset(Result<Arc<Lensed>, Vec<Problem>>),
    /// The configuration was read again.
    Look {
        /// What it says, or what is wrong with it.
        look: Box<Result<Look, Vec<Problem>>>,
        /// It asks for another theme than before.
        is_other_theme: bool,
    },
    /// What the columns of those sources are taken for that are tables of no known format; never none.
    Mapped(Vec<Mapped>),
    /// What came of an order, in words.
    Words(String),
    /// The part of the records that was asked for cannot be shown.
    NotLooked(Problem),
    /// Changes will not be noticed, for this reason.
    Unwatched(String),
}

/// Something that wakes the thread.
enum Stir {
    /// Files changed.
    Touched(Vec<PathBuf>),
    /// Somebody asks for something.
    Ordered(Order),
}

/// Something that can be asked of the thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Read the dataset again.
    Again,
    /// Say what the columns of the sources are taken for.
    Mapping,
    /// Read the dataset again with this in place of what its columns are taken for.
    Map(Box<Mapped>),
    /// Write what the columns are taken for beside the source.
    SaveMapping(Box<Mapped>),
    /// Read another part of the records.
    Look(Scope),
    /// Speak another language from now on.
    Speak(Language),
}

/// A way to ask the thread.
#[derive(Debug, Clone)]
pub struct Feeding(Sender<Stir>);

impl Feeding {
    /// Asks, and does not wait.
    pub fn order(&self, order: Order) {
        // Without the thread nothing is read again, which it has told.
        let _ = self.0.send(Stir::Ordered(order));
    }
}

/// Starts the thread: it reads the dataset, telling `progress`, and goes on as long as the mailbox is there.
///
/// # Errors
/// Where the system starts no thread.
pub fn start(
    request: Request,
    settings: Settings,
    progress: Arc<Progress>,
    mailbox: Mailbox<Message>,
) -> std::io::Result<Feeding> {
    let (stirs, inbox) = mpsc::channel();
    let feeding = Feeding(stirs.clone());
    let run = carried(move || Feed::new(request, settings, mailbox, (stirs, inbox)).run(&progress));
    thread::Builder::new().name("feed".to_owned()).spawn(run)?;
    Ok(feeding)
}
