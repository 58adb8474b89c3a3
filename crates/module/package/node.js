// In Node: the program and the guard's lists are read from the disk.
import { readFile } from 'node:fs/promises';
import { entry } from './reader.js';

export { webLock } from './reader.js';

// Each address is written out, so that a bundler sees which files it has to take along.
export const { read, reopen } = entry(
  () => readFile(new URL('./ioculate_module_bg.wasm', import.meta.url)),
  async () => new Uint8Array(await readFile(new URL('./guard-lists.bin', import.meta.url))),
);
