//! Where `list.txt` comes from. Made by `cargo xtask suffixes`.

/// The day of the list.
pub const DATE: &str = "2026-10-22";

/// The list's own commit.
pub const COMMIT: &str = "8437e5262f13305f94087abe699b4fe2be1d1de8";

/// The package that it was taken from.
pub const PACKAGE: &str = "publicsuffixlist 1.1.2.20261023";
