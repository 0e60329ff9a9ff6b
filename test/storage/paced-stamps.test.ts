import assert from 'node:assert/strict';
import { PacedStamps } from '../../src/storage/paced-stamps.ts';
import { Stamps } from '../../src/storage/stamps.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

describe('a stamp of what changes many times in a row', () =>
  eachEngine((_, open) => {
    let engine: OpenEngine;
    let stamps: Stamps;
    let paced: PacedStamps;
    /** Moves of the stamp that were asked for. */
    let moved: Promise<void>[];
    let pauses: { readonly end: () => void; cancelled: boolean }[];

    beforeEach(async () => {
      engine = await open();
      stamps = new Stamps(engine.store);
      await engine.store.setUp();
      [moved, pauses] = [[], []];
      paced = new PacedStamps({
        stamps: {
          move(tenantId, of) {
            moved.push(stamps.move(tenantId, of));
            return moved.at(-1) ?? Promise.resolve();
          },
        },
        of: 'reminders',
        pauseMs: 5_000,
        setTimer(end, ms) {
          assert.equal(ms, 5_000);
          const pause = { end, cancelled: false };
          pauses.push(pause);
          return () => {
            pause.cancelled = true;
          };
        },
        log: { warn: () => assert.fail('nothing goes wrong') },
      });
    });
    afterEach(() => engine?.dispose());

    const read = async (tenantId = 't1'): Promise<string> => {
      await Promise.all(moved);
      return stamps.read(tenantId, ['reminders']);
    };
    const change = (times: number, tenantId = 't1'): void => {
      for (let i = 0; i < times; i++) paced.changed(tenantId);
    };

    it('moves at once for the first of five thousand, and once more when the pause is over', async () => {
      change(5_000);
      assert.equal(await read(), '1');
      pauses[0]?.end();
      assert.equal(await read(), '2');
      pauses[1]?.end();
      assert.deepEqual([await read(), pauses.length], ['2', 2]);
    });

    it('moves at once again for what comes after a pause in which nothing came', async () => {
      change(1);
      pauses[0]?.end();
      change(1);
      assert.equal(await read(), '2');
    });

    it('keeps tenants apart', async () => {
      change(3);
      change(1, 't2');
      assert.deepEqual([await read('t1'), await read('t2')], ['1', '1']);
    });

    it('tells what came in a pause that a stop cut off', async () => {
      change(2);
      change(1, 't2');
      await paced.stop();
      assert.deepEqual([await read('t1'), await read('t2')], ['2', '1']);
      assert.deepEqual(
        pauses.map(({ cancelled }) => cancelled),
        [true, true],
      );
    });
  }));
