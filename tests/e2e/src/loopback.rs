//! The session on a native host: the same engine as in the page, over real HTTP, with a token from
//! the manage port instead of a sign-in.

use std::time::{Duration, Instant as Clock, SystemTime, UNIX_EPOCH};

use ioculate_core::{
    clock::{Instant, Now, WallTime},
    host::Host,
    import::{Input, Method, Request, Step},
    journal::{Kept, Opened, Opening, RunId},
    wire::{self, Reply},
};
use tokio::sync::mpsc;

/// Sends what the session asks for to one API base.
#[derive(Debug)]
pub struct LoopbackHost {
    base: String,
    token: String,
    started: Clock,
    http: reqwest::Client,
    tell: mpsc::UnboundedSender<Input>,
    told: mpsc::UnboundedReceiver<Input>,
    /// The last run that was begun, as a browser would keep it.
    pub kept: Option<Kept>,
}

impl LoopbackHost {
    /// A host that sends to `base` with this token.
    #[must_use]
    pub fn new(base: &str, token: &str) -> Self {
        let (tell, told) = mpsc::unbounded_channel();
        Self {
            base: base.to_owned(),
            token: token.to_owned(),
            started: Clock::now(),
            http: reqwest::Client::new(),
            tell,
            told,
            kept: None,
        }
    }

    fn open(&mut self, opening: Opening) {
        if let Opening::Begin { header, input } = opening {
            self.kept = Some(Kept {
                run: RunId("run".to_owned()),
                header: *header,
                input,
                records: Vec::new(),
                closing: None,
            });
        }
    }

    fn request(&self, request: Request) -> reqwest::RequestBuilder {
        let url = format!("{}{}", self.base, request.path);
        let built = match request.method {
            Method::Get => self.http.get(url),
            Method::Post => self.http.post(url),
        };
        let built = built.bearer_auth(&self.token);
        match request.body {
            Some(body) => built.header("content-type", "application/json").body(body),
            None => built,
        }
    }
}

/// What the clocks of this machine show; retries wait half of their longest.
#[must_use]
pub fn now_since(started: Clock) -> Now {
    let wall = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Now {
        mono: started.elapsed(),
        wall: WallTime(i64::try_from(wall.as_millis()).unwrap_or(i64::MAX)),
        jitter: 0.5,
    }
}

async fn answer(method: Method, request: reqwest::RequestBuilder) -> Reply {
    let Ok(response) = request.send().await else {
        return Reply::NoAnswer {
            reachable: Some(true),
        };
    };
    let status = response.status().as_u16();
    let headers = response.headers().clone();
    let Ok(body) = response.bytes().await else {
        return Reply::NoAnswer {
            reachable: Some(true),
        };
    };
    let header = |name: &str| Some(headers.get(name)?.to_str().ok()?.to_owned());
    wire::read(method, status, header, &body)
}

impl Host for LoopbackHost {
    type Step = Step;
    type Input = Input;

    fn now(&self) -> Now {
        now_since(self.started)
    }

    fn start(&mut self, step: Step) {
        let tell = self.tell.clone();
        match step {
            Step::Open(opening) => {
                self.open(*opening);
                drop(tell.send(Input::Opened(Opened::default())));
            }
            Step::Close(closing) => {
                if let Some(kept) = &mut self.kept {
                    kept.closing = Some(*closing);
                }
                drop(tell.send(Input::Closed));
            }
            Step::Record(id, record) => {
                if let Some(kept) = &mut self.kept {
                    kept.records.push(record);
                }
                drop(tell.send(Input::Recorded(id)));
            }
            Step::NeedToken(_) => drop(tell.send(Input::Token)),
            Step::Send(call, request) => {
                let method = request.method;
                let request = self.request(request);
                tokio::spawn(async move {
                    let reply = answer(method, request).await;
                    let _ = tell.send(Input::Reply(call, reply));
                });
            }
            Step::Wait(_) | Step::Finished => {}
        }
    }

    async fn next(&mut self, until: Option<Instant>) -> Input {
        let wait = until.map_or(Duration::MAX, |until| {
            until.saturating_sub(self.started.elapsed())
        });
        match tokio::time::timeout(wait, self.told.recv()).await {
            Ok(Some(input)) => input,
            // We hold a sender, so the channel never closes: only the moment can have come.
            Ok(None) | Err(_) => Input::Woke,
        }
    }
}
