//! The reducer's part about writing in rows, and the way back through what was decided.
//!
//! What is written is the page's own until it is saved; meanwhile the worker says what would come of
//! it. It is asked one question at a time: what is typed before its answer comes is asked then.

use std::rc::Rc;

use ioculate_core::{
    change::Field,
    session::{Command, Copied, Detail, FieldText, Filter, Scope, Summary, Tried, Window},
};

use super::{Dialog, Look, Model, Msg, Picked, Review, Screen, Update};

/// Rows that are written in.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    /// Which.
    pub of: Edited,
    /// What was written so far, one text a field.
    pub texts: Vec<FieldText>,
    /// What would come of it, as far as the worker has said it.
    pub tried: Option<Box<Tried>>,
    /// Whether it was asked and has not answered.
    is_asked: bool,
    /// Whether the many never expire.
    pub never: bool,
}

/// Which rows are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The one under the cursor.
    Row(u32),
    /// Those that are chosen; all that pass where none is.
    Rows,
}

/// A way through what was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// What was decided last is taken back.
    Back,
    /// What was taken back is decided again.
    Forward,
}

/// What was done last, or why it was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// A step.
    Step(Way),
    /// Nothing: it all stood so already.
    Nothing,
    /// So many rows were copied.
    Copied(u32),
    /// So many are too many to be copied.
    TooMany(u32),
    /// What is written in rows comes first.
    SaveFirst,
}

/// What is chosen, as a text for the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ToCopy {
    /// The worker has not said it yet, or nothing is chosen.
    #[default]
    Unknown,
    /// This text.
    Text(Rc<str>),
    /// So many rows are too many for one.
    TooMany(u32),
}

impl ToCopy {
    /// The text.
    #[must_use]
    pub fn text(&self) -> Option<Rc<str>> {
        match self {
            Self::Text(text) => Some(Rc::clone(text)),
            _ => None,
        }
    }
}

/// What is done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditMsg {
    /// Rows are to be written in.
    Begin(Edited),
    /// A text was written.
    Write(FieldText),
    /// A field is left as it is.
    Leave(Field),
    /// The many never expire, or not never.
    Never(bool),
    /// What is written holds.
    Save,
    /// It does not.
    Cancel,
    /// One step is gone.
    Step(Way),
    /// What is chosen was copied.
    Copied,
}

impl Editing {
    const fn of(of: Edited) -> Self {
        Self {
            of,
            texts: Vec::new(),
            tried: None,
            is_asked: false,
            never: false,
        }
    }

    /// What was written in a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        let text = self.texts.iter().find(|it| it.field == field);
        text.map(|it| &*it.text)
    }

    /// Takes a text; of one row, one that already stands there is none.
    fn write(&mut self, text: FieldText, stands: &[FieldText]) {
        self.leave(text.field);
        let is_one = matches!(self.of, Edited::Row(_));
        if !(is_one && stands.contains(&text)) {
            self.texts.push(text);
        }
    }

    fn leave(&mut self, field: Field) {
        self.texts.retain(|it| it.field != field);
        self.never &= field != Field::ExpirationTime;
    }

    /// Whether a text holds. For many rows a date that is half written reads as none, which would be for ever.
    fn holds(&self, text: &FieldText) -> bool {
        let is_half = text.field == Field::ExpirationTime && text.text.is_empty() && !self.never;
        self.of != Edited::Rows || !is_half
    }

    /// The question what would come of it, where it is due.
    fn question(&mut self) -> Option<Command> {
        let Edited::Row(row) = self.of else {
            return None;
        };
        if self.is_asked {
            return None;
        }
        self.is_asked = true;
        let texts = self.texts.clone();
        Some(Command::Try { row, texts })
    }

    fn came(&mut self, tried: Box<Tried>) -> Option<Command> {
        if self.of != Edited::Row(tried.row) || !self.is_asked {
            return None;
        }
        self.is_asked = false;
        let is_of_now = tried.texts == self.texts;
        self.tried = Some(tried);
        if is_of_now { None } else { self.question() }
    }
}

