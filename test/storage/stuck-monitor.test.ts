/** The driver's look-out for the server may wait for ever over a connection that is gone (mongodb 7.9.0): the store finds the server again all the same. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { MongoClient } from 'mongodb';
import sinon from 'sinon';
import { connect } from '../../src/storage/mongodb/connect.ts';
import { Heartbeats } from '../../src/storage/mongodb/heartbeats.ts';
import { ServerReach } from '../../src/storage/mongodb/reach.ts';
import { DatabaseProxy } from '../support/store-outage.ts';

const uri = process.env.TEST_MONGODB_URI || undefined;

/** As the driver keeps it: where it changes, this test says so. */
interface Inside {
  readonly topology?: {
    readonly s: {
      readonly servers: Map<string, { readonly monitor?: { readonly connection?: { readonly socket: Socket } } }>;
    };
  };
}

describe('a monitor that waits for ever', () => {
  before(function () {
    if (uri === undefined) this.skip();
  });

  let proxy: DatabaseProxy;
  let client: MongoClient;
  let nowMs: number;

  beforeEach(async () => {
    proxy = new DatabaseProxy(uri ?? '');
    const through = new URL((await proxy.start()).replace(/^mongodb:/, 'http:'));
    for (const [name, value] of [
      ['heartbeatFrequencyMS', '500'],
      ['serverSelectionTimeoutMS', '700'],
    ] as const)
      through.searchParams.set(name, value);
    ({ client } = await connect(through.href.replace(/^http:/, 'mongodb:')));
    nowMs = 0;
  });
  afterEach(async () => {
    sinon.restore();
    await client?.close();
    await proxy?.stop();
  });

  /** Its next look is written to a socket that takes nothing, and then the way to the server is cut. */
  async function hold(): Promise<void> {
    const [server] = [...((client as unknown as Inside).topology?.s.servers.values() ?? [])];
    const socket = server?.monitor?.connection?.socket;
    assert.ok(socket, 'the driver keeps its monitor elsewhere');
    const { promise: written, resolve } = Promise.withResolvers<void>();
    sinon.stub(socket, 'write').callsFake(() => {
      resolve();
      return false;
    });
    await written;
    proxy.cut();
    await assert.rejects(ping());
  }

  function asking(heartbeats: Heartbeats) {
    const reach = new ServerReach(2_000, { isOn: false, begin: () => undefined }, () => heartbeats.renewIfStuck());
    return () => reach.ask('things', ping);
  }

  const ping = () => client.db('admin').command({ ping: 1 });

  it('is started anew once it has waited longer than any look takes, where the server is out of reach', async () => {
    const heartbeats = new Heartbeats(client, () => nowMs);
    const asked = asking(heartbeats);
    await hold();
    proxy.pass();
    await assert.rejects(asked(), 'the server is there, and is not found');
    nowMs += 31_000;
    await assert.rejects(asked(), 'whoever meets it has it renewed');
    await heartbeats.renewed;
    assert.equal((await asked()).ok, 1);
  });

  it('is started anew as often as it takes, where the server is still away', async () => {
    const heartbeats = new Heartbeats(client, () => nowMs);
    const asked = asking(heartbeats);
    await hold();
    nowMs += 31_000;
    for (let times = 0; times < 2; times++) {
      await assert.rejects(asked());
      await heartbeats.renewed;
    }
    proxy.pass();
    await assert.rejects(asked(), 'whoever meets it has it renewed');
    await heartbeats.renewed;
    assert.equal((await asked()).ok, 1);
  });

  it('is left alone while its looks end', async () => {
    const heartbeats = new Heartbeats(client, () => nowMs);
    const closed = sinon.spy(client, 'close');
    // None is under way right behind one.
    await once(client, 'serverHeartbeatSucceeded');
    nowMs += 31_000;
    heartbeats.renewIfStuck();
    await heartbeats.renewed;
    assert.equal(closed.callCount, 0);
    sinon.restore();
  });
});
