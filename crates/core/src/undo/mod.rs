//! Taking back what a run did.
//!
//! A run as it was kept and the tenant as it is go in; lines come out, one for each indicator that the
//! run made, changed or deleted: what it made is deleted, what it changed or deleted becomes again what
//! it was, and what others have changed since is left alone and listed. The lines are read into a
//! ledger as any source, so that an undo is reviewed, sent, kept and reported as any run.

mod line;
mod since;
mod submission;

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::{
    clock::WallTime,
    diagnostic::{Finding, excerpt},
    import::{History, Outcome},
    ledger::{Images, Ledger},
    plan::{Entry, EntryId, Plan, moment},
    tenant::{Entity, Key, Page, Snapshot, Text, is_name_of},
};

pub(crate) use line::members as object_members;
pub use line::{Line, Lines, Task};
pub use since::{fingerprint, overtaken, say_the_same};
pub(crate) use submission::write as write_submission;

/// The name that the lines have among the sources.
pub const SOURCE: &str = "changes to the tenant";

/// A run that is to be taken back, and the tenant as it is.
#[derive(Clone, Copy, Debug)]
pub struct Undo<'r> {
    /// What was planned, and what became of it.
    pub plan: &'r Plan,
    /// What its records say.
    pub history: &'r History,
    /// What the tenant held before it; `None` where that is not known.
    pub images: Option<&'r Snapshot>,
    /// Who sent: the name at sign-in, which the service keeps as `lastUpdatedBy` and `createdBy`.
    pub username: &'r str,
    /// When it began.
    pub started: WallTime,
    /// When it ended.
    pub ended: WallTime,
    /// The tenant.
    pub tenant: &'r Snapshot,
    /// How far the clocks of the page and the service may be apart, in milliseconds.
    pub doubt: i64,
    /// The moment of asking.
    pub now: WallTime,
}

/// What an indicator was before the run.
enum Was<'r> {
    Image(Entity<'r>),
    Absent,
    Unknown,
}

/// Lines that have indicators deleted.
#[must_use]
pub fn deletion<'e>(entities: impl Iterator<Item = Entity<'e>>) -> String {
    let mut lines = Lines::default();
    for entity in entities {
        match entity.id() {
            Some(_) => lines.delete(entity.object()),
            None => lines.leave(entity.object(), &Finding::LeftWithoutId),
        }
    }
    lines.into_text()
}

/// What the tenant held before a run whose source are lines: they have it.
#[must_use]
pub fn images_of(ledger: &Ledger, at: WallTime) -> Option<Snapshot> {
    let lines = (0..ledger.len()).filter_map(|row| ledger.line(row));
    let objects = lines.filter_map(|line| match line.task? {
        Task::Delete => Some(line.object),
        Task::Restore => line.now,
    });
    let images = Images::listed(objects, at);
    Some(Snapshot::of(
        vec![Page::read(images.page().as_bytes())?],
        at,
    ))
}

