//! Laws of everything that takes hostile input.
//!
//! A [`Target`] takes any bytes and panics where a law is broken: nothing panics, records add up,
//! spans lie inside the text, the same bytes read the same twice, and what is long takes no longer
//! than its length. `cargo xtask fuzz` hands the targets to libFuzzer; the tests of this package run
//! them over the seeds, so that a target that no longer holds is seen at once.

mod bytes;
mod kept;
mod ledger;
mod seeds;
mod source;
mod value;

pub use seeds::seeds;

/// Something that takes hostile input.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, as `cargo xtask fuzz` takes it.
    pub name: &'static str,
    /// Panics where a law is broken.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: &[Target] = &[
    target("decode", bytes::decode),
    target("unpack", bytes::unpack),
    target("wire", bytes::wire),
    target("source", source::read),
    target("pattern", source::pattern),
    target("prose", source::prose),
    target("file", ledger::file),
    target("long", ledger::long),
    target("refang", value::refang),
    target("row", value::row),
    target("list", value::list),
    target("kept", kept::kept),
    target("keep", kept::keep),
    target("run-file", kept::run_file),
];

const fn target(name: &'static str, run: fn(&[u8])) -> Target {
    Target { name, run }
}

/// The target of a name.
#[must_use]
pub fn named(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_laws_hold_for_the_seeds_and_their_beginnings() {
        for seed in seeds() {
            for target in TARGETS {
                (target.run)(&seed);
                for tenth in 1..10 {
                    (target.run)(&seed[..seed.len() * tenth / 10]);
                }
            }
        }
    }

    /// What a fuzzer does first, without one: bytes that are changed, in a fixed order.
    #[test]
    fn the_laws_hold_for_changed_seeds() {
        let mut state = 0x2026_1121_u32;
        let mut chance = |below: usize| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as usize % below
        };
        let seeds: Vec<Vec<u8>> = seeds()
            .into_iter()
            .filter(|seed| !seed.is_empty())
            .collect();
        for _ in 0..400 {
            let mut bytes = seeds[chance(seeds.len())].clone();
            for _ in 0..=chance(4) {
                let at = chance(bytes.len());
                bytes[at] = u8::try_from(chance(256)).unwrap_or_default();
            }
            let other = &seeds[chance(seeds.len())];
            let at = chance(bytes.len());
            bytes.splice(at..at, other[..chance(other.len().min(80))].iter().copied());
            for target in TARGETS {
                (target.run)(&bytes);
            }
        }
    }

    #[test]
    fn a_target_has_a_name_of_its_own() {
        for target in TARGETS {
            let same = TARGETS.iter().filter(|other| other.name == target.name);
            assert_eq!(same.count(), 1, "{}", target.name);
        }
        assert!(named("no such target").is_none());
    }
}
