//! Listening on loopback, and on nothing else.
//!
//! Browsers resolve `localhost` to `127.0.0.1` or to `::1`, so each port is taken on both where the
//! computer has both.

use std::{
    io::{self, ErrorKind},
    net::{Ipv4Addr, Ipv6Addr, TcpListener},
};

use crate::StartError;

/// How often another free port is tried where `::1` has the one that `127.0.0.1` gave.
const TRIES: usize = 16;

/// A port on loopback.
pub(crate) struct Listeners {
    pub(crate) port: u16,
    pub(crate) sockets: Vec<TcpListener>,
}

/// Takes `port`, or any free one for 0. `purpose` and `flag` are for the message.
pub(crate) fn take(
    port: u16,
    purpose: &'static str,
    flag: &'static str,
) -> Result<Listeners, StartError> {
    let fault = |source: io::Error| {
        if source.kind() == ErrorKind::AddrInUse {
            return StartError::PortTaken {
                port,
                purpose,
                flag,
            };
        }
        StartError::Listen {
            port,
            purpose,
            source,
        }
    };
    let tries = if port == 0 { TRIES } else { 1 };
    let mut taken = both(port);
    for _ in 1..tries {
        if taken.is_ok() {
            break;
        }
        taken = both(port);
    }
    taken.map_err(fault)
}

fn both(port: u16) -> io::Result<Listeners> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = first.local_addr()?.port();
    let second = match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(socket) => Some(socket),
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(error),
        Err(_) => None,
    };
    let sockets: Vec<TcpListener> = [Some(first), second].into_iter().flatten().collect();
    for socket in &sockets {
        socket.set_nonblocking(true)?;
    }
    Ok(Listeners { port, sockets })
}
