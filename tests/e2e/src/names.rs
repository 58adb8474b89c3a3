//! A name server that knows one name, for web servers that look one up while they run.

use std::{
    io,
    net::{Ipv4Addr, UdpSocket},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// The name, which is this machine's and no other name server's.
pub(crate) const NAME: &str = "api.ioculate.test";

/// How long a server that nobody needs any more listens on.
const GLANCE: Duration = Duration::from_millis(100);

/// The server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Names {
    /// Where it listens, on loopback.
    pub(crate) port: u16,
    is_over: Arc<AtomicBool>,
}

impl Names {
    /// Starts one.
    ///
    /// # Panics
    /// When there is no port for it.
    pub(crate) fn start() -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let waits = socket.set_read_timeout(Some(GLANCE));
        waits.expect("a socket that does not wait for ever");
        let port = socket.local_addr().expect("it has an address").port();
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = Arc::clone(&is_over);
        std::thread::spawn(move || {
            while !ends.load(Ordering::Relaxed) {
                // Nothing was asked, or who asked is gone.
                let _ = answer(&socket);
            }
        });
        Self { port, is_over }
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn answer(socket: &UdpSocket) -> io::Result<()> {
    let mut asked = [0; 512];
    let (length, who) = socket.recv_from(&mut asked)?;
    if let Some(told) = told(&asked[..length]) {
        socket.send_to(&told, who)?;
    }
    Ok(())
}

/// What is told of a question (RFC 1035): the loopback address for `NAME`, no address of the later
/// kind, and of other names that they are unknown.
fn told(asked: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 12;
    let labels = NAME.split('.').flat_map(|label| {
        let length = u8::try_from(label.len()).unwrap_or_default();
        std::iter::once(length).chain(label.bytes())
    });
    let name: Vec<u8> = labels.chain([0]).collect();
    let end = HEADER + asked.get(HEADER..)?.iter().position(|byte| *byte == 0)? + 1;
    let question = asked.get(HEADER..end + 4)?;
    let is_known = asked.get(HEADER..end)? == name;
    let is_v4 = question[question.len() - 4..] == [0, 1, 0, 1];
    let answers = u8::from(is_known && is_v4);
    let code = if is_known { 0x80 } else { 0x83 };
    let mut told = asked.get(..2)?.to_vec();
    told.extend([0x81, code, 0, 1, 0, answers, 0, 0, 0, 0]);
    told.extend(question);
    if answers == 1 {
        // The name of the question; an address, for a second.
        told.extend([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 127, 0, 0, 1]);
    }
    Some(told)
}
