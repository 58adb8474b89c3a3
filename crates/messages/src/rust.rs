//! The functions: one for each message, so that the compiler knows which there are and what each needs.

use std::fmt::Write as _;

use crate::{
    Chapter,
    read::{Argument, Entry, Kind, Part},
};

/// One module for each file.
pub(crate) fn modules(chapters: &[Chapter]) -> String {
    let mut out = String::new();
    let mut number = 0;
    for chapter in chapters {
        let name = word(&chapter.name);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "/// The messages of `{}.ftl`.", chapter.name);
        let _ = writeln!(out, "pub mod {name} {{\n    use super::say;\n");
        for entry in &chapter.entries {
            function(entry, number, &mut out);
            number += 1;
        }
        out.push_str("}\n");
    }
    let _ = writeln!(
        out,
        "\n/// How many messages there are.\npub const COUNT: usize = {number};"
    );
    out
}

fn function(entry: &Entry, number: usize, out: &mut String) {
    for line in doc(entry).lines() {
        let _ = writeln!(out, "    /// {line}");
    }
    let is_html = entry.arguments.iter().any(|it| it.kind == Kind::Html);
    // Html must be used by itself.
    let (does, returns, must_use) = match (entry.arguments.is_empty(), is_html) {
        (true, _) => ("text", "&'static str", "    #[must_use]\n"),
        (false, false) => ("filled", "String", "    #[must_use]\n"),
        (false, true) => ("html", "yew::Html", ""),
    };
    let takes: Vec<String> = entry.arguments.iter().map(taken).collect();
    let passed: Vec<String> = entry.arguments.iter().map(given).collect();
    let passed = match passed.as_slice() {
        [] => String::new(),
        passed => format!(", &[{}]", passed.join(", ")),
    };
    let name = word(&entry.name);
    let takes = takes.join(", ");
    let _ = writeln!(
        out,
        "{must_use}    pub fn {name}({takes}) -> {returns} {{\n        say::{does}({number}{passed})\n    }}\n"
    );
}

/// What is written above the message, and what it says in the first language.
pub(crate) fn doc(entry: &Entry) -> String {
    let comment = entry.comment.lines();
    let comment = comment.filter(|line| !line.trim_start().starts_with('$'));
    let said = format!("\"{}\"", said(&entry.patterns[0]));
    comment
        .chain([said.as_str()])
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn said(parts: &[Part]) -> String {
    let said = parts.iter().map(|part| match part {
        Part::Text(text) => text.clone(),
        Part::Argument(name) => format!("`{name}`"),
        Part::Choice(_, ways) => {
            let ways: Vec<String> = ways.iter().map(|(_, way)| said(way)).collect();
            format!("({})", ways.join(" / "))
        }
    });
    said.collect()
}

fn taken(argument: &Argument) -> String {
    let kind = match argument.kind {
        Kind::Number => "u32",
        Kind::Text => "&str",
        Kind::Html => "yew::Html",
    };
    format!("{}: {kind}", word(&argument.name))
}

fn given(argument: &Argument) -> String {
    let name = word(&argument.name);
    match argument.kind {
        Kind::Number => format!("say::Arg::Number({name}.into())"),
        Kind::Text => format!("say::Arg::Text({name})"),
        Kind::Html => format!("say::Arg::Html({name})"),
    }
}

/// A name of Fluent's as one of Rust's.
pub(crate) fn word(name: &str) -> String {
    let name = name.replace('-', "_");
    match name.as_str() {
        "continue" | "in" | "match" | "move" | "type" | "where" | "as" | "for" | "if" | "use" => {
            format!("r#{name}")
        }
        _ => name,
    }
}
