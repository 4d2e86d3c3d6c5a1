//! Names of goods that are set in below those of which they are parts: `Food`, `  Meat`, `  Fish`; `Food`, `- Meat`, `- Fish`.

use super::super::super::rows::Row;
use super::super::words;

/// What stands before names that are set in.
const BULLETS: [char; 8] = ['-', '–', '—', '·', '•', '└', 'ㄴ', '∟'];

/// Gives names those of what they are a part of, going down a table.
pub(super) struct Indented {
    /// The column of names.
    at: usize,
    /// The names above that have a part, each with how far it is set in.
    above: Vec<(usize, String)>,
}

impl Indented {
    /// Of a column in which some names are set in and others are not. One alone may have a blank by mistake.
    pub fn of(at: usize, below: &[Row<'_>]) -> Option<Indented> {
        let is_name = |row: &&Row<'_>| !row.cell(at).is_empty() && !is_whole(row.cell(at));
        let depths = || below.iter().filter(is_name).map(|row| depth(row, at).0);
        let least = depths().min()?;
        (depths().filter(|depth| *depth > least).count() > 1).then(|| Indented { at, above: Vec::new() })
    }

    /// The name in a row behind those of which it is a part: `Food > Meat`. Nothing where it is none, or a total.
    pub fn name(&mut self, row: &Row<'_>) -> Option<String> {
        let (depth, name) = depth(row, self.at);
        while self.above.last().is_some_and(|(above, _)| *above >= depth) {
            self.above.pop();
        }
        if name.is_empty() || is_whole(name) {
            return None;
        }
        let name = self.above.last().map_or(name.to_owned(), |(_, above)| format!("{above} > {name}"));
        self.above.push((depth, name.clone()));
        Some(name)
    }
}

/// True for what is above all goods, or told by its own words to be a part.
fn is_whole(name: &str) -> bool {
    words::is_total(name) || words::flow_of_heading(name).is_some() || words::is_of_which(name)
}

/// How far a name is set in, and the name without what stands before it.
fn depth<'r>(row: &'r Row<'_>, at: usize) -> (usize, &'r str) {
    let cell = row.cell(at);
    let name = cell.trim_start_matches(|letter: char| BULLETS.contains(&letter) || letter.is_whitespace());
    let bullets = cell[..cell.len() - name.len()].chars().filter(|letter| BULLETS.contains(letter)).count();
    (row.blanks_before(at) + bullets, name)
}
