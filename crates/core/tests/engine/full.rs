//! What the engine makes of a tenant that has no room for more.

use std::time::Duration;

use ioculate_core::{
    import::{History, Input, NotSent, Outcome},
    plan::{Endpoint, EntryId},
    session::Stopped,
};

use crate::{
    doubt::{Crashing, case, check},
    laws::Watched,
    transcripts::ended,
};

#[test]
fn creations_stop_in_a_full_tenant_and_updates_go_on() {
    // There is room for `a` to `e`; `n` and `o` are there.
    let mut full = case(15, &[], &[]).holding(&["n", "o"]).room(7);
    full.limits.batch_items = 6;
    check(
        full,
        "0.00 POST a b c d e f
         0.00 POST g h i j k l
         0.00 GET /api/indicators?$top=10000
         0.00 POST n o
         a accepted
         b accepted
         c accepted
         d accepted
         e accepted
         f rejected: No room. -
         g rejected: No room. -
         h rejected: No room. -
         i rejected: No room. -
         j rejected: No room. -
         k rejected: No room. -
         l rejected: No room. -
         m not sent
         n accepted
         o accepted
         OverQuota { message: \"No room.\" }",
    );
}

#[test]
fn a_full_tenant_is_full_for_a_cancel_too() {
    // The user ends the run between the list and the updates.
    let mut full = case(9, &[], &[])
        .holding(&["h", "i"])
        .room(2)
        .told(1, Input::Cancel);
    full.limits.batch_items = 7;
    full.pace.trips = vec![(Duration::from_millis(300), 0.5)];
    let (_, watched) = full.run();
    let ends: Vec<String> = watched.import.outcomes().map(ended).collect();
    assert_eq!(ends[7..], ["accepted", "accepted"]);
    let mut full = case(9, &["429 after 9"], &[]).holding(&["h", "i"]).room(2);
    full.tenant.posts = ["ok", "429 after 9"].into();
    full.limits.batch_items = 6;
    let (world, watched) = full.told(1, Input::Cancel).run();
    let history = History::of(9, &world.journal);
    let not_sent = |reason| Some(Outcome::NotSent { reason });
    assert_eq!(
        watched.import.outcome(EntryId(6)).cloned(),
        not_sent(NotSent::OverQuota)
    );
    assert_eq!(
        history.outcome(EntryId(7)).cloned(),
        not_sent(NotSent::Cancelled)
    );
    assert!(matches!(
        watched.import.stopped(),
        Some(Stopped::OverQuota { .. })
    ));
}

#[test]
fn a_refusal_behind_a_full_tenant_is_what_is_told() {
    // The updates that are left of a full tenant are forbidden.
    let mut full = case(9, &[], &[]).holding(&["h", "i"]).room(2);
    full.tenant.posts = ["ok", "403"].into();
    full.limits.batch_items = 6;
    let (_, watched) = full.run();
    let told = watched.import.stopped();
    assert!(matches!(told, Some(Stopped::Forbidden { .. })), "{told:?}");
    let not_sent = |reason| Some(Outcome::NotSent { reason });
    let left = |id| watched.import.outcome(EntryId(id)).cloned();
    assert_eq!(left(6), not_sent(NotSent::OverQuota));
    assert_eq!(left(7), not_sent(NotSent::Cancelled));
}

#[test]
fn an_update_is_not_said_to_be_kept_back_before_it_is_sent() {
    for steps in 0..40 {
        let mut full = case(9, &[], &[]).holding(&["h", "i"]).room(2);
        full.limits.batch_items = 6;
        let mut crashing = Crashing {
            watched: Watched::new(full.import(), &full.limits),
            steps,
        };
        full.world().run(&mut crashing);
        let import = crashing.watched.import;
        for update in [EntryId(7), EntryId(8)] {
            let outcome = import.outcome(update);
            let is_fine = matches!(outcome, None | Some(Outcome::Accepted { .. }));
            assert!(is_fine, "{steps} {outcome:?}");
        }
    }
}

#[test]
fn what_may_stand_among_the_unreadable_stays_in_doubt() {
    let mut full = case(9, &["lost"], &[]).holding(&["i"]).room(1);
    full.limits.batch_items = 3;
    full.tenant.blanks = 1;
    let (_, watched) = full.run();
    let ends: Vec<String> = watched.import.outcomes().map(ended).collect();
    assert_eq!(ends[..3], ["unconfirmed"; 3]);
    assert_eq!(ends[8], "accepted");
}

#[test]
fn a_full_tenant_is_noticed_one_by_one_too() {
    let mut full = case(9, &[], &[]).holding(&["x", "i"]).room(4);
    full.endpoint = Endpoint::Single;
    check(
        full,
        "0.00 POST a
         0.00 POST b
         0.00 POST c
         0.00 POST d
         0.00 POST e
         0.00 POST f
         0.00 POST g
         0.00 GET /api/indicators?$top=10000
         0.00 POST i
         a accepted
         b accepted
         c rejected: Full: Said so. t-1
         d rejected: Full: Said so. t-1
         e rejected: Full: Said so. t-1
         f rejected: Full: Said so. t-1
         g rejected: Full: Said so. t-1
         h not sent
         i accepted
         OverQuota { message: \"Full: Said so.\" }",
    );
}

#[test]
fn a_batch_that_is_refused_whole_may_be_one_too_many() {
    let mut full = case(6, &["400"], &[]).holding(&["a"]).room(1);
    full.limits.batch_items = 5;
    check(
        full,
        "0.00 POST a b c d e
         0.00 GET /api/indicators?$top=10000
         0.00 POST a
         a accepted
         b not sent
         c not sent
         d not sent
         e not sent
         f not sent
         OverQuota { message: \"Code: Said so.\" }",
    );
}

#[test]
fn what_was_in_doubt_in_a_full_tenant_stays_so_where_its_list_does_not_show_it() {
    // The first batch waits to be sent again while the others fail.
    let mut full = case(9, &["lost"], &[]).holding(&["i"]).room(1);
    full.limits.batch_items = 3;
    check(
        full,
        "0.00 POST a b c
         0.00 POST d e f
         0.00 POST g h i
         0.00 GET /api/indicators?$top=10000
         a unconfirmed
         b unconfirmed
         c unconfirmed
         d rejected: No room. -
         e rejected: No room. -
         f rejected: No room. -
         g rejected: No room. -
         h rejected: No room. -
         i accepted
         OverQuota { message: \"No room.\" }",
    );
}

#[test]
fn the_list_is_not_asked_for_at_every_failure() {
    // Five failures raise the suspicion; the tenant has room, and another five say nothing new.
    let mut bad = case(15, &["400"; 12], &[]);
    bad.endpoint = Endpoint::Single;
    bad.limits.failures_before_pause = 100;
    let transcript = bad.transcript();
    assert_eq!(transcript.matches("$top=10000").count(), 1, "{transcript}");
}
