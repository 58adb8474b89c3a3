//! The languages of the page.

/// A language that the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English; what the page says where nothing else is known.
    #[default]
    English,
    /// Dutch.
    Dutch,
    /// German.
    German,
    /// Traditional Chinese.
    TraditionalChinese,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::English,
        Self::Dutch,
        Self::German,
        Self::TraditionalChinese,
    ];

    /// Its tag, as `<html lang>` and `Intl` take it (RFC 5646).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Dutch => "nl",
            Self::German => "de",
            Self::TraditionalChinese => "zh-Hant",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Dutch => "Nederlands",
            Self::German => "Deutsch",
            Self::TraditionalChinese => "繁體中文",
        }
    }

    /// The language of a tag that this page has or a browser prefers, such as `de-AT` or `zh-TW`.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split(['-', '_']);
        let first = parts.next()?.to_ascii_lowercase();
        let simplified =
            |part: &str| ["hans", "cn", "sg", "my"].contains(&&*part.to_ascii_lowercase());
        match first.as_str() {
            "en" => Some(Self::English),
            "nl" => Some(Self::Dutch),
            "de" => Some(Self::German),
            // The simplified script is another one; its readers are better served in English.
            "zh" if parts.clone().next().is_some() && !parts.any(simplified) => {
                Some(Self::TraditionalChinese)
            }
            _ => None,
        }
    }

    /// The first of the preferred languages that the page speaks.
    #[must_use]
    pub fn preferred(tags: impl IntoIterator<Item = String>) -> Self {
        let mut known = tags.into_iter().filter_map(|tag| Self::of_tag(&tag));
        known.next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Dutch, English, German, TraditionalChinese};

    #[test]
    fn the_first_preference_that_the_page_speaks_is_taken() {
        for (tags, language) in [
            (&[][..], English),
            (&["fr-FR", "nl-BE", "en"], Dutch),
            (&["de-AT"], German),
            (&["DE_ch"], German),
            (&["zh-TW", "en"], TraditionalChinese),
            (&["zh-Hant-HK"], TraditionalChinese),
            (&["zh-HK"], TraditionalChinese),
            (&["zh-CN", "de"], German),
            (&["zh-Hans-HK"], English),
            (&["zh"], English),
            (&["", "deutsch"], English),
        ] {
            let told = Language::preferred(tags.iter().map(|tag| (*tag).to_owned()));
            assert_eq!(told, language, "{tags:?}");
        }
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.tag()), Some(language));
        }
    }
}
