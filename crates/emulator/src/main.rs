//! `ioculate-emulator`: serves the page, the API and the sign-in until it is stopped.

use std::{env, io::Write, process::ExitCode, thread, time::Duration};

use ioculate_emulator::{Emulator, Options, Windows};

const USAGE: &str = "\
usage: ioculate-emulator [--site DIR] [--port 8080] [--api-port 8082] [--manage-port 8081]
                         [--window-seconds 60] [--same-origin]
                         [--embedding-parent ORIGIN]... [--redirect-uri URI]...

  --site DIR                 the built page
  --port, --api-port, --manage-port
                             0 takes any free port
  --window-seconds N         how long a minute of the limits lasts; an hour lasts 60 times that
  --same-origin              API and sign-in on the page's port
  --embedding-parent ORIGIN  a page of this origin may hold ours in a frame
  --redirect-uri URI         one more redirect URI for the sign-in, on this computer";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let options = match options(arguments.into_iter()) {
        Ok(options) => options,
        Err(message) => return fail(&format!("{message}\n\n{USAGE}")),
    };
    let running = match Emulator::start(options) {
        Ok(running) => running,
        Err(error) => return fail(&error.to_string()),
    };
    eprintln!("API and sign-in: {}", running.api);
    eprintln!("manage port: {}", running.manage);
    println!("ready {}/", running.page);
    let _ = std::io::stdout().flush();
    loop {
        thread::sleep(Duration::from_hours(24));
    }
}

fn fail(message: &str) -> ExitCode {
    eprintln!("ioculate-emulator: {message}");
    ExitCode::FAILURE
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options {
        port: 8080,
        api_port: 8082,
        manage_port: 8081,
        ..Options::default()
    };
    while let Some(flag) = arguments.next() {
        if flag == "--same-origin" {
            options.same_origin = true;
            continue;
        }
        let value = arguments.next();
        let value = value.ok_or_else(|| format!("{flag} is unknown or lacks its value"))?;
        set(&mut options, &flag, value)?;
    }
    Ok(options)
}

fn set(options: &mut Options, flag: &str, value: String) -> Result<(), String> {
    match flag {
        "--site" => options.site = Some(value.into()),
        "--port" => options.port = number(flag, &value)?,
        "--api-port" => options.api_port = number(flag, &value)?,
        "--manage-port" => options.manage_port = number(flag, &value)?,
        "--window-seconds" => {
            let seconds: u16 = number(flag, &value)?;
            options.windows = Windows::of(Duration::from_secs(u64::from(seconds.max(1))));
        }
        "--embedding-parent" => options.embedding_parents.push(value),
        "--redirect-uri" => options.redirect_uris.push(value),
        _ => return Err(format!("{flag} is no flag")),
    }
    Ok(())
}

fn number(flag: &str, value: &str) -> Result<u16, String> {
    value
        .parse()
        .map_err(|_| format!("{flag} takes a whole number up to 65535, not {value}"))
}