impl<'r> Undo<'r> {
    /// The lines, in the order of the run.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut lines = Lines::default();
        let mut done = FxHashSet::default();
        for (id, entry) in self.plan.ids().zip(&self.plan.entries) {
            let known = match self.history.outcome(id) {
                Some(Outcome::Accepted { id }) => id.as_deref(),
                Some(Outcome::Unconfirmed) => None,
                Some(Outcome::Rejected { .. } | Outcome::NotSent { .. }) | None => continue,
            };
            match self.plan.deleted(id) {
                Some(gone) => self.bring_back(entry, &gone, &mut lines),
                None => self.take_back(id, entry, known, &mut done, &mut lines),
            }
        }
        lines.into_text()
    }

    /// What the run deleted is made again, unless it is there or somebody else has made it.
    fn bring_back(&self, entry: &Entry, gone: &str, lines: &mut Lines) {
        let image = self.images.and_then(|images| images.find_id(gone));
        if let Some(there) = self.tenant.find_id(gone) {
            return lines.leave(there.object(), &Finding::LeftAsItWas { is_gone: false });
        }
        let Some(image) = image else {
            return lines.leave(&named(entry), &Finding::LeftUnknown);
        };
        match self.tenant.find(image.key()) {
            None if self.tenant.unread() > 0 => {
                lines.leave(image.object(), &Finding::LeftUnread);
            }
            Some(other) if submission::are_same(image.object(), other.object()) => {
                lines.leave(other.object(), &Finding::LeftAsItWas { is_gone: false });
            }
            Some(other) => lines.leave(other.object(), &changed(other)),
            None => match self.expired(image) {
                Some(expired) => lines.leave(image.object(), &expired),
                None => lines.restore(image.object(), None),
            },
        }
    }

    /// What the run submitted becomes what it was, or is deleted where it was not there, unless it has
    /// been changed since.
    fn take_back(
        &self,
        id: EntryId,
        entry: &Entry,
        known: Option<&str>,
        done: &mut FxHashSet<u32>,
        lines: &mut Lines,
    ) {
        let sent = self.plan.object(id);
        let Some(held) = self.held(entry, known) else {
            return lines.leave(&String::from_utf8_lossy(sent), &self.not_found());
        };
        let span = self.span(id);
        // Another undo may have been there before.
        if let Was::Image(image) = self.was(held, span.0)
            && submission::are_same(image.object(), held.object())
        {
            return lines.leave(held.object(), &Finding::LeftAsItWas { is_gone: false });
        }
        let is_that = known.is_none_or(|id| held.id().is_none_or(|held| held == id));
        if !is_that || !held.holds(sent) || self.is_changed_since(held, span.1) {
            return lines.leave(held.object(), &changed(held));
        }
        // Two rows of a run may have become one indicator.
        if !done.insert(held.place()) {
            return;
        }
        match self.was(held, span.0) {
            Was::Unknown => lines.leave(held.object(), &Finding::LeftUnknown),
            Was::Absent if held.id().is_none() => {
                lines.leave(held.object(), &Finding::LeftWithoutId);
            }
            Was::Absent => lines.delete(held.object()),
            Was::Image(image) => self.put_back(image, held, lines),
        }
    }

    fn put_back(&self, image: Entity<'_>, held: Entity<'_>, lines: &mut Lines) {
        match self.expired(image) {
            Some(expired) => lines.leave(held.object(), &expired),
            None => lines.restore(image.object(), Some(held.object())),
        }
    }

    /// What the tenant holds of what was sent: by its id, else by its key.
    fn held(&self, entry: &Entry, known: Option<&str>) -> Option<Entity<'r>> {
        let by_id = known.and_then(|id| self.tenant.find_id(id));
        by_id.or_else(|| {
            let keys = Key::kept_as(entry.indicator_type, &entry.value, entry.action);
            keys.iter().find_map(|key| self.tenant.find(key))
        })
    }

    /// That the tenant does not list it, as far as its list could be read.
    fn not_found(&self) -> Finding {
        if self.tenant.unread() > 0 {
            Finding::LeftUnread
        } else {
            Finding::LeftAsItWas { is_gone: true }
        }
    }

    /// From when until when the run may have written an entry. A run may take hours; a call that nobody
    /// noted the time of may have left at any moment of it.
    fn span(&self, id: EntryId) -> (WallTime, WallTime) {
        self.history.span(id).unwrap_or((self.started, self.ended))
    }

    /// Whether anyone else has written to it since, or the same account a while after `written`.
    fn is_changed_since(&self, held: Entity<'_>, written: WallTime) -> bool {
        let is_other = writer(held).is_some_and(|by| !self.is_ours(&by));
        let late = written.0.saturating_add(self.doubt);
        is_other || held.updated().is_some_and(|at| at.0 > late)
    }

    fn is_ours(&self, by: &str) -> bool {
        is_name_of(by, self.username)
    }

    /// What it was before the run, which wrote it at `written` for the first time. Where there is no image
    /// of it the run has made it, provided that the service names this account as its author and a
    /// moment then: the same account may have made it elsewhere after the tenant was listed.
    fn was(&self, held: Entity<'_>, written: WallTime) -> Was<'r> {
        let author = held.text(Text::CreatedBy);
        let is_ours = author.is_some_and(|by| self.is_ours(&by));
        // Without a list nothing says that it was not there just before.
        let doubt = if self.images.is_some() { self.doubt } else { 0 };
        let then = written.0.saturating_sub(doubt);
        let is_new = is_ours && held.created().is_some_and(|at| at.0 >= then);
        let by_id = held.id().and_then(|id| self.images?.find_id(&id));
        match by_id.or_else(|| self.images?.find(held.key())) {
            Some(image) => Was::Image(image),
            None if is_new => Was::Absent,
            None => Was::Unknown,
        }
    }

    /// What would have expired by now is not brought back to life.
    fn expired(&self, image: Entity<'_>) -> Option<Finding> {
        let at = image.expires().at().filter(|at| *at <= self.now)?;
        Some(Finding::LeftExpired {
            at: moment(at).unwrap_or_default(),
        })
    }
}

/// Who wrote to it last.
fn writer(held: Entity<'_>) -> Option<Cow<'_, str>> {
    let last = held.text(Text::LastUpdatedBy);
    last.or_else(|| held.text(Text::CreatedBy))
}

fn changed(held: Entity<'_>) -> Finding {
    let at = held.updated().or_else(|| held.created());
    Finding::LeftChanged {
        by: writer(held).map(|by| excerpt(&by)).unwrap_or_default(),
        at: at.and_then(moment).unwrap_or_default(),
    }
}

/// An indicator of which nothing but its key is known.
fn named(entry: &Entry) -> String {
    serde_json::json!({
        "indicatorValue": entry.value,
        "indicatorType": entry.indicator_type,
        "action": entry.action,
    })
    .to_string()
}

#[cfg(test)]
mod tests;
