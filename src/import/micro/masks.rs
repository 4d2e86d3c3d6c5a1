//! Where quotes, separators and line ends stand in 64 bytes, as bits.

/// One bit for each of 64 bytes; the lowest is the first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Masks {
    /// Double quotes.
    pub quotes: u64,
    /// What separates fields.
    pub separators: u64,
    /// Line feeds.
    pub newlines: u64,
}

const LOW: u64 = 0x0101_0101_0101_0101;
const MOST: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// The three masks with ordinary integers, eight bytes at a time: for any processor.
#[inline(always)]
pub fn portable(block: &[u8; 64], separator: u8) -> Masks {
    let equal = |byte| (0..8).fold(0, |mask, at| mask | zeros(word(block, at) ^ (LOW * u64::from(byte))) << (8 * at));
    Masks { quotes: equal(b'"'), separators: equal(separator), newlines: equal(b'\n') }
}

/// One bit for each byte that is zero.
#[inline(always)]
fn zeros(word: u64) -> u64 {
    let zeros = !(((word & MOST) + MOST) | word | MOST);
    (zeros >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// The bytes `8 * at` and after, the first as the lowest.
#[inline(always)]
pub fn word(block: &[u8; 64], at: usize) -> u64 {
    let (words, _) = block.as_chunks::<8>();
    u64::from_le_bytes(words[at])
}
