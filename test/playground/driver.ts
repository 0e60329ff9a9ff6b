/**
 * Drives the real Agents Playground: starts it beside a bot, and types, presses and looks in its page by Chromium.
 * For the tests that need a browser (`npm run test:playground`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PLAYGROUND_CONFIG } from '../../scripts/sample/playground-config.ts';

const CLI = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js');

/** Of the Playground's people: it tells bots the zone of its own process. */
export const TIME_ZONE = 'America/Los_Angeles';

export interface PlaygroundOptions {
  /** Where the bot listens on loopback. */
  readonly botPort: number;
  /** Where the Playground shall listen. */
  readonly port: number;
  /** A folder of the test's own: the Playground writes its records there. */
  readonly dir: string;
}

export interface Playground {
  readonly url: string;
  /** What it wrote about itself, for the message of a failed test. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts it with the project's own tenant and waits until it answers.
 *
 * @throws Error when the port is taken, or with its log when it ends early
 */
export async function startPlayground({ botPort, port, dir }: PlaygroundOptions): Promise<Playground> {
  const url = `http://127.0.0.1:${port}`;
  if (await answers(url)) throw new Error(`port ${port} is taken by another Playground`);
  mkdirSync(dir, { recursive: true });
  copyFileSync(PLAYGROUND_CONFIG, join(dir, '.m365agentsplayground.yml'));
  const logFile = join(dir, 'playground.log');
  const args = ['-e', `http://127.0.0.1:${botPort}/api/messages`, '-c', 'msteams', '-p', String(port)];
  const child = spawn(process.execPath, [CLI, ...args, '--disable-telemetry'], {
    cwd: dir,
    env: { ...process.env, TZ: TIME_ZONE, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: logFile },
    stdio: 'ignore',
  });
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  await answering(child, url, log);
  return { url, log, stop: () => end(child) };
}

/** Asks until it answers: the Playground tells no other way. */
async function answering(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the Playground ended at once (${child.exitCode}): ${log()}`);
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await end(child);
  throw new Error(`the Playground did not answer within 30 s: ${log()}`);
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/_debug/ping`).catch(() => undefined);
  return response?.ok ?? false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(last);
}
