//! When an indicator expires.
//!
//! Read are RFC 3339 (`Z` or an offset, with or without a fraction), which has the portal's
//! `2027-01-31T00:00:00.0Z` in it, and a date alone, which stands for its first moment in UTC. Nothing
//! else is: `31/12/2027` or `01/02/2027` would have to be guessed. Sent is `YYYY-MM-DDTHH:MM:SSZ`, so
//! a fraction of a second is dropped and said; a fraction of zero says nothing and is not.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::Offset,
};

use super::{Defaults, Filled, Today};
use crate::{
    change::{ChangeKind, Field},
    clock::WallTime,
    diagnostic::{Finding, excerpt},
};

/// Years ahead after which a date is likely a slip. Microsoft names no limit.
const FAR_YEARS: u8 = 5;

const DAY: i64 = 24 * 60 * 60 * 1000;

pub(super) fn read(
    text: Option<&str>,
    defaults: &Defaults,
    today: Today,
    filled: &mut Filled<'_>,
) -> Option<WallTime> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return defaults
            .expires_in_days
            .filter(|_| filled.lacks(Field::ExpirationTime))
            .map(|days| in_days(today, days));
    };
    let Some(moment) = parse(text.trim()) else {
        let found = Finding::BadDate {
            given: excerpt(text),
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

/// So many days from now, to the second.
fn in_days(today: Today, days: u16) -> WallTime {
    let later = today.0.saturating_add(i64::from(days) * DAY);
    WallTime(later - later.rem_euclid(1000))
}

/// The moment as it is sent: `2027-01-31T00:00:00Z`.
pub(crate) fn written(time: WallTime) -> String {
    Timestamp::from_second(time.0.div_euclid(1000))
        .map_or_else(|_| String::new(), |t| t.to_string())
}

/// A moment, to the second.
struct Moment {
    time: WallTime,
    /// Whether it is written as it is sent, but for a fraction of zero.
    is_plain: bool,
}

fn parse(text: &str) -> Option<Moment> {
    let (date, rest) = text.split_at_checked("2027-01-31".len())?;
    let date = parse_date(date.as_bytes())?;
    if rest.is_empty() {
        return moment(date.to_datetime(Time::midnight()), Offset::UTC, false);
    }
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = clock.split_at_checked("00:00:00".len())?;
    let time = parse_time(clock.as_bytes())?;
    let (fraction, zone) = split_fraction(rest)?;
    let is_plain =
        text.as_bytes()[10] == b'T' && zone == "Z" && fraction.bytes().all(|b| b == b'0');
    moment(date.to_datetime(time), parse_zone(zone)?, is_plain)
}

fn moment(at: DateTime, offset: Offset, is_plain: bool) -> Option<Moment> {
    let second = offset.to_timestamp(at).ok()?.as_second();
    Some(Moment {
        time: WallTime(second * 1000),
        is_plain,
    })
}

fn parse_date(text: &[u8]) -> Option<Date> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text else {
        return None;
    };
    let year = two(y0, y1)? * 100 + two(y2, y3)?;
    let (month, day) = (two(m0, m1)?, two(d0, d1)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn parse_time(text: &[u8]) -> Option<Time> {
    let [h0, h1, b':', m0, m1, b':', s0, s1] = *text else {
        return None;
    };
    let part = |a, b| i8::try_from(two(a, b)?).ok();
    Time::new(part(h0, h1)?, part(m0, m1)?, part(s0, s1)?, 0).ok()
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

fn parse_zone(text: &str) -> Option<Offset> {
    if matches!(text, "Z" | "z") {
        return Some(Offset::UTC);
    }
    let [sign @ (b'+' | b'-'), h0, h1, b':', m0, m1] = *text.as_bytes() else {
        return None;
    };
    let (hours, minutes) = (two(h0, h1)?, two(m0, m1)?);
    let seconds = (i32::from(hours) * 60 + i32::from(minutes)) * 60;
    let is_zone = hours < 24 && minutes < 60;
    let signed = if sign == b'-' { -seconds } else { seconds };
    is_zone.then(|| Offset::from_seconds(signed).ok())?
}

fn two(tens: u8, ones: u8) -> Option<i16> {
    let digit = |b: u8| b.is_ascii_digit().then(|| i16::from(b - b'0'));
    Some(digit(tens)? * 10 + digit(ones)?)
}
