// In a browser, and for bundlers: the program and the guard's lists lie beside this file.
import { reader } from './reader.js';

export const read = reader(
  () => undefined,
  async () => {
    const response = await fetch(new URL('./guard-lists.bin', import.meta.url));
    if (!response.ok) throw new Error(`guard-lists.bin: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
);
