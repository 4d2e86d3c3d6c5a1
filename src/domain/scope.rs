//! Which part of trade is looked at: a code of goods with all below it, a partner, both, or everything.

/// A part of trade.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Scope {
    /// The first digits of the codes, of even number; empty for all goods.
    pub product: String,
    /// The partner as in the file; all where there is none.
    pub partner: Option<String>,
}

impl Scope {
    /// True where goods of this code belong to it.
    pub fn has_product(&self, code: &str) -> bool {
        code.starts_with(&self.product)
    }

    /// Reads `8542`, `CN`, `8542/CN`; nothing where the digits are of odd number or too many.
    pub fn parse(text: &str) -> Option<Scope> {
        let is_code = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let (product, partner) = match text.split_once('/') {
            Some((product, partner)) => (product, partner),
            None if is_code(text) => (text, ""),
            None => ("", text),
        };
        let fits = is_code(product) && product.len() % 2 == 0 && product.len() <= 16;
        let partner = (!partner.is_empty()).then(|| partner.to_owned());
        fits.then(|| Scope { product: product.to_owned(), partner })
    }

    /// The scope within this one that is of an item or a partner by its code.
    #[must_use]
    pub fn within(&self, goods: Option<&str>, partner: Option<&str>) -> Scope {
        let product = goods.map_or_else(|| self.product.clone(), str::to_owned);
        Scope { product, partner: partner.map(str::to_owned).or_else(|| self.partner.clone()) }
    }

    /// The scope around this one: one level of the classification up, then all partners; nothing around everything.
    pub fn around(&self) -> Option<Scope> {
        let levels = [6, 4, 2, 0];
        match levels.into_iter().find(|level| *level < self.product.len()) {
            Some(level) => Some(Scope { product: self.product[..level].to_owned(), partner: self.partner.clone() }),
            None => self.partner.as_ref().map(|_| Scope::default()),
        }
    }
}

impl std::fmt::Display for Scope {
    /// As [`Scope::parse`] reads it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.partner {
            Some(partner) if self.product.is_empty() => f.write_str(partner),
            Some(partner) => write!(f, "{}/{partner}", self.product),
            None => f.write_str(&self.product),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_a_code_a_partner_or_both() {
        let scope = |product: &str, partner: Option<&str>| {
            Some(Scope { product: product.into(), partner: partner.map(str::to_owned) })
        };
        assert_eq!(Scope::parse("8542"), scope("8542", None));
        assert_eq!(Scope::parse("CN"), scope("", Some("CN")));
        assert_eq!(Scope::parse("85/CN"), scope("85", Some("CN")));
        assert_eq!(Scope::parse(""), scope("", None));
        for text in ["8542", "CN", "85/CN", ""] {
            assert_eq!(Scope::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Scope::parse("854"), None);
        assert_eq!(Scope::parse("8x/CN"), None);
    }

    #[test]
    fn scopes_lie_within_each_other() {
        let scope = |text: &str| Scope::parse(text).unwrap();
        assert_eq!(scope("").within(Some("85"), None), scope("85"));
        assert_eq!(scope("85").within(None, Some("CN")), scope("85/CN"));
        assert_eq!(scope("8542310000/CN").around(), Some(scope("854231/CN")));
        assert_eq!(scope("85/CN").around(), Some(scope("CN")));
        assert_eq!(scope("CN").around(), Some(scope("")));
        assert_eq!(scope("").around(), None);
    }
}
