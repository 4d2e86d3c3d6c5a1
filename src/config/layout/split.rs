//! A length cut into parts.

use super::Size;

/// Start and length of each part, with gaps between them. If the parts' minima and the gaps fit into
/// `length`, no part is smaller than its minimum; a single part takes what there is.
pub(super) fn split(sizes: &[Size], gap: u16, length: u16) -> Vec<(u16, u16)> {
    if let [size] = sizes {
        return vec![(0, alone(*size, length))];
    }
    let gaps = gap.saturating_mul(count(sizes.len()).saturating_sub(1));
    let lengths = lengths(sizes, length.saturating_sub(gaps));
    let mut start: u16 = 0;
    let mut parts = Vec::with_capacity(sizes.len());
    for part in lengths {
        parts.push((start, part));
        start = start.saturating_add(part).saturating_add(gap);
    }
    parts
}

/// What parts of these sizes need at least, with their gaps.
pub(super) fn needed(sizes: impl Iterator<Item = Size>, gap: u16) -> u64 {
    let (mut total, mut parts) = (0, 0);
    for size in sizes {
        total += u64::from(size.least());
        parts += 1;
    }
    total + u64::from(gap) * (parts.max(1) - 1)
}

fn alone(size: Size, length: u16) -> u16 {
    match size {
        Size::Fixed(size) => size.min(length),
        Size::Share { .. } => length,
    }
}

fn lengths(sizes: &[Size], length: u16) -> Vec<u16> {
    let pinned = pinned(sizes, length);
    let mut left = u64::from(length).saturating_sub(pinned.iter().flatten().map(|&pin| u64::from(pin)).sum());
    let mut shares: u64 =
        sizes.iter().zip(&pinned).filter(|(_, pin)| pin.is_none()).map(|(size, _)| share(*size)).sum();
    let mut lengths = Vec::with_capacity(sizes.len());
    for (size, pin) in sizes.iter().zip(pinned) {
        lengths.push(pin.unwrap_or_else(|| {
            // Of what is left, so that rounding never loses a cell.
            let part = left * share(*size) / shares.max(1);
            left -= part;
            shares -= share(*size);
            u16::try_from(part).unwrap_or(u16::MAX)
        }));
    }
    lengths
}

/// The lengths that do not depend on shares: fixed ones, and minima above the share.
fn pinned(sizes: &[Size], length: u16) -> Vec<Option<u16>> {
    let mut pinned: Vec<Option<u16>> =
        sizes.iter().map(|size| if let Size::Fixed(size) = size { Some(*size) } else { None }).collect();
    loop {
        let taken: u64 = pinned.iter().flatten().map(|&pin| u64::from(pin)).sum();
        let left = u64::from(length).saturating_sub(taken);
        let open = |at: &usize| pinned[*at].is_none();
        let shares: u64 = (0..sizes.len()).filter(open).map(|at| share(sizes[at])).sum();
        let short = |at: &usize| left * share(sizes[*at]) < u64::from(sizes[*at].least()) * shares;
        let below: Vec<usize> = (0..sizes.len()).filter(open).filter(short).collect();
        if below.is_empty() {
            return pinned;
        }
        for at in below {
            pinned[at] = Some(sizes[at].least());
        }
    }
}

fn share(size: Size) -> u64 {
    match size {
        Size::Fixed(_) => 0,
        Size::Share { share, .. } => u64::from(share),
    }
}

fn count(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(share: u16, min: u16) -> Size {
        Size::Share { share, min }
    }

    #[test]
    fn shares_fill_the_length() {
        assert_eq!(split(&[part(3, 1), part(2, 1)], 1, 101), [(0, 60), (61, 40)]);
        assert_eq!(split(&[part(1, 1), part(1, 1), part(1, 1)], 0, 10), [(0, 3), (3, 3), (6, 4)]);
    }

    #[test]
    fn minima_and_fixed_sizes_come_first() {
        assert_eq!(split(&[part(9, 1), part(1, 40)], 1, 101), [(0, 60), (61, 40)]);
        assert_eq!(split(&[Size::Fixed(3), part(1, 1)], 2, 20), [(0, 3), (5, 15)]);
        assert_eq!(split(&[Size::Fixed(3), Size::Fixed(4)], 1, 20), [(0, 3), (4, 4)]);
    }

    #[test]
    fn a_single_part_takes_what_there_is() {
        assert_eq!(split(&[part(1, 40)], 1, 7), [(0, 7)]);
        assert_eq!(split(&[Size::Fixed(9)], 1, 7), [(0, 7)]);
        assert_eq!(split(&[], 1, 7), []);
    }
}
