//! A client that sends what it is told and shows all that comes back.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use ioculate_emulator::{Emulator, Options, Running, Windows};
use serde_json::{Value, json};

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    /// The header, or nothing at all.
    pub(crate) fn header(&self, name: &str) -> &str {
        let same = |(known, _): &&(String, String)| known.eq_ignore_ascii_case(name);
        self.headers
            .iter()
            .find(same)
            .map_or("", |(_, value)| value)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("JSON: {self:?}"))
    }

    /// The envelope's code; its message must be marked as the emulator's.
    pub(crate) fn code(&self) -> String {
        let error = &self.json()["error"];
        let message = error["message"].as_str().expect("a message");
        assert!(message.starts_with("[emulator] "), "{message}");
        assert_eq!(error["target"].as_str().map(str::len), Some(36));
        error["code"].as_str().expect("a code").to_owned()
    }
}

/// One request; `None` where the connection was cut without an answer.
pub(crate) fn request(
    origin: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    let port = origin.rsplit(':').next().expect("an origin has a port");
    let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("it listens");
    let timeout = Some(Duration::from_secs(20));
    stream.set_read_timeout(timeout).expect("a timeout");
    let host = ("host", &*format!("localhost:{port}"));
    let length = ("content-length", &*body.len().to_string());
    let close = ("connection", "close");
    let own = headers.iter().any(|(name, _)| *name == "host");
    let all = [length, close].into_iter().chain((!own).then_some(host));
    let lines = all.chain(headers.iter().copied());
    let lines: String = lines
        .map(|(name, value)| [name, ": ", value, "\r\n"].concat())
        .collect();
    let head = format!("{method} {path} HTTP/1.1\r\n{lines}\r\n");
    stream.write_all(head.as_bytes()).expect("it reads");
    stream.write_all(body.as_bytes()).expect("it reads");
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    answer(&String::from_utf8_lossy(&bytes))
}

fn answer(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |line: &str| {
        let (name, value) = line.split_once(": ")?;
        Some((name.to_owned(), value.to_owned()))
    };
    Some(Answer {
        status,
        headers: lines.filter_map(header).collect(),
        body: body.to_owned(),
    })
}

/// An emulator with a token of one of its accounts.
pub(crate) struct Api {
    pub(crate) running: Running,
    token: String,
}

impl Api {
    pub(crate) fn start() -> Self {
        Self::with(Options::default())
    }

    pub(crate) fn with(options: Options) -> Self {
        let running = Emulator::start(options).expect("free ports");
        let mut api = Self {
            running,
            token: String::new(),
        };
        api.token = api.token_for(&json!({"account": "analyst", "seconds": 86_400}));
        api
    }

    /// One whose windows last a millisecond: for tables longer than a limit.
    pub(crate) fn with_many_windows() -> Self {
        Self::with(Options {
            windows: Windows {
                short: Duration::from_millis(1),
                long: Duration::from_millis(1),
            },
            ..Options::default()
        })
    }

    /// The value of an `Authorization` header.
    pub(crate) fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }

    pub(crate) fn token_for(&self, wanted: &Value) -> String {
        let answer = self.manage("POST", "/token", &wanted.to_string());
        answer.json()["token"].as_str().expect("a token").to_owned()
    }

    pub(crate) fn manage(&self, method: &str, path: &str, body: &str) -> Answer {
        request(&self.running.manage, method, path, &[], body).expect("the manage port answers")
    }

    /// Sets switches.
    pub(crate) fn faults(&self, switches: &Value) {
        let answer = self.manage("POST", "/faults", &switches.to_string());
        assert_eq!(answer.status, 200, "{answer:?}");
    }

    /// The active indicators.
    pub(crate) fn indicators(&self) -> Vec<Value> {
        let state = self.manage("GET", "/state", "").json();
        state["indicators"].as_array().expect("a list").clone()
    }

    /// A call with our token.
    pub(crate) fn call(&self, method: &str, path: &str, body: &str) -> Answer {
        self.cut_call(method, path, body).expect("an answer")
    }

    pub(crate) fn cut_call(&self, method: &str, path: &str, body: &str) -> Option<Answer> {
        let bearer = self.bearer();
        let json = ("content-type", "application/json");
        let headers = [("authorization", bearer.as_str()), json];
        request(&self.running.api, method, path, &headers, body)
    }

    /// `GET /api/indicators?query`.
    pub(crate) fn list(&self, query: &str) -> Answer {
        self.call("GET", &format!("/api/indicators{query}"), "")
    }

    /// `POST /api/indicators/import` of these items.
    pub(crate) fn import(&self, items: &[Value]) -> Answer {
        let body = json!({"Indicators": items});
        self.call("POST", "/api/indicators/import", &body.to_string())
    }

    /// `POST /api/indicators`.
    pub(crate) fn submit(&self, item: &Value) -> Answer {
        self.call("POST", "/api/indicators", &item.to_string())
    }
}

/// An acceptable domain to block.
pub(crate) fn domain(value: &str) -> Value {
    indicator("DomainName", value, "Block")
}

/// The fields that every indicator needs.
pub(crate) fn indicator(kind: &str, value: &str, action: &str) -> Value {
    json!({
        "indicatorType": kind, "indicatorValue": value, "action": action,
        "title": "Feed A", "description": "seen in a kit", "generateAlert": action == "Audit",
    })
}

/// `item` with `field` set to `value`; `null` takes it away.
pub(crate) fn but(mut item: Value, field: &str, value: Value) -> Value {
    let fields = item.as_object_mut().expect("an object");
    if value.is_null() {
        fields.remove(field);
    } else {
        fields.insert(field.to_owned(), value);
    }
    item
}

/// A connection that is used again.
pub(crate) struct Kept {
    stream: TcpStream,
    bearer: String,
}

impl Kept {
    pub(crate) fn open(api: &Api) -> Self {
        let port = api.running.api.rsplit(':').next().expect("a port");
        Self {
            stream: TcpStream::connect(format!("127.0.0.1:{port}")).expect("it listens"),
            bearer: api.bearer(),
        }
    }

    /// Sends one request; its answer, which must be JSON, as text.
    pub(crate) fn send(&mut self, method: &str, path: &str, body: &str) -> String {
        let (bearer, length) = (&self.bearer, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: {bearer}\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        self.stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        let mut buffer = [0; 4_096];
        while !answer.ends_with('}') {
            let read = self.stream.read(&mut buffer).expect("an answer");
            assert_ne!(read, 0, "cut after {answer:?}");
            answer += std::str::from_utf8(&buffer[..read]).expect("text");
        }
        answer
    }
}
