//! What a cell holds, as text: values as stored, never evaluated.

use std::fmt::Write;

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

/// Digits that Excel keeps of a number; what stands after them is noise of the binary form
/// (Microsoft, "Floating-point arithmetic may give inaccurate results in Excel").
const DIGITS: usize = 15;

/// From here on a number is written with an exponent, and below its inverse.
const PLAIN_BELOW: f64 = 1e21;
const PLAIN_ABOVE: f64 = 1e-9;

/// A day in milliseconds.
const DAY_MILLIS: f64 = 86_400_000.0;

/// The last day that Excel has, 9999-12-31, and one more.
const DAYS: f64 = 2_958_466.0;

/// What a cell holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Nothing,
    Text(&'a str),
    Whole(i64),
    Number(f64),
    Truth(bool),
    Moment(ExcelDateTime),
    Error(&'a CellErrorType),
}

macro_rules! common {
    ($kind:ident, $value:expr $(, $more:pat => $read:expr)*) => {
        match $value {
            $kind::Empty => Value::Nothing,
            $kind::Int(number) => Value::Whole(*number),
            $kind::Float(number) => Value::Number(*number),
            $kind::Bool(truth) => Value::Truth(*truth),
            $kind::DateTime(moment) => Value::Moment(*moment),
            $kind::Error(error) => Value::Error(error),
            $kind::String(text) | $kind::DateTimeIso(text) | $kind::DurationIso(text) => {
                Value::Text(text)
            }
            $($more => $read,)*
        }
    };
}

impl<'a> From<&'a Data> for Value<'a> {
    fn from(data: &'a Data) -> Self {
        common!(Data, data)
    }
}

impl<'a> From<&'a DataRef<'a>> for Value<'a> {
    fn from(data: &'a DataRef<'a>) -> Self {
        common!(DataRef, data, DataRef::SharedString(text) => Value::Text(text))
    }
}

impl Value<'_> {
    /// Writes it as it reads; nothing where the cell holds nothing.
    pub(crate) fn write(self, into: &mut String) {
        // Writing to a string does not fail.
        let _: Result<(), std::fmt::Error> = match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => into.write_str(text),
            Self::Whole(number) => write!(into, "{number}"),
            Self::Number(number) => write_number(number, into),
            Self::Truth(truth) => into.write_str(if truth { "TRUE" } else { "FALSE" }),
            Self::Moment(moment) => write_moment(moment, into),
            Self::Error(error) => write!(into, "{error}"),
        };
    }
}

/// A number as a spreadsheet shows it: `45292`, `1.5`, `0.3` for what is stored as
/// `0.30000000000000004`.
fn write_number(number: f64, into: &mut String) -> std::fmt::Result {
    if number == 0.0 {
        return into.write_str("0");
    }
    let rounded = format!("{number:.*e}", DIGITS - 1);
    let rounded: f64 = rounded.parse().unwrap_or(number);
    if (PLAIN_ABOVE..PLAIN_BELOW).contains(&rounded.abs()) {
        write!(into, "{rounded}")
    } else {
        write!(into, "{rounded:e}")
    }
}

/// A date as ISO 8601 has it: `2024-01-31`, `2024-01-31T08:30:00`, a time of day `08:30:00`, a
/// duration `26:30:00`. What is no date that Excel has stays a number.
fn write_moment(moment: ExcelDateTime, into: &mut String) -> std::fmt::Result {
    let days = moment.as_f64();
    if !(0.0..DAYS).contains(&days) {
        return write_number(days, into);
    }
    if moment.is_duration() {
        return write_duration(days, into);
    }
    let (year, month, day, hour, minute, second, millis) = moment.to_ymd_hms_milli();
    if days >= 1.0 {
        write!(into, "{year:04}-{month:02}-{day:02}")?;
        if (hour, minute, second, millis) == (0, 0, 0, 0) {
            return Ok(());
        }
        into.push('T');
    }
    write!(into, "{hour:02}:{minute:02}:{second:02}")?;
    write_millis(millis, into)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between zero and eight thousand years"
)]
fn write_duration(days: f64, into: &mut String) -> std::fmt::Result {
    let millis = (days * DAY_MILLIS).round();
    let seconds = (millis / 1000.0).floor() as u64;
    let (minutes, second) = (seconds / 60, seconds % 60);
    write!(into, "{:02}:{:02}:{second:02}", minutes / 60, minutes % 60)?;
    write_millis((millis % 1000.0) as u16, into)
}

fn write_millis(millis: u16, into: &mut String) -> std::fmt::Result {
    if millis == 0 {
        return Ok(());
    }
    write!(into, ".{millis:03}")
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn written(value: Value<'_>) -> String {
        let mut text = String::new();
        value.write(&mut text);
        text
    }

    #[test]
    fn numbers_read_as_a_spreadsheet_shows_them() {
        let table = [
            (0.0, "0"),
            (-0.0, "0"),
            (45_292.0, "45292"),
            (1.5, "1.5"),
            (-7.25, "-7.25"),
            (0.1 + 0.2, "0.3"),
            (1.1 * 3.0, "3.3"),
            (8.41e-6, "0.00000841"),
            (123_456_789_012_345.0, "123456789012345"),
            (1e20, "100000000000000000000"),
            (1e21, "1e21"),
            (1e300, "1e300"),
            (-2.5e-12, "-2.5e-12"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
        ];
        for (number, expected) in table {
            assert_eq!(written(Value::Number(number)), expected, "{number}");
        }
    }

    #[test]
    fn moments_are_iso() {
        let table = [
            (45_322.0, DateTime, false, "2024-01-31"),
            (
                45_322.354_166_666_664,
                DateTime,
                false,
                "2024-01-31T08:30:00",
            ),
            (45_943.541, DateTime, false, "2025-10-13T12:59:02.400"),
            // The next midnight by rounding.
            (45_322.999_999_999_99, DateTime, false, "2024-02-01"),
            (43_860.0, DateTime, true, "2024-01-31"),
            (1.0, DateTime, false, "1900-01-01"),
            // Excel takes 1900 for a leap year.
            (60.0, DateTime, false, "1900-02-29"),
            (61.0, DateTime, false, "1900-03-01"),
            (0.354_166_666_666_666_7, DateTime, false, "08:30:00"),
            (2_958_465.0, DateTime, false, "9999-12-31"),
            (2_958_466.0, DateTime, false, "2958466"),
            (-1.0, DateTime, false, "-1"),
            (1e300, DateTime, false, "1e300"),
            (1.104_166_666_666_666_7, TimeDelta, false, "26:30:00"),
            (0.000_017_361_1, TimeDelta, false, "00:00:01.500"),
        ];
        for (days, kind, since_1904, expected) in table {
            let moment = ExcelDateTime::new(days, kind, since_1904);
            assert_eq!(written(Value::Moment(moment)), expected, "{days}");
        }
    }
}
