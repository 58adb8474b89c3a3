//! Which file of public lists this build is made with. Made by `cargo xtask guard`.

/// The file's SHA-256, in hex.
pub const SHA256: &str = "0b042da06f1aeb13816a4fd16f108f8daf3e5d55d0703ee03372eb793f37dc2e";

/// Its bytes.
pub const BYTES: usize = 402_619;

/// The day of the newest list.
pub const DATE: &str = "2025-12-23";

/// The licence of the lists.
pub const LICENCE: &str = "CC0-1.0";

/// The package that they were taken from.
pub const PACKAGE: &str = "pymispwarninglists 1.7.0";
