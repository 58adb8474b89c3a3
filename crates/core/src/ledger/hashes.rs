//! Several hashes of one file: which of them need not be sent.
//!
//! Each hash counts against what a tenant holds, and one is enough to name a file. Records of one
//! group speak of one file: where the strongest hash among them is sent, the weaker ones are found
//! here. [`crate::check::Hashes::Strongest`] leaves them out, as the user may leave out any row: they
//! stay ready, are reported as not sent, and can be taken back in one by one. Another verdict would
//! call a good indicator none.

use std::ops::Range;

use crate::{
    check::{Hashes, Verdict},
    diagnostic::{Diagnostic, Finding, Place},
    indicator::IndicatorType,
    source::small,
};

use super::{Ledger, fix::Edit};

/// Each row that is a weaker hash of a file, and the row with the strongest; in the order of the rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Weaker(Vec<(u32, u32)>);

impl Weaker {
    fn strongest(&self, row: u32) -> Option<u32> {
        let at = self.0.binary_search_by_key(&row, |&(weaker, _)| weaker);
        at.ok().map(|at| self.0[at].1)
    }
}

/// The hashes of files, the strongest last; 0 for anything else.
const fn strength(kind: IndicatorType) -> usize {
    match kind {
        IndicatorType::FileMd5 => 1,
        IndicatorType::FileSha1 => 2,
        IndicatorType::FileSha256 => 3,
        IndicatorType::CertificateThumbprint
        | IndicatorType::IpAddress
        | IndicatorType::DomainName
        | IndicatorType::Url => 0,
    }
}

impl Ledger {
    /// How many hashes are sent beside a stronger one of the same file, or are left out for it.
    #[must_use]
    pub fn weaker_hashes(&self) -> u32 {
        let rows = self.weaker.0.iter();
        small(rows.filter(|&&(row, _)| !self.is_taken_out(row)).count())
    }

    /// Finds them. Neighbours of equal value are known by now.
    pub(super) fn find_weaker(&mut self) {
        self.weaker = Weaker::default();
        let mut at = 0;
        while at < self.len() {
            let end = self.group_end(at);
            if end - at > 1 {
                self.weigh(at..end);
            }
            at = end;
        }
    }

    /// One past the last record that speaks of the same file or object.
    fn group_end(&self, first: u32) -> u32 {
        let group = |row| self.record(row).map(|record| record.group);
        let others = first + 1..self.len();
        let same = others.take_while(|&row| group(row) == group(first));
        same.last().map_or(first, |last| last) + 1
    }

    /// Notes the weaker hashes of a group. One that holds two different hashes of one type speaks of
    /// several files, and nothing is said of it.
    fn weigh(&mut self, group: Range<u32>) {
        let mut held: [Option<u32>; 4] = [None; 4];
        for row in group.clone().filter(|&row| self.is_sendable(row)) {
            let strength = self.indicator_type(row).map_or(0, strength);
            match held[strength] {
                Some(other) if strength > 0 && self.value(other) != self.value(row) => return,
                Some(_) => {}
                None => held[strength] = Some(row),
            }
        }
        let strongest = (1..held.len()).rev().find_map(|strength| {
            let row = held[strength].filter(|&row| self.is_covered(row))?;
            Some((strength, row))
        });
        let Some((most, strongest)) = strongest else {
            return;
        };
        for row in group {
            let strength = self.indicator_type(row).map_or(0, strength);
            let is_weaker = (1..most).contains(&strength) && self.verdict(row) == Verdict::Ready;
            if is_weaker && self.action(row) == self.action(strongest) {
                self.weaker.0.push((row, strongest));
            }
        }
    }

    /// Whether a row could be sent by itself.
    fn is_sendable(&self, row: u32) -> bool {
        matches!(self.verdict(row), Verdict::Ready | Verdict::Duplicate)
    }

    /// Whether a row is sent, or the row that it repeats.
    fn is_covered(&self, row: u32) -> bool {
        let sent = match self.verdict(row) {
            Verdict::Duplicate => self.twin(row).map(|twin| twin.row),
            _ => Some(row),
        };
        sent.is_some_and(|row| self.verdict(row) == Verdict::Ready && !self.is_left_out(row))
    }

    /// Whether the user left a row out by itself.
    fn is_taken_out(&self, row: u32) -> bool {
        self.edit(row).is_some_and(Edit::is_left_out)
    }

    /// The row that is sent instead of a weaker hash, where the setting leaves it out.
    pub(super) fn sent_for(&self, row: u32) -> Option<u32> {
        if self.settings.policy.hashes != Hashes::Strongest {
            return None;
        }
        let strongest = self.weaker.strongest(row)?;
        let is_meant = |edit: &Edit| !edit.is_left_out() && !edit.is_taken_in();
        self.edit(row).is_none_or(is_meant).then_some(strongest)
    }

    /// What is to be said about a row because a stronger hash is sent.
    pub(super) fn weaker_finding(&self, row: u32) -> Option<Diagnostic> {
        let strongest = self.sent_for(row)?;
        let finding = Finding::WeakerHash {
            line: self.line_of(strongest),
            sent: self.indicator_type(strongest)?,
        };
        Some(Diagnostic::new(finding, Place::line(self.line_of(row))))
    }

