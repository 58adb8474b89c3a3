// <indicator-import>: a file is chosen, what would be sent is shown, and one click sends it. It is drawn
// in the portal's own font, and in the system's colours, which follow the portal's colour scheme.
import { read, webLock } from './index.js';

/** @typedef {import('./index.js').IndicatorList} IndicatorList */
/** @typedef {import('./index.js').Plan} Plan */
/** @typedef {import('./index.js').RunSummary} RunSummary */

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
  getToken = null;
  /** @type {import('./index.js').Account | null} */
  account = null;
  /** @type {Omit<import('./index.js').ReadOptions, 'name'>} */
  options = {};

  /** @type {IndicatorList | undefined} */
  #list;
  /** @type {AbortController | undefined} */
  #going;
  // A file that was chosen later makes what is known of an earlier one old.
  #turn = 0;
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

  disconnectedCallback() {
    this.#forget();
    this.#input.value = '';
  }

  #forget() {
    this.#turn++;
    this.#going?.abort();
    this.#list?.free();
    this.#list = undefined;
    this.#urls.forEach((url) => URL.revokeObjectURL(url));
    this.#urls = [];
    this.#files.replaceChildren();
    this.#said.textContent = '';
    this.#plan.hidden = this.#running.hidden = true;
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(`indicator-${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @param {unknown} error */
  #fail(error) {
    this.#running.hidden = true;
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
      const plan = this.hasAttribute('compare') ? await list.compare(this.#to) : list.plan();
      if (turn === this.#turn) this.#show(plan);
    } catch (error) {
      if (turn !== this.#turn) return;
      // The same file may be chosen again.
      this.#input.value = '';
      this.#fail(error);
    }
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
    const turn = this.#turn;
    const going = (this.#going = new AbortController());
    try {
      const to = { ...this.#to, signal: going.signal };
      this.#bar.value = 0;
      this.#plan.hidden = true;
      this.#running.hidden = false;
      this.#stop.focus();
      const lock = 'locks' in navigator ? webLock : undefined;
      const summary = await list.run({ ...to, ...(lock && { lock }), onProgress: (progress) => this.#go(progress) });
      if (turn === this.#turn) this.#end(list, summary);
    } catch (error) {
      const { summary } = /** @type {import('./index.js').IoculateError} */ (error);
      if (turn !== this.#turn) return;
      if (summary && summary.calls > 0) this.#end(list, summary);
      else this.#plan.hidden = false;
      this.#fail(error);
    } finally {
      if (this.#going === going) this.#going = undefined;
    }
  }

  /** @param {import('./index.js').Progress} progress */
  #go(progress) {
    this.#bar.max = progress.entries;
    this.#bar.value = progress.accepted + progress.rejected;
    this.#stop.disabled = progress.ending;
    this.#tell('progress', progress);
  }

  /** @param {IndicatorList} list @param {RunSummary} summary */
  #end(list, summary) {
    this.#running.hidden = true;
    const { accepted, rejected, unconfirmed, notSent } = summary;
    this.#said.textContent = `${accepted} accepted, ${rejected} rejected, ${unconfirmed} unconfirmed, ${notSent} not sent.`;
    this.#said.focus();
    const links = list.report('report-csv').map(({ name, bytes, mediaType }) => {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
      this.#urls.push(url);
      return made('a', { href: url, download: name, textContent: `Save ${name}` });
    });
    this.#files.replaceChildren(...links);
    this.#tell('finish', summary);
  }
}

customElements.define('indicator-import', IndicatorImport);
