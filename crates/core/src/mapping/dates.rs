//! Dates as people and spreadsheets write them.
//!
//! `31/12/2027`, `Dec 31, 2027`, `2027/12/31` and a spreadsheet's day number can mean one day only.
//! `1/2/2027` can mean two; which is meant may be told by the other cells of its column
//! ([`Order`]), never by itself. A text goes in, RFC 3339 in UTC comes out.

use crate::calendar;

/// What stands first in a date of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `31/12/2027`
    DayFirst,
    /// `12/31/2027`
    MonthFirst,
    /// The column does not tell.
    Open,
}

/// Day 0 of spreadsheets: 1899-12-30, so that all days after February 1900 are right.
const DAY_ZERO: (u16, u16, u16) = (1899, 12, 30);

/// Day numbers that are taken for dates: 1954 to 2119. Others are likely something else.
const SERIALS: std::ops::RangeInclusive<i64> = 20_000..=80_000;

/// The date that a text means, as it is sent; `None` where it means none, or one of two.
pub(crate) fn read(text: &str, order: Order) -> Option<String> {
    let text = text.trim();
    if let Some(serial) = serial(text) {
        return Some(serial);
    }
    let (date, second) = split(text)?;
    let day = match parts(date)? {
        Parts::Digits(first, second, year) => {
            let is_day_first = match order_of(first, second) {
                Some(Order::DayFirst) => true,
                Some(_) => false,
                None if first == second => true,
                None => match order {
                    Order::DayFirst => true,
                    Order::MonthFirst => false,
                    Order::Open => return None,
                },
            };
            let (day, month) = if is_day_first {
                (first, second)
            } else {
                (second, first)
            };
            calendar::day(year, month, day)?
        }
        Parts::Plain(year, month, day) => calendar::day(year, month, day)?,
    };
    calendar::written(calendar::moment(day, second, 0)?)
}

/// The order that a text shows: one of its parts can be no month.
pub(crate) fn order_shown(text: &str) -> Option<Order> {
    match parts(split(text.trim())?.0)? {
        Parts::Digits(first, second, _) => order_of(first, second),
        Parts::Plain(..) => None,
    }
}

/// Both days that a text may mean, the day first and the month first.
pub(crate) fn both(text: &str) -> Option<(String, String)> {
    if read(text, Order::Open).is_some() {
        return None;
    }
    let date = |order| Some(read(text, order)?.get(..10)?.to_owned());
    Some((date(Order::DayFirst)?, date(Order::MonthFirst)?))
}

