/** `npm run check:start`: does the built bot start, answer a message, and stop? The exit code says so. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const READY_WITHIN_MS = 20_000;

/** As small a stand-in for Teams as will do: knows one person, and keeps what the bot sends. */
async function startConnector() {
  const { promise: answered, resolve } = Promise.withResolvers<unknown>();
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST') resolve(await json(request));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: 'user-id-0', name: 'Alex Wilber' }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { serviceUrl, answered, stop };
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await fetch(`${url}/readyz`).catch(() => undefined))?.ok) {
    if (Date.now() > deadline) throw new Error('the bot was not ready in time');
    await sleep(50);
  }
}

async function say(url: string, text: string, serviceUrl: string): Promise<number> {
  const activity = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: 'user-id-0', name: 'Alex Wilber' },
    recipient: { id: 'bot', name: 'CPOR Assistant' },
    conversation: { id: 'personal-chat-id', conversationType: 'personal', tenantId: 'check' },
  };
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  return response.status;
}

async function check(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'check-start-'));
  const connector = await startConnector();
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, DATA_DIR: dir, PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const url = `http://127.0.0.1:${await portSaid(child.stdout)}`;
    await ready(url);
    const status = await say(url, 'help', connector.serviceUrl);
    if (status !== 200) throw new Error(`"help" was answered with ${status}`);
    await Promise.race([connector.answered, failAfter(5_000, 'the bot did not reply to "help"')]);
    child.kill('SIGTERM');
    const [code] = await Promise.race([ended, failAfter(10_000, 'the bot did not stop')]);
    if (code !== 0) throw new Error(`the bot stopped with ${code}`);
  } finally {
    child.kill('SIGKILL');
    connector.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The port in its first line of log. */
async function portSaid(stdout: Readable): Promise<string> {
  let said = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += chunk;
    const port = /"port":(\d+)/.exec(said)?.[1];
    if (port !== undefined) {
      stdout.resume();
      return port;
    }
  }
  throw new Error('the bot ended before it listened');
}

async function failAfter(ms: number, message: string): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Error(message);
}

try {
  await check();
  console.log('The built bot starts, answers and stops.');
} catch (error) {
  console.error(`The built bot failed: ${(error as Error).message}`);
  process.exitCode = 1;
}
