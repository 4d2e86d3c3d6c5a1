//! Cells of several months at once: `2024年1-2月`, `Jan-Mar 2024`, `2024년 누계`. They hold months that stand alone elsewhere.

use super::spelling::{Token, mended, named, tokens};

/// Words for months that are added up from the start of the year.
const CUMULATED: [&str; 11] =
    ["누계", "누적", "累計", "累计", "cumul", "acumul", "kumul", "year to date", "year-to-date", "ytd", " through "];

/// What separates the ends of a span.
const BETWEEN: [char; 8] = ['-', '~', '～', '–', '—', '至', '到', '〜'];

/// True for a cell that names several months or quarters at once.
pub fn is_cumulative(cell: &str) -> bool {
    let lower = mended(cell.to_lowercase()).replace(['(', ')'], " ");
    let is_span = |(at, between): (usize, char)| {
        let (first, last) = (&lower[..at], &lower[at + between.len_utf8()..]);
        ends(first).zip(ends(last)).is_some_and(|(first, last)| is_before(first, last, !['-', '–'].contains(&between)))
    };
    CUMULATED.iter().any(|word| lower.contains(word))
        || lower.char_indices().filter(|(_, letter)| BETWEEN.contains(letter)).any(is_span)
}

/// The month that a heading of its own names: `Jan`, `1월`, `M01`, `1`.
pub fn month(heading: &str) -> Option<u32> {
    use Token::{Digits as D, Letters as L};
    let lower = mended(heading.to_lowercase());
    let number = match tokens(&lower)?[..] {
        [L(name)] => return named(name).map(|month| month as u32),
        [D(number)] | [D(number), L("月" | "월")] | [L("m"), D(number)] => number,
        _ => return None,
    };
    number.parse().ok().filter(|month| (1..=12).contains(month))
}

/// The quarter that a heading of its own names: `Q1`, `1Q`, `1분기`, `第1四半期`.
pub fn quarter(heading: &str) -> Option<u32> {
    use Token::{Digits as D, Letters as L};
    let lower = heading.to_lowercase();
    let number = match tokens(&lower)?[..] {
        [L("q" | "qtr" | "quarter"), D(number)]
        | [D(number), L("q" | "분기" | "季度")]
        | [L("第"), D(number), L("四半期" | "季度")] => number,
        _ => return None,
    };
    number.parse().ok().filter(|quarter| (1..=4).contains(quarter))
}

/// An end of a span.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Month(u32),
    Quarter(u32),
    /// A number of what the other end says.
    Bare(u32),
}

fn ends(text: &str) -> Option<End> {
    use Token::{Digits as D, Letters as L};
    let of_year = |token: &Token<'_>| matches!(token, D(year) if year.len() == 4) || matches!(token, L("年" | "년"));
    let tokens = tokens(text)?;
    let behind_era = match &tokens[..] {
        [L("令和" | "平成"), D(_), L("年"), rest @ ..] => rest,
        all => all,
    };
    let tokens: Vec<&Token<'_>> = behind_era.iter().filter(|token| !of_year(token)).collect();
    match tokens[..] {
        [D(number), L("月" | "월"), ..] => Some(End::Month(number.parse().ok()?)),
        [L("q"), D(number)] | [D(number), L("q" | "분기" | "季度"), ..] => Some(End::Quarter(number.parse().ok()?)),
        [D(number)] => Some(End::Bare(number.parse().ok()?)),
        [L(month)] => named(month).map(|month| End::Month(month as u32)),
        _ => None,
    }
}

/// True where the ends are months, or quarters, of a year. Two bare numbers may be anything behind a hyphen.
fn is_before(first: End, last: End, bare: bool) -> bool {
    use End::{Bare, Month, Quarter};
    match (first, last) {
        (Month(first) | Bare(first), Month(last)) => first >= 1 && first < last && last <= 12,
        (Quarter(first) | Bare(first), Quarter(last)) => first >= 1 && first < last && last <= 4,
        (Bare(first), Bare(last)) => bare && first >= 1 && first < last && last <= 12,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_up_to_one_are_no_month() {
        for cell in [
            "2024年1-2月",
            "2024년 1~3월",
            "2024年1月至12月",
            "令和5年1-2月",
            "2024年 1—2月",
            "Jan-Feb 2024",
            "2024 Jan-Jun",
            "2024년 누계",
            "Jan 2024 - Mar 2024",
            "2024年1月～2月累計",
            "2024.1~6",
            "2024 Q1-Q3",
            "2024년 1-3분기",
            "Cumulative 2024",
            "2024 (Jan-May)",
            "Januar-März 2024",
        ] {
            assert!(is_cumulative(cell), "{cell}");
        }
        for cell in [
            "2024年1月",
            "2024-01",
            "2024年",
            "2024年2-1月",
            "2024年12-31日",
            "",
            "2024-01-02",
            "Jan-24",
            "Mar-2024",
            "01-02-2024",
            "Q1-2024",
            "2024-Q1",
        ] {
            assert!(!is_cumulative(cell), "{cell}");
        }
    }
}
