//! The web servers that hosts use, run from the recipes of `www/hosting` as they lie there.
//!
//! A test edits a recipe as a host would: the lines marked "yours", and the hosts in the policy. For the
//! rest it is the recipe that runs. A server is looked for on `PATH`, or named by `NGINX` and `CADDY`;
//! where it is not, the test says so and is skipped.

use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use ioculate_core::config::{Config, Served};
use ioculate_emulator::Running;
use serde_json::{Value, json};

use crate::{
    names::{NAME, Names},
    rows,
    see::PATIENCE,
};

/// A program that serves files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// nginx
    Nginx,
    /// Caddy
    Caddy,
}

impl Program {
    /// Each of them.
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    const fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Nginx => ("nginx", "NGINX", "nginx.conf"),
            Self::Caddy => ("caddy", "CADDY", "Caddyfile"),
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// Where it lies; says so where it is not here.
    #[must_use]
    pub fn find(self) -> Option<PathBuf> {
        let (name, variable, _) = self.facts();
        let named = env::var_os(variable).map(PathBuf::from);
        let folders = env::var_os("PATH").unwrap_or_default();
        // Where Debian puts servers, which is on the administrator's path alone.
        let mut folders: Vec<PathBuf> = env::split_paths(&folders).collect();
        folders.push("/usr/sbin".into());
        let mut there = folders.into_iter().map(|folder| folder.join(name));
        let found = named.or_else(|| there.find(|file| file.is_file()));
        if found.is_none() {
            eprintln!("skipped: {name} is neither on PATH nor named by {variable}");
        }
        found
    }
}

/// A recipe of `www/hosting`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// What it is for.
    pub program: Program,
    /// Its folder: a cloud's name, or `proxy`.
    pub folder: &'static str,
}

impl Recipe {
    /// The recipe as it lies there.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn text(self) -> String {
        let (_, _, name) = self.program.facts();
        let text = fs::read_to_string(self.place().join(name));
        text.unwrap_or_else(|error| panic!("{self:?}: {error}"))
    }

    /// The recipe for this API. nginx is given a name that it has to look up while it runs.
    fn passing_on_to(self, api: &str, names: &Names) -> String {
        match (self.folder, self.program) {
            (PROXY, Program::Nginx) => {
                let api = api.replace("//localhost:", &format!("//{NAME}:"));
                let names = format!("resolver 127.0.0.1:{}", names.port);
                let text = edited(&self.text(), API, &api);
                edited(&text, "resolver 127.0.0.53", &names)
            }
            (PROXY, Program::Caddy) => edited(&self.text(), API, api),
            _ => self.text(),
        }
    }

    /// The configuration beside it.
    ///
    /// # Panics
    /// When there is none, or the page refuses it.
    #[must_use]
    pub fn config(self) -> Config {
        let text = fs::read_to_string(self.place().join("config.json"));
        let json = serde_json::from_str(&text.expect("a configuration")).expect("JSON");
        Config::read(&json).unwrap_or_else(|faults| panic!("{self:?}: {faults:?}"))
    }

    fn place(self) -> PathBuf {
        rows::in_project("www/hosting").join(self.folder)
    }

    /// Serves this folder with the recipe as it is, though nobody is there to pass calls on to.
    ///
    /// # Panics
    /// When the server does not start.
    #[must_use]
    pub fn try_out(self, site: &Path) -> Server {
        let names = Names::start();
        let text = self.passing_on_to("https://127.0.0.1:1", &names);
        Server::start(self.program, &text, site, free_port(), names)
    }

    /// Puts the page of this folder up on this port, for the emulator's tenant.
    pub(crate) async fn serve(self, site: &Path, emulator: &Running, port: u16) -> Server {
        let given = reqwest::get(format!("{}/config.json", emulator.page));
        let given = given.await.expect("the emulator's configuration").bytes();
        let given = given.await.expect("the emulator's configuration");
        let mut given: Value = serde_json::from_slice(&given).expect("the configuration is JSON");
        let names = Names::start();
        let mut text = self.passing_on_to(&emulator.api, &names);
        if self.folder == PROXY {
            let base = format!("http://localhost:{port}/mde");
            given["apiBases"] = json!([{ "name": "Proxy", "base": base }]);
        }
        fs::write(site.join("config.json"), given.to_string()).expect("a copy can be written");
        let config = Config::read(&given).expect("the page takes the configuration");
        for served in [Served::Page, Served::Redirect] {
            let own = policy(&config, served);
            text = edited(&text, &policy(&self.config(), served), &own);
        }
        Server::start(self.program, &text, site, port, names)
    }
}

