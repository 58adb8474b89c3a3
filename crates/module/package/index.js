// In a browser, and for bundlers: the program and the guard's lists lie beside this file.
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
