//! Observed objects: what was seen, not what is bad.

use crate::{
    change::{Field, Fields},
    diagnostic::{Finding, Looks, excerpt},
    source::{
        json::{Kind, Said, Scanner},
        small,
        walk::{Walk, text_as},
    },
};

use super::object::{Object, is_text};

/// The types of observed objects that have a value of their own (STIX 2.1, section 6).
const OBSERVABLE: [&str; 10] = [
    "ipv4-addr",
    "ipv6-addr",
    "domain-name",
    "url",
    "file",
    "artifact",
    "x509-certificate",
    "email-addr",
    "mutex",
    "windows-registry-key",
];

impl Object<'_> {
    /// Whether it is an observed object with a value of its own.
    pub(super) fn is_observable(&self) -> bool {
        OBSERVABLE.contains(&&*self.kind())
    }

    /// An observed object beside indicators: no record to be sent.
    pub(super) fn only_observed(&self, walk: &mut Walk<'_, '_, '_>) {
        let value = self.value.or(self.name).or(self.key).filter(is_text);
        if let Some(value) = value {
            text_as(walk, value, Field::IndicatorValue);
        }
        self.pass_over(walk, Finding::OnlyObserved);
    }

    /// Reads an observed object as if it were an indicator. Says how many records came of it.
    pub(super) fn observable(&self, walk: &mut Walk<'_, '_, '_>) -> u32 {
        let before = walk.intake.count();
        let looks = match &*self.kind() {
            "file" | "artifact" | "x509-certificate" if self.hashes.is_some() => {
                self.observed_hashes(walk);
                None
            }
            "ipv4-addr" | "ipv6-addr" | "domain-name" | "url" => {
                self.observed_value(walk);
                None
            }
            "file" => Some((Looks::FileName, self.name)),
            "email-addr" => Some((Looks::Email, self.value)),
            "mutex" => Some((Looks::Mutex, self.name)),
            "windows-registry-key" => Some((Looks::RegistryKey, self.key)),
            _ => Some((Looks::Unknown, None)),
        };
        if let Some((looks, value)) = looks {
            if let Some(value) = value {
                text_as(walk, value, Field::IndicatorValue);
            }
            walk.intake.ignored(self.whole, self.line, looks);
        }
        small(walk.intake.count() - before)
    }

    fn observed_value(&self, walk: &mut Walk<'_, '_, '_>) {
        let Some(value) = self.value.filter(is_text) else {
            return self.refuse(walk, Finding::MissingValue);
        };
        if let Some(kind) = self.kind {
            text_as(walk, kind, Field::IndicatorType);
        }
        text_as(walk, value, Field::IndicatorValue);
        let fields = Fields::NONE.with(Field::IndicatorValue);
        walk.intake.record(self.whole, self.line, fields);
    }

    /// The hashes of one file or certificate.
    fn observed_hashes(&self, walk: &mut Walk<'_, '_, '_>) {
        let Some(hashes) = self.hashes.filter(|hashes| hashes.kind == Kind::Object) else {
            return self.refuse(walk, Finding::MissingValue);
        };
        let is_certificate = self.kind() == "x509-certificate";
        walk.intake.begin_group();
        let mut scanner = Scanner::new(self.text, hashes.start);
        // What is walked here was seen to be sound.
        let _ = scanner.members(1, |scanner, key| {
            let value = scanner.value(2)?;
            let name = Said::of(self.text, key).text;
            let folded: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let is_taken = |known: &&str| folded.eq_ignore_ascii_case(known);
            let word = match self.kind {
                kind if is_certificate && is_taken(&"SHA1") => kind,
                _ if !is_certificate && ["MD5", "SHA1", "SHA256"].iter().any(is_taken) => Some(key),
                _ => None,
            };
            text_as(walk, value, Field::IndicatorValue);
            let Some(word) = word else {
                let name = excerpt(&name);
                self.pass_over(walk, Finding::OtherHash { name });
                return Ok(());
            };
            text_as(walk, word, Field::IndicatorType);
            let fields = Fields::NONE.with(Field::IndicatorValue);
            walk.intake.record(self.whole, self.line, fields);
            Ok(())
        });
        walk.intake.end_group();
    }

    /// The objects inside observed data, as STIX 2.0 has them.
    pub(super) fn observed_data(&self, walk: &mut Walk<'_, '_, '_>) -> u32 {
        let Some(objects) = self.objects.filter(|objects| objects.kind == Kind::Object) else {
            return 0;
        };
        let mut count = 0;
        let mut scanner = Scanner::new(self.text, objects.start);
        let _ = scanner.members(1, |scanner, _| {
            if scanner.peek() != Some(b'{') {
                return scanner.value(2).map(drop);
            }
            let start = scanner.at;
            let mut object = Object::new(self.text, walk.lines.line(start));
            scanner.members(2, |scanner, key| {
                let value = scanner.value(3)?;
                object.add(key, value);
                Ok(())
            })?;
            object.end(start, scanner.at);
            if object.is_observable() {
                count += object.observable(walk);
            }
            Ok(())
        });
        count
    }
}
