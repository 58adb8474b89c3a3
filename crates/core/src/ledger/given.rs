//! What a file's records are given for the fields that it lacks: the defaults, and the columns that
//! their texts name.
//!
//! Of a table only the cells are kept that a field of an indicator holds. A default text may name any
//! other column; its cell is read again from the row, and from no row where nothing names a column. A
//! header in the middle of a table names the columns of the rows below it.

use crate::{
    calendar,
    change::{Field, Fields},
    check::{
        Defaults, Origin, Verdict,
        template::{self, Facts},
    },
    diagnostic::{Finding, Looks},
    indicator::Severity,
    source::{Cells, Form},
};

use super::{File, Ledger, Settings};

/// What one file's records are given.
#[derive(Clone, Debug)]
pub(super) struct ForFile {
    pub(super) defaults: Defaults,
    columns: Option<Columns>,
}

/// The columns that default texts name.
#[derive(Clone, Debug)]
struct Columns {
    delimiter: char,
    /// From which row on columns stand so, in the order of the rows.
    headers: Vec<(u32, Vec<Column>)>,
}

/// A column by the name that a default text has for it, and its place from 0.
#[derive(Clone, Debug)]
struct Column {
    name: String,
    at: usize,
}

impl Ledger {
    /// What each file's records are given.
    pub(super) fn for_files(&self) -> Vec<ForFile> {
        let files = (0..).zip(&self.files);
        files
            .map(|(number, file)| self.for_file(number, file, titled(&self.settings, file)))
            .collect()
    }

    fn for_file(&self, number: u16, file: &File, defaults: Defaults) -> ForFile {
        let mut wanted = template::columns(&defaults.title);
        wanted.extend(template::columns(&defaults.description));
        let columns = self.columns(number, file, &wanted);
        ForFile { defaults, columns }
    }

    fn columns(&self, number: u16, file: &File, wanted: &[&str]) -> Option<Columns> {
        let survey = file.survey().filter(|_| !wanted.is_empty())?;
        let delimiter = survey.delimiter()?;
        let rows = self.rows_of(number);
        let names = survey.columns().iter().map(|column| &*column.name);
        let mut headers = vec![(rows.start, found(wanted, names))];
        for row in rows.filter(|&row| self.is_header(row)) {
            let cells = Cells::of(self.source_of(row), delimiter);
            headers.push((row, found(wanted, cells.iter())));
        }
        Some(Columns { delimiter, headers })
    }

    fn is_header(&self, row: u32) -> bool {
        let form = self.record(row).map(|record| record.form);
        form == Some(Form::Ignored(Looks::Header))
    }

    /// Where a row stands, as far as its default texts may say it.
    pub(super) fn origin(&self, row: u32) -> Origin<'_> {
        let number = usize::from(self.file_of(row));
        let given = self.for_files.get(number);
        self.origin_for(row, given.and_then(|given| given.columns.as_ref()))
    }

    fn origin_for<'l>(&'l self, row: u32, columns: Option<&'l Columns>) -> Origin<'l> {
        let file = self.files.get(usize::from(self.file_of(row)));
        let mut origin = Origin {
            file: file.map_or("", |file| &file.name),
            columns: Vec::new(),
        };
        let Some(columns) = columns else {
            return origin;
        };
        let below = columns.headers.partition_point(|(from, _)| *from <= row);
        let header = below.checked_sub(1).and_then(|at| columns.headers.get(at));
        if let Some((_, named)) = header {
            let cells = Cells::of(self.source_of(row), columns.delimiter);
            let named = named.iter();
            let named = named.map(|column| (&*column.name, cells.get(column.at)));
            origin.columns = named.collect();
        }
        origin
    }

    /// The text that a default makes of the first row that would be sent; `None` where there is none.
    ///
    /// # Errors
    /// Why it makes no text of it.
    pub fn preview(&self, field: Field, text: &str) -> Result<Option<String>, Finding> {
        template::check_template(text)?;
        let ready = (0..self.len()).find(|&row| self.verdict(row) == Verdict::Ready);
        let Some((row, sent)) = ready.and_then(|row| Some((row, self.indicator(row)?))) else {
            return Ok(None);
        };
        let number = self.file_of(row);
        let file = self.files.get(usize::from(number));
        if field == Field::Title && text.trim().is_empty() {
            return Ok(file.map(|file| file.name.clone()));
        }
        let columns = file.and_then(|file| self.columns(number, file, &template::columns(text)));
        let origin = self.origin_for(row, columns.as_ref());
        let expiration = sent.expiration.and_then(calendar::written);
        let facts = Facts {
            origin: &origin,
            line: self.line_of(row),
            value: &sent.value,
            kind: Some(sent.indicator_type),
            action: Some(sent.action),
            severity: sent.severity.map(Severity::as_str),
            expiration: expiration.as_deref(),
            fields: Fields::ALL,
            defaults: &self.settings.defaults,
            today: self.settings.today,
        };
        let made = template::filled(text, &facts)?;
        Ok(Some(made.into_owned()))
    }
}

/// The defaults for one file: its name where they hold no title.
fn titled(settings: &Settings, file: &File) -> Defaults {
    let mut defaults = settings.defaults.clone();
    if defaults.title.trim().is_empty() {
        defaults.title = template::literal(&file.name);
    }
    defaults
}

/// Those of the wanted columns that a header has; of two of one name the first.
fn found<N: AsRef<str>>(wanted: &[&str], names: impl Iterator<Item = N>) -> Vec<Column> {
    let mut found: Vec<Column> = Vec::new();
    for (at, name) in names.enumerate() {
        let name = name.as_ref().trim();
        let is_known = |column: &Column| column.name.eq_ignore_ascii_case(name);
        let is_wanted = |wanted: &&str| wanted.eq_ignore_ascii_case(name);
        if wanted.iter().any(is_wanted) && !found.iter().any(is_known) {
            let name = name.to_owned();
            found.push(Column { name, at });
        }
    }
    found
}
