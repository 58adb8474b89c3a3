//! Which columns of a table are shown.

use super::{Model, Update, Widths};

/// A column that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The type.
    Type,
    /// The action.
    Action,
    /// The severity.
    Severity,
    /// The expiration.
    Expires,
    /// The title.
    Title,
    /// The line in the file.
    Line,
}

impl Column {
    /// Every one, in their order.
    pub const ALL: [Self; 6] = [
        Self::Type,
        Self::Action,
        Self::Severity,
        Self::Expires,
        Self::Title,
        Self::Line,
    ];

    /// The class of a table that hides it, by which a browser remembers it too.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Type => "no-type",
            Self::Action => "no-act",
            Self::Severity => "no-sev",
            Self::Expires => "no-exp",
            Self::Title => "no-title",
            Self::Line => "no-line",
        }
    }
}

/// The columns that are hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(u8);

impl Hidden {
    /// Whether a column is.
    #[must_use]
    pub const fn has(self, column: Column) -> bool {
        self.0 & (1 << column as u8) != 0
    }

    /// The same with a column hidden that was shown, or the other way round.
    #[must_use]
    pub const fn turned(self, column: Column) -> Self {
        Self(self.0 ^ (1 << column as u8))
    }

    /// Whether the column at this place among all of a table is; the first two never are.
    #[must_use]
    pub fn has_at(self, place: usize) -> bool {
        let column = place.checked_sub(2).and_then(|at| Column::ALL.get(at));
        column.is_some_and(|column| self.has(*column))
    }

    fn all(self) -> impl Iterator<Item = Column> {
        let is_hidden = move |column: &Column| self.has(*column);
        Column::ALL.into_iter().filter(is_hidden)
    }

    /// How many columns of so many are shown.
    #[must_use]
    pub fn leaves(self, of: usize) -> usize {
        of - self.all().count()
    }

    /// Their classes, which [`Hidden::read`] reads.
    #[must_use]
    pub fn classes(self) -> String {
        let classes: Vec<&str> = self.all().map(Column::class).collect();
        classes.join(" ")
    }

    /// Those that a text names; what else it holds is passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let named = |column: &Column| text.split(' ').any(|class| class == column.class());
        let named = Column::ALL.into_iter().filter(named);
        named.fold(Self::default(), Self::turned)
    }
}

impl Model {
    pub(super) fn hide(&mut self, hidden: Hidden) -> Update {
        self.hidden = hidden;
        Update::drawn()
    }

    pub(super) fn widen(&mut self, widths: Widths) -> Update {
        self.widths = widths;
        Update::drawn()
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Hidden};

    #[test]
    fn what_is_hidden_is_remembered_and_what_is_unknown_is_not() {
        let none = Hidden::default();
        let two = none.turned(Column::Severity).turned(Column::Line);
        assert_eq!(two.classes(), "no-sev no-line");
        assert_eq!(two.leaves(8), 6);
        assert_eq!(Hidden::read(&two.classes()), two);
        assert_eq!(two.turned(Column::Line).classes(), "no-sev");
        assert_eq!(Hidden::read(""), none);
        assert_eq!(
            Hidden::read("no-sev constructor no-sev no-val"),
            none.turned(Column::Severity)
        );
    }
}
