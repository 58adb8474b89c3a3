//! What can happen to the page.

use ioculate_core::{
    change::Field,
    check::{Defaults, Policy},
    journal::{Route, RunId},
    mapping::Reading,
    session::{Account, Choices, Event, ExportKind, Filter, Fix, Scope, Selected},
};

use crate::language::Language;

use super::{CheckMsg, EditMsg, HelpMsg, Hidden, Look, PresetMsg, Step, Tell, Who, Widths, Wish};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The worker said something.
    Told(Event),
    /// The worker runs.
    WorkerReady,
    /// The worker has not said that it runs, long after it was started.
    WorkerLate,
    /// The worker died; what it left as its reason.
    WorkerFailed(String),
    /// Files were given; they go to the worker beside the model.
    Given {
        /// How many.
        files: u32,
    },
    /// Files were dropped where none are read.
    TurnedAway,
    /// What stood above the screen was read.
    CloseNotice,
    /// The messages of a language could not be fetched.
    LanguageMissing(Language),
    /// A language that was asked for is spoken.
    LanguageSpoken,
    /// A run file was given; it goes to the worker beside the model.
    RunFileGiven,
    /// Something is wanted of a run that is kept.
    Wish(Wish),
    /// The user confirmed it.
    ConfirmWish,
    /// A run that is kept is wanted as a file.
    SaveRun(RunId),
    /// Text was pasted, and is to be read.
    Pasted(String),
    /// This stood in the box for it when another screen took its place.
    LeftUnread(String),
    /// A source is to be read otherwise.
    ReadAs {
        /// Which, counted from 0.
        file: u16,
        /// How.
        reading: Reading,
    },
    /// The defaults were changed.
    Defaults(Defaults),
    /// A default text is being written.
    TryText {
        /// Which field's.
        field: Field,
        /// The text so far.
        text: String,
    },
    /// The texts of a column are wanted.
    ColumnTexts {
        /// The source, from 0.
        file: u16,
        /// The column, from 0.
        column: u16,
    },
    /// Something is wanted of presets, or said of them.
    Preset(PresetMsg),
    /// Something is wanted of help.
    Help(HelpMsg),
    /// The policy was changed.
    Policy(Policy),
    /// Other rows are wanted.
    Filter(Filter),
    /// These rows came into view.
    View {
        /// The first one, within the filter.
        start: u32,
        /// How many.
        count: u32,
    },
    /// The cursor went to this place within the filter.
    Cursor(u32),
    /// The details were closed.
    CloseDetail,
    /// A fix was chosen.
    Fix(Fix, Scope),
    /// Who is signed in now; the same account again where it signed in anew.
    Account(Option<Account>),
    /// The tenant is to be listed again.
    ListTenant,
    /// The tenant's list is not waited for.
    SkipTenant,
    /// Other columns of a list's rows are shown.
    Columns(Hidden),
    /// They are wider or narrower.
    Widths(Widths),
    /// Rows are written in, or a decision about them is taken back.
    Edit(EditMsg),
    /// What the tenant holds is looked at; or rows are chosen.
    Look(Look),
    /// What is done as the tenant stands was changed.
    Choices(Choices),
    /// The user wants to send.
    AskToSend,
    /// Another way to send was chosen in the dialog.
    Route(Route),
    /// Whether to send though nothing of the run can be kept was changed in the dialog.
    Unjournalled(bool),
    /// Whether to send by the tenant's list that is known was changed in the dialog.
    AsListed(bool),
    /// The ways out without the API are wanted.
    Ways,
    /// The dialog was left.
    CloseDialog,
    /// The user confirmed.
    ConfirmSend(Who),
    /// The API is to be asked again whether it lets this page in.
    CheckConnection,
    /// Something is wanted of the connection check, or said of it.
    Check(CheckMsg),
    /// Pause.
    Pause,
    /// Go on.
    Resume,
    /// Do not send the rest.
    Cancel,
    /// A run is to be taken back.
    Undo(RunId),
    /// Indicators of the tenant are to be deleted.
    DeleteSelected(Selected),
    /// What is prepared, or about to be, is not wanted; or its report was read.
    Drop,
    /// A file to download.
    Export(ExportKind),
    /// What a run left to be mended is to be read, in the place of what it sent.
    MendRest,
    /// Something about telling when a run ends.
    Tell(Tell),
    /// A step of the title bar.
    Go(Step),
    /// Everything is forgotten and the first screen shown.
    StartOver,
}
