// Starts the worker's program. The build writes the hashed names in.
import init from './ioculate-worker.js';

// A rejected module promise does not reach the page; a reported error does.
init({ module_or_path: new URL('./ioculate-worker_bg.wasm', import.meta.url) }).catch(reportError);
