//! What a run meets of others, and what it says of its own length, on a virtual clock.
//!
//! The service here is a window and a colleague who takes a part of it: it admits a call where fewer
//! than what is left were admitted in the minute, or the hour, before, and a refused one does not
//! count.

#[path = "engine/plan.rs"]
mod plan;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
    time::Duration,
};

use ioculate_core::{
    clock::{Instant, Now, WallTime},
    import::{CallId, CallLog, Import, Input, Method, RecordId, Request, Step},
    limits::Limits,
    plan::Endpoint,
    wire,
};
use serde_json::{Value, json};

/// A service that others use too.
struct Service {
    /// What is left of a class: calls in a span.
    left: Vec<(usize, Duration)>,
    admitted: Vec<Instant>,
    refused: usize,
    /// Whether the browser may read how long to wait.
    says: bool,
}

impl Service {
    fn admits(&mut self, at: Instant) -> Result<(), u64> {
        let wait = |(calls, per): &(usize, Duration)| {
            let place = self.admitted.len().checked_sub(*calls)?;
            let frees = self.admitted[place] + *per;
            (frees > at).then(|| frees.saturating_sub(at).as_millis().div_ceil(1_000))
        };
        match self.left.iter().filter_map(wait).max() {
            None => {
                self.admitted.push(at);
                Ok(())
            }
            Some(wait) => {
                self.refused += 1;
                Err(u64::try_from(wait).expect("an hour"))
            }
        }
    }

