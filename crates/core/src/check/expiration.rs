//! When an indicator expires.
//!
//! Read are RFC 3339 (`Z` or an offset, with or without a fraction), which has the portal's
//! `2027-01-31T00:00:00.0Z` in it, and a date alone, which stands for its first moment in UTC. Nothing
//! else is: `31/12/2027` or `01/02/2027` would have to be guessed. Sent is `YYYY-MM-DDTHH:MM:SSZ`, so
//! a fraction of a second is dropped and said; a fraction of zero says nothing and is not.

use super::{Defaults, Filled, Today};
use crate::{
    calendar::{self, number},
    change::{ChangeKind, Field},
    clock::WallTime,
    diagnostic::{Finding, excerpt},
    indicator::IndicatorType,
    mapping::dates,
};

/// Years ahead after which a date is likely a slip. Microsoft names no limit.
const FAR_YEARS: u8 = 5;

const DAY: i64 = 24 * 60 * 60 * 1000;

pub(super) fn read(
    text: Option<&str>,
    kind: Option<IndicatorType>,
    defaults: &Defaults,
    today: Today,
    filled: &mut Filled<'_>,
) -> Option<WallTime> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return by_default(defaults, kind, today).filter(|_| filled.lacks(Field::ExpirationTime));
    };
    let Some(moment) = parse(text.trim()) else {
        let given = excerpt(text);
        let found = match dates::both(text) {
            Some((day_first, month_first)) => Finding::AmbiguousDate {
                given,
                day_first,
                month_first,
            },
            None => Finding::BadDate { given },
        };
        filled.notes.find(Field::ExpirationTime, found);
        return None;
    };
    if moment.time <= today {
        let found = Finding::Expired {
            given: excerpt(text),
        };
        filled.notes.find(Field::ExpirationTime, found);
        return Some(moment.time);
    }
    if moment.time.0 - today.0 > i64::from(FAR_YEARS) * 366 * DAY {
        let found = Finding::FarExpiration {
            given: excerpt(text),
            years: FAR_YEARS,
        };
        filled.notes.find(Field::ExpirationTime, found);
    }
    if !moment.is_plain || text != text.trim() {
        let (before, after) = (text.to_owned(), written(moment.time));
        filled.notes.change(
            ChangeKind::DateRewritten,
            Field::ExpirationTime,
            before,
            after,
        );
    }
    Some(moment.time)
}

/// When an indicator expires whose source does not say it.
pub(super) fn by_default(
    defaults: &Defaults,
    kind: Option<IndicatorType>,
    today: Today,
) -> Option<WallTime> {
    let days = defaults.expires_in_days(kind);
    days.map(|days| in_days(today, days))
}

/// So many days from now, to the second.
fn in_days(today: Today, days: u16) -> WallTime {
    let later = today.0.saturating_add(i64::from(days) * DAY);
    WallTime(later - later.rem_euclid(1000))
}

/// The moment as it is sent: `2027-01-31T00:00:00Z`.
pub(crate) fn written(time: WallTime) -> String {
    calendar::written(time).unwrap_or_default()
}

/// The moment that a text names, to the second; `None` where it names none.
pub(crate) fn moment_of(text: &str) -> Option<WallTime> {
    parse(text.trim()).map(|moment| moment.time)
}

/// A moment, to the second.
struct Moment {
    time: WallTime,
    /// Whether it is written as it is sent, but for a fraction of zero.
    is_plain: bool,
}

fn parse(text: &str) -> Option<Moment> {
    let (date, rest) = text.split_at_checked("2027-01-31".len())?;
    let day = parse_date(date)?;
    if rest.is_empty() {
        return moment(day, 0, 0, false);
    }
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = clock.split_at_checked("00:00:00".len())?;
    let second = calendar::clock_time(clock)?;
    let (fraction, zone) = split_fraction(rest)?;
    let is_plain =
        text.as_bytes()[10] == b'T' && zone == "Z" && fraction.bytes().all(|b| b == b'0');
    moment(day, second, parse_zone(zone)?, is_plain)
}

fn moment(day: i64, second: i64, offset: i64, is_plain: bool) -> Option<Moment> {
    let time = calendar::moment(day, second, offset)?;
    Some(Moment { time, is_plain })
}

fn parse_date(text: &str) -> Option<i64> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    calendar::day(number(year, 4)?, number(month, 2)?, number(day, 2)?)
}

/// The digits after a dot, if any, and what follows them.
fn split_fraction(text: &str) -> Option<(&str, &str)> {
    let Some(rest) = text.strip_prefix('.') else {
        return Some(("", text));
    };
    let end = rest
        .bytes()
        .position(|b| !b.is_ascii_digit())
        .unwrap_or(rest.len());
    (end > 0).then(|| rest.split_at(end))
}

/// How many seconds the zone's clocks are ahead of UTC.
fn parse_zone(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, text) = text.split_at_checked(1)?;
    let (hours, minutes) = text.split_once(':')?;
    let ahead = calendar::second(number(hours, 2)?, number(minutes, 2)?, 0)?;
    match sign {
        "+" => Some(ahead),
        "-" => Some(-ahead),
        _ => None,
    }
}
