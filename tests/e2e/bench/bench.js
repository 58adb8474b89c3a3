// Gives the same bytes to ours and to the peers, each in a worker of its own, and takes the time on the
// page: from the moment the bytes are posted until the bodies of all calls are said to be there.
import { Ours } from './ours.js';

const inputs = new Map();
const workers = new Map();

/** The bytes of an input; fetched once. */
async function input(name) {
  if (!inputs.has(name)) {
    const response = await fetch(`/inputs/${name}`);
    if (!response.ok) throw new Error(`${name} is not there`);
    inputs.set(name, await response.blob());
  }
  return inputs.get(name);
}

/** A worker of somebody else's. What it says of a text is its last word on it. */
class Peer {
  constructor(script) {
    this.worker = new Worker(script, { type: 'module' });
  }

  ask(message, transfer = []) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
      this.worker.onerror = (event) => reject(new Error(`${event.message} (${event.filename}:${event.lineno})`));
      this.worker.postMessage(message, transfer);
    });
  }

  ready() {
    return this.ask({ is: 'ready' });
  }

  read(how, given, transfer) {
    return this.ask({ is: 'read', how, given }, transfer);
  }

  bodies() {
    return this.ask({ is: 'bodies' });
  }

  async forget() {
    await this.ask({ is: 'forget' });
  }
}

async function started(who) {
  if (!workers.has(who)) {
    const worker = who === 'ours' ? new Ours() : new Peer(new URL(`${who}.js`, import.meta.url));
    await worker.ready();
    workers.set(who, worker);
  }
  return workers.get(who);
}

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is in the bodies, whoever wrote them: how many indicators, and a digest of their keys. */
async function content(bodies) {
  const lists = bodies.map((body) => JSON.parse(body)).map((body) => body.Indicators ?? [body]);
  const keys = lists.flat().map((it) => `${it.indicatorType} ${it.indicatorValue} ${it.action}`);
  return {
    calls: bodies.length,
    indicators: keys.length,
    longest: lists.reduce((most, list) => Math.max(most, list.length), 0),
    digest: await digest(keys.sort().join('\n')),
  };
}

globalThis.bench = {
  /** Has the input fetched and the worker started, so that neither is measured. */
  async prepare(who, name) {
    await input(name);
    await started(who);
  },

  /** One run: milliseconds, counts, and where `look` says so what the bodies hold. */
  async run(who, name, how, look) {
    const worker = await started(who);
    const bytes = await (await input(name)).arrayBuffer();
    const begun = performance.now();
    const told = await worker.read(how, bytes, [bytes]);
    const milliseconds = performance.now() - begun;
    const found = look ? await content(await worker.bodies()) : null;
    await worker.forget();
    return { milliseconds, told, found };
  },

  /** One run from a file, as a page has it, which nothing is taken of but its memory. */
  async runFile(who, name, how) {
    const worker = await started(who);
    const file = new File([await input(name)], name);
    return worker.read(how, file, []);
  },

  /** Ends a worker. The next run has a new one. */
  end(who) {
    workers.get(who)?.worker.terminate();
    workers.delete(who);
  },
};
