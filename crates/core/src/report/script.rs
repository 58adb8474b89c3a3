//! A script that sends a plan without the page: its calls in their order, each with its body.
//!
//! A script is one file, so that no body of another day is taken for one of its own. A body is one line of
//! ASCII that begins with a brace: neither what ends it in the script nor an encoding can come to stand in
//! it. The script holds no token.

use std::{fmt::Write as _, time::Duration};

use crate::{
    batch::{self, Batch},
    import::BatchId,
    limits::{Limits, Quota},
    plan::{Endpoint, EntryId, Plan},
    source::small,
};

use super::NamedFile;

/// What a script is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// bash, with curl.
    Bash,
    /// `PowerShell`, 5.1 or later.
    PowerShell,
}

impl Shell {
    const fn name(self) -> &'static str {
        match self {
            Self::Bash => "send-indicators.sh",
            Self::PowerShell => "send-indicators.ps1",
        }
    }

    const fn frame(self) -> &'static str {
        match self {
            Self::Bash => include_str!("script/send.sh"),
            Self::PowerShell => include_str!("script/send.ps1"),
        }
    }

    /// A text as one word of the script.
    fn quoted(self, text: &str) -> String {
        let quote = match self {
            Self::Bash => r"'\''",
            Self::PowerShell => "''",
        };
        format!("'{}'", text.replace('\'', quote))
    }

    /// A call: its number, its indicators, its path, the pause before it, its body.
    fn call(self, out: &mut String, number: u32, batch: &Batch, pause: u64, body: &str) {
        let count = batch.entries.len();
        let path = batch::path(batch.endpoint);
        // Writing to a text does not fail.
        let _ = match self {
            Self::Bash => writeln!(
                out,
                "send {number} {count} {path} {pause} <<'BODY'\n{body}\nBODY"
            ),
            Self::PowerShell => writeln!(
                out,
                "Send-Call {number} {count} '{path}' {pause} @'\n{body}\n'@"
            ),
        };
    }
}

/// Where the bodies stand in a frame.
const BODIES: &str = "@bodies@\n";

/// Writes entries of a plan as a script that sends them to the API at `base`. `None` where there are none.
#[must_use]
pub fn script(
    shell: Shell,
    base: &str,
    plan: &Plan,
    limits: &Limits,
    entries: impl IntoIterator<Item = EntryId>,
) -> Option<NamedFile> {
    let batches = batch::split_of(plan, limits, entries, BatchId(0));
    let (head, foot) = shell.frame().split_once(BODIES)?;
    if batches.is_empty() {
        return None;
    }
    let mut text = head
        .replace("@what@", &what(&batches))
        .replace("@calls@", &batches.len().to_string())
        .replace("@name@", shell.name())
        .replace("@host@", &base.replace(char::is_control, ""))
        .replace("@api@", &shell.quoted(base));
    for (number, batch) in (1..).zip(&batches) {
        let body = batch::body(plan, &batch.entries, batch.endpoint);
        let body = ascii(&String::from_utf8_lossy(&body));
        shell.call(
            &mut text,
            number,
            batch,
            pause(limits, batch.endpoint),
            &body,
        );
    }
    text.push_str(foot);
    Some(NamedFile {
        name: shell.name().to_owned(),
        bytes: text.into_bytes(),
    })
}

/// What is sent, in words.
fn what(batches: &[Batch]) -> String {
    let count = |deletes: bool| {
        let of = batches.iter();
        let of = of.filter(|batch| (batch.endpoint == Endpoint::Delete) == deletes);
        small(of.map(|batch| batch.entries.len()).sum())
    };
    let calls = batches.len();
    match (count(false), count(true)) {
        (sent, 0) => format!("{sent} indicators in {calls} calls"),
        (sent, deleted) => {
            format!("{sent} indicators and {deleted} deletions in {calls} calls")
        }
    }
}

/// Whole seconds between two calls, so that no quota is exceeded.
fn pause(limits: &Limits, endpoint: Endpoint) -> u64 {
    let quotas = match endpoint {
        Endpoint::Import => &limits.import,
        Endpoint::Single => &limits.single,
        Endpoint::Delete => &limits.delete,
    };
    let apart = |quota: &Quota| quota.per / quota.calls.max(1);
    let apart = quotas.iter().map(apart).max().unwrap_or_default();
    let whole = Duration::from_secs(apart.as_secs());
    apart.as_secs() + u64::from(apart > whole)
}

/// JSON on one line, with an escape for every letter outside of ASCII, which stands in its strings alone;
/// a break stands between them.
pub(super) fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter <= '~' {
            out.push(letter.max(' '));
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::{ascii, pause};
    use crate::{limits::Limits, plan::Endpoint};

    #[test]
    fn the_pauses_keep_the_quotas() {
        let documented = Limits::documented();
        let all = [Endpoint::Import, Endpoint::Single, Endpoint::Delete];
        assert_eq!(all.map(|endpoint| pause(&documented, endpoint)), [2, 3, 3]);
        let demo = documented.with_demo_minute(Duration::from_secs(3));
        assert_eq!(all.map(|endpoint| pause(&demo, endpoint)), [1, 1, 1]);
    }

    proptest! {
        #[test]
        fn an_escaped_body_says_the_same(text in any::<String>()) {
            let json = serde_json::to_string(&text).unwrap();
            let escaped = ascii(&json);
            prop_assert!(escaped.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            prop_assert_eq!(serde_json::from_str::<Value>(&escaped).unwrap(), Value::from(text));
            let pretty = serde_json::to_string_pretty(&[&json]).unwrap();
            prop_assert!(!ascii(&pretty).contains('\n'));
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&ascii(&pretty)).unwrap(), [json]);
        }
    }
}
