//! Numbers, dates and times as text.
//!
//! English ones are written here: a date as in ISO 8601, since those who read English do not agree whether
//! the day or the month comes first. Those of other languages are written by the browser's `Intl`; natively,
//! where views are tested, they are as the English ones. A browser that makes its first writer of numbers
//! looks through all the languages it knows, which takes longer than to draw the page: English does without.

use ioculate_core::{
    clock::WallTime,
    message::{English, Speech},
};

use crate::{
    language::Language,
    words::{message::figures as message, say},
};

const DAY_MS: i64 = 86_400_000;

#[cfg(target_arch = "wasm32")]
const MINUTE_MS: i64 = 60_000;

/// Makes what writes counts, where the language has it made.
pub fn make_ready() {
    drop(large(0));
}

/// A count with its thousands marked, such as `14,812`.
#[must_use]
pub fn number(count: u32) -> String {
    large(count.into())
}

/// The same of a count that may be large.
#[must_use]
pub fn large(count: u64) -> String {
    if is_english() {
        return English.number(count);
    }
    platform::number(count)
}

fn is_english() -> bool {
    say::spoken() == Language::English
}

/// The form of a plural that a count takes, as CLDR names it: `one`, `other` and their like.
#[must_use]
pub fn plural(count: u64) -> String {
    platform::plural(count)
}

/// The day of a moment in UTC, such as `2027-02-19`: expirations are dates in UTC.
#[must_use]
pub fn day(moment: WallTime) -> String {
    if is_english() {
        return iso_day(moment);
    }
    platform::day(moment)
}

/// The same as in ISO 8601.
fn iso_day(moment: WallTime) -> String {
    let (year, month, day) = civil(moment.0.div_euclid(DAY_MS));
    format!("{year:04}-{month:02}-{day:02}")
}

