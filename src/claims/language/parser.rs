//! From text to an [`Expression`], or to what is wrong with it and where.

use crate::domain::{Expression, Flow, Operator, Ratio, statement};
use crate::say;
use crate::word;

use super::lexer::{self, Placed, Token};
use super::{Codes, Fault, Kind};

/// Deeper than this nobody reads an expression.
const DEEPEST: usize = 24;

/// Longer than this none is.
const LONGEST: usize = 600;

/// A part that has been read: what it says, what it counts, where it begins.
pub(super) struct Part {
    pub expression: Expression,
    pub kind: Kind,
    pub at: usize,
}

/// Reads an expression; item and partner codes are looked up in `codes`.
///
/// # Errors
/// What is wrong with it, and at which byte.
pub fn parse(text: &str, codes: &mut dyn Codes) -> Result<Expression, Fault> {
    if text.len() > LONGEST {
        return Err(Fault::new(LONGEST, word!("claims.expression-too-long"), word!("claims.say-shorter")));
    }
    let mut parser = Parser { tokens: lexer::tokens(text)?, next: 0, depth: 0, codes };
    let part = parser.sum()?;
    match parser.peek() {
        (_, Token::End) => Ok(part.expression),
        (at, Token::Sign('<' | '>')) => {
            Err(Fault::new(at, word!("claims.comparison-alone-no-number"), word!("claims.write-streak-since")))
        }
        (at, _) => Err(Fault::new(at, word!("claims.expression-goes-where-should"), word!("claims.join-parts"))),
    }
}

/// Reads the pieces one after the other.
pub(super) struct Parser<'a, 'c> {
    tokens: Vec<Placed<'a>>,
    next: usize,
    depth: usize,
    pub codes: &'c mut dyn Codes,
}

impl<'a> Parser<'a, '_> {
    pub(super) fn peek(&self) -> Placed<'a> {
        self.tokens[self.next.min(self.tokens.len() - 1)]
    }

    pub(super) fn take(&mut self) -> Placed<'a> {
        let token = self.peek();
        self.next += 1;
        token
    }

    pub(super) fn takes(&mut self, sign: char) -> bool {
        let found = self.peek().1 == Token::Sign(sign);
        self.next += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, sign: char) -> Result<(), Fault> {
        if self.takes(sign) {
            return Ok(());
        }
        Err(Fault::new(self.peek().0, say!("claims.missing-here", sign = sign), say!("claims.write", sign = sign)))
    }

    /// Digits, and where `bn`, `mn` or `tn` stands behind them, an amount of money.
    fn number(&mut self, at: usize, digits: &str) -> Result<Part, Fault> {
        let value = statement::decimal(digits).map(|(value, ..)| value).ok_or_else(|| not_a_number(at, digits))?;
        let power = match self.peek().1 {
            Token::Word("mn") => 6,
            Token::Word("bn") => 9,
            Token::Word("tn") => 12,
            _ => return Ok(Part { expression: Expression::Number(value), kind: Kind::Number, at }),
        };
        self.take();
        let money = value.times(10_i128.pow(power));
        Ok(Part { expression: Expression::Money(money), kind: Kind::Money, at })
    }

    pub(super) fn sum(&mut self) -> Result<Part, Fault> {
        self.chain(Parser::product, &[('+', Operator::Plus), ('-', Operator::Minus)])
    }

    fn product(&mut self) -> Result<Part, Fault> {
        self.chain(Parser::factor, &[('*', Operator::Times), ('/', Operator::Over)])
    }

    fn chain(
        &mut self,
        part: fn(&mut Self) -> Result<Part, Fault>,
        operators: &[(char, Operator)],
    ) -> Result<Part, Fault> {
        let mut left = part(self)?;
        loop {
            let (at, token) = self.peek();
            let operator = operators.iter().find(|(sign, _)| token == Token::Sign(*sign));
            let Some((sign, operator)) = operator else { return Ok(left) };
            self.next += 1;
            let right = part(self)?;
            let kind = left.kind.combined(*operator, right.kind).ok_or_else(|| {
                let what =
                    say!("claims.means-nothing-2", kind = left.kind.name(), sign = sign, kind2 = right.kind.name());
                Fault::new(at, what, word!("claims.both-sides-must-count"))
            })?;
            let expression = Expression::Binary(*operator, Box::new(left.expression), Box::new(right.expression));
            left = Part { expression, kind, at: left.at };
        }
    }

    fn factor(&mut self) -> Result<Part, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::new(self.peek().0, word!("claims.expression-too-deep"), word!("claims.say-simpler")));
        }
        let (at, token) = self.take();
        let part = match token {
            Token::Number(digits) => self.number(at, digits),
            Token::Sign('-') => {
                let Part { expression, kind, .. } = self.factor()?;
                let minus = Box::new(Expression::Number(Ratio::whole(-1)));
                let expression = Expression::Binary(Operator::Times, minus, Box::new(expression));
                Ok(Part { expression, kind, at })
            }
            Token::Sign('(') => {
                let part = self.sum()?;
                self.expect(')')?;
                Ok(part)
            }
            Token::Word(word) => match Flow::parse(word) {
                Some(flow) => {
                    self.series(flow).map(|key| Part { expression: Expression::Level(key), kind: Kind::Money, at })
                }
                None => self.call(at, word),
            },
            Token::End => {
                Err(Fault::new(at, word!("claims.expression-ends-too-early"), word!("claims.write-flow-such-export")))
            }
            _ => Err(Fault::new(
                at,
                word!("claims.number-flow-function-missing"),
                word!("claims.write-flow-such-export"),
            )),
        };
        self.depth -= 1;
        part
    }
}

pub(super) fn not_a_number(at: usize, digits: &str) -> Fault {
    Fault::new(at, say!("claims.not-number", digits = digits), word!("claims.write-most-15-digits"))
}

pub(super) fn unfit(name: &str, part: &Part) -> Fault {
    Fault::new(
        part.at,
        say!("claims.means-nothing", name = name, kind = part.kind.name()),
        word!("claims.see-docs-formats-md"),
    )
}
