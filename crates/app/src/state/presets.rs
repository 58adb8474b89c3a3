//! Presets: defaults and policy under a name, those that this browser keeps, and what is done with them.
//!
//! What is kept of one is the text of the file that it is saved as, so there is one form and one
//! reader. A text that cannot be read stays in the list with its faults, to be seen, saved or
//! deleted. What the browser refuses to keep is here until the page is closed.

use ioculate_core::{
    check::{Defaults, Policy},
    preset::{self, PresetError},
};

use super::{Model, Notice, Screen, Update};

/// Characters of a name.
pub const LONGEST_NAME: usize = 100;

/// Presets that are listed.
pub const MOST_LISTED: usize = 200;

/// What is called so that has no name yet.
const UNNAMED: &str = "Defaults";

/// How the name of a preset's file ends.
pub const PRESET_FILE: &str = ".iocpreset";

/// What a preset says.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What a list is given that does not say it.
    pub defaults: Defaults,
    /// The decisions for all rows.
    pub policy: Policy,
}

/// What is held under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Preset {
    /// Its name.
    pub name: String,
    /// The text of its file.
    pub text: String,
    /// What that says, or what is wrong with it.
    pub read: Result<Box<Settings>, Wrong>,
    /// Whether the browser keeps it.
    pub kept: bool,
}

/// Why something is no preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// What it is kept under is no name.
    Name,
    /// It is larger than any preset.
    TooLarge,
    /// The browser did not read it.
    Unread,
    /// Every fault in its text.
    Faults(Vec<PresetError>),
}

/// The presets, and what is known of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Presets {
    /// What holds where none is chosen: what the deployment says, and what is built in.
    pub standard: Box<Settings>,
    /// The first of them by name, [`MOST_LISTED`] at the most.
    pub all: Vec<Preset>,
    /// How many more the browser keeps.
    pub unlisted: usize,
    /// The name of the one that was chosen last. The defaults may have been changed since.
    pub chosen: Option<String>,
    /// What the browser said when it last refused to keep one.
    pub refused: Option<String>,
    /// What was done last.
    pub news: Option<PresetNews>,
}

/// What was last done with a preset, as long as it is to be said.
#[derive(Clone, Debug, PartialEq)]
pub enum PresetNews {
    /// One was chosen while a list is at hand, whose rows it changes.
    Chosen {
        /// What held before, under which preset.
        before: Box<(Settings, Option<String>)>,
    },
    /// One was saved.
    Saved(String),
    /// One was saved in place of this one of the same name.
    Replaced(Preset),
    /// One was deleted.
    Deleted(Preset),
    /// What stands cannot be a preset.
    NotSaved(Wrong),
    /// A file is no preset.
    NotRead {
        /// Its name.
        file: String,
        /// Why.
        why: Wrong,
    },
}

/// What is wanted of presets, or said of them.
#[derive(Clone, Debug, PartialEq)]
pub enum PresetMsg {
    /// The browser told what it keeps: name and text of each.
    Stored(Vec<(String, String)>),
    /// It did not do what it was asked.
    Refused {
        /// What it was to keep.
        name: Option<String>,
        /// What it said.
        message: String,
    },
    /// One is chosen, by its place; `None` for the standard ones.
    Choose(Option<usize>),
    /// What held before the choice is wanted back.
    PutBack,
    /// What stands is to be saved under this name.
    Save(String),
    /// The chosen one is to be called so.
    Rename(String),
    /// The chosen one is to be deleted.
    Delete,
    /// The one that was deleted or replaced is wanted back.
    BringBack,
    /// The chosen one, or what stands, is wanted as a file.
    ToFile,
    /// A file was given.
    Opened {
        /// Its name.
        file: String,
        /// What it holds, or why that is not known.
        text: Result<String, Wrong>,
    },
}

