// Unpacks one archive or workbook, in a worker that is started for it. The build writes in the hashed
// names, and what the program is held to.
import init, { unpack } from './ioculate-unpack.js';

async function answer(name, file) {
  const bytes = file instanceof Blob ? await file.arrayBuffer() : file;
  const held = unpack(name, new Uint8Array(bytes));
  postMessage(held, held[0].map(([, , content]) => content.buffer));
}

self.onmessage = ({ data: [name, file] }) => answer(name, file).catch(() => postMessage('failed'));

const program = fetch(new URL('./ioculate-unpack_bg.wasm', import.meta.url), { integrity: '' });

init({ module_or_path: program }).then(
  () => postMessage('ready'),
  () => postMessage('missing'),
);
