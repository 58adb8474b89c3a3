//! Laws of what takes bytes as they come: files, archives and the answers of a
//! server.

use ioculate_core::{import::Method, text, wire};
use ioculate_unpack::{Bounds, Kind, unpack as unpacked};

/// Decoding gives a text or says why there is none, and the same each time.
pub(crate) fn decode(bytes: &[u8]) {
    let read = text::decode(bytes.to_vec());
    assert_eq!(read, text::decode(bytes.to_vec()));
    match read {
        Ok(decoded) => assert!(decoded.text.ends_with(decoded.body())),
        Err(found) => assert!(!found.to_string().is_empty()),
    }
}

/// An answer is understood, refused or unreadable; its status is kept.
pub(crate) fn wire(bytes: &[u8]) {
    let Some((status, rest)) = bytes.split_at_checked(2) else {
        return;
    };
    let status = 100 + u16::from_le_bytes([status[0], status[1]]) % 500;
    let (header, body) = match rest.iter().position(|&b| b == 0) {
        Some(end) => (&rest[..end], &rest[end + 1..]),
        None => (&[][..], rest),
    };
    let header = String::from_utf8_lossy(header);
    let answer = |name: &str| (name == "retry-after").then(|| header.clone().into_owned());
    let method = if status % 2 == 0 {
        Method::Get
    } else {
        Method::Post
    };
    let reply = wire::read(method, status, answer, body);
    assert_eq!(reply, wire::read(method, status, answer, body));
    if let wire::Reply::Refused(refusal) = &reply {
        assert_eq!(refusal.status, status);
    }
}

/// Small, so that what goes beyond is seen at once.
const BOUNDS: Bounds = Bounds {
    packed: 64 * 1024,
    kept: 1024 * 1024,
    inflated: 4 * 1024 * 1024,
    held: 1024 * 1024,
    described: 256 * 1024,
    entries: 100,
    ratio: 200,
    ratio_from: 64 * 1024,
    dense: 64 * 1024,
    rows: 10_000,
};

/// An archive gives parts within the bounds, and says of all else why not; sheets are texts.
pub(crate) fn unpack(bytes: &[u8]) {
    let all = unpacked("a.zip", bytes, &BOUNDS);
    assert_eq!(all, unpacked("a.zip", bytes, &BOUNDS));
    assert!(!(all.parts.is_empty() && all.refusals.is_empty()));
    let kept: usize = all.parts.iter().map(|part| part.bytes.len()).sum();
    assert!(kept as u64 <= BOUNDS.kept, "{kept} bytes");
    assert!(all.parts.len() <= BOUNDS.entries);
    for part in all.parts.iter().filter(|part| part.kind == Kind::Sheet) {
        assert!(std::str::from_utf8(&part.bytes).is_ok(), "{}", part.name);
    }
}