/// What the browser is to do about presets, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Keep one, in place of another of its name.
    Keep {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// Keep it no longer; only after what stands before it was done.
    Forget {
        /// Its name.
        name: String,
    },
    /// Hand it to the user as a file.
    ToFile {
        /// The file's name.
        file: String,
        /// Its text.
        text: String,
    },
}

impl Preset {
    /// A preset that the browser keeps or is about to.
    fn new(name: String, text: String) -> Self {
        let read = if Presets::name(&name).as_ref() == Some(&name) {
            read(&text).map(|preset| Box::new(preset.into()))
        } else {
            Err(Wrong::Name)
        };
        Self {
            name,
            text,
            read,
            kept: true,
        }
    }
}

fn read(text: &str) -> Result<preset::Preset, Wrong> {
    preset::Preset::read(text.as_bytes()).map_err(Wrong::Faults)
}

impl From<preset::Preset> for Settings {
    fn from(preset: preset::Preset) -> Self {
        Self {
            defaults: preset.defaults,
            policy: preset.policy,
        }
    }
}

impl Settings {
    /// The text of a file that says this under a name.
    fn text(&self, name: &str) -> Result<String, Wrong> {
        let preset = preset::Preset {
            name: name.to_owned(),
            defaults: self.defaults.clone(),
            policy: self.policy.clone(),
        };
        preset.write().map_err(Wrong::Faults)
    }
}

impl Presets {
    /// None yet.
    pub(super) fn new(standard: Defaults) -> Self {
        Self {
            standard: Box::new(Settings {
                defaults: standard,
                policy: Policy::default(),
            }),
            all: Vec::new(),
            unlisted: 0,
            chosen: None,
            refused: None,
            news: None,
        }
    }

    /// The place of a name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|preset| preset.name == name)
    }

    /// The one that was chosen last.
    #[must_use]
    pub fn chosen(&self) -> Option<&Preset> {
        self.all.get(self.place(self.chosen.as_ref()?)?)
    }

    /// A text as a name, where it can be one.
    #[must_use]
    pub fn name(text: &str) -> Option<String> {
        let name = text.trim();
        let good = (1..=LONGEST_NAME).contains(&name.chars().count())
            && !name.chars().any(char::is_control);
        good.then(|| name.to_owned())
    }

    fn put(&mut self, preset: Preset) {
        match self.place(&preset.name) {
            Some(at) => self.all[at] = preset,
            None => self.all.push(preset),
        }
        self.all.sort_by(|one, other| one.name.cmp(&other.name));
    }

    /// `name`, or the first like it that none has.
    fn free(&self, name: String) -> String {
        let stem: String = name.chars().take(LONGEST_NAME - 6).collect();
        let more = (2..).map(|n| format!("{stem} ({n})"));
        let mut names = std::iter::once(name.clone()).chain(more);
        let free = names.find(|name| self.place(name).is_none());
        free.unwrap_or(name)
    }
}

impl Model {
    /// What is wanted of presets.
    pub(super) fn preset(&mut self, msg: PresetMsg) -> Update {
        match msg {
            PresetMsg::Stored(all) => self.stored(all),
            PresetMsg::Refused { name, message } => self.not_kept(name, message),
            PresetMsg::Choose(at) => self.choose_preset(at),
            PresetMsg::PutBack => self.put_back(),
            PresetMsg::Save(name) => self.save_preset(&name),
            PresetMsg::Rename(name) => self.rename_preset(&name),
            PresetMsg::Delete => self.delete_preset(),
            PresetMsg::BringBack => self.bring_back(),
            PresetMsg::ToFile => self.preset_file(),
            PresetMsg::Opened { file, text } => self.opened_preset(file, text),
        }
    }

