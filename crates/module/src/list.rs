//! The one class of the module: a list that was read.

#![allow(
    clippy::missing_errors_doc,
    reason = "callers are told by the types: what is thrown has a code"
)]

use std::rc::Rc;

use ioculate_core::{
    batch,
    guard::Unloaded,
    mapping::Reading,
    packed,
    session::{Choices, Command, Event, Filter, Override, Session, VerdictFilter},
    source::SourceKind as CoreKind,
};
use js_sys::{Function, Promise, Uint8Array};
use tsify::Ts;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::{
    fault::{ErrorCode, Fault},
    given::{PlanOptions, ReadOptions, ReopenOptions, RowsOptions},
    names::{ReportFormat, Verdict},
    options::{RunOptions, all, bytes, kept, plain, thrown, told},
    run::Work,
    told::{Batch, Plan, ReportFile, Row, Rows},
};

/// A list of indicators that was read. It holds memory of its own: free it, or let `using` do so.
#[wasm_bindgen]
pub struct IndicatorList {
    work: Rc<Work>,
}

/// Reads a file; for `read`, which has the program started and says where the guard's lists are.
#[wasm_bindgen(js_name = readWith)]
pub async fn read_with(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | ArrayBuffer | string")] bytes: JsValue,
    options: Ts<ReadOptions>,
    #[wasm_bindgen(unchecked_param_type = "() => Promise<Uint8Array>")] guard_lists: Function,
) -> Result<IndicatorList, JsValue> {
    let list = list(&bytes, &options.js_value()).map_err(|fault| thrown(&fault))?;
    let is_wanted = list.work.session.borrow_mut().wants_guard_lists();
    if is_wanted {
        let lists = loaded(&guard_lists).await;
        let said = list.work.session.borrow_mut().take_guard_lists(lists);
        list.work.take(said);
    }
    Ok(list)
}

/// Opens a run that a journal has kept; for `reopen`. It shows what became of its rows, and `run` goes
/// on with it, as the account and at the API that it was begun with.
#[wasm_bindgen(js_name = reopenWith)]
pub fn reopen_with(
    #[wasm_bindgen(unchecked_param_type = "KeptRun")] run: &JsValue,
    options: Option<Ts<ReopenOptions>>,
) -> Result<IndicatorList, JsValue> {
    let options = options.map_or(JsValue::UNDEFINED, |options| options.js_value());
    reopened(run, &options).map_err(|fault| thrown(&fault))
}

fn reopened(run: &JsValue, options: &JsValue) -> Result<IndicatorList, Fault> {
    let options: ReopenOptions = plain(options)?;
    let limits = options.limits;
    let settings = ReadOptions {
        limits,
        ..ReadOptions::default()
    };
    let work = Rc::new(Work::new(Session::new()));
    let configure = Command::Configure {
        api_base: String::new(),
        limits: settings.settings()?.limits,
    };
    work.ask(configure, None);
    work.show(kept(run)?)?;
    Ok(IndicatorList { work })
}

/// Without its lists the rules of the guard hold that need none; a plan says so.
async fn loaded(guard_lists: &Function) -> Result<Vec<u8>, Unloaded> {
    let asked = guard_lists.call0(&JsValue::UNDEFINED);
    let asked = asked.map_err(|_| Unloaded::Missing)?;
    let bytes = JsFuture::from(Promise::resolve(&asked)).await;
    let bytes = bytes.map_err(|_| Unloaded::Missing)?;
    let bytes = bytes.dyn_into::<Uint8Array>();
    bytes.map_or(Err(Unloaded::Missing), |bytes| Ok(bytes.to_vec()))
}

fn list(given: &JsValue, options: &JsValue) -> Result<IndicatorList, Fault> {
    let options: ReadOptions = plain(options)?;
    let content = bytes(given)?;
    if options.name.trim().is_empty() {
        let message = "name is missing. It takes the file's name.";
        return Err(Fault::new(ErrorCode::BadOption, message));
    }
    if packed::is_packed(&content) {
        let message = "This is an archive or a workbook, and only texts are read here.";
        return Err(Fault::new(ErrorCode::Packed, message));
    }
    let settings = options.settings()?;
    let work = Work::new(Session::new());
    let configure = Command::Configure {
        api_base: String::new(),
        limits: settings.limits,
    };
    for command in [
        configure,
        Command::Protect(settings.own),
        Command::SetDefaults(settings.defaults),
        Command::SetPolicy(settings.policy),
    ] {
        work.ask(command, None);
    }
    let name = options.name.clone();
    work.ask(Command::Read { name }, Some(content));
    read_as(&work, &options)?;
    let work = Rc::new(work);
    Ok(IndicatorList { work })
}

/// Reads it as the caller says.
fn read_as(work: &Work, options: &ReadOptions) -> Result<(), Fault> {
    let kind = match (options.kind, &options.mapping) {
        (None, None) => return Ok(()),
        (Some(kind), _) => kind.into(),
        (None, Some(_)) => CoreKind::Table,
    };
    let mapping = options.mapping.as_ref().map(Into::into);
    let reading = Reading { kind, mapping };
    work.ask(Command::ReadAs { file: 0, reading }, None);
    let summary = work.summary.borrow();
    let file = summary.as_ref().and_then(|summary| summary.files.first());
    let taken = file.and_then(|file| file.reading.as_ref());
    if taken.is_some_and(|taken| taken.kind == kind) {
        return Ok(());
    }
    let message = format!("The file cannot be read as {}.", kind.as_str());
    Err(Fault::new(ErrorCode::BadOption, message))
}

