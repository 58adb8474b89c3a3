//! Tables: windows of what the worker holds, filters, the cursor and its row.
//!
//! The page has one kind of table for the rows of a list and for the indicators of the tenant; [`Rows`]
//! says what is asked for each.

use std::fmt::Debug;

use ioculate_core::session::{
    Command, Detail, Filter, RowView, TenantDetail, TenantFilter, TenantRow, TenantWindow, Window,
};

use super::{Choice, Chosen, Model, Msg, Picked, Reach, Screen, Update};

/// Some of what a table shows, as the worker gives it.
pub trait Rows: Clone + Debug + PartialEq {
    /// Which of them, and in which order.
    type Filter: Clone + Debug + Default + PartialEq;
    /// One of them.
    type Row;
    /// One of them in full.
    type Detail: Clone + Debug + PartialEq;
    /// Those that are chosen.
    type Chosen: Choice<Self::Row> + Debug + PartialEq;

    /// The first one's place within the filter.
    fn start(&self) -> u32;
    /// How many pass the filter.
    fn total(&self) -> u32;
    /// Those at hand.
    fn rows(&self) -> &[Self::Row];
    /// The number by which the worker knows one.
    fn number(row: &Self::Row) -> u32;
    /// Which one is told in full.
    fn detailed(detail: &Self::Detail) -> &Self::Row;
    /// Asks for a window.
    fn ask(filter: Self::Filter, start: u32, count: u32) -> Command;
    /// Asks for all of one.
    fn ask_detail(number: u32) -> Command;
}

impl Rows for Window {
    type Filter = Filter;
    type Row = RowView;
    type Detail = Detail;
    type Chosen = Picked;

    fn start(&self) -> u32 {
        self.start
    }

    fn total(&self) -> u32 {
        self.total
    }

    fn rows(&self) -> &[RowView] {
        &self.rows
    }

    fn number(row: &RowView) -> u32 {
        row.row
    }

    fn detailed(detail: &Detail) -> &RowView {
        &detail.view
    }

    fn ask(filter: Filter, start: u32, count: u32) -> Command {
        Command::Rows {
            filter,
            start,
            count,
        }
    }

    fn ask_detail(row: u32) -> Command {
        Command::Detail { row }
    }
}

impl Rows for TenantWindow {
    type Filter = TenantFilter;
    type Row = TenantRow;
    type Detail = TenantDetail;
    type Chosen = Chosen;

    fn start(&self) -> u32 {
        self.start
    }

    fn total(&self) -> u32 {
        self.total
    }

    fn rows(&self) -> &[TenantRow] {
        &self.rows
    }

    fn number(row: &TenantRow) -> u32 {
        row.place
    }

    fn detailed(detail: &TenantDetail) -> &TenantRow {
        &detail.row
    }

    fn ask(filter: TenantFilter, start: u32, count: u32) -> Command {
        Command::TenantRows {
            filter,
            start,
            count,
        }
    }

    fn ask_detail(place: u32) -> Command {
        Command::TenantDetail { place }
    }
}

/// How many rows are asked for before it is known how many are seen: as many as a screen of 800 px shows.
const FIRST: u32 = 24;

/// Rows in a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Table<W: Rows = Window> {
    /// Which rows.
    pub filter: W::Filter,
    /// How often other rows were wanted: each time the view is at the top again.
    pub turn: u32,
    /// The first row in view and how many are.
    pub view: (u32, u32),
    /// The rows that came for it, or for an earlier one.
    pub window: Option<W>,
    /// The cursor's place within the filter.
    pub cursor: Option<u32>,
    /// The place that was looked at or chosen last by itself.
    pub(super) from: Option<u32>,
    /// What is being chosen from there.
    pub(super) reach: Option<Reach<W::Chosen>>,
    /// The row under the cursor, in full.
    pub detail: Option<Box<W::Detail>>,
}

impl<W: Rows> Default for Table<W> {
    fn default() -> Self {
        Self {
            filter: W::Filter::default(),
            turn: 0,
            view: (0, FIRST),
            window: None,
            cursor: None,
            from: None,
            reach: None,
            detail: None,
        }
    }
}

