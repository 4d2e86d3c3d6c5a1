//! Revisions of the series at the cursor: its triangle, the month from its first flash to its settled value, and how
//! large its revisions are.

mod chain;
mod sizes;
mod triangle;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;
use crate::domain::{Flow, Member, Ratio, SeriesKey};
use crate::word;

use super::format::{self, Sign};
use super::overlay::{self, Sheet};
use super::prose::{self, Row, side_by_side};
use super::scene::Scene;
use super::series_words;
use super::why::numbers::member;
use super::widgets::text;

/// Largest sheet: on a larger screen the panels stay in sight.
const LARGEST: (u16, u16) = (150, 42);

/// Cells of the chain, and of the sizes where they stand beside it.
const CHAIN: u16 = 62;
const SIZES: u16 = 50;

/// Cells between them.
const GAP: u16 = 2;

/// Decimals of amounts in billions.
const DECIMALS: u32 = 2;

/// The series at the cursor of which anything is known, the one that the panel is about first.
fn keys(scene: &Scene<'_>) -> Vec<SeriesKey> {
    let focus = scene.deck().focus_item.map(Member::Item);
    let of = |member: Member| Flow::ALL.map(|flow| member.key(flow));
    let [exports, imports, balance] = Flow::ALL.map(SeriesKey::total);
    let keys = match (member(scene), scene.state.focused_panel(), focus) {
        (Some(member), _, _) | (None, "focus_item", Some(member)) => of(member),
        (None, "balance" | "streaks" | "claims" | "policy", _) => [balance, exports, imports],
        _ => [exports, imports, balance],
    };
    keys.into_iter().filter(|key| scene.state.view().vintage(*key).first().is_some()).collect()
}

/// How far Up and Down can pick.
pub fn furthest_scroll(scene: &Scene<'_>) -> u16 {
    u16::try_from(keys(scene).len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// Draws everything over the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    let room = overlay::room(screen);
    let most = Rect { width: room.width.min(LARGEST.0), height: room.height.min(LARGEST.1), ..room };
    let keys = keys(scene);
    let pick = usize::from(scene.state.scroll).min(keys.len().saturating_sub(1));
    let rows = match keys.get(pick) {
        Some(key) => [vec![tabs(scene, &keys, pick)], blocks(scene, *key, most)].concat(),
        None => vec![Row::of(word!("revisions.no-series"), scene.style(Role::Text))],
    };
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(most.height);
    let month = format::period(scene.state.month());
    let right = format!("{}   {month}, {}", scene.numbers.unit(), overlay::as_of(scene));
    let inner = Sheet::of(screen, most.width, height).open(scene, word!("revisions.title"), &right, buf);
    prose::draw(&rows, 0, inner, scene.glyphs(), buf);
}

/// The names of the series, the picked one marked.
fn tabs(scene: &Scene<'_>, keys: &[SeriesKey], pick: usize) -> Row {
    let mut row = Row::blank();
    let mut x = 0;
    for (index, key) in keys.iter().enumerate() {
        let (mark, role) = if index == pick { ("> ", Role::Strong) } else { ("  ", Role::Muted) };
        let name = format!("{mark}{}", series_words::name(scene.state.dataset(), *key));
        let width = text::width(&name);
        row = row.at(x, name, scene.style(role));
        x += width + 2;
    }
    row
}

/// The triangle with what the other blocks leave of the height; below it the chain and the sizes.
fn blocks(scene: &Scene<'_>, key: SeriesKey, area: Rect) -> Vec<Row> {
    let is_wide = area.width >= CHAIN + GAP + SIZES;
    let (first, second) = if is_wide { (CHAIN, area.width - CHAIN - GAP) } else { (area.width, area.width) };
    let (chain, sizes) = (chain::rows(scene, key, first), sizes::rows(scene, key, second));
    let is_airy = area.height >= 26;
    let air = || vec![Row::blank(); usize::from(is_airy)];
    let below = match is_wide {
        true => side_by_side(vec![chain, sizes], CHAIN, GAP),
        false => [chain, air(), sizes].concat(),
    };
    let used = below.len() + 1 + 2 * usize::from(is_airy);
    let left = usize::from(area.height).saturating_sub(used);
    let triangle = triangle::rows(scene, key, area.width, left.max(triangle::LEAST));
    [air(), triangle, air(), below].concat()
}

/// An amount in the screen's unit; of a balance with its sign.
fn amount(scene: &Scene<'_>, key: SeriesKey, value: i64) -> String {
    let sign = if key.flow == Flow::Balance { Sign::Always } else { Sign::Minus };
    scene.numbers.amount(Ratio::whole(i128::from(value)), DECIMALS, sign)
}

/// A difference of two amounts, always with its sign.
fn difference(scene: &Scene<'_>, value: i64) -> String {
    scene.numbers.amount(Ratio::whole(i128::from(value)), DECIMALS, Sign::Always)
}
