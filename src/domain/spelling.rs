//! The known word nearest to a misspelt one.

use crate::say;
use crate::word;

/// The candidate nearest to `word`, if one is near enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let limit = (word.len() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase().chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A hint: "did you mean `x`?" when a candidate is near, else the list of what is known.
pub fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(near) => say!("domain.did-you-mean", near = near),
        None if candidates.is_empty() => word!("domain.remove").to_owned(),
        None => say!("domain.known", candidates = candidates.join(", ")),
    }
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut older: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(older[j - 2] + 1);
            }
            row.push(best);
        }
        older = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found() {
        assert_eq!(nearest("them", ["theme", "mouse"]), Some("theme"));
        assert_eq!(nearest("mosue", ["theme", "mouse"]), Some("mouse"));
        assert_eq!(nearest("Month.Next", ["month.next", "month.last"]), Some("month.next"));
        assert_eq!(nearest("colour", ["color"]), Some("color"));
        assert_eq!(nearest("xyz", ["theme", "mouse"]), None);
        assert_eq!(nearest("", []), None);
    }

    #[test]
    fn far_words_get_the_list() {
        assert_eq!(suggestion("zzz", &["a1", "b2"]), "known: a1, b2");
        assert_eq!(suggestion("zzz", &[]), "remove it");
    }
}
