//! Which part of trade is looked at: a code of goods with all below it, a partner, both, or everything.

use super::names;

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

    /// The names of the steps that lead to it, in the language of the thread: chapter, heading, subheading, code, partner.
    pub fn crumbs(&self) -> Vec<String> {
        let code = &self.product;
        let levels = [2, 4, 6].into_iter().filter(|level| *level <= code.len());
        let rest = (code.len() > 6).then_some(code.len());
        let goods = levels.chain(rest).map(|level| goods_name(&code[..level]));
        let partner = self.partner.as_deref().map(partner_name);
        goods.chain(partner).collect()
    }
}

/// A code with the name that it has.
fn goods_name(code: &str) -> String {
    let name = names::goods(code);
    if name.here() == code { code.to_owned() } else { format!("{code} {}", name.here()) }
}

/// The name of a partner, or what the file calls it.
fn partner_name(partner: &str) -> String {
    names::country(partner).map_or_else(|| partner.to_owned(), |(_, name)| name.here().to_owned())
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
        assert_eq!(Scope::parse("854"), None);
        assert_eq!(Scope::parse("8x/CN"), None);
    }

    #[test]
    fn crumbs_lead_from_the_chapter_down() {
        assert_eq!(
            Scope::parse("8542310000/CN").unwrap().crumbs(),
            ["85 Electrical machinery", "8542", "854231", "8542310000", "China"]
        );
    }
}
