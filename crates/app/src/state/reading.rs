//! The reducer's part about what is read: how, and the sums that come of it.

use ioculate_core::{
    mapping::Reading,
    session::{Command, Summary},
};

use super::{Dialog, Model, Said, Screen, Update};

impl Model {
    pub(super) fn reading(&mut self, name: String) -> Update {
        match &mut self.screen {
            Screen::Choose(choose) => choose.reading = Some(name),
            Screen::Review(review) => review.reading = Some(name),
            Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => return Update::STALE,
        }
        Update::drawn()
    }

    /// Notes that the worker owes so many answers.
    pub(super) fn awaiting(&mut self, answers: u32) -> Update {
        match &mut self.screen {
            Screen::Review(review) => {
                // The question was about other sums.
                review.dialog = Dialog::None;
                review.awaited += answers;
            }
            Screen::Choose(choose) => choose.awaited += answers,
            Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => return Update::STALE,
        }
        // What is read now was not looked at when they were given.
        Update::asking(self.without_overrides().into_iter().collect())
    }

    /// How a source was read before the user chose otherwise.
    #[must_use]
    pub fn suggested(&self, file: u16) -> Option<&Reading> {
        let mut before = self.suggested.iter();
        before
            .find(|(at, _)| *at == file)
            .map(|(_, reading)| reading)
    }

    /// Shows what was chosen at once; the worker's answer has the last word.
    pub(super) fn read_as(&mut self, file: u16, reading: Reading) -> Update {
        self.has_other_rows();
        let (summary, awaited) = match &mut self.screen {
            Screen::Review(review) => (Some(&mut review.summary), &mut review.awaited),
            Screen::Choose(choose) => (choose.list.as_deref_mut(), &mut choose.awaited),
            Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => return Update::STALE,
        };
        let Some(summary) = summary else {
            return Update::STALE;
        };
        let Some(source) = summary.files.get_mut(usize::from(file)) else {
            return Update::STALE;
        };
        let Some(before) = source.reading.replace(reading.clone()) else {
            source.reading = None;
            return Update::STALE;
        };
        *awaited += 1;
        self.forget_texts(file, &before, &reading);
        if self.suggested(file).is_none() {
            self.suggested.push((file, before));
        }
        Update::asking(vec![Command::ReadAs { file, reading }])
    }

    pub(super) fn summed(&mut self, summary: Summary) -> Update {
        if self.is_prepared(&summary) {
            return self.prepared(summary);
        }
        let is_shown = summary.purpose == *self.screen.purpose();
        if let (false, Screen::Review(_)) = (is_shown, &self.screen) {
            // What was prepared is gone: a file took its place, or it was dropped before it was shown.
            return if self.give_back() {
                self.summed(summary)
            } else {
                Update::STALE
            };
        }
        let previews = self.previews_anew();
        let mut update = if summary.asked {
            self.summed_as_asked(summary)
        } else {
            self.known_anew(summary)
        };
        update.ask.extend(previews);
        update
    }

    fn summed_as_asked(&mut self, summary: Summary) -> Update {
        let is_shown = summary.purpose == *self.screen.purpose();
        match &mut self.screen {
            Screen::Choose(_) if !is_shown => Update::STALE,
            // Everything was forgotten, also what was still being read then.
            Screen::Choose(choose) if summary.files.is_empty() => match choose.list.take() {
                Some(_) => Update::drawn(),
                None => Update::STALE,
            },
            // Nothing usable was in it, or it was asked for elsewhere.
            Screen::Choose(choose)
                if summary.counts.records == 0 || choose.awaited == 0 || choose.of_old > 0 =>
            {
                choose.awaited = choose.awaited.saturating_sub(1);
                choose.of_old = choose.of_old.saturating_sub(1);
                choose.reading = None;
                choose.list = Some(Box::new(summary));
                Update::drawn()
            }
            Screen::Choose(choose) => {
                let awaited = choose.awaited - 1;
                let update = self.review(summary, awaited, None);
                Update {
                    // The first rows come at once, and are drawn with it. What is still to be read may
                    // keep them waiting.
                    redraw: awaited > 0,
                    ..update
                }
            }
            Screen::Review(review) => {
                review.awaited = review.awaited.saturating_sub(1);
                review.reading = None;
                review.gone(&summary);
                let counts = summary.counts;
                self.said = Some(Said::Sums {
                    ready: counts.ready,
                    refused: counts.refused,
                    conflict: counts.conflict,
                    entries: summary.imports(),
                    unread: summary.unread_files(),
                });
                self.shows(summary)
            }
            Screen::Send(_) | Screen::Report(_) | Screen::Tenant(_) => Update::STALE,
        }
    }
}
