//! The Gregorian calendar in UTC, years 0 to 9999: what of it the API and HTTP need.
//!
//! Days, times of day and HTTP dates go in; days since 1970-01-01 and moments come out, and a moment
//! is written as the API takes it. A library of time does all of it, but its formats and error texts
//! weigh more than the rest of the expiration rules together; the tests hold this against one.

use crate::clock::WallTime;

const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// The first second after the year 9999.
const END: i64 = 253_402_300_800;

/// Days from 0000-03-01 to 1970-01-01.
const MARCH_0000: i64 = 719_468;

/// In four centuries every weekday and leap day comes round.
const DAYS_OF_FOUR_CENTURIES: i64 = 146_097;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// From the weekday of 1970-01-01 on.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// The days from 1970-01-01 to a day, `None` where the calendar has no such day.
pub(crate) fn day(year: u16, month: u16, day: u16) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=days_of(year, month)).contains(&day) {
        return None;
    }
    // Counted from March, a year ends with its leap day.
    let (year, month) = if month > 2 {
        (i64::from(year), i64::from(month) - 3)
    } else {
        (i64::from(year) - 1, i64::from(month) + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + before_month(month) + i64::from(day) - 1 - MARCH_0000)
}

/// The seconds from midnight to a time of day, `None` where no clock shows it.
pub(crate) fn second(hour: u16, minute: u16, second: u16) -> Option<i64> {
    let is_shown = hour < 24 && minute < 60 && second < 60;
    is_shown.then(|| (i64::from(hour) * 60 + i64::from(minute)) * 60 + i64::from(second))
}

/// A second of a day where the clocks are `offset` seconds ahead of UTC; `None` beyond the year 9999.
pub(crate) fn moment(day: i64, second: i64, offset: i64) -> Option<WallTime> {
    let seconds = day * SECONDS_OF_A_DAY + second - offset;
    (seconds < END).then_some(WallTime(seconds * 1000))
}

/// A moment as the API takes it: `YYYY-MM-DDTHH:MM:SSZ`. `None` outside of the years 0 to 9999.
pub(crate) fn written(time: WallTime) -> Option<String> {
    let seconds = time.0.div_euclid(1000);
    let (year, month, day) = date(seconds.div_euclid(SECONDS_OF_A_DAY));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let second = seconds.rem_euclid(SECONDS_OF_A_DAY);
    let mut text = String::with_capacity("YYYY-MM-DDTHH:MM:SSZ".len());
    digits(&mut text, year / 100);
    let parts = [
        (year % 100, '-'),
        (month, '-'),
        (day, 'T'),
        (second / 3600, ':'),
        (second / 60 % 60, ':'),
        (second % 60, 'Z'),
    ];
    for (part, mark) in parts {
        digits(&mut text, part);
        text.push(mark);
    }
    Some(text)
}

/// Reads `Sat, 21 Nov 2026 18:00:30 GMT`, the form that servers must send (RFC 9110 section 5.6.7).
pub(crate) fn http_date(text: &str) -> Option<WallTime> {
    let (weekday, rest) = text.split_once(", ")?;
    let mut fields = rest.split(' ');
    let [date, month, year, clock, "GMT"] = [(); 5].map(|()| fields.next().unwrap_or("")) else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day = day(
        number(year, 4)?,
        u16::try_from(month).ok()?,
        number(date, 2)?,
    )?;
    let is_that_day = WEEKDAYS.iter().position(|name| *name == weekday)
        == usize::try_from(day.rem_euclid(7)).ok();
    let time = clock_time(clock)?;
    (is_that_day && fields.next().is_none()).then(|| moment(day, time, 0))?
}

/// Reads `18:00:30` as the seconds from midnight.
pub(crate) fn clock_time(text: &str) -> Option<i64> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, seconds) = rest.split_once(':')?;
    second(number(hour, 2)?, number(minute, 2)?, number(seconds, 2)?)
}

/// Reads exactly so many decimal digits, at most four.
pub(crate) fn number(text: &str, len: usize) -> Option<u16> {
    let is_number = text.len() == len && text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

fn days_of(year: u16, month: u16) -> u16 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u16::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days of a year before a month, both counted from March: 31, 30, 31, 30, 31 and over again.
const fn before_month(month: i64) -> i64 {
    (153 * month + 2) / 5
}

/// The year, month and day, so many days after 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + MARCH_0000;
    let (era, day) = (
        days.div_euclid(DAYS_OF_FOUR_CENTURIES),
        days.rem_euclid(DAYS_OF_FOUR_CENTURIES),
    );
    // Without the leap days of each 4, 100 and 400 years, every year has 365 days.
    let year = (day - day / 1460 + day / 36_524 - day / (DAYS_OF_FOUR_CENTURIES - 1)) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - before_month(month) + 1;
    let year = year + era * 400;
    if month < 10 {
        (year, month + 3, day)
    } else {
        (year + 1, month - 9, day)
    }
}

