// <indicator-import>: a file is chosen, what would be sent is shown, and one click sends it. It is drawn
// in the portal's own font, and in the system's colours, which follow the portal's colour scheme.
import { read, webLock } from './index.js';

/** @typedef {import('./index.js').IndicatorList} IndicatorList */
/** @typedef {import('./index.js').Plan} Plan */
/** @typedef {import('./index.js').RunSummary} RunSummary */
/** @typedef {import('./index.js').IoculateError} IoculateError */
/** @typedef {import('./index.js').StoppedBy} StoppedBy */

const STYLE = `
:host { display: block; color: CanvasText; background: Canvas; font: inherit; }
:host([hidden]), [hidden] { display: none !important; }
:host > *, section > * { margin-block: .5em; }
label { display: block; }
label > input { display: block; margin-block-start: .25em; max-inline-size: 100%; font: inherit; }
ul { margin-block: .5em; padding-inline-start: 1.5em; }
li, p { overflow-wrap: anywhere; }
button { min-block-size: 2em; padding-inline: 1em; font: inherit; }
progress { inline-size: 100%; }
:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
`;

// Of more causes the first ones are shown: the report has them all.
const MOST_CAUSES = 10;

/** @type {(count: number, one: string, many?: string) => string} */
const counted = (count, one, many = `${one}s`) => `${count.toLocaleString()} ${count === 1 ? one : many}`;

const WITHOUT_LISTS =
  'The public lists of what should not be blocked could not be loaded: nothing was checked against them.';

// What a run that stopped by itself says of it where the API has said nothing.
/** @type {Record<StoppedBy['code'], string>} */
const STOPPED = {
  cancelled: 'Stopped.',
  unfinished: 'It was cut off.',
  gate: 'The API did not let it in.',
  forbidden: 'The API forbade it on its way.',
  'wrong-host': 'What answers is not the API.',
  'over-quota': 'The tenant has no room for more.',
  'sign-in': 'No token was to be had.',
  trouble: 'Several calls failed in a row.',
  journal: 'What happens could not be written down any more.',
};

