//! STIX patterns (STIX 2.1, section 9): what they test, and what they ask for together.
//!
//! A pattern goes in, its tests come out in their order, each with where it stands, and for each
//! operand of an AND or FOLLOWEDBY which tests it is asked for with. A tree is not kept: whether a
//! value stands for itself is all that is asked of a pattern here.
//!
//! The reader takes what producers write beyond the grammar where only one thing can be meant: words
//! in lower case, `==`, `NOT` before a test, qualifiers of STIX 2.0. It goes down at most
//! [`MOST_LEVELS`] levels and takes linear time.

use crate::message::{Phrase, made::expected};
use crate::source::{Span, small};

use super::token::{Broken, Kind, Token, Tokens};

/// The deepest nesting of parentheses that is read; patterns in use need two.
pub(super) const MOST_LEVELS: u32 = 64;

/// A pattern.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern {
    pub(super) tests: Vec<Test>,
    pub(super) steps: Vec<Step>,
    pub(super) literals: Vec<Literal>,
    /// Innermost first.
    pub(super) joints: Vec<Joint>,
    /// The tests of each pair of brackets.
    pub(super) observations: Vec<Run>,
    pub(super) qualifiers: Vec<Qualifier>,
}

/// Some of the tests, steps or literals, one after another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Pattern {
    pub(super) fn steps_of(&self, test: &Test) -> &[Step] {
        test.steps.of_slice(&self.steps)
    }

    pub(super) fn literals_of(&self, test: &Test) -> &[Literal] {
        test.literals.of_slice(&self.literals)
    }
}

impl Run {
    fn of(start: usize, end: usize) -> Self {
        Self {
            start: small(start),
            end: small(end),
        }
    }

    fn of_slice<T>(self, all: &[T]) -> &[T] {
        all.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
}

/// One comparison.
#[derive(Clone, Copy, Debug)]
pub(super) struct Test {
    /// All of it.
    pub(super) span: Span,
    /// The type of object, before the colon.
    pub(super) object: Span,
    pub(super) steps: Run,
    pub(super) operator: Operator,
    /// Whether it says what the value is not.
    pub(super) negated: bool,
    pub(super) literals: Run,
}

/// A step of an object path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// A key, without quotation marks.
    Key(Span),
    /// An index of a list, or `*`.
    Index,
}

/// How a value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    In,
    IsSubset,
    IsSuperset,
    Like,
    Matches,
    /// `<`, `<=`, `>` or `>=`.
    Order,
    Exists,
}

impl Operator {
    /// What a user reads.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::In => "IN",
            Self::IsSubset => "ISSUBSET",
            Self::IsSuperset => "ISSUPERSET",
            Self::Like => "LIKE",
            Self::Matches => "MATCHES",
            Self::Order => "<",
            Self::Exists => "EXISTS",
        }
    }
}

/// What a value is compared with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Literal {
    /// A text's content, or all of another literal.
    pub(super) span: Span,
    pub(super) is_text: bool,
}

/// One operand among those that must all hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    pub(super) all: Run,
    pub(super) part: Run,
    /// Whether one observation must show all of it.
    pub(super) within: bool,
}

/// How often, or when, some tests must hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Qualifier {
    pub(super) tests: Run,
    pub(super) span: Span,
}

/// Reads a pattern.
pub(super) fn read(text: &str) -> Result<Pattern, Broken> {
    let mut tokens = Tokens::new(text);
    let next = tokens.next()?;
    let mut parser = Parser {
        text,
        tokens,
        next,
        end: 0,
        level: 0,
        pattern: Pattern::default(),
    };
    parser.followed()?;
    match parser.next.kind {
        Kind::End => Ok(parser.pattern),
        _ => Err(parser.broken(expected::AND_OR_END)),
    }
}

struct Parser<'p> {
    text: &'p str,
    tokens: Tokens<'p>,
    next: Token,
    /// One past the last word that was taken.
    end: usize,
    level: u32,
    pattern: Pattern,
}

type Parsed = Result<(), Broken>;

