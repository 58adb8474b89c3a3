//! What the columns of a table hold, as far as their names and their first cells tell.
//!
//! Names and counts go in, one [`Role`] for each column comes out. A name that speaks for or against
//! an indicator is believed; cells decide where the name leaves it open. Columns that look like
//! indicators and are not read are for the reader to name.

use super::{
    Role,
    names::{Word, word},
};
use crate::{
    change::{Field, Fields},
    check::{alone, said},
    indicator::{Action, IndicatorType, Severity},
};

/// Cells longer than this are not looked into.
const LONGEST_CELL: usize = 4_096;

/// What the first cells of a column are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Cells that are not blank.
    pub(crate) cells: u32,
    /// Those that are a hash, an address or a URL by themselves.
    plain: u32,
    /// Of these, URLs.
    urls: u32,
    /// Those that are a domain. Names of packages, classes and files look like one.
    domains: u32,
    /// Words for a type.
    types: u32,
    actions: u32,
    severities: u32,
    booleans: u32,
}

impl Facts {
    /// Takes in one cell of several values or one.
    pub(crate) fn add(&mut self, content: &str, kind: Option<IndicatorType>) {
        let text = content.trim();
        if text.is_empty() {
            return;
        }
        self.cells += 1;
        match kind {
            Some(IndicatorType::DomainName) => self.domains += 1,
            Some(kind) => {
                self.plain += 1;
                self.urls += u32::from(kind == IndicatorType::Url);
            }
            None => self.add_word(text),
        }
    }

    fn add_word(&mut self, text: &str) {
        let is_type = text.split('|').all(|word| said(word).is_some()) || said(text).is_some();
        self.types += u32::from(is_type);
        self.actions += u32::from(Action::read(text).is_some());
        self.severities += u32::from(Severity::read(text).is_some());
        let is_boolean = text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("false");
        self.booleans += u32::from(is_boolean);
    }

    /// Whether at least so many of a hundred cells are indicators.
    pub(crate) fn are_indicators(&self, percent: u32) -> bool {
        self.are(self.plain + self.domains, percent)
    }

    /// Whether all cells are blank.
    pub(crate) const fn are_none(&self) -> bool {
        self.cells == 0
    }

    /// Whether any cell is a URL.
    pub(crate) const fn has_urls(&self) -> bool {
        self.urls > 0
    }

    fn are(&self, some: u32, percent: u32) -> bool {
        some > 0 && some * 100 >= self.cells * percent
    }
}

/// The type of a cell's only value.
pub(crate) fn kind_of(content: &str) -> Option<IndicatorType> {
    (content.len() <= LONGEST_CELL)
        .then(|| alone(content))
        .flatten()
}

/// What each column holds, by its name and its facts.
pub(crate) fn suggest<N: AsRef<str>>(names: &[N], facts: &[Facts]) -> Vec<Role> {
    let words: Vec<Word> = names.iter().map(|name| word(name.as_ref())).collect();
    let type_column = type_column(&words, facts);
    let mut roles = vec![Role::Skip; facts.len()];
    let mut given = Fields::NONE;
    // The API's own name for a field before any other.
    for is_own in [true, false] {
        for (at, &word) in words.iter().enumerate() {
            let Word::Field(field) = word else { continue };
            let own = super::field(names[at].as_ref()) == Some(field);
            if own == is_own && !given.has(field) && is_readable(field, &facts[at]) {
                given = given.with(field);
                roles[at] = Role::Field(field);
            }
        }
    }
    if let Some(at) = type_column {
        roles[at] = Role::Field(Field::IndicatorType);
    }
    by_name(&words, facts, type_column.is_some(), &mut roles);
    by_content(&words, facts, &mut roles);
    roles
}

/// The column that says what the value beside it is: the one with the most words for a type.
fn type_column(words: &[Word], facts: &[Facts]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (at, word) in words.iter().enumerate() {
        let is_better = best.is_none_or(|best| facts[at].types > facts[best].types);
        if *word == Word::Type && facts[at].types > 0 && is_better {
            best = Some(at);
        }
    }
    best
}

fn by_name(words: &[Word], facts: &[Facts], is_typed: bool, roles: &mut [Role]) {
    for (at, word) in words.iter().enumerate() {
        let facts = &facts[at];
        let holds = match word {
            Word::Indicator(_) => true,
            Word::Perhaps => facts.are_indicators(30) || (is_typed && facts.cells == 0),
            _ => false,
        };
        if holds && roles[at] == Role::Skip {
            roles[at] = Role::Indicator(match word {
                Word::Indicator(kind) => *kind,
                _ => None,
            });
        }
    }
    let is_value = |role: &Role| matches!(role, Role::Indicator(_));
    if roles.iter().any(is_value) || !is_typed {
        return;
    }
    // Typed values that are all masked look like nothing; refusing them says so.
    if let Some(at) = words.iter().position(|word| *word == Word::Perhaps) {
        roles[at] = Role::Indicator(None);
    }
}

