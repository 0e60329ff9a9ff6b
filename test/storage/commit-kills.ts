/** kill -9 at random points while many write to the embedded store at once: what was acknowledged and is not there, or is there by half. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '../../src/storage/open-store.ts';
import { runNode } from '../support/child.ts';
import { seeded } from '../support/random.ts';
import { COUNTS, type Count, STEPS, type Step, WRITERS } from './commit-writer.ts';

const WRITER = join(import.meta.dirname, 'commit-writer.ts');
/** Acknowledged before a kill, at least and at most. */
const [FEWEST, MOST] = [20, 400];

export interface KillsOutcome {
  /** Writes that were acknowledged, of which each killed process has said so. */
  readonly acknowledged: number;
  /** Written, but killed before anybody was told. */
  readonly untold: number;
  /** What should not be, in words. */
  readonly wrong: readonly string[];
}

/** @param seed of the points at which it is killed */
export async function killAtCommits(kills: number, seed: number): Promise<KillsOutcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cpor-kills-'));
  const random = seeded(seed);
  const told = new Map<number, string>();
  try {
    for (let kill = 0; kill < kills; kill++)
      await writeAndKill(dataDir, FEWEST + Math.floor(random() * (MOST - FEWEST)), told);
    return await outcomeOf(dataDir, told, kills);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** @param told of each step that was acknowledged: by which writer; it grows */
async function writeAndKill(dataDir: string, after: number, told: Map<number, string>): Promise<void> {
  const child = runNode([WRITER, dataDir]);
  const { stdout } = child.process;
  if (stdout === null) throw new Error('the writer has no output');
  const lines = createInterface({ input: stdout });
  const drained = once(lines, 'close');
  let said = 0;
  lines.on('line', (line) => {
    const [n, writer = ''] = line.split(' ');
    told.set(Number(n), writer);
    said += 1;
    if (said === after) child.process.kill('SIGKILL');
  });
  const { signal, stderr } = await child.ended;
  await drained;
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${stderr}`);
}

async function outcomeOf(dataDir: string, told: ReadonlyMap<number, string>, kills: number): Promise<KillsOutcome> {
  const { store } = await openStore({ dataDir, now: () => new Date() });
  const steps = await store.collection<Step>(STEPS).find('t', {});
  const counts = new Map((await store.collection<Count>(COUNTS).find('t', {})).map(({ _id, n }) => [_id, n]));
  await store.close();
  const there = new Set(steps.map(({ n }) => n));
  const lost = [...told.keys()].filter((n) => !there.has(n));
  const halves = steps.filter(({ _id, n, twin }) => n !== twin || _id !== `${n}`);
  const miscounted = Array.from({ length: WRITERS }, (_, name) => `${name}`).filter((name) => {
    const acknowledged = [...told.values()].filter((writer) => writer === name).length;
    const counted = counts.get(name) ?? 0;
    // Each kill may have come between a count and the word of it.
    return counted < acknowledged || counted > acknowledged + kills;
  });
  return {
    acknowledged: told.size,
    untold: there.size - told.size,
    wrong: [
      ...lost.map((n) => `step ${n} was acknowledged and is lost`),
      ...halves.map(({ _id }) => `step ${_id} is there by half, or twice`),
      ...miscounted.map((name) => `the count of writer ${name} is not what it was told`),
    ],
  };
}