impl Parser<'_> {
    fn broken(&self, expected: Phrase) -> Broken {
        // A text's span leaves its mark out.
        let mark = usize::from(self.next.kind == Kind::Text);
        let at = (self.next.span.start as usize).saturating_sub(mark);
        Broken { at, expected }
    }

    /// Goes to the next word; gives the one before.
    fn step(&mut self) -> Result<Token, Broken> {
        let next = self.tokens.next()?;
        let token = std::mem::replace(&mut self.next, next);
        self.end =
            (token.span.start + token.span.len) as usize + usize::from(token.kind == Kind::Text);
        Ok(token)
    }

    fn is_word(&self, word: &str) -> bool {
        self.next.kind == Kind::Name && self.next.span.in_text(self.text).eq_ignore_ascii_case(word)
    }

    fn take_word(&mut self, word: &str) -> Result<bool, Broken> {
        let is_next = self.is_word(word);
        if is_next {
            self.step()?;
        }
        Ok(is_next)
    }

    fn take_mark(&mut self, mark: u8) -> Result<bool, Broken> {
        let is_next = self.next.kind == Kind::Mark(mark);
        if is_next {
            self.step()?;
        }
        Ok(is_next)
    }

    fn expect_mark(&mut self, mark: u8, expected: Phrase) -> Parsed {
        if self.take_mark(mark)? {
            Ok(())
        } else {
            Err(self.broken(expected))
        }
    }

    fn expect_kind(&mut self, kind: Kind, expected: Phrase) -> Result<Token, Broken> {
        if self.next.kind == kind {
            self.step()
        } else {
            Err(self.broken(expected))
        }
    }

    fn tests(&self) -> usize {
        self.pattern.tests.len()
    }

    /// Operands with `word` between; where they must all hold, notes what each is asked for with.
    fn joined(
        &mut self,
        word: &str,
        within: Option<bool>,
        operand: fn(&mut Self) -> Parsed,
    ) -> Parsed {
        let start = self.tests();
        let mut ends = Vec::new();
        loop {
            operand(self)?;
            let is_last = !self.take_word(word)?;
            if !is_last || !ends.is_empty() {
                ends.push(self.tests());
            }
            if is_last {
                break;
            }
        }
        let (Some(within), Some(&end)) = (within, ends.last()) else {
            return Ok(());
        };
        let all = Run::of(start, end);
        let mut from = start;
        for to in ends {
            let part = Run::of(from, to);
            self.pattern.joints.push(Joint { all, part, within });
            from = to;
        }
        Ok(())
    }

    /// FOLLOWEDBY binds least, then OR, then AND.
    fn followed(&mut self) -> Parsed {
        self.joined("FOLLOWEDBY", Some(false), |parser| {
            parser.joined("OR", None, |parser| {
                parser.joined("AND", Some(false), Self::observation)
            })
        })
    }

    /// Brackets with tests in them, or parentheses around several of these; with qualifiers.
    fn observation(&mut self) -> Parsed {
        let start = self.tests();
        if self.take_mark(b'[')? {
            self.comparisons()?;
            self.expect_mark(b']', expected::AND_OR_BRACKET)?;
            let run = Run::of(start, self.tests());
            self.pattern.observations.push(run);
        } else {
            self.expect_mark(b'(', expected::OPENING)?;
            self.deeper(Self::followed)?;
        }
        while self.qualifier(start)? {}
        Ok(())
    }

    /// Reads what stands in parentheses, up to and with the closing one.
    fn deeper(&mut self, inner: fn(&mut Self) -> Parsed) -> Parsed {
        if self.level >= MOST_LEVELS {
            return Err(self.broken(expected::LESS_NESTED));
        }
        self.level += 1;
        inner(self)?;
        self.level -= 1;
        self.expect_mark(b')', expected::AND_OR_PARENTHESIS)
    }

    fn qualifier(&mut self, tests: usize) -> Result<bool, Broken> {
        let start = self.next.span.start as usize;
        let tests = Run::of(tests, self.tests());
        let counts = if self.take_word("WITHIN")? {
            self.expect_kind(Kind::Number, expected::NUMBER_OF_SECONDS)?;
            self.expect_word("SECONDS", expected::SECONDS)?;
            false
        } else if self.take_word("REPEATS")? {
            self.expect_kind(Kind::Number, expected::NUMBER_OF_TIMES)?;
            self.expect_word("TIMES", expected::TIMES)?;
            true
        } else if self.take_word("START")? {
            self.moment()?;
            self.expect_word("STOP", expected::STOP)?;
            self.moment()?;
            false
        } else {
            return Ok(false);
        };
        if counts {
            let span = Span::of(start, self.end);
            self.pattern.qualifiers.push(Qualifier { tests, span });
        }
        Ok(true)
    }

    fn expect_word(&mut self, word: &str, expected: Phrase) -> Parsed {
        if self.take_word(word)? {
            Ok(())
        } else {
            Err(self.broken(expected))
        }
    }

    /// A timestamp; STIX 2.0 writes it as a text.
    fn moment(&mut self) -> Parsed {
        match self.next.kind {
            Kind::Coded | Kind::Text => self.step().map(drop),
            _ => Err(self.broken(expected::TIMESTAMP)),
        }
    }

    /// What stands in brackets: OR binds less than AND.
    fn comparisons(&mut self) -> Parsed {
        self.joined("OR", None, |parser| {
            parser.joined("AND", Some(true), Self::comparison)
        })
    }

    /// A test, or several in parentheses.
    fn comparison(&mut self) -> Parsed {
        let negated = self.take_word("NOT")?;
        let start = self.tests();
        if self.take_mark(b'(')? {
            self.deeper(Self::comparisons)?;
        } else {
            self.test()?;
        }
        for test in &mut self.pattern.tests[start..] {
            // Twice turned round is not read as positive: nobody means it, and it is no value.
            test.negated |= negated;
        }
        Ok(())
    }

    fn test(&mut self) -> Parsed {
        let start = self.next.span.start as usize;
        if self.take_word("EXISTS")? {
            let (object, steps) = self.path()?;
            self.end_test(start, (object, steps), (Operator::Exists, false), 0);
            return Ok(());
        }
        let path = self.path()?;
        let negated = self.take_word("NOT")?;
        let (operator, differs) = self.operator()?;
        let literals = self.pattern.literals.len();
        if operator == Operator::In {
            self.set()?;
        } else {
            self.literal()?;
        }
        let count = self.pattern.literals.len() - literals;
        self.end_test(start, path, (operator, negated || differs), count);
        Ok(())
    }

    /// Adds a test that began at `start` and compares with the last `count` literals.
    fn end_test(
        &mut self,
        start: usize,
        (object, steps): (Span, Run),
        (operator, negated): (Operator, bool),
        count: usize,
    ) {
        let literals = self.pattern.literals.len();
        self.pattern.tests.push(Test {
            span: Span::of(start, self.end),
            object,
            steps,
            operator,
            negated,
            literals: Run::of(literals - count, literals),
        });
    }

    /// `file:hashes.'SHA-256'`: the type of object, and the steps to one of its properties.
    fn path(&mut self) -> Result<(Span, Run), Broken> {
        let object = self.expect_kind(Kind::Name, expected::OBJECT_PATH)?;
        self.expect_mark(b':', expected::COLON)?;
        let start = self.pattern.steps.len();
        self.key()?;
        loop {
            if self.take_mark(b'.')? {
                self.key()?;
            } else if self.take_mark(b'[')? {
                if !self.take_mark(b'*')? {
                    self.expect_kind(Kind::Number, expected::INDEX)?;
                }
                self.expect_mark(b']', expected::BRACKET)?;
                self.pattern.steps.push(Step::Index);
            } else {
                break;
            }
        }
        Ok((object.span, Run::of(start, self.pattern.steps.len())))
    }

    fn key(&mut self) -> Parsed {
        match self.next.kind {
            Kind::Name | Kind::Text => {
                let key = self.step()?.span;
                self.pattern.steps.push(Step::Key(key));
                Ok(())
            }
            _ => Err(self.broken(expected::KEY)),
        }
    }

    /// The comparison, and whether it is one with what the value is not.
    fn operator(&mut self) -> Result<(Operator, bool), Broken> {
        const WORDS: [(&str, Operator); 5] = [
            ("IN", Operator::In),
            ("LIKE", Operator::Like),
            ("MATCHES", Operator::Matches),
            ("ISSUBSET", Operator::IsSubset),
            ("ISSUPERSET", Operator::IsSuperset),
        ];
        let found = match self.next.kind {
            Kind::Comparison => match self.next.span.in_text(self.text) {
                "=" | "==" => Some((Operator::Equal, false)),
                "!=" | "<>" => Some((Operator::Equal, true)),
                _ => Some((Operator::Order, false)),
            },
            _ => WORDS
                .into_iter()
                .find(|(word, _)| self.is_word(word))
                .map(|(_, operator)| (operator, false)),
        };
        let operator = found.ok_or_else(|| self.broken(expected::COMPARISON))?;
        self.step()?;
        Ok(operator)
    }

    fn set(&mut self) -> Parsed {
        self.expect_mark(b'(', expected::PARENTHESIS)?;
        if self.take_mark(b')')? {
            return Ok(());
        }
        loop {
            self.literal()?;
            if !self.take_mark(b',')? {
                return self.expect_mark(b')', expected::COMMA_OR_PARENTHESIS);
            }
        }
    }

    fn literal(&mut self) -> Parsed {
        let is_text = self.next.kind == Kind::Text;
        let is_other = matches!(self.next.kind, Kind::Coded | Kind::Number)
            || self.is_word("true")
            || self.is_word("false");
        if !is_text && !is_other {
            return Err(self.broken(expected::QUOTED_VALUE));
        }
        let span = self.step()?.span;
        self.pattern.literals.push(Literal { span, is_text });
        Ok(())
    }
}