/** @type {(stopped: StoppedBy | null) => string} */
const why = (stopped) => (stopped ? `${STOPPED[stopped.code]} ${stopped.message}`.trimEnd() : '');

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Partial<HTMLElementTagNameMap[K]>} [properties]
 * @param {...Node} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function made(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * What a portal set before this file was there, else `otherwise`: a field of the class would take its place.
 * @template T
 * @param {object} element @param {string} key @param {T} otherwise
 * @returns {T}
 */
const before = (element, key, otherwise) => Object.getOwnPropertyDescriptor(element, key)?.value ?? otherwise;

/** @type {CSSStyleSheet | undefined} */
let sheet;

function style() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

export class IndicatorImport extends HTMLElement {
  /** @type {import('./element.js').IndicatorImport['getToken']} */
  getToken = before(this, 'getToken', null);
  /** @type {import('./index.js').Account | null} */
  account = before(this, 'account', null);
  /** @type {Omit<import('./index.js').ReadOptions, 'name'>} */
  options = before(this, 'options', {});

  /** @type {IndicatorList | undefined} */
  #list;
  /** @type {AbortController | undefined} */
  #going;
  /** @type {AbortController | undefined} */
  #comparing;
  // Ends when the comparison that was begun last has: the next one waits for it.
  #compared = Promise.resolve();
  // A file that was chosen later makes what is known of an earlier one old.
  #turn = 0;
  /** @type {[string, Blob][]} */
  #reports = [];
  /** @type {string[]} */
  #urls = [];

  #input = made('input', { type: 'file', onchange: () => void this.#read() });
  #sums = made('p');
  #causes = made('ul');
  #send = made('button', { type: 'button', onclick: () => void this.#run() });
  #plan = made('section', { hidden: true }, this.#sums, this.#causes, this.#send);
  #bar = made('progress', { ariaLabel: 'Indicators sent' });
  #stop = made('button', { type: 'button', textContent: 'Stop', onclick: () => this.#going?.abort() });
  #running = made('section', { hidden: true }, this.#bar, this.#stop);
  #files = made('p');
  #said = made('p', { role: 'status', tabIndex: -1 });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style()];
    const label = made('label', {}, document.createTextNode('List of indicators'), this.#input);
    root.append(label, this.#plan, this.#running, this.#said, this.#files);
  }

  get apiHost() {
    return this.getAttribute('api-host') ?? '';
  }

  set apiHost(host) {
    this.setAttribute('api-host', host);
  }

  connectedCallback() {
    this.#offer();
  }

  disconnectedCallback() {
    this.#withdraw();
    // What is moved in the document is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  // A run that goes on sends nothing new and is told of when it has ended; what came of one stays.
  #leave() {
    if (this.#going) return this.#going.abort();
    if (this.#reports.length > 0) return;
    this.#forget();
    this.#input.value = '';
  }

  #forget() {
    this.#turn++;
    this.#comparing?.abort();
    this.#list?.free();
    this.#list = undefined;
    this.#withdraw();
    this.#reports = [];
    this.#said.textContent = '';
    this.#plan.hidden = this.#running.hidden = true;
  }

  // Links to what came of a run, while they can be clicked: a link keeps its file in memory.
  #offer() {
    const links = this.#reports.map(([name, report]) => {
      const url = URL.createObjectURL(report);
      this.#urls.push(url);
      return made('a', { href: url, download: name, textContent: `Save ${name}` });
    });
    this.#files.replaceChildren(...links);
  }

  #withdraw() {
    this.#urls.forEach((url) => URL.revokeObjectURL(url));
    this.#urls = [];
    this.#files.replaceChildren();
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`indicator-${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#said.textContent = error instanceof Error ? error.message : String(error);
    this.#tell('fail', error);
  }

  get #to() {
    const { account, apiHost, getToken } = this;
    if (!getToken) throw new Error('The portal has given no getToken.');
    return { apiHost, getToken, ...(account && { account }) };
  }

  async #read() {
    this.#forget();
    const turn = this.#turn;
    const file = this.#input.files?.[0];
    if (!file) return;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const list = await read(bytes, { ...this.options, name: file.name });
      if (turn !== this.#turn) return list.free();
      this.#list = list;
      const plan = this.hasAttribute('compare') ? await this.#compare(list) : list.plan();
      if (plan && turn === this.#turn) this.#show(plan);
    } catch (error) {
      if (turn !== this.#turn) return;
      // The same file may be chosen again.
      this.#input.value = '';
      this.#fail(error);
    }
  }

  // One at a time: what an earlier file was compared with is given up. Nothing where this one was, meanwhile.
  /** @param {IndicatorList} list */
  async #compare(list) {
    await this.#compared;
    if (list !== this.#list) return undefined;
    const { signal } = (this.#comparing = new AbortController());
    const comparison = list.compare({ ...this.#to, signal });
    this.#compared = comparison.then(() => undefined, () => undefined);
    return comparison;
  }

  /** @param {Plan} plan */
  #show(plan) {
    const { records, ready, duplicate, conflict, refused, ignored } = plan.counts;
    const held = plan.held.reduce((sum, { rows }) => sum + rows, 0);
    this.#sums.textContent =
      `${counted(records, 'record')}: ${ready} ready, ${duplicate} duplicate, ${conflict} in conflict, ` +
      `${refused} refused, ${ignored} ignored.` +
      (held > 0 ? ` ${held} of those ready would stay behind.` : '');
    const guarded = plan.guard.caught.filter(({ stops }) => stops);
    const reasons = [
      ...(plan.guard.lists ? [] : [WITHOUT_LISTS]),
      ...guarded.map(({ rows, list, example }) => `${counted(rows, 'row')}: held back by ${list}, such as ${example}.`),
      ...plan.causes.slice(0, MOST_CAUSES).map(({ rows, finding }) => `${counted(rows, 'row')}: ${finding.message}`),
    ];
    this.#causes.replaceChildren(...reasons.map((textContent) => made('li', { textContent })));
    this.#send.textContent = `Send ${counted(plan.entries, 'indicator')} in ${counted(plan.calls, 'call')}`;
    this.#send.disabled = plan.entries === 0;
    this.#plan.hidden = false;
    this.#tell('plan', plan);
  }

  async #run() {
    const list = this.#list;
    if (!list || !this.#tell('send', list.plan(), true)) return;
    const going = (this.#going = new AbortController());
    try {
      const to = { ...this.#to, signal: going.signal };
      this.#bar.value = 0;
      this.#goes(true);
      this.#stop.focus();
      const lock = 'locks' in navigator ? webLock : undefined;
      const summary = await list.run({ ...to, ...(lock && { lock }), onProgress: (progress) => this.#go(progress) });
      this.#end(list, summary, why(summary.stopped));
    } catch (error) {
      this.#broken(list, /** @type {IoculateError} */ (error));
    } finally {
      this.#going = undefined;
      this.#goes(false);
      if (!this.isConnected) this.#leave();
    }
  }

  // Another file waits until a run has ended: what comes of it would be of no list on the screen.
  /** @param {boolean} going */
  #goes(going) {
    this.#running.hidden = !going;
    this.#plan.hidden = going || !this.#list;
    this.#input.disabled = going;
    this.#stop.disabled = false;
  }

  /** @param {IndicatorList} list @param {IoculateError} error */
  #broken(list, error) {
    const { code, summary } = error;
    if (summary && summary.calls > 0) {
      this.#end(list, summary, code === 'aborted' ? STOPPED.cancelled : error.message);
      return this.#tell('fail', error);
    }
    if (code === 'tenant-changed') this.#show(list.plan());
    this.#fail(error);
    this.#said.focus();
  }

  /** @param {import('./index.js').Progress} progress */
  #go(progress) {
    this.#bar.max = progress.entries;
    this.#bar.value = progress.accepted + progress.rejected;
    this.#stop.disabled = progress.ending;
    this.#tell('progress', progress);
  }

  /** @param {IndicatorList} list @param {RunSummary} summary @param {string} why */
  #end(list, summary, why) {
    const { accepted, rejected, unconfirmed, notSent } = summary;
    const counts = `${accepted} accepted, ${rejected} rejected, ${unconfirmed} unconfirmed, ${notSent} not sent.`;
    this.#said.textContent = `${counts} ${why}`.trimEnd();
    this.#reports = list
      .report('report-csv')
      .map(({ name, bytes, mediaType }) => [name, new Blob([new Uint8Array(bytes)], { type: mediaType })]);
    list.free();
    this.#list = undefined;
    if (this.isConnected) this.#offer();
    this.#said.focus();
    this.#tell('finish', summary);
  }
}

customElements.define('indicator-import', IndicatorImport);