    fn stored(&mut self, mut all: Vec<(String, String)>) -> Update {
        let before = (std::mem::take(&mut self.presets.all), self.presets.unlisted);
        all.sort_unstable();
        self.presets.unlisted = all.len().saturating_sub(MOST_LISTED);
        all.truncate(MOST_LISTED);
        let mut all: Vec<Preset> = all
            .into_iter()
            .map(|(name, text)| Preset::new(name, text))
            .collect();
        let is_here_alone =
            |preset: &Preset| !preset.kept && all.iter().all(|it| it.name != preset.name);
        let here: Vec<Preset> = before
            .0
            .iter()
            .filter(|it| is_here_alone(it))
            .cloned()
            .collect();
        all.extend(here);
        all.sort_by(|one, other| one.name.cmp(&other.name));
        self.presets.all = all;
        if (&self.presets.all, self.presets.unlisted) == (&before.0, before.1) {
            return Update::STALE;
        }
        if self.presets.chosen().is_none() {
            self.presets.chosen = None;
        }
        Update::drawn()
    }

    fn not_kept(&mut self, name: Option<String>, message: String) -> Update {
        let at = name.and_then(|name| self.presets.place(&name));
        let Some(preset) = at.and_then(|at| self.presets.all.get_mut(at)) else {
            // Who keeps no preset is not told that none can be kept.
            return Update::STALE;
        };
        preset.kept = false;
        self.presets.news = None;
        self.presets.refused = Some(message);
        Update::drawn()
    }

    fn choose_preset(&mut self, at: Option<usize>) -> Update {
        let Some(at) = at else {
            let standard = (*self.presets.standard).clone();
            return self.hold(None, standard);
        };
        let Some(preset) = self.presets.all.get(at).cloned() else {
            return Update::STALE;
        };
        let Ok(held) = preset.read else {
            // Its faults are said, and what stands stays.
            self.presets.chosen = Some(preset.name);
            self.presets.news = None;
            return Update::drawn();
        };
        self.hold(Some(preset.name), *held)
    }

