//! What the guard says.

use ioculate_core::session::Guarded;

use crate::{
    figures::number,
    words::{counted, runs},
};

/// What a list holds, and what a block would hit.
#[must_use]
pub fn list(code: &str) -> (&'static str, &'static str) {
    match code {
        "guard-own" => (
            "Your own domain or address",
            "Devices would be cut off from what this organisation runs.",
        ),
        "guard-sign-in" => (
            "Where you sign in",
            "Nobody could sign in any more, or use Defender to take it back.",
        ),
        "guard-private" => (
            "Inside the network",
            "Many devices have such an address or name, none of them the attacker's.",
        ),
        "guard-public-suffix" => (
            "A public suffix",
            "Every name registered under it would be hit.",
        ),
        "guard-empty-hash" => (
            "The hash of the empty file",
            "Every empty file on every device would be hit.",
        ),
        "guard-resolver" => (
            "A public DNS resolver",
            "Devices that ask it could resolve no name any more.",
        ),
        "guard-shared-hosting" => (
            "Shared hosting",
            "Whatever else is hosted there would be hit too.",
        ),
        "guard-microsoft" => (
            "Microsoft's own",
            "Windows and Microsoft 365 need it to work.",
        ),
        "guard-shortener" => (
            "A link shortener",
            "Every link shortened there would be hit, not one.",
        ),
        "guard-google" => ("Google's own", "Google's services would be hit too."),
        "guard-connectivity-check" => (
            "A connectivity check",
            "Devices would believe that they are offline.",
        ),
        "guard-security-site" => (
            "A security site",
            "Reports name it as their source; its readers would be hit.",
        ),
        "guard-top-site" => (
            "One of the most used sites",
            "Everyday work that has nothing to do with the attack would be hit.",
        ),
        "guard-cdn" => (
            "A content delivery network",
            "Many unrelated sites answer at such an address.",
        ),
        "guard-cloud" => (
            "A cloud provider's range",
            "Others may share such an address, and addresses there change hands.",
        ),
        "guard-false-positive" => (
            "Often named in error",
            "Lists of threats often name this hash though the file is harmless.",
        ),
        _ => ("Caught by the guard", "It may hit more than the attacker."),
    }
}

/// Label of why a list's rows are held back, and of what can be done.
pub const HELD_BACK: &str = "Held back";
/// Label of the same once they are not.
pub const OVERRIDDEN: &str = "Sent all the same";
/// Of a row that a list only warns of.
pub const CAUTIONED: &str = "It is sent unless you leave it out";
/// Before a list's name, in the dialog.
pub const STOP: &str = "Stop:";
/// Before a list's name, in the dialog.
pub const CAUTION: &str = "Caution:";

/// What is done about rows that a list stops: some are sent all the same, the others stay behind.
#[must_use]
pub fn decided(rows: u32, overridden: u32) -> String {
    let held = rows.saturating_sub(overridden);
    let stopped = (held > 0).then(|| stopped(held));
    let sent = (overridden > 0).then(|| sent(overridden));
    let told: Vec<String> = [stopped, sent].into_iter().flatten().collect();
    told.join(" ")
}

fn stopped(rows: u32) -> String {
    format!(
        "{} held back and not sent.",
        counted(rows, "row is", "rows are")
    )
}

fn sent(rows: u32) -> String {
    format!(
        "{} sent all the same, as you confirmed.",
        counted(rows, "row is", "rows are")
    )
}

/// What is done about rows of caution.
#[must_use]
pub fn cautioned(rows: u32) -> String {
    format!(
        "{} sent unless you leave them out.",
        counted(rows, "row is", "rows are")
    )
}

/// Before the tenant's name, which is to be typed.
#[must_use]
pub fn type_name(rows: u32) -> &'static str {
    match rows {
        1 => "To send it all the same, type",
        _ => "To send them all the same, type",
    }
}
/// Label of taking it back.
pub const HOLD: &str = "Hold back";

/// Label of looking at them.
#[must_use]
pub fn show(rows: u32) -> String {
    match rows {
        1 => "Show the row".to_owned(),
        n => format!("Show the {} rows", number(n)),
    }
}

/// Label of not sending them.
#[must_use]
pub fn leave_out(rows: u32) -> String {
    match rows {
        1 => "Leave it out".to_owned(),
        n => format!("Leave these {} out", number(n)),
    }
}

/// Before the lists' source.
pub const LISTS: &str = "The guard's public lists:";
/// They are being loaded.
pub const LOADING: &str = "The guard's public lists are being loaded.";
/// They are not there.
pub const MISSING: &str = "The guard's public lists are missing: large sites, clouds, resolvers and Microsoft's endpoints are not \
                           looked up. Your own domains, sign-in hosts, private ranges and public suffixes are.";

/// Where the lists are from.
#[must_use]
pub fn source(source: &str, date: &str, licence: &str) -> String {
    format!("{source}, of {date}, {licence}.")
}

/// A run file holds what the guard stops: what is so, and what to do.
#[must_use]
pub fn refused(stopped: &[Guarded]) -> (String, String) {
    let rows = stopped.iter().map(|sum| sum.rows).sum();
    let what = format!(
        "The guard stops {} that this run file would send.",
        counted(rows, "indicator", "indicators")
    );
    let lists = stopped.iter().map(|sum| {
        let (name, hit) = list(&sum.list);
        format!(" {name} ({}): {hit}", number(sum.rows))
    });
    let lists: String = lists.collect();
    let todo = format!(
        "Nothing was sent.{lists} Who made the file may have overridden the guard; you have not. Choose \"{}\", download the \
         rows that were not sent, and give them as a list: the review holds back what the guard stops, and asks you \
         before it sends any of it. The first one is:",
        runs::SHOW_ROWS
    );
    (what, todo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stopped_of_a_run_file_is_said_with_the_reason_and_the_way_on() {
        let stopped = |list: &str, rows| Guarded {
            list: list.to_owned(),
            stops: true,
            rows,
            overridden: 0,
            set: 0,
            example: "a.example".to_owned(),
        };
        let (what, todo) = refused(&[stopped("guard-own", 2), stopped("guard-cdn", 1)]);
        assert_eq!(
            what,
            "The guard stops 3 indicators that this run file would send."
        );
        for said in [
            "Nothing was sent. Your own domain or address (2): Devices would be cut off",
            "runs. A content delivery network (1): Many",
            "Choose \"Show its rows\", download",
        ] {
            assert!(todo.contains(said), "{todo}");
        }
    }
}
