// CommonJS, for packages that come in no form that a worker imports. What a bundler would do beforehand
// is done here before the clock starts.
const loaded = new Map();

function text(url) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.send();
  return request.status === 200 ? request.responseText : undefined;
}

/** The package's own word for its main file. */
function main(folder) {
  const { main: file = 'index.js' } = JSON.parse(text(`${folder}/package.json`));
  return new URL(file, `${location.origin}${folder}/`).pathname;
}

function resolve(name, from) {
  if (name.startsWith('.')) return new URL(name, `${location.origin}${from}`).pathname.replace(/\/$/, '');
  return name.includes('/') ? `/peers/${name}` : main(`/peers/${name}`);
}

export function require(name, from = '/peers/') {
  const path = resolve(name, from);
  if (loaded.has(path)) return loaded.get(path).exports;
  const files = [path, `${path}.js`, `${path}.json`, `${path}/index.js`];
  const url = files.filter((file) => /\.c?js(on)?$/.test(file)).find((file) => text(file) !== undefined);
  if (!url) throw new Error(`${name} is not in ${from}`);
  const module = { exports: {} };
  loaded.set(path, module);
  if (url.endsWith('.json')) module.exports = JSON.parse(text(url));
  else new Function('module', 'exports', 'require', text(url))(module, module.exports, (it) => require(it, url));
  return module.exports;
}
