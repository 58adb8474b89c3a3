// Starts the worker's program, and lends it what only a script can do under Trusted Types: start the
// worker that unpacks, and what is shorter in one: fetch a file and compare it. The build writes in the
// hashed names, and what the program is held to.
import init from './ioculate-worker.js';

// A file that takes longer than this is not waited for.
const PATIENCE_MS = 5 * 60 * 1000;

// Nothing is sent while the guard's lists are awaited: a server that goes silent must not hold that up.
const LISTS_PATIENCE_MS = 30 * 1000;

function ownUrl(name) {
  const url = new URL(name, import.meta.url);
  if (url.origin !== location.origin) throw new TypeError(`not of this origin: ${url.origin}`);
  return url.href;
}

let policy;

function startUnpacker() {
  policy ??= globalThis.trustedTypes?.createPolicy('ioculate', { createScriptURL: ownUrl }) ?? { createScriptURL: ownUrl };
  return new Worker(policy.createScriptURL('./unpack-boot.js'), { type: 'module', name: 'ioculate-unpack' });
}

/**
 * What an archive or a workbook held. Each is unpacked in a worker of its own, which then ends: its
 * memory is given back, and a file made to do harm ends with it. Fails with `missing` where the
 * program did not load, with `failed` where it did not come to an end.
 */
function unpack(name, file) {
  return new Promise((resolve, reject) => {
    const worker = startUnpacker();
    let state = 'missing';
    const end = (settle, value) => {
      clearTimeout(timer);
      worker.terminate();
      settle(value);
    };
    const timer = setTimeout(() => end(reject, state), PATIENCE_MS);
    worker.onerror = (event) => {
      event.preventDefault();
      end(reject, state);
    };
    worker.onmessage = ({ data }) => {
      if (data === 'ready') {
        state = 'failed';
        worker.postMessage([name, file]);
      } else if (data === 'missing' || data === 'failed') end(reject, data);
      else end(resolve, data);
    };
  });
}

/**
 * The guard's public lists. Fails with `missing` where they cannot be fetched, with `foreign` where
 * what is there is not of this SHA-256 and length.
 */
async function guardLists(sha256, length) {
  let why = 'missing';
  const signal = AbortSignal.timeout(LISTS_PATIENCE_MS);
  // The name changes with the content, so that what the browser holds is good, also without a network.
  // Only where it holds something else, such as a page of the network's own, is the server asked again.
  for (const cache of ['force-cache', 'reload']) {
    const response = await fetch(ownUrl('./guard-lists.bin'), { cache, signal }).catch(() => undefined);
    if (!response?.ok) continue;
    const bytes = await response.arrayBuffer().catch(() => undefined);
    if (!bytes) continue;
    if (bytes.byteLength === length && (await hex(bytes)) === sha256) return new Uint8Array(bytes);
    why = 'foreign';
  }
  throw why;
}

async function hex(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

globalThis.ioculate = Object.freeze({ unpack, guardLists });

const program = fetch(new URL('./ioculate-worker_bg.wasm', import.meta.url), { integrity: '' });

// A rejected module promise does not reach the page; a reported error does.
init({ module_or_path: program }).catch(reportError);
