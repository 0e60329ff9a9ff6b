import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { MongoClient } from 'mongodb';
import { FileTooLargeError, NotFoundError } from '../../src/errors.ts';
import { eachEngine, type OpenEngine, type Place } from '../support/engines.ts';

/** After any put. */
const LATER = new Date('9999-01-01T00:00:00Z');

const MB = 1024 * 1024;

describe('a vault', () => {
  eachEngine((_, open) => {
    let engine: OpenEngine;
    let tenant: string;
    before(async () => {
      engine = await open();
    });
    after(() => engine?.dispose());
    beforeEach(() => {
      tenant = randomUUID();
    });

    const put = (bytes: Uint8Array, maxBytes = 10 * MB, of = tenant) => engine.vault.put(of, pieces(bytes), maxBytes);
    const get = async (sha256: string, of = tenant) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await engine.vault.open(of, sha256)) chunks.push(chunk);
      return Buffer.concat(chunks);
    };

    it('gives back what was put in', async () => {
      for (const bytes of [
        Buffer.from('hello'),
        Buffer.alloc(0),
        Buffer.alloc(700_000, 'ab'),
        Buffer.alloc(255 * 1024, 1),
      ]) {
        const file = await put(bytes);
        assert.deepEqual(file, { sha256: sha256(bytes), size: bytes.length });
        assert.equal(await engine.vault.has(tenant, file.sha256), true);
        assert.ok((await get(file.sha256)).equals(bytes));
      }
    });

    it('takes a stream of 30 MB as it comes', async () => {
      const hash = createHash('sha256');
      async function* stream() {
        for (let index = 0; index < 480; index++) {
          const chunk = Buffer.alloc(64 * 1024, String(index));
          hash.update(chunk);
          yield chunk;
        }
      }
      const file = await engine.vault.put(tenant, stream(), 30 * MB);
      assert.deepEqual(file, { sha256: hash.digest('hex'), size: 30 * MB });
      const back = createHash('sha256');
      for await (const chunk of await engine.vault.open(tenant, file.sha256)) back.update(chunk);
      assert.equal(back.digest('hex'), file.sha256);
    });

    it('keeps the same bytes once', async () => {
      const before = await piecesKept(engine.place);
      const [first, second] = [await put(Buffer.from(tenant)), await put(Buffer.from(tenant))];
      assert.deepEqual(first, second);
      assert.equal((await piecesKept(engine.place)) - before, 1);
    });

    it('takes the same bytes ten times at once', async () => {
      const before = await piecesKept(engine.place);
      const bytes = Buffer.from(`at once ${tenant}`);
      const files = await Promise.all(Array.from({ length: 10 }, () => put(bytes)));
      assert.equal(new Set(files.map((file) => file.sha256)).size, 1);
      assert.ok((await get(sha256(bytes))).equals(bytes));
      assert.equal((await piecesKept(engine.place)) - before, 1);
    });

    it('refuses a file over the limit and keeps nothing of it', async () => {
      const before = await piecesKept(engine.place);
      const bytes = Buffer.alloc(2 * MB, 'x');
      await assert.rejects(
        put(bytes, 2 * MB - 1),
        (error) => error instanceof FileTooLargeError && error.maxBytes === 2 * MB - 1,
      );
      assert.equal(await engine.vault.has(tenant, sha256(bytes)), false);
      assert.equal(await piecesKept(engine.place), before);
      await put(bytes, 2 * MB);
    });

    it('passes on an error of the source and keeps nothing of it', async () => {
      const before = await piecesKept(engine.place);
      async function* broken() {
        yield Buffer.alloc(MB, 'y');
        throw new Error('the line went dead');
      }
      await assert.rejects(engine.vault.put(tenant, broken(), 10 * MB), /the line went dead/);
      assert.equal(await piecesKept(engine.place), before);
    });

    it('shows a file only when it is whole', async () => {
      const bytes = Buffer.alloc(MB, 'z');
      const seen: boolean[] = [];
      const { vault } = engine;
      const of = tenant;
      async function* slow() {
        for await (const piece of pieces(bytes)) {
          yield piece;
          seen.push(await vault.has(of, sha256(bytes)));
        }
      }
      await vault.put(of, slow(), 10 * MB);
      assert.ok(seen.length > 1 && !seen.includes(true));
      assert.equal(await vault.has(of, sha256(bytes)), true);
    });

    it('keeps tenants apart, whatever they are called', async () => {
      const names = [
        tenant,
        `${tenant}/..`,
        `../${tenant}`,
        '..',
        '.',
        'unfinished',
        tenant.toUpperCase(),
        'ä/\0',
        'x'.repeat(5000),
      ];
      for (const [index, name] of names.entries()) {
        const bytes = Buffer.from(`${tenant} ${index}`);
        const { sha256 } = await put(bytes, MB, name);
        for (const other of names) assert.equal(await engine.vault.has(other, sha256), other === name);
        assert.ok((await get(sha256, name)).equals(bytes));
        await assert.rejects(engine.vault.open(`${name}x`, sha256), NotFoundError);
        await engine.vault.removePutBefore(`${name}x`, sha256, LATER);
        assert.equal(await engine.vault.has(name, sha256), true);
      }
    });

    it('removes a file for its tenant only, and knows nothing of it then', async () => {
      const other = randomUUID();
      const { sha256 } = await put(Buffer.from(tenant));
      await put(Buffer.from(tenant), MB, other);
      await engine.vault.removePutBefore(tenant, sha256, LATER);
      await engine.vault.removePutBefore(tenant, sha256, LATER);
      assert.equal(await engine.vault.has(tenant, sha256), false);
      await assert.rejects(engine.vault.open(tenant, sha256), (error) => {
        assert.ok(error instanceof NotFoundError);
        assert.equal(error.problem.code, 'vault.no-such-file');
        return true;
      });
      assert.equal(await engine.vault.has(other, sha256), true);
      await put(Buffer.from(tenant));
      assert.equal(await engine.vault.has(tenant, sha256), true);
    });

    it('removes a file only where it was put for the last time before then', async () => {
      const { sha256, size } = await put(Buffer.from('kept a while'));
      const [before, after] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
      const listed = (at: Date) => Array.fromAsync(engine.vault.listPutBefore(tenant, at));
      assert.deepEqual(await listed(before), []);
      assert.deepEqual(await listed(after), [{ sha256, size }]);
      assert.deepEqual(await Array.fromAsync(engine.vault.listPutBefore(randomUUID(), after)), []);
      assert.equal(await engine.vault.removePutBefore(tenant, sha256, before), false);
      assert.equal(await engine.vault.renew(tenant, sha256), true);
      assert.equal(await engine.vault.removePutBefore(tenant, sha256, after), true);
      assert.equal(await engine.vault.renew(tenant, sha256), false);
      assert.equal(await engine.vault.removePutBefore(tenant, sha256, after), false);
      assert.deepEqual(await listed(after), []);
    });

    it('has every file whose put came to an end, though the same bytes are removed all the time', async () => {
      const bytes = Buffer.alloc(300_000, 'race');
      for (let round = 0; round < 20; round += 1) {
        const cut = new Date();
        const [file] = await Promise.all([
          put(bytes),
          engine.vault.removePutBefore(tenant, sha256(bytes), cut),
          put(bytes),
          engine.vault.removePutBefore(tenant, sha256(bytes), cut),
        ]);
        assert.ok((await get(file.sha256)).equals(bytes), `round ${round}`);
      }
    });

    it('knows no file by a name that is no hash', async () => {
      for (const name of ['', '..', '../../store.sqlite', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`]) {
        await assert.rejects(engine.vault.open(tenant, name), NotFoundError);
        assert.equal(await engine.vault.has(tenant, name), false);
        await engine.vault.removePutBefore(tenant, name, LATER);
      }
    });
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

/** Files in the folder, or chunks and notes of uploads in the database. */
async function piecesKept({ mongodbUri, dataDir }: Place): Promise<number> {
  if (mongodbUri === undefined) {
    const entries = await readdir(`${dataDir}/files`, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).length;
  }
  const client = new MongoClient(mongodbUri);
  try {
    const collections = ['documents.chunks', 'documents.uploads'];
    const counts = await Promise.all(collections.map((name) => client.db().collection(name).countDocuments()));
    return counts.reduce((sum, count) => sum + count, 0);
  } finally {
    await client.close();
  }
}