    /// What holds now.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            defaults: self.defaults.clone(),
            policy: self.policy.clone(),
        }
    }

    /// Has this hold, and says what that changes for a list that is at hand.
    fn hold(&mut self, name: Option<String>, held: Settings) -> Update {
        let chosen = std::mem::replace(&mut self.presets.chosen, name);
        let before = self.settings();
        let update = self.change_to(held);
        let has_rows = self.list().is_some_and(|list| list.counts.records > 0);
        if has_rows && before != self.settings() {
            let before = Box::new((before, chosen));
            self.presets.news = Some(PresetNews::Chosen { before });
        }
        update
    }

    /// Tells the worker only what differs: every row is checked again for each.
    fn change_to(&mut self, held: Settings) -> Update {
        self.presets.news = None;
        let mut ask = Vec::new();
        if self.defaults != held.defaults {
            ask.extend(self.defaults(held.defaults).ask);
        }
        if self.policy != held.policy {
            ask.extend(self.policy(held.policy).ask);
        }
        Update::asking(ask)
    }

    fn put_back(&mut self) -> Update {
        let Some(PresetNews::Chosen { before }) = &self.presets.news else {
            return Update::STALE;
        };
        let (held, chosen) = (**before).clone();
        self.presets.chosen = chosen;
        self.change_to(held)
    }

    fn save_preset(&mut self, name: &str) -> Update {
        let Some(name) = Presets::name(name) else {
            return Update::STALE;
        };
        match self.settings().text(&name) {
            Ok(text) => {
                let before = self.presets.place(&name);
                let before = before.map(|at| self.presets.all[at].clone());
                let other = before.filter(|before| before.text != text);
                let saved = || PresetNews::Saved(name.clone());
                self.presets.news = Some(other.map_or_else(saved, PresetNews::Replaced));
                self.keep(Preset::new(name, text))
            }
            Err(why) => self.not_saved(why),
        }
    }

    fn not_saved(&mut self, why: Wrong) -> Update {
        self.presets.news = Some(PresetNews::NotSaved(why));
        Update::drawn()
    }

    /// Chooses one, and has the browser keep it.
    fn keep(&mut self, preset: Preset) -> Update {
        let (name, text) = (preset.name.clone(), preset.text.clone());
        self.presets.refused = None;
        self.presets.chosen = Some(name.clone());
        self.presets.put(preset);
        Update::keeping(vec![Keeping::Keep { name, text }])
    }

    fn rename_preset(&mut self, name: &str) -> Update {
        let (Some(name), Some(old)) = (Presets::name(name), self.presets.chosen().cloned()) else {
            return Update::STALE;
        };
        let Some(Ok(text)) = old.read.as_ref().ok().map(|held| held.text(&name)) else {
            return Update::STALE;
        };
        if self.presets.place(&name).is_some() {
            return Update::STALE;
        }
        self.presets.all.retain(|preset| preset.name != old.name);
        self.presets.news = Some(PresetNews::Saved(name.clone()));
        let mut update = self.keep(Preset::new(name, text));
        update.keep.push(Keeping::Forget { name: old.name });
        update
    }

    fn delete_preset(&mut self) -> Update {
        let Some(preset) = self.presets.chosen().cloned() else {
            return Update::STALE;
        };
        let name = preset.name.clone();
        self.presets.all.retain(|preset| preset.name != name);
        self.presets.chosen = None;
        self.presets.news = Some(PresetNews::Deleted(preset));
        Update::keeping(vec![Keeping::Forget { name }])
    }

    fn bring_back(&mut self) -> Update {
        let (name, preset) = match self.presets.news.take() {
            // Another tab may have saved one of its name meanwhile.
            Some(PresetNews::Deleted(preset)) => (self.presets.free(preset.name.clone()), preset),
            Some(PresetNews::Replaced(preset)) => (preset.name.clone(), preset),
            news => {
                self.presets.news = news;
                return Update::STALE;
            }
        };
        self.keep(Preset {
            name,
            kept: true,
            ..preset
        })
    }

    /// What stands, as a file; one that is damaged as it is, since it says nothing else.
    fn preset_file(&mut self) -> Update {
        let chosen = self.presets.chosen().cloned();
        let name = chosen.as_ref().map_or(UNNAMED, |preset| &preset.name);
        let text = match &chosen {
            Some(preset) if preset.read.is_err() => Ok(preset.text.clone()),
            _ => self.settings().text(name),
        };
        let file = file_name(name);
        match text {
            Ok(text) => Update {
                redraw: false,
                ..Update::keeping(vec![Keeping::ToFile { file, text }])
            },
            Err(why) => self.not_saved(why),
        }
    }

    fn opened_preset(&mut self, file: String, text: Result<String, Wrong>) -> Update {
        if !matches!(self.screen, Screen::Choose(_) | Screen::Review(_)) {
            // It was read while the screen changed: what runs is not given other defaults.
            return self.notice(Some(Notice::TurnedAway));
        }
        let opened = match text.and_then(|text| read(&text)) {
            Ok(opened) => opened,
            Err(why) => return self.not_read(file, why),
        };
        let name = opened.name.clone();
        let held = Settings::from(opened);
        let known = self.presets.place(&name).map(|at| &self.presets.all[at]);
        if known.is_some_and(|known| known.read.as_deref() == Ok(&held)) {
            return self.hold(Some(name), held);
        }
        let name = self.presets.free(name);
        let text = match held.text(&name) {
            Ok(text) => text,
            Err(why) => return self.not_read(file, why),
        };
        let mut update = self.hold(Some(name.clone()), held);
        let news = self.presets.news.take();
        update.keep = self.keep(Preset::new(name.clone(), text)).keep;
        self.presets.news = Some(news.unwrap_or(PresetNews::Saved(name)));
        update
    }

    fn not_read(&mut self, file: String, why: Wrong) -> Update {
        self.presets.news = Some(PresetNews::NotRead { file, why });
        Update::drawn()
    }
}

/// A name that every system takes for a file.
fn file_name(name: &str) -> String {
    let safe = |c: char| {
        let is_safe = c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')');
        if is_safe { c } else { '_' }
    };
    let name: String = name.chars().map(safe).collect();
    format!("{}{PRESET_FILE}", name.trim())
}
