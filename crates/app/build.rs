//! Makes the functions and the texts of the page's messages.
//!
//! The first language is compiled in, in two parts: what the first screen says, and the rest. The others are files beside the page, which `cargo xtask build`
//! writes; what is compiled in is how they are named and known. Their texts are made here too, for tests.
//! In each of them are the page's messages and then the core's, which has the first language itself.

use std::process::ExitCode;

use ioculate_messages::{FIRST, LANGUAGES, Late, Messages, write_for_build};

/// Where the page's messages are, and the core's.
const FOLDERS: [&str; 2] = ["messages", "../core/messages"];

/// Set where the page is built in two parts.
const SPLIT: &str = "IOCULATE_SPLIT";

fn main() -> ExitCode {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    if std::env::var_os(SPLIT).is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let read = |folder| Messages::for_build(folder, &LANGUAGES);
    let [Some(page), Some(core)] = FOLDERS.map(read) else {
        return ExitCode::FAILURE;
    };
    let page = page.with_first(&FIRST);
    let functions = page.rust();
    let [first, rest] = page.packed_in_two(LANGUAGES[0], &FIRST).unwrap_or_default();
    let late = page.and(core).late();
    let texts = late
        .iter()
        .map(|file| (format!("{}.txt", file.language), file.text.clone()));
    let made = [
        ("first.txt".to_owned(), first),
        ("rest.txt".to_owned(), rest),
        ("messages.rs".to_owned(), functions),
        ("late.rs".to_owned(), named(&late)),
    ];
    write_for_build(texts.chain(made))
}

/// Tag, name and integrity of each file, as an array of Rust's.
fn named(late: &[Late]) -> String {
    let files = late.iter();
    let files = files.map(|file| (&file.language, &file.name, &file.integrity));
    format!("{:?}\n", files.collect::<Vec<_>>())
}
