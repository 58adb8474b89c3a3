//! What a crate without a language of its own says: for each message which one it is, and what it is given.
//!
//! A message that takes nothing is a constant, any other a function; each has its number. Who reads them
//! has a text of the language with the same numbers.

use std::fmt::Write as _;

use crate::{
    Chapter,
    pack::MARKS,
    read::{Argument, Entry, Kind},
    rust::{doc, word},
};

/// One module for each file, then the lines of the first language, and what marks their parts.
pub(crate) fn modules(chapters: &[Chapter], packed: &str) -> String {
    let mut out = String::new();
    let mut number = 0;
    for chapter in chapters {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "/// The messages of `{}.ftl`.", chapter.name);
        let _ = writeln!(out, "pub(crate) mod {} {{", word(&chapter.name));
        let last = number + chapter.entries.len();
        let _ = writeln!(
            out,
            "    /// The numbers of them all.\n    #[allow(dead_code, reason = \"of most files nobody asks\")]\n    pub(crate) const ALL: std::ops::Range<u16> = {number}..{last};\n"
        );
        for entry in &chapter.entries {
            one(entry, number, &mut out);
            number += 1;
        }
        out.push_str("}\n\n");
    }
    let _ = writeln!(
        out,
        "/// The messages in the first language, in the order of their numbers.\npub(crate) static LINES: [&str; {number}] = ["
    );
    for line in packed.lines() {
        let _ = writeln!(out, "    {line:?},");
    }
    out.push_str("];\n\n/// What marks the parts of a line.\npub(crate) mod marks {\n");
    for (name, mark) in MARKS {
        let _ = writeln!(out, "    pub(crate) const {name}: char = {mark:?};");
    }
    out.push_str("}\n");
    out
}

fn one(entry: &Entry, number: usize, out: &mut String) {
    for line in doc(entry).lines() {
        let _ = writeln!(out, "    /// {line}");
    }
    let name = word(&entry.name);
    if entry.arguments.is_empty() {
        let name = entry.name.replace('-', "_").to_ascii_uppercase();
        let _ = writeln!(
            out,
            "    pub(crate) const {name}: crate::message::Phrase = crate::message::Phrase::new({number});\n"
        );
        return;
    }
    let is_owned = entry.arguments.iter().all(|it| it.kind == Kind::Number);
    let (generic, lives) = if is_owned {
        ("", "'static")
    } else {
        ("<'a>", "'a")
    };
    let takes: Vec<String> = entry.arguments.iter().map(taken).collect();
    let given: Vec<String> = entry.arguments.iter().map(given).collect();
    let (takes, given) = (takes.join(", "), given.join(", "));
    let _ = writeln!(
        out,
        "    pub(crate) fn {name}{generic}({takes}) -> crate::message::Said<{lives}> {{\n        crate::message::Said::new({number}, [{given}])\n    }}\n"
    );
}

fn taken(argument: &Argument) -> String {
    let kind = match argument.kind {
        Kind::Number => "impl Into<u64>",
        Kind::Text | Kind::Html => "impl Into<crate::message::Arg<'a>>",
    };
    format!("{}: {kind}", word(&argument.name))
}

fn given(argument: &Argument) -> String {
    let name = word(&argument.name);
    match argument.kind {
        Kind::Number => format!("crate::message::Arg::Number({name}.into())"),
        Kind::Text | Kind::Html => format!("{name}.into()"),
    }
}
