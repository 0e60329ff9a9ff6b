/** The embedded store acknowledges nothing before it is on disk, and many writes share one sync of the disk. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as afterEvents } from 'node:timers/promises';
import sinon from 'sinon';
import { DuplicateKeyError, StoreAwayError } from '../../src/errors.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Collection, Doc, DocStore } from '../../src/storage/port.ts';

type Step = Doc & { readonly n: number };
const STEPS = { name: 'steps', indexes: [{ fields: ['n'], unique: true }] };

describe('a write to the embedded store', () => {
  let dataDir: string;
  let store: DocStore;
  let steps: Collection<Step>;
  let marks: Collection<Doc>;
  let sync: sinon.SinonStub<Parameters<typeof fs.fdatasync>, void>;
  /** Lets the syncs that are held go on, well or not. */
  let release: ((error?: Error) => void)[];

  const open = async (folder: string) => {
    const opened = await openStore({ dataDir: folder, now: () => new Date() });
    const collection = opened.store.collection<Step>(STEPS);
    const later = opened.store.collection({ name: 'marks', settlesLater: true });
    opened.store.collection({ name: 'others' });
    await opened.store.setUp();
    return { store: opened.store, collection, later };
  };
  const insert = (n: number) => steps.insertOne('t', { _id: `${n}`, n });
  /** Syncs wait from here on, each until it is released. */
  const hold = () => {
    sync.callsFake((fd, done) => {
      release.push((error) => (error ? done(error as NodeJS.ErrnoException) : sync.wrappedMethod(fd, done)));
    });
  };
  const isSettled = async (work: Promise<unknown>): Promise<boolean> => {
    let settled = false;
    const end = () => {
      settled = true;
    };
    work.then(end, end);
    await afterEvents();
    await afterEvents();
    return settled;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cpor-sync-'));
    ({ store, collection: steps, later: marks } = await open(dataDir));
    release = [];
    sync = sinon.stub(fs, 'fdatasync').callThrough();
  });
  afterEach(async () => {
    sync.restore();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is acknowledged when it is on disk, and not before', async () => {
    hold();
    const inserted = insert(1);
    assert.equal(await isSettled(inserted), false);
    release.shift()?.();
    await inserted;
  });

  it('that comes while the disk is synced waits for a sync of its own', async () => {
    hold();
    const first = insert(1);
    assert.equal(await isSettled(first), false);
    // The sync began with the first alone.
    const second = insert(2);
    release.shift()?.();
    await first;
    assert.equal(await isSettled(second), false);
    release.shift()?.();
    await second;
    assert.equal(sync.callCount, 2);
  });

  it('shares a sync with all that wait: 100 at once take one', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, n) => insert(n)));
    assert.equal(sync.callCount, 1);
    assert.equal(await steps.countDocuments('t', {}), 100);
  });

  it('that fails lets the others through that share its sync', async () => {
    const all = await Promise.allSettled([insert(1), insert(1), insert(2), steps.insertOne('t', { _id: '3', n: 2 })]);
    assert.deepEqual(
      all.map((one) => (one.status === 'fulfilled' ? 'done' : one.reason instanceof DuplicateKeyError)),
      ['done', true, 'done', true],
    );
    assert.deepEqual(
      (await steps.find('t', {}, { sort: { n: 1 } })).map(({ n }) => n),
      [1, 2],
    );
  });

  it('is told to nobody before it is on disk, and keeps nobody who asks for something else', async () => {
    hold();
    const inserted = insert(1);
    const read = steps.findOne('t', { n: 1 });
    assert.equal(await isSettled(read), false);
    assert.equal(await store.collection({ name: 'others' }).findOne('t', {}), undefined);
    release.shift()?.();
    assert.equal((await read)?.n, 1);
    await inserted;
  });

  it('of a collection that settles later is done when it is seen, and settled when it is on disk', async () => {
    hold();
    await marks.insertOne('t', { _id: 'm' });
    assert.ok(await marks.findOne('t', { _id: 'm' }));
    const settled = store.settled();
    assert.equal(await isSettled(settled), false);
    release.shift()?.();
    await settled;
  });

  it('that changes nothing syncs nothing', async () => {
    await insert(1);
    sync.resetHistory();
    assert.equal(await steps.updateOne('t', { n: 1 }, { $set: { n: 1 } }), 1);
    assert.equal(await steps.deleteMany('t', { n: 7 }), 0);
    assert.equal(sync.callCount, 0);
  });

  it('is not acknowledged where the disk cannot be synced; what is written next brings it there first', async () => {
    hold();
    const failed = Promise.allSettled([insert(1), insert(2)]);
    assert.equal(await isSettled(failed), false);
    release.shift()?.(Object.assign(new Error('i/o'), { code: 'EIO' }));
    for (const one of await failed) assert.ok(one.status === 'rejected' && one.reason instanceof StoreAwayError);
    sync.callThrough();
    await insert(3);
    // The log was moved into the database, and began anew.
    assert.ok((await stat(join(dataDir, 'store.sqlite-wal'))).size < 100_000);
    assert.deepEqual(
      (await steps.find('t', {}, { sort: { n: 1 } })).map(({ n }) => n),
      [1, 2, 3],
    );
  });

  it('is not told of by a read, after the disk could not be synced, until it is there by another way', async () => {
    hold();
    const failed = Promise.allSettled([insert(1)]);
    assert.equal(await isSettled(failed), false);
    release.shift()?.(Object.assign(new Error('i/o'), { code: 'EIO' }));
    await failed;
    // The next sync would say that all is well.
    sync.callThrough();
    sync.resetHistory();
    assert.equal((await steps.findOne('t', { n: 1 }))?.n, 1);
    assert.equal(sync.callCount, 0);
    assert.ok((await stat(join(dataDir, 'store.sqlite-wal'))).size === 0);
  });

  it('of a key that is there is refused when the one that is there is on disk', async () => {
    hold();
    const first = insert(1);
    const second = insert(1).catch((error: unknown) => error);
    assert.equal(await isSettled(second), false);
    release.shift()?.();
    await first;
    assert.ok((await second) instanceof DuplicateKeyError);
  });

  it('outlives a power cut from when it was acknowledged on', async () => {
    const log = join(dataDir, 'store.sqlite-wal');
    let onDisk = fs.statSync(log).size;
    sync.callsFake((fd, done) => {
      const { size } = fs.fstatSync(fd);
      sync.wrappedMethod(fd, (error) => {
        onDisk = size;
        done(error);
      });
    });
    const acknowledged = new Set<number>();
    const writing: Promise<unknown>[] = [];
    for (let n = 0; n < 60; n++) {
      // Some wait for others, so that not all are under way from the first.
      const turn = n < 20 ? insert(n) : writing[n - 20]?.then(() => insert(n));
      writing.push(Promise.resolve(turn).then(() => acknowledged.add(n)));
    }
    await writing[35];
    // What a power cut leaves at this moment: the log as far as it was synced.
    const seen = [...acknowledged];
    const cut = join(dataDir, 'cut');
    fs.mkdirSync(cut);
    fs.copyFileSync(join(dataDir, 'store.sqlite'), join(cut, 'store.sqlite'));
    fs.copyFileSync(log, join(cut, 'store.sqlite-wal'));
    fs.truncateSync(join(cut, 'store.sqlite-wal'), onDisk);
    await Promise.all(writing);
    const after = await open(cut);
    const kept = new Set((await after.collection.find('t', {})).map(({ n }) => n));
    await after.store.close();
    assert.ok(seen.length > 20 && seen.length < 60, `${seen.length} were acknowledged by then`);
    assert.deepEqual(
      seen.filter((n) => !kept.has(n)),
      [],
    );
  });
});
