//! From how far type can be read: capitals must reach 20 minutes of arc, 16 at the least.

/// Minutes of arc at which type is read without effort, and at the least.
pub const GOOD: f64 = 20.0;
/// The least.
pub const LEAST: f64 = 16.0;

/// The part of a terminal's row that capitals of its own text take.
pub const TEXT_CAPS: f64 = 0.62;

/// Screens are 16 by 9.
const HEIGHT_OF_DIAGONAL: f64 = 0.490_261;
const METRES_OF_INCH: f64 = 0.025_4;

/// A screen with so many rows of cells on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wall {
    /// The diagonal, in inches.
    pub inches: f64,
    /// Rows of cells from top to bottom.
    pub rows: u16,
}

impl Wall {
    /// The height of a row, in metres.
    fn row(self) -> f64 {
        self.inches * METRES_OF_INCH * HEIGHT_OF_DIAGONAL / f64::from(self.rows.max(1))
    }

    /// The distance in metres from which capitals `caps` rows high have so many minutes of arc.
    pub fn reach(self, caps: f64, minutes: f64) -> f64 {
        self.row() * caps / (minutes / 60.0).to_radians().tan()
    }

    /// How high capitals must be at the least to be read from so many metres, in rows.
    pub fn least_caps(self, metres: f64) -> f64 {
        metres * (LEAST / 60.0).to_radians().tan() / self.row()
    }

    /// The diagonal in inches on which capitals of `caps` rows can just be read from so many metres.
    pub fn inches_for(self, caps: f64, metres: f64) -> f64 {
        self.inches * metres / self.reach(caps, LEAST).max(f64::MIN_POSITIVE)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::widgets::letters::Face;
    use super::*;

    #[test]
    fn the_table_of_a_65_inch_screen() {
        let reach = |rows: u16, caps: f64| Wall { inches: 65.0, rows }.reach(caps, GOOD);
        let type_of = |rows: u16| Face::of("Type", rows).cap_rows();
        let near = |found: f64, said: f64, digits: f64| assert!((found - said).abs() <= digits, "{found} for {said}");
        for (rows, text, four, eight) in [(24, 3.6, 20.0, 41.0), (36, 2.4, 13.5, 27.0), (56, 1.5, 8.7, 17.0)] {
            near(reach(rows, TEXT_CAPS), text, 0.05);
            near(reach(rows, type_of(4)), four, if rows == 24 { 0.5 } else { 0.05 });
            near(reach(rows, type_of(8)), eight, 0.5);
        }
    }

    #[test]
    fn what_is_just_large_enough_is_read_from_just_there() {
        let wall = Wall { inches: 50.0, rows: 40 };
        let caps = wall.least_caps(6.0);
        assert!((wall.reach(caps, LEAST) - 6.0).abs() < 1e-9);
        assert!((wall.inches_for(caps, 6.0) - 50.0).abs() < 1e-9 && (wall.inches_for(caps, 12.0) - 100.0).abs() < 1e-9);
        assert!(wall.reach(caps, GOOD) < 6.0);
    }
}
