//! What an indicator says, field by field, as it was listed.

use super::{
    Entity,
    entity::{listed_set, plain},
};
use crate::source::json::Scanner;

impl Entity<'_> {
    /// The API's name of each field and what it says, in the order in which they were listed. What is
    /// `null` or empty is left out; what is no text, number or list of texts is given as JSON.
    #[must_use]
    pub fn fields(self) -> Vec<(String, String)> {
        let object = self.object();
        let mut fields = Vec::new();
        // An indicator of the list is a sound object.
        let _ = Scanner::new(object, 0).members(1, |scanner, name| {
            let value = scanner.value(2)?;
            let said = said(value.written(object));
            if !said.is_empty() {
                let name = plain(name.written(object)).unwrap_or_default();
                fields.push((name.into_owned(), said));
            }
            Ok(())
        });
        fields
    }
}

fn said(value: &str) -> String {
    match (plain(value), listed_set(value)) {
        (Some(text), _) => text.into_owned(),
        (None, Some(texts)) => texts.join(", "),
        (None, None) => value.to_owned(),
    }
}
