//! The reducer's part about what the tenant holds now: looking at it, choosing some of it.
//!
//! It lies over the screen that the user came from. What the worker says of that screen goes to it all
//! the while, and it stands there again when the user goes back.

use std::collections::HashSet;

use ioculate_core::{
    clock::WallTime,
    session::{
        Command, Event, Purpose, Selected, TenantDetail, TenantExportKind, TenantFilter, TenantRow,
        TenantState, TenantWindow,
    },
};

use super::{Choice, Choose, Model, Msg, Said, Screen, Step, Table, Update, table::rows};

/// What the tenant holds, as it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// Where the user came from.
    pub before: Box<Screen>,
    /// Its indicators.
    pub table: Table<TenantWindow>,
    /// Those that are chosen.
    pub chosen: Chosen,
    /// Of which reading of the tenant the two are.
    of: Option<WallTime>,
}

/// Which indicators are chosen. A place in the list is good for one reading of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// These.
    These(Vec<Tick>),
    /// All that pass the filter, but not these.
    AllBut(Vec<Tick>),
}

/// One that is chosen, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    place: u32,
    /// Whether it has an id, without which nothing can be deleted.
    is_deletable: bool,
}

impl Tick {
    fn of(row: &TenantRow) -> Self {
        Self {
            place: row.place,
            is_deletable: row.id.is_some(),
        }
    }
}

impl Default for Chosen {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

impl Chosen {
    /// Whether the indicator at a place of the list is chosen.
    #[must_use]
    pub fn has(&self, place: u32) -> bool {
        let is_listed = |ticks: &[Tick]| ticks.iter().any(|tick| tick.place == place);
        match self {
            Self::These(ticks) => is_listed(ticks),
            Self::AllBut(ticks) => !is_listed(ticks),
        }
    }

    fn toggle(&mut self, row: &TenantRow) {
        let (Self::These(ticks) | Self::AllBut(ticks)) = self;
        let before = ticks.len();
        ticks.retain(|tick| tick.place != row.place);
        if ticks.len() == before {
            ticks.push(Tick::of(row));
        }
    }
}

impl Choice<TenantRow> for Chosen {
    fn take_in(&mut self, rows: &[TenantRow]) {
        let new: HashSet<u32> = rows.iter().map(|row| row.place).collect();
        let (Self::These(ticks) | Self::AllBut(ticks)) = self;
        ticks.retain(|tick| !new.contains(&tick.place));
        if let Self::These(ticks) = self {
            ticks.extend(rows.iter().map(Tick::of));
        }
    }

    fn takes_all(&mut self) {
        *self = Self::AllBut(Vec::new());
    }

    fn holds(&self, row: &TenantRow) -> bool {
        self.has(row.place)
    }

    fn is_whole(&self) -> bool {
        matches!(self, Self::AllBut(ticks) if ticks.is_empty())
    }
}

/// What is done while looking at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// Show what passes.
    At(TenantFilter),
    /// Go back to where the user came from.
    Away,
    /// Show others.
    For(TenantFilter),
    /// The one at this place within the filter is chosen, or no longer.
    Tick(u32),
    /// All are chosen from the one chosen or looked at last to the one at this place.
    TickTo(u32),
    /// All that pass the filter are chosen.
    TickAll,
    /// None is.
    TickNone,
    /// What is chosen is wanted as a file; where nothing is, all that passes the filter.
    Export(TenantExportKind),
    /// What is chosen is to be deleted.
    Delete,
}

impl Held {
    fn new(before: Screen, filter: TenantFilter) -> Self {
        Self {
            before: Box::new(before),
            table: Table {
                filter,
                ..Table::default()
            },
            chosen: Chosen::default(),
            of: None,
        }
    }

