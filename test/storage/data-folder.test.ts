import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../../src/errors.ts';
import { type OpenedStore, openStore } from '../../src/storage/open-store.ts';
import type { Doc } from '../../src/storage/port.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const SPEC = { name: 'steps', indexes: [{ fields: ['n'], unique: true }] };

describe('the data folder', () => {
  let dataDir: string;
  let children: ChildProcess[];
  let opened: OpenedStore[];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cpor-data-'));
    children = [];
    opened = [];
  });
  afterEach(async () => {
    for (const child of children) await killed(child);
    for (const { store } of opened) await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const openHere = async (folder = dataDir) => {
    const one = await openStore({ dataDir: folder, now: () => new Date() });
    opened.push(one);
    return one;
  };

  /** Resolves with what the child acknowledged once that is `steps` or more. The child goes on. */
  const startWriter = async (steps: number) => {
    const child = spawn(process.execPath, [WRITER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const acknowledged: number[] = [];
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        acknowledged.push(Number(line));
        if (acknowledged.length >= steps) resolve();
      });
      lines.on('close', () => reject(new Error('the writer ended')));
    });
    return { child, acknowledged, drained: once(lines, 'close') };
  };

  it('is made where it is missing', async () => {
    await openHere(join(dataDir, 'a', 'b'));
    await access(join(dataDir, 'a', 'b', 'store.sqlite'));
  });

  it('is refused to a second process while the first one lives', async () => {
    const { child } = await startWriter(1);
    await assert.rejects(openHere(), isOperatorError(/^Another process already works in DATA_DIR/));
    await killed(child);
    await openHere();
  });

  it('is refused to a second store of one process', async () => {
    const { store } = await openHere();
    await assert.rejects(openHere(), isOperatorError(/^Another process already works in DATA_DIR/));
    await store.close();
    await openHere();
  });

  it('loses nothing that was acknowledged when its process is killed, again and again', async () => {
    let last = 0;
    for (let round = 0; round < 5; round++) {
      const { child, acknowledged, drained } = await startWriter(30 + 17 * round);
      await killed(child);
      await drained;
      last = acknowledged.at(-1) ?? last;

      const { store, vault } = await openHere();
      const steps = store.collection<Doc & { n: number }>(SPEC);
      const counters = store.collection<Doc & { n: number }>({ name: 'counters' });
      await store.setUp();
      const count = await steps.countDocuments('t', {});
      const counter = (await counters.findOne('t', { _id: 'c' }))?.n ?? 0;
      // At most the one step under way is there without having been acknowledged.
      assert.ok(count === last || count === last + 1, `${count} steps, ${last} acknowledged`);
      assert.ok(counter === last || counter === last + 1, `counter ${counter}, ${last} acknowledged`);
      assert.equal(await steps.countDocuments('t', { n: { $gt: 0, $lte: last } }), last);
      for (let n = 20; n <= last; n += 20) assert.ok(await vault.has('t', sha256(`file ${n}`)), `file ${n}`);
      assert.deepEqual(await readdir(join(dataDir, 'files', 'unfinished')), []);
      await store.close();
      opened.pop();
    }
    assert.ok(last >= 30);
  });

  it('is tidied of what a crash left unfinished', async () => {
    await mkdir(join(dataDir, 'files', 'unfinished'), { recursive: true });
    await writeFile(join(dataDir, 'files', 'unfinished', 'x'), 'half a file');
    await openHere();
    assert.deepEqual(await readdir(join(dataDir, 'files', 'unfinished')), []);
  });

  it('that cannot be made is said to be so', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await assert.rejects(
      openHere(join(file, 'x')),
      isOperatorError(/^DATA_DIR \(.*x\) cannot be written to \(ENOTDIR\)/),
    );
    await assert.rejects(openHere(file), isOperatorError(/^DATA_DIR \(.*file\) cannot be written to \(EEXIST\)/));
  });

  it('that is read-only is said to be so', async function () {
    if (process.getuid?.() === 0) return this.skip();
    await chmod(dataDir, 0o500);
    await assert.rejects(openHere(), isOperatorError(/^DATA_DIR .* cannot be written to/));
  });

  it('with a file that is no database is said to be damaged', async () => {
    await writeFile(
      join(dataDir, 'store.sqlite'),
      'not a database, but long enough to be looked at as one'.repeat(100),
    );
    await assert.rejects(openHere(), isOperatorError(/store\.sqlite in DATA_DIR is damaged/));
    // It is left as it is, and not locked.
    assert.match(await readFile(join(dataDir, 'store.sqlite'), 'utf8'), /^not a database/);
    await rm(join(dataDir, 'store.sqlite'));
    await openHere();
  });

  it('with a damaged database is said to be so', async () => {
    const { store } = await openHere();
    const steps = store.collection<Doc & { n: number }>(SPEC);
    await store.setUp();
    const ops = Array.from({ length: 500 }, (_, n) => ({
      filter: { n },
      update: { $setOnInsert: { _id: `${n}`, text: 'x'.repeat(300) } },
    }));
    await steps.bulkUpsert('t', ops);
    await store.close();
    await overwrite(join(dataDir, 'store.sqlite'), 0.3, 0.6);
    await assert.rejects(openHere(), isOperatorError(/store\.sqlite in DATA_DIR is damaged/));
  });
});

/** Fills a part of a file, from and to given as shares of its size, with nonsense. */
async function overwrite(path: string, from: number, to: number): Promise<void> {
  const { size } = await stat(path);
  const file = await open(path, 'r+');
  try {
    const bytes = Buffer.alloc(Math.floor(size * (to - from)), 'nonsense');
    await file.write(bytes, 0, bytes.length, Math.floor(size * from));
  } finally {
    await file.close();
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function isOperatorError(message: RegExp): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof OperatorError);
    assert.match(error.message, message);
    return true;
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
