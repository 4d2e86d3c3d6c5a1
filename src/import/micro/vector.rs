//! The walk over fields with the vector instructions of the processor, where it has them. The only unsafe code of the program.
#![allow(unsafe_code, reason = "one call, whose condition is checked on the line above it")]

use super::fields::Walk;

/// Walks with the widest instructions that there are.
pub fn walk(walk: Walk<'_>) -> (usize, usize) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("popcnt") {
        // SAFETY: the function asks for nothing but these three sets of instructions, which this processor has. Its body
        // is safe code: it reads and writes slices, with their bounds checked.
        return unsafe { x86::with_avx2(walk) };
    }
    walk.with(super::masks::portable)
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{__m256i, _mm256_cmpeq_epi8, _mm256_movemask_epi8, _mm256_set_epi64x, _mm256_set1_epi8};

    use super::super::masks::{Masks, word};
    use super::Walk;

    /// The walk, compiled for these instructions.
    #[target_feature(enable = "avx2,bmi1,popcnt")]
    pub fn with_avx2(walk: Walk<'_>) -> (usize, usize) {
        walk.with(|block, separator| masks(block, separator))
    }

    #[target_feature(enable = "avx2")]
    #[inline]
    fn masks(block: &[u8; 64], separator: u8) -> Masks {
        let quarter = |at: usize| word(block, at).cast_signed();
        let low = _mm256_set_epi64x(quarter(3), quarter(2), quarter(1), quarter(0));
        let high = _mm256_set_epi64x(quarter(7), quarter(6), quarter(5), quarter(4));
        let [quotes, separators, newlines] = [b'"', separator, b'\n'].map(|byte| equal(low, high, byte));
        Masks { quotes, separators, newlines }
    }

    #[target_feature(enable = "avx2")]
    #[inline]
    fn equal(low: __m256i, high: __m256i, byte: u8) -> u64 {
        let wanted = _mm256_set1_epi8(byte.cast_signed());
        let bits = |lane| u64::from(_mm256_movemask_epi8(_mm256_cmpeq_epi8(lane, wanted)).cast_unsigned());
        bits(low) | bits(high) << 32
    }
}

#[cfg(test)]
mod tests {
    use super::super::fields::MARGIN;
    use super::super::masks::portable;
    use super::*;

    /// The ends of the fields of a text, and how many rows it has.
    fn walked(text: &[u8], walk: impl Fn(Walk<'_>) -> (usize, usize)) -> (Vec<u32>, usize) {
        let buffer = [&[b'"'; MARGIN], text, &[b'"'; MARGIN]].concat();
        let mut ends = vec![0; text.len() + 2 * MARGIN];
        let (count, rows) = walk(Walk::over(&buffer, MARGIN..MARGIN + text.len(), b';', &mut ends));
        (ends[1..count].to_vec(), rows)
    }

    #[test]
    fn the_instructions_of_the_processor_find_what_ordinary_ones_find() {
        let texts = if cfg!(miri) { 40 } else { 20_000 };
        let mut state = 1_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize
        };
        for _ in 0..texts {
            let length = random() % 400;
            let text: Vec<u8> = (0..length).map(|_| b"\";\n\r,0a\0\xFFb"[random() % 10]).collect();
            assert_eq!(walked(&text, walk), walked(&text, |over| over.with(portable)), "{text:?}");
        }
    }
}
