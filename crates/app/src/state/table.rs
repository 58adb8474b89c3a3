//! The reducer's part about the table: windows, filters, the cursor and its row.

use ioculate_core::session::{Command, Detail, Window};

use super::{Model, Msg, Screen, Table, Update};

impl Model {
    pub(super) fn table(&mut self) -> Option<&mut Table> {
        match &mut self.screen {
            Screen::Review(review) => Some(&mut review.table),
            Screen::Report(report) => Some(&mut report.table),
            Screen::Choose(_) | Screen::Send(_) => None,
        }
    }

    pub(super) fn window(&mut self, window: Window) -> Update {
        let Some(table) = self.table() else {
            return Update::STALE;
        };
        table.cursor = table.cursor.filter(|&cursor| cursor < window.total);
        table.window = Some(window);
        // The cursor may have gone to a row that has only now arrived, or rows may have moved.
        let shown = table.detail.as_ref().map(|detail| detail.view.row);
        let row = table
            .cursor
            .and_then(|place| table.row_at(place))
            .filter(|row| shown != Some(*row));
        Update::asking(row.map(|row| Command::Detail { row }).into_iter().collect())
    }

    pub(super) fn detail(&mut self, detail: Box<Detail>) -> Update {
        match self.table() {
            Some(table) if table.cursor.is_some() => {
                table.detail = Some(detail);
                Update::drawn()
            }
            _ => Update::STALE,
        }
    }

    pub(super) fn tabled(&mut self, msg: Msg) -> Update {
        let Some(table) = self.table() else {
            return Update::STALE;
        };
        match msg {
            Msg::Filter(filter) => {
                let count = table.view.1;
                *table = Table {
                    filter,
                    view: (0, count),
                    ..Table::default()
                };
                Update::asking(vec![rows(table)])
            }
            Msg::View { start, count } if (start, count) != table.view => {
                table.view = (start, count);
                Update::quiet(rows(table))
            }
            Msg::Cursor(place) => {
                table.cursor = Some(place);
                let row = table.row_at(place);
                Update::asking(row.map(|row| Command::Detail { row }).into_iter().collect())
            }
            Msg::CloseDetail => {
                (table.cursor, table.detail) = (None, None);
                Update::drawn()
            }
            _ => Update::STALE,
        }
    }
}

/// The command that fetches what a table shows.
pub(super) fn rows(table: &Table) -> Command {
    let (start, count) = table.view;
    Command::Rows {
        filter: table.filter.clone(),
        start,
        count,
    }
}
