// What both entries share: the program is started once, when something is to be read.
import init, { readWith } from './ioculate_module.js';

/**
 * @param {() => Promise<BufferSource> | undefined} program
 * @param {() => Promise<Uint8Array>} guardLists
 * @returns {typeof import('./index.js').read}
 */
export function reader(program, guardLists) {
  /** @type {Promise<unknown> | undefined} */
  let started;
  const start = () => {
    started ??= (async () => init({ module_or_path: await program() }))();
    // Where it did not start, the next one tries again.
    started.catch(() => (started = undefined));
    return started;
  };
  return async (bytes, options) => {
    await start();
    return readWith(bytes, options, guardLists);
  };
}
