//! An object but for value, title and description, which are filled in.
//!
//! Rows that are alike in all else send the same object but for these three. So it is written once for
//! all of them, and a row's object is three texts between four pieces.

use super::object::Object;
use crate::indicator::Indicator;

/// An object with three texts left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Frame {
    json: Box<[u8]>,
    /// Where value, title and description go.
    at: [usize; 3],
}

impl Frame {
    /// The object of an indicator without its value, and without title and description where these are
    /// not `as_given`: then they are the same for all.
    pub(crate) fn of(
        indicator: &Indicator<'_>,
        title_differs: bool,
        description_differs: bool,
    ) -> Self {
        let mut json = Vec::new();
        let mut object = Object::open(&mut json);
        let value = object.blank("indicatorValue", "");
        super::write_kind(&mut object, indicator);
        let kept = |text, differs| if differs { "" } else { text };
        let title = object.blank("title", kept(&indicator.title, title_differs));
        let description = kept(&indicator.description, description_differs);
        let description = object.blank("description", description);
        super::write_rest(&mut object, indicator);
        object.close();
        Self {
            json: json.into(),
            at: [value, title, description],
        }
    }

    /// Writes the object with these texts, none of which needs an escape.
    pub(crate) fn write(&self, out: &mut Vec<u8>, texts: [&str; 3]) {
        let mut from = 0;
        for (at, text) in self.at.into_iter().zip(texts) {
            out.extend_from_slice(&self.json[from..at]);
            out.extend_from_slice(text.as_bytes());
            from = at;
        }
        out.extend_from_slice(&self.json[from..]);
    }

    /// How long it is without these texts.
    pub(crate) fn len(&self) -> usize {
        self.json.len()
    }
}