impl<W: Rows> Table<W> {
    /// The row at a place within the filter, where it is at hand.
    #[must_use]
    pub fn at(&self, place: u32) -> Option<&W::Row> {
        let window = self.window.as_ref()?;
        window
            .rows()
            .get(place.checked_sub(window.start())? as usize)
    }

    /// The number of the row at a place within the filter.
    #[must_use]
    pub fn row_at(&self, place: u32) -> Option<u32> {
        self.at(place).map(W::number)
    }

    /// How many rows pass the filter; 0 before the worker said so.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.window.as_ref().map_or(0, W::total)
    }

    /// These came.
    pub(super) fn came(&mut self, window: W) -> Update {
        self.cursor = self.cursor.filter(|&cursor| cursor < window.total());
        self.window = Some(window);
        // The cursor may have gone to a row that has only now arrived, or rows may have moved.
        let shown = self.detail.as_deref().map(W::detailed).map(W::number);
        let row = self.cursor.and_then(|place| self.row_at(place));
        Self::detail_of(row.filter(|row| shown != Some(*row)))
    }

    /// All of one row came.
    pub(super) fn came_in_full(&mut self, detail: Box<W::Detail>) -> Update {
        if self.cursor.is_none() {
            return Update::STALE;
        }
        self.detail = Some(detail);
        Update::drawn()
    }

    /// Other rows are wanted.
    pub(super) fn turn_to(&mut self, filter: W::Filter) -> Update {
        *self = Self {
            filter,
            turn: self.turn.wrapping_add(1),
            view: (0, self.view.1),
            ..Self::default()
        };
        Update::asking(vec![rows(self)])
    }

    fn moved(&mut self, msg: &Msg) -> Update {
        match *msg {
            Msg::View { start, count } if (start, count) != self.view => {
                self.view = (start, count);
                Update::quiet(rows(self))
            }
            Msg::Cursor(place) => {
                self.cursor = Some(place);
                self.begins_at(place);
                Self::detail_of(self.row_at(place))
            }
            Msg::CloseDetail => {
                (self.cursor, self.detail) = (None, None);
                Update::drawn()
            }
            _ => Update::STALE,
        }
    }

    /// What is chosen next from one row to another begins here.
    pub(super) fn begins_at(&mut self, place: u32) {
        (self.from, self.reach) = (Some(place), None);
    }

    /// Nothing of what was chosen is there any more.
    pub(super) fn begins_anew(&mut self) {
        (self.from, self.reach) = (None, None);
    }

    pub(super) fn detail_of(row: Option<u32>) -> Update {
        Update::asking(row.map(W::ask_detail).into_iter().collect())
    }
}

impl Model {
    pub(super) fn table(&mut self) -> Option<&mut Table> {
        match &mut self.screen {
            Screen::Review(review) => Some(&mut review.table),
            Screen::Report(report) => Some(&mut report.table),
            Screen::Choose(_) | Screen::Send(_) | Screen::Tenant(_) => None,
        }
    }

    pub(super) fn window(&mut self, window: Window) -> Update {
        if let Screen::Review(review) = &mut self.screen
            && let Some(update) = review.reached(&window)
        {
            return update;
        }
        let is_written_in = matches!(&self.screen, Screen::Review(it) if it.is_written_in());
        let Some(table) = self.table() else {
            return Update::STALE;
        };
        if is_written_in {
            // The row that is written in stays the one that is told in full, wherever it stands now.
            table.window = Some(window);
            return Update::drawn();
        }
        table.came(window)
    }

    pub(super) fn detail(&mut self, detail: Box<Detail>) -> Update {
        self.table()
            .map_or(Update::STALE, |table| table.came_in_full(detail))
    }

    pub(super) fn tabled(&mut self, msg: Msg) -> Update {
        if let Screen::Tenant(held) = &mut self.screen {
            return held.table.moved(&msg);
        }
        if let (Msg::Filter(filter), Screen::Review(review)) = (&msg, &mut self.screen) {
            review.shows_others(filter);
        }
        let Some(table) = self.table() else {
            return Update::STALE;
        };
        match msg {
            Msg::Filter(filter) => table.turn_to(filter),
            msg => table.moved(&msg),
        }
    }
}

/// The command that fetches what a table shows.
pub(super) fn rows<W: Rows>(table: &Table<W>) -> Command {
    let (start, count) = table.view;
    W::ask(table.filter.clone(), start, count)
}
