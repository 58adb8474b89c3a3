// In a browser: the program and the guard's lists lie beside this file. Each address is written out, here
// and in `ioculate_module.js`, which is how some bundlers see what to take along; others need a copy of both.
import { entry } from './reader.js';

export { webLock } from './reader.js';

export const { read, reopen } = entry(
  () => undefined,
  async () => {
    const response = await fetch(new URL('./guard-lists.bin', import.meta.url));
    if (!response.ok) throw new Error(`guard-lists.bin: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
);
