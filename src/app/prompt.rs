//! The line at the bottom in which commands and searches are typed.

use tui_input::{Input, InputRequest};

use super::command::Action;
use super::state::{Notice, State};
use super::{find, line, update};

/// Lines kept for going back to.
const MOST_LINES: usize = 100;

/// Characters that a line can have.
const MOST_CHARACTERS: usize = 200;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A command and what it takes.
    Command,
    /// A name to go to.
    Find,
}

/// A key, as far as a line cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKey {
    /// A character of the text.
    Char(char),
    /// Delete before the cursor.
    Backspace,
    /// Delete the word before the cursor.
    WordBack,
    /// Delete everything before the cursor.
    Clear,
    /// Left, right, to the start, to the end.
    Left,
    /// One character to the right.
    Right,
    /// To the start of the line.
    Home,
    /// To the end of the line.
    End,
    /// The line typed before.
    Earlier,
    /// The line typed after.
    Later,
    /// The next completion.
    Complete,
    /// The completion before.
    CompleteBack,
    /// This completion, by its place; where it is chosen already, do it.
    Choose(usize),
    /// Do it.
    Enter,
    /// Leave it.
    Escape,
}

/// A line being typed.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it is for.
    pub kind: Kind,
    input: Input,
    /// Place in the history, from the end; 0 is the line itself.
    back: usize,
    /// What was typed before completing or going back in history.
    typed: String,
    /// The completion taken.
    pub chosen: Option<usize>,
}

/// Lines typed before, the latest last.
#[derive(Debug, Clone, Default)]
pub struct History {
    commands: Vec<String>,
    searches: Vec<String>,
}

impl History {
    fn of(&mut self, kind: Kind) -> &mut Vec<String> {
        match kind {
            Kind::Command => &mut self.commands,
            Kind::Find => &mut self.searches,
        }
    }

    /// What was looked for last.
    pub fn last_search(&self) -> Option<&str> {
        self.searches.last().map(String::as_str)
    }
}

/// Something that completes a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The whole line with it.
    pub text: String,
    /// What it is.
    pub about: String,
    /// What it does, where it stands for itself.
    pub action: Option<Action>,
}

impl Prompt {
    /// An empty line.
    pub fn new(kind: Kind) -> Prompt {
        Prompt { kind, input: Input::default(), back: 0, typed: String::new(), chosen: None }
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// What was typed, without the completion taken.
    pub fn typed(&self) -> &str {
        if self.chosen.is_some() { &self.typed } else { self.text() }
    }

    /// Columns from its start to the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    fn set(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    fn edit(&mut self, request: InputRequest) {
        self.chosen = None;
        self.input.handle(request);
    }
}

/// What completes the line.
pub fn candidates(state: &State) -> Vec<Candidate> {
    match &state.prompt {
        None => Vec::new(),
        Some(prompt) if prompt.kind == Kind::Command => line::candidates(state, prompt.typed()),
        Some(prompt) => find::candidates(state, prompt.typed()),
    }
}

/// Applies a key to the open line; an action follows from Enter.
pub fn type_key(state: &mut State, key: LineKey) -> Option<Action> {
    let found = candidates(state);
    let history = match state.prompt.as_ref()?.kind {
        Kind::Command => state.history.commands.clone(),
        Kind::Find => state.history.searches.clone(),
    };
    let prompt = state.prompt.as_mut()?;
    match key {
        LineKey::Char(letter) if letter.is_control() || prompt.text().chars().count() >= MOST_CHARACTERS => {}
        LineKey::Char(letter) => prompt.edit(InputRequest::InsertChar(letter)),
        LineKey::Backspace if prompt.text().is_empty() => state.prompt = None,
        LineKey::Backspace => prompt.edit(InputRequest::DeletePrevChar),
        LineKey::WordBack => prompt.edit(InputRequest::DeletePrevWord),
        LineKey::Clear => prompt.edit(InputRequest::DeleteLine),
        LineKey::Left => prompt.edit(InputRequest::GoToPrevChar),
        LineKey::Right => prompt.edit(InputRequest::GoToNextChar),
        LineKey::Home => prompt.edit(InputRequest::GoToStart),
        LineKey::End => prompt.edit(InputRequest::GoToEnd),
        LineKey::Earlier => go_back(prompt, &history, 1),
        LineKey::Later => go_back(prompt, &history, -1),
        LineKey::Complete => complete(prompt, &found, 1),
        LineKey::CompleteBack => complete(prompt, &found, -1),
        LineKey::Choose(at) if prompt.chosen == Some(at) => return enter(state, &found),
        LineKey::Choose(at) => choose(prompt, &found, at),
        LineKey::Escape => state.prompt = None,
        LineKey::Enter => return enter(state, &found),
    }
    None
}

fn go_back(prompt: &mut Prompt, history: &[String], steps: i32) {
    if prompt.back == 0 {
        prompt.typed = prompt.text().to_owned();
    }
    let back = (prompt.back as i32 + steps).clamp(0, history.len() as i32) as usize;
    let text = if back == 0 { prompt.typed.clone() } else { history[history.len() - back].clone() };
    prompt.chosen = None;
    prompt.back = back;
    prompt.set(&text);
}

fn complete(prompt: &mut Prompt, found: &[Candidate], steps: i32) {
    if found.is_empty() {
        return;
    }
    let count = found.len() as i32;
    let at = match prompt.chosen {
        Some(at) => (at as i32 + steps).rem_euclid(count),
        None if steps < 0 => count - 1,
        None => 0,
    };
    choose(prompt, found, at as usize);
}

fn choose(prompt: &mut Prompt, found: &[Candidate], at: usize) {
    let Some(candidate) = found.get(at) else { return };
    if prompt.chosen.is_none() {
        prompt.typed = prompt.text().to_owned();
    }
    prompt.set(&candidate.text);
    prompt.chosen = Some(at);
}

fn enter(state: &mut State, found: &[Candidate]) -> Option<Action> {
    let prompt = state.prompt.take()?;
    let text = prompt.text().trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let history = state.history.of(prompt.kind);
    history.retain(|line| *line != text);
    history.push(text.clone());
    if history.len() > MOST_LINES {
        history.remove(0);
    }
    let chosen = prompt.chosen.and_then(|at| found.get(at)).and_then(|candidate| candidate.action.clone());
    let meant = match (chosen, prompt.kind) {
        (Some(action), _) => Ok(action),
        (None, Kind::Command) => line::parse(state, &text),
        (None, Kind::Find) => find::first(state, &text),
    };
    match meant {
        Ok(action) => Some(action),
        Err(words) => {
            state.notices = vec![Notice::Words(words)];
            None
        }
    }
}

/// Applies a key to the open line and does what follows from it.
pub fn update_line(state: &mut State, key: LineKey) -> update::Outcome {
    state.notices.clear();
    match type_key(state, key) {
        Some(action) => update::update(state, action),
        None => update::Outcome::Redraw,
    }
}
