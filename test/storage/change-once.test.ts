import assert from 'node:assert/strict';
import { changeAsRead, changeOnce, type KeyedDoc } from '../../src/storage/change-once.ts';
import type { Collection } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

interface Counter extends KeyedDoc {
  readonly count: number;
  readonly locked?: true;
}

const TENANT = 't1';
const WHICH = { name: 'one' };

describe('a change that counts once', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let counters: Collection<Counter>;

    beforeEach(async () => {
      engine = await open();
      counters = engine.store.collection<Counter>({ name: 'counters', indexes: [{ fields: ['name'], unique: true }] });
      await engine.store.setUp();
      await counters.insertOne(TENANT, { _id: 'c', ...WHICH, count: 0, version: 1, appliedKeys: [] });
    });
    afterEach(() => engine?.dispose());

    const one = async (): Promise<Counter> => (await counters.findOne(TENANT, { _id: 'c' })) ?? assert.fail('gone');
    const countUp = (key: string) =>
      changeOnce(counters, TENANT, WHICH, key, ({ count }) => ({
        update: { $set: { count: count + 1 }, $inc: { version: 1 } },
      }));

    it('gives the document as it is after it', async () => {
      const result = await countUp('a');
      assert.ok(result.kind === 'changed');
      assert.deepEqual([result.doc.count, result.doc.version, result.doc.appliedKeys], [1, 2, ['a']]);
      assert.deepEqual(result.doc, await one());
    });

    it('is made by one of many deliveries of its key, and by each of several keys, also at once', async () => {
      const results = await Promise.all(['a', 'a', 'b', 'a', 'b', 'c'].map(countUp));
      assert.deepEqual(results.map(({ kind }) => kind).sort(), [
        ...Array(3).fill('changed'),
        ...Array(3).fill('repeated'),
      ]);
      const { count, version, appliedKeys } = await one();
      assert.deepEqual([count, version, appliedKeys.toSorted()], [3, 4, ['a', 'b', 'c']]);
    });

    it('is decided again on what somebody faster wrote', async () => {
      const decidedOn: number[] = [];
      const findOne = counters.findOne.bind(counters);
      counters.findOne = async (...args) => {
        const read = await findOne(...args);
        if (decidedOn.length === 0) await counters.updateOne(TENANT, {}, { $set: { count: 7 }, $inc: { version: 1 } });
        return read;
      };
      await changeOnce(counters, TENANT, WHICH, 'a', ({ count }) => {
        decidedOn.push(count);
        return { update: { $set: { count: count + 1 }, $inc: { version: 1 } } };
      });
      assert.deepEqual(decidedOn, [0, 7]);
      assert.equal((await one()).count, 8);
    });

    it('keeps its key with what the update pushes itself', async () => {
      await changeOnce(counters, TENANT, WHICH, 'a', () => ({ update: { $push: { log: 'x' } } }));
      const { appliedKeys, ...rest } = await one();
      assert.deepEqual([appliedKeys, 'log' in rest && rest.log], [['a'], ['x']]);
    });

    it('counts once by its key alone where it does not count the version up', async () => {
      const push = () => changeOnce(counters, TENANT, WHICH, 'a', () => ({ update: { $inc: { count: 1 } } }));
      await Promise.all([push(), push(), push()]);
      assert.deepEqual([(await one()).count, (await one()).version], [1, 1]);
    });

    it('is not made where something else is not as it was read', async () => {
      const findOne = counters.findOne.bind(counters);
      counters.findOne = async (...args) => {
        const read = await findOne(...args);
        await counters.updateOne(TENANT, {}, { $set: { locked: true } });
        return read;
      };
      const result = await changeOnce(counters, TENANT, WHICH, 'a', ({ locked }) =>
        locked ? undefined : { update: { $inc: { count: 1 } }, asRead: { locked: { $exists: false } } },
      );
      assert.equal(result.kind, 'unchanged');
      assert.equal((await one()).count, 0);
    });

    it('leaves no key where there was nothing to do', async () => {
      const result = await changeOnce(counters, TENANT, WHICH, 'a', () => undefined);
      assert.equal(result.kind, 'unchanged');
      assert.deepEqual((await one()).appliedKeys, []);
      assert.equal((await countUp('a')).kind, 'changed');
    });

    it('says that a key was applied before it asks what to do', async () => {
      await countUp('a');
      const result = await changeOnce(counters, TENANT, WHICH, 'a', () => assert.fail('asked'));
      assert.ok(result.kind === 'repeated');
      assert.equal(result.doc.count, 1);
    });

    it('forgets the oldest of 200 keys, never the newest', async () => {
      for (let i = 0; i < 205; i++) await countUp(`k${i}`);
      const { appliedKeys } = await one();
      assert.deepEqual([appliedKeys.length, appliedKeys[0], appliedKeys.at(-1)], [200, 'k5', 'k204']);
    });

    it('has nothing to change where there is no such document, or only another tenant’s', async () => {
      const none = () => assert.fail('asked');
      assert.deepEqual(await changeOnce(counters, TENANT, { name: 'two' }, 'a', none), { kind: 'gone' });
      assert.deepEqual(await changeOnce(counters, 't2', WHICH, 'a', none), { kind: 'gone' });
    });

    it('ends with what the decision throws, and nothing is written', async () => {
      const refuse = (): never => {
        throw new Error('not yours');
      };
      await assert.rejects(changeOnce(counters, TENANT, WHICH, 'a', refuse), /not yours/);
      assert.deepEqual((await one()).appliedKeys, []);
    });
  });
});

describe('a change over what was read', () => {
  eachEngine((_engine, open) => {
    it('loses none of many that are made at once', async () => {
      const engine = await open();
      try {
        const votes = engine.store.collection<{ _id: string; n?: number }>({ name: 'votes' });
        await engine.store.setUp();
        await votes.insertOne(TENANT, { _id: 'v' });
        const vote = () =>
          changeAsRead(votes, TENANT, { _id: 'v' }, ({ n }) => ({
            update: { $set: { n: (n ?? 0) + 1 } },
            asRead: { n: n ?? { $exists: false } },
          }));
        const results = await Promise.all(Array.from({ length: 10 }, vote));
        assert.ok(results.every(({ kind }) => kind === 'changed'));
        assert.equal((await votes.findOne(TENANT, { _id: 'v' }))?.n, 10);
      } finally {
        await engine.dispose();
      }
    });
  });
});
