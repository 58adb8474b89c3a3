// In Node: the program and the guard's lists are read from the disk.
import { readFile } from 'node:fs/promises';
import { entry } from './reader.js';

export { webLock } from './reader.js';

const beside = (name) => readFile(new URL(name, import.meta.url));

export const { read, reopen } = entry(
  () => beside('./ioculate_module_bg.wasm'),
  async () => new Uint8Array(await beside('./guard-lists.bin')),
);
