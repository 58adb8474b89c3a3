// The worker of the built page, driven by the messages that the page sends it.

/** The messages, in the order in which they come. */
class Mail {
  constructor(worker) {
    this.kept = [];
    worker.onmessage = ({ data }) => {
      this.kept.push(data);
      this.wake?.();
    };
    worker.onerror = (event) => {
      this.error = new Error(event.message);
      this.wake?.();
    };
  }

  /** The next event of this name that passes, with the buffers beside it; those before it are let go. */
  async next(name, passes = () => true) {
    for (;;) {
      while (this.kept.length > 0) {
        const [event, ...buffers] = this.kept.shift();
        if (event.failed) throw new Error(`the worker failed at ${event.failed.place}`);
        if (event[name] && passes(event[name])) return [event[name], buffers];
      }
      if (this.error) throw this.error;
      await new Promise((wake) => (this.wake = wake));
    }
  }
}

/** What a portal's CSV is called; it needs nothing else. */
const PORTAL = { name: 'input.csv' };

export class Ours {
  constructor() {
    this.worker = new Worker('/page/worker-boot.js', { type: 'module' });
    this.mail = new Mail(this.worker);
  }

  /** A page starts it long before a file comes: until then it has opened what it keeps runs in. */
  async ready() {
    await this.mail.next('ready');
    await this.mail.next('runs');
  }

  /** Reads, checks, plans, says what there is to say of it all, and gives the bodies of the calls. */
  async read(how, given, transfer) {
    const { defaults, name } = { ...PORTAL, ...how };
    if (defaults) this.worker.postMessage([{ setDefaults: defaults }]);
    this.worker.postMessage([{ read: { name } }, given], transfer);
    this.worker.postMessage([{ export: { kind: 'request-bodies' } }]);
    const [{ counts }] = await this.mail.next('summary', (summary) => summary.counts.records > 0);
    const [, buffers] = await this.mail.next('export');
    this.buffers = buffers;
    const held = counts.duplicate + counts.conflict;
    return { accepted: counts.ready, repeated: held, refused: counts.refused, ignored: counts.ignored };
  }

  bodies() {
    const decoder = new TextDecoder();
    return this.buffers.map((buffer) => decoder.decode(buffer));
  }

  async forget() {
    this.buffers = null;
    this.worker.postMessage([{ clear: null }]);
    await this.mail.next('summary', ({ counts }) => counts.records === 0);
  }
}
