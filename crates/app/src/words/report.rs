//! The last screen.

use ioculate_core::session::{Purpose, ReportSummary, Stopped};
use yew::{Html, html};

use crate::{
    figures::{date, time},
    words::{
        message::{common, report as message},
        sentences, undo,
    },
};

/// Heading: the result.
pub fn heading(report: &ReportSummary, tenant: Html) -> Html {
    if report.purpose != Purpose::Import {
        return undo::result(report, tenant);
    }
    let sent = report.accepted + report.rejected + report.unconfirmed;
    match (report.accepted, sent) {
        (_, 0) if report.deleted > 0 => message::only_deleted(report.deleted, tenant),
        (_, 0) => message::sent_nothing(tenant),
        (all, sent) if all == sent => message::all_accepted(all, tenant),
        (some, sent) => message::some_accepted(sent, some, tenant),
    }
}

/// Under it.
pub fn lead(report: &ReportSummary, account: Html) -> Html {
    let deleted = match report.deleted {
        _ if report.purpose != Purpose::Import => String::new(),
        0 => String::new(),
        n => message::made_way(n),
    };
    let results = message::results(report.rejected, report.unconfirmed);
    let began = format!("{} {}", date(report.started), time(report.started));
    html! {
        <>
            { sentences(&[&results, &deleted]) }
            { common::between_sentences() }
            { message::when_and_who(report.calls, &began, &ended(report), account) }
        </>
    }
}

/// The time alone where it is of the same day.
fn ended(report: &ReportSummary) -> String {
    let (began, ended) = (date(report.started), date(report.ended));
    let time = time(report.ended);
    if began == ended {
        time
    } else {
        format!("{ended} {time}")
    }
}

/// Why it stopped before its end: first words, and the rest; `said` are the API's own words.
pub fn stopped(stopped: &Stopped, said: Html) -> (&'static str, Html) {
    match stopped {
        Stopped::Cancelled => (message::cancelled(), message::cancelled_body().into()),
        Stopped::Unfinished => (message::unfinished(), message::unfinished_body().into()),
        Stopped::Gate(_) => (message::not_let_in(), message::not_let_in_body().into()),
        Stopped::Forbidden { .. } => (message::forbidden(), message::forbidden_body(said)),
        Stopped::OverQuota { .. } => (message::over_quota(), message::over_quota_body(said)),
        Stopped::WrongHost { status } => (
            message::wrong_host(),
            message::wrong_host_body(&status.to_string()).into(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use ioculate_core::{clock::WallTime, session::Account};

    use super::*;
    use crate::words::read;

    /// What a report of an import is headed, of what was accepted, rejected and deleted for it.
    #[test]
    fn what_was_deleted_first_is_said() {
        for (accepted, rejected, deleted, heads, said) in [
            (0, 0, 0, "Nothing was sent to Contoso", None),
            (
                0,
                0,
                1,
                "Nothing was imported, 1 indicator deleted from Contoso",
                Some("1 indicator of the tenant was deleted to make way."),
            ),
            (2, 0, 0, "2 indicators accepted by Contoso", None),
            (
                2,
                1,
                2,
                "2 of 3 indicators accepted by Contoso",
                Some("2 indicators of the tenant were deleted to make way."),
            ),
        ] {
            let report = ReportSummary {
                accepted,
                rejected,
                deleted,
                ..report()
            };
            assert_eq!(read(&heading(&report, html! { "Contoso" })), heads);
            let lead = read(&lead(&report, html! { "ann" }));
            assert_eq!(lead.contains("deleted"), said.is_some(), "{lead}");
            assert!(said.is_none_or(|said| lead.contains(said)), "{lead}");
        }
    }

    fn report() -> ReportSummary {
        ReportSummary {
            calls: 3,
            ..ReportSummary::new(
                Account {
                    username: String::new(),
                    tenant_id: String::new(),
                    account_id: String::new(),
                },
                String::new(),
                Purpose::Import,
                WallTime(0),
            )
        }
    }
}
