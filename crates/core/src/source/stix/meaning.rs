//! What a test of a pattern speaks of, and whether its value means harm by itself.
//!
//! A value that must equal something is a candidate. One that is asked for together with others is
//! one only in part: hashes and the name of one file are one file, an address and a port are an
//! address, but two hosts of one pattern may each be harmless alone. Every step is linear in the
//! pattern.

use crate::{
    diagnostic::Looks,
    source::{Span, small},
};

use super::pattern::{Joint, Operator, Pattern, Run, Step, Test};

/// What a test speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An address, domain or URL; the word that says which, if one does.
    Network(Option<Span>),
    /// A hash of a file, or of a certificate where that can be imported; the word that says which.
    Hash(Span),
    /// A hash that cannot be imported; its name.
    OtherHash(Span),
    /// Something else with a name.
    Other(Looks),
    /// A port.
    Port,
    /// What an address or a connection has anyway: its protocol, its kind.
    Plain,
}

/// What a test of `pattern`, written in `source`, speaks of.
pub(super) fn subject(source: &str, pattern: &Pattern, test: &Test) -> Subject {
    let keys = Keys::of(source, pattern.steps_of(test));
    let object = test.object.in_text(source);
    if let Some(found) = hash(object, &keys, test.object) {
        return found;
    }
    match (object, keys.first, keys.last) {
        ("ipv4-addr" | "ipv6-addr" | "domain-name" | "url", "value", "value") => {
            Subject::Network(Some(test.object))
        }
        ("domain-name", "resolves_to_refs", "value")
        | ("network-traffic", "dst_ref" | "src_ref", "value") => Subject::Network(None),
        ("network-traffic", "dst_port" | "src_port", _) => Subject::Port,
        ("network-traffic", "protocols" | "is_active", _)
        | ("network-traffic", "dst_ref" | "src_ref", "type") => Subject::Plain,
        ("email-addr" | "email-message", _, "value") => Subject::Other(Looks::Email),
        ("file" | "artifact", "name", _) => Subject::Other(Looks::FileName),
        ("directory", "path", _) | ("file", "parent_directory_ref", "path") => {
            Subject::Other(Looks::FilePath)
        }
        ("mutex", "name", _) => Subject::Other(Looks::Mutex),
        ("windows-registry-key", _, _) => Subject::Other(Looks::RegistryKey),
        _ => Subject::Other(Looks::Unknown),
    }
}

/// The keys of a path that decide.
struct Keys<'p> {
    first: &'p str,
    last: &'p str,
    /// The one before the last.
    parent: &'p str,
    /// The one before that.
    owner: &'p str,
    last_span: Span,
}

impl<'p> Keys<'p> {
    fn of(text: &'p str, steps: &[Step]) -> Self {
        let keys = steps.iter().filter_map(|step| match step {
            Step::Key(span) => Some(*span),
            Step::Index => None,
        });
        let name = |span: Option<Span>| span.map_or("", |span| span.in_text(text));
        let mut backward = keys.clone().rev();
        let last = backward.next();
        Self {
            first: name(keys.clone().next()),
            last: name(last),
            parent: name(backward.next()),
            owner: name(backward.next()),
            last_span: last.unwrap_or_default(),
        }
    }
}

/// The hash that a path names. A section of a program has hashes too, which are not the file's.
fn hash(object: &str, keys: &Keys<'_>, object_span: Span) -> Option<Subject> {
    if keys.parent != "hashes" {
        return None;
    }
    let is_whole =
        keys.owner.is_empty() || keys.owner.ends_with("_ref") || keys.owner.ends_with("_refs");
    let folded: String = keys
        .last
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let known = ["MD5", "SHA1", "SHA256"];
    let known = known.iter().any(|name| folded.eq_ignore_ascii_case(name));
    let is_certificate = object == "x509-certificate";
    Some(if !is_whole || !known {
        Subject::OtherHash(keys.last_span)
    } else if !is_certificate {
        Subject::Hash(keys.last_span)
    } else if folded.eq_ignore_ascii_case("SHA1") {
        // Defender's thumbprint is the SHA-1 of a certificate.
        Subject::Hash(object_span)
    } else {
        Subject::OtherHash(keys.last_span)
    })
}

/// Why the value of a test is not imported, or what else it is asked for with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// By itself it means harm.
    Alone,
    /// With a port, which is left out; all of that test.
    WithPort(Span),
    /// Only together with this.
    Together(Span),
    /// It is what must not be there.
    Negated,
    /// It is compared in a way that fits other values too.
    Compared(Operator),
}

