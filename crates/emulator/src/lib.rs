//! Microsoft's indicator API and a sign-in of Entra's shape, emulated on this computer.
//!
//! For the demo and for tests: it serves the page, signs three made-up accounts in, keeps indicators
//! in memory, and does what the documents say, as strictly as they can be read. Switches on the
//! manage port make it throttle, fail, delay and refuse. It is no substitute for a tenant: what
//! Microsoft does not document is a guess here, and every message says `[emulator]`.
//!
//! Invariants: it listens on loopback only, never opens a connection, and depends on none of this
//! project's crates, so that a misread rule cannot agree with itself.

mod api;
mod api_port;
mod calls;
mod clock;
mod cors;
mod cut;
mod entity;
mod envelope;
mod faults;
mod filter;
mod listen;
mod manage;
mod random;
mod rate;
mod rules;
mod shape;
mod shared;
mod sign_in;
mod site;
mod tenant;

use std::{
    error::Error,
    fmt, io,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, routing::any};
use tokio::runtime::Runtime;
use url::{Host, Url};

use api_port::ApiPort;
pub use rate::Windows;
use shared::{Addresses, Shared};
use sign_in::SignIn;
pub use sign_in::{CLIENT_ID, RESOURCE, TENANT_ID, TENANT_NAME};
use site::Site;

/// What to start.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The built page; without one only its `config.json` is served.
    pub site: Option<PathBuf>,
    /// The page's port; 0 is any free one.
    pub port: u16,
    /// The port of API and sign-in; 0 is any free one.
    pub api_port: u16,
    /// The manage port; 0 is any free one.
    pub manage_port: u16,
    /// API and sign-in on the page's port instead of `api_port`: no CORS.
    pub same_origin: bool,
    /// How long the windows of the limits last.
    pub windows: Windows,
    /// Origins whose pages may hold the page in a frame.
    pub embedding_parents: Vec<String>,
    /// The API bases that `config.json` names instead of the emulator's own, while the page's policy stays as
    /// it is. `{api}` and `{page}` in them are the emulator's origins.
    pub api_bases: Vec<String>,
    /// Redirect URIs registered besides the page's own `/redirect.html`; loopback only.
    pub redirect_uris: Vec<String>,
}

/// Why it did not start.
#[derive(Debug)]
pub enum StartError {
    /// Somebody listens there.
    PortTaken {
        /// The port.
        port: u16,
        /// What it was wanted for.
        purpose: &'static str,
        /// The command line's flag for another one.
        flag: &'static str,
    },
    /// The port cannot be had for another reason.
    Listen {
        /// The port; 0 for any.
        port: u16,
        /// What it was wanted for.
        purpose: &'static str,
        /// What the system says.
        source: io::Error,
    },
    /// The site is no folder.
    NoSite(PathBuf),
    /// A redirect URI that is not on this computer.
    ForeignRedirect(String),
    /// The system gives no threads.
    Runtime(io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortTaken {
                port,
                purpose,
                flag,
            } => write!(
                f,
                "port {port} for {purpose} is taken; stop what listens there, or choose another \
                 port with {flag}"
            ),
            Self::Listen {
                port,
                purpose,
                source,
            } => write!(f, "cannot listen on port {port} for {purpose}: {source}"),
            Self::NoSite(folder) => write!(
                f,
                "{} is not a folder; build the page first, or name its folder with --site",
                folder.display()
            ),
            Self::ForeignRedirect(uri) => write!(
                f,
                "the redirect URI {uri} is not on this computer; the demo's sign-in sends codes to \
                 loopback only"
            ),
            Self::Runtime(source) => write!(f, "cannot start threads: {source}"),
        }
    }
}

impl Error for StartError {}

/// Starts emulators.
pub struct Emulator;

/// An emulator that runs until this is dropped.
#[must_use = "the emulator stops when this is dropped"]
pub struct Running {
    /// Origin of the page, `http://localhost:PORT`.
    pub page: String,
    /// Origin of API and sign-in.
    pub api: String,
    /// Origin of the manage port.
    pub manage: String,
    shared: Arc<Shared>,
    files: Arc<Mutex<site::Files>>,
    /// Where the API has a port of its own.
    api_port: Option<ApiPort>,
    runtime: Option<Runtime>,
}

