/**
 * The thread in which tesseract.js works. Its own looks for the data of languages in one folder, or fetches them; this one takes them
 * from the packages that they come in.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const script = require('tesseract.js/src/worker-script/index.js');

/** @param path ends in the language's code and `.traineddata.gz` */
function readLanguage(path: string): Promise<Buffer> {
  const [code = ''] = basename(path).split('.');
  return readFile(require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`));
}

parentPort?.on('message', (packet: unknown) => {
  script.dispatchHandlers(packet, (answer: unknown) => parentPort?.postMessage(answer));
});
script.setAdapter({
  getCore: require('tesseract.js/src/worker-script/node/getCore.js'),
  gunzip: gunzipSync,
  fetch: () => Promise.reject(new Error('nothing is fetched')),
  readCache: readLanguage,
  writeCache: () => Promise.resolve(),
  deleteCache: () => Promise.resolve(),
  checkCache: () => Promise.resolve(false),
});