fn order_of(first: u16, second: u16) -> Option<Order> {
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

enum Parts {
    /// Two numbers and a year.
    Digits(u16, u16, u16),
    /// Year, month, day.
    Plain(u16, u16, u16),
}

/// A spreadsheet's day number, with the time as its fraction.
fn serial(text: &str) -> Option<String> {
    let (days, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if days.len() != 5 || !is_number(days) || !is_number(fraction) || fraction.len() > 12 {
        return None;
    }
    let days: i64 = days.parse().ok().filter(|days| SERIALS.contains(days))?;
    let part: i64 = format!("0{fraction}").parse().ok()?;
    let whole = 10_i64.pow(u32::try_from(fraction.len()).ok()?);
    let second = (part * 86_400 + whole / 2) / whole;
    let (year, month, day) = DAY_ZERO;
    let day = calendar::day(year, month, day)? + days;
    calendar::written(calendar::moment(day, second.min(86_399), 0)?)
}

/// The date, and the second of the day that follows it.
fn split(text: &str) -> Option<(&str, i64)> {
    let Some(colon) = text.find(':') else {
        return Some((text, 0));
    };
    let start = text[..colon].rfind([' ', 'T', 't'])?;
    let date = text[..start].trim_end_matches([',', ' ']);
    Some((date, clock(text[start + 1..].trim())?))
}

/// `23:02`, `11:59:59 PM`, `00:00:00Z`.
fn clock(text: &str) -> Option<i64> {
    let text = ["UTC", "GMT", "Z", "z"]
        .iter()
        .find_map(|zone| text.strip_suffix(zone))
        .map_or(text, str::trim_end);
    let half = text.len().checked_sub(2).and_then(|at| text.get(at..));
    let half =
        half.filter(|half| half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm"));
    let digits = half.map_or(text, |_| text[..text.len() - 2].trim_end());
    let mut numbers = digits.split(':');
    let (mut hour, minute) = (number(numbers.next()?)?, number(numbers.next()?)?);
    let second = numbers.next().map_or(Some(0), number)?;
    if let Some(half) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12
            + if half.eq_ignore_ascii_case("pm") {
                12
            } else {
                0
            };
    }
    numbers
        .next()
        .is_none()
        .then(|| calendar::second(hour, minute, second))?
}

fn parts(date: &str) -> Option<Parts> {
    let mut parts = date
        .split(['/', '-', '.', ' ', ','])
        .filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if let Some(month) = month(first) {
        return Some(Parts::Plain(year(third)?, month, number(second)?));
    }
    if let Some(month) = month(second) {
        return Some(Parts::Plain(year(third)?, month, number(first)?));
    }
    if let Some(year) = year(first) {
        return Some(Parts::Plain(year, number(second)?, number(third)?));
    }
    Some(Parts::Digits(number(first)?, number(second)?, year(third)?))
}

fn year(text: &str) -> Option<u16> {
    calendar::number(text, 4)
}

/// One or two digits.
fn number(text: &str) -> Option<u16> {
    calendar::number(text, text.len()).filter(|_| text.len() <= 2)
}

/// An English month, whole or its first three letters.
fn month(text: &str) -> Option<u16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_it =
        |name: &&str| text.eq_ignore_ascii_case(name) || text.eq_ignore_ascii_case(&name[..3]);
    let at = MONTHS.iter().position(is_it)?;
    u16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_date_is_read_where_it_can_mean_one_day_only() {
        let table = [
            ("31/12/2027", Some("2027-12-31T00:00:00Z")),
            ("12/31/2027", Some("2027-12-31T00:00:00Z")),
            ("31.12.2027", Some("2027-12-31T00:00:00Z")),
            ("5/5/2027", Some("2027-05-05T00:00:00Z")),
            ("2027/12/31", Some("2027-12-31T00:00:00Z")),
            ("2027-12-31 23:02:05", Some("2027-12-31T23:02:05Z")),
            ("2027-12-31 23:02 UTC", Some("2027-12-31T23:02:00Z")),
            ("2027-12-31 23:02:05+02:00", None),
            ("31 Dec 2027", Some("2027-12-31T00:00:00Z")),
            ("31-Dec-2027", Some("2027-12-31T00:00:00Z")),
            ("December 31, 2027", Some("2027-12-31T00:00:00Z")),
            ("12/31/2027 23:02", Some("2027-12-31T23:02:00Z")),
            ("12/31/2027 11:59:59 PM", Some("2027-12-31T23:59:59Z")),
            ("12/31/2027, 12:00 am", Some("2027-12-31T00:00:00Z")),
            ("46387", Some("2026-12-31T00:00:00Z")),
            ("45292", Some("2024-01-01T00:00:00Z")),
            ("45292.5", Some("2024-01-01T12:00:00Z")),
            ("12/7/2022", None),
            ("31/31/2027", None),
            ("30/2/2027", None),
            ("31/12/27", None),
            ("12345", None),
            ("2027", None),
            ("13:00 PM", None),
            ("12/31/2027 13:00 PM", None),
            ("next year", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(read(text, Order::Open).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_order_of_a_column_settles_what_is_open() {
        let day = |text, order| read(text, order);
        assert_eq!(
            day("12/7/2022", Order::DayFirst).as_deref(),
            Some("2022-07-12T00:00:00Z")
        );
        assert_eq!(
            day("12/7/2022", Order::MonthFirst).as_deref(),
            Some("2022-12-07T00:00:00Z")
        );
        let both_days = ("2022-07-12".to_owned(), "2022-12-07".to_owned());
        assert_eq!(both("12/7/2022"), Some(both_days));
        assert_eq!(both("12/17/2022"), None);
        assert_eq!(order_shown("12/17/2022"), Some(Order::MonthFirst));
        assert_eq!(order_shown("17/12/2022 1:00"), Some(Order::DayFirst));
        assert_eq!(order_shown("12/7/2022"), None);
        assert_eq!(order_shown("45292"), None);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,24}", digits in "[0-9/. :APM,-]{0,24}") {
            for text in [text, digits] {
                let _ = (read(&text, Order::DayFirst), order_shown(&text), both(&text));
            }
        }
    }
}
