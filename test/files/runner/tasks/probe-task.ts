/** A task that does one thing, good or bad, which its input names. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskOpening } from '../../../../src/files/runner/task.ts';

export interface Probe {
  readonly act: keyof typeof ACTS;
  readonly path: string;
}

const ACTS = {
  'read the file': (path: string) => readFileSync(path, 'utf8'),
  'write the file': (path: string) => writeFileSync(path, 'changed'),
  'start a program': () => spawnSync('/bin/true').status,
  'look around': () => ({ env: { ...process.env }, priority: getPriority(), start: Date.now() }),
  'take a moment': async () => {
    const start = Date.now();
    await sleep(150);
    return { start, end: Date.now() };
  },
  'loop forever': () => {
    for (;;);
  },
  'wait forever': () => new Promise(() => setInterval(() => undefined, 1_000)),
  'fill the heap': () => {
    const kept: object[] = [];
    for (;;) kept.push({ n: kept.length });
  },
  'fill typed arrays': () => {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(2 ** 24).fill(1));
  },
  throw: () => {
    throw new TypeError('no such thing');
  },
  'throw where nobody catches': () => {
    setImmediate(() => {
      throw new Error('nobody catches');
    });
    return new Promise(() => undefined);
  },
  'reject where nobody catches': () => {
    void Promise.reject(new Error('nobody awaits'));
    return new Promise(() => undefined);
  },
  'return what cannot be sent': () => () => undefined,
  exit: () => process.exit(3),
  'end by a signal': () => process.kill(process.pid, 'SIGSEGV'),
} satisfies Record<string, (path: string) => unknown>;

export default async function probeTask({ act, path }: Probe): Promise<TaskOpening<unknown>> {
  return { result: await ACTS[act](path) };
}
