//! Serves folders to the browser, without any policy: what others take makes functions of text.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

/// A path on the server and the folder behind it. The first that fits is taken.
pub(crate) type Mount = (String, PathBuf);

/// Serves for as long as the program runs; gives the origin.
pub(crate) fn start(mounts: Vec<Mount>) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("it has an address").port();
    let mounts = Arc::new(mounts);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mounts = Arc::clone(&mounts);
            // A browser that has gone has no use for the rest.
            thread::spawn(move || answer(&stream, &mounts));
        }
    });
    format!("http://localhost:{port}/")
}

fn answer(mut stream: &TcpStream, mounts: &[Mount]) -> Option<()> {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let asked = lines.next()?;
    lines.find(String::is_empty)?;
    let path = asked.split(' ').nth(1)?.split('?').next()?;
    let path = if path == "/" { "/index.html" } else { path };
    let file = found(path, mounts).and_then(|file| Some((kind(&file), fs::read(file).ok()?)));
    let (status, kind, bytes) = match file {
        Some((kind, bytes)) => ("200 OK", kind, bytes),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        bytes.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&bytes).ok()
}

fn found(path: &str, mounts: &[Mount]) -> Option<PathBuf> {
    let mut fitting = mounts.iter().filter_map(|(mount, folder)| {
        let rest = path.strip_prefix(mount.as_str())?;
        Some(folder.join(rest))
    });
    fitting.next().filter(|_| !path.contains(".."))
}

/// What a browser must know of a file to run it.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html",
        Some("js" | "mjs") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