/// The folder of the recipes with the API behind the page.
pub const PROXY: &str = "proxy";

/// The API that they pass calls on to.
const API: &str = "https://api.security.microsoft.com";

fn policy(config: &Config, served: Served) -> String {
    let mut headers = config.headers(served).into_iter();
    let policy = headers.find(|(name, _)| *name == "Content-Security-Policy");
    policy.expect("a policy").1
}

/// The text with what a host edits; it must be there.
fn edited(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "the recipe has no {old}");
    text.replace(old, new)
}

/// What the servers note what was asked for in.
const ASKED: &str = "asked.log";

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    /// Where it serves.
    pub origin: String,
    process: Child,
    folder: PathBuf,
    _names: Names,
}

impl Server {
    fn start(program: Program, recipe: &str, site: &Path, port: u16, names: Names) -> Self {
        let folder = env::temp_dir().join(format!("ioculate-server-{}-{port}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for temporary files");
        let site = fs::canonicalize(site).expect("the page's folder");
        let site = site.to_str().expect("paths of tests are UTF-8");
        let recipe = edited(recipe, "/srv/ioculate", site);
        let mut command = Command::new(program.find().expect("the server is here"));
        match program {
            Program::Nginx => nginx(&mut command, &recipe, &folder, port),
            Program::Caddy => caddy(&mut command, &recipe, &folder, port),
        }
        let log = fs::File::create(folder.join("log")).expect("a log");
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        let process = process.spawn().expect("the server starts");
        let mut server = Self {
            origin: format!("http://localhost:{port}"),
            process,
            folder,
            _names: names,
        };
        server.listens(port);
        server
    }

    /// A line for each file that was asked for until now, with its path.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        let lines = fs::read_to_string(self.folder.join(ASKED)).unwrap_or_default();
        lines.lines().map(str::to_owned).collect()
    }

    /// What the server says of itself: errors, and from nginx warnings.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    fn listens(&mut self, port: u16) {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = self.process.try_wait().expect("the server can be asked");
            let log = self.log();
            assert!(
                ended.is_none() && begun.elapsed() < PATIENCE,
                "the server does not listen: {log}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// One process of this user's, without the system's folders.
fn nginx(command: &mut Command, recipe: &str, folder: &Path, port: u16) {
    let recipe = edited(
        recipe,
        "listen 443 ssl;",
        &format!("listen 127.0.0.1:{port};"),
    );
    let recipe = edited(&recipe, "ssl_certificate", "#");
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = temporary.map(|name| format!("{name}_temp_path {name};\n"));
    let whole = format!(
        "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr warn;\nevents {{}}\n\
         http {{\naccess_log {ASKED};\n{}{recipe}}}\n",
        temporary.concat()
    );
    fs::write(folder.join("nginx.conf"), whole).expect("a recipe can be written");
    command.args(["-e", "stderr", "-p"]).arg(folder);
    command.args(["-c", "nginx.conf"]);
}

/// Without a certificate, which it would ask somebody for, and without its own port of control.
fn caddy(command: &mut Command, recipe: &str, folder: &Path, port: u16) {
    let site = format!(
        "http://localhost:{port} {{\n\tbind 127.0.0.1\n\tlog {{\n\t\toutput file {}\n\t}}\n",
        folder.join(ASKED).display()
    );
    let recipe = edited(recipe, "ioculate.contoso.example {", &site);
    let whole = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{recipe}");
    let file = folder.join("Caddyfile");
    fs::write(&file, whole).expect("a recipe can be written");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(file);
    for place in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(place, folder);
    }
}

/// The redirect URI of a page on this port.
pub(crate) fn redirect_uri(port: u16) -> String {
    format!("http://localhost:{port}/redirect.html")
}

/// A port that nobody has right now.
pub(crate) fn free_port() -> u16 {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    taken.local_addr().expect("it has an address").port()
}
