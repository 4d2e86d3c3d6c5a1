//! Rows of a form laid on rows of sub-pixels, so that strokes keep apart: where there are fewer rows than were drawn,
//! those that look like the row before them are given up first.

use super::forms::{BASELINE, CAP_TOP, Form, ROWS, SYLLABLE_TOP, X_TOP};

/// Where a line of type has its lines, in sub-pixels from its top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guides {
    /// Sub-pixels from the top to the bottom.
    pub height: usize,
    /// Tops of capitals.
    pub cap: usize,
    /// Tops of small letters.
    pub x: usize,
    /// The lowest row of a letter that does not descend.
    pub base: usize,
}

impl Guides {
    /// The guides of a line: beside syllables Latin is a little lower than these, and alone it fills the line.
    pub fn of(height: usize, has_syllables: bool, descends: bool) -> Guides {
        let below = match (has_syllables, descends) {
            // Without a tail a comma is a point: 5,951 were 5.951.
            (true, true) => (height / 12).max(1),
            (true, false) => height / 12,
            (false, true) => (height / 8).max(1),
            (false, false) => 0,
        };
        let cap = if has_syllables { (height * 6 + 50) / 100 } else { 0 };
        let base = height - 1 - below;
        let x = base - ((base - cap) * 73 + 50) / 100;
        Guides { height, cap, x, base }
    }
}

/// The sub-pixel row of every row of a form, for strokes that are `thick` rows thick.
pub(super) fn rows(form: &Form, letter: char, guides: Guides, thick: usize) -> [usize; ROWS] {
    let mut places = [0; ROWS];
    let spare = thick - 1;
    let mut lay = |first: usize, last: usize, from: usize, to: usize| {
        let steps =
            spread(last - first, to.saturating_sub(from), |step| form.difference(first + step, first + step + 1));
        places.iter_mut().skip(first).zip(steps).for_each(|(place, step)| *place = from + step);
    };
    if form.is_syllable {
        lay(SYLLABLE_TOP, ROWS - 1, 0, guides.height - 1 - spare);
        return places;
    }
    let base = guides.base - spare;
    match Form::is_small(letter) {
        true => {
            lay(CAP_TOP, X_TOP, guides.cap, guides.x);
            lay(X_TOP, BASELINE, guides.x, base);
        }
        false => lay(CAP_TOP, BASELINE, guides.cap, base),
    }
    lay(BASELINE, ROWS - 1, base, (guides.height - 1 - spare).max(base));
    // Marks above letters.
    for (row, place) in places.iter_mut().enumerate().take(CAP_TOP) {
        *place = guides.cap.saturating_sub(CAP_TOP - row);
    }
    places
}

/// `steps` steps that reach from 0 to `height`, as even as they can be; where some must be nothing, those between rows
/// that differ least. Gives the height before the first step and after each.
fn spread(steps: usize, height: usize, difference: impl Fn(usize) -> u32) -> Vec<usize> {
    if height >= steps {
        return (0..=steps).map(|step| (2 * step * height + steps) / (2 * steps.max(1))).collect();
    }
    // The least cost of being at a height after some steps, and whether the last of them rose.
    let mut costs: Vec<Vec<Option<(f64, bool)>>> = vec![vec![None; height + 1]; steps + 1];
    costs[0][0] = Some((0.0, false));
    for step in 1..=steps {
        for at in 0..=height {
            let uneven = at as f64 - step as f64 * height as f64 / steps as f64;
            let merged = match difference(step - 1) {
                0 => 0.2,
                pixels => 2.0 + f64::from(pixels),
            };
            let before = |at: Option<usize>| costs[step - 1].get(at?).copied().flatten().map(|(cost, _)| cost);
            let (stayed, rose) = (before(Some(at)).map(|cost| cost + merged), before(at.checked_sub(1)));
            let best = match (stayed, rose) {
                (Some(stayed), Some(rose)) if stayed < rose => Some((stayed, false)),
                (Some(stayed), None) => Some((stayed, false)),
                (_, rose) => rose.map(|cost| (cost, true)),
            };
            costs[step][at] = best.map(|(cost, rose)| (cost + 0.05 * uneven * uneven, rose));
        }
    }
    let mut at = height;
    let mut places = vec![at];
    for step in (1..=steps).rev() {
        at -= usize::from(costs[step][at].is_some_and(|(_, rose)| rose));
        places.push(at);
    }
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_spread_from_end_to_end() {
        assert_eq!(spread(4, 8, |_| 0), [0, 2, 4, 6, 8]);
        assert_eq!(spread(3, 3, |_| 9), [0, 1, 2, 3]);
        assert_eq!(spread(0, 0, |_| 0), [0]);
        // The row that repeats the one before it is given up.
        assert_eq!(spread(3, 2, |step| [5, 0, 5][step]), [0, 1, 1, 2]);
        for steps in 0..16 {
            for height in 0..40 {
                let places = spread(steps, height, |step| step as u32 % 3);
                assert_eq!((places[0], places.len()), (0, steps + 1));
                assert!(places.is_sorted() && (steps == 0 || *places.last().unwrap() == height));
            }
        }
    }

    #[test]
    fn capitals_of_latin_alone_are_seven_eighths_of_the_line() {
        for rows in [4, 8, 12, 16] {
            let guides = Guides::of(2 * rows, false, true);
            assert_eq!((guides.cap, guides.base + 1), (0, 2 * rows * 7 / 8));
        }
        assert_eq!(Guides::of(16, false, false).base, 15);
    }
}
