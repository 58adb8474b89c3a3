//! Answers that arrive broken: cut short, or not what they say they are.

use std::{
    io::{self, ErrorKind},
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    http::{HeaderValue, header},
    response::Response,
};
use http_body::Frame;

use super::LONGEST_BODY;

/// How an answer is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Half of it comes, and less than its `Content-Length` says.
    Short,
    /// Half of it comes, and the last chunk never does.
    Unended,
    /// The page of a gateway.
    Page,
    /// Half of the JSON, as if that were all.
    Half,
    /// No body at all.
    Nothing,
    /// JSON of another shape.
    OtherShape,
    /// Bytes that are no text.
    Bytes,
}

impl Break {
    /// The ways to be cut off.
    pub(super) const CUTS: [Self; 2] = [Self::Short, Self::Unended];
    /// The ways to be whole and wrong.
    pub(super) const GARBLES: [Self; 5] = [
        Self::Page,
        Self::Half,
        Self::Nothing,
        Self::OtherShape,
        Self::Bytes,
    ];

    /// `response`, broken so. Its status and headers stay.
    pub(super) async fn apply(self, response: Response) -> Response {
        let (mut head, body) = response.into_parts();
        let whole = to_bytes(body, LONGEST_BODY).await.unwrap_or_default();
        let half = whole.slice(..whole.len() / 2);
        let body = match self {
            Self::Short => {
                let length = HeaderValue::from(whole.len());
                head.headers.insert(header::CONTENT_LENGTH, length);
                Body::new(CutOff::after(half))
            }
            Self::Unended => Body::new(CutOff::after(half)),
            Self::Page => {
                let kind = HeaderValue::from_static("text/html");
                head.headers.insert(header::CONTENT_TYPE, kind);
                Body::from("<!doctype html><title>[emulator] The gateway is busy</title>")
            }
            Self::Half => Body::from(half),
            Self::Nothing => Body::empty(),
            Self::OtherShape => Body::from(r#"{"value":{"message":"[emulator] no list"}}"#),
            Self::Bytes => Body::from(&b"\xff\xfe{\"value\"\x80:"[..]),
        };
        Response::from_parts(head, body)
    }
}

/// A body that gives some bytes and then ends its connection.
struct CutOff {
    bytes: Option<Bytes>,
    /// The bytes were given back to the server, which sends them while it waits for more.
    waited: bool,
}

impl CutOff {
    fn after(bytes: Bytes) -> Self {
        Self {
            bytes: Some(bytes),
            waited: false,
        }
    }
}

impl HttpBody for CutOff {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        if let Some(bytes) = self.bytes.take() {
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        if !self.waited {
            self.waited = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(ErrorKind::ConnectionReset.into())))
    }
}
