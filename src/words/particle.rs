//! Korean particles take one form after a consonant and another after a vowel, by how the word
//! before them is spoken: `수출은`, `수지는`, `48%는`, `10으로`, `1로`.

/// A particle after a consonant and after a vowel.
const PAIRS: [(&str, &str); 9] = [
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이다", "다"),
    ("이며", "며"),
    ("이고", "고"),
    ("이나", "나"),
];

/// How the last sound of a word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// `ㄹ`, after which `로` stands as after a vowel.
    Rieul,
    Consonant,
}

/// The word and the particle, of which either form may be given; a text that is no particle known here is put
/// as it is.
pub fn with_particle(word: &str, particle: &str) -> String {
    let pair = PAIRS.into_iter().find(|(consonant, vowel)| particle == *consonant || particle == *vowel);
    let Some((consonant, vowel)) = pair else { return format!("{word}{particle}") };
    let form = match ending(word) {
        Ending::Vowel => vowel,
        Ending::Rieul if vowel == "로" => vowel,
        Ending::Rieul | Ending::Consonant => consonant,
    };
    format!("{word}{form}")
}

/// By the last letter that is spoken: what stands in brackets at the end is read over.
fn ending(word: &str) -> Ending {
    let spoken = without_brackets(word.trim_end());
    let last = spoken.chars().rev().find(|letter| letter.is_alphanumeric() || matches!(letter, '%' | '$' | '₩' | '€'));
    match last {
        Some(hangul @ '가'..='힣') => match (u32::from(hangul) - 0xAC00) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        Some(digit) if digit.is_ascii_digit() => of_digit(digit),
        // Won and pound end in a consonant.
        Some('₩') => Ending::Consonant,
        Some(letter) if letter.is_ascii_alphabetic() => of_latin(spoken),
        _ => Ending::Vowel,
    }
}

/// `수출(잠정)` is spoken as `수출`.
fn without_brackets(word: &str) -> &str {
    match word.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        Some(open) if open > 0 => word[..open].trim_end(),
        _ => word,
    }
}

/// 영 일 이 삼 사 오 육 칠 팔 구; tens, hundreds and thousands end in a consonant as 영 does.
fn of_digit(digit: char) -> Ending {
    match digit {
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

/// Capitals are spelled out (`L`, `R` as 엘, 알; `M`, `N` as 엠, 엔); other words end as they are mostly written in Hangul.
fn of_latin(word: &str) -> Ending {
    let tail = word.trim_end_matches(|letter: char| !letter.is_ascii_alphabetic());
    let letters: Vec<char> = tail.chars().rev().take_while(char::is_ascii_alphabetic).collect();
    let Some(last) = letters.first() else { return Ending::Vowel };
    let spelled = letters.iter().all(char::is_ascii_uppercase);
    match (last.to_ascii_lowercase(), spelled) {
        ('l', _) | ('r', true) => Ending::Rieul,
        ('m' | 'n', _) => Ending::Consonant,
        ('g', false) if letters.get(1) == Some(&'n') => Ending::Consonant,
        ('k' | 'p' | 't' | 'c' | 'b', false) => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_final_consonant() {
        let cases = [
            ("수출", "은", "수출은"),
            ("무역수지", "은", "무역수지는"),
            ("수출", "로", "수출로"),
            ("수입", "으로", "수입으로"),
            ("반도체", "이", "반도체가"),
            ("중국", "과", "중국과"),
            ("EU", "과", "EU와"),
            ("ASEAN", "은", "ASEAN은"),
            ("Vietnam", "은", "Vietnam은"),
            ("Brazil", "으로", "Brazil로"),
            ("48%", "은", "48%는"),
            ("1", "으로", "1로"),
            ("10", "으로", "10으로"),
            ("3", "이", "3이"),
            ("2", "이", "2가"),
            ("수출(잠정)", "은", "수출(잠정)은"),
            ("억 달러", "을", "억 달러를"),
            ("12개월", "으로", "12개월로"),
            ("", "은", "는"),
            ("수출", "까지", "수출까지"),
        ];
        for (word, particle, together) in cases {
            assert_eq!(with_particle(word, particle), together);
        }
    }
}
