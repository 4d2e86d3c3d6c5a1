//! How well colours are told apart.

use super::Rgb;

type Triple = [f64; 3];

/// A colour in CIE Lab.
pub(super) type Lab = Triple;

/// Linear RGB as seen without the green receptor: Machado, Oliveira and Fernandes 2009, severity 1.
const DEUTAN: [Triple; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];

/// Without the red receptor, and without the blue one: the same source.
const PROTAN: [Triple; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const TRITAN: [Triple; 3] =
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];

/// Linear RGB to CIE XYZ (sRGB primaries, D65).
const XYZ: [Triple; 3] = [
    [0.412_456_4, 0.357_576_1, 0.180_437_5],
    [0.212_672_9, 0.715_152_2, 0.072_175_0],
    [0.019_333_9, 0.119_192_0, 0.950_304_1],
];

const WHITE: Triple = [0.950_47, 1.0, 1.088_83];

/// The contrast ratio of WCAG 2, from 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Distance in CIE Lab (ΔE 1976).
pub fn distance(a: Rgb, b: Rgb) -> f64 {
    apart(lab_of(a), lab_of(b))
}

/// Distance in CIE Lab as seen without the green receptor, the commonest colour blindness.
pub fn deutan_distance(a: Rgb, b: Rgb) -> f64 {
    distance_through(&DEUTAN, a, b)
}

/// The same without the red receptor.
pub fn protan_distance(a: Rgb, b: Rgb) -> f64 {
    distance_through(&PROTAN, a, b)
}

/// The same without the blue receptor.
pub fn tritan_distance(a: Rgb, b: Rgb) -> f64 {
    distance_through(&TRITAN, a, b)
}

fn distance_through(eye: &[Triple; 3], a: Rgb, b: Rgb) -> f64 {
    let seen = |colour| lab(times(eye, linear(colour)).map(|light| light.clamp(0.0, 1.0)));
    apart(seen(a), seen(b))
}

pub(super) fn lab_of(colour: Rgb) -> Lab {
    lab(linear(colour))
}

fn luminance(colour: Rgb) -> f64 {
    times(&XYZ, linear(colour))[1]
}

fn linear((r, g, b): Rgb) -> Triple {
    [r, g, b].map(|byte| {
        let level = f64::from(byte) / 255.0;
        if level <= 0.040_45 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    })
}

fn lab(light: Triple) -> Lab {
    let xyz = times(&XYZ, light);
    let [x, y, z] = [0, 1, 2].map(|at| bent(xyz[at] / WHITE[at]));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn bent(ratio: f64) -> f64 {
    if ratio > 216.0 / 24_389.0 { ratio.cbrt() } else { (24_389.0 / 27.0 * ratio + 16.0) / 116.0 }
}

fn times(matrix: &[Triple; 3], vector: Triple) -> Triple {
    [0, 1, 2].map(|row| matrix[row].iter().zip(vector).map(|(a, b)| a * b).sum())
}

pub(super) fn apart(a: Lab, b: Lab) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_contrasts() {
        let near = |a: f64, b: f64| (a - b).abs() < 0.05;
        assert!(near(contrast((0, 0, 0), (255, 255, 255)), 21.0));
        assert!(near(contrast((7, 7, 7), (7, 7, 7)), 1.0));
        assert!(near(contrast((0xE5, 0xE7, 0xEB), (0x11, 0x18, 0x27)), 14.3), "product.md section 6");
        assert!(near(contrast((0x00, 0x5A, 0x8E), (0xFA, 0xFA, 0xF5)), 7.0), "product.md section 6");
    }

    #[test]
    fn known_distances() {
        assert!((distance((0, 0, 0), (255, 255, 255)) - 100.0).abs() < 0.1);
        assert!((distance((255, 0, 0), (0, 255, 0)) - 170.6).abs() < 0.5);
        let pair = deutan_distance((0x6C, 0xC6, 0xFF), (0xFF, 0x8A, 0x3D));
        assert!(pair > 50.0, "surplus and deficit: {pair}");
    }
}
