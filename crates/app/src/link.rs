//! The line to the worker: commands go out, events come in.
//!
//! A message out is an array of a [`Command`] and, for a file, the `File`; a message in is an array
//! of an [`Event`] and the bytes of an export. What is asked before the worker is ready waits.

use std::{cell::RefCell, rc::Rc};

use ioculate_core::session::{Command, Event};
use js_sys::{Array, ArrayBuffer};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use yew::Callback;

use crate::crossing;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ioculate, js_name = startWorker, catch)]
    fn start_worker() -> Result<Worker, JsValue>;
}

/// What comes from the worker.
#[derive(Clone, Debug)]
pub enum Heard {
    /// An event, with the bytes of the files that it names.
    Event(Event, Vec<ArrayBuffer>),
    /// The worker is gone, or could not be understood.
    Failed(String),
}

/// A running worker; it ends with the page.
pub struct Link {
    worker: Worker,
    waiting: RefCell<Option<Vec<Array>>>,
    /// Kept for as long as the worker may call it.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    /// Likewise.
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Link {
    /// Starts the worker.
    ///
    /// # Errors
    /// The browser's reason where it starts none.
    pub fn start(heard: &Callback<Heard>) -> Result<Rc<Self>, String> {
        let worker = start_worker().map_err(|error| format!("{error:?}"))?;
        let (news, death) = (heard.clone(), heard.clone());
        let on_message =
            Closure::new(move |message: MessageEvent| news.emit(read(&message.data())));
        let on_error =
            Closure::new(move |error: ErrorEvent| death.emit(Heard::Failed(error.message())));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Rc::new(Self {
            worker,
            waiting: RefCell::new(Some(Vec::new())),
            _on_message: on_message,
            _on_error: on_error,
        }))
    }

    /// The worker has said that it is ready.
    pub fn ready(&self) {
        for message in self.waiting.take().unwrap_or_default() {
            self.post(&message);
        }
    }

    /// Whether the worker has said so.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.waiting.borrow().is_none()
    }

    /// Asks the worker for something, with the file that belongs to it.
    pub fn ask(&self, command: &Command, file: Option<&File>) {
        let Some(command) = crossing::command(command) else {
            return;
        };
        let message = Array::of1(&command);
        if let Some(file) = file {
            message.push(file);
        }
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => self.post(&message),
        }
    }

    fn post(&self, message: &Array) {
        // Fails only for what cannot be cloned; commands and files can.
        let _ = self.worker.post_message(message);
    }
}

fn read(data: &JsValue) -> Heard {
    let message: &Array = data.unchecked_ref();
    match crossing::event(message.get(0)) {
        Ok(event) => {
            let files = (1..message.length())
                .filter_map(|i| message.get(i).dyn_into().ok())
                .collect();
            Heard::Event(event, files)
        }
        Err(error) => Heard::Failed(format!("an event could not be read: {error}")),
    }
}