/// Writes a number below 100 in two digits.
fn digits(out: &mut String, number: i64) {
    let digit = |number| char::from(b'0' + u8::try_from(number % 10).unwrap_or(0));
    out.extend([digit(number / 10), digit(number)]);
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, ToSpan, civil, fmt::rfc2822, tz::Offset};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_day_is_the_day_that_jiff_says() {
        let mut date = civil::date(1900, 1, 1);
        while date.year() < 2200 {
            let expected = Offset::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap();
            let [year, month, of_month] =
                [date.year(), date.month().into(), date.day().into()].map(i16::unsigned_abs);
            let days = day(year, month, of_month).unwrap();
            assert_eq!(days * SECONDS_OF_A_DAY, expected.as_second(), "{date}");
            assert_eq!(
                written(WallTime(days * SECONDS_OF_A_DAY * 1000)),
                Some(expected.to_string())
            );
            date += 1.day();
        }
    }

    #[test]
    fn the_first_and_the_last_moments() {
        for (millis, text) in [
            (-62_167_219_200_001, None),
            (-62_167_219_200_000, Some("0000-01-01T00:00:00Z")),
            (-1, Some("1969-12-31T23:59:59Z")),
            (999, Some("1970-01-01T00:00:00Z")),
            (253_402_300_799_999, Some("9999-12-31T23:59:59Z")),
            (253_402_300_800_000, None),
            (i64::MAX, None),
            (i64::MIN, None),
        ] {
            assert_eq!(written(WallTime(millis)).as_deref(), text, "{millis}");
        }
        let last = day(9999, 12, 31).unwrap();
        assert_eq!(
            moment(last, SECONDS_OF_A_DAY - 1, 0),
            Some(WallTime((END - 1) * 1000))
        );
        assert_eq!(moment(last, SECONDS_OF_A_DAY - 1, -1), None);
    }

    #[test]
    fn an_http_date_is_read_or_refused() {
        for (text, read) in [
            ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
            ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
            ("Thu, 29 Feb 2024 23:59:59 GMT", Some(1_709_251_199)),
            ("Mon, 06 Nov 1994 08:49:37 GMT", None),
            ("Thu, 29 Feb 2023 23:59:59 GMT", None),
            ("Sun, 06 Nov 1994 24:00:00 GMT", None),
            ("Sun, 06 Nov 1994 08:49:37", None),
            ("Sun, 06 Nov 1994 08:49:37 CET", None),
            ("Sun, 06 Nov 1994 08:49:37 GMT x", None),
            ("Sun, 6 Nov 1994 08:49:37 GMT", None),
            ("Sun, 06 11 1994 08:49:37 GMT", None),
            ("Sunday, 06-Nov-94 08:49:37 GMT", None),
            ("06 Nov 1994 08:49:37 GMT", None),
            ("", None),
        ] {
            assert_eq!(
                http_date(text),
                read.map(|seconds: i64| WallTime(seconds * 1000)),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_day_exists_where_jiff_has_it(year in 0_u16..=9999, month in 0_u16..15, of_month in 0_u16..35) {
            let parts = [year, month, of_month].map(|part| i16::try_from(part).unwrap());
            let [_, m, d] = parts.map(|part| i8::try_from(part).unwrap_or(0));
            let expected = civil::Date::new(parts[0], m, d).ok();
            let date = day(year, month, of_month).map(date);
            prop_assert_eq!(date, expected.map(|e| (e.year().into(), e.month().into(), e.day().into())));
        }

        #[test]
        fn a_moment_is_written_and_read_as_jiff_does(seconds in -62_167_219_200_i64..253_402_207_200) {
            let (time, theirs) = (WallTime(seconds * 1000), Timestamp::from_second(seconds).unwrap());
            prop_assert_eq!(written(time), Some(theirs.to_string()));
            let http = theirs.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            prop_assert_eq!(http_date(&http), Some(time));
        }

        #[test]
        fn no_text_is_read_that_jiff_refuses(text in "(Sat|Sun), [0-3][0-9] (Nov|Feb) [12][09][0-9]{2} [0-2][0-9]:[0-6][0-9]:[0-6][0-9] GMT") {
            if let Some(ours) = http_date(&text) {
                let theirs = rfc2822::DateTimeParser::new().parse_timestamp(&text);
                prop_assert_eq!(theirs.unwrap().as_millisecond(), ours.0);
            }
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            let _ = (http_date(&text), clock_time(&text), number(&text, 4));
        }
    }
}
