//! How long the guard takes to read its lists and to look up a tenant's worth of rows.
//!
//! `cargo run --release -p ioculate-core --example guard_speed`

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a program that measures"
)]

use std::{hint::black_box, time::Instant};

use ioculate_core::{
    guard::{Guard, Own},
    indicator::{Action, IndicatorType},
};

const FILE: &[u8] = include_bytes!("../src/guard/guard-lists.bin");
const ROWS: u32 = 15_000;
const ROUNDS: usize = 9;

fn main() {
    let rows: Vec<(IndicatorType, String)> = (0..ROWS).map(row).collect();
    let mut loading = Vec::new();
    let mut looking = Vec::new();
    let mut caught = 0;
    for _ in 0..ROUNDS {
        let mut guard = Guard::new(&Own::default());
        let start = Instant::now();
        if let Err(why) = guard.load(black_box(FILE)) {
            println!("{why}");
            return;
        }
        loading.push(start.elapsed());
        let start = Instant::now();
        let found = rows
            .iter()
            .filter_map(|(kind, value)| guard.check(*kind, value, Action::Block));
        caught = found.count();
        looking.push(start.elapsed());
    }
    loading.sort();
    looking.sort();
    println!(
        "loading {:?}, {ROWS} rows {:?} (medians of {ROUNDS}), {caught} caught",
        loading[ROUNDS / 2],
        looking[ROUNDS / 2]
    );
}

/// A third each of names, addresses and URLs, spread over what there is.
fn row(number: u32) -> (IndicatorType, String) {
    let spread = number.wrapping_mul(2_654_435_761);
    match number % 3 {
        0 => {
            let tld = ["com", "net", "org", "co.uk", "github.io"][spread as usize % 5];
            let name = format!("a{number}.host-{spread:x}.{tld}");
            (IndicatorType::DomainName, name)
        }
        1 => {
            let address = std::net::Ipv4Addr::from(spread);
            (IndicatorType::IpAddress, address.to_string())
        }
        _ => {
            let url = format!("https://host-{spread:x}.com/");
            (IndicatorType::Url, url)
        }
    }
}
