//! What others would take: packages of npm, as a page would use them. They are no part of the page.

use std::path::PathBuf;

use crate::{Outcome, npm::Whole};

const HERE: &str = "crates/xtask/src/bench/peers.rs";

const fn peer(name: &'static str, version: &'static str, sha512: &'static str) -> Whole {
    Whole {
        name,
        version,
        sha512,
        recorded_in: HERE,
    }
}

/// Each, and what it needs.
const PEERS: [Whole; 10] = [
    peer(
        "papaparse",
        "5.7.1",
        "qOR+UDWv6D3hMxnWWOk0ZpBdCkd+kw5Yh7aXOaNSQU8A+73EA2bhW7EiUix/hY0yulUi5FRvt7PpYSI2VDvY0g==",
    ),
    peer(
        "zod",
        "4.6.7",
        "g8W2D2kU6a8untc053fX1uVBKzM7yqAxW/3zwk83+6RyF2+SKOuV+c0wBDhUwzV1PaGapmZH+rmcUzPf+3CGwg==",
    ),
    peer(
        "ajv",
        "8.20.0",
        "Thbli+OlOj+iMPYFBVBfJ3OmCAnaSyNn4M1vz9T6Gka5Jt9ba/HIR56joy65tY6kx/FCF5VXNB819Y7/GUrBGA==",
    ),
    peer(
        "ajv-formats",
        "3.0.1",
        "8iUql50EUR+uUcdRQ3HDqa6EVyo3docL8g5WJ3FNcWmu62IbkGUue/pEyLBW8VGKKucTPgqeks4fIU1DA4yowQ==",
    ),
    peer(
        "fast-deep-equal",
        "3.1.3",
        "f3qQ9oQy9j2AhBe/H9VC91wLmKBCCU/gDOnKNAYG5hswO7BLKj09Hc5HYNz9cGI++xlpDCIgDaitVs03ATR84Q==",
    ),
    peer(
        "fast-uri",
        "3.1.9",
        "hS/0Wt3Ya043oKXs0sIxrMpKQITXhMLIrVAKKXi4gozGC9v7YRWVnXIZzjNPTO02M9BdxLCWqK1yRXgNziVyJQ==",
    ),
    peer(
        "json-schema-traverse",
        "1.0.0",
        "NM8/P9n3XjXhIZn1lLhkFaACTOURQXjWhV4BA/RnOv8xvgqtqpAX9IO4mRQxSx1Rlo4tqzeqb0sOlruaOy3dug==",
    ),
    peer(
        "require-from-string",
        "2.0.2",
        "Xf0nWe6RseziFMu+Ap9biiUbmplq6S9/p+7w7YXP/JBHhrUDDUhwa+vANyubuqfZWTveU//DYVGsDG7RKL/vEw==",
    ),
    peer(
        "ioc-extractor",
        "8.2.0",
        "ueEQGpKxJMY6jBj7duk0R8X3/r9+jU4aJ2uuIfiwmlbF2tS7RdRM+SAXEPwM2XiOvGBiGh+XnCTrWwIs5JyxtQ==",
    ),
    peer(
        "punycode.js",
        "2.3.1",
        "uxFIHU0YlHYhDQtV4R9J6a52SLx28BCjT+4ieh7IGbgwVJWO+km431c4yRlREUAsAmt/uMjQUyQHNEPf0M39CA==",
    ),
];

/// Those that somebody would choose; the others come with them.
const CHOSEN: [&str; 4] = ["papaparse", "zod", "ajv", "ioc-extractor"];

/// Where each lies in the cache; fetched if it is missing.
pub(super) fn kept() -> Outcome<Vec<(&'static str, PathBuf)>> {
    let kept = PEERS.iter().map(|peer| Ok((peer.name, peer.kept()?)));
    kept.collect()
}

/// The chosen ones with their versions, for a reader.
pub(super) fn named() -> String {
    let chosen = PEERS.iter().filter(|peer| CHOSEN.contains(&peer.name));
    let named = chosen.map(|peer| format!("{} {}", peer.name, peer.version));
    named.collect::<Vec<_>>().join(", ")
}
