//! A fingerprint that is the same on every machine and in every version: 64-bit FNV-1a.
//!
//! Bytes go in, 64 bits come out (the hash of Fowler, Noll and Vo). It tells what was changed by
//! accident: of two texts that differ in one byte no two have the same. Against somebody who means to
//! deceive it does nothing. The standard library's hashers promise no result from one version to the
//! next, and what they make of a length depends on the width of the machine.

/// The hash of no bytes.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// What each step multiplies by.
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// A hash that is being made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fnv(u64);

impl Fnv {
    pub(crate) const fn new() -> Self {
        Self(BASIS)
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    pub(crate) const fn finish(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn it_is_the_published_hash() {
        // Values that its authors publish.
        let table: &[(&str, u64)] = &[
            ("", 0xcbf2_9ce4_8422_2325),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ];
        for (text, expected) in table {
            let mut hash = Fnv::new();
            hash.write(text.as_bytes());
            assert_eq!(hash.finish(), *expected, "{text:?}");
        }
    }
}