/// Columns whose names say nothing. Dotted names are taken for domains where the table has no names
/// at all, or nothing else that could be an indicator.
fn by_content(words: &[Word], facts: &[Facts], roles: &mut [Role]) {
    for with_domains in [words.is_empty(), true] {
        if with_domains && roles.iter().any(|role| matches!(role, Role::Indicator(_))) {
            return;
        }
        for (at, facts) in facts.iter().enumerate() {
            let word = words.get(at).copied().unwrap_or(Word::Unknown);
            let domains = if with_domains { facts.domains } else { 0 };
            let holds = word == Word::Unknown && facts.are(facts.plain + domains, 80);
            if holds && roles[at] == Role::Skip {
                roles[at] = Role::Indicator(None);
            }
        }
    }
}

/// Whether the cells can be read as what the name says. A word such as `severity` has other scales.
fn is_readable(field: Field, facts: &Facts) -> bool {
    let readable = match field {
        Field::Action => facts.actions,
        Field::Severity => facts.severities,
        Field::GenerateAlert => facts.booleans,
        _ => return true,
    };
    facts.cells == 0 || facts.are(readable, 50)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d";
    const SHA1: &str = "0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d0a1b2c3d";

    /// The roles of a header over rows, `.` for a column that is skipped.
    fn roles(header: &str, rows: &[&str]) -> String {
        let names: Vec<&str> = header.split(',').collect();
        let mut facts = vec![Facts::default(); names.len()];
        for row in rows {
            for (facts, cell) in facts.iter_mut().zip(row.split(',')) {
                facts.add(cell, kind_of(cell));
            }
        }
        let one = |role: &Role| match role {
            Role::Skip => ".".to_owned(),
            Role::Indicator(None) => "value".to_owned(),
            Role::Indicator(Some(kind)) => kind.as_str().to_owned(),
            Role::Field(field) => field.as_str().to_owned(),
        };
        let shown: Vec<String> = suggest(&names, &facts).iter().map(one).collect();
        shown.join(" ")
    }

    #[test]
    fn names_and_cells_say_what_columns_hold() {
        let masked = ["domain,YmFkLmV4YW1wbGU="];
        let certificate = format!("{HASH},com.bad.app,{SHA1},1.2.3.4");
        let table: &[(&str, &[&str], &str)] = &[
            (
                "type,indicator",
                &["domain,bad.example"],
                "indicatorType value",
            ),
            ("IoC,IoC_Type", &["bad.example,FQDN"], "value indicatorType"),
            (
                "value,entity_type",
                &["bad.example,hostname"],
                "value indicatorType",
            ),
            ("FQDN", &["bad.example"], "value"),
            (
                "domain_name,ip_address",
                &["bad.example,192.0.2.1"],
                "value value",
            ),
            (
                "Indicator,Type,Description",
                &["bad.example,Domain,d"],
                "value indicatorType description",
            ),
            (
                "SHA256,Package Name,Certificate,Version",
                &[&certificate],
                "value . . .",
            ),
            ("Domain,Domain Use", &["bad.example,malware"], "value ."),
            (
                "indicator_type,obfuscated_value",
                &masked,
                "indicatorType value",
            ),
            ("kind,value", &masked, "indicatorType value"),
            (
                "Web URI,DateAdded",
                &["https://bad.example,1/2/2027"],
                "value .",
            ),
            (
                "IoC,Type,IoC_Type",
                &["bad.example,Feed,domain"],
                "value . indicatorType",
            ),
            (
                "comment,Description,ioc",
                &["c,d,bad.example"],
                ". description value",
            ),
            (
                "ioc,valid_until,severity",
                &["bad.example,2027-01-31,High"],
                "value expirationTime severity",
            ),
            (
                "ioc,severity,action",
                &["bad.example,7,connect"],
                "value . .",
            ),
            ("FileMd5,title", &["x,t"], "FileMd5 title"),
            ("decoy,av", &["https://bad.example/a,Trojan.Gen"], "value ."),
            ("ioc,av", &["192.0.2.1,Trojan.Gen"], "value ."),
            (
                "reference,ioc",
                &["https://news.example/a,bad.example"],
                ". value",
            ),
            ("address,city", &["1 Main Street,Anytown"], ". ."),
        ];
        for (header, rows, expected) in table {
            assert_eq!(roles(header, rows), *expected, "{header}");
        }
    }

    #[test]
    fn the_order_of_columns_does_not_matter() {
        let header = ["IoC", "IoC_Type", "Version", "Comments", "SHA1"];
        let row = ["bad.example", "domain", "1.2.3.4", "c", SHA1];
        let expected = ["value", "indicatorType", ".", "description", "value"];
        for turn in 0..header.len() {
            let turned = |cells: &[&str]| -> Vec<String> {
                let cells = cells.iter().cycle().skip(turn).take(header.len());
                cells.map(|cell| (*cell).to_owned()).collect()
            };
            assert_eq!(
                roles(&turned(&header).join(","), &[&turned(&row).join(",")]),
                turned(&expected).join(" ")
            );
        }
    }
}
