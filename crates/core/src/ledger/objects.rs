//! The JSON objects of ready rows, as far as they are known while rows are checked.
//!
//! A plan would otherwise check every row a second time to know what is sent. Rows that are alike have
//! one frame for all, of others the object itself is kept; where there are too many of these nothing is
//! but how long each is, and the plan checks again.

use super::Ledger;
use crate::{
    check::Row,
    plan::{Frame, range, write_object},
    source::small,
};

/// Bytes from which on no more objects are kept.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// What is known of the object of one row, of which there may be none.
#[derive(Clone, Copy, Debug, Default)]
struct Object {
    place: Place,
    len: u32,
}

/// Where an object is.
#[derive(Clone, Copy, Debug, Default)]
enum Place {
    /// It is not kept.
    #[default]
    Nowhere,
    /// It begins there.
    At(u32),
    /// It is in the frame of this number.
    Framed(u32),
}

/// What is known of all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Objects {
    json: Vec<u8>,
    rows: Vec<Object>,
    pub(super) frames: Vec<Frame>,
}

impl Objects {
    /// Forgets all, before so many rows are checked.
    pub(super) fn clear(&mut self, rows: u32) {
        self.json.clear();
        self.frames.clear();
        self.rows.clear();
        self.rows.reserve_exact(rows as usize);
    }

    /// Notes a row that is alike to others: its frame, if it has one, and how long the texts in it are.
    pub(super) fn push_framed(&mut self, object: Option<(u32, usize)>) {
        let object = object.map(|(frame, texts)| Object {
            place: Place::Framed(frame),
            len: small(self.frames[frame as usize].len() + texts),
        });
        self.rows.push(object.unwrap_or_default());
    }

    /// Keeps what would be sent for the next row. A range may become many objects, or go elsewhere.
    pub(super) fn push(&mut self, row: &Row<'_>) {
        let start = self.json.len();
        if let Some(indicator) = &row.indicator
            && range(indicator).is_none()
        {
            write_object(&mut self.json, indicator, &indicator.value);
        }
        let len = small(self.json.len() - start);
        let place = if start <= MOST_BYTES {
            Place::At(small(start))
        } else {
            self.json.truncate(start);
            Place::Nowhere
        };
        self.rows.push(Object { place, len });
    }

    /// Keeps what would be sent for a row that was checked again.
    pub(super) fn replace(&mut self, row: u32, changed: &Row<'_>) {
        self.push(changed);
        let object = self.rows.pop().unwrap_or_default();
        if let Some(held) = self.rows.get_mut(row as usize) {
            *held = object;
        }
    }

    fn get(&self, row: u32) -> Option<Object> {
        let object = self.rows.get(row as usize).copied();
        object.filter(|object| object.len > 0)
    }
}

impl Ledger {
    /// Writes the JSON object that would be sent for a row, where it is known. Says whether it is.
    pub(crate) fn write_object(&self, row: u32, out: &mut Vec<u8>) -> bool {
        let Some(object) = self.objects.get(row) else {
            return false;
        };
        match object.place {
            Place::Nowhere => return false,
            Place::At(start) => {
                let start = start as usize;
                let json = self.objects.json.get(start..start + object.len as usize);
                out.extend_from_slice(json.unwrap_or_default());
            }
            Place::Framed(frame) => {
                let [title, description] = self.plain_texts(row);
                let texts = [self.value(row), title, description];
                self.objects.frames[frame as usize].write(out, texts);
            }
        }
        true
    }

    /// Whether the JSON object that would be sent for a row is known.
    pub(crate) fn knows_object(&self, row: u32) -> bool {
        let object = self.objects.get(row);
        object.is_some_and(|object| !matches!(object.place, Place::Nowhere))
    }

    /// How long that object is, also where it is not known.
    pub(crate) fn object_len(&self, row: u32) -> Option<usize> {
        self.objects.get(row).map(|object| object.len as usize)
    }
}
