//! Slips of the pen: digits exchanged or misprinted, a wrong power of ten, a wrong sign.

use crate::domain::Stated;

use super::Difference;

/// With fewer digits than this, a misprint could turn it into nearly anything.
const ENOUGH_DIGITS: usize = 3;

/// What may have been meant by a number, likeliest first.
pub(super) fn corrections(stated: &Stated) -> Vec<(Difference, Stated)> {
    let printed = &stated.printed;
    let written = |text: String| Stated::parse(&text, &stated.unit_text, stated.unit.clone());
    let mut found: Vec<(Difference, Stated)> = Vec::new();
    let digits: Vec<usize> = printed.char_indices().filter(|(_, it)| it.is_ascii_digit()).map(|(at, _)| at).collect();
    for pair in digits.windows(2) {
        let mut bytes = printed.clone().into_bytes();
        bytes.swap(pair[0], pair[1]);
        let exchanged = String::from_utf8(bytes).ok().filter(|text| text != printed).and_then(written);
        found.extend(exchanged.map(|stated| (Difference::Transposed, stated)));
    }
    found.extend(sign(printed).and_then(written).map(|stated| (Difference::Sign, stated)));
    for power in [1, -1, 2, -2, 3, -3] {
        found.extend(shifted(stated, power).map(|stated| (Difference::Power(power), stated)));
    }
    if digits.len() >= ENOUGH_DIGITS {
        for at in digits {
            for digit in '0'..='9' {
                let mut text = printed.clone();
                text.replace_range(at..=at, &digit.to_string());
                let other = Some(text).filter(|text| text != printed).and_then(written);
                found.extend(other.map(|stated| (Difference::Misprint, stated)));
            }
        }
    }
    found
}

fn sign(printed: &str) -> Option<String> {
    match printed.strip_prefix(['-', '−']) {
        Some(rest) => Some(rest.to_owned()),
        None => Some(format!("-{}", printed.trim_start_matches('+'))),
    }
}

/// The same digits, worth `10^power` times as much.
fn shifted(stated: &Stated, power: i32) -> Option<Stated> {
    let factor = crate::domain::Ratio::whole(10_i128.pow(power.unsigned_abs()));
    let scaled =
        |value: crate::domain::Ratio| if power > 0 { value.checked_by(factor) } else { value.checked_over(factor) };
    Some(Stated { value: scaled(stated.value)?, step: scaled(stated.step)?, ..stated.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ratio, StatedUnit};

    fn found(printed: &str) -> Vec<(Difference, Ratio)> {
        let stated = Stated::parse(printed, "percent", StatedUnit::Percent).unwrap();
        corrections(&stated).into_iter().map(|(difference, stated)| (difference, stated.value)).collect()
    }

    #[test]
    fn the_likeliest_slips_are_tried() {
        let all = found("-42.7");
        for (difference, num) in [
            (Difference::Transposed, -472),
            (Difference::Transposed, -247),
            (Difference::Sign, 427),
            (Difference::Power(1), -4270),
            (Difference::Misprint, -422),
        ] {
            assert!(all.contains(&(difference.clone(), Ratio::new(num, 10).unwrap())), "{difference:?} {num}");
        }
    }

    #[test]
    fn short_numbers_are_not_misprinted_into_anything() {
        assert!(found("39").iter().all(|(difference, _)| *difference != Difference::Misprint));
    }
}
