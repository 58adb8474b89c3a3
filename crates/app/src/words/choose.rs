//! The first screen, signed in or not.

use crate::{figures::number, words::counted};

/// Heading.
pub const HEADING: &str = "Choose what to import";
/// Heading while nobody is signed in.
pub const HEADING_SIGNED_OUT: &str = "Import threat indicators into Microsoft Defender for Endpoint, and see what will happen before it does.";
/// Above what needs no sign-in.
pub const WITHOUT_SIGN_IN: &str = "Or check a list first, without signing in";
/// Below it.
pub const WITHOUT_SIGN_IN_BODY: &str =
    "It is read and checked in the same way, and nothing leaves this browser.";
/// Label of the connection check.
pub const CHECK: &str = "Check the connection";

/// Heading of the drop zone.
pub const DROP: &str = "Drop files here";
/// Under it.
pub const DROP_BODY: &str = "A table, a feed or a report; several at once. They are read in this browser and go nowhere until you send.";
/// Label of the file button.
pub const FILES: &str = "Choose files";
/// Label of the sample.
pub const SAMPLE: &str = "sample CSV";
/// Before the sample.
pub const TRY: &str = "Try a";
/// Label of the paste box.
pub const PASTE: &str = "Or paste a list or a report";
/// Label of the way to the paste box from a later screen.
pub const PASTE_MORE: &str = "Paste more";
/// What the paste box shows while it is empty.
pub const PASTE_EXAMPLE: &str =
    "hxxp://evil[.]example/gate\n203.0.113[.]77\n9f86d081884c7d659a2feaa0c55ad015...";
/// Label of its button.
pub const READ: &str = "Read the text";
/// Beside it.
pub const DEFANGED: &str = "Defanged forms are understood.";

/// What was pasted holds links to addresses that its text does not show.
#[must_use]
pub fn hidden_links(links: usize) -> String {
    let links = u32::try_from(links).unwrap_or(u32::MAX);
    format!(
        "{} to addresses that the text does not show.",
        counted(links, "link leads", "links lead")
    )
}

/// Label of adding them.
pub const ADD_LINKS: &str = "Add them";

/// Before the formats.
pub const READS: &str = "Reads";
/// The formats.
pub const FORMATS: &str = "The portal's CSV, any table (CSV, TSV, Excel), the API's JSON, STIX, MISP, OpenIOC, hosts files, \
                           lists, reports and mails, and zip files of these.";
/// Before the limits.
pub const LIMITS: &str = "Limits";

/// The limits that hold.
#[must_use]
pub fn limits(tenant: u32, a_call: u32, a_minute: u32) -> String {
    format!(
        "{} active indicators a tenant, {} a call, {} calls a minute.",
        number(tenant),
        number(a_call),
        number(a_minute)
    )
}

/// While a file is read.
#[must_use]
pub fn reading(files: u32) -> String {
    if files > 1 {
        format!("Reading {} more files:", number(files))
    } else {
        "Reading".to_owned()
    }
}

/// A list is at hand.
#[must_use]
pub fn kept(records: u32) -> String {
    format!(
        "{} still here, checked and unsent.",
        counted(records, "record is", "records are")
    )
}

/// Label of the way back to it.
pub const BACK_TO_REVIEW: &str = "Back to review";
/// Label of forgetting it.
pub const FORGET: &str = "Forget them";
/// Nothing was in what was given.
pub const NOTHING: &str = "Nothing to import was found.";

/// Heading of what the page does.
pub const WILL: &str = "It will";
/// What it does.
pub const WILL_LINES: [&str; 4] = [
    "Read your files in this browser, and show every change it makes to a value.",
    "Check every record against the API's rules before anything is sent.",
    "Send only after you confirm, with your own rights (Ti.ReadWrite).",
    "Account for every line that you gave.",
];
/// Heading of what it does not.
pub const WILL_NOT: &str = "It will not";
/// What it does not.
pub const WILL_NOT_LINES: [&str; 4] = [
    "Send anything to a server other than the sign-in and the API host.",
    "Keep a password or a secret.",
    "Open, resolve or look up an indicator.",
    "Count a lost answer as a success, or as a failure.",
];

/// Heading of the facts of the deployment.
pub const DEPLOYMENT: &str = "This deployment";
/// Fact.
pub const CLOUD: &str = "Cloud";
/// Fact.
pub const API_HOST: &str = "API host";
/// Fact.
pub const SIGN_IN: &str = "Sign-in";
/// Fact.
pub const APP_ID: &str = "App ID";
/// Fact.
pub const PERMISSION: &str = "Permission";
/// Fact.
pub const BUILD: &str = "Build";
