//! What the worker says about texts: what default texts become, and which texts a column has.
//!
//! Both are asked for and not owed: an answer that comes late, or not at all, holds nothing up.

use ioculate_core::{
    change::Field,
    check::Defaults,
    mapping::Reading,
    session::{ColumnTexts, Command, Preview},
};

use super::{Model, Update};

impl Model {
    /// Asks what a text would become that is being written.
    pub(super) fn try_text(&mut self, field: Field, template: String) -> Update {
        self.tried.retain(|(of, _)| *of != field);
        if !is_template(&template) {
            let before = self.previews.len();
            self.previews.retain(|it| it.field != field);
            return if self.previews.len() == before {
                Update::STALE
            } else {
                Update::drawn()
            };
        }
        self.tried.push((field, template.clone()));
        Update::quiet(Command::PreviewText { field, template })
    }

    /// Of a text that was written on since, nothing is shown.
    pub(super) fn previewed(&mut self, preview: Preview) -> Update {
        let is_of =
            |(field, text): &(Field, String)| (field, text) == (&preview.field, &preview.template);
        if !self.tried.iter().any(is_of) {
            return Update::STALE;
        }
        self.previews.retain(|it| it.field != preview.field);
        self.previews.push(preview);
        Update::drawn()
    }

    /// The questions for what the texts become that are templates: of other rows, or since they are
    /// others.
    pub(super) fn previews_anew(&self) -> Vec<Command> {
        let ask = |(field, text): &(Field, String)| Command::PreviewText {
            field: *field,
            template: text.clone(),
        };
        self.tried.iter().map(ask).collect()
    }

    /// The texts of those columns of a source that were asked for.
    #[must_use]
    pub fn texts(&self, file: u16) -> Vec<ColumnTexts> {
        let texts = self.column_texts.iter();
        texts.filter(|it| it.file == file).cloned().collect()
    }

    pub(super) fn told_texts(&mut self, texts: ColumnTexts) -> Update {
        let place = (texts.file, texts.column);
        self.column_texts.retain(|it| (it.file, it.column) != place);
        self.column_texts.push(texts);
        Update::drawn()
    }

    /// Forgets the texts of a source's columns where it is read so that they are others.
    pub(super) fn forget_texts(&mut self, file: u16, before: &Reading, now: &Reading) {
        let cut = |reading: &Reading| {
            let mapping = reading.mapping.as_ref();
            (reading.kind, mapping.map(|it| (it.delimiter, it.header)))
        };
        if cut(before) != cut(now) {
            self.column_texts.retain(|it| it.file != file);
        }
    }
}

/// The default texts that are templates.
pub(super) fn templates(defaults: &Defaults) -> Vec<(Field, String)> {
    let texts = [
        (Field::Title, &defaults.title),
        (Field::Description, &defaults.description),
    ];
    let templates = texts.into_iter().filter(|(_, text)| is_template(text));
    templates
        .map(|(field, text)| (field, text.clone()))
        .collect()
}

fn is_template(text: &str) -> bool {
    text.contains('{')
}
