//! Units as offices write them: `US$ million`, `MIO_EUR`, `천 불(USD 1,000)`, `千美元`, `1000 EUR`.

use std::fmt;

use super::powers;

/// What a number is counted in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Unit {
    /// Money: an ISO 4217 code and the power of ten that the numbers are to be multiplied by.
    Money {
        /// ISO 4217 code.
        currency: String,
        /// 0 for units, 3 for thousands.
        power: i32,
    },
    /// Anything else: `index`, `%`, `kg`.
    Other(String),
    /// The file does not say.
    #[default]
    Unknown,
}

/// Ways to write a currency, longer ones first where one contains another.
const CURRENCIES: [(&str, &str); 100] = [
    ("canadian dollar", "CAD"),
    ("australian dollar", "AUD"),
    ("new zealand dollar", "NZD"),
    ("hong kong dollar", "HKD"),
    ("singapore dollar", "SGD"),
    ("taiwan dollar", "TWD"),
    ("캐나다 달러", "CAD"),
    ("캐나다달러", "CAD"),
    ("호주 달러", "AUD"),
    ("호주달러", "AUD"),
    ("뉴질랜드 달러", "NZD"),
    ("홍콩 달러", "HKD"),
    ("홍콩달러", "HKD"),
    ("싱가포르 달러", "SGD"),
    ("대만 달러", "TWD"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("港幣", "HKD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("nz$", "NZD"),
    ("s$", "SGD"),
    ("us dollar", "USD"),
    ("u.s. dollar", "USD"),
    ("us$", "USD"),
    ("$us", "USD"),
    ("hk$", "HKD"),
    ("r$", "BRL"),
    ("usd", "USD"),
    ("美元", "USD"),
    ("미달러", "USD"),
    ("달러", "USD"),
    ("천불", "USD"),
    ("천 불", "USD"),
    ("백만불", "USD"),
    ("백만 불", "USD"),
    ("억불", "USD"),
    ("ドル", "USD"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("yuan", "CNY"),
    ("新臺幣", "TWD"),
    ("新台幣", "TWD"),
    ("twd", "TWD"),
    ("nt$", "TWD"),
    ("백만원", "KRW"),
    ("천원", "KRW"),
    ("억원", "KRW"),
    ("십억원", "KRW"),
    ("조원", "KRW"),
    ("krw", "KRW"),
    ("jpy", "JPY"),
    ("yen", "JPY"),
    ("千円", "JPY"),
    ("百万円", "JPY"),
    ("億円", "JPY"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("brl", "BRL"),
    ("inr", "INR"),
    ("chf", "CHF"),
    ("십억 원", "KRW"),
    ("억 원", "KRW"),
    ("백만 원", "KRW"),
    ("만원", "KRW"),
    ("만 원", "KRW"),
    ("천 원", "KRW"),
    ("조 원", "KRW"),
    ("won", "KRW"),
    ("₩", "KRW"),
    ("￦", "KRW"),
    ("rupee", "INR"),
    ("₹", "INR"),
    ("rs", "INR"),
    ("keur", "EUR"),
    ("teur", "EUR"),
    ("meur", "EUR"),
    ("kusd", "USD"),
    ("musd", "USD"),
    ("만불", "USD"),
    ("억$", "USD"),
    ("백만$", "USD"),
    ("천$", "USD"),
    ("만 불", "USD"),
    ("美金", "USD"),
    ("歐元", "EUR"),
    ("欧元", "EUR"),
    ("日圓", "JPY"),
    ("日元", "JPY"),
    ("円", "JPY"),
    ("dollar", "USD"),
    ("dólar", "USD"),
    ("dólares", "USD"),
];

impl Unit {
    /// Money in `10^power` of a currency.
    pub fn money(currency: &str, power: i32) -> Unit {
        Unit::Money { currency: currency.to_owned(), power }
    }

    /// Reads a unit in words. What names no currency is another unit, an empty text none.
    pub fn parse(text: &str) -> Unit {
        let text = text.trim();
        if text.is_empty() {
            return Unit::Unknown;
        }
        match Unit::currency(text) {
            Some(currency) => Unit::money(&currency, Unit::power(text).unwrap_or(0)),
            None => Unit::Other(text.to_owned()),
        }
    }

    /// The currency named in a text.
    pub fn currency(text: &str) -> Option<String> {
        let lower = text.to_lowercase();
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        // `USD`, `USDmn`
        let upper = words.find_map(|word| {
            let (code, rest) = word.split_at_checked(3)?;
            (ISO.contains(&code) && ["", "m", "mn", "b", "bn", "k"].contains(&rest)).then_some(code)
        });
        let named = CURRENCIES.iter().find(|(name, _)| names(&lower, name)).map(|(_, code)| *code);
        // `원` alone would be found inside many words.
        let won = || (lower.ends_with('원') && lower.chars().count() <= 6).then_some("KRW");
        upper.or(named).or_else(won).map(str::to_owned)
    }

    /// The power of ten named in a text.
    pub fn power(text: &str) -> Option<i32> {
        let lower = format!(" {}", text.to_lowercase());
        powers::named(&lower).or_else(|| short_power(&lower))
    }

    /// The power of ten in a column of multipliers: `6`, `Millions`, `Units`.
    pub fn multiplier(text: &str) -> Option<i32> {
        let number = text.parse::<i32>().ok().filter(|power| (-9..=15).contains(power));
        let is_one = ["", "unit", "units", "one", "ones"].contains(&text.to_lowercase().as_str());
        number.or_else(|| Unit::power(text)).or(is_one.then_some(0))
    }

    /// The same in `10^power`, as a column of its own says, unless it has a power already.
    #[must_use]
    pub fn scaled(self, multiplier: &str) -> Unit {
        match (&self, Unit::multiplier(multiplier)) {
            (Unit::Money { power: 0, .. }, Some(power)) => self.times(power),
            (Unit::Money { power: 0, .. }, None) => Unit::Unknown,
            _ => self,
        }
    }

    /// The same unit, `10^power` times as large where it is money.
    #[must_use]
    pub fn times(self, power: i32) -> Unit {
        match self {
            Unit::Money { currency, power: own } => Unit::Money { currency, power: own + power },
            other => other,
        }
    }

    /// The currency, where it is money.
    pub fn as_currency(&self) -> Option<&str> {
        match self {
            Unit::Money { currency, .. } => Some(currency),
            _ => None,
        }
    }
}

/// `$m`, `€ bn`, `£m`, `US$ k`: a letter behind a sign, or on its own at the end.
fn short_power(lower: &str) -> Option<i32> {
    let letters = [('m', 6), ('b', 9), ('k', 3)];
    let behind_sign = lower.match_indices(['$', '€', '£', '¥']).find_map(|(at, sign)| {
        let mut rest = lower[at + sign.len()..].trim_start().chars();
        let power = letters.iter().find(|(letter, _)| rest.as_str().starts_with(*letter)).map(|(_, power)| *power)?;
        rest.next();
        rest.next().is_none_or(|next| !next.is_alphanumeric()).then_some(power)
    });
    // `USDm`
    let behind_code = || {
        lower.split(|letter: char| !letter.is_alphanumeric()).find_map(|word| {
            let (letter, power) = letters.iter().find(|(letter, _)| word.ends_with(*letter))?;
            let code = word.strip_suffix(*letter)?;
            ISO.iter().any(|known| known.eq_ignore_ascii_case(code)).then_some(*power)
        })
    };
    let at_end = || [(" m", 6), (" k", 3)].iter().find(|(end, _)| lower.ends_with(end)).map(|(_, power)| *power);
    behind_sign.or_else(behind_code).or_else(at_end)
}

/// Currencies that statistics come in; other three-letter words are no currencies.
pub(super) const ISO: [&str; 70] = [
    "USD", "EUR", "KRW", "JPY", "CNY", "TWD", "GBP", "CHF", "CAD", "AUD", "NZD", "HKD", "SGD", "INR", "IDR", "MYR",
    "THB", "VND", "PHP", "BRL", "MXN", "ARS", "CLP", "COP", "ZAR", "TRY", "RUB", "PLN", "CZK", "HUF", "SEK", "NOK",
    "DKK", "ILS", "SAR", "AED", "EGP", "NGN", "KES", "RWF", "PKR", "BDT", "LKR", "NPR", "KZT", "UAH", "RON", "BGN",
    "ISK", "GHS", "ZMW", "UGX", "TZS", "ETB", "MAD", "TND", "QAR", "KWD", "BHD", "OMR", "JOD", "PEN", "UYU", "PYG",
    "CRC", "GTQ", "DOP", "KHR", "MMK", "MNT",
];

/// True where the name stands in the text, as a word of its own if it is of ASCII letters.
fn names(lower: &str, name: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    lower.match_indices(name).any(|(at, _)| {
        let (before, after) = (lower[..at].chars().next_back(), lower[at + name.len()..].chars().next());
        let plural = after == Some('s') || after.is_none();
        // A sign ends a name: `$m`.
        let is_apart = !is_letter(after) || plural || name.ends_with('$');
        !name.is_ascii() || !is_letter(before) && is_apart
    })
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unit::Money { currency, power } => match power {
                0 => f.write_str(currency),
                3 => write!(f, "{currency} thousand"),
                6 => write!(f, "{currency} million"),
                8 => write!(f, "{currency} 100 million"),
                9 => write!(f, "{currency} billion"),
                12 => write!(f, "{currency} trillion"),
                other => write!(f, "{currency} 10^{other}"),
            },
            Unit::Other(name) => f.write_str(name),
            Unit::Unknown => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_many_offices() {
        for (text, printed) in [
            ("단위:천 불(USD 1,000)", "USD thousand"),
            ("수입금액(천불)", "USD thousand"),
            ("천달러", "USD thousand"),
            ("백만달러", "USD million"),
            ("억 달러", "USD 100 million"),
            ("조 원", "KRW trillion"),
            ("MIO_EUR", "EUR million"),
            ("Million euro", "EUR million"),
            ("1000 EUR", "EUR thousand"),
            ("US$ FOB", "USD"),
            ("Trade Value (US$)", "USD"),
            ("US$ Mil", "USD million"),
            ("Millions of Dollars", "USD million"),
            ("千美元", "USD thousand"),
            ("人民币", "CNY"),
            ("千円", "JPY thousand"),
            ("USD", "USD"),
            ("EUR million", "EUR million"),
            ("£ m", "GBP million"),
            ("£m", "GBP million"),
            ("Exports (US$m)", "USD million"),
            ("Value, US$ m", "USD million"),
            ("Exports (US$b)", "USD billion"),
            ("US$ k", "USD thousand"),
            ("miles de dólares", "USD thousand"),
            ("Milhões de US$", "USD million"),
            ("US$ market prices", "USD"),
            ("10억 달러", "USD billion"),
            ("천만 달러", "USD 10^7"),
            ("수출 (억$)", "USD 100 million"),
            ("만 달러", "USD 10^4"),
            ("단위: 십억 원", "KRW billion"),
            ("십억원", "KRW billion"),
            ("억원", "KRW 100 million"),
            ("billion won", "KRW billion"),
            ("100万ドル", "USD million"),
            ("十億円", "JPY billion"),
            ("千万美元", "USD 10^7"),
            ("亿美元", "USD 100 million"),
            ("US$ '000", "USD thousand"),
            ("£000", "GBP thousand"),
            ("Exports ($US 000)", "USD thousand"),
            ("US$ 10 million", "USD 10^7"),
            ("miles de millones de dólares", "USD billion"),
            ("milliards d'euros", "EUR billion"),
            ("thousand million euro", "EUR billion"),
            ("1.000 EUR", "EUR thousand"),
            ("1,000,000,000 USD", "USD billion"),
            ("Rs crore", "INR 10^7"),
            ("k€", "EUR thousand"),
            ("TEUR", "EUR thousand"),
            ("US$mn", "USD million"),
            ("€mn", "EUR million"),
            ("USDmn", "USD million"),
            ("USDm", "USD million"),
            ("GBP bn", "GBP billion"),
            ("Milliarden Euro", "EUR billion"),
            ("Mill. EUR", "EUR million"),
            ("수출액천불", "USD thousand"),
            ("C$ million", "CAD million"),
            ("Millions of Canadian dollars", "CAD million"),
            ("Australian dollars, thousands", "AUD thousand"),
            ("백만 홍콩달러", "HKD million"),
        ] {
            assert_eq!(Unit::parse(text).to_string(), printed, "{text}");
        }
    }

    #[test]
    fn other_words_with_a_power_in_them_are_none() {
        for text in [
            "Trade by months (USD)",
            "Exports without gold (USD)",
            "Trade of military goods (USD)",
            "Exports of Millet (USD)",
            "Camiones y Premios, USD",
            "Lakhimpur, USD",
            "인천항 수출입 (달러)",
            "천안 수출 (USD)",
            "USD, 21000 firms",
        ] {
            assert_eq!(Unit::parse(text).to_string(), "USD", "{text}");
        }
        assert_eq!(Unit::parse("千葉県の貿易 (円)").to_string(), "JPY");
    }

    #[test]
    fn other_units_are_no_money() {
        for text in ["index", "%", "Person", "명", "Percent of GDP", "kg", "European Union", "Yemen"] {
            assert!(matches!(Unit::parse(text), Unit::Other(_)), "{text}");
        }
        assert_eq!(Unit::parse(" "), Unit::Unknown);
    }
}
