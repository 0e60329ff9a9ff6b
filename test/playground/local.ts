/** `npm start` as a newcomer starts it, on a fresh folder, with the Playground's page in a browser. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { openChat, type PlaygroundChat } from './chat.ts';

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = join(ROOT, 'gallery/playground');

export interface Local {
  readonly chat: PlaygroundChat;
  /** What it was started with. */
  readonly env: NodeJS.ProcessEnv;
  /** What it said so far. */
  readonly said: string;
  /** Leaves a picture in gallery/. */
  picture(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param given beside ports and the folder */
export async function startLocal(given: NodeJS.ProcessEnv): Promise<Local> {
  mkdirSync(PICTURES, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'cpor-story-'));
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    PORT: String(port),
    PLAYGROUND_PORT: String(playgroundPort),
    DATA_DIR: dataDir,
    MONGODB_URI: '',
    ...given,
  };
  const started = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const stop = async (): Promise<void> => {
    await end(started);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
      started.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Ctrl-C')) resolve();
      });
    });
    const url = `http://127.0.0.1:${playgroundPort}`;
    const chat = await openChat({ url, log: () => said, stop: async () => undefined });
    return {
      chat,
      env,
      get said() {
        return said;
      },
      picture: (name) => chat.screenshot(join(PICTURES, `${name}.png`)),
      async stop() {
        await chat.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function end(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null) return;
  const ended = once(started, 'exit');
  started.kill('SIGINT');
  await ended;
}
