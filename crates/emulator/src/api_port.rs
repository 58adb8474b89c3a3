//! The API's own port, which can be closed and opened again with everything kept.
//!
//! It runs on threads of its own. Closing ends them, and with them every connection at once, as when
//! a cable is pulled: work that was done stays done, and its answer does not come. A browser's own
//! offline switch does not reach a page's workers; this does.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::Router;
use tokio::runtime::{self, Runtime};

use crate::{
    StartError,
    cut::{Cut, CuttableListener},
    listen::{self, Listeners},
};

/// A port and what answers there while it is open.
pub(crate) struct ApiPort {
    port: u16,
    router: Router,
    open: Mutex<Option<Runtime>>,
}

impl ApiPort {
    /// Opens it for the first time.
    pub(crate) fn open(listeners: Listeners, router: Router) -> Result<Self, StartError> {
        let port = listeners.port;
        let runtime = threads()?;
        serve(&runtime, listeners, &router)?;
        Ok(Self {
            port,
            router,
            open: Mutex::new(Some(runtime)),
        })
    }

    /// Ends every connection; from here on nobody listens.
    pub(crate) fn close(&self) {
        if let Some(runtime) = self.runtime().take() {
            stop(runtime);
        }
    }

    /// Listens again; nothing where it does already.
    pub(crate) fn open_again(&self) -> Result<(), StartError> {
        let mut open = self.runtime();
        if open.is_none() {
            let runtime = threads()?;
            let listeners = listen::take(self.port, "the API", "--api-port")?;
            serve(&runtime, listeners, &self.router)?;
            *open = Some(runtime);
        }
        Ok(())
    }

    fn runtime(&self) -> MutexGuard<'_, Option<Runtime>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ApiPort {
    fn drop(&mut self) {
        self.close();
    }
}

/// Threads for connections.
pub(crate) fn threads() -> Result<Runtime, StartError> {
    runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(StartError::Runtime)
}

/// Answers on `listeners` until `runtime` ends.
pub(crate) fn serve(
    runtime: &Runtime,
    listeners: Listeners,
    router: &Router,
) -> Result<(), StartError> {
    let _inside = runtime.enter();
    for socket in listeners.sockets {
        let socket = tokio::net::TcpListener::from_std(socket).map_err(StartError::Runtime)?;
        let service = router.clone().into_make_service_with_connect_info::<Cut>();
        let serve = axum::serve(CuttableListener(socket), service);
        runtime.spawn(async move { serve.await });
    }
    Ok(())
}

/// Ends a runtime with its connections before it returns.
pub(crate) fn stop(runtime: Runtime) {
    // A runtime must not be shut down where futures run, and tests end us there.
    let stopper = std::thread::spawn(move || runtime.shutdown_timeout(STOP_WITHIN));
    let _ = stopper.join();
}

/// How long a stop waits for a file that is being read.
const STOP_WITHIN: Duration = Duration::from_secs(2);
