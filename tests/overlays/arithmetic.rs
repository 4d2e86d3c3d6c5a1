//! Reads a formula as it stands on the screen and works it out again.

/// The value of an expression of numbers, `+`, `−`, `×`, `/` and brackets; `None` where it is none.
pub fn evaluate(text: &str) -> Option<f64> {
    let tokens: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace() && *letter != ',').collect();
    let mut reader = Reader { tokens, at: 0 };
    let value = reader.sum()?;
    (reader.at == reader.tokens.len()).then_some(value)
}

struct Reader {
    tokens: Vec<char>,
    at: usize,
}

impl Reader {
    fn next_is(&mut self, letter: char) -> bool {
        let is = self.tokens.get(self.at) == Some(&letter);
        self.at += usize::from(is);
        is
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.next_is('+') {
                value += self.product()?;
            } else if self.next_is('−') {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.factor()?;
        loop {
            if self.next_is('×') {
                value *= self.factor()?;
            } else if self.next_is('/') {
                value /= self.factor()?;
            } else {
                return Some(value);
            }
        }
    }

    fn factor(&mut self) -> Option<f64> {
        if self.next_is('−') {
            return self.factor().map(|value| -value);
        }
        if self.next_is('(') {
            let value = self.sum()?;
            return self.next_is(')').then_some(value);
        }
        let start = self.at;
        while self.tokens.get(self.at).is_some_and(|letter| letter.is_ascii_digit() || *letter == '.') {
            self.at += 1;
        }
        let digits: String = self.tokens[start..self.at].iter().collect();
        // Dots at the end say that the digits go on.
        digits.trim_end_matches('.').parse().ok()
    }
}

/// A decimal number as text, rounded to `places`, halves away from zero, digit by digit.
pub fn rounded(text: &str, places: usize) -> String {
    let text = text.trim_end_matches("...").replace(',', "");
    let (negative, text) = text.strip_prefix('−').map_or((false, text.as_str()), |rest| (true, rest));
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(decimals.bytes()).map(|digit| digit - b'0').collect();
    let cut = whole.len() + places;
    while digits.len() <= cut {
        digits.push(0);
    }
    let up = digits[cut] >= 5;
    digits.truncate(cut);
    let mut carry = u8::from(up);
    for digit in digits.iter_mut().rev() {
        *digit += carry;
        carry = *digit / 10;
        *digit %= 10;
    }
    let mut shown: String = if carry > 0 { "1".to_owned() } else { String::new() };
    shown.extend(digits.iter().map(|digit| char::from(digit + b'0')));
    if places > 0 {
        shown.insert(shown.len() - places, '.');
    }
    let is_zero = !shown.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if negative && !is_zero { format!("−{shown}") } else { shown }
}

#[test]
fn reads_what_the_screen_writes() {
    let value = evaluate("100 × (50,100 − 54,160) / 54,160").unwrap();
    assert!((value + 7.496_307).abs() < 1e-5);
    assert_eq!(evaluate("673.5 − (−5,300)"), Some(5973.5));
    assert_eq!(evaluate("2,277.272727... / 2"), Some(1138.6363635));
    assert_eq!(evaluate(".."), None);
    assert_eq!(rounded("−7.496307237813...", 1), "−7.5");
    assert_eq!(rounded("0.25", 1), "0.3");
    assert_eq!(rounded("−0.04", 1), "0.0");
    assert_eq!(rounded("999.95", 1), "1000.0");
    assert_eq!(rounded("22", 1), "22.0");
}