/// The time of day in UTC, in ISO 8601.
fn iso_time(moment: WallTime) -> String {
    let seconds = moment.0.div_euclid(1_000).rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// A moment in UTC, in ISO 8601, whatever the language.
#[must_use]
pub fn utc(moment: WallTime) -> String {
    format!("{}T{}Z", iso_day(moment), iso_time(moment))
}

/// A day and a time to the minute, where the user is, such as `2026-11-21 13:41`.
#[must_use]
pub fn moment(moment: WallTime) -> String {
    format!("{} {}", date(moment), to_the_minute(moment))
}

/// The time of day to the minute, where the user is, such as `14:06`.
#[must_use]
pub fn to_the_minute(moment: WallTime) -> String {
    let mut time = time(moment);
    time.truncate(time.rfind(':').unwrap_or(0));
    time
}

/// The day of a moment, where the user is, such as `2026-11-21`.
#[must_use]
pub fn date(moment: WallTime) -> String {
    if is_english() {
        return iso_day(platform::here(moment));
    }
    platform::date(moment)
}

/// The time of day to the second, where the user is, such as `14:06:31`.
#[must_use]
pub fn time(moment: WallTime) -> String {
    if is_english() {
        return iso_time(platform::here(moment));
    }
    platform::time(moment)
}

/// Seconds as `4 s`, `3 min 20 s` or `2 h 10 min`.
#[must_use]
pub fn seconds(seconds: u32) -> String {
    match (seconds / 3_600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => message::seconds(s),
        (0, m, 0) => message::minutes(m),
        (0, m, s) => message::minutes_and_seconds(m, s),
        (h, 0, _) => message::hours(h),
        (h, m, _) => message::hours_and_minutes(h, m),
    }
}

/// Milliseconds as seconds with one decimal, such as `1.2 s`.
#[must_use]
pub fn tenths(millis: u32) -> String {
    let tenths = millis.saturating_add(50) / 100;
    message::tenths(&if is_english() {
        english_tenths(tenths)
    } else {
        platform::tenths(tenths)
    })
}

fn english_tenths(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A size in the unit that gives it one to three digits.
#[must_use]
pub fn bytes(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}

/// Year, month and day of a count of days since 1970-01-01 (the Gregorian calendar, extended).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use std::{
        cell::{OnceCell, RefCell},
        rc::Rc,
    };

    use js_sys::{Array, Date, Function, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    use super::{MINUTE_MS, WallTime};
    use crate::{language::Language, words::say};

    /// What writes one language. Making one takes far longer than using it: each is made when it is
    /// first asked for, which for most is after the first screen, and kept.
    struct Writers {
        language: Language,
        numbers: OnceCell<Function>,
        tenths: OnceCell<Function>,
        plurals: OnceCell<Intl::PluralRules>,
        times: OnceCell<Function>,
        dates: OnceCell<Function>,
        days: OnceCell<Function>,
    }

    thread_local! {
        static WRITERS: RefCell<Option<Rc<Writers>>> = const { RefCell::new(None) };
    }

    const DATE: [(&str, &str); 3] = [
        ("year", "numeric"),
        ("month", "2-digit"),
        ("day", "2-digit"),
    ];

    impl Writers {
        fn of(language: Language) -> Self {
            Self {
                language,
                numbers: OnceCell::new(),
                tenths: OnceCell::new(),
                plurals: OnceCell::new(),
                times: OnceCell::new(),
                dates: OnceCell::new(),
                days: OnceCell::new(),
            }
        }

        fn locale(&self) -> Array {
            Array::of1(&JsValue::from_str(self.language.tag()))
        }

        fn of_numbers(&self, options: &Object) -> Function {
            Intl::NumberFormat::new(&self.locale(), options).format()
        }

        fn of_moments(&self, all: &[(&str, &str)]) -> Function {
            Intl::DateTimeFormat::new(&self.locale(), &options(all)).format()
        }
    }

    /// Those of the language that is spoken.
    fn writers() -> Rc<Writers> {
        WRITERS.with_borrow_mut(|kept| {
            let language = say::spoken();
            match kept {
                Some(writers) if writers.language == language => Rc::clone(writers),
                _ => Rc::clone(kept.insert(Rc::new(Writers::of(language)))),
            }
        })
    }

    fn options(all: &[(&str, &str)]) -> Object {
        let options = Object::new();
        for (key, value) in all {
            set(&options, key, &JsValue::from_str(value));
        }
        options
    }

    fn one_digit() -> Object {
        let options = Object::new();
        for key in ["minimumFractionDigits", "maximumFractionDigits"] {
            set(&options, key, &JsValue::from_f64(1.0));
        }
        options
    }

    fn set(options: &Object, key: &str, value: &JsValue) {
        // Setting a key of a fresh plain object cannot fail.
        let _ = Reflect::set(options, &JsValue::from_str(key), value);
    }

    fn format(formatter: &Function, value: &JsValue) -> String {
        formatter
            .call1(&JsValue::UNDEFINED, value)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "no count of what a page holds is near 2^53"
    )]
    fn float(count: u64) -> f64 {
        count as f64
    }

    pub(super) fn number(count: u64) -> String {
        let all = writers();
        let writer = all.numbers.get_or_init(|| all.of_numbers(&Object::new()));
        format(writer, &JsValue::from_f64(float(count)))
    }

    pub(super) fn tenths(tenths: u32) -> String {
        let seconds = f64::from(tenths) / 10.0;
        let all = writers();
        let writer = all.tenths.get_or_init(|| all.of_numbers(&one_digit()));
        format(writer, &JsValue::from_f64(seconds))
    }

    pub(super) fn plural(count: u64) -> String {
        let all = writers();
        let made = || Intl::PluralRules::new(&all.locale(), &Object::new());
        all.plurals.get_or_init(made).select(float(count)).into()
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of a date are far below 2^53"
    )]
    fn read(moment: WallTime) -> Date {
        Date::new(&JsValue::from_f64(moment.0 as f64))
    }

    pub(super) fn time(moment: WallTime) -> String {
        let all = writers();
        let times = [("timeStyle", "medium"), ("hourCycle", "h23")];
        let writer = all.times.get_or_init(|| all.of_moments(&times));
        format(writer, &read(moment))
    }

    pub(super) fn date(moment: WallTime) -> String {
        let all = writers();
        let writer = all.dates.get_or_init(|| all.of_moments(&DATE));
        format(writer, &read(moment))
    }

    pub(super) fn day(moment: WallTime) -> String {
        let all = writers();
        let days = || all.of_moments(&[&DATE[..], &[("timeZone", "UTC")]].concat());
        format(all.days.get_or_init(days), &read(moment))
    }

    /// The moment at which UTC reads what the clock here reads at this one.
    pub(super) fn here(moment: WallTime) -> WallTime {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "an offset is of some hundreds of minutes"
        )]
        let behind = read(moment).get_timezone_offset() as i64;
        WallTime(moment.0 - behind * MINUTE_MS)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use ioculate_core::message::{English, Speech};

    use super::WallTime;
    use crate::{language::Language, words::say};

    pub(super) fn number(count: u64) -> String {
        English.number(count)
    }

    pub(super) use super::{
        english_tenths as tenths, iso_day as date, iso_day as day, iso_time as time,
    };

    pub(super) const fn here(moment: WallTime) -> WallTime {
        moment
    }

    /// English, Dutch and German alike; Chinese has one form.
    pub(super) fn plural(count: u64) -> String {
        let one = count == 1 && say::spoken() != Language::TraditionalChinese;
        if one { "one" } else { "other" }.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_mark_thousands() {
        let cases = [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (14_812, "14,812"),
            (1_234_567, "1,234,567"),
        ];
        for (count, text) in cases {
            assert_eq!(number(count), text);
        }
    }

    #[test]
    fn days_are_of_the_gregorian_calendar() {
        let cases = [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (951_782_400_000, "2000-02-29"),
            (1_803_081_600_000, "2027-02-20"),
            (4_107_542_399_999, "2100-02-28"),
        ];
        for (ms, text) in cases {
            assert_eq!(day(WallTime(ms)), text);
        }
    }

    #[test]
    fn spans_read_as_one_would_say_them() {
        let cases = [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (200, "3 min 20 s"),
            (3_599, "59 min 59 s"),
            (3_600, "1 h"),
            (36_065, "10 h 1 min"),
        ];
        for (s, text) in cases {
            assert_eq!(seconds(s), text);
        }
        assert_eq!(tenths(1_249), "1.2 s");
        assert_eq!(tenths(1_250), "1.3 s");
    }

    #[test]
    fn sizes_never_read_as_less_than_they_are() {
        let cases = [
            (0, "0 B"),
            (999, "999 B"),
            (1_001, "2 KB"),
            (2_500_000, "3 MB"),
        ];
        for (size, text) in cases {
            assert_eq!(bytes(size), text);
        }
    }
}