#[wasm_bindgen]
impl IndicatorList {
    /// What would be sent, and what keeps the rest back. Options decide it anew, all of them; without
    /// any it stays as it was decided.
    pub fn plan(&self, options: Option<Ts<PlanOptions>>) -> Result<Ts<Plan>, JsValue> {
        if let Some(options) = options {
            let options: PlanOptions =
                plain(&options.js_value()).map_err(|fault| thrown(&fault))?;
            let choices = self.choices(&options);
            self.work.ask(Command::SetChoices(choices), None);
        }
        let plan = self.work.summary.borrow().clone().map(Plan::from);
        Ok(Ts::new_unchecked(told(&plan)?))
    }

    /// Rows with their states, and after a run with what became of them.
    pub fn rows(&self, options: Option<Ts<RowsOptions>>) -> Result<Ts<Rows>, JsValue> {
        let given = options.map_or(JsValue::UNDEFINED, |options| options.js_value());
        let options: RowsOptions = plain(&given).map_err(|fault| thrown(&fault))?;
        let filter = Filter {
            verdict: options.verdict.map(verdict),
            code: options.code,
            ..Filter::default()
        };
        let rows = self.window(&filter, options.start.unwrap_or(0), options.count);
        Ok(Ts::new_unchecked(told(&rows)?))
    }

    /// The calls that a run would make now, in their order.
    #[wasm_bindgen(unchecked_return_type = "Batch[]")]
    pub fn batches(&self) -> Result<js_sys::Array, JsValue> {
        let session = self.work.session.borrow();
        let plan = session.plan();
        let batches = batch::split(&plan, session.limits()).into_iter();
        let batches: Vec<Batch> = batches
            .map(|batch| Batch {
                endpoint: batch.endpoint.into(),
                path: batch::path(batch.endpoint).to_owned(),
                items: u32::try_from(batch.entries.len()).unwrap_or(u32::MAX),
                body: String::from_utf8_lossy(&batch::body(&plan, &batch.entries, batch.endpoint))
                    .into_owned(),
            })
            .collect();
        all(&batches)
    }

    /// Lists the tenant, and compares what is ready with it: what would change nothing then stays
    /// behind, and a run lists it again before its first call.
    #[wasm_bindgen(unchecked_return_type = "Promise<Plan>")]
    pub fn compare(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RunOptions")] options: &JsValue,
    ) -> Promise {
        let (work, options) = (Rc::clone(&self.work), RunOptions::of(options));
        future_to_promise(async move {
            let options = options.map_err(|fault| thrown(&fault))?;
            Rc::clone(&work).compare(options).await?;
            let plan = work.summary.borrow().clone().map(Plan::from);
            told(&plan)
        })
    }

    /// Sends what is planned, in as few calls as the API allows, and tells what became of it.
    #[wasm_bindgen(unchecked_return_type = "Promise<RunSummary>")]
    pub fn run(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RunOptions")] options: &JsValue,
    ) -> Promise {
        let (work, options) = (Rc::clone(&self.work), RunOptions::of(options));
        future_to_promise(async move {
            let options = options.map_err(|fault| thrown(&fault))?;
            work.run(options).await
        })
    }

    /// Files to keep; none where there is nothing to say. There is no report before a run has ended.
    #[wasm_bindgen(unchecked_return_type = "ReportFile[]")]
    pub fn report(&self, format: &Ts<ReportFormat>) -> Result<js_sys::Array, JsValue> {
        let format: Result<ReportFormat, _> = format.to_rust();
        let format =
            format.map_err(|why| thrown(&Fault::new(ErrorCode::BadOption, why.to_string())))?;
        let session = self.work.session.borrow();
        let files = session.files(format.into());
        files.map(|file| told(&ReportFile::of(file))).collect()
    }
}

impl IndicatorList {
    fn choices(&self, options: &PlanOptions) -> Choices {
        let summary = self.work.summary.borrow();
        let guarded = summary.iter().flat_map(|summary| &summary.guarded);
        let wanted = options.send_guarded.as_deref().unwrap_or_default();
        let overridden = guarded.filter(|it| it.stops && wanted.contains(&it.list));
        Choices {
            send_unchanged: options.send_unchanged.unwrap_or_default(),
            conflicts: options.conflicts.map(Into::into).unwrap_or_default(),
            over_quota: options.over_quota.map(Into::into).unwrap_or_default(),
            overridden: overridden
                .map(|it| Override {
                    list: it.list.clone(),
                    row: None,
                    set: it.set,
                })
                .collect(),
        }
    }

    /// A page shows a window at a time; a script may want them all.
    fn window(&self, filter: &Filter, start: u32, count: Option<u32>) -> Rows {
        let mut all = Rows {
            total: 0,
            rows: Vec::new(),
        };
        loop {
            let have = u32::try_from(all.rows.len()).unwrap_or(u32::MAX);
            let ask = Command::Rows {
                filter: filter.clone(),
                start: start.saturating_add(have),
                count: count.map_or(u32::MAX, |count| count - have.min(count)),
            };
            let said = self.work.ask(ask, None).into_iter();
            let mut windows = said.filter_map(|event| match event {
                Event::Window(window) => Some(window),
                _ => None,
            });
            let Some(window) = windows.next() else {
                return all;
            };
            all.total = window.total;
            if window.rows.is_empty() {
                return all;
            }
            all.rows.extend(window.rows.into_iter().map(Row::from));
        }
    }
}

impl Drop for IndicatorList {
    fn drop(&mut self) {
        self.work.give_up();
    }
}

const fn verdict(verdict: Verdict) -> VerdictFilter {
    match verdict {
        Verdict::Ready => VerdictFilter::Ready,
        Verdict::Duplicate => VerdictFilter::Duplicate,
        Verdict::Conflict => VerdictFilter::Conflict,
        Verdict::Refused => VerdictFilter::Refused,
        Verdict::Ignored => VerdictFilter::Ignored,
    }
}
