/** Compiles what changed since the last time: the compiler keeps its own record of that, and so does whoever builds the page. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../src/errors.ts';
import { buildPage } from '../page.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @throws OperatorError with what the compiler says */
export async function build(): Promise<void> {
  await Promise.all([compile(), buildPage()]);
}

async function compile(): Promise<void> {
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(/package\.json$/, 'bin/tsc');
  const child = spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new OperatorError(`The bot could not be built:\n${said.trim()}`);
}