impl Review {
    /// Whether a text was written that leaving the row would lose.
    pub(super) fn is_written_in(&self) -> bool {
        self.editing.as_ref().is_some_and(|it| !it.texts.is_empty())
    }

    /// Whether rows can be chosen and written in: they are a list of the user's own.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        self.before.is_none()
    }

    /// Other rows are wanted: all that pass are others from now on, unless only their order is.
    pub(super) fn shows_others(&mut self, filter: &Filter) {
        let before = self.table.filter.clone().ordered_as(filter);
        if before != *filter && self.picked.is_all() {
            self.picked = Picked::default();
            self.copy = ToCopy::default();
        }
    }

    fn edit(&mut self, msg: EditMsg) -> Update {
        let detail = self.table.detail.as_deref();
        let stands = detail.map_or(&[][..], |it| &it.texts);
        match (msg, &mut self.editing) {
            (EditMsg::Begin(of), _) => return self.begin(of),
            // What is asked about is not changed beneath the question.
            (EditMsg::Step(way), None) if self.dialog == Dialog::None => return self.step(way),
            (EditMsg::Write(text), Some(editing)) => {
                editing.write(text, stands);
                return Update::asking(editing.question().into_iter().collect());
            }
            (EditMsg::Leave(field), Some(editing)) => editing.leave(field),
            (EditMsg::Never(never), Some(editing)) => {
                let (field, text) = (Field::ExpirationTime, String::new());
                editing.write(FieldText { field, text }, stands);
                editing.never = never;
            }
            (EditMsg::Save, Some(_)) => return self.save(),
            (EditMsg::Cancel, Some(_)) => (self.editing, self.went) = (None, None),
            (EditMsg::Copied, _) => {
                self.went = match self.copy {
                    ToCopy::Unknown => return Update::STALE,
                    ToCopy::Text(_) => Some(Went::Copied(self.picked.count(self.table.total()))),
                    ToCopy::TooMany(rows) => Some(Went::TooMany(rows)),
                }
            }
            _ => return Update::STALE,
        }
        Update::drawn()
    }

    fn begin(&mut self, of: Edited) -> Update {
        let can = |it: &Detail| !it.texts.is_empty() && Edited::Row(it.view.row) == of;
        let is_there = match of {
            Edited::Row(_) => self.table.detail.as_deref().is_some_and(can),
            Edited::Rows => self.table.total() > 0,
        };
        if !is_there || self.is_written_in() {
            return Update::STALE;
        }
        self.editing = Some(Editing::of(of));
        Update::drawn()
    }

    fn save(&mut self) -> Update {
        let Some(editing) = self.editing.take() else {
            return Update::STALE;
        };
        self.went = None;
        let texts = editing.texts.iter().filter(|text| editing.holds(text));
        let texts: Vec<FieldText> = texts.cloned().collect();
        if texts.is_empty() {
            return Update::drawn();
        }
        let scope = match editing.of {
            Edited::Row(row) => Scope::Row { row },
            Edited::Rows => self.picked.scope(&self.table.filter),
        };
        self.goes(Way::Forward);
        Update::asking(vec![Command::Write { texts, scope }])
    }

    fn step(&mut self, way: Way) -> Update {
        let steps = &self.summary.steps;
        let (there, command) = match way {
            Way::Back => (&steps.back, Command::StepBack),
            Way::Forward => (&steps.forward, Command::StepForward),
        };
        if there.is_none() {
            // The last step is not told again as if it had been taken now.
            return match self.went.take() {
                Some(_) => Update::drawn(),
                None => Update::STALE,
            };
        }
        self.goes(way);
        Update::asking(vec![command])
    }

    /// Has the worker take a step. Its sums say whether that changed anything.
    fn goes(&mut self, way: Way) {
        self.awaited += 1;
        self.went = None;
        self.going = Some((way, self.summary.steps.taken));
    }

    /// The sums of what was asked for came.
    pub(super) fn gone(&mut self, summary: &Summary) {
        if let Some((way, before)) = self.going.take_if(|_| self.awaited == 0) {
            let is_taken = summary.steps.taken != before;
            self.went = Some(if is_taken {
                Went::Step(way)
            } else {
                Went::Nothing
            });
        }
    }

    fn pick(&mut self, look: &Look) -> Update {
        match look {
            Look::Tick(at) => match self.table.row_at(*at) {
                Some(row) => {
                    self.picked.toggle(row, self.table.total());
                    self.table.begins_at(*at);
                }
                None => return Update::STALE,
            },
            Look::TickTo(at) => {
                let update = self.table.reach_to(*at, &mut self.picked);
                return self.picked_anew(update);
            }
            Look::TickAll => self.picked = Picked::all(),
            Look::TickNone => self.picked = Picked::default(),
            _ => return Update::STALE,
        }
        if !matches!(look, Look::Tick(_)) {
            self.table.reach = None;
        }
        self.picked_anew(Update::drawn())
    }

    /// What is chosen is other rows now: their text is asked for once all of them are known.
    fn picked_anew(&mut self, mut update: Update) -> Update {
        self.copy = ToCopy::default();
        if !self.table.is_reaching() {
            update.ask.extend(self.to_copy());
        }
        update
    }

    /// Rows came that were asked for to be chosen.
    pub(super) fn reached(&mut self, window: &Window) -> Option<Update> {
        let update = self.table.reached(window, &mut self.picked)?;
        let is_stale = update == Update::STALE;
        Some(if is_stale {
            update
        } else {
            self.picked_anew(update)
        })
    }

    /// The question for what is chosen as a text: a browser takes it only while it is asked to copy, when
    /// there is no time to ask the worker.
    pub(super) fn to_copy(&self) -> Option<Command> {
        let is_any = self.picked.count(self.table.total()) > 0;
        is_any.then(|| Command::Copy {
            scope: self.picked.scope(&self.table.filter),
        })
    }
}

