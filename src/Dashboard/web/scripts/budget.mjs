// Fails when the JavaScript of the first page (the board, with the map worker) passes its Brotli budget.
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const limitBytes = 560 * 1024;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

const firstPage = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || firstPage.has(chunk.file)) return;
  firstPage.add(chunk.file);
  for (const next of chunk.imports ?? []) visit(next);
};
visit('index.html');
visit('src/today/TodayBoard.tsx');
const worker = readdirSync(join(dist, 'assets')).find((name) => /worker.*\.m?js$/.test(name));
if (!worker) throw new Error('The map worker is missing from dist/assets; the map would not draw.');
firstPage.add(`assets/${worker}`);

const brotli = (path) =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const show = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;

let total = 0;
for (const file of [...firstPage].filter((name) => /\.m?js$/.test(name)).sort()) {
  const size = brotli(join(dist, file));
  total += size;
  console.log(`${show(size)}  ${file}`);
}
console.log(`${show(total)}  first page, Brotli; budget ${limitBytes / 1024} KB`);

const later = readdirSync(join(dist, 'assets')).filter((name) => /\.m?js$/.test(name) && !firstPage.has(`assets/${name}`));
for (const name of later) console.log(`${show(brotli(join(dist, 'assets', name)))}  later: assets/${name}`);

if (total > limitBytes) {
  console.error(`The first page is ${((total - limitBytes) / 1024).toFixed(1)} KB over its budget.`);
  process.exit(1);
}
