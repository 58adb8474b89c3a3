//! Words that are known, by what they say.
//!
//! A table of texts is a tenth of what the same words are as patterns of a `match`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// Groups of words, each with what its words say; blanks stand between them.
#[derive(Debug)]
pub(crate) struct Lexicon<T: 'static> {
    groups: &'static [(T, &'static str)],
    index: OnceLock<FxHashMap<&'static [u8], T>>,
}

impl<T: Copy> Lexicon<T> {
    pub(crate) const fn new(groups: &'static [(T, &'static str)]) -> Self {
        Self {
            groups,
            index: OnceLock::new(),
        }
    }

    /// What a word says.
    pub(crate) fn get(&self, word: &[u8]) -> Option<T> {
        self.index().get(word).copied()
    }

    fn index(&self) -> &FxHashMap<&'static [u8], T> {
        self.index.get_or_init(|| {
            let mut index = FxHashMap::default();
            for (says, words) in self.groups {
                index.extend(words.split(' ').map(|word| (word.as_bytes(), *says)));
            }
            index
        })
    }
}
