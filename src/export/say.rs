//! The briefing as plain sentences, for screen readers, phones and chats: those of the screen, in lines of less than 80
//! columns, and nothing but words.

use crate::say;
use crate::ui::Scene;
use crate::ui::briefing::edges;
use crate::ui::format;
use crate::ui::lens_words;
use crate::ui::panels::PANELS;
use crate::ui::widgets::text;

/// Columns of a line at the most.
pub const WIDTH: u16 = 78;

/// Country, month, date, and the sentence of the month.
pub fn head(scene: &Scene<'_>) -> String {
    let country = scene.state.dataset().name.here();
    let month = format::period_long(scene.state.month());
    let known = format::date(scene.state.view().as_of());
    let title = say!("say.title", country = country, month = month, date = known);
    format!("{title} {}", ended(&scene.wording().headline()))
}

/// The title and the sentence of the page that is shown, with its note.
pub fn page(scene: &Scene<'_>) -> String {
    let Some(panel) = PANELS.get(scene.state.focus()) else { return String::new() };
    let lens = lens_words::all(scene.deck().lens(), scene.state.dataset());
    let title = if lens.is_empty() { panel.title(scene) } else { format!("{} ({lens})", panel.title(scene)) };
    let said = say!("say.page", title = title, sentence = ended(&panel.sentence(scene)));
    [said.as_str(), edges::note(scene)].join(" ").trim_end().to_owned()
}

/// Where the figures are from.
pub fn source(scene: &Scene<'_>) -> String {
    edges::source_words(scene).map(|words| ended(&words)).unwrap_or_default()
}

/// Paragraphs with an empty line between.
pub fn paragraphs(parts: &[String]) -> String {
    let wrapped = parts.iter().filter(|part| !part.is_empty()).map(|part| text::wrap(part, WIDTH).join("\n"));
    wrapped.map(|part| part + "\n").collect::<Vec<_>>().join("\n")
}

fn ended(sentence: &str) -> String {
    if sentence.ends_with('.') { sentence.to_owned() } else { format!("{sentence}.") }
}
