//! Where the fields of many rows end.

use std::ops::Range;

use super::masks::Masks;
use super::vector;

/// Bytes that stand before and after the text in a buffer, so that eight or sixteen can be read at any place of it.
pub const MARGIN: usize = 64;

/// The ends of all fields of a text that begins with a row: quoted separators and line ends are none.
#[derive(Debug, Default)]
pub struct Fields {
    /// The place before the first field, then the place of each separator or line feed that ends one.
    ends: Vec<u32>,
    count: usize,
    rows: usize,
}

impl Fields {
    /// Finds them in `buffer[from..to]`, after which [`MARGIN`] bytes more must follow.
    pub fn find(&mut self, buffer: &[u8], from: usize, to: usize, separator: u8) {
        let needed = to - from + 2 * MARGIN;
        if self.ends.len() < needed {
            self.ends.resize(needed, 0);
        }
        self.ends[0] = from as u32 - 1;
        (self.count, self.rows) = vector::walk(Walk::over(buffer, from..to, separator, &mut self.ends));
    }

    /// The place before the text, then the ends.
    pub fn ends(&self) -> &[u32] {
        &self.ends[..self.count]
    }

    /// How many rows are whole.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// True where every row has `width` fields: there are as many line ends as rows of that width, and each ends one.
    pub fn are_regular(&self, buffer: &[u8], width: usize) -> bool {
        let last = self.rows * width;
        last < self.count
            && self.ends()[last + 1..].iter().all(|end| buffer[*end as usize] != b'\n')
            && self.ends[1..=last].chunks_exact(width).all(|row| buffer[row[width - 1] as usize] == b'\n')
    }
}

/// A walk over the fields of a text.
pub struct Walk<'a> {
    buffer: &'a [u8],
    from: usize,
    to: usize,
    separator: u8,
    ends: &'a mut [u32],
}

impl<'a> Walk<'a> {
    /// One over a part of a buffer, for whose ends there is room, with [`MARGIN`] to spare.
    pub fn over(
        buffer: &'a [u8],
        Range { start: from, end: to }: Range<usize>,
        separator: u8,
        ends: &'a mut [u32],
    ) -> Self {
        Walk { buffer, from, to, separator, ends }
    }

    /// Puts down the ends, with what finds the masks of 64 bytes; how many ends there are then, and how many rows.
    #[inline(always)]
    pub fn with(self, masks_of: impl Fn(&[u8; 64], u8) -> Masks) -> (usize, usize) {
        let (mut count, mut rows, mut quoted) = (1, 0, 0);
        let mut at = self.from;
        while at < self.to {
            let Some(block) = self.buffer[at..].first_chunk::<64>() else { break };
            let Masks { quotes, separators, newlines } = masks_of(block, self.separator);
            let inside = if self.to - at < 64 { (1 << (self.to - at)) - 1 } else { u64::MAX };
            let within = if (quotes & inside) | quoted == 0 { 0 } else { prefix_xor(quotes & inside) ^ quoted };
            quoted = (within.cast_signed() >> 63).cast_unsigned();
            let kept = inside & !within;
            rows += (newlines & kept).count_ones() as usize;
            count = put(self.ends, count, at as u32, (separators | newlines) & kept);
            at += 64;
        }
        (count, rows)
    }
}

/// Puts down the places of the bits, eight at a time: which places are put down beyond the last does not matter.
#[inline(always)]
fn put(ends: &mut [u32], count: usize, at: u32, mut bits: u64) -> usize {
    let more = bits.count_ones() as usize;
    let Some(places) = ends[count..].first_chunk_mut::<64>() else { return count };
    for eight in places.as_chunks_mut::<8>().0.iter_mut().take(more.div_ceil(8).max(2)) {
        for place in eight {
            *place = at.wrapping_add(bits.trailing_zeros());
            bits &= bits.wrapping_sub(1);
        }
    }
    count.wrapping_add(more)
}

/// Bit i is whether an odd number of the bits up to i are set: what stands between quotes, with the opening one.
#[inline(always)]
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
