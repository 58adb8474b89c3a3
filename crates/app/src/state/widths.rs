//! How wide the columns of a table are.

use std::fmt::Write as _;

/// The narrowest and the widest that a column can be made, in CSS px.
pub const WIDTHS: (u16, u16) = (48, 480);

/// A column by its name in the stylesheet, and how wide it is there.
const COLUMNS: [(&str, u16); 8] = [
    ("state", 124),
    ("val", 192),
    ("type", 104),
    ("act", 132),
    ("sev", 100),
    ("exp", 88),
    ("title", 72),
    ("line", 52),
];

/// The place of the value, which takes what the others leave.
const VALUE: usize = 1;

/// The widths that the user has given to columns, in CSS px; 0 where none was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Widths([u16; COLUMNS.len()]);

impl Widths {
    /// How wide a column is.
    #[must_use]
    pub fn of(self, column: usize) -> u16 {
        let given = self.0.get(column).copied().filter(|px| *px > 0);
        given.unwrap_or_else(|| COLUMNS.get(column).map_or(0, |it| it.1))
    }

    /// The same with another width for a column.
    #[must_use]
    pub fn with(mut self, column: usize, px: u16) -> Self {
        if let Some(width) = self.0.get_mut(column) {
            *width = px.clamp(WIDTHS.0, WIDTHS.1);
        }
        self
    }

    /// Whether any was given.
    #[must_use]
    pub fn is_any(self) -> bool {
        self != Self::default()
    }

    /// As the stylesheet is told, but for columns that are not `shown`. None takes room that is not there.
    #[must_use]
    pub fn style(self, shown: impl Fn(usize) -> bool) -> String {
        let mut style = String::new();
        if self.is_any() && self.0[VALUE] == 0 {
            // Who gives others more takes it from the value.
            style.push_str("--c-val:6rem;");
        }
        for (at, (name, px)) in self.given().filter(|(at, _)| shown(*at)) {
            let _ = match at {
                VALUE => write!(style, "--c-{name}:min({px}px,50%);"),
                _ => write!(style, "--c-{name}:minmax(3rem,{px}px);"),
            };
        }
        style
    }

    /// As a browser remembers them, which [`Widths::read`] reads.
    #[must_use]
    pub fn text(self) -> String {
        let each = self.given().map(|(_, (name, px))| format!("{name}:{px}"));
        each.collect::<Vec<_>>().join(" ")
    }

    /// Those that a text names; what else it holds is passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let named = text.split(' ').filter_map(|it| it.split_once(':'));
        named.fold(Self::default(), |widths, (name, px)| {
            let column = COLUMNS.iter().position(|it| it.0 == name);
            match (column, px.parse()) {
                (Some(column), Ok(px)) => widths.with(column, px),
                _ => widths,
            }
        })
    }

    fn given(self) -> impl Iterator<Item = (usize, (&'static str, u16))> {
        let each = COLUMNS.into_iter().zip(self.0).enumerate();
        each.filter(|(_, (_, px))| *px > 0)
            .map(|(at, ((name, _), px))| (at, (name, px)))
    }
}

#[cfg(test)]
mod tests {
    use super::Widths;

    #[test]
    fn what_is_given_is_remembered_within_bounds_and_what_is_unknown_is_not() {
        let none = Widths::default();
        let two = none.with(1, 300).with(4, 9_999);
        assert_eq!(two.text(), "val:300 sev:480");
        assert_eq!(Widths::read(&two.text()), two);
        let style = two.style(|_| true);
        assert_eq!(style, "--c-val:min(300px,50%);--c-sev:minmax(3rem,480px);");
        assert_eq!(two.style(|it| it != 4), "--c-val:min(300px,50%);");
        let one = none.with(0, 200).style(|_| true);
        assert_eq!(one, "--c-val:6rem;--c-state:minmax(3rem,200px);");
        let odd = "sev:1 type:x of:9 sev no:3 type:99999 constructor:7";
        assert_eq!(Widths::read(odd), none.with(4, 48));
        assert_eq!((two.of(4), two.of(0), two.of(99)), (480, 124, 0));
        assert!(!none.is_any() && two.is_any());
    }
}
