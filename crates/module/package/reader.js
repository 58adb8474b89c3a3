// What both entries share: the program is started once, when something is to be read.
import init, { readWith, reopenWith } from './ioculate_module.js';

/** @param {unknown} cause */
function notLoaded(cause) {
  const error = new Error(`The program did not load: ${cause instanceof Error ? cause.message : cause}`, { cause });
  return Object.assign(error, { name: 'IoculateError', code: 'not-loaded' });
}

/**
 * @param {() => Promise<BufferSource> | undefined} program
 * @param {() => Promise<Uint8Array>} guardLists
 * @returns {Pick<typeof import('./index.js'), 'read' | 'reopen'>}
 */
export function entry(program, guardLists) {
  /** @type {Promise<unknown> | undefined} */
  let started;
  const start = () => {
    started ??= (async () => init({ module_or_path: await program() }))().catch((cause) => {
      // Where it did not start, the next one tries again.
      started = undefined;
      throw notLoaded(cause);
    });
    return started;
  };
  return {
    async read(bytes, options) {
      await start();
      return readWith(bytes, options, guardLists);
    },
    async reopen(run, options) {
      await start();
      return reopenWith(run, options);
    },
  };
}

/** @type {import('./index.js').Lock} */
export function webLock(name) {
  return new Promise((taken, failed) => {
    /** @param {unknown} held */
    const hold = (held) => (held ? new Promise((release) => taken(() => release(undefined))) : taken(null));
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(failed);
  });
}
