// Starts the page: checks the browser, starts the program that Trunk's preload links name, and lends it
// what only a script can do under Trusted Types: start the worker, load MSAL.

const MSAL = {
  file: 'msal-browser-5.29.0.min.js',
  integrity: 'sha384-+1voqNokNYsaqIXexF0kKI3c9W4OF0XNcgeM9IT0ieh5I+3edEvpJO+vQBfILohN',
};

// The smallest module that uses SIMD.
const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

function ownUrl(name) {
  const url = new URL(name, document.baseURI);
  if (url.origin !== location.origin) throw new TypeError(`not of this origin: ${url.origin}`);
  return url.href;
}

const policy = globalThis.trustedTypes?.createPolicy('ioculate', { createScriptURL: ownUrl }) ?? { createScriptURL: ownUrl };

// A browser that keeps a page to come back to may keep its worker with all that it holds, and no other page
// could go on with its run: it ends with the page, which begins anew when it is come back to.
function startWorker() {
  const worker = new Worker(policy.createScriptURL('worker-boot.js'), { type: 'module', name: 'ioculate' });
  addEventListener('pagehide', () => worker.terminate());
  return worker;
}

addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

let msal;

/** The global `msal`, loaded at the first call; a failure may be tried again. */
function loadMsal() {
  msal ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.integrity = MSAL.integrity;
    script.src = policy.createScriptURL(MSAL.file);
    // In a turn of its own: what comes after it is long enough.
    script.onload = () => setTimeout(() => resolve(globalThis.msal));
    script.onerror = () => {
      msal = undefined;
      script.remove();
      reject(new Error(`${MSAL.file} did not load, or is not the file that was built in`));
    };
    document.head.append(script);
  });
  return msal;
}

function cannotStart(why, detail) {
  document.getElementById('app').hidden = true;
  document.getElementById('cannot-start').hidden = false;
  document.getElementById(why).hidden = false;
  if (detail !== undefined) document.getElementById(`${why}-detail`).textContent = detail;
}

function missing() {
  if (!globalThis.isSecureContext) return 'why-insecure';
  if (!globalThis.WebAssembly?.validate(new Uint8Array(SIMD))) return 'why-old';
  return undefined;
}

async function start() {
  const glue = document.querySelector('link[rel=modulepreload]');
  const wasm = document.querySelector('link[rel=preload][type="application/wasm"]');
  // Browsers do not hold a preload to its integrity: fetch does.
  const program = fetch(wasm.href, { integrity: wasm.integrity });
  const { default: init } = await import(glue.href);
  await init({ module_or_path: program });
}

/** A part of the program that is fetched after the first screen has not come. */
function didNotLoad() {
  cannotStart('why-load', 'a part of the program');
}

globalThis.ioculate = Object.freeze({ startWorker, loadMsal, didNotLoad });

const why = missing();
if (why) cannotStart(why);
else start().catch((error) => cannotStart('why-load', String(error)));