/// How the values of each test stand.
pub(super) fn standings(text: &str, pattern: &Pattern, subjects: &[Subject]) -> Vec<Standing> {
    let mut standings: Vec<Standing> = pattern.tests.iter().map(by_itself).collect();
    let runs = Runs::of(text, pattern, subjects);
    for joint in &pattern.joints {
        for at in joint.part.start..joint.part.end {
            let standing = &mut standings[at as usize];
            if !matches!(standing, Standing::Alone | Standing::WithPort(_)) {
                continue;
            }
            if let Some(with) = runs.partner(joint, at, subjects) {
                *standing = Standing::Together(pattern.tests[with as usize].span);
            } else if let Some(port) = runs.port(joint, at, subjects) {
                *standing = Standing::WithPort(pattern.tests[port as usize].span);
            }
        }
    }
    for qualifier in &pattern.qualifiers {
        for at in qualifier.tests.start..qualifier.tests.end {
            let standing = &mut standings[at as usize];
            if matches!(standing, Standing::Alone | Standing::WithPort(_)) {
                *standing = Standing::Together(qualifier.span);
            }
        }
    }
    standings
}

fn by_itself(test: &Test) -> Standing {
    match test.operator {
        _ if test.negated => Standing::Negated,
        // That an address lies in a range says that the range is meant.
        Operator::Equal | Operator::In | Operator::IsSubset => Standing::Alone,
        other => Standing::Compared(other),
    }
}

/// For each test, where the next one of another kind begins, so that a wide AND takes linear time.
struct Runs<'p> {
    /// The next that is no port and nothing plain.
    solid: Vec<u32>,
    /// The next port.
    port: Vec<u32>,
    /// The next of another type of object.
    other: Vec<u32>,
    /// The types of objects.
    objects: Vec<&'p str>,
}

impl<'p> Runs<'p> {
    fn of(text: &'p str, pattern: &Pattern, subjects: &[Subject]) -> Self {
        let count = pattern.tests.len();
        let none = small(count);
        let tests = pattern.tests.iter();
        let objects: Vec<&str> = tests.map(|test| test.object.in_text(text)).collect();
        let mut runs = Self {
            solid: vec![none; count + 1],
            port: vec![none; count + 1],
            other: vec![none; count + 1],
            objects: Vec::new(),
        };
        for (at, here) in (0..count).zip(0..none).rev() {
            let is = |is: bool, next: u32| if is { here } else { next };
            let subject = subjects[at];
            let is_light = matches!(subject, Subject::Port | Subject::Plain);
            runs.solid[at] = is(!is_light, runs.solid[at + 1]);
            runs.port[at] = is(subject == Subject::Port, runs.port[at + 1]);
            runs.other[at] = if objects.get(at + 1) == Some(&objects[at]) {
                runs.other[at + 1]
            } else {
                here + 1
            };
        }
        Self { objects, ..runs }
    }

    /// The first test of a joint, outside the part that holds `at`, that the value at `at` is asked
    /// for with and that is more than another property of the same thing.
    fn partner(&self, joint: &Joint, at: u32, subjects: &[Subject]) -> Option<u32> {
        let next = |from: u32, to: u32| -> Option<u32> {
            let found = if from >= to || !joint.within {
                from
            } else {
                match subjects[at as usize] {
                    Subject::Hash(_) | Subject::OtherHash(_) => self.of_another(from, at),
                    _ => self.solid[from as usize],
                }
            };
            (found < to).then_some(found)
        };
        outside(joint, next)
    }

    /// The first port of a joint.
    fn port(&self, joint: &Joint, at: u32, subjects: &[Subject]) -> Option<u32> {
        if !matches!(subjects[at as usize], Subject::Network(_)) {
            return None;
        }
        let next = |from: u32, to: u32| Some(self.port[from as usize]).filter(|&port| port < to);
        outside(joint, next)
    }

    /// The first test from `from` on whose object is of another type than that of `at`.
    fn of_another(&self, from: u32, at: u32) -> u32 {
        if self.objects[from as usize] == self.objects[at as usize] {
            self.other[from as usize]
        } else {
            from
        }
    }
}

/// Looks before and behind the part of a joint.
fn outside(joint: &Joint, next: impl Fn(u32, u32) -> Option<u32>) -> Option<u32> {
    let Joint { all, part, .. } = *joint;
    next(all.start, part.start).or_else(|| next(part.end, all.end))
}

/// Whether the hashes of an observation are those of one file: each algorithm at most once, as where
/// a producer lists all it knows of one.
pub(super) fn is_one_file(text: &str, pattern: &Pattern, subjects: &[Subject], run: Run) -> bool {
    let mut seen = [0_u32; 3];
    let range = run.start as usize..run.end as usize;
    for (test, subject) in pattern.tests[range.clone()].iter().zip(&subjects[range]) {
        let Subject::Hash(word) = subject else {
            continue;
        };
        let slot = match word.in_text(text).as_bytes().last() {
            Some(b'5') => 0,
            Some(b'1') => 1,
            _ => 2,
        };
        seen[slot] += test.literals.end - test.literals.start;
    }
    seen.iter().all(|&count| count <= 1) && seen.iter().sum::<u32>() > 1
}
