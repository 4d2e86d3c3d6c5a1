//! The letterforms: GNU Unifont's, sixteen rows of one-pixel strokes, with a few signs drawn anew.

/// A letterform as it was drawn, before it is set in a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    rows: [u16; ROWS],
    /// A Hangul syllable, which fills the height of the line.
    pub is_syllable: bool,
}

/// Rows of a form.
pub(super) const ROWS: usize = 16;

/// Columns of a form.
pub(super) const COLUMNS: usize = 16;

/// The row on which capitals begin.
pub(super) const CAP_TOP: usize = 4;
/// The row on which small letters begin.
pub(super) const X_TOP: usize = 6;
/// The row on which letters stand.
pub(super) const BASELINE: usize = 13;
/// The row on which syllables begin.
pub(super) const SYLLABLE_TOP: usize = 2;

static LATIN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/latin.bin"));
static SYLLABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/syllables.bin"));

/// Bytes of a syllable, and of a Latin letter with its code before it.
const SYLLABLE: usize = 2 * ROWS;
const ENTRY: usize = 4 + SYLLABLE;

/// Signs whose strokes are too close in eight columns to be emboldened.
const PERCENT: [u16; 10] = [
    0b0110_0000_1000,
    0b1001_0000_1000,
    0b1001_0001_0000,
    0b0110_0010_0000,
    0b0000_0100_0000,
    0b0000_0100_0000,
    0b0000_1000_1100,
    0b0001_0001_0010,
    0b0010_0001_0010,
    0b0010_0000_1100,
];
const WON: [u16; 10] = [
    0b1000_0010_0000_1000,
    0b1000_0010_0000_1000,
    0b1000_0010_0000_1000,
    0b1111_1111_1111_1000,
    0b0100_0101_0001_0000,
    0b0100_0101_0001_0000,
    0b1111_1111_1111_1000,
    0b0010_1000_1010_0000,
    0b0010_1000_1010_0000,
    0b0001_0000_0100_0000,
];
/// A stroke drawn through its bends would fill them where a cell has two dots.
const DOLLAR: [u16; 10] = [
    0b000_1000, 0b011_1111, 0b100_0000, 0b100_0000, 0b011_1110, 0b000_0001, 0b000_0001, 0b000_0001, 0b111_1110,
    0b000_1000,
];

/// Letters whose slanting strokes meet in six columns and would run together.
const M: [u16; 10] = [
    0b1_0000_0001,
    0b1_1000_0011,
    0b1_0100_0101,
    0b1_0010_1001,
    0b1_0001_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
];
const W: [u16; 10] = [
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0000_0001,
    0b1_0001_0001,
    0b1_0010_1001,
    0b1_0100_0101,
    0b1_1000_0011,
    0b1_0000_0001,
];

impl Form {
    /// The form of a letter, if there is one. The blank has none.
    pub fn of(letter: char) -> Option<Form> {
        match letter {
            '가'..='힣' => {
                let at = (u32::from(letter) - u32::from('가')) as usize * SYLLABLE;
                Some(Form { rows: rows(SYLLABLES.get(at..at + SYLLABLE)?), is_syllable: true })
            }
            '%' => Some(Form::between_lines(PERCENT, 4)),
            'M' => Some(Form::between_lines(M, 7)),
            'W' => Some(Form::between_lines(W, 7)),
            '₩' => Some(Form::between_lines(WON, 0)),
            // A slash through it looks like an eight from afar.
            '0' => Form::of('O'),
            _ => {
                let entries = LATIN.as_chunks::<ENTRY>().0;
                let code = |entry: &[u8; ENTRY]| u32::from_be_bytes([entry[0], entry[1], entry[2], entry[3]]);
                let at = entries.binary_search_by_key(&u32::from(letter), code).ok()?;
                Some(Form { rows: rows(&entries.get(at)?[4..]), is_syllable: false })
            }
        }
    }

    /// The form of a letter in few rows of half blocks, as wide as the other.
    pub fn in_half_blocks(letter: char) -> Option<Form> {
        if letter == '$' { Some(Form::between_lines(DOLLAR, 8)) } else { Form::of(letter) }
    }

    fn between_lines(drawn: [u16; 10], shift: u32) -> Form {
        let mut rows = [0; ROWS];
        for (row, bits) in rows.iter_mut().skip(CAP_TOP).zip(drawn) {
            *row = bits << shift;
        }
        Form { rows, is_syllable: false }
    }

    /// Whether a pixel is inked; outside of the form none is.
    pub fn is_on(&self, column: usize, row: usize) -> bool {
        column < COLUMNS && self.rows.get(row).is_some_and(|bits| bits >> (COLUMNS - 1 - column) & 1 == 1)
    }

    /// How many pixels of two rows differ.
    pub fn difference(&self, one: usize, other: usize) -> u32 {
        let row = |at: usize| self.rows.get(at).copied().unwrap_or(0);
        (row(one) ^ row(other)).count_ones()
    }

    /// Whether anything stands on a row.
    pub fn is_inked(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|bits| *bits != 0)
    }

    /// The first and last inked column.
    pub fn extent(&self) -> Option<(usize, usize)> {
        let all = self.rows.iter().fold(0, |all, row| all | row);
        (all != 0).then(|| (all.leading_zeros() as usize, COLUMNS - 1 - all.trailing_zeros() as usize))
    }

    /// Whether anything hangs below the line that letters stand on.
    pub fn descends(&self) -> bool {
        !self.is_syllable && self.rows[BASELINE + 1..].iter().any(|row| *row != 0)
    }

    /// Whether the form is a small letter in its lower part: nothing but a stem reaches above.
    pub fn is_small(letter: char) -> bool {
        letter.is_lowercase()
    }
}

fn rows(bytes: &[u8]) -> [u16; ROWS] {
    let mut rows = [0; ROWS];
    for (row, pair) in rows.iter_mut().zip(bytes.as_chunks::<2>().0) {
        *row = u16::from_be_bytes(*pair);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_that_a_briefing_needs_has_a_form() {
        let words = "12개월 연속 적자 −53.0억 달러, ₩530bn $685bn 48.2%p △1.2조 원 (잠정) É ö ñ “§” Provisional … ·";
        for letter in words.chars().filter(|letter| *letter != ' ') {
            assert!(Form::of(letter).is_some_and(|form| form.extent().is_some()), "{letter}");
        }
        assert!(('가'..='힣').all(|syllable| Form::of(syllable).is_some_and(|form| form.extent().is_some())));
        assert!(Form::of('\u{1b}').is_none() && Form::of('漢').is_none());
    }

    #[test]
    fn syllables_begin_where_they_are_said_to() {
        let drawn = |row: usize, form: &Form| (0..COLUMNS).any(|column| form.is_on(column, row));
        for syllable in '가'..='힣' {
            let form = Form::of(syllable).unwrap();
            assert!((0..SYLLABLE_TOP).all(|row| !drawn(row, &form)), "{syllable}");
        }
        let capital = Form::of('H').unwrap();
        assert!(drawn(CAP_TOP, &capital) && drawn(BASELINE, &capital) && !drawn(BASELINE + 1, &capital));
    }
}