    /// How many are chosen, and how many of them can be deleted.
    #[must_use]
    pub fn count(&self) -> (u32, u32) {
        let of = |ticks: &[Tick]| {
            let deletable = ticks.iter().filter(|tick| tick.is_deletable);
            [ticks.len(), deletable.count()].map(|count| u32::try_from(count).unwrap_or(u32::MAX))
        };
        match &self.chosen {
            Chosen::These(ticks) => of(ticks).into(),
            Chosen::AllBut(ticks) => {
                let ([all, deletable], window) = (of(ticks), self.table.window.as_ref());
                let (passing, can) = window.map_or((0, 0), |it| (it.total, it.deletable));
                (passing.saturating_sub(all), can.saturating_sub(deletable))
            }
        }
    }

    /// What is chosen, for the worker; where nothing is, `None`.
    fn selected(&self) -> Option<Selected> {
        let places = |ticks: &[Tick]| ticks.iter().map(|tick| tick.place).collect();
        (self.count().0 > 0).then(|| match &self.chosen {
            Chosen::These(ticks) => Selected::Places {
                places: places(ticks),
            },
            Chosen::AllBut(ticks) => Selected::Passing {
                filter: self.table.filter.clone(),
                except: places(ticks),
            },
        })
    }

    /// All that passes the filter, for the worker.
    fn passing(&self) -> Selected {
        Selected::Passing {
            filter: self.table.filter.clone(),
            except: Vec::new(),
        }
    }

    /// Others are wanted. What is chosen one by one stays so; all that pass are others from now on.
    fn look_for(&mut self, filter: TenantFilter) -> Update {
        let before = TenantFilter {
            sort: filter.sort,
            descending: filter.descending,
            ..self.table.filter.clone()
        };
        if before != filter && matches!(self.chosen, Chosen::AllBut(_)) {
            self.chosen = Chosen::default();
        }
        self.table.turn_to(filter)
    }

    /// Another reading of the tenant is at hand, or none.
    fn read_anew(&mut self, of: Option<WallTime>) {
        self.of = of;
        self.chosen = Chosen::default();
        let filter = std::mem::take(&mut self.table.filter);
        self.table.turn_to(filter);
    }
}

impl Screen {
    /// Whether what the tenant holds can be looked at from here and come back from: nothing is being
    /// sent, and nothing is prepared that is to be.
    #[must_use]
    pub fn leads_to_tenant(&self) -> bool {
        match self {
            Self::Send(_) | Self::Tenant(_) => false,
            Self::Choose(choose) => choose.showing.is_none(),
            Self::Review(_) | Self::Report(_) => *self.purpose() == Purpose::Import,
        }
    }
}

impl Model {
    pub(super) fn look(&mut self, look: Look) -> Update {
        let is_known = matches!(self.tenant, TenantState::Known(_));
        let held = match (&mut self.screen, look) {
            (screen, Look::At(filter)) => {
                return if screen.leads_to_tenant() && self.preparing.is_none() {
                    self.look_at(filter)
                } else {
                    Update::STALE
                };
            }
            (Screen::Tenant(_), Look::Away) => return self.look_away(),
            (Screen::Tenant(held), look) if is_known => (held, look),
            (Screen::Review(_), look) => return self.pick(&look),
            _ => return Update::STALE,
        };
        match held {
            (held, Look::For(filter)) => held.look_for(filter),
            (held, Look::Tick(at)) => match held.table.at(at).cloned() {
                Some(row) => {
                    held.chosen.toggle(&row);
                    held.table.begins_at(at);
                    Update::drawn()
                }
                None => Update::STALE,
            },
            (held, Look::TickTo(at)) => held.table.reach_to(at, &mut held.chosen),
            (held, Look::TickAll) => {
                held.table.reach = None;
                held.chosen = Chosen::AllBut(Vec::new());
                Update::drawn()
            }
            (held, Look::TickNone) => {
                held.table.reach = None;
                held.chosen = Chosen::default();
                Update::drawn()
            }
            (held, Look::Export(kind)) => {
                let selected = held.selected().unwrap_or_else(|| held.passing());
                Update::quiet(Command::TenantExport { selected, kind })
            }
            (held, Look::Delete) => match held.selected().filter(|_| held.count().1 > 0) {
                Some(selected) => self.delete_selected(selected),
                None => Update::STALE,
            },
            (_, Look::At(_) | Look::Away) => Update::STALE,
        }
    }

