//! Digits, eight at a time.

use super::fields::MARGIN;

const ZEROS: u64 = 0x3030_3030_3030_3030;

/// The eight bytes at a place, the first as the lowest.
#[inline(always)]
pub fn word(buffer: &[u8], at: usize) -> u64 {
    buffer[at..].first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes))
}

/// The first `length` of these eight bytes; the rest as zeros.
#[inline(always)]
pub fn first(word: u64, length: usize) -> u64 {
    const MASKS: [u64; 16] = {
        let mut masks = [u64::MAX; 16];
        let mut at = 0;
        while at < 8 {
            masks[at] = (1 << (8 * at)) - 1;
            at += 1;
        }
        masks
    };
    word & MASKS[length & 15]
}

/// True where each of the eight bytes is a digit.
#[inline(always)]
fn are_digits(word: u64) -> bool {
    // Of a digit both the byte and the byte plus six begin with a three.
    (word & 0xF0F0_F0F0_F0F0_F0F0) | ((word.wrapping_add(0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)
        == 0x3333_3333_3333_3333
}

/// What eight digits mean, the first the most.
#[inline(always)]
fn eight(word: u64) -> u64 {
    let pairs = (word & 0x0F0F_0F0F_0F0F_0F0F).wrapping_mul(10 << 8 | 1) >> 8;
    let fours = (pairs & 0x00FF_00FF_00FF_00FF).wrapping_mul(100 << 16 | 1) >> 16;
    (fours & 0x0000_FFFF_0000_FFFF).wrapping_mul(10_000 << 32 | 1) >> 32
}

/// The last `length` (1 to 8) of the eight bytes before `end`; the rest as digits of nought.
#[inline(always)]
fn last(buffer: &[u8], end: usize, length: usize) -> u64 {
    let unused = 64 - 8 * length as u32;
    let kept = u64::MAX.checked_shl(unused).unwrap_or(0);
    (word(buffer, end - 8) & kept) | (ZEROS & !kept)
}

/// The whole number that stands in `buffer[start..end]`, where it is nothing but up to sixteen digits.
#[inline(always)]
pub fn whole(buffer: &[u8], start: usize, end: usize) -> Option<u64> {
    debug_assert!(start >= MARGIN);
    let length = end - start;
    if length.wrapping_sub(1) < 8 {
        let digits = last(buffer, end, length);
        return are_digits(digits).then(|| eight(digits));
    }
    if length.wrapping_sub(9) < 8 {
        let (high, low) = (last(buffer, end - 8, length - 8), word(buffer, end - 8));
        return (are_digits(high) && are_digits(low)).then(|| eight(high) * 100_000_000 + eight(low));
    }
    None
}

/// True where `buffer[start..end]` is two to sixteen digits.
#[inline(always)]
pub fn is_code(buffer: &[u8], start: usize, end: usize) -> bool {
    let length = end - start;
    match length {
        2..=8 => are_digits(last(buffer, end, length)),
        9..=16 => are_digits(word(buffer, start)) && are_digits(word(buffer, end - 8)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<u64> {
        let mut buffer = vec![b'7'; MARGIN];
        buffer.extend(text.as_bytes());
        let end = buffer.len();
        buffer.extend([b'7'; MARGIN]);
        assert_eq!(
            is_code(&buffer, MARGIN, end),
            (2..=16).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()),
            "{text}"
        );
        whole(&buffer, MARGIN, end)
    }

    #[test]
    fn numbers_of_up_to_sixteen_digits() {
        for text in ["0", "7", "10", "999", "12345678", "123456789", "9999999999999999", "0000000000000001"] {
            assert_eq!(read(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn every_other_byte_at_every_place_is_told() {
        for length in 1..=16 {
            for at in 0..length {
                for byte in (0..=127_u8).filter(|byte| !byte.is_ascii_digit()) {
                    let mut text = vec![b'5'; length];
                    text[at] = byte;
                    assert_eq!(read(std::str::from_utf8(&text).unwrap()), None, "{byte} at {at} of {length}");
                }
            }
        }
        assert_eq!(read(""), None);
        assert_eq!(read("12345678901234567"), None);
    }

    #[test]
    fn numbers_of_any_size_read_as_the_standard_library_reads_them() {
        let mut state = 1_u64;
        for _ in 0..50_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let number = (state >> 10) % 10_u64.pow((state % 17) as u32);
            assert_eq!(read(&number.to_string()), Some(number));
        }
    }
}
