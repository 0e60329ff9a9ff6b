import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { OperatorError } from '../../src/errors.ts';
import { openStore } from '../../src/storage/open-store.ts';

/** The password in every connection string of these tests; no message may hold it. */
const PASSWORD = 'p4ssw0rd-of-nobody';

describe('a MONGODB_URI', () => {
  const refused = async (mongodbUri: string): Promise<string> => {
    try {
      const { store } = await openStore({ mongodbUri, dataDir: tmpdir(), now: () => new Date() });
      await store.close();
    } catch (error) {
      assert.ok(error instanceof OperatorError);
      assert.match(error.message, /^MONGODB_URI/);
      for (let at: unknown = error; at instanceof Error; at = at.cause) assert.ok(!`${at.stack}`.includes(PASSWORD));
      return error.message;
    }
    throw new Error('it was taken');
  };

  it('that is none is refused with what one looks like, without its password', async () => {
    for (const uri of [
      '',
      'localhost:27017',
      `postgres://user:${PASSWORD}@localhost/db`,
      `mongodb://user:${PASSWORD}@`,
      `mongodb://user:${PASSWORD}:@/@localhost`,
      `mongodb://user:${PASSWORD}@localhost:notaport/`,
      `mongodb://user:${PASSWORD}@localhost/?noSuchOption=1&tls=maybe`,
      `mongodb+srv://user:${PASSWORD}@one.example,two.example/`,
    ]) {
      assert.match(await refused(uri), /is not a MongoDB connection string/, uri);
    }
  });

  it('where nobody listens is named with its host, without its password', async () => {
    const uri = `mongodb://user:${PASSWORD}@127.0.0.1:1/db?serverSelectionTimeoutMS=200`;
    assert.match(await refused(uri), /no usable MongoDB at 127\.0\.0\.1:1 \(ECONNREFUSED\)/);
  });

  it('where somebody else listens is given up after the time that it allows', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).on('data', () => {})).listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => server.once('listening', resolve));
      const uri = `mongodb://user:${PASSWORD}@127.0.0.1:${portOf(server)}/?serverSelectionTimeoutMS=300&connectTimeoutMS=300`;
      assert.match(await refused(uri), /no usable MongoDB at 127\.0\.0\.1:\d+ \(/);
    } finally {
      server.close();
    }
  });
});

function portOf(server: Server): number {
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}
