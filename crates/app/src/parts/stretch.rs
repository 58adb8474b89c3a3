//! How far a table is scrolled that would be higher than browsers let an element be.
//!
//! Firefox ends an element at 17.9 million px, the others at 33.5 million of the screen's, of which
//! five make one of the page's at 500 % zoom; a million rows are 32 million px. So the rows get at most
//! [`MOST`] px to scroll in. What is looked at is then further down than the table is scrolled, by an
//! offset: a short way, of a wheel or a key, leaves the offset as it is, so that rows move as far as
//! fingers do; a long one, of the bar, sets it to the same share of the way.

/// The highest that all rows together are made, in CSS px.
const MOST: f64 = 6_000_000.0;

/// A table's heights, in CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// A row's.
    pub(super) row: f64,
    /// How many rows there are.
    pub(super) rows: u32,
    /// What is seen of them at once.
    pub(super) view: f64,
}

/// Where a table is scrolled to, in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scroll {
    /// As the browser has it.
    pub(super) top: f64,
    /// How much further down what is looked at is.
    pub(super) offset: f64,
}

impl Scroll {
    /// Where what is looked at begins, from the first row's top.
    pub(super) fn seen(self) -> f64 {
        self.top + self.offset
    }
}

impl Stretch {
    /// All rows one below the other.
    fn whole(self) -> f64 {
        f64::from(self.rows) * self.row
    }

    /// What they are given to scroll in.
    fn given(self) -> f64 {
        self.whole().min(MOST)
    }

    /// How far the browser can scroll. The head that sticks is as high as a row.
    fn furthest(self) -> f64 {
        (self.given() + self.row - self.view).max(0.0)
    }

    /// Where the table is once the browser has scrolled it from `before` to `top`.
    pub(super) fn scrolled(self, before: Scroll, top: f64) -> Scroll {
        let furthest = self.furthest();
        let is_short = (top - before.top).abs() <= self.view && top > 0.0 && top < furthest;
        let hidden = self.whole() - self.given();
        let offset = if is_short {
            before.offset.min(hidden)
        } else {
            hidden * (top / furthest.max(1.0)).clamp(0.0, 1.0)
        };
        Scroll { top, offset }
    }

    /// Where the table has to be for `place` to be seen whole; `None` where it is.
    pub(super) fn revealed(self, now: Scroll, place: u32) -> Option<Scroll> {
        let top = f64::from(place) * self.row;
        // What is seen beside the head, less the row itself.
        let room = self.view - 2.0 * self.row;
        let seen = if top < now.seen() {
            top
        } else if top > now.seen() + room {
            (top - room).max(0.0)
        } else {
            return None;
        };
        let near = Scroll {
            top: seen - now.offset,
            ..now
        };
        let furthest = self.furthest();
        if (0.0..=furthest).contains(&near.top) && (near.top - now.top).abs() <= self.view {
            return Some(near);
        }
        let share = seen / (self.whole() + self.row - self.view).max(1.0);
        let top = (furthest * share).max(0.0).round();
        let offset = seen - top;
        Some(Scroll { top, offset })
    }

    /// What is left empty before and after `count` rows from `start` on, at this offset.
    pub(super) fn around(self, offset: f64, start: u32, count: u32) -> [f64; 2] {
        let shown = f64::from(count) * self.row;
        let rest = (self.given() - shown).max(0.0);
        let before = (f64::from(start) * self.row - offset).clamp(0.0, rest);
        [before, rest - before]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Stretch = Stretch {
        row: 32.0,
        rows: 15_000,
        view: 640.0,
    };
    const LONG: Stretch = Stretch {
        rows: 1_000_000,
        ..SHORT
    };

    fn at(top: f64, offset: f64) -> Scroll {
        Scroll { top, offset }
    }

    #[test]
    fn what_is_seen_follows_the_way() {
        let end = MOST + 32.0 - 640.0;
        let cases = [
            // A table that fits is where the browser has it.
            (SHORT, at(0.0, 0.0), 100.0, 100.0),
            (SHORT, at(0.0, 0.0), 400_000.0, 400_000.0),
            (SHORT, at(0.0, 0.0), 479_392.0, 479_392.0),
            // A short way is as long as it is.
            (LONG, at(1_000.0, 70_000.0), 1_120.0, 71_120.0),
            (LONG, at(1_000.0, 70_000.0), 360.0, 70_360.0),
            // A long one goes to the same share of all rows.
            (LONG, at(1_000.0, 70_000.0), end / 2.0, 15_999_696.0),
            // The ends are the ends, by any way.
            (LONG, at(90.0, 70_000.0), 0.0, 0.0),
            (
                LONG,
                at(end - 9.0, 70_000.0),
                end,
                32_000_000.0 + 32.0 - 640.0,
            ),
        ];
        for (table, before, top, seen) in cases {
            let found = table.scrolled(before, top).seen();
            assert!((found - seen).abs() < 0.01, "{before:?} to {top}: {found}");
        }
    }

    #[test]
    fn a_place_is_revealed_by_the_shortest_way() {
        let middle = at(3_000_000.0, 13_000_000.0);
        let cases = [
            (SHORT, at(0.0, 0.0), 18, None),
            (SHORT, at(0.0, 0.0), 19, Some(at(32.0, 0.0))),
            (SHORT, at(320.0, 0.0), 9, Some(at(288.0, 0.0))),
            (SHORT, at(0.0, 0.0), 14_999, Some(at(479_392.0, 0.0))),
            (LONG, middle, 500_000, None),
            (LONG, middle, 499_999, Some(at(2_999_968.0, 13_000_000.0))),
            (LONG, middle, 0, Some(at(0.0, 0.0))),
        ];
        for (table, now, place, expected) in cases {
            assert_eq!(table.revealed(now, place), expected, "{now:?}, {place}");
        }
    }

    #[test]
    fn every_place_can_be_reached_and_is_seen_there() {
        for table in [SHORT, LONG] {
            let mut now = Scroll::default();
            for step in [1, 17, 4_999, 14_999, 187_501, 999_999] {
                for place in [step, table.rows - 1 - step.min(table.rows - 1)] {
                    let place = place.min(table.rows - 1);
                    now = table.revealed(now, place).unwrap_or(now);
                    assert_eq!(table.revealed(now, place), None, "{place} in {table:?}");
                    let [before, after] = table.around(now.offset, place, 1);
                    let whole = before + table.row + after;
                    assert!((whole - table.given()).abs() < 0.01);
                    let seen = before - now.top;
                    assert!((0.0..=608.0).contains(&seen), "{place}: {seen}");
                }
            }
        }
    }
}