    fn answer(&mut self, at: Instant, request: &Request) -> Answer {
        if request.method == Method::Get {
            return (200, None, json!({ "value": [] }));
        }
        if let Err(wait) = self.admits(at) {
            return (429, self.says.then_some(wait), json!({}));
        }
        let body: Value =
            serde_json::from_slice(request.body.as_deref().unwrap_or_default()).expect("JSON");
        let result = |item: &Value| json!({ "id": "1", "indicator": item["indicatorValue"], "isFailed": false, "failureReason": null });
        let answer = match body["Indicators"].as_array() {
            Some(items) => json!({ "value": items.iter().map(result).collect::<Vec<_>>() }),
            None => json!({ "id": "1", "indicatorValue": body["indicatorValue"] }),
        };
        (200, None, answer)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happening {
    Recorded(RecordId),
    Token,
    Arrival(CallId),
    Answer(CallId),
}

/// How a run went.
struct Story {
    took: Duration,
    refused: usize,
    accepted: u32,
    /// At which moment how many seconds were said to be left, and out of how many calls.
    said: Vec<(Instant, Option<u32>, (u32, u32))>,
}

struct Case {
    calls: usize,
    endpoint: Endpoint,
    left: Vec<(usize, Duration)>,
    says: bool,
    latency: Duration,
    /// How far apart the estimates are looked at.
    look: Duration,
}

/// A status, the seconds to wait where they may be read, and a body.
type Answer = (u16, Option<u64>, Value);

/// What is between the run and the service.
struct World {
    clock: Instant,
    service: Service,
    latency: Duration,
    queue: BinaryHeap<Reverse<(Instant, Happening)>>,
    requests: BTreeMap<CallId, (Request, Option<Answer>)>,
}

impl World {
    fn start(&mut self, step: Step) {
        match step {
            Step::Record(id, _) => self.after(Duration::ZERO, Happening::Recorded(id)),
            Step::NeedToken(_) => self.after(Duration::ZERO, Happening::Token),
            Step::Send(call, request) => {
                self.requests.insert(call, (request, None));
                self.after(self.latency / 2, Happening::Arrival(call));
            }
            Step::Open(_) | Step::Close(_) | Step::Wait(_) | Step::Finished => {
                unreachable!("these are not started")
            }
        }
    }

    fn after(&mut self, wait: Duration, what: Happening) {
        self.queue.push(Reverse((self.clock + wait, what)));
    }

    /// The next thing that happens, by `until`.
    fn next(&mut self, until: Option<Instant>) -> Input {
        loop {
            let next = self.queue.peek().map(|Reverse((at, _))| *at);
            if let Some(until) = until.filter(|until| next.is_none_or(|next| *until < next)) {
                self.clock = self.clock.max(until);
                return Input::Woke;
            }
            let Reverse((at, what)) = self.queue.pop().expect("something is under way");
            self.clock = at;
            match what {
                Happening::Recorded(id) => return Input::Recorded(id),
                Happening::Token => return Input::Token,
                Happening::Answer(call) => return self.reply(call),
                Happening::Arrival(call) => {
                    let (request, answer) = self.requests.get_mut(&call).expect("it was sent");
                    *answer = Some(self.service.answer(at, request));
                    self.after(self.latency / 2, Happening::Answer(call));
                }
            }
        }
    }

    fn reply(&mut self, call: CallId) -> Input {
        let (request, answer) = self.requests.remove(&call).expect("it was sent");
        let (status, after, body) = answer.expect("it has arrived");
        let header = |name: &str| {
            let after = after.filter(|_| name == "retry-after");
            after.map(|seconds| seconds.to_string())
        };
        let body = body.to_string();
        Input::Reply(
            call,
            wire::read(request.method, status, header, body.as_bytes()),
        )
    }
}

impl Case {
    fn run(self) -> Story {
        let limits = Limits::documented();
        let plan = plan::of(&plan::domains(self.calls), self.endpoint);
        let batches = plan::batches(&plan, 1);
        let calls = CallLog::new(&limits);
        let mut import = Import::new(plan, batches, limits, calls);
        let mut world = World {
            clock: Duration::ZERO,
            service: Service {
                left: self.left,
                admitted: Vec::new(),
                refused: 0,
                says: self.says,
            },
            latency: self.latency,
            queue: BinaryHeap::new(),
            requests: BTreeMap::new(),
        };
        let (mut seen, mut said) = (None, Vec::new());
        loop {
            let at = world.clock;
            let until = match import.poll(now(at)) {
                Step::Wait(until) => until,
                Step::Finished => break,
                step => {
                    world.start(step);
                    continue;
                }
            };
            if seen.is_none_or(|seen| at >= seen + self.look) {
                seen = Some(at);
                let progress = import.progress(now(at));
                let quota = (progress.quota_used, progress.quota);
                said.push((at, progress.seconds_left, quota));
            }
            let input = world.next(until);
            import.handle(now(world.clock), input);
        }
        Story {
            took: world.clock,
            refused: world.service.refused,
            accepted: import.tally().accepted,
            said,
        }
    }
}

fn now(clock: Instant) -> Now {
    let millis = i64::try_from(clock.as_millis()).expect("a short run");
    Now {
        mono: clock,
        wall: WallTime(1_795_284_000_000 + millis),
        jitter: 0.5,
    }
}

const MINUTE: Duration = Duration::from_mins(1);

#[test]
fn others_who_take_a_part_of_the_quota_cost_few_refusals() {
    // Calls; what others take of 30; whether the wait may be read; refusals and seconds at the most.
    for (calls, others, says, refused, seconds) in [
        (12, 20, false, 2, 62),
        (12, 20, true, 2, 62),
        (30, 20, false, 4, 123),
        (30, 20, true, 4, 124),
        (30, 29, false, 13, 1_750),
        (30, 0, false, 0, 4),
    ] {
        let story = Case {
            calls,
            endpoint: Endpoint::Import,
            left: vec![(30 - others, MINUTE)],
            says,
            latency: Duration::from_millis(200),
            look: Duration::ZERO,
        }
        .run();
        assert_eq!(story.accepted as usize, calls);
        assert!(story.refused <= refused, "{} refused", story.refused);
        assert!(story.took.as_secs() <= seconds, "{:?}", story.took);
        let shown = story.said.iter().map(|(.., quota)| *quota);
        assert!(
            shown
                .clone()
                .all(|(used, quota)| used <= quota && quota <= 30)
        );
        if others == 20 {
            assert!(
                shown.clone().any(|quota| quota == (10, 10)),
                "the share is shown"
            );
        }
    }
}

/// The largest error of an estimate between a tenth of the run and nine tenths, in percent of what
/// was truly left, beyond the second that an estimate is rounded up by.
fn error(story: &Story, latency: Duration) -> u64 {
    let end = story.took;
    // Nobody can tell before the gate's question and the first batch are answered.
    let tenths = (end / 10).max(latency * 2 + Duration::from_millis(1))..=end * 9 / 10;
    let error = |(at, said, _): &(Instant, Option<u32>, (u32, u32))| {
        let said = u64::from(said.expect("the run goes on")) * 1_000;
        let truly = u64::try_from(end.saturating_sub(*at).as_millis()).expect("a run");
        let off = said.abs_diff(truly).saturating_sub(1_000);
        off * 100 / truly.max(1)
    };
    let between = story.said.iter().filter(|(at, ..)| tenths.contains(at));
    between.map(error).max().expect("it was looked at")
}

#[test]
fn a_plain_run_knows_how_long_it_will_take() {
    let hour = 60 * MINUTE;
    let whole = || vec![(30, MINUTE)];
    for (calls, endpoint, left, latency, look) in [
        (30, Endpoint::Import, whole(), 1_000, 0),
        (30, Endpoint::Import, whole(), 20_000, 0),
        (200, Endpoint::Import, whole(), 1_000, 0),
        (200, Endpoint::Import, whole(), 30_000, 0),
        (
            3_000,
            Endpoint::Single,
            vec![(100, MINUTE), (1_500, hour)],
            300,
            20,
        ),
        (
            15_000,
            Endpoint::Single,
            vec![(100, MINUTE), (1_500, hour)],
            1_000,
            300,
        ),
    ] {
        let latency = Duration::from_millis(latency);
        let story = Case {
            calls,
            endpoint,
            left,
            says: false,
            latency,
            look: Duration::from_secs(look),
        }
        .run();
        assert_eq!((story.accepted as usize, story.refused), (calls, 0));
        let error = error(&story, latency);
        assert!(
            error <= 10,
            "{calls} calls of {latency:?}: off by {error} %"
        );
    }
}

#[test]
fn an_estimate_is_revised_where_others_take_a_part() {
    let story = Case {
        calls: 60,
        endpoint: Endpoint::Import,
        left: vec![(10, MINUTE)],
        says: false,
        latency: Duration::from_secs(1),
        look: Duration::from_secs(1),
    }
    .run();
    let at = |second: u64| {
        let mut said = story.said.iter().rev();
        let last = said.find(|(at, ..)| at.as_secs() <= second);
        last.and_then(|(_, said, _)| *said)
            .expect("the run goes on")
    };
    // Before the first refusal it hopes for two windows; after it, for a share that grows back.
    assert!(at(2) < 70, "{}", at(2));
    assert!(at(30) > 120, "{}", at(30));
}
