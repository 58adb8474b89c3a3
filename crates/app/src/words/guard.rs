//! What the guard says.

use ioculate_core::session::Guarded;
use yew::Html;

use crate::words::{
    message::{common, guard as message, runs},
    sentences,
};

/// What a list holds, and what a block would hit.
#[must_use]
pub fn list(code: &str) -> (&'static str, &'static str) {
    match code {
        "guard-own" => (message::own(), message::own_why()),
        "guard-sign-in" => (message::sign_in(), message::sign_in_why()),
        "guard-private" => (message::private(), message::private_why()),
        "guard-public-suffix" => (message::public_suffix(), message::public_suffix_why()),
        "guard-empty-hash" => (message::empty_hash(), message::empty_hash_why()),
        "guard-resolver" => (message::resolver(), message::resolver_why()),
        "guard-shared-hosting" => (message::shared_hosting(), message::shared_hosting_why()),
        "guard-microsoft" => (message::microsoft(), message::microsoft_why()),
        "guard-shortener" => (message::shortener(), message::shortener_why()),
        "guard-google" => (message::google(), message::google_why()),
        "guard-connectivity-check" => (
            message::connectivity_check(),
            message::connectivity_check_why(),
        ),
        "guard-security-site" => (message::security_site(), message::security_site_why()),
        "guard-top-site" => (message::top_site(), message::top_site_why()),
        "guard-cdn" => (message::cdn(), message::cdn_why()),
        "guard-cloud" => (message::cloud(), message::cloud_why()),
        "guard-false-positive" => (message::false_positive(), message::false_positive_why()),
        _ => (message::other(), message::other_why()),
    }
}

/// What is done about rows that a list stops: some are sent all the same, the others stay behind.
#[must_use]
pub fn decided(rows: u32, overridden: u32) -> String {
    let held = rows.saturating_sub(overridden);
    let stopped = (held > 0).then(|| message::stopped(held));
    let sent = (overridden > 0).then(|| message::sent(overridden));
    let told: Vec<String> = [stopped, sent].into_iter().flatten().collect();
    told.join(common::between_sentences())
}

/// A run file holds what the guard stops: what is so, and what to do. `example` is one of the values.
pub fn refused(stopped: &[Guarded], example: Html) -> (String, Html) {
    let rows = stopped.iter().map(|sum| sum.rows).sum();
    let lists = stopped.iter().map(|sum| {
        let (name, hit) = list(&sum.list);
        message::refused_list(name, sum.rows, hit)
    });
    let lists: Vec<String> = lists.collect();
    let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
    let todo = message::refused_body(&sentences(&lists), runs::show_rows(), example);
    (message::refused(rows), todo)
}

#[cfg(test)]
mod tests {
    use yew::html;

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
        let stopped = [stopped("guard-own", 2), stopped("guard-cdn", 1)];
        let (what, todo) = refused(&stopped, html! { <bdi>{ "a.example" }</bdi> });
        let todo = crate::words::read(&todo);
        assert_eq!(
            what,
            "The guard stops 3 indicators that this run file would send."
        );
        for said in [
            "Nothing was sent. Your own domain or address (2): Devices would be cut off",
            "runs. A content delivery network (1): Many",
            "Choose \"Show its rows\", download",
            "The first one is: a.example",
        ] {
            assert!(todo.contains(said), "{todo}");
        }
    }
}
