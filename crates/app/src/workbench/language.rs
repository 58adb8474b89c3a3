//! How the page comes to speak another language: what it knows and what the user has typed stay.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Act, Workbench};
use crate::{
    browser,
    language::Language,
    state::Msg,
    words::{late, say},
};

impl Workbench {
    /// Says so where the page was to speak another language from the start, and cannot.
    pub(super) fn misses_its_language(&mut self, ctx: &Context<Self>) {
        let wanted = browser::language();
        if wanted != say::spoken() {
            self.take(ctx, Msg::LanguageMissing(wanted));
        }
    }

    /// Has the messages of a language fetched. The page goes on in the one it has.
    pub(super) fn learn(&mut self, ctx: &Context<Self>, language: Language) -> bool {
        self.language = language;
        let learnt = ctx
            .link()
            .callback(move |is_known| Act::Learnt(language, is_known));
        spawn_local(async move { learnt.emit(late::learn(language).await) });
        true
    }

    /// Speaks the language; unless its messages are missing, or another one was chosen meanwhile.
    pub(super) fn learnt(
        &mut self,
        ctx: &Context<Self>,
        language: Language,
        is_known: bool,
    ) -> bool {
        if language != self.language {
            return false;
        }
        if !is_known || !say::speak(language) {
            self.language = say::spoken();
            self.take(ctx, Msg::LanguageMissing(language));
            return true;
        }
        browser::show_language(language);
        browser::keep_language(language);
        ctx.props().spoken.emit(language);
        self.take(ctx, Msg::LanguageSpoken);
        true
    }
}