impl Emulator {
    /// Starts it on threads of its own; when this returns, all ports answer.
    ///
    /// # Errors
    /// See [`StartError`].
    #[allow(
        clippy::needless_pass_by_value,
        reason = "options are written where they are given"
    )]
    pub fn start(options: Options) -> Result<Running, StartError> {
        check(&options)?;
        let page = listen::take(options.port, "the page", "--port")?;
        let manage = listen::take(options.manage_port, "the manage port", "--manage-port")?;
        let api = if options.same_origin {
            None
        } else {
            Some(listen::take(options.api_port, "the API", "--api-port")?)
        };
        let addresses = Addresses {
            page: origin(page.port),
            api: origin(api.as_ref().map_or(page.port, |api| api.port)),
            manage: origin(manage.port),
        };
        let mut running = Running::new(&options, addresses);
        let routers = running.routers(&options);
        let runtime = running.runtime.insert(api_port::threads()?);
        api_port::serve(runtime, page, &routers.page)?;
        api_port::serve(runtime, manage, &routers.manage)?;
        let api = api.map(|api| ApiPort::open(api, routers.api));
        running.api_port = api.transpose()?;
        Ok(running)
    }
}

struct Routers {
    page: Router,
    api: Router,
    manage: Router,
}

impl Running {
    /// Lets `by` pass at once on the emulator's clock: windows, expirations and tokens age.
    pub fn advance(&self, by: Duration) {
        self.shared.clock.advance(by);
    }

    /// The paths of the page's files that were asked for until now, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        site::files(&self.files).asked.clone()
    }

    /// From here on files whose names begin so are not there.
    pub fn withhold(&self, start: &str) {
        site::files(&self.files).withheld.push(start.to_owned());
    }

    /// From here on every file is there again.
    pub fn withhold_nothing(&self) {
        site::files(&self.files).withheld.clear();
    }

    /// Closes the port of API and sign-in: every connection ends at once, work that was done stays
    /// done, and nobody listens. Where they are on the page's port nothing happens.
    pub fn cut_off(&self) {
        if let Some(port) = &self.api_port {
            port.close();
        }
    }

    /// Opens that port again, with everything as it was.
    ///
    /// # Errors
    /// Somebody else took the port meanwhile.
    pub fn reconnect(&self) -> Result<(), StartError> {
        match &self.api_port {
            Some(port) => port.open_again(),
            None => Ok(()),
        }
    }

    fn new(options: &Options, addresses: Addresses) -> Self {
        let Addresses { page, api, manage } = addresses.clone();
        let mut redirects = vec![
            format!("{page}/redirect.html"),
            format!("{page}/redirect.html").replace("localhost", "127.0.0.1"),
        ];
        redirects.extend(options.redirect_uris.iter().cloned());
        let sign_in = SignIn::new(&api, redirects);
        Self {
            page,
            api,
            manage,
            shared: Arc::new(Shared::new(addresses, sign_in, options.windows)),
            files: Arc::default(),
            api_port: None,
            runtime: None,
        }
    }

    /// The API bases that are configured.
    fn api_bases(&self, options: &Options) -> Vec<String> {
        let placed = |base: &String| {
            let base = base.replace("{api}", &self.api);
            base.replace("{page}", &self.page)
        };
        match options.api_bases.as_slice() {
            [] => vec![self.api.clone()],
            bases => bases.iter().map(placed).collect(),
        }
    }

    fn routers(&self, options: &Options) -> Routers {
        let whole = options.windows == Windows::default();
        let site = Site {
            api: self.api.clone(),
            parents: options.embedding_parents.clone(),
            api_bases: self.api_bases(options),
            files: Arc::clone(&self.files),
            window_seconds: (!whole).then(|| options.windows.short.as_secs().max(1)),
        };
        let api = Router::new()
            .route("/api", any(api::answer))
            .route("/api/{*path}", any(api::answer))
            .with_state(Arc::clone(&self.shared))
            .merge(sign_in::routes(Arc::clone(&self.shared)));
        let page = site::routes(site, options.site.as_deref());
        let page = if options.same_origin {
            page.merge(api.clone())
        } else {
            page
        };
        Routers {
            page,
            api,
            manage: manage::routes(Arc::clone(&self.shared)),
        }
    }
}

impl Drop for Running {
    /// Closes all ports and connections before it returns.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            api_port::stop(runtime);
        }
    }
}

fn check(options: &Options) -> Result<(), StartError> {
    if let Some(site) = options.site.as_ref().filter(|site| !site.is_dir()) {
        return Err(StartError::NoSite(site.clone()));
    }
    let foreign = options.redirect_uris.iter().find(|uri| !is_loopback(uri));
    match foreign {
        Some(uri) => Err(StartError::ForeignRedirect(uri.clone())),
        None => Ok(()),
    }
}

fn origin(port: u16) -> String {
    format!("http://localhost:{port}")
}

/// Is `uri` on this computer?
fn is_loopback(uri: &str) -> bool {
    let Ok(uri) = Url::parse(uri) else {
        return false;
    };
    match uri.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
