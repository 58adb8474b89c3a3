//! `$filter`: which indicators a list call asks for.
//!
//! What public clients send: `field eq 'text'` joined by `and` and `or`, and `field in ['a','b']`
//! with square brackets. A quote within a text is doubled. Anything else is an `ODataError`.

use serde_json::Value;

use crate::{clock, envelope::Refusal};

/// The fields that the list page names (2024).
const FIELDS: [&str; 13] = [
    "application",
    "createdByDisplayName",
    "expirationTime",
    "generateAlert",
    "title",
    "rbacGroupNames",
    "rbacGroupIds",
    "indicatorValue",
    "indicatorType",
    "creationTimeDateTimeUtc",
    "createdBy",
    "action",
    "severity",
];

/// A condition on one indicator.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Filter {
    Or(Vec<Filter>),
    And(Vec<Filter>),
    /// The field equals one of the values.
    In(&'static str, Vec<Value>),
}

impl Filter {
    /// # Errors
    /// `ODataError`, saying what was met instead of what.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        let mut reader = Reader {
            tokens: tokens(text)?,
            at: 0,
        };
        let filter = reader.or()?;
        match reader.next() {
            None => Ok(filter),
            Some(token) => Err(fault(&format!("{token:?} stands after the end."))),
        }
    }

    /// Does the indicator, as JSON, meet the condition?
    pub(crate) fn admits(&self, entity: &Value) -> bool {
        match self {
            Self::Or(parts) => parts.iter().any(|part| part.admits(entity)),
            Self::And(parts) => parts.iter().all(|part| part.admits(entity)),
            Self::In(field, values) => values.iter().any(|value| equal(&entity[*field], value)),
        }
    }
}

fn equal(own: &Value, asked: &Value) -> bool {
    match (own, asked) {
        (Value::Array(members), _) => members.contains(asked),
        (Value::String(own), Value::String(asked)) => {
            let time = clock::read(own);
            own == asked || time.is_some() && time == clock::read(asked)
        }
        _ => own == asked,
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Text(String),
    Word(String),
    Mark(char),
}

fn tokens(text: &str) -> Result<Vec<Token>, Refusal> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '\'' => quoted(&rest[1..])?,
            '(' | ')' | '[' | ']' | ',' => (Token::Mark(first), &rest[1..]),
            _ => word(rest),
        };
        tokens.push(token);
        rest = after.trim_start();
    }
    Ok(tokens)
}

fn quoted(text: &str) -> Result<(Token, &str), Refusal> {
    let mut value = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\'') {
        value.push_str(before);
        let Some(doubled) = after.strip_prefix('\'') else {
            return Ok((Token::Text(value), after));
        };
        value.push('\'');
        rest = doubled;
    }
    Err(fault("A string literal has no end."))
}