impl Model {
    /// The list of the user's own that is reviewed.
    fn own(&mut self) -> Option<&mut Review> {
        match &mut self.screen {
            Screen::Review(review) if review.is_own() => Some(review),
            _ => None,
        }
    }

    /// What was chosen or written is of rows that are no more.
    pub(super) fn has_other_rows(&mut self) {
        if let Some(review) = self.own() {
            (review.editing, review.went, review.going) = (None, None, None);
            review.copy = ToCopy::default();
            review.picked = Picked::default();
            review.table.begins_anew();
        }
    }

    pub(super) fn edit(&mut self, msg: EditMsg) -> Update {
        self.own().map_or(Update::STALE, |review| review.edit(msg))
    }

    pub(super) fn pick(&mut self, look: &Look) -> Update {
        self.own().map_or(Update::STALE, |review| review.pick(look))
    }

    pub(super) fn tried(&mut self, tried: Box<Tried>) -> Update {
        let editing = self.own().and_then(|review| review.editing.as_mut());
        editing.map_or(Update::STALE, |editing| {
            Update::asking(editing.came(tried).into_iter().collect())
        })
    }

    pub(super) fn copyable(&mut self, copied: Copied) -> Update {
        let Some(review) = self.own() else {
            return Update::STALE;
        };
        review.copy = match copied.text {
            Some(text) => ToCopy::Text(text.into()),
            None => ToCopy::TooMany(copied.rows),
        };
        Update::drawn()
    }

    /// Whether a message leads away from what was written and is not saved.
    pub(super) fn would_lose_text(&mut self, msg: &Msg) -> bool {
        let Some(review) = self.own() else {
            return false;
        };
        let leaves = matches!(
            msg,
            Msg::Cursor(_)
                | Msg::CloseDetail
                | Msg::Filter(_)
                | Msg::Go(_)
                | Msg::ReadAs { .. }
                | Msg::Look(Look::TickTo(_))
        );
        if leaves && !review.is_written_in() {
            review.editing = None;
        }
        let loses = leaves && review.is_written_in();
        if loses {
            review.went = Some(Went::SaveFirst);
        }
        loses
    }
}
