/** `npm run send-file -- FILE…`: hands files of this machine to the running bot, as if they were dropped into the Playground's chat. */
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '../src/errors.ts';
import { type Offered, offerFiles } from './send-file/offer.ts';
import { Playground } from './send-file/playground.ts';
import { filePortOf, playgroundPortOf } from './start/settings.ts';

const USAGE = 'Usage: npm run send-file -- FILE… [--text "words to go with them"]';
const FETCH_WITHIN_MS = 15_000;

async function sendFiles(paths: readonly string[], text: string): Promise<void> {
  for (const path of paths) await assertFile(path);
  const playground = new Playground(playgroundPortOf(process.env));
  const chat = await playground.personalChat();
  const port = filePortOf(process.env);
  const offer = await offerFiles(paths, port);
  try {
    await playground.send(chat, offer.files, text);
    for (const file of offer.files) await fetched(file, port);
  } finally {
    offer.close();
  }
}

async function fetched(file: Offered, port: number): Promise<void> {
  const whole = await Promise.race([file.fetched, sleep(FETCH_WITHIN_MS, undefined, { ref: false })]);
  if (whole === undefined)
    throw new OperatorError(
      `The bot did not fetch ${file.name}. Check that it runs, and that its FILE_HOSTS names 127.0.0.1:${port} (“npm start” sees to both).`,
    );
  process.stdout.write(
    whole
      ? `The bot has ${file.name}. Look at the chat.\n`
      : `The bot stopped reading ${file.name}. It says why in the chat.\n`,
  );
}

async function assertFile(path: string): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (facts?.isFile()) return;
  throw new OperatorError(facts === undefined ? `There is no file ${path}.` : `${basename(path)} is not a file.`);
}

function failure(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  const { code = '', stack } = error as NodeJS.ErrnoException;
  return code.startsWith('ERR_PARSE_ARGS') ? USAGE : (stack ?? String(error));
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { text: { type: 'string' } } });
  if (positionals.length === 0) throw new OperatorError(USAGE);
  // npm moves to the project's folder and tells here where one was.
  const paths = positionals.map((path) => resolve(process.env.INIT_CWD ?? '', path));
  await sendFiles(paths, values.text ?? '');
} catch (error) {
  process.stderr.write(`${failure(error)}\n`);
  process.exitCode = 1;
}