    fn look_at(&mut self, filter: TenantFilter) -> Update {
        self.close_dialog();
        let before = std::mem::replace(&mut self.screen, Screen::Choose(Box::default()));
        self.screen = Screen::Tenant(Box::new(Held::new(before, filter)));
        (self.said, self.notice) = (None, None);
        Update::drawn()
    }

    /// Goes back to where the user came from.
    fn look_away(&mut self) -> Update {
        let nothing = Screen::Choose(Box::default());
        match std::mem::replace(&mut self.screen, nothing) {
            Screen::Tenant(held) => {
                self.screen = *held.before;
                (self.said, self.notice) = (None, None);
                Update::drawn()
            }
            screen => {
                self.screen = screen;
                Update::STALE
            }
        }
    }

    /// Goes back, and to a step from there.
    pub(super) fn look_away_to(&mut self, step: Step) -> Update {
        let back = self.look_away();
        if self.screen.step() == step {
            return back;
        }
        let mut update = self.take(Msg::Go(step), self.now);
        update.redraw = true;
        update
    }

    /// What happens to the screen under it; what is said of that, nobody wants to hear now.
    pub(super) fn beneath(&mut self, change: impl FnOnce(&mut Self) -> Update) -> Update {
        let nothing = Screen::Choose(Box::<Choose>::default());
        let mut held = match std::mem::replace(&mut self.screen, nothing) {
            Screen::Tenant(held) => held,
            screen => {
                self.screen = screen;
                return change(self);
            }
        };
        let said = self.said.take();
        std::mem::swap(&mut self.screen, &mut held.before);
        let update = change(self);
        std::mem::swap(&mut self.screen, &mut held.before);
        self.screen = Screen::Tenant(held);
        self.said = said;
        update
    }

    /// Whether an event is about the screen under what the tenant holds.
    pub(super) fn is_beneath(&self, event: &Event) -> bool {
        let is_of_rows = match event {
            Event::Reading { .. }
            | Event::Window(_)
            | Event::Detail(_)
            | Event::Tried(_)
            | Event::Copied(_)
            | Event::Report(_)
            | Event::NotOpened(_) => true,
            Event::Summary(summary) => !self.is_prepared(summary),
            _ => false,
        };
        is_of_rows && matches!(self.screen, Screen::Tenant(_))
    }

    pub(super) fn tenant_window(&mut self, window: TenantWindow) -> Update {
        match &mut self.screen {
            Screen::Tenant(held) => {
                let reached = held.table.reached(&window, &mut held.chosen);
                reached.unwrap_or_else(|| held.table.came(window))
            }
            _ => Update::STALE,
        }
    }

    pub(super) fn tenant_detail(&mut self, detail: Box<TenantDetail>) -> Update {
        match &mut self.screen {
            Screen::Tenant(held) => held.table.came_in_full(detail),
            _ => Update::STALE,
        }
    }

    /// Asks for the rows of another reading of the tenant, where what is looked at is not of it.
    pub(super) fn due_rows(&mut self) -> Option<Command> {
        let Screen::Tenant(held) = &mut self.screen else {
            return None;
        };
        let known = match &self.tenant {
            TenantState::Known(sums) => Some((sums.at, sums.held)),
            _ => None,
        };
        let of = known.map(|(at, _)| at);
        if held.of == of {
            return None;
        }
        held.read_anew(of);
        let (_, count) = known?;
        self.said = Some(Said::Held { held: count });
        Some(rows(&held.table))
    }
}
