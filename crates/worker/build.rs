//! Has the worker cut in parts where it is built for the page.

/// Set where it is.
const SPLIT: &str = "IOCULATE_SPLIT";

fn main() {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    if std::env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
