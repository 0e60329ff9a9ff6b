import assert from 'node:assert/strict';
import { FOR_LEADS, Stamps } from '../../src/storage/stamps.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

describe('a stamp', () =>
  eachEngine((_, open) => {
    let engine: OpenEngine;
    let stamps: Stamps;
    beforeEach(async () => {
      engine = await open();
      stamps = new Stamps(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    it('is another one after each change of either kind, also of several at once', async () => {
      const seen = [await stamps.read('t1')];
      await stamps.move('t1', 'claims');
      seen.push(await stamps.read('t1'));
      await stamps.move('t1', 'tickets');
      seen.push(await stamps.read('t1'));
      await Promise.all(Array.from({ length: 20 }, () => stamps.move('t1', 'claims')));
      seen.push(await stamps.read('t1'));
      assert.deepEqual(seen, ['0-0', '1-0', '1-1', '21-1']);
    });

    it('tells of reminders and questions to whoever asks for them, too', async () => {
      await stamps.move('t1', 'reminders');
      await stamps.move('t1', 'questions');
      assert.deepEqual([await stamps.read('t1'), await stamps.read('t1', FOR_LEADS)], ['0-0', '0-0-1-1']);
    });

    it('is one tenant’s', async () => {
      await stamps.move('t1', 'claims');
      assert.equal(await stamps.read('t2'), '0-0');
    });

    it('is the same for another instance on the same store', async () => {
      await stamps.move('t1', 'claims');
      assert.equal(await new Stamps(engine.store).read('t1'), '1-0');
    });
  }));
