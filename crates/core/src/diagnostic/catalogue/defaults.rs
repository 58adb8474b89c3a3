//! Entries on default texts with fields in braces.

use super::{Entry, Example, sources};

pub(super) const TEMPLATE_FIELD: Entry = Entry {
    why: "A default title or description may name what is known of a row, in braces. A name that is none would stand in every alert as it was mistyped, so nothing is sent with it.",
    source: sources::OWN,
    remedy: "Use one of the fields that the sentence names, or double the brace to have it stand for itself.",
    example: Example::titled("Feed of {today}"),
};

pub(super) const TEMPLATE_COLUMN: Entry = Entry {
    why: "A default text may name any column of a table by its header. This source is no table, or its header has no such column above the row.",
    source: sources::OWN,
    remedy: "Name a column that the source has, or give this source a text of its own.",
    example: Example::titled("{column:Family}"),
};

pub(super) const TEMPLATE_NOT_CLOSED: Entry = Entry {
    why: "A brace opens a field, and the text ends before another closes it.",
    source: sources::OWN,
    remedy: "Close the brace, or double it to have it stand for itself.",
    example: Example::titled("From {file"),
};

pub(super) const TEMPLATE_TOO_LONG: Entry = Entry {
    why: "A text with fields is made anew for every row. Its length and the number of its fields are bounded, so that a list of any size is read in time.",
    source: sources::OWN,
    remedy: "Shorten the text, or name fewer fields.",
    example: Example::titled(
        "{line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line} {line}",
    ),
};
