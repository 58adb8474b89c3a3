//! Runs of an earlier life of the page: gone on with, shown, and taken in and out as files.

use std::time::Duration;

use ioculate_browser::{
    clock,
    journal::{Seat, running},
};
use ioculate_core::{
    import::Input,
    journal::{Kept, NotOpened, RunFile, RunId},
    report::NamedFile,
    session::{Account, Command, Event},
    source::SourceKind,
};
use wasm_bindgen::JsValue;

use crate::{
    file,
    keeper::Keeper,
    post,
    pump::{Bench, Current, is_readable, load_lists, tell},
    run::{Run, Shared},
};

/// How often it is looked whether a list has ended that was stopped.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Does what a command asks for that a list can be read without; gives the seat of a run that is gone
/// on with.
pub(crate) async fn obey(bench: &Bench, command: Command, attachment: JsValue) -> Option<Seat> {
    let Bench {
        session,
        current,
        keeper,
        ..
    } = bench;
    if reads_again(&command) && !is_readable(SourceKind::Prose).await
        || matches!(command, Command::Send { .. }) && !bench.is_protected().await
    {
        post::part_missing();
        return None;
    }
    if matches!(command, Command::Send { .. } | Command::ResumeRun { .. }) {
        bench.await_lists().await;
    }
    match command {
        Command::ResumeRun { run, account } => {
            end_list(session, current).await;
            return resume(session, keeper, &run, account).await;
        }
        Command::ShowRun { run } => show(session, keeper, &run).await,
        Command::PrepareUndo { run, account } => undo(session, keeper, &run, account).await,
        Command::SaveRun { run } => save(keeper, &run).await,
        Command::OpenRunFile => open(keeper, &attachment).await,
        Command::ForgetRun { run } => keeper.forget(&run).await,
        Command::ForgetRuns => keeper.forget_all().await,
        Command::Export { kind } => post::files(session.borrow().files(kind)),
        Command::TenantExport { selected, kind } => {
            post::files(session.borrow().tenant_files(clock::now(), &selected, kind));
        }
        command => post::all(&session.borrow_mut().handle(clock::now(), command, None)),
    }
    None
}

/// Whether it has something read, which may be of any kind.
const fn reads_again(command: &Command) -> bool {
    matches!(
        command,
        Command::ResumeRun { .. }
            | Command::ShowRun { .. }
            | Command::PrepareUndo { .. }
            | Command::PrepareDelete { .. }
            | Command::MendRest
    )
}

/// Ends a list of the tenant, which has the seat that a run wants, and waits until its calls are
/// written down.
async fn end_list(session: &Shared, current: &Current) {
    if !session.borrow().is_listing() {
        return;
    }
    let told = session
        .borrow_mut()
        .handle(clock::now(), Command::StopListing, None);
    post::all(&told);
    tell(current, |desk| desk.tell(Input::Woke));
    while session.borrow().is_listing() || is_driven(current) {
        clock::sleep(LOOK_EVERY).await;
    }
}

fn is_driven(current: &Current) -> bool {
    current.borrow().as_ref().is_some_and(Run::is_going)
}

/// Goes on with a run in the seat that is given back. The seat is taken before the run is read, so
/// that no other page can send of it meanwhile.
async fn resume(session: &Shared, keeper: &Keeper, run: &RunId, account: Account) -> Option<Seat> {
    if session.borrow().is_running() {
        refuse(NotOpened::Busy);
        return None;
    }
    let seat = Seat::of(&keeper.journal(), run).await;
    match seat.and_then(|(seat, file)| Ok((seat, kept(file)?))) {
        Ok((seat, kept)) => {
            let wants_lists = session.borrow_mut().wants_guard_lists_for(&kept);
            if wants_lists {
                load_lists(session).next().await;
            }
            let told = session.borrow_mut().resume(clock::now(), kept, account);
            post::all(&told);
            Some(seat)
        }
        Err(why) => {
            refuse(why);
            None
        }
    }
}

/// Shows what became of a run.
async fn show(session: &Shared, keeper: &Keeper, run: &RunId) {
    match load(keeper, run).await.and_then(kept) {
        Ok(kept) => post::all(&session.borrow_mut().show(clock::now(), kept)),
        Err(why) => refuse(why),
    }
}

/// Prepares to take back what a run did. One that a page is at is not done yet.
async fn undo(session: &Shared, keeper: &Keeper, run: &RunId, account: Account) {
    let at = running().await.map_err(storage);
    let is_running = at.map(|at| at.contains(&Some(run.clone())));
    let loaded = match is_running {
        Ok(true) => Err(NotOpened::Elsewhere),
        Ok(false) => load(keeper, run).await.and_then(kept),
        Err(why) => Err(why),
    };
    match loaded {
        Ok(kept) => {
            let told = session
                .borrow_mut()
                .prepare_undo(clock::now(), kept, account);
            post::all(&told);
        }
        Err(why) => refuse(why),
    }
}

/// Gives the page a run as a file.
async fn save(keeper: &Keeper, run: &RunId) {
    match load(keeper, run).await {
        Ok(file) => post::files([NamedFile {
            name: file.name(),
            bytes: file.to_bytes(),
        }]),
        Err(why) => refuse(why),
    }
}

/// Takes in the run file that came with the command.
async fn open(keeper: &Keeper, attachment: &JsValue) {
    match take_in(keeper, attachment).await {
        Ok(()) => keeper.has_changed().await,
        Err(why) => refuse(why),
    }
}

async fn take_in(keeper: &Keeper, attachment: &JsValue) -> Result<(), NotOpened> {
    let bytes = file::read(attachment).await;
    let file = RunFile::from_bytes(&bytes.map_err(|_| NotOpened::NoRunFile)?)?;
    let journal = keeper.journal().map_err(storage)?;
    journal.take_in(&file).await
}

async fn load(keeper: &Keeper, run: &RunId) -> Result<RunFile, NotOpened> {
    keeper.journal().map_err(storage)?.load(run).await
}

fn kept(file: RunFile) -> Result<Kept, NotOpened> {
    file.stored.kept(file.input)
}

fn storage(message: String) -> NotOpened {
    NotOpened::Storage { message }
}

fn refuse(why: NotOpened) {
    post::event(&Event::NotOpened(why));
}
