/** The receiver of tickets in the operator's guide does what the guide says. */
import assert from 'node:assert/strict';
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createWebhook } from '../../src/outbox/webhook.ts';
import { freePort } from '../support/free-port.ts';

const SECRET = 'a-long-enough-secret';
const BODY = { event: 'ticket.created', ticket: { number: 'T-1001', description: 'Größe “x”' } };

describe('the receiver in the operator’s guide', () => {
  let folder: string;
  let receiver: ChildProcessByStdio<null, Readable, Readable>;
  let url: string;
  let printed = '';

  before(async () => {
    const guide = await readFile(new URL('../../docs/operators-guide.md', import.meta.url), 'utf8');
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];
    folder = await mkdtemp(join(tmpdir(), 'cpor-receiver-'));
    const file = join(folder, 'receiver.mjs');
    await writeFile(file, code);
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    const env = { ...process.env, DESK_WEBHOOK_SECRET: SECRET, PORT: String(port) };
    receiver = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    receiver.stdout.on('data', (text: Buffer) => {
      printed += text;
    });
    await untilListening();
  });

  after(async () => {
    if (receiver.exitCode === null) {
      receiver.kill();
      await once(receiver, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  async function untilListening(): Promise<void> {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20)) {
      if ((await fetch(url).catch(() => undefined)) !== undefined) return;
    }
    assert.fail('the receiver does not listen');
  }

  const hook = (secret = SECRET, clock = () => new Date()) =>
    createWebhook({ url, secret, fetch, timeoutMs: 5_000, clock });

  it('takes a ticket of ours, and the same one again without doing it twice', async () => {
    for (let i = 0; i < 3; i++) assert.deepEqual(await hook().post({ key: 'id/1', body: BODY }), { kind: 'sent' });
    assert.deepEqual(await hook().post({ key: 'id/2', body: BODY }), { kind: 'sent' });
    const twice = 'ticket.created T-1001\n'.repeat(2);
    // The answer may be faster than the pipe.
    while (printed.length < twice.length) await once(receiver.stdout, 'data');
    assert.equal(printed, twice);
  });

  it('refuses what is signed with another secret, what is old, and what is not signed', async () => {
    const refused = { kind: 'refused', status: 401 };
    assert.deepEqual(await hook('another-long-secret').post({ key: 'id/3', body: BODY }), refused);
    const old = () => new Date(Date.now() - 301_000);
    assert.deepEqual(await hook(SECRET, old).post({ key: 'id/3', body: BODY }), refused);
    const forged: Record<string, string>[] = [
      {},
      { 'x-cpor-signature': 'v1=' },
      { 'x-cpor-signature': 'ü'.repeat(67) },
    ];
    for (const headers of forged) assert.equal((await fetch(url, { method: 'POST', body: '{}', headers })).status, 401);
    assert.equal(receiver.exitCode, null);
  });
});