    /// The code of [`Ledger::weaker_finding`], without making it.
    pub(super) fn weaker_code(&self, row: u32) -> Option<&'static str> {
        self.sent_for(row).map(|_| "weaker-hash")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        change::{Field, Fields},
        check::{Defaults, Policy},
        clock::WallTime,
        indicator::Action,
        ledger::Settings,
        limits::Limits,
        plan::Plan,
        session::{Fix, Scope},
        source::{Cell, Span, Written},
    };

    fn settings(hashes: Hashes) -> Settings {
        Settings {
            defaults: Defaults {
                action: Action::Allowed,
                title: "t".to_owned(),
                description: "d".to_owned(),
                ..Defaults::default().expiring_in(None)
            },
            policy: Policy {
                hashes,
                ..Policy::default()
            },
            today: WallTime(0),
        }
    }

    /// Words are records, lines are groups: `md5:1` is the MD5 of digits 1.
    fn ledger(lines: &str) -> Ledger {
        let mut ledger = Ledger::new(settings(Hashes::Strongest));
        let mut cells = Vec::new();
        for line in lines.lines() {
            for word in line.split(' ') {
                let (kind, digit) = word.split_once(':').unwrap_or(("", word));
                let digits = match kind {
                    "md5" => 32,
                    "sha1" | "thumb" => 40,
                    "sha256" => 64,
                    _ => 1,
                };
                let start = ledger.text.len();
                ledger.text.push_str(&digit.repeat(digits));
                cells.push((kind, Span::of(start, ledger.text.len())));
            }
            cells.push(("", Span::default()));
        }
        let word = Span::of(ledger.text.len(), ledger.text.len() + 10);
        ledger.text.push_str("thumbprint");
        let mut intake = ledger.records.intake(0, 0);
        intake.begin_group();
        for (at, (kind, span)) in cells.into_iter().enumerate() {
            if span == Span::default() {
                intake.end_group();
                intake.begin_group();
                continue;
            }
            let cell = |span, field| Cell {
                span,
                field,
                written: Written::Plain,
            };
            if kind == "thumb" {
                intake.cell(cell(word, Field::IndicatorType));
            }
            intake.cell(cell(span, Field::IndicatorValue));
            intake.record(span, small(at + 1), Fields::NONE);
        }
        drop(intake.finish());
        ledger.check();
        ledger
    }

    /// What becomes of each row: sent, or left out for which row, or its verdict.
    fn outcome(ledger: &Ledger) -> String {
        let one = |row| match (ledger.sent_for(row), ledger.verdict(row)) {
            (Some(other), _) => format!("for {other}"),
            (None, Verdict::Ready) if ledger.is_left_out(row) => "out".to_owned(),
            (None, Verdict::Ready) => "sent".to_owned(),
            (None, verdict) => format!("{verdict:?}").to_lowercase(),
        };
        (0..ledger.len()).map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn of_one_file_the_strongest_hash_is_sent() {
        let table = [
            ("md5:1 sha1:1 sha256:1", "for 2, for 2, sent"),
            ("sha1:1 md5:1", "sent, for 0"),
            ("sha256:1\nmd5:1", "sent, sent"),
            ("sha256:1 evil.example md5:1", "sent, sent, for 0"),
            // A thumbprint is no hash of a file.
            ("thumb:1 md5:1 sha1:2", "sent, for 2, sent"),
            ("thumb:1 md5:1", "sent, sent"),
            ("md5:1 sha256:x", "sent, refused"),
            // Two of one type are two files.
            ("md5:1 md5:2 sha256:1", "sent, sent, sent"),
            ("md5:1 md5:1 sha256:1", "for 2, duplicate, sent"),
            // The strongest is sent by an earlier row.
            ("sha256:1\nmd5:2 sha256:1", "sent, for 2, duplicate"),
            // The weaker one stands alone elsewhere: the same file, by the group.
            ("md5:1 sha256:1\nmd5:1", "for 1, sent, duplicate"),
        ];
        for (lines, expected) in table {
            assert_eq!(outcome(&ledger(lines)), expected, "{lines}");
        }
    }

    #[test]
    fn a_weaker_hash_is_reported_counted_and_taken_back_in() {
        let mut ledger = ledger("md5:1 sha256:1\nmd5:2 sha256:2");
        let planned = |ledger: &Ledger| Plan::build(ledger, &Limits::documented()).len();
        assert_eq!((ledger.counts().ready, planned(&ledger)), (4, 2));
        assert_eq!((ledger.weaker_hashes(), ledger.tally().left_out), (2, 2));
        let last = ledger
            .row(0)
            .and_then(|row| row.diagnostics.last().cloned());
        let expected = "Line 1: The FileSha256 of the same file in line 2 is sent, and the weaker hash is left out by your setting. Take it back in to send both.";
        assert_eq!(
            last.map(|found| found.to_string()).as_deref(),
            Some(expected)
        );
        let code = "weaker-hash".to_owned();
        assert_eq!(ledger.fix(&Fix::TakeBackIn, &Scope::Row { row: 0 }), 1);
        assert_eq!(outcome(&ledger), "sent, sent, for 3, sent");
        assert!(!ledger.has_code(0, &code));
        ledger.fix(&Fix::Reset, &Scope::Row { row: 0 });
        assert_eq!(ledger.fix(&Fix::TakeBackIn, &Scope::Code { code }), 2);
        assert_eq!(planned(&ledger), 4);
        ledger.fix(&Fix::LeaveOut, &Scope::Row { row: 1 });
        ledger.fix(&Fix::Reset, &Scope::Row { row: 0 });
        // Where the strongest is not sent, the next is.
        assert_eq!(outcome(&ledger), "sent, out, sent, sent");
        ledger.set(settings(Hashes::All));
        assert_eq!((planned(&ledger), ledger.weaker_hashes()), (3, 1));
    }
}
