//! What a run left to be mended, opened from its report.

use super::*;

#[test]
fn what_is_to_be_mended_leads_to_the_review_as_a_file_does() {
    let ended = |report: Box<ReportSummary>| {
        let begun = told(Event::Progress(Box::new(progress(
            &[BatchState::InFlight],
            Waiting::Answers,
        ))));
        let report = told(Event::Report(report));
        [to_send(), vec![begun, report]].concat()
    };
    let mended = || told(Event::Summary(summary(2, 1)));
    let (model, asked) = after(ended(report(None)), [Msg::MendRest, mended()]);
    assert_eq!(asked, ["mendrest", "rows 0+24"]);
    let Screen::Review(review) = &model.screen else {
        panic!("{:?}", model.screen);
    };
    assert_eq!((review.awaited, &review.before), (0, &None));
    assert_eq!(review.summary.counts, summary(2, 1).counts);
    let (_, asked) = after(ended(report(None)), [Msg::MendRest, Msg::MendRest]);
    assert_eq!(asked[1], "-");

    let mut all_accepted = report(None);
    (all_accepted.rejected, all_accepted.counts.refused) = (0, 0);
    let mut deleted = report(None);
    deleted.purpose = Purpose::Delete;
    for nothing in [all_accepted, deleted] {
        assert_eq!(after(ended(nothing), [Msg::MendRest]).1, ["-"]);
    }
}