fn word(text: &str) -> (Token, &str) {
    let ends = |c: char| c.is_whitespace() || "'()[],".contains(c);
    let (word, rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    (Token::Word(word.to_owned()), rest)
}

struct Reader {
    tokens: Vec<Token>,
    at: usize,
}

impl Reader {
    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn skip(&mut self, token: &Token) -> bool {
        let met = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(met);
        met
    }

    fn skip_word(&mut self, word: &str) -> bool {
        self.skip(&Token::Word(word.to_owned()))
    }

    fn or(&mut self) -> Result<Filter, Refusal> {
        let mut parts = vec![self.and()?];
        while self.skip_word("or") {
            parts.push(self.and()?);
        }
        Ok(Filter::Or(parts))
    }

    fn and(&mut self) -> Result<Filter, Refusal> {
        let mut parts = vec![self.term()?];
        while self.skip_word("and") {
            parts.push(self.term()?);
        }
        Ok(Filter::And(parts))
    }

    fn term(&mut self) -> Result<Filter, Refusal> {
        if self.skip(&Token::Mark('(')) {
            let inner = self.or()?;
            self.expect(')')?;
            return Ok(inner);
        }
        let field = self.field()?;
        match self.next() {
            Some(Token::Word(word)) if word == "eq" => Ok(Filter::In(field, vec![self.literal()?])),
            Some(Token::Word(word)) if word == "in" => Ok(Filter::In(field, self.list()?)),
            other => Err(fault(&format!("eq or in was expected, not {other:?}."))),
        }
    }

    fn field(&mut self) -> Result<&'static str, Refusal> {
        let token = self.next();
        let known = |name: &&&str| matches!(&token, Some(Token::Word(word)) if word == **name);
        match FIELDS.iter().find(known) {
            Some(name) => Ok(name),
            None => Err(fault(&format!("{token:?} is no field to filter by."))),
        }
    }

    fn list(&mut self) -> Result<Vec<Value>, Refusal> {
        let end = if self.skip(&Token::Mark('(')) {
            ')'
        } else {
            ']'
        };
        if end == ']' {
            self.expect('[')?;
        }
        let mut values = vec![self.literal()?];
        while self.skip(&Token::Mark(',')) {
            values.push(self.literal()?);
        }
        self.expect(end)?;
        Ok(values)
    }

    fn literal(&mut self) -> Result<Value, Refusal> {
        match self.next() {
            Some(Token::Text(text)) => Ok(Value::String(text)),
            Some(Token::Word(word)) => bare(word),
            other => Err(fault(&format!("A value was expected, not {other:?}."))),
        }
    }

    fn expect(&mut self, mark: char) -> Result<(), Refusal> {
        if self.skip(&Token::Mark(mark)) {
            return Ok(());
        }
        Err(fault(&format!("{mark} was expected.")))
    }
}

/// `true`, `null`, a number or a time, which stand without quotes.
fn bare(word: String) -> Result<Value, Refusal> {
    if clock::read(&word).is_some() {
        return Ok(Value::String(word));
    }
    let value = serde_json::from_str(&word);
    value.map_err(|_| fault(&format!("{word} is no value; texts stand in quotes.")))
}

fn fault(message: &str) -> Refusal {
    Refusal::bad("ODataError", &format!("$filter: {message}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn conditions_are_met_or_not() {
        let entity = json!({
            "indicatorValue": "it's (a) value", "action": "Block", "severity": "High",
            "generateAlert": true, "application": null, "rbacGroupNames": ["A", "B"],
            "expirationTime": "2027-01-31T00:00:00.0000000Z",
        });
        let cases = [
            ("action eq 'Block'", true),
            ("action eq 'Audit'", false),
            ("indicatorValue eq 'it''s (a) value'", true),
            ("action eq 'Audit' or severity eq 'High'", true),
            ("action eq 'Block' and severity eq 'Low'", false),
            (
                "action eq 'Audit' and severity eq 'Low' or generateAlert eq true",
                true,
            ),
            (
                "action eq 'Audit' and (severity eq 'Low' or generateAlert eq true)",
                false,
            ),
            ("action in ['Audit','Block']", true),
            ("action in ('Audit', 'Warn')", false),
            ("application eq null", true),
            ("rbacGroupNames eq 'B'", true),
            ("expirationTime eq 2027-01-31T00:00:00Z", true),
        ];
        for (text, expected) in cases {
            let filter = Filter::read(text).expect(text);
            assert_eq!(filter.admits(&entity), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_filter_is_refused() {
        let cases = [
            ("", "no field"),
            ("action", "eq or in"),
            ("action eq Block", "quotes"),
            ("action eq 'Block", "no end"),
            ("action eq 'Block' 'x'", "after the end"),
            ("colour eq 'red'", "no field"),
            ("action gt 'Block'", "eq or in"),
            ("action in []", "value"),
            ("(action eq 'Block'", ") was expected"),
        ];
        for (text, expected) in cases {
            let refusal = Filter::read(text).expect_err(text);
            assert_eq!(refusal.code, "ODataError");
            assert!(
                refusal.message().contains(expected),
                "{text}: {}",
                refusal.message()
            );
        }
    }
}
