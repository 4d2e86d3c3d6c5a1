//! Words for what is the sum of others, or a part of another.

/// True where a cell says that its row is a total of the others.
pub fn is_total(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    [
        "총계",
        "합계",
        "소계",
        "계",
        "전체",
        "전국",
        "총합계",
        "total",
        "all products",
        "all commodities",
        "all goods",
        "all items",
        "all partners",
        "all countries",
        "total exports",
        "total imports",
        "total trade",
        "total goods",
        "total merchandise",
        "total of all merchandise",
        "total all products",
        "total, all products",
        "total all commodities",
        "total, all commodities",
        "todos los productos",
        "todos os produtos",
        "tous produits",
        "waren insgesamt",
        "전품목",
        "전 품목",
        "총액",
        "全部商品",
        "grand total",
        "all",
        "insgesamt",
        "合計",
        "計",
        "计",
        "小計",
        "小计",
        "年計",
        "연간",
        "年間",
        "合计",
        "总计",
        "總計",
        "總額",
        "总额",
        "_t",
        "tot",
        "total - all products",
    ]
    .contains(&lower.as_str())
}

/// True where a cell says that its row is the sum of some rows near it, of which there may be several.
pub fn is_subtotal(cell: &str) -> bool {
    ["소계", "小計", "小计"].contains(&cell.trim())
}

/// True for goods that are told to be a part of those above them: `of which: cars`, `(반도체)` is none.
pub fn is_of_which(label: &str) -> bool {
    let lower = label.trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    [
        "of which",
        "o/w",
        "thereof",
        "darunter",
        "davon",
        "dont ",
        "de los cuales",
        "dos quais",
        "그중",
        "그 중",
        "이 중",
        "うち",
        "其中",
    ]
    .iter()
    .any(|beginning| lower.starts_with(beginning))
}

/// True where a cell in the place of a period says that its row is a total or a mean of others: `2024 합계`, `Average`.
pub fn is_of_no_period(cell: &str) -> bool {
    let rest = cell.trim_matches(|letter: char| letter.is_ascii_digit() || " .-:年년".contains(letter)).trim();
    let means = [
        "average",
        "avg",
        "mean",
        "평균",
        "월평균",
        "平均",
        "durchschnitt",
        "moyenne",
        "média",
        "media",
        "annual",
        "full year",
        "year",
    ];
    cell.is_empty() || is_total(rest) || means.contains(&rest.to_lowercase().as_str())
}

/// True where a cell says that its row is a rate of growth or a share, in a table of values: `Growth (%)`, `증감률`. A name of goods may
/// have a per cent in it: `cotton, 85 % or more`.
pub fn is_rate(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    let is_of_number = |before: &str| before.trim_end().ends_with(|letter: char| letter.is_ascii_digit());
    let has_sign = lower.match_indices('%').any(|(at, _)| !is_of_number(&lower[..at]));
    let words = [
        "growth",
        "yoy",
        "y/y",
        "y-o-y",
        "m/m",
        "증가율",
        "증감률",
        "증감율",
        "구성비",
        "비중",
        "전년대비",
        "전년 대비",
        "增长率",
        "同比",
        "增減率",
        "増減率",
        "伸び率",
        "前年比",
        "構成比",
    ];
    has_sign || words.iter().any(|word| lower.starts_with(word) || !word.is_ascii() && lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_means_and_parts() {
        for cell in ["Total", "총계", "합계", "計", "_T"] {
            assert!(is_total(cell), "{cell}");
        }
        for cell in ["2024 합계", "Total 2024", "Average", "2024년 계", ""] {
            assert!(is_of_no_period(cell), "{cell}");
        }
        for cell in ["2024-13", "2024", "Jan 2024", "99"] {
            assert!(!is_of_no_period(cell), "{cell}");
        }
        for cell in ["Growth (%)", "% change", "증감률", "Share in %", "同比增长率"] {
            assert!(is_rate(cell), "{cell}");
        }
        for cell in ["Cotton, 85 % or more", "containing less than 85%", "Japan", "Undergrowth", ""] {
            assert!(!is_rate(cell), "{cell}");
        }
        assert!(is_of_which("- of which: cars") && is_of_which("davon Autos") && !is_of_which("Office machines"));
    }
}
