//! Rows as a spreadsheet takes them from the clipboard.

use crate::{change::Field, ledger::WRITABLE, order::sorted, source::guarded};

use super::{Copied, Scope, Session};

impl Session {
    /// Rows between tabs, in their order, below the names of their fields, as they would be sent, else as they are stated;
    /// no text where they are more than a tenant holds.
    pub(super) fn copied(&self, scope: Scope) -> Copied {
        let in_order = matches!(scope, Scope::Passing { .. });
        let rows = self.ledger.meant(&self.found(scope));
        let rows = if in_order { rows } else { sorted(rows) };
        let most = self.limits.tenant_indicators;
        let text = (rows.len() <= most).then(|| {
            let mut text = String::new();
            line(&mut text, WRITABLE.iter().map(|field| field.as_str()));
            for row in &rows {
                self.copy_row(*row, &mut text);
            }
            text
        });
        Copied {
            rows: super::summary::count(rows.len()),
            text,
        }
    }

    fn copy_row(&self, row: u32, text: &mut String) {
        let texts = self.ledger.texts(row);
        if texts.is_empty() {
            // It has no fields but what stands for its value.
            let value = self.ledger.value(row);
            let of = |field: &Field| match field {
                Field::IndicatorValue => value,
                _ => "",
            };
            return line(text, WRITABLE.iter().map(of));
        }
        line(text, texts.iter().map(|it| &*it.text));
    }
}

/// Writes one line. What a spreadsheet would take for a formula is guarded, as in every file.
fn line<'c>(out: &mut String, cells: impl Iterator<Item = &'c str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push('\t');
        }
        let cell = guarded(cell);
        if cell.contains(['\t', '\n', '\r', '"']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}
