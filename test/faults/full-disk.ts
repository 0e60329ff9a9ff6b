/**
 * The disk of the data folder is full under load, and has room again. It is a small one in memory, which takes root to mount. With MongoDB
 * the data folder is for files on their way; where TEST_MONGODB_DISK names a small disk that the server's data lies on, that is full, too. Such
 * a server ends itself: TEST_MONGODB_START is the command that starts it once there is room again.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Load } from './load.ts';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage } from './stage.ts';

const SIZE = '64m';
const BLOCK = Buffer.alloc(4_096, 'x');
const WORKS = 200;
const KINDS = ['upload', 'mark', 'tab upload', 'ticket', 'filing'];
const PEOPLE = 3;
const BUSY_MS = 3_000;
const FULL_MS = 5_000;
const TIMES = 3;
const QUESTION = 'Am I required to update any associations?';
const ANSWER = /strongly recommended/;

export const fullDisk: Scene = {
  name: 'full disk',
  impossible: () =>
    process.platform === 'linux' && process.getuid?.() === 0 ? undefined : 'to mount a small disk takes Linux and root',
  play,
};

async function play({ uri, seed, short, say }: SceneOptions): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cpor-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', dataDir]);
  let stage: Stage | undefined;
  try {
    stage = await Stage.open({ uri, seed, works: WORKS, dataDir });
    const { TEST_MONGODB_DISK: serverDisk, TEST_MONGODB_START: start } = process.env;
    const disks = uri !== undefined && serverDisk ? [dataDir, serverDisk] : [dataDir];
    const isStoreFull = uri === undefined || disks.length > 1;
    const ballasts = disks.map((disk) => join(disk, 'ballast'));
    const load = new Load(stage, { kinds: KINDS, people: PEOPLE });
    const times = short ? 1 : TIMES;
    for (let time = 0; time < times; time++) {
      await sleep(BUSY_MS);
      const stops = ballasts.map(fill);
      say(`full; ${load.done} works done`);
      await stage.becomes(isStoreFull ? 503 : 200);
      const { text } = await stage.lead(0).chat.says(QUESTION);
      if (!ANSWER.test(text)) stage.wrong.push(`a question was answered with: ${text}`);
      await sleep(FULL_MS);
      for (const stop of stops) stop();
      if (disks.length > 1 && start) execFileSync('/bin/sh', ['-c', start], { stdio: 'ignore' });
      say((await stage.becomes(200)) ? 'ready again' : 'not ready again');
    }
    await load.end();
    await stage.kill();
    if (uri === undefined) stage.wrong.push(...damageOf(join(dataDir, 'store.sqlite')));
    return {
      figures: { 'times full': String(times), works: String(load.done), 'done again': String(load.again) },
      wrong: stage.wrong,
    };
  } finally {
    await stage?.dispose();
    execFileSync('umount', [dataDir]);
    await rm(dataDir, { recursive: true });
  }
}

/** Takes all the room there is, and what is given back meanwhile. @returns gives it back */
function fill(path: string): () => void {
  const file = openSync(path, 'w');
  const take = (): void => {
    try {
      for (;;) writeSync(file, BLOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  };
  take();
  const timer = setInterval(take, 20);
  return () => {
    clearInterval(timer);
    closeSync(file);
    rmSync(path);
  };
}

function damageOf(path: string): string[] {
  const store = new Sqlite(path);
  const found = store.pragma('integrity_check', { simple: true });
  store.close();
  return found === 'ok' ? [] : [`the store is damaged: ${found}`];
}
