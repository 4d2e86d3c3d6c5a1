//! A layout file into a [`Layout`].

use super::{Layout, Row, Seat, Size, Tier};
use crate::domain::toml_tree::{Document, Place, Table, settled};
use crate::domain::{Problem, spelling};
use crate::say;
use crate::word;

/// No terminal is larger, and no product of two such sizes overflows.
const LARGEST: i64 = 10_000;

pub(super) fn layout(file: &str, text: &str, panels: &[&str]) -> Result<Layout, Vec<Problem>> {
    let document = Document::parse(file, text)?;
    let mut reader = Reader { panels, problems: Vec::new() };
    let layout = reader.layout(document.root());
    settled(layout, reader.problems)
}

struct Reader<'a> {
    panels: &'a [&'a str],
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn layout(&mut self, root: &Table) -> Layout {
        let gaps = (self.cells(root, "gap_x", 0).unwrap_or(1), self.cells(root, "gap_y", 0).unwrap_or(0));
        let give_way = self.give_way(root);
        let mut tiers: Vec<(Tier, Place)> = Vec::new();
        for table in root.tables("tier", &mut self.problems) {
            let tier = self.tier(table, gaps);
            self.reachable(&tier, table, &tiers);
            tiers.push((tier, table.place().clone()));
        }
        root.finish(&mut self.problems);
        if tiers.is_empty() && self.problems.is_empty() {
            self.problems.push(root.problem(word!("config.there-no-tier"), word!("config.add-tier-rows")));
        }
        Layout { give_way, tiers: tiers.into_iter().map(|(tier, _)| tier).collect() }
    }

    fn give_way(&mut self, root: &Table) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for (name, place) in root.list::<&str>("give_way", &mut self.problems) {
            self.known(name, place);
            if names.iter().any(|earlier| earlier == name) {
                self.problems
                    .push(place.problem(say!("config.stands-here-twice", name = name), word!("config.remove-one")));
            }
            names.push(name.to_owned());
        }
        names
    }

    fn tier(&mut self, table: &Table, gaps: (u16, u16)) -> Tier {
        let mut seated = Vec::new();
        let tier = Tier {
            min_width: self.cells(table, "min_width", 0).unwrap_or(0),
            min_height: self.cells(table, "min_height", 0).unwrap_or(0),
            gap_x: self.cells(table, "gap_x", 0).unwrap_or(gaps.0),
            gap_y: self.cells(table, "gap_y", 0).unwrap_or(gaps.1),
            rows: self.rows(table, &mut seated),
        };
        table.finish(&mut self.problems);
        tier
    }

    /// A tier below one that fits wherever it fits is never used.
    fn reachable(&mut self, tier: &Tier, table: &Table, above: &[(Tier, Place)]) {
        let hides = |other: &Tier| other.min_width <= tier.min_width && other.min_height <= tier.min_height;
        if let Some((_, place)) = above.iter().find(|(other, _)| hides(other)) {
            let what = say!("config.tier-never-used-one", place = place);
            self.problems.push(table.problem(what, word!("config.put-larger-tiers-before")));
        }
    }

    fn rows<'t>(&mut self, tier: &'t Table, seated: &mut Vec<&'t str>) -> Vec<Row> {
        let rows = tier.required::<&[_]>("rows", &mut self.problems).map_or(0, <[_]>::len);
        if rows == 0 && tier.get("rows").is_some() {
            self.problems.push(tier.problem_at(
                "rows",
                word!("config.there-no-rows"),
                say!("config.add-row", example = "{ panels = [ … ] }"),
            ));
        }
        let tables = if rows == 0 { Vec::new() } else { tier.tables("rows", &mut self.problems) };
        tables.into_iter().map(|row| self.row(row, seated)).collect()
    }

    fn row<'t>(&mut self, table: &'t Table, seated: &mut Vec<&'t str>) -> Row {
        let size = self.size(table, "height");
        let before = seated.len();
        let known = table.required_array("panels", &mut self.problems).is_some();
        let tables = if known { table.tables("panels", &mut self.problems) } else { Vec::new() };
        let panels: Vec<Seat> = tables.into_iter().filter_map(|seat| self.seat(seat, seated)).collect();
        if known && panels.is_empty() && seated.len() == before {
            self.problems.push(table.problem_at(
                "panels",
                word!("config.row-has-no-panels"),
                word!("config.add-one-remove-row"),
            ));
        }
        table.finish(&mut self.problems);
        Row { size, panels }
    }

    fn seat<'t>(&mut self, table: &'t Table, seated: &mut Vec<&'t str>) -> Option<Seat> {
        let size = self.size(table, "width");
        let name = table.required_str("panel", &mut self.problems);
        table.finish(&mut self.problems);
        let place = table.get("panel").map_or(table.place(), |value| value.place());
        let name = name?;
        self.known(name, place);
        if seated.contains(&name) {
            self.problems.push(place.problem(say!("config.tier-twice", name = name), word!("config.remove-one")));
        }
        seated.push(name);
        Some(Seat { panel: name.to_owned(), size })
    }

    /// A fixed size, or a share with a minimum.
    fn size(&mut self, table: &Table, fixed: &str) -> Size {
        let size = self.cells(table, fixed, 1);
        let share = self.cells(table, "share", 1);
        let min = self.cells(table, "min", 1);
        if size.is_some() && (share.or(min)).is_some() {
            let hint = say!("config.give-alone-share-min", fixed = fixed);
            self.problems.push(table.problem_at(fixed, say!("config.beside-share", fixed = fixed), hint));
        }
        size.map_or(Size::Share { share: share.unwrap_or(1), min: min.unwrap_or(1) }, Size::Fixed)
    }

    fn known(&mut self, name: &str, place: &Place) {
        if !self.panels.contains(&name) {
            let hint = spelling::suggestion(name, self.panels);
            self.problems.push(place.problem(say!("config.unknown-panel", name = name), hint));
        }
    }

    fn cells(&mut self, table: &Table, key: &str, least: i64) -> Option<u16> {
        let number = table.integer_in(key, least..=LARGEST, &mut self.problems)?;
        u16::try_from(number).ok()
    }
}
